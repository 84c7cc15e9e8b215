import itertools

import pytest

from translations import Direction, Finding, FindingKind, Style
from translations.output.checks import check
from translations.source.expectations import find_expectations

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


def findings(glossary, source, target, direction=VI_EN):
    return [(f.kind, f.expected) for f in check(source, target, direction, glossary)]


def test_a_right_translation_has_no_findings(glossary):
    source = "Ngày 14/12/2031, Bộ trưởng Bộ Y tế Trần Minh Khoa tiếp 35 đại biểu Hoa Kỳ, tăng 2,5%."
    for target in (
        (
            "On December 14, 2031, Minister of Health Tran Minh Khoa received 35 American delegates, "
            "up 2.5%."
        ),
        (
            "On 14 December 2031, Health Minister Tran Minh Khoa received thirty-five US delegates, up "
            "2.5 percent."
        ),
    ):
        assert findings(glossary, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "kind", "expected"),
    [
        ("Có 35 đại biểu dự.", "There were 53 delegates.", FindingKind.NUMBER, "35"),
        (
            "Hội nghị họp ngày 14/12.",
            "The conference met on 14 May.",
            FindingKind.DATE,
            "ngày 14/12",
        ),
        ("Ông Trần Minh Khoa nói.", "Mr Tran Minh Kha said.", FindingKind.NAME, "Tran Minh Khoa"),
        ("Ông gặp Tập Cận Bình.", "He met Tap Can Binh.", FindingKind.NAME, "Xi Jinping"),
        ("Bộ Chính trị họp.", "The board met.", FindingKind.TERM, "Politburo"),
        ("Theo Nghị định 12/2031/NĐ-CP.", "By a decree.", FindingKind.NUMBER, "12/2031/NĐ-CP"),
    ],
)
def test_what_is_missing_is_found(glossary, source, target, kind, expected):
    assert (kind, expected) in findings(glossary, source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Hai bên họp hôm thứ Năm.", "The two sides met on Thursday."),
        ("Trong tháng Sáu, giá tăng.", "In June prices rose."),
        ("Doanh thu đạt 3,12 nghìn tỷ đồng.", "Revenue reached VND3.12 trillion."),
        ("Được 2/3 số phiếu.", "It won two thirds of the votes."),
        ("Lễ bắt đầu lúc 20h.", "The ceremony begins at 8 pm."),
        ("Khóa XIV họp.", "The 14th tenure met."),
        ("Đây là một dịp tốt.", "This is a good occasion."),
        ("Quốc hội Mỹ phản đối.", "The US Congress objected."),
        ("Cục Thống kê cho biết.", "The Statistics Office said."),
        ("Có ca nhiễm COVID-19 mới.", "There are new coronavirus cases."),
        ("Cho đến 18 tháng Sáu, giá tăng.", "Prices rose until June 18."),
        ("Khoảng 450,000 người đến.", "About 450,000 people came."),
        ("Đây là ngày thứ năm liên tiếp.", "This is the fifth day in a row."),
    ],
)
def test_other_ways_of_saying_the_same_will_do(glossary, source, target):
    assert findings(glossary, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "lacking"),
    [
        ("Thông tư 05/2031/TT-BNG có hiệu lực.", "No. 05/2031/TT-BNG takes effect.", ["circular"]),
        ("Thông tư 05/2031/TT-BNG có hiệu lực.", "Circular 05/2031/TT-BNG takes effect.", []),
        ("Thông tư đó có hiệu lực.", "It takes effect.", []),
        ("Ngoại trưởng rời Bộ Ngoại giao Mỹ.", "The Secretary of State left the State Department.",
         []),
    ],
)  # fmt: skip
def test_a_document_with_its_number_is_a_name(glossary, source, target, lacking):
    assert [finding.expected for finding in check(source, target, VI_EN, glossary)] == lacking


def test_at_home_the_official_name_is_asked_for(glossary):
    assert (FindingKind.TERM, "National Assembly") in findings(
        glossary, "Quốc hội họp.", "The parliament met."
    )


def test_an_abbreviation_beside_its_name_does_not_stand_for_the_name(glossary):
    source = "Việt Nam gia nhập Cơ quan Năng lượng nguyên tử quốc tế (IAEA)."
    wrong = "Viet Nam joined the International Energy Agency (IAEA)."
    lacking = (FindingKind.TERM, "International Atomic Energy Agency")
    assert lacking in findings(glossary, source, wrong)
    assert findings(glossary, source, wrong.replace("Energy", "Atomic Energy")) == []
    alone = "Việt Nam gia nhập Cơ quan Năng lượng nguyên tử quốc tế."
    assert findings(glossary, alone, "Viet Nam joined the IAEA.") == []


@pytest.mark.parametrize(
    ("source", "target", "invented"),
    [
        ("Cuộc họp cũng yêu cầu điều đó.", "The National Assembly also asked for it.",
         ["National Assembly"]),
        ("Quốc hội cũng yêu cầu điều đó.", "The National Assembly also asked for it.", []),
        ("Chủ tịch Quốc hội phát biểu.", "The National Assembly Chair spoke.", []),
        ("Ông thăm National Assembly ở đó.", "He visited the National Assembly there.", []),
        ("Ông vui vẻ ra về.", "He went home happily.", []),
    ],
)  # fmt: skip
def test_official_names_without_a_source_are_found(glossary, source, target, invented):
    found = [name for kind, name in findings(glossary, source, target)
             if kind is FindingKind.INVENTED]  # fmt: skip
    assert found == invented


def test_repetition_and_length(glossary):
    kinds = [kind for kind, _ in findings(
        glossary,
        "Chúng tôi sẽ cố gắng hết sức để làm tốt công việc được giao trong năm nay và năm sau.",
        "We will do the work, we will do the work, we will do the work.",
    )]  # fmt: skip
    assert kinds == [FindingKind.REPETITION]
    long = "Chúng tôi sẽ cố gắng hết sức để làm tốt công việc được giao trong năm nay."
    assert [k for k, _ in findings(glossary, long, "We will.")] == [FindingKind.LENGTH]


def test_capitals_and_blanks(glossary):
    assert (
        findings(glossary, "BỘ NGOẠI GIAO HỌP BÁO", "Ministry of Foreign Affairs meets press") == []
    )
    assert findings(glossary, "  ", "") == []


def test_the_other_direction(glossary):
    source = "The Ministry of Foreign Affairs met on December 14 with 35 delegates."
    assert findings(glossary, source, "Bộ Ngoại giao họp ngày 14/12 với 35 đại biểu.", EN_VI) == []
    kinds = [
        kind
        for kind, _ in findings(glossary, source, "Bộ đã họp với 53 đại biểu ở nhà khách.", EN_VI)
    ]
    assert kinds == [FindingKind.TERM, FindingKind.DATE, FindingKind.NUMBER, FindingKind.NUMBER]


def test_expectations_do_not_overlap(glossary):
    source = (
        "Ngày 8/8/2018, Ban Bí thư ra Chỉ thị 25-CT/TW; năm 2030 là mốc; Việt Nam có 100 triệu dân."
    )
    spans = [(e.start, e.end) for e in find_expectations(source, VI_EN, glossary, Style.HOUSE)]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_findings_are_plain_values():
    assert Finding(FindingKind.TERM, "x") == Finding(FindingKind.TERM, "x")


@pytest.mark.parametrize(
    ("text", "unmarked"),
    [
        ("Hai ben da hop tai Ha Noi.", True),
        ("Bo Ngoai giao to chuc hoi nghi vao sang nay.", True),
        ("Hai bên đã họp tại Hà Nội.", False),
        ("The two sides met in Hanoi this morning.", False),
        ("ASEAN, APEC, WTO, G20", False),
        ("Ha Noi", False),
    ],
)
def test_vietnamese_without_its_marks_is_found(glossary, text, unmarked):
    findings = check(text, "Some words.", Direction.VI_EN, glossary)
    assert (FindingKind.UNTRANSLATED in {finding.kind for finding in findings}) is unmarked


def test_made_up_figures_are_found(glossary):
    found = check("Nhiều đại biểu dự họp.", "Some 340 delegates met.", Direction.VI_EN, glossary)
    assert Finding(FindingKind.NUMBER, "340") in found
    source, text = "Đại hội XIII của Đảng họp.", "The 13th National Party Congress met."
    assert check(source, text, Direction.VI_EN, glossary) == ()


def test_a_list_of_vietnamese_places_is_not_untranslated(glossary):
    source = "Bão sẽ đi qua Quảng Bình, Quảng Trị, Hà Tĩnh, Nghệ An, Thanh Hóa và Nam Định."
    target = "The storm will pass Quang Binh, Quang Tri, Ha Tinh, Nghe An, Thanh Hoa and Nam Dinh."
    assert check(source, target, VI_EN, glossary) == ()
    copied = "Bao se di qua Quang Binh, Quang Tri, Ha Tinh, Nghe An, Thanh Hoa va Nam Dinh."
    kinds = {finding.kind for finding in check(source, copied, VI_EN, glossary)}
    assert FindingKind.UNTRANSLATED in kinds


def test_english_words_that_there_are_none_of_are_found(glossary):
    source = "Hai bên trao đổi về gongche."
    target = "The two sides exchangeed subregional views on gongche."
    assert findings(glossary, source, target) == [(FindingKind.INVENTED, "exchangeed")]


def test_letters_that_a_model_does_not_know_are_found(glossary):
    kinds = [
        f.kind for f in check("Họ gặp ở đó.", "They met at \u2047.", Direction.VI_EN, glossary)
    ]
    assert kinds == [FindingKind.UNTRANSLATED]


def test_a_short_text_is_told_from_the_word_it_lost(glossary):
    source = "Thủ tướng Nhật khen bà “dũng cảm”."
    lost = (FindingKind.LOST, "dũng cảm")
    assert lost in findings(glossary, source, "The Japanese Prime Minister praised her as apt.")
    for right in ("praised her as brave", "praised her courage"):
        assert findings(glossary, source, f"The Japanese Prime Minister {right}.") == []


def test_a_long_text_may_say_a_word_in_another_way(glossary):
    source = "Bà khen ông dũng cảm" + " và bà khen con bà ngoan" * 3 + "."
    assert findings(glossary, source, "She praised him and her good child" * 2 + ".") == []
