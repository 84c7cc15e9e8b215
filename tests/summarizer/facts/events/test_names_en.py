"""English names of conferences to their end, their short forms, and who speaks there."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Facts, Status, extract
from summarizer.text.dates import PartialDate


def read(text: str) -> Facts:
    document = Document.of(
        "News of the day", [text], language="en", published=PartialDate(2021, 12, 20)
    )
    return extract(document)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Conference on Peace and Trust in the Indo-Pacific opened in Hanoi.",
            "Conference on Peace and Trust in the Indo-Pacific",
        ),
        ("The Conference on Trust in Munich opened on May 4.", "Conference on Trust"),
        (
            "Ministers attended the Conference on Reviewing the Work in 2021 on December 14.",
            "Conference on Reviewing the Work in 2021",
        ),
        ("The Conference on Clean Water in 2021 ended.", "Conference on Clean Water"),
        (
            (
                "The Conference to Review the Work in 2021 and Set Out Tasks for 2022 of the Ministry"
                " of Health took place in Hanoi on December 16."
            ),
            (
                "Conference to Review the Work in 2021 and Set Out Tasks for 2022 of the Ministry"
                " of Health"
            ),
        ),
    ],
)
def test_where_names_end(text: str, name: str) -> None:
    assert [found.name for found in read(text).conferences] == [name]


def test_a_short_form_in_brackets() -> None:
    (found,) = read("The 7th Coral Reef Conference (CRC7) took place in Hue on May 4.").conferences
    assert found.aliases == ("CRC7",)


def test_other_brackets_are_no_short_form() -> None:
    (found,) = read("The 7th Coral Reef Conference (Hue) took place on May 4.").conferences
    assert found.aliases == ()


@pytest.mark.parametrize("opening", ["Addressing", "Attending", "Speaking at"])
def test_a_sentence_that_opens_at_another_venue(opening: str) -> None:
    facts = read(
        "The National Conference on Foreign Affairs opened in Hanoi on December 14. "
        f"{opening} the ASEAN Regional Forum, Foreign Minister Pham Van Khanh called on countries"
        " to keep peace."
    )
    (statement,) = facts.statements
    assert statement.conference is not None
    assert facts.conferences[statement.conference].name == "ASEAN Regional Forum"


def test_who_only_attends_elsewhere_says_nothing_there() -> None:
    facts = read(
        "The National Conference on Foreign Affairs opened in Hanoi on December 14. Foreign"
        " Minister Pham Van Khanh said that his deputy is attending the ASEAN Regional Forum."
    )
    named = {
        facts.conferences[s.conference].name for s in facts.statements if s.conference is not None
    }
    assert "ASEAN Regional Forum" not in named


def test_the_town_before_a_summit_is_no_part_of_its_name() -> None:
    facts = extract(
        Document.of("News", ["They met in Vientiane for the 57th ASEAN Summit."], language="en")
    )
    assert [event.name for event in facts.conferences] == ["57th ASEAN Summit"]


def test_a_summit_at_which_leaders_will_meet_is_planned() -> None:
    text = "Leaders will meet again at the 20th East Asia Summit."
    [event] = extract(Document.of("News", [text], language="en")).conferences
    assert event.status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Ocean Food Forum, to be held in Nha Trang in March 2027, has a plan.", "planned"),
        ("The Ocean Food Forum is to take place in Hue next month.", "planned"),
        ("The Ocean Food Forum, held in Hue on May 5, 2021, had a plan.", "held"),
    ],
)
def test_what_is_to_be_held_is_planned(text: str, status: str) -> None:
    [found] = read(text).conferences
    assert found.status is Status(status)


def test_consultations_are_meetings() -> None:
    [found] = read("The 5th Lumaria-Norway Political Consultation was held on May 5.").conferences
    assert found.name == "5th Lumaria-Norway Political Consultation"
    assert not read("A political consultation was held between two ministries.").conferences
