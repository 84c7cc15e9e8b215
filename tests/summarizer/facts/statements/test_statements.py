"""Who said what. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import TITLE, Document
from summarizer.facts import NO_SENTENCE, Conference, Coverage, Facts, Status, extract
from summarizer.facts.events.speaker_venues import is_elsewhere
from summarizer.facts.words.lexicon import lexicon
from summarizer.facts.words.tokens import line_of

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"


def read(*paragraphs: str, title: str = "Tin trong ngày") -> Facts:
    return extract(Document.of(title, paragraphs, language="vi"))


def said(facts: Facts) -> list[tuple[int, str]]:
    return [(s.paragraph, s.speaker) for s in facts.statements]


def test_verb_after_subject() -> None:
    facts = read(f"{MINISTER} khẳng định hai nước là bạn bè.")
    assert said(facts) == [(0, "Trần Văn Khải")]
    assert not facts.statements[0].quoted


def test_quotation_before_its_speaker() -> None:
    facts = read(f"“Chúng tôi rất vui mừng với kết quả này”, {MINISTER} nói.")
    assert said(facts) == [(0, "Trần Văn Khải")]
    assert facts.statements[0].quoted


def test_according_to_and_quoted_words() -> None:
    facts = read(
        f"Theo {MINISTER}, công việc còn nhiều.",
        "Hãng tin dẫn lời Đại sứ Mỹ Harold Winkleman rằng mọi việc đều tốt.",
    )
    assert said(facts) == [(0, "Trần Văn Khải"), (1, "Harold Winkleman")]


def test_an_object_is_not_the_subject() -> None:
    facts = read(
        f"{MINISTER} trong cuộc gặp với Đại sứ Mỹ Harold Winkleman nhấn mạnh vai trò của hợp tác."
    )
    assert said(facts) == [(0, "Trần Văn Khải")]


def test_two_subjects_speak_together() -> None:
    facts = read(
        f"{MINISTER} và Ngoại trưởng Nhật Bản Kenji Moritaka bày tỏ tin tưởng vào tương lai."
    )
    assert set(said(facts)) == {(0, "Trần Văn Khải"), (0, "Kenji Moritaka")}


def test_passive_noun_and_expectation_are_no_speech() -> None:
    facts = read(
        f"{MINISTER} được yêu cầu dự họp.",
        f"{MINISTER} sẽ phát biểu tại phiên bế mạc.",
        f"{MINISTER} phát biểu tại hội nghị.",
        "Bài phát biểu của Đại sứ Mỹ Harold Winkleman kéo dài một giờ.",
    )
    assert said(facts) == []


def test_a_quotation_over_sentences_has_one_speaker() -> None:
    facts = read(
        "“Đất nước đã thay đổi rất nhiều.",
        "Chúng ta phải cố gắng hơn nữa.",
        f"Tương lai nằm trong tay chúng ta”, {MINISTER} nói.",
        "“Đó là điều chắc chắn”.",
        "Trời hôm đó mưa rất to.",
    )
    assert said(facts) == [(n, "Trần Văn Khải") for n in range(4)]
    assert all(s.quoted for s in facts.statements)


def test_straight_quotation_marks_and_a_forgotten_one() -> None:
    facts = read(
        '"Chúng tôi sẵn sàng hợp tác" - ông Ngô Đình Lực nói.',
        'Ông nhắc đến "kế hoạch mới nhưng không nói thêm.',
        *["Một câu bình thường khác nữa trong bài báo."] * 12,
    )
    assert {s.paragraph for s in facts.statements} == {0, 1}


def test_verbs_without_subject_go_on() -> None:
    facts = read(
        f"{MINISTER} biểu dương toàn ngành.",
        "Đồng thời, đề nghị các đơn vị tiếp tục đổi mới.",
        "Đề nghị này được đón nhận.",
    )
    assert said(facts) == [(0, "Trần Văn Khải"), (1, "Trần Văn Khải")]


def test_pointing_back_makes_the_sentence_before_a_statement() -> None:
    facts = read(
        "Cần giữ vững môi trường hòa bình, ổn định cho phát triển. "
        f"Đây là yêu cầu của {MINISTER} tại cuộc họp."
    )
    assert [s.sentence for s in facts.statements] == [0, 1]
    assert {s.speaker for s in facts.statements} == {"Trần Văn Khải"}


def test_headline_with_colon() -> None:
    facts = read(f"{MINISTER} dự họp.", title="Bộ trưởng Ngoại giao: Cần làm nhiều hơn nữa")
    statement = facts.statements[0]
    assert (statement.paragraph, statement.sentence) == (TITLE, NO_SENTENCE)
    assert statement.speaker == "Trần Văn Khải"


def test_interview_colon_goes_on_within_its_paragraph() -> None:
    facts = read(
        f"Trả lời phỏng vấn, {MINISTER} cho biết: Năm qua có nhiều kết quả. Năm tới sẽ tốt hơn.",
        "Buổi phỏng vấn diễn ra ở Hà Nội.",
    )
    assert said(facts) == [(0, "Trần Văn Khải")] * 2


def test_bodies_speak() -> None:
    facts = read(
        "Các đại biểu nhất trí cao với báo cáo.",
        "Bộ Ngoại giao khẳng định lập trường nhất quán.",
        "Báo cáo giúp Bộ Chính trị, Ban Bí thư lãnh đạo công tác này và đề xuất giải pháp.",
    )
    assert said(facts) == [(0, "các đại biểu"), (1, "Bộ Ngoại giao")]


def test_to_whom_it_was_said() -> None:
    facts = read(f"{MINISTER} nói với Đại sứ Mỹ Harold Winkleman rằng việc đó quan trọng.")
    assert facts.statements[0].addressee == "Harold Winkleman"


def test_english_speech() -> None:
    facts = extract(
        Document.of(
            "Talks",
            [
                '"Peace is our goal," said US Ambassador Harold Winkleman.',
                "Delegates stressed the role of dialogue.",
                "Foreign Minister Tran Van Khai told Ambassador Harold Winkleman that ties were good.",
            ],
            language="en",
        )
    )
    assert [(s.speaker, s.quoted) for s in facts.statements] == [
        ("Harold Winkleman", True),
        ("delegates", False),
        ("Tran Van Khai", False),
    ]
    assert facts.statements[2].addressee == "Harold Winkleman"


def test_a_quotation_mark_too_many_is_no_quotation() -> None:
    facts = extract(
        Document.of(
            "Tin",
            [f"{MINISTER} đến Huế.", '"Tôi rất vui", Đại sứ Mỹ Harold Winkleman nói.'],
            lead='Chuyến đi được gọi là "cơn mơ "đẹp" của ngành ".',
            language="vi",
        )
    )
    assert said(facts) == [(1, "Harold Winkleman")]


def test_who_is_quoted_is_not_who_speaks() -> None:
    facts = read(
        "Ngoại trưởng Mỹ Arnold Tillman gặp báo giới.",
        '"Tổng thống Mỹ Ronald Crump đã lên án việc này", ông nói.',
    )
    assert said(facts) == [(1, "Arnold Tillman")]


def test_offices_in_the_plural_are_nobody() -> None:
    facts = read(f"{MINISTER} dự họp.", "Các Bộ trưởng khẳng định quyết tâm.")
    assert said(facts) == [(1, "các bộ trưởng")]


def test_what_is_linked_and_what_the_own_country_wants_goes_on() -> None:
    facts = read(
        "Ngoại trưởng Nhật Bản Kenji Moritaka cho biết công việc còn nhiều.",
        "Bên cạnh đó, thời tiết xấu làm chậm tiến độ.",
        "Nhật Bản luôn mong muốn các nước cùng bảo vệ biển.",
        "Hàn Quốc mong muốn các nước cùng bảo vệ rừng.",
        "Bên cạnh đó, mùa màng thất bát.",
    )
    assert said(facts) == [(n, "Kenji Moritaka") for n in range(3)]


def test_a_plural_means_each_of_two() -> None:
    facts = read(
        "Thủ tướng Trần Văn Khải hội đàm với Thủ tướng Nhật Bản Kenji Moritaka tại Hà Nội.",
        "Hai thủ tướng khẳng định tầm quan trọng của hòa bình.",
        "Hai bộ trưởng khẳng định điều đó.",
    )
    each = {(paragraph, speaker.lower()) for paragraph, speaker in said(facts)}
    assert each == {(1, "trần văn khải"), (1, "kenji moritaka"), (2, "hai bộ trưởng")}


def test_words_that_are_only_referred_to_are_not_said_again() -> None:
    facts = read(
        f"{MINISTER} phát biểu rằng việc khó. Ông đề nghị làm theo những điều Tổng Bí thư Lê Quang Định đã chỉ đạo."
    )
    assert {speaker for _, speaker in said(facts)} == {"Trần Văn Khải"}


def test_this_man_speaks() -> None:
    facts = read(f"{MINISTER} nói việc còn nhiều.", "Vị này cũng khẳng định sẽ cố gắng.")
    assert said(facts) == [(0, "Trần Văn Khải"), (1, "Trần Văn Khải")]


def test_an_explained_foreign_name_and_a_short_form_in_brackets() -> None:
    facts = read(
        "Kolin Bohr, nhà nghiên cứu biển tại một trường lớn, cho rằng nước đang dâng.",
        "Còn ông Trần Văn Khải, giám đốc Tập đoàn Sao Mai (Samatel), nhận định việc khó.",
    )
    assert said(facts) == [(0, "Kolin Bohr"), (1, "Trần Văn Khải")]


def test_a_body_in_brackets_and_a_scholar_without_name() -> None:
    facts = read(
        "Theo học giả Kolin Bohr, nước đang dâng.",
        "“Mọi việc cần thêm nhiều thời gian”, học giả nhấn mạnh.",
        "Ông Trần Văn Khải, giám đốc Tập đoàn Công nghiệp - viễn thông quân đội (Viettel), nhận định việc khó.",
    )
    assert said(facts) == [(0, "Kolin Bohr"), (1, "Kolin Bohr"), (2, "Trần Văn Khải")]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (f"{MINISTER} nói với các đại sứ rằng hợp tác sẽ tăng.", "các đại sứ"),
        (f"Phát biểu với báo chí, {MINISTER} khẳng định hợp tác sẽ tăng.", "báo chí"),
        (f"Trao đổi với Đại sứ Mỹ Harold Winkleman, {MINISTER} nói rằng tốt.", "Harold Winkleman"),
        (f"Tiếp Đại sứ Mỹ Harold Winkleman, {MINISTER} nói rằng tốt.", "Harold Winkleman"),
        (f"{MINISTER} đề nghị Đại sứ Mỹ Harold Winkleman giúp đỡ.", "Harold Winkleman"),
        (f"{MINISTER} cảm ơn Đại sứ Mỹ Harold Winkleman đã giúp.", "Harold Winkleman"),
        (f"Trả lời phóng viên (TTXVN), {MINISTER} nói rằng tốt.", "phóng viên (TTXVN)"),
        (f"{MINISTER} nhất trí với các nước thành viên về thời hạn.", ""),
        (f"{MINISTER} đề nghị các cơ quan liên quan làm ngay.", ""),
    ],
)
def test_whom_somebody_speaks_to(text: str, whom: str) -> None:
    assert [s.addressee for s in read(text).statements] == [whom]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Foreign Minister Tran Van Lam told reporters that ties would grow.", "reporters"),
        ("Foreign Minister Tran Van Lam told Reuters that ties would grow.", "Reuters"),
        (
            "Meeting US Ambassador Harold Winkleman, Foreign Minister Tran Van Lam said it grew.",
            "Harold Winkleman",
        ),
    ],
)
def test_whom_somebody_speaks_to_in_english(text: str, whom: str) -> None:
    facts = extract(Document.of("News", [text], language="en"))
    assert [s.addressee for s in facts.statements] == [whom]


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ('"', '"')])
def test_a_quotation_that_opens_again_is_of_who_speaks_at_its_end(opens: str, closes: str) -> None:
    paragraphs = [
        "Minister Tran Van Lam said trade grew. Prime Minister Le Van Tu was there.",
        f"{opens}We will not wait. It is late.",
        f"{opens}We will act now,{closes} Tu added.",
    ]
    facts = extract(Document.of("News", paragraphs, language="en"))
    assert said(facts) == [(0, "Tran Van Lam"), *[(1, "Le Van Tu")] * 2, (2, "Le Van Tu")]


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Addressing the ASEAN Regional Forum, he said it.", True),
        ("Phát biểu tại Diễn đàn Khu vực ASEAN, ông nói.", True),
        ("At the summit, he said it.", False),
        ("Tại Hội nghị Nước, ông nói.", False),
        ("Tại hội nghị ở Hà Nội, ông nói.", False),
        ("He said the ASEAN Regional Forum was near.", False),
    ],
)
def test_a_line_that_opens_with_another_event(text: str, elsewhere: bool) -> None:
    water = Conference(
        "Hội nghị Nước toàn quốc", ("Summit",), 0, 0, Status.HELD, Coverage.REPORTED, 0.9
    )
    language = "vi" if "ông" in text else "en"
    assert is_elsewhere(line_of(text), water, lexicon(language)) is elsewhere
