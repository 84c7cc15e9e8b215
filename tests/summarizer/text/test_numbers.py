"""Numbers and their values in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.numbers import NumberKind, find_numbers


def values(text, language="vi"):
    return [number.value for number in find_numbers(text, language)]


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("1.234,5 tấn", "1,234.5 tonnes"),
        ("35 triệu người", "35 million people"),
        ("4,3 tỉ USD", "US$4.3 billion"),
        ("1.980 tỷ đồng", "VND1.98 trillion"),
        ("1 tỷ 200 triệu đồng", "VND1.2bn"),
        ("2,53 triệu tỷ đồng", "2.53 quadrillion dong"),
        ("6-8 triệu", "6-8 million"),
        ("từ 6 đến 8 triệu", "from 6 to 8 million"),
        ("tăng 5,5%", "up 5.5 percent"),
        ("10 phần trăm", "10%"),
        ("lần thứ XIII", "the 13th"),
        ("khóa XV", "15th tenure"),
        ("lần thứ hai", "the second"),
        ("ba trụ cột", "three pillars"),
        ("hai mươi lăm nước", "twenty-five countries"),
        ("một trăm linh năm", "one hundred and five"),
        ("năm nhiệm vụ", "five tasks"),
        ("mười năm", "ten years"),
        ("20 giờ 30", "8:30 p.m."),
        ("8 giờ tối", "8 pm"),
        ("4.5 điểm", "4.5 points"),
        ("Nghị quyết số 16-NQ/TW", "Resolution No. 16-NQ/TW"),
    ],
)
def test_the_same_number_in_both_languages(vi, en):
    assert set(values(vi)) == set(values(en, "en")) != set()


@pytest.mark.parametrize(
    "text",
    [
        "năm nay và trong năm qua",
        "đầu tư nước ngoài",
        "ông Đỗ Mười, Ba Lan, Hai Bà Trưng",
        "nhóm G7, vi rút H5N1, U23",
        "sáng thứ hai, thứ Ba tuần tới",
        "triệu tập và tỷ lệ",
        "ông XI MĂNG và VI PHẠM",
    ],
)
def test_no_numbers(text):
    assert values(text) == []


def test_kinds_and_places():
    text = "Lần thứ 13, tăng 5% vào ngày 14/12, hai nước."
    found = find_numbers(text)
    assert [text[n.start : n.end] for n in found] == [n.text for n in found]
    assert [(n.text, n.kind, n.spelled, n.in_date) for n in found] == [
        ("13", NumberKind.ORDINAL, False, False),
        ("5%", NumberKind.PERCENT, False, False),
        ("14", NumberKind.CARDINAL, False, True),
        ("12", NumberKind.CARDINAL, False, True),
        ("hai", NumberKind.CARDINAL, True, False),
    ]


def test_ordinals_do_not_run_into_cardinals():
    assert values("the first nine months", "en") == [1, 9]


def test_a_roman_number_in_capitals_needs_its_word():
    assert values("ĐẠI HỘI XIII CỦA ĐẢNG") == [13]
    assert values("thế kỷ XXI, quý II") == [21, 2]


@given(st.integers(0, 10**12), st.integers(0, 99))
@settings(max_examples=80)
def test_grouped_figures_agree(whole, cents):
    value = Decimal(f"{whole}.{cents:02d}")
    english = f"{value:,}"
    vietnamese = english.translate(str.maketrans(",.", ".,"))
    assert values(f"có {vietnamese} tấn") == values(f"has {english} tonnes", "en") == [value]


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_any_text_gives_ordered_numbers_that_stand_there(text):
    for language in ("vi", "en"):
        reached = 0
        for number in find_numbers(text, language):
            assert reached <= number.start < number.end
            assert text[number.start : number.end] == number.text
            reached = number.end
