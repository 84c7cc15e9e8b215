"""Persons, their roles, and who is meant by an office or a pronoun. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document, Sentence
from summarizer.facts import Facts, Kind, Place, extract
from summarizer.facts.persons.sightings import find_sightings
from summarizer.facts.words.lexicon import lexicon
from summarizer.facts.words.tokens import line_of


def read(*paragraphs: str, title: str = "Tin trong ngày", lead: str = "") -> Facts:
    return extract(Document.of(title, paragraphs, lead=lead, language="vi"))


def roles(facts: Facts) -> dict[str, str]:
    return {s.name: s.role for s in facts.speakers if s.kind is Kind.PERSON}


def seen(text: str, language: str = "vi") -> list[tuple[str, str]]:
    return [(s.name, s.role) for s in find_sightings(line_of(text), lexicon(language)) if s.name]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Bộ trưởng Bộ Ngoại giao Trần Văn Khải cho biết",
            "Trần Văn Khải",
            "Bộ trưởng Bộ Ngoại giao",
        ),
        (
            "thứ trưởng Bộ Kế hoạch và đầu tư Lê Thị Hoài Ân nói",
            "Lê Thị Hoài Ân",
            "thứ trưởng Bộ Kế hoạch và đầu tư",
        ),
        ("Đại sứ Mỹ Harold Winkleman phát biểu", "Harold Winkleman", "Đại sứ Mỹ"),
        (
            "Bộ trưởng Quốc phòng Indonesia Wiranto Sukardjo gặp",
            "Wiranto Sukardjo",
            "Bộ trưởng Quốc phòng Indonesia",
        ),
        (
            "Tổng bí thư - Chủ tịch nước Trung Quốc Vương Khắc Minh thăm",
            "Vương Khắc Minh",
            "Tổng bí thư - Chủ tịch nước Trung Quốc",
        ),
        (
            "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Đỗ Văn Hiệp dự",
            "Đỗ Văn Hiệp",
            "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
        ),
        (
            "Ông Ngô Đình Lực - chủ tịch Phòng Thương mại và công nghiệp Việt Nam khẳng định",
            "Ngô Đình Lực",
            "chủ tịch Phòng Thương mại và công nghiệp Việt Nam",
        ),
        (
            "Ông Alan Brettwood, giám đốc Ban Thư ký APEC quốc tế, cho biết",
            "Alan Brettwood",
            "giám đốc Ban Thư ký APEC quốc tế",
        ),
        (
            "Chủ tịch Hội đồng quản trị, ông Phan Hữu Tín, nói",
            "Phan Hữu Tín",
            "Chủ tịch Hội đồng quản trị",
        ),
        (
            "Thị trưởng thành phố Oslo Kari Lie Dahl nói",
            "Kari Lie Dahl",
            "Thị trưởng thành phố Oslo",
        ),
        ("Bộ trưởng Olympic Shunji Tanabe dự", "Shunji Tanabe", "Bộ trưởng Olympic"),
        (
            "quan chức Phủ Tổng thống Park Gun Min đến",
            "Park Gun Min",
            "quan chức Phủ Tổng thống",
        ),
        (
            "Trung tướng Hồ Gia Lâm, Phó Tổng Tham mưu trưởng Quân đội Nhân dân Việt Nam cho biết",
            "Hồ Gia Lâm",
            "Trung tướng, Phó Tổng Tham mưu trưởng Quân đội Nhân dân Việt Nam",
        ),
        (
            "Ông Hồ Gia Lâm - Cục trưởng Chống tham nhũng nói",
            "Hồ Gia Lâm",
            "Cục trưởng Chống tham nhũng",
        ),
        (
            "người đứng đầu Văn phòng An ninh của Tổng thống Hàn Quốc, ông Park Ui Min, đến",
            "Park Ui Min",
            "",
        ),
        ("Tổng thống Hàn Quốc Moon Dae-jin đến", "Moon Dae-jin", "Tổng thống Hàn Quốc"),
        ("Tổng thống Ấn Độ Ram Dev Patil thăm", "Ram Dev Patil", "Tổng thống Ấn Độ"),
        ("Thứ trưởng Quốc phòng Kim Hyok - chol nói", "Kim Hyok - chol", "Thứ trưởng Quốc phòng"),
        ("Bộ trưởng Quốc phòng Pak Hyok - sik nói", "Pak Hyok - sik", "Bộ trưởng Quốc phòng"),
        (
            "Bộ trưởng Văn hóa, Thể thao và Du lịch Hồ An Bình dự",
            "Hồ An Bình",
            "Bộ trưởng Văn hóa, Thể thao và Du lịch",
        ),
        ("nguyên Phó Thủ tướng Vũ Quang Lâm nhớ lại", "Vũ Quang Lâm", "nguyên Phó Thủ tướng"),
    ],
)
def test_longest_title_and_name(text: str, name: str, role: str) -> None:
    assert seen(text) == [(name, role)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ngoài các cuộc gặp lãnh đạo chính trị, Tổng thống Harlan sẽ gặp doanh nghiệp.",
            {"Harlan": "Tổng thống"},
        ),
        (
            "Đại sứ Na Uy tại Mỹ - Tiến sĩ Kari Lindholm tổ chức bữa tiệc.",
            {"Kari Lindholm": "Đại sứ Na Uy tại Mỹ"},
        ),
        (
            "Từ trái qua: Ngoại trưởng Singapore Vivian Karlsson, Ngoại trưởng Thái Lan Don Perrinova.",
            {"Vivian Karlsson": "Ngoại trưởng Singapore", "Don Perrinova": "Ngoại trưởng Thái Lan"},
        ),
        ("Một tiến sĩ tại Đại học Winterbourne viết báo cáo này.", {}),
        (
            "Phát biểu tại Hội nghị Các Tổng giám đốc APEC, ông Harlan cho rằng cần hợp tác.",
            {"Harlan": ""},
        ),
        ("TT Harlan nói vậy. TT Lê Văn Mẫn đồng ý.", {"Harlan": "Tổng thống", "Lê Văn Mẫn": "Thủ tướng"}),
        ("Tàu đi quanh Vòng Bắc Cực và ghé Greenland.", {}),
    ],
)  # fmt: skip
def test_whose_an_office_is(text: str, found: dict[str, str]) -> None:
    assert roles(read(text)) == found


def test_a_name_that_ends_like_a_form_of_address_is_kept_whole() -> None:
    assert seen("Bí thư Thành ủy Nguyễn Tuấn Anh nói")[0][0] == "Nguyễn Tuấn Anh"


def test_who_is_listed_next_is_no_apposition() -> None:
    found = seen("Có Chủ tịch nước Lê Quang Định, Thủ tướng Trần Hữu Phong và ông Bùi An Khê")
    assert [name for name, _ in found] == ["Lê Quang Định", "Trần Hữu Phong", "Bùi An Khê"]
    assert found[0][1] == "Chủ tịch nước"


def test_a_subject_after_a_comma_does_not_become_the_role() -> None:
    found = seen("Tại buổi làm việc với Thủ tướng Trần Hữu Phong, lãnh đạo tỉnh Cao Bằng đề xuất")
    assert found == [("Trần Hữu Phong", "Thủ tướng")]


@pytest.mark.parametrize(
    "text",
    [
        "Tai nạn ở đường Trần Quang Khải và phố Lê Văn Sỹ.",
        "Trường đại học Tôn Thất Lập khai giảng.",
        "Anh và Đức ký thỏa thuận với Tây Ban Nha.",
        "Hội nghị Đối ngoại toàn quốc diễn ra tại Hà Nội.",
    ],
)
def test_streets_schools_and_countries_are_no_persons(text: str) -> None:
    assert roles(read(text)) == {}


def test_short_names_join_the_full_one() -> None:
    facts = read(
        'Ông Vũ Đình Lộc, giám đốc Sở Ngoại vụ, phát biểu: "Chúng tôi sẵn sàng".',
        "Ông Lộc nói thêm rằng việc này cần thời gian.",
        "Tổng thống Mỹ Ronald Crump tuyên bố như vậy. Ông Crump không giải thích.",
    )
    assert roles(facts) == {
        "Vũ Đình Lộc": "giám đốc Sở Ngoại vụ",
        "Ronald Crump": "Tổng thống Mỹ",
    }
    assert {s.speaker for s in facts.statements if s.paragraph == 1} == {"Vũ Đình Lộc"}


def test_two_people_with_one_surname_and_title_stay_two() -> None:
    facts = read(
        "Thứ trưởng Nguyễn Văn Toản nói tại Hà Nội. Thứ trưởng Nguyễn Thị Toàn Mỹ nói tại Huế."
    )
    assert set(roles(facts)) == {"Nguyễn Văn Toản", "Nguyễn Thị Toàn Mỹ"}


def test_an_office_before_its_holder_is_resolved_forwards() -> None:
    facts = read(
        "Đây là yêu cầu của Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Đỗ Văn Hiệp tại cuộc họp.",
        lead="Thường trực Ban Bí thư yêu cầu các cơ quan tiếp tục đổi mới.",
    )
    first = facts.statements[0]
    assert (first.paragraph, first.speaker) == (-1, "Đỗ Văn Hiệp")


def test_an_office_of_another_country_is_not_the_own_one() -> None:
    facts = read(
        "Thủ tướng Trần Hữu Phong tiếp Thủ tướng Nhật Bản Kenji Moritaka.",
        "Thủ tướng khẳng định quan hệ hai nước rất tốt.",
        "Thủ tướng Nhật Bản cho biết ông rất vui.",
    )
    by_paragraph = {s.paragraph: s.speaker for s in facts.statements}
    assert by_paragraph == {1: "Trần Hữu Phong", 2: "Kenji Moritaka"}


def test_pronouns_follow_gender() -> None:
    facts = read(
        "Bà Lê Thị Hoài Ân gặp ông Phan Hữu Tín.",
        "Ông cho biết sẽ trở lại.",
        "Bà Hoài Ân cảm ơn. Bà nhấn mạnh điều đó.",
    )
    assert [s.speaker for s in facts.statements if s.paragraph == 1] == ["Phan Hữu Tín"]
    assert {s.speaker for s in facts.statements if s.paragraph == 2} == {"Lê Thị Hoài Ân"}


def test_credits_and_bylines_are_no_speakers() -> None:
    document = Document(
        title="Tin",
        paragraphs=("Bộ trưởng Trần Văn Khải nói.", "Mai Thùy Dung"),
        sentences=Document.of("Tin", ["Bộ trưởng Trần Văn Khải nói.", "Mai Thùy Dung"]).sentences,
        captions=("Thủ tướng Phan Hữu Tín tại lễ ký. Ảnh: Đỗ Phong Vân/TTXVN",),
        teasers=("Thủ tướng Chính phủ Phan Hữu Tín làm việc với Bộ Ngoại giao",),
    )
    facts = extract(document)
    assert set(roles(facts)) == {"Trần Văn Khải", "Phan Hữu Tín"}
    elsewhere = next(s for s in facts.speakers if s.name == "Phan Hữu Tín")
    assert {m.place for m in elsewhere.mentions} == {Place.CAPTION, Place.TEASER}
    assert elsewhere.role == "Thủ tướng Chính phủ"
    assert not [s for s in facts.statements if s.speaker == "Phan Hữu Tín"]


def test_english_titles_and_names() -> None:
    facts = extract(
        Document.of(
            "Forum opens",
            [
                "Vietnamese Foreign Minister Tran Van Khai said ties were good. Khai added that more could be done.",
                "According to Le An Khe, head of the Party Central Committee's Commission for External Relations, the work goes on. He urged ministries to help.",
            ],
            language="en",
        )
    )
    assert roles(facts) == {
        "Tran Van Khai": "Vietnamese Foreign Minister",
        "Le An Khe": "head of the Party Central Committee's Commission for External Relations",
    }
    assert [s.speaker for s in facts.statements] == ["Tran Van Khai"] * 2 + ["Le An Khe"] * 2


def test_other_languages_have_no_facts() -> None:
    assert extract(Document.of("Un titre", ["Le ministre parle."], language="other")) == Facts()


@pytest.mark.parametrize(
    "text", ["", "...", '"', "ông", "Ông", "Thủ tướng", "(", "“", "A", "- - -", "TP.HCM"]
)
def test_odd_input_is_no_error(text: str) -> None:
    document = Document(title=text, paragraphs=(text,), sentences=(Sentence(0, 0, text),))
    assert all(s.kind is not Kind.PERSON for s in extract(document).speakers)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Thủ tướng Campuchia Hong Sok đến Hà Nội", "Hong Sok", "Thủ tướng Campuchia"),
        ("Ngoại trưởng Mỹ vừa nhậm chức Mark Bolton", "Mark Bolton", "Ngoại trưởng Mỹ"),
    ],
)
def test_names_after_a_country(text: str, name: str, role: str) -> None:
    [(found, full)] = seen(text)
    assert found == name
    assert full.startswith(role)


def test_a_chain_of_offices_belongs_to_the_name_after_it() -> None:
    facts = read(
        "Cùng đi có Phó Thủ tướng Trần Văn Khải, Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Quang Định."
    )
    assert roles(facts)["Trần Văn Khải"] == "Phó Thủ tướng"


def test_an_assistant_is_not_whom_he_assists() -> None:
    facts = read("Phát ngôn viên của Thủ tướng Anh Martha Wells nói rằng việc còn nhiều.")
    assert roles(facts) == {"Martha Wells": "Thủ tướng Anh"}
    assert facts.statements == ()


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("vụ đầu độc cựu điệp viên Sergei Volkonin ở London", "Sergei Volkonin", "cựu điệp viên"),
        (
            "viết bởi nhà thơ, nhà viết kịch và nhà sử học người Đức Friedrich Maller.",
            "Friedrich Maller",
            "nhà thơ, nhà viết kịch và nhà sử học người Đức",
        ),
        ("tỉ phú Quách Văn Mẫn xin tị nạn", "Quách Văn Mẫn", "tỉ phú"),
        ("theo cây bút Corinna da Monteca - Wolheim", "Corinna da Monteca - Wolheim", "cây bút"),
        (
            "Đại diện đặc biệt của Mỹ về vấn đề Ukraine Kurt Volmer đến",
            "Kurt Volmer",
            "Đại diện đặc biệt của Mỹ về vấn đề Ukraine",
        ),
        ("Thống đốc bang Arvenia Kevin Stone nói", "Kevin Stone", "Thống đốc bang Arvenia"),
        (
            "Tư lệnh lực lượng vũ trang Indonesia, tướng Gatot Nurwanto, chào phóng viên",
            "Gatot Nurwanto",
            "Tư lệnh lực lượng vũ trang Indonesia, tướng",
        ),
        (
            "Tiến sĩ Lê Xuân Cảnh, Viện trưởng Viện nghiên cứu châu Phi, Viện Hàn lâm khoa học, nêu",
            "Lê Xuân Cảnh",
            "Tiến sĩ, Viện trưởng Viện nghiên cứu châu Phi, Viện Hàn lâm khoa học",
        ),
        (
            "Jason Greenfeld, phái viên của Tramper tại Trung Đông.",
            "Jason Greenfeld",
            "phái viên của Tramper tại Trung Đông",
        ),
        (
            "Ông Mikhail Barakov, tổng biên tập tạp chí Moscow Defense, cho biết",
            "Mikhail Barakov",
            "tổng biên tập tạp chí Moscow Defense",
        ),
        (
            "Thủ tướng Nhật Bản Kenji Morita, cũng như Chủ tịch",
            "Kenji Morita",
            "Thủ tướng Nhật Bản",
        ),
    ],
)
def test_trades_ranks_and_bodies_around_a_name(text: str, name: str, role: str) -> None:
    assert seen(text) == [(name, role)]


def test_who_is_met_lends_no_office() -> None:
    opening = "Trong cuộc gặp với Tổng Thư ký LHQ, Thủ tướng Lê Văn Khánh khẳng định lập trường."
    assert seen(opening) == [("Lê Văn Khánh", "Thủ tướng")]
    chain = "cuộc gặp của Tổng bí thư, Chủ tịch nước Lê Văn Khánh với đoàn"
    assert seen(chain) == [("Lê Văn Khánh", "Tổng bí thư, Chủ tịch nước")]
    between = "họp với Bộ trưởng Công an Trần Thanh Côn, Bộ trưởng Tư pháp Mỹ, ông Jeff Sallow, nêu"
    assert seen(between) == [
        ("Trần Thanh Côn", "Bộ trưởng Công an"),
        ("Jeff Sallow", "Bộ trưởng Tư pháp Mỹ"),
    ]


def test_relatives_and_listed_names_are_people_without_an_office() -> None:
    text = "Trong đoàn có con rể Jared Kushman, con gái Ivana Tramper và hai công dân Canada."
    assert seen(text) == [("Jared Kushman", ""), ("Ivana Tramper", "")]
    held = "việc bắt hai công dân Canada Michael Korvig và Michael Spavin"
    assert seen(held) == [("Michael Korvig", ""), ("Michael Spavin", "")]
    both = "các nghị sĩ John Makin và Bob Menders đến"
    assert [role for _, role in seen(both)] == ["nghị sĩ", "nghị sĩ"]


@pytest.mark.parametrize(
    "text",
    [
        "chào mừng nhà lãnh đạo thế giới dự hội nghị G 20.",
        "có 12 giáo sư Nobel và nhiều nhà khoa học",
        "Hội nghị Doanh nghiệp (CEO Summit), một sự kiện",
        "Đại sứ quán Mỹ xin lỗi",
        "hãng bia lớn nhất Phiippia San Manuel cũng cho biết sẽ mua",
        "tờ báo Nhật Bản Maichi Shinbo tiết lộ",
        "gặp Thống đốc bang Hạ Lan; dự diễn đàn",
    ],
)
def test_groups_things_and_places_are_no_people(text: str) -> None:
    assert all(s.kind is not Kind.PERSON for s in read(text).speakers)


def test_one_syllable_after_a_title_is_somebody_whose_full_name_is_there() -> None:
    facts = read(
        "Bà Bành Lệ Quyên và chồng đến thăm.",
        "Phu nhân Bành mỉm cười và cảm ơn chủ nhà.",
        "Đại sứ Trung Quốc tại Việt Nam Hùng Ba (trái) đến dự.",
        "Đại sứ Hùng đánh giá quan hệ đang tốt.",
    )
    assert set(roles(facts)) == {"Bành Lệ Quyên", "Hùng Ba"}
    assert [(s.paragraph, s.speaker) for s in facts.statements] == [
        (1, "Bành Lệ Quyên"),
        (3, "Hùng Ba"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Trưởng ban Pháp chế (HĐND TP Hà Nội) Lê Hoài Bắc chất vấn",
            "Lê Hoài Bắc",
            "Trưởng ban Pháp chế (HĐND TP Hà Nội)",
        ),
        (
            "Benjamin J. Rodes, phó cố vấn an ninh quốc gia, nói",
            "Benjamin J. Rodes",
            "phó cố vấn an ninh quốc gia",
        ),
        (
            "ông Vitaly Mutkin, 59 tuổi, cựu bộ trưởng thể thao Nga, đến",
            "Vitaly Mutkin",
            "cựu bộ trưởng thể thao Nga",
        ),
        ("Yuri Borisenko, 61 tuổi, phụ trách công nghiệp", "Yuri Borisenko", ""),
        (
            "Thủ tướng Thái Lan Prayuth Chan - o - cha tuyên bố",
            "Prayuth Chan - o - cha",
            "Thủ tướng Thái Lan",
        ),
        (
            "Bộ trưởng Ngoại giao Triều Tiên Ri Yong - Ho nói",
            "Ri Yong - Ho",
            "Bộ trưởng Ngoại giao Triều Tiên",
        ),
        ("ông Dmitry Medvek giữ chức thủ tướng nước này", "Dmitry Medvek", "thủ tướng"),
    ],
)
def test_brackets_ages_and_hyphens(text: str, name: str, role: str) -> None:
    assert seen(text) == [(name, role)]


def test_an_envoy_is_not_who_sent_him() -> None:
    facts = read(
        "Đặc phái viên của Tổng Bí thư Lê Hữu Trọng đề nghị hai bên cùng nỗ lực.",
        "Chiều nay ông Hoàng Minh Quán, đặc phái viên của Tổng Bí thư Lê Hữu Trọng, đến Bắc Kinh.",
        "Người phát ngôn văn phòng Ngoại trưởng Kanno, ông Norio Maruta, từ chối trả lời.",
        "Ngoại trưởng Nhật Bản Taro Kanno ở lại.",
    )
    assert roles(facts)["Lê Hữu Trọng"] == "Tổng Bí thư"
    assert roles(facts)["Hoàng Minh Quán"] == "đặc phái viên"
    assert roles(facts)["Taro Kanno"] == "Ngoại trưởng Nhật Bản"
    assert [(s.paragraph, s.speaker) for s in facts.statements][:1] == [(0, "Hoàng Minh Quán")]


def test_one_person_whatever_the_hyphens() -> None:
    facts = read(
        "Lãnh đạo Triều Tiên Kim Yong-un đến.",
        "Ông Kim Yong Un nói sẽ về.",
        "Chủ tịch Kim Yong - un đi.",
    )
    assert len(roles(facts)) == 1


def test_a_counterpart_has_the_office_of_who_meets_him() -> None:
    facts = read(
        "Ngoại trưởng Trung Quốc Vương Khắc Minh gặp người đồng cấp Đức Sigmar Gabler.",
        "Về phần mình, Ngoại trưởng Đức bày tỏ quan ngại.",
    )
    assert [(s.paragraph, s.speaker) for s in facts.statements] == [(1, "Sigmar Gabler")]
    assert roles(facts)["Sigmar Gabler"] == ""


@pytest.mark.parametrize(
    "text", ["Dự án ở quận Hai Bà Trưng chậm.", "Khách sạn ở Lý Thường Kiệt đóng cửa."]
)
def test_streets_and_districts_are_no_people(text: str) -> None:
    assert roles(read(text)) == {}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "các quan chức Nhà Trắng và thậm chí chính Tổng thống Daniel Trumbull đến",
            "Daniel Trumbull",
            "Tổng thống",
        ),
        (
            "bắt ông Lê Tấn Hòa (56 tuổi, nguyên Tổng giám đốc Công ty Nông nghiệp)",
            "Lê Tấn Hòa",
            "nguyên Tổng giám đốc Công ty Nông nghiệp",
        ),
        ("Tổng thống Bashar al-Jafar đến", "Bashar al-Jafar", "Tổng thống"),
        (
            "Ernst van den Berk, giám đốc tổ chức cây trồng, nói",
            "Ernst van den Berk",
            "giám đốc tổ chức cây trồng",
        ),
    ],
)
def test_offices_among_others_and_particles(text: str, name: str, role: str) -> None:
    assert seen(text) == [(name, role)]


@pytest.mark.parametrize(
    "text",
    [
        "bị cáo nguyên Chủ tịch OceanTrust khai như vậy",
        "Chủ tịch UBND phường Thạch Quảng đến dự",
        "Trực thăng của chủ tịch Westford City rơi",
        "Công ty dầu khí và khí đốt tự nhiên khổng lồ Saudi Aranco cho biết đang đàm phán",
    ],
)
def test_firms_clubs_and_wards_are_no_people(text: str) -> None:
    assert roles(read(text)) == {}


def test_what_happens_to_people_shows_that_a_name_is_one() -> None:
    assert roles(read("Jamal Kashoven bị sát hại hồi tháng 10.")) == {"Jamal Kashoven": ""}
    assert roles(read("Boeing Sonic bị hoãn hồi tháng 10.")) == {}


def test_an_assistant_is_not_the_one_of_another_country() -> None:
    facts = read(
        "Phát ngôn viên Điện Kremlin Dmitry Peskin nói Nga sẽ không đổi.",
        "Trước đó, phát ngôn viên của Thủ tướng Anh Teresa Maynard nói quan hệ sẽ khác.",
        "Ông Medin sẽ đại diện ông Boris Vladenko dự họp.",
        "Đại diện Nhà Trắng cho biết ông Vladenko sẽ không đến.",
    )
    assert [s.paragraph for s in facts.statements if s.speaker == "Dmitry Peskin"] == [0]
    assert "Boris Vladenko" not in {s.speaker for s in facts.statements}


def test_short_countries_and_double_names() -> None:
    assert seen("Tổng thống Hàn Moon Jae - dong đến") == [("Moon Jae - dong", "Tổng thống Hàn")]
    assert seen("bà Mary Seet - Chang nói") == [("Mary Seet - Chang", "")]
    assert seen("Choo Mi - yon, lãnh đạo đảng cầm quyền, phát biểu") == [
        ("Choo Mi - yon", "lãnh đạo đảng cầm quyền")
    ]


def test_english_names_after_a_verb_of_speech() -> None:
    text = "“We will keep working together,” said Harold Winkleman, the US ambassador to Vietnam."
    facts = extract(Document.of("Talks", [text], language="en"))
    assert roles(facts) == {"Harold Winkleman": "US ambassador to Vietnam"}
    assert [s.speaker for s in facts.statements] == ["Harold Winkleman"]


def test_peoples_are_no_people() -> None:
    assert roles(read("Nhóm Duy Ngô Nhĩ đe dọa và tuyên bố sẽ trở lại.")) == {}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Norvian Ambassador Ingrid Dahl said so.", "Ingrid Dahl", "Ambassador"),
        ("Norvian Prime Minister Erik Lind said so.", "Erik Lind", "Prime Minister"),
    ],
)
def test_an_unknown_country_is_no_first_name(text: str, name: str, role: str) -> None:
    assert seen(text, "en") == [(name, role)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Tổng thống Moon và Thủ tướng Lê Văn Bê đã gặp nhau",
            [("Lê Văn Bê", "Thủ tướng")],
        ),
        (
            "Thủ tướng Phúc và Chủ tịch Quốc hội Trần Thị Tư cùng dự",
            [("Trần Thị Tư", "Chủ tịch Quốc hội")],
        ),
        # one person with two offices
        (
            "Chủ tịch ASEAN và Thủ tướng Thái Lan Somchai Raksa phát biểu",
            [("Somchai Raksa", "Chủ tịch ASEAN và Thủ tướng Thái Lan")],
        ),
    ],
)
def test_two_offices_are_one_persons_only_without_a_name_between(
    text: str, roles: list[tuple[str, str]]
) -> None:
    assert seen(text) == roles


# -- spellings of names ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"), [("Lê Văn Tú", "Lê Văn Tư"), ("Đỗ Bá Hùng", "Đỗ Bá Hưng")]
)
def test_people_whose_names_differ_in_marks_are_two(one: str, other: str) -> None:
    facts = read(f"Thứ trưởng {one} nói về ASEAN. Thứ trưởng {other} nói về EU.")
    assert list(roles(facts)) == [one, other]
    assert [s.speaker for s in facts.statements] == [one, other]


def test_a_given_name_means_whom_its_marks_fit() -> None:
    facts = read(
        "Thứ trưởng Lê Văn Tú nói về ASEAN. Thứ trưởng Lê Văn Tư nói về EU.",
        "Ông Tú nói thêm về WTO. Ông Tư nói thêm về APEC.",
    )
    said = [s.speaker for s in facts.statements]
    assert said == ["Lê Văn Tú", "Lê Văn Tư", "Lê Văn Tú", "Lê Văn Tư"]


def test_a_name_without_marks_is_whom_it_fits() -> None:
    facts = read("Thứ trưởng Lê Văn Tú nói về ASEAN. Thứ trưởng Le Van Tu nói về EU.")
    assert list(roles(facts)) == ["Lê Văn Tú"]
    assert {s.speaker for s in facts.statements} == {"Lê Văn Tú"}


def test_a_slip_in_the_name_of_the_only_holder_of_an_office() -> None:
    facts = read(
        "Tổng thống Đỗ Khắc Bình nói về ASEAN. Ông Đỗ Khắc Bình nói về EU.",
        "Ông Đỗ Khắc Bình nói về WTO. Tổng thống Đỗ Khắc Bỉnh nói về APEC.",
    )
    assert list(roles(facts)) == ["Đỗ Khắc Bình"]


def test_other_initials_are_somebody_else() -> None:
    facts = read(
        "Tổng thống Mỹ Harold P. Winkleman nói về hòa bình.",
        "Cha ông là cựu Tổng thống Harold H. P. Winkleman.",
    )
    assert roles(facts) == {
        "Harold P. Winkleman": "Tổng thống Mỹ",
        "Harold H. P. Winkleman": "cựu Tổng thống",
    }


# -- offices that change ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ông Lê Văn Tú được bổ nhiệm làm Thứ trưởng Bộ Ngoại giao.", "Thứ trưởng Bộ Ngoại giao"),
        ("Ông Lê Văn Tú được Quốc hội bầu giữ chức Chủ tịch nước.", "Chủ tịch nước"),
        ("Ông Lê Văn Tú vừa trở thành Thủ tướng.", "Thủ tướng"),
        ("Quốc hội phê chuẩn ông Lê Văn Tú làm Bộ trưởng Ngoại giao.", "Bộ trưởng Ngoại giao"),
        ("Phó Thủ tướng Lê Văn Tú được Quốc hội bầu làm Thủ tướng.", "Thủ tướng"),
        ("Bộ trưởng Lê Văn Tú được bầu làm chủ tịch Hội hữu nghị.", "Bộ trưởng"),
        ("Ông Lê Văn Tú có thể trở thành Thủ tướng.", ""),
        (
            "Ông Lê Văn Tú được bầu làm Thủ tướng. Trước đó, ông Lê Văn Tú là Trưởng ban Tổ chức.",
            "Thủ tướng",
        ),
        (
            "Thủ tướng Lê Văn Tú nói về thuế. Nguyên Trưởng ban Tổ chức Trung ương Lê Văn Tú dự.",
            "Thủ tướng",
        ),
        ("Cố vấn An ninh Lê Văn Tú nói về thuế. Nguyên Bộ trưởng Lê Văn Tú dự.", "Cố vấn An ninh"),
    ],
)
def test_the_present_office(text: str, role: str) -> None:
    assert roles(read(text)) == {"Lê Văn Tú": role}


@pytest.mark.parametrize(
    "text",
    [
        "Tran Van Lam was appointed foreign minister on April 8, 2021. Lam said ties would grow.",
        "Tran Van Lam became foreign minister in April. He said ties would grow.",
        "Tran Van Lam, who was appointed foreign minister in 2021, said ties would grow.",
        "Tran Van Lam, previously deputy minister for trade, was named foreign minister. Lam said it.",
        "Tran Van Lam was elected by the National Assembly as foreign minister. He said it.",
    ],
)
def test_english_appointments(text: str) -> None:
    facts = extract(Document.of("News", [text], language="en"))
    assert roles(facts) == {"Tran Van Lam": "foreign minister"}
    assert [s.speaker for s in facts.statements] == ["Tran Van Lam"]


@pytest.mark.parametrize(
    ("text", "role", "speaks"),
    [
        ("Ambassador to Laos Tran Van Lam said ties grew.", "Ambassador to Laos", True),
        (
            "On April 8, 2021, lawmakers elected Tran Van Lam as prime minister.",
            "prime minister",
            False,
        ),
        (
            "They approved the appointment of Tran Van Lam as foreign minister.",
            "foreign minister",
            False,
        ),
        (
            "They met Tran Van Lam, the new Vietnamese ambassador. Lam said ties grew.",
            "Vietnamese ambassador",
            True,
        ),
        ("Tran Van Lam, 54, was in Hue. Lam said ties grew.", "", True),
        ("Tran Van Lam, who lived in Hue until 2015, said ties grew.", "", True),
        ("President Tran Van Lam spoke. Receiving Lam, the visitors smiled.", "President", True),
        (
            "UN Under-Secretary-General Tran Van Lam said ties grew.",
            "UN Under-Secretary-General",
            True,
        ),
    ],
)
def test_english_names_and_what_stands_around_them(text: str, role: str, speaks: bool) -> None:
    facts = extract(Document.of("News", [text], language="en"))
    assert roles(facts)["Tran Van Lam"] == role
    assert not any("Laos" in name or "Receiving" in name for name in roles(facts))
    assert ("Tran Van Lam" in {said.speaker for said in facts.statements}) is speaks


def test_the_party_leader_is_the_general_secretary() -> None:
    text = "Party General Secretary Tran Van Lam came to Hue. The Party leader said ties grew."
    facts = extract(Document.of("News", [text], language="en"))
    assert [said.speaker for said in facts.statements] == ["Tran Van Lam"]


# -- names in capitals, names without marks, leaders -----------------------------------------------


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bộ trưởng LÊ VĂN TÚ khẳng định hợp tác sẽ tăng.", "vi"),
        ("Ngoại trưởng Trung Quốc LÊ VĂN TÚ khẳng định hợp tác sẽ tăng.", "vi"),
        ("Foreign Minister LE VAN TU said ties would grow.", "en"),
    ],
)
def test_names_in_capitals(text: str, language: str) -> None:
    facts = extract(Document.of("News", [text], language=language))
    assert [s.speaker.lower() for s in facts.statements] in (["lê văn tú"], ["le van tu"])
    assert facts.speakers[0].name.istitle()


def test_acronyms_and_headlines_are_no_names_in_capitals() -> None:
    assert seen("Chủ tịch UBND TP HCM đến dự") == []
    assert seen("THỦ TƯỚNG DỰ HỘI NGHỊ CẤP CAO ASEAN") == []


def test_a_name_without_marks_has_no_half() -> None:
    facts = read("Nguyen Hoa Binh nói về ASEAN. Ông Nguyen Hoa Binh nói về EU.")
    assert [(s.name, s.aliases) for s in facts.speakers] == [("Nguyen Hoa Binh", ())]


def test_the_leader_of_a_country_in_english() -> None:
    text = "Norwegian Prime Minister Ingrid Dahl spoke about trade. The Norwegian leader said it."
    facts = extract(Document.of("News", [text], language="en"))
    assert [s.speaker for s in facts.statements] == ["Ingrid Dahl", "Ingrid Dahl"]


def test_a_family_name_of_both_countries_merges_nobody() -> None:
    found = extract(
        Document.of(
            "Tin",
            [
                "Thứ trưởng Quách Văn Tư nói tốt.",
                "Thứ trưởng Quách Văn Tư nói hay.",
                "Đại sứ Quách Văn Tú nói xong.",
            ],
        )
    ).speakers
    assert {(its.name, its.role) for its in found} == {
        ("Quách Văn Tư", "Thứ trưởng"),
        ("Quách Văn Tú", "Đại sứ"),
    }


@pytest.mark.parametrize(
    "proposed",
    [
        "được đề cử làm Thủ tướng",
        "được giới thiệu để bầu làm Thủ tướng",
        "được đề nghị bầu làm Thủ tướng",
        "được dự kiến bầu làm Thủ tướng",
        "được cho là sẽ được bổ nhiệm làm Thủ tướng",
    ],
)
def test_an_office_that_is_proposed_is_not_held(proposed: str) -> None:
    assert roles(read(f"Phó Thủ tướng Lê Văn Tú {proposed}.")) == {"Lê Văn Tú": "Phó Thủ tướng"}


def test_an_appointment_of_years_ago_is_not_the_present_office() -> None:
    facts = read("Năm 2016, Thủ tướng Lê Văn Tú được bầu làm Bộ trưởng Ngoại giao.")
    assert roles(facts) == {"Lê Văn Tú": "Thủ tướng"}
    facts = read("Ngày 8/4/2021, Phó Thủ tướng Lê Văn Tú được bầu làm Thủ tướng.")
    assert roles(facts) == {"Lê Văn Tú": "Thủ tướng"}
    facts = read("Ông Lê Văn Tú được bổ nhiệm làm Vụ trưởng năm 2010.")
    assert roles(facts) == {"Lê Văn Tú": "Vụ trưởng"}


def test_of_two_of_one_family_the_one_with_the_office_is_meant() -> None:
    facts = read(
        "Tổng thống Mỹ Ian Kana và phu nhân Melina Kana được chào đón.",
        "Chuyến bay chở Tổng thống Kana và phu nhân hạ cánh.",
        "Tổng thống Kana nói về hòa bình.",
    )
    assert roles(facts)["Melina Kana"] == "phu nhân"
    assert [s.speaker for s in facts.statements] == ["Ian Kana"]


def test_an_official_who_is_not_named_gives_nobody_his_office() -> None:
    facts = read("Theo một quan chức cấp cao của chính phủ, Tổng thống Ian Kana nói về hòa bình.")
    assert roles(facts) == {"Ian Kana": "Tổng thống"}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Theo các quan chức của Chính phủ Mỹ, Tổng thống Adam Kent có kế hoạch đi xa.", "Tổng thống"),
        ("Theo người phát ngôn Bộ Ngoại giao, Thủ tướng Lê Văn Mẫn sẽ thăm Lào.", "Thủ tướng"),
        # one person with two offices
        ("Theo Ủy viên Bộ Chính trị, Thủ tướng Lê Văn Mẫn, việc này cần làm sớm.", "Ủy viên Bộ Chính trị, Thủ tướng"),
        ("Theo Phó Thủ tướng, Bộ trưởng Ngoại giao Lê Văn Mẫn cho biết, việc này cần làm sớm.", "Phó Thủ tướng, Bộ trưởng Ngoại giao"),
        ("Theo Phó Thủ tướng, Bộ trưởng Ngoại giao Lê Văn Mẫn và các đại biểu, việc này cần.", "Phó Thủ tướng, Bộ trưởng Ngoại giao"),
    ],
)  # fmt: skip
def test_a_source_lends_nobody_its_office(sentence: str, role: str) -> None:
    assert [speaker.role for speaker in read(sentence).speakers if speaker.role] == [role]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        (
            "Phó Chủ nhiệm Văn phòng Chủ tịch nước Lê Văn Mẫn chủ trì họp báo.",
            "Phó Chủ nhiệm Văn phòng Chủ tịch nước",
        ),
        (
            "Sáng nay, chủ nhiệm Văn phòng Chủ tịch nước Lê Văn Mẫn cho biết đã có lệnh.",
            "chủ nhiệm Văn phòng Chủ tịch nước",
        ),
        # the staff of a person is no body of its own
        ("Phát ngôn viên chính quyền Tổng thống Adam Kent đã trả lời.", "Tổng thống"),
    ],
)
def test_whoever_leads_the_office_of_the_president_is_not_the_president(
    sentence: str, role: str
) -> None:
    assert role in roles(read(sentence)).values()
    assert role == "Tổng thống" or "Chủ tịch nước" not in roles(read(sentence)).values()


def test_a_role_behind_a_dash_ends_before_what_its_holder_does() -> None:
    facts = read("Tiếp đó, ông Lê Văn Mẫn - Trưởng ban Tổ chức Trung ương giới thiệu Nghị quyết.")
    assert roles(facts) == {"Lê Văn Mẫn": "Trưởng ban Tổ chức Trung ương"}


def test_who_leads_a_delegation_has_no_office_of_leading_it() -> None:
    facts = read("Đoàn do ông Lê Văn Mẫn, Thứ trưởng Bộ Ngoại giao dẫn đầu đã đến thủ đô.")
    assert roles(facts) == {"Lê Văn Mẫn": "Thứ trưởng Bộ Ngoại giao"}


@pytest.mark.parametrize("then", ["khi đó là", "khi đó", "lúc bấy giờ", "lúc đó là"])
def test_who_held_an_office_at_the_time_held_it_once(then: str) -> None:
    facts = read(
        f"Tổng thống Nga {then} Ivan Orlov tuyên bố sẽ rút quân.",
        "Tổng thống Nga Boris Vladenko hôm nay nói điều khác.",
    )
    assert roles(facts) == {
        "Ivan Orlov": "nguyên Tổng thống Nga",
        "Boris Vladenko": "Tổng thống Nga",
    }
    assert [s.speaker for s in facts.statements] == ["Ivan Orlov", "Boris Vladenko"]


def test_then_at_the_beginning_of_a_sentence_ends_no_office() -> None:
    facts = read("Khi đó, Tổng thống Nga Ivan Orlov tuyên bố sẽ rút quân.")
    assert roles(facts) == {"Ivan Orlov": "Tổng thống Nga"}


def test_names_are_told_without_the_blanks_round_their_hyphens() -> None:
    facts = read(
        "Bộ trưởng Quốc phòng Triều Tiên Pak Hyok - sik nói nước này sẵn sàng.",
        "Bộ trưởng Pak Hyok-sik sẽ tới Hà Nội, ông Pak cho biết.",
    )
    assert roles(facts) == {"Pak Hyok-sik": "Bộ trưởng Quốc phòng Triều Tiên"}
    assert {statement.speaker for statement in facts.statements} == {"Pak Hyok-sik"}
