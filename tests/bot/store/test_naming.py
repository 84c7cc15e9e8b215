"""All people, offices and conferences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.naming import Named, folded, match, spelt


def person(number: int, *names: str, roles: tuple[str, ...] = (), weight: int = 0) -> Named:
    return Named(number, folded(names), folded(roles), weight=(weight,), person=True)


def event(number: int, *names: str, year: str = "", weight: int = 0) -> Named:
    extra = frozenset({year} - {""})
    return Named(number, folded(names), extra=extra, weight=(weight,), spelt=spelt(names))


PEOPLE = [
    person(
        1, "Đỗ Thanh Quyên", "Do Thanh Quyen", roles=("Bộ trưởng Bộ Thủy lợi", "Minister of Water")
    ),
    person(2, "Lý Văn Thanh", roles=("Thứ trưởng Bộ Thủy lợi", "Deputy Minister of Water")),
    person(3, "Nguyễn Văn Tám", roles=("Giám đốc",)),
    person(4, "Lý Hồng Thanh", weight=5),
    person(5, "Trần Tân"),
    person(6, "Anna Lindqvist-Berg", roles=("Đại sứ",)),
]
EVENTS = [
    event(1, "Hội nghị Thủy lợi toàn quốc triển khai chương trình nước sạch",
          "National Water Conference", "Hội nghị thủy lợi 2031", year="2031"),
    event(2, "Hội nghị tổng kết công tác thủy lợi của Cục Đê điều", "Review Conference on Water Work"),
    event(3, "Diễn đàn Nước sạch", "Clean Water Forum", year="2030"),
    event(4, "Diễn đàn Nước sạch", year="2032"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Đỗ Thanh Quyên", (1,)),
        ("do thanh quyen", (1,)),
        ("DO  THANH QUYEN!", (1,)),
        ("bà Quyên", (1,)),
        ("thanh quyên", (1,)),
        ("quyen do thanh", (1,)),
        ("thanh", (4, 1, 2)),
        ("ly", (4, 2)),
        ("bo truong thuy loi", (1,)),
        ("Bộ trưởng Bộ Thủy lợi Đỗ Thanh Quyên", (1,)),
        ("minister of water", (1,)),
        ("deputy minister", (2,)),
        ("bộ trưởng bộ thủy lợi", (1,)),
        ("thu truong thuy loi", (2,)),
        ("lindqvist", (6,)),
        ("dothanhquyen", (1,)),
        ("do thanh quyeen", (1,)),
        ("lindqvits berg", (6,)),
        ("do tanh quyen", (1,)),
    ],
)
def test_people(query, found):
    matches = match(query, PEOPLE)
    assert sorted(matches.exact) == sorted(found)
    assert matches.near == ()


def test_the_likelier_first():
    assert match("thanh", PEOPLE).exact[0] == 4


def test_somebody_elses_name_is_only_near():
    """Tân for Tám may be somebody of whom there is nothing."""
    matches = match("Nguyễn Văn Tân", PEOPLE)
    assert matches.exact == ()
    assert matches.near[0] == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("thuy loi toan quoc", {1}),
        ("hoi nghi thuy loi", {1}),
        ("national water conference", {1}),
        ("the National Conference, Water", {1}),
        ("Hội nghị Thủy lợi toàn quốc 2031", {1}),
        ("hoi nghi tong ket", {2}),
        ("dien dan nuoc sach", {3, 4}),
        ("dien dan nuoc sach 2032", {4}),
        ("clean water forum", {3}),
        ("hoi nghi", {1, 2}),
        ("nwc", {1}),
        ("natinal water conference", {1}),
        ("hội nghi thủy lơi toan quôc", {1}),
    ],
)
def test_events(query, found):
    assert set(match(query, EVENTS).exact) == found


@pytest.mark.parametrize(
    "query",
    ["", "   ", "?!.", "xyzzy", "con mèo ngủ trên mái", "%' OR 1=1 --", "ab", "🙂", "a" * 5000],
)
def test_garbage_finds_nothing(query):
    for things in (PEOPLE, EVENTS):
        matches = match(query, things)
        assert matches.exact == ()
        assert matches.near == ()


def test_one_word_that_is_a_name_finds_those_that_have_it_as_well():
    things = [event(1, "Hội Sen", "SEN"), event(2, "Diễn đàn SEN mở rộng"), event(3, "Diễn đàn Mở")]
    assert match("sen", things).exact == (1, 2)
    assert match("hội sen", things).exact == (1,)


def test_short_english_words_are_vietnamese_names_too():
    things = [person(1, "Đặng Lâm"), event(2, "Hội nghị châu Á")]
    assert match("Tô Lâm", things).exact == ()
    assert match("Đông Á", things).exact == ()
    assert match("đồng chí Lâm", things).exact == (1,)


def test_an_office_is_not_the_office_below_or_before_it():
    things = [
        person(1, "Lý A", roles=("Vice President of the Water Board",)),
        person(2, "Lý B", roles=("Nguyên Chủ tịch Hội Nước",)),
        person(3, "Lý C", roles=("Permanent Deputy Chairman of the Water Board",)),
    ]
    assert match("president of the water board", things).exact == ()
    assert match("chủ tịch hội nước", things).exact == ()
    assert match("deputy chairman", things).exact == (3,)
    assert match("nguyên chủ tịch", things).exact == (2,)


def test_nothing_among_nothing():
    assert match("anything", []).exact == ()


NAMES = st.lists(
    st.sampled_from(
        ["lan", "mai", "tuan", "hung", "thanh", "quyen", "binh", "minh", "son", "ha", "phong", "vy"]
    ),
    min_size=2,
    max_size=4,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=8, unique=True), st.data())
def test_a_whole_name_is_always_found_and_alone(names, data):
    things = [person(number, name) for number, name in enumerate(names)]
    number = data.draw(st.integers(0, len(names) - 1))
    assert match(names[number].upper(), things).exact == (number,)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_query(query):
    for things in (PEOPLE, EVENTS):
        matches = match(query, things)
        assert not (matches.exact and matches.near)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("biển Đông", ()),
        ("bien dong", ()),
        ("ven biển", (1,)),
        ("đồng biển", (1,)),
        ("cong bien", (1,)),
        ("forum seaside", (1,)),
        ("ven Biển hội thảo", (1,)),
    ],
)
def test_syllables_that_meet_by_chance_are_no_name(query: str, found: tuple[int, ...]) -> None:
    things = [event(1, "Hội thảo cộng đồng ven biển", "Seaside Forum")]
    assert match(query, things).exact == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("biển Đông", ()),
        ("bien dong", ()),
        ("khóa hợp", (1,)),
        ("khoa hpo", (1,)),
        ("lien hiệp", (1,)),
    ],
)
def test_slips_that_make_a_name_by_chance_are_none(query: str, found: tuple[int, ...]) -> None:
    things = [event(1, "Khóa họp 72 Đại hội đồng Liên hiệp quốc")]
    assert match(query, things).exact == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("chuyến thăm của ông Kent", (1,)),
        ("visit of Kent to Japan", (1,)),
        ("thăm Nhật Bản", (1,)),
        # neither an office nor a name alone means a visit, nor what is near a word of all visits
        ("Bộ trưởng Ngoại giao", ()),
        ("Adam Kent", ()),
        ("chuyến thăm của ông Tập", ()),
    ],
)
def test_a_visit_is_meant_where_one_is_asked_for(query, found):
    names = (
        "Chuyến thăm cấp Nhà nước tới Nhật Bản của Bộ trưởng Ngoại giao Adam Kent",
        "State visit to Japan by Foreign Minister Adam Kent",
    )
    shared = frozenset(
        [
            "chuyen",
            "tham",
            "cua",
            "toi",
            "cap",
            "nha",
            "nuoc",
            "ong",
            "visit",
            "state",
            "to",
            "by",
            "of",
        ]
    )
    visit = Named(1, folded(names), extra=shared, spelt=spelt(names), needs={"tham", "visit"})
    assert match(query, [visit]).exact == found
