"""Kings and queens who travel together. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import EventKind, Facts, Kind, extract


def read(*text: str, language: str = "en") -> Facts:
    title = "News of the day" if language == "en" else "Tin trong ngày"
    return extract(Document.of(title, text, language=language))


def people(facts: Facts) -> dict[str, str]:
    return {its.name: its.role for its in facts.speakers if its.kind is Kind.PERSON}


def visitors(facts: Facts) -> list[str]:
    return [its.visit.visitor for its in facts.conferences if its.visit is not None]


@pytest.mark.parametrize(
    ("couple", "king"),
    [
        ("King Ottar of Denmark and Queen Margit", "King of Denmark"),
        ("King Ottar and Queen Margit", "King"),
        ("King Ottar of the Netherlands and Queen Margit", "King of the Netherlands"),
    ],
)
@pytest.mark.parametrize(
    "verb", ["will visit Vietnam on", "arrived for a state visit to Vietnam on"]
)
def test_a_royal_couple_makes_one_visit(couple: str, king: str, verb: str) -> None:
    facts = read(f"{couple} {verb} November 20.")
    assert people(facts) == {"Ottar": king, "Margit": "Queen"}
    assert visitors(facts) == ["Ottar"]
    [visit] = facts.conferences
    assert visit.kind is EventKind.VISIT


@pytest.mark.parametrize(
    "couple",
    [
        "Nhà vua Na Uy Ottar và Hoàng hậu Margit",
        "Nhà vua Ottar của Na Uy và Hoàng hậu Margit",
        "Nhận lời mời của Chủ tịch nước, Nhà vua Na Uy Ottar và Hoàng hậu Margit",
    ],
)
def test_a_royal_couple_in_vietnamese(couple: str) -> None:
    facts = read(f"{couple} sẽ thăm Việt Nam ngày 20/11.", language="vi")
    assert people(facts) == {"Ottar": "Nhà vua Na Uy", "Margit": "Hoàng hậu"}
    assert visitors(facts) == ["Ottar"]


def test_king_and_queen_without_names_are_those_named_before() -> None:
    facts = read(
        "Nhà vua Na Uy Ottar và Hoàng hậu Margit sẽ thăm Việt Nam ngày 20/11.",
        "Nhà vua và Hoàng hậu sẽ thăm chính thức Lào ngày 25/11.",
        language="vi",
    )
    assert [(its.place, its.visit and its.visit.visitor) for its in facts.conferences] == [
        ("Việt Nam", "Ottar"),
        ("Lào", "Ottar"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Queen Street is closed on Monday.",
        "The King and Queen of Denmark will visit Vietnam on November 20.",
        "He lives in Prince Edward Island.",
    ],
)
def test_a_title_without_a_name_is_nobody(sentence: str) -> None:
    facts = read(sentence)
    assert (people(facts), visitors(facts)) == ({}, [])


def test_heads_of_two_countries_are_two_people() -> None:
    facts = read("King Ottar of Denmark and President Karl Brenner will visit Laos on November 20.")
    assert people(facts) == {"Ottar": "King of Denmark", "Karl Brenner": "President"}
