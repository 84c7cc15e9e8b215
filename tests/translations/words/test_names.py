import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations.words.names import (
    find_english_names,
    find_names,
    foreign_names,
    strip_marks,
    transliterate_name,
)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Đỗ Thị Ánh Nguyệt", "Do Thi Anh Nguyet"),
        ("Bùi Quốc Huỳnh", "Bui Quoc Huynh"),
        ("Marc Keller", "Marc Keller"),
        ("Jürgen Müller", "Jürgen Müller"),
        ("Tập Cận Bình", "Xi Jinping"),
        (unicodedata.normalize("NFD", "Lê Hữu Đạt"), "Le Huu Dat"),
    ],
)
def test_names_are_written_by_rule(name, english):
    assert transliterate_name(name) == english


def test_people_are_found_by_their_surnames():
    text = "Sáng 3/5, ông Nguyễn Minh Đức và bà Hà Thị Lan Anh dự lễ ở Hà Nội."
    assert [m.name for m in find_names(text)] == ["Nguyễn Minh Đức", "Hà Thị Lan Anh"]
    for match in find_names(text):
        assert text[match.start : match.end] == match.name


def test_known_spans_and_lower_case_end_a_name():
    text = "Thủ tướng Phan Văn Toàn Quốc hội"
    start = text.index("Quốc hội")
    assert [m.name for m in find_names(text, exclude=[(start, len(text))])] == ["Phan Văn Toàn"]
    assert find_names("nguyễn và trần là hai họ lớn") == []
    assert find_names("Cao Bằng và Lâm Đồng là hai tỉnh") == []


def test_foreigners_with_a_vietnamese_spelling_are_a_list():
    found = foreign_names("Ông gặp Lý Hiển Long và Lý Hiển.")
    assert [(m.name, m.english) for m in found] == [("Lý Hiển Long", "Lee Hsien Loong")]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40))
def test_stripping_marks_is_idempotent(text):
    assert strip_marks(strip_marks(text)) == strip_marks(text)


def test_places_in_viet_nam_get_their_marks_and_people_named_alike_do_not():
    def spelt(text):
        return [(name.name, marked) for name, marked in find_english_names(text)]

    assert spelt("Floods hit Quang Ngai and Can Tho.") == [
        ("Quang Ngai", "Quảng Ngãi"),
        ("Can Tho", "Cần Thơ"),
    ]
    assert spelt("Tran Long An came.") == [("Tran Long An", "")]
