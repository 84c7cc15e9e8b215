"""Where quotations end whose marks are lost or the wrong ones. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.words.tokens import lines_of

MINISTER = "Bộ trưởng Trần Văn Bình"
DEPUTY = "Thứ trưởng Lê Thị Hoa"


def quoted(*paragraphs: str, language: str = "vi") -> list[str]:
    """What stands in quotation marks, line by line, without the marks."""
    document = Document.of("Tin trong ngày", paragraphs, language=language)
    return [
        " ".join(
            token.text
            for token, inside in zip(line.tokens, line.inside, strict=True)
            if inside and token.word
        )
        for line in lines_of(document)
    ]


@pytest.mark.parametrize(("first", "last"), [("“", "”"), ('"', '"')])
def test_a_quotation_that_is_left_open_ends_before_the_next(first: str, last: str) -> None:
    found = quoted(
        f"{MINISTER} nói: {first}Chúng tôi sẽ đi. Giá dầu tăng trong phiên chiều.",
        "Nhà máy mở cửa vào thứ hai.",
        f"{DEPUTY} nói {first}giá sẽ giảm{last} trong tháng tới.",
    )
    assert found == ["Chúng tôi sẽ đi", "", "", "giá sẽ giảm"]


@pytest.mark.parametrize(("first", "last"), [("“", "”"), ('"', '"')])
def test_a_quotation_within_another_of_several_sentences_does_not_end_it(
    first: str, last: str
) -> None:
    found = quoted(
        f"{MINISTER} nói: {first}Chúng tôi sẽ đi. Họ gọi đó là {first}lịch sử{last} và đồng ý.",
        f"Việc này rất tốt{last}.",
        "Giá dầu tăng.",
    )
    assert found == [
        "Chúng tôi sẽ đi",
        "Họ gọi đó là lịch sử và đồng ý",
        "Việc này rất tốt",
        "",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"“Chúng tôi sẽ đi“, {MINISTER} nói trong cuộc họp.",
        f"”Chúng tôi sẽ đi”, {MINISTER} nói trong cuộc họp.",
        f"”Chúng tôi sẽ đi“, {MINISTER} nói trong cuộc họp.",
        f"“Chúng tôi sẽ đi”, {MINISTER} nói trong cuộc họp.",
    ],
)
def test_the_wrong_one_of_two_marks_is_read_as_it_was_meant(text: str) -> None:
    assert quoted(text, "Giá dầu tăng.") == ["Chúng tôi sẽ đi", ""]


def test_what_follows_an_open_quotation_is_not_said_by_its_speaker() -> None:
    facts = extract(
        Document.of(
            "Tin trong ngày",
            [
                'Minister of Finance Tran Van Binh said: "We will act now. Prices rose today.',
                "The factory opened on Monday.",
                'Deputy Minister Le Thi Hoa said "prices will fall".',
            ],
            language="en",
        )
    )
    assert [(its.speaker, its.sentence) for its in facts.statements] == [
        ("Tran Van Binh", 0),
        ("Le Thi Hoa", 3),
    ]


@pytest.mark.parametrize("marks", ["“", "”", '"', "“”" * 9, "”“" * 9, '“"' * 9])
def test_marks_without_words_are_no_trouble(marks: str) -> None:
    assert quoted(f"{MINISTER} nói. {marks}", "Giá dầu tăng.")[-1] == ""
