"""Interviews whose questions have labels, and texts that only look like one."""

from __future__ import annotations

from summarizer.document import Document
from summarizer.facts import extract

TELLS = "Thứ trưởng Lê Văn Tú cho biết kinh tế tăng."
ANSWERS = "Thứ trưởng Lê Văn Tú trả lời phỏng vấn báo Tin sớm."
GREW = "Xuất khẩu tăng nhanh trong quý này."
RAINED = "Mưa to ở Huế cũng không cản trở việc đó."


def said(*paragraphs: str) -> list[tuple[str, str]]:
    document = Document.of("Tin trong ngày", paragraphs)
    return [(its.speaker, its.text) for its in extract(document).statements]


def test_one_question_makes_no_interview() -> None:
    assert said(TELLS, "Hỏi: Vì sao?", GREW, RAINED) == [("Lê Văn Tú", TELLS)]


def test_one_question_is_enough_where_the_text_tells_of_an_interview() -> None:
    found = said(ANSWERS, "PV: Vì sao kinh tế tăng?", GREW, RAINED)
    assert found[1:] == [("Lê Văn Tú", GREW), ("Lê Văn Tú", RAINED)]


def test_one_question_is_enough_where_the_answer_has_a_label() -> None:
    found = said(TELLS, "Hỏi: Vì sao?", f"Đáp: {GREW}", RAINED)
    assert found[1:] == [("Lê Văn Tú", f"Đáp: {GREW}"), ("Lê Văn Tú", RAINED)]


def test_what_somebody_else_says_is_his_alone_and_ends_the_answer() -> None:
    other = "Bà Trần Thị Ba, Vụ trưởng, nói xuất khẩu giảm."
    found = said(ANSWERS, "PV: Vì sao?", GREW, other, RAINED)
    assert found[1:] == [("Lê Văn Tú", GREW), ("Trần Thị Ba", other)]
