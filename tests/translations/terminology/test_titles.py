import pytest

from translations import Style


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
        "Bộ trưởng Phép thuật Nga",
        "chuyên gia về mọi thứ",
        "phu nhân Nhật Bản",
        "thị trưởng của thành phố này",
        "Giám đốc XYZ",
        "thủ tướng đắc cử",
        "đương nhiệm",
        "cố",
        "," * 50,
    ],
)
def test_what_cannot_be_composed_wholly_is_not_composed(glossary, role):
    assert glossary.render_title(role) is None


@pytest.mark.parametrize(
    ("role", "english"),
    [
        ("Phát ngôn viên Bộ Ngoại giao Nga", "Spokesperson of the Russian Ministry of Foreign Affairs"),
        ("người phát ngôn bộ Ngoại giao Mỹ", "Spokesperson of the US Department of State"),
        ("phát ngôn viên của Nhà Trắng", "White House Spokesperson"),
        ("Bộ trưởng Thương mại Trung Quốc", "Chinese Minister of Commerce"),
        ("Bộ trưởng Thống nhất Hàn Quốc", "Minister of Unification of the Republic of Korea"),
        ("Bộ trưởng Quốc phòng Mỹ", "US Secretary of Defense"),
        ("Bộ trưởng Tư pháp Hoa Kỳ", "US Attorney General"),
        ("Bộ trưởng Nội vụ Anh", "British Home Secretary"),
        ("Ngoại trưởng Anh", "British Foreign Secretary"),
        ("lãnh đạo Triều Tiên", "leader of the Democratic People's Republic of Korea"),
        ("nhà lãnh đạo Nga", "Russian leader"),
        ("Thủ tướng Nhật", "Japanese Prime Minister"),
        ("Tổng thống đắc cử Mỹ", "US President-elect"),
        ("Tổng thống Mỹ đắc cử", "US President-elect"),
        ("Tổng thống đương nhiệm Pháp", "French President"),
        ("thủ tướng lâm thời Nepal", "interim Nepali Prime Minister"),
        ("Đại sứ Syria tại Liên hợp quốc (LHQ)", "Syrian Ambassador to the United Nations"),
        ("Phó Đại sứ Australia tại Việt Nam", "Australian Deputy Ambassador to Viet Nam"),
        ("cựu Giám đốc Cục Điều tra Liên bang (FBI)", "former FBI Director"),
        ("Tổng Thư ký NATO", "NATO Secretary General"),
        ("thị trưởng London", "Mayor of London"),
        ("Thống đốc bang Iowa", "Governor of Iowa"),
        ("nghị sĩ đảng Dân chủ", "Democratic lawmaker"),
        ("nhà phân tích người Áo", "Austrian analyst"),
        ("chuyên gia quân sự tại Bắc Kinh", "military expert in Beijing"),
        ("quan chức cấp cao Trung Quốc", "senior Chinese official"),
        ("Đặc phái viên Mỹ về vấn đề Syria", "US Special Envoy for Syria"),
        ("cố vấn Nhà Trắng", "White House adviser"),
        ("Phó cố vấn An ninh quốc gia", "Deputy National Security Adviser"),
        ("trợ lý Tổng thống Mỹ", "Assistant to the US President"),
        ("trợ lý Ngoại trưởng Mỹ", "US Assistant Secretary of State"),
        ("cố vấn của Thủ tướng Nhật", "adviser to the Japanese Prime Minister"),
        ("Hoàng tử", "Prince"),
        ("Thái tử Arab Saudi", "Saudi Arabian Crown Prince"),
        ("Nữ hoàng Anh", "British Queen"),
        ("nữ phát ngôn viên Lầu Năm Góc", "Pentagon Spokesperson"),
        ("Bộ trưởng Bộ NN & PTNT", "Minister of Agriculture and Rural Development"),
    ],
)  # fmt: skip
def test_posts_that_the_glossary_has_not(glossary, role, english):
    assert glossary.render_title(role) == english


def test_titles_follow_the_style(glossary):
    role = "Đại sứ Hoa Kỳ tại Việt Nam"
    assert glossary.render_title(role) == "US Ambassador to Viet Nam"
    assert glossary.render_title(role, Style.PRESS) == "US Ambassador to Vietnam"
