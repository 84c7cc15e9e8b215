"""Whom a pronoun means after a sentence with a clause of time. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract

TOLD = "Ngoại trưởng Áo Karl Brenner tới Lào."


def said_last(sentence: str) -> str:
    document = Document.of(
        "Tin trong ngày", [f"{TOLD} {sentence} Ông tuyên bố không nhượng bộ."], language="vi"
    )
    return next(its.speaker for its in extract(document).statements if its.sentence == 2)


@pytest.mark.parametrize("opening", ["Sau khi", "Gần như ngay sau khi", "Trước khi", "Trong khi"])
def test_he_is_the_subject_of_the_main_clause(opening: str) -> None:
    told = f"{opening} ông Brenner nói về kế hoạch, Thứ trưởng Olaf Dahl đã lên tiếng bác bỏ."
    assert said_last(told) == "Olaf Dahl"


@pytest.mark.parametrize(
    "told",
    [
        "Ông Brenner nói về kế hoạch sau khi Thứ trưởng Olaf Dahl rời Lào.",
        "Sau khi rời Lào, ông Brenner nói về kế hoạch.",
        "Sau khi ông Brenner nói về kế hoạch, báo chí không bình luận.",
    ],
)
def test_he_is_the_only_or_first_subject_otherwise(told: str) -> None:
    assert said_last(told) == "Karl Brenner"
