"""The small rules on their own: order of offices, folding of sentences, pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefings.duplicates import Told, once
from bot.briefings.paging import cut, page_of
from bot.briefings.seniority import LAST, rank


@pytest.mark.parametrize(
    "titles",
    [
        [
            "Tổng Bí thư",
            "Chủ tịch nước",
            "Thủ tướng Chính phủ",
            "Chủ tịch Quốc hội",
            "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
            "Phó Chủ tịch nước",
            "Phó Thủ tướng Thường trực",
            "Phó Thủ tướng, Bộ trưởng Bộ Thí dụ",
            "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Thí dụ",
            "Bộ trưởng Bộ Thí dụ",
            "Thứ trưởng Bộ Thí dụ",
            "Đại sứ",
            "người dân",
            "nguyên Thủ tướng",
        ],
        [
            "General Secretary",
            "State President",
            "Prime Minister",
            "Deputy Prime Minister",
            "Minister of Examples",
            "Deputy Minister of Examples",
            "Ambassador to Ruritania",
            "",
            "former Prime Minister",
        ],
    ],
)
def test_offices_in_the_order_of_protocol(titles: list[str]):
    ranks = [rank(title) for title in titles]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


def test_no_office_comes_after_all_offices():
    assert rank("") == LAST
    assert rank("Bộ trưởng") < LAST < rank("cựu Bộ trưởng")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hội nghị khai mạc sáng nay.", "Hội nghị khai mạc sáng nay.", True),
        ("Hoi nghi khai mac sang nay", "Hội nghị khai mạc sáng nay!", True),
        ("Hội nghị sông Mây đã khai mạc sáng nay tại Bến Sông.",
         "Hội nghị sông Mây khai mạc sáng nay tại Bến Sông.", True),
        ("Hội nghị sông Mây khai mạc sáng nay tại Bến Sông.",
         "Hội nghị bế mạc.", False),
        ("Ông Thử đồng ý.", "Ông Thử không đồng ý với đề nghị của mười hai tỉnh.", False),
        ("", "Có chữ.", False),
    ],
)  # fmt: skip
def test_near_equal_sentences(one: str, other: str, same: bool):
    told = Told()
    told.add(one)
    assert told.add(other) is not same


@given(st.lists(st.text(max_size=30), max_size=12))
@settings(max_examples=50, deadline=None)
def test_folding_keeps_the_order_and_folds_for_good(texts: list[str]):
    kept = once(texts, lambda text: text)
    assert once(kept, lambda text: text) == kept
    places = [texts.index(text) for text in kept]
    assert places == sorted(places)


@given(st.integers(-5, 50), st.integers(0, 200), st.integers(1, 20))
@settings(max_examples=100, deadline=None)
def test_the_pages_together_are_the_whole(number: int, total: int, size: int):
    page = page_of(number, total, size)
    assert 1 <= page.number <= page.of
    things = list(range(total))
    pages = [cut(things, page_of(n, total, size), size) for n in range(1, page.of + 1)]
    assert [thing for each in pages for thing in each] == things
