"""Wives and husbands: who is meant by "bà" and by a name that both may have."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.persons.bare_names import Evidence, Sighting
from summarizer.facts.persons.couples import gender_told
from summarizer.facts.words.lexicon import lexicon
from summarizer.facts.words.tokens import line_of


def said(text: str, language: str = "vi") -> list[tuple[str, str]]:
    """Who says what: the last words of each statement tell them apart."""
    found = extract(Document.of("Tin", [text], language=language)).statements
    return [(its.speaker, its.text.rstrip(".").split()[-1]) for its in found]


COUPLE = "Thủ tướng Mori Satoru và Phu nhân Hanae thăm Việt Nam. "


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (COUPLE + "Bà Hanae nói Việt Nam rất đẹp.", ["Hanae"]),
        (COUPLE + "Bà cho biết Việt Nam rất đẹp.", ["Hanae"]),
        (COUPLE + "Ông cho biết Việt Nam rất đẹp.", ["Mori Satoru"]),
        (
            COUPLE + "Thủ tướng dự hội thảo. Tại bảo tàng, bà Hanae nói Huế rất đẹp.",
            ["Hanae"],
        ),
        (
            "Thủ tướng Mori Satoru cùng phu nhân là bà Hanae thăm Huế. Bà nói Huế rất đẹp.",
            ["Hanae"],
        ),
        (
            (
                "Thủ tướng Mori Satoru và Phu nhân Mori Hanae thăm Huế. Bà Mori nói Huế đẹp. Ông Mori"
                " nói Huế cổ."
            ),
            ["Mori Hanae", "Mori Satoru"],
        ),
        (
            "Tổng thống Anna Norberg và chồng thăm Huế. Ông nói Huế đẹp. Bà nói Huế cổ.",
            ["Anna Norberg"],
        ),
    ],
)
def test_who_of_a_couple_speaks(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text)] == speakers


def test_a_wife_without_a_name_is_not_her_husband() -> None:
    text = "Thủ tướng Mori Satoru và Phu nhân thăm Huế. Bà Mori nói Huế đẹp. Ông Mori nói Huế cổ."
    speakers = {last: who for who, last in said(text)}
    assert speakers["cổ"] == "Mori Satoru"
    assert speakers["đẹp"] != "Mori Satoru"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            (
                "President John Norberg and his wife Anna visited Laos. She said Laos was old. He said"
                " thanks."
            ),
            ["John Norberg"],
        ),
        (
            (
                "President John Norberg and First Lady Anna Norberg visited Laos. Mrs Norberg said Laos"
                " was old."
            ),
            ["Anna Norberg"],
        ),
        (
            "President John Norberg and his spouse visited Laos. Mr Norberg said Laos was old.",
            ["John Norberg"],
        ),
    ],
)
def test_the_same_in_english(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text, "en")] == speakers


@pytest.mark.parametrize(
    ("rest", "language", "gender"),
    [
        ("và Phu nhân", "vi", "m"),
        (", cùng phu nhân Hanae,", "vi", "m"),
        ("và chồng", "vi", "f"),
        ("và Phu nhân Thủ tướng Lê Văn Tú", "vi", ""),
        ("và phu nhân của đại sứ", "vi", ""),
        ("gặp phu nhân", "vi", ""),
        ("and his wife", "en", "m"),
        ("and her spouse", "en", "f"),
        ("and spouse", "en", ""),
        ("", "en", ""),
    ],
)
def test_what_tells_a_gender(rest: str, language: str, gender: str) -> None:
    sighting = Sighting(0, 2, "Mori Satoru", Evidence.TITLE, 0, 2)
    line = line_of(f"Mori Satoru {rest}".strip())
    assert gender_told(line, sighting, lexicon(language)) == gender
