import pytest

from translations import Style
from translations.terminology.titles import render_title_vi


@pytest.mark.parametrize(
    ("role", "english"),
    [
        ("Phó Thủ tướng Thường trực Chính phủ", "Permanent Deputy Prime Minister"),
        ("Thường trực Ban Bí thư", "Permanent Member of the Secretariat"),
        (
            "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
            "Politburo member and Permanent Member of the Secretariat",
        ),
        (
            "Trưởng ban Đối ngoại Trung ương",
            "Head of the Party Central Committee's Commission for External Relations",
        ),
        ("Bộ trưởng Bộ Ngoại giao", "Minister of Foreign Affairs"),
        ("Bộ trưởng Y tế", "Minister of Health"),
        ("Thứ trưởng Bộ Giao thông vận tải", "Deputy Minister of Transport"),
        ("Đại sứ Mỹ", "US Ambassador"),
        ("Đại sứ Hàn Quốc", "Ambassador of the Republic of Korea"),
        ("Đại sứ Việt Nam tại Hungary", "Vietnamese Ambassador to Hungary"),
        ("nguyên Thứ trưởng Bộ Y tế", "former Deputy Minister of Health"),
        ("cố Thủ tướng", "late Prime Minister"),
        ("Tổng thống Pháp", "French President"),
        ("Ngoại trưởng Mỹ", "US Secretary of State"),
        ("Phó Vụ trưởng Vụ ASEAN", "Deputy Director General of the ASEAN Department"),
        ("Thành viên Hội đồng Bảo an", "member of the Security Council"),
        ("Đại diện Bộ Công Thương", "representative of the Ministry of Industry and Trade"),
        ("Chủ tịch UBND tỉnh Lào Cai", "Chairman of the Lao Cai People's Committee"),
        ("Bí thư Tỉnh ủy Nghệ An", "Secretary of the Nghe An provincial Party Committee"),
        (
            "Ủy viên Trung ương Đảng, Thứ trưởng Bộ Y tế",
            "member of the Party Central Committee, Deputy Minister of Health",
        ),
    ],
)
def test_titles_are_composed(glossary, role, english):
    assert glossary.render_title(role) == english


@pytest.mark.parametrize(
    "role",
    [
        "",
        "huấn luyện viên",
        "Thường trực Ban Bí thư Trần Văn Bình",
        "Bộ trưởng Bộ Phép thuật",
        "," * 50,
    ],
)
def test_what_cannot_be_composed_wholly_is_not_composed(glossary, role):
    assert glossary.render_title(role) is None


def test_titles_follow_the_style(glossary):
    role = "Đại sứ Hoa Kỳ tại Việt Nam"
    assert glossary.render_title(role) == "US Ambassador to Viet Nam"
    assert glossary.render_title(role, Style.PRESS) == "US Ambassador to Vietnam"


def test_exact_titles_go_back(glossary):
    assert render_title_vi(glossary, "Minister of Health") == "Bộ trưởng Bộ Y tế"
    assert render_title_vi(glossary, "Minister of Magic") is None
