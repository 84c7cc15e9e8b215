import pytest

from translations import Direction, Style
from translations.output.repairs import mend, plain_letters
from translations.source.expectations import find_expectations


def mended(glossary, source, text, wrong=None):
    expectations = find_expectations(source, Direction.VI_EN, glossary, Style.HOUSE)
    return mend(text, source, expectations, Direction.VI_EN, wrong)


@pytest.mark.parametrize(
    ("source", "text", "better"),
    [
        (
            "Ông Bùi Quốc Sơn phát biểu.",
            "Mr Bui Quoc Song made a speech.",
            "Mr Bui Quoc Son made a speech.",
        ),
        (
            "Ông Lê Hữu Trung và ông Lê Hữu Trang đến.",
            "Mr Le Huu Trung and Mr Le Hu Trangg came.",
            "Mr Le Huu Trung and Mr Le Huu Trang came.",
        ),
        ("Có 35 đại biểu dự họp.", "There were 53 delegates.", "There were 35 delegates."),
        (
            "Doanh thu đạt 22,6 tỷ đồng.",
            "Revenue reached 226 billion dong.",
            "Revenue reached 22.6 billion dong.",
        ),
        (
            "Ban Tổ chức Trung ương họp.",
            "The Party Central Committee Organising Commission met.",
            "The Party Central Committee's Organization Commission met.",
        ),
        (
            "Thứ trưởng Bộ Giáo dục và Đào tạo phát biểu.",
            "The Deputy Minister of Education and Training spoke.",
            "The Deputy Minister of the Ministry of Education and Training spoke.",
        ),
    ],
)
def test_what_is_nearly_right_is_put_right(glossary, source, text, better):
    assert mended(glossary, source, text) == better


@pytest.mark.parametrize(
    ("source", "text", "better"),
    [
        ("Nghị định 15/2031/NĐ-CP có hiệu lực.", "Decree 15/2031/ND-CP takes effect.",
         "Decree 15/2031/NĐ-CP takes effect."),
        ("Công văn số 123/BNG-LS được gửi.", "Official dispatch No. 13/BNG-LS was sent.",
         "Official dispatch No. 123/BNG-LS was sent."),
        ("Diễn đàn Hợp tác kinh tế châu Á - Thái Bình Dương họp.",
         "The Asia Economic Cooperation Forum - Pacific met.",
         "The Asia-Pacific Economic Cooperation met."),
    ],
)  # fmt: skip
def test_numbers_of_documents_and_names_that_fell_apart(glossary, source, text, better):
    assert mended(glossary, source, text) == better


def test_another_number_of_a_document_is_left_alone(glossary):
    text = "Decree 99/1999/QH10 takes effect."
    assert mended(glossary, "Nghị định 15/2031/NĐ-CP có hiệu lực.", text) == text


def test_a_known_wrong_rendering_is_replaced(glossary):
    source = "Quân ủy Trung ương họp tại Hà Nội."
    wrong = {"Central Military Commission": ["Army Party Board"]}
    text = "The Army Party Board met in Hanoi."
    assert mended(glossary, source, text, wrong) == "The Central Military Commission met in Hanoi."
    assert mended(glossary, source, text) == text


def test_what_another_part_of_the_sentence_needs_is_not_touched(glossary):
    source = "Thủ tướng và Phó Thủ tướng dự họp."
    text = "The Prime Minister attended the meeting."
    assert mended(glossary, source, text) == text


def test_two_possible_numbers_are_left_alone(glossary):
    source = "Có 35 đại biểu và 12 khách."
    text = "There were 53 delegates and 21 guests."
    assert mended(glossary, source, text) == text


def test_letters_of_vietnamese_become_plain_but_not_in_numbers_of_documents():
    assert plain_letters("Mr Trần of Đà Nẵng") == "Mr Tran of Da Nang"
    assert plain_letters("Decree 12/2031/NĐ-CP") == "Decree 12/2031/NĐ-CP"
    assert plain_letters("Müller's café") == "Müller's café"


def test_a_conference_has_one_name(glossary):
    source = "Ông dự Hội nghị Đối ngoại toàn quốc."
    for said in ("National Foreign Relations conference", "National Conference on Foreign Affairs"):
        assert mended(glossary, source, f"He attended the {said}.") == (
            "He attended the National Foreign Affairs Conference."
        )
    other = "He attended the national meeting on the conference of foreign affairs."
    assert mended(glossary, source, other).count("National Foreign Affairs Conference") <= 1


def test_offices_keep_their_shorter_forms(glossary):
    text = "Foreign Minister Tran Minh Khoa spoke."
    assert mended(glossary, "Bộ trưởng Bộ Ngoại giao Trần Minh Khoa phát biểu.", text) == text
