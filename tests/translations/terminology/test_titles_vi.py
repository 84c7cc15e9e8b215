"""Offices of English texts in Vietnamese. Names of countries are real, nobody is named."""

import pytest

from translations.terminology.titles_vi import render_title_vi


@pytest.mark.parametrize(
    ("role", "vietnamese"),
    [
        ("Minister of Health", "Bộ trưởng Bộ Y tế"),  # the glossary's own
        ("Norwegian Foreign Minister", "Ngoại trưởng Na Uy"),
        ("Foreign Minister of Norway", "Ngoại trưởng Na Uy"),
        ("Norway's Foreign Minister", "Ngoại trưởng Na Uy"),
        ("Norwegian Minister of Foreign Affairs", "Ngoại trưởng Na Uy"),
        ("former Norwegian Ambassador to Viet Nam", "cựu Đại sứ Na Uy tại Việt Nam"),
        ("US Ambassador to the United Nations", "Đại sứ Hoa Kỳ tại Liên hợp quốc"),
        ("US Secretary of State", "Ngoại trưởng Hoa Kỳ"),
        ("US Defense Secretary", "Bộ trưởng Quốc phòng Hoa Kỳ"),
        ("Japanese Defence Minister", "Bộ trưởng Quốc phòng Nhật Bản"),
        ("Chinese Minister of Commerce", "Bộ trưởng Thương mại Trung Quốc"),
        ("Chinese President", "Chủ tịch Trung Quốc"),
        ("President of the Philippines", "Tổng thống Philippines"),
        ("German Chancellor", "Thủ tướng Đức"),
        ("late King of Thailand", "cố Quốc vương Thái Lan"),
        ("ex-French President", "cựu Tổng thống Pháp"),
        ("South Korean Deputy Foreign Minister", "Thứ trưởng Ngoại giao Hàn Quốc"),
    ],
)
def test_offices_are_put_together(glossary, role, vietnamese):
    assert render_title_vi(glossary, role) == vietnamese


@pytest.mark.parametrize(
    "role",
    [
        "", "former", "Minister of Magic", "Norwegian", "Norwegian harpist",
        "Foreign Minister of Atlantis", "Ambassador to Atlantis", "President and Chief Executive",
        "of of of", "Minister of Foreign Affairs " * 50,
    ],
)  # fmt: skip
def test_what_is_not_understood_wholly_is_left_alone(glossary, role):
    assert render_title_vi(glossary, role) is None
