"""Of whom English asks in small letters, and lists that English counts. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Task, extract

MINISTER = "Foreign Minister Tran Van Khai"


def tasks(*paragraphs: str) -> tuple[Task, ...]:
    return extract(Document.of("News of the day", paragraphs, language="en")).tasks


@pytest.mark.parametrize(
    "asked",
    [
        "the ministry of finance",
        "the ministry of agriculture and rural development",
        "the ministry of culture, sports and tourism",
        "the ministry of finance and the ministry of health",
        "the state bank and the ministry of finance",
        "the government office, the ministry of health and relevant localities",
        "the provincial people's committees",
        "competent authorities, embassies and consulates",
        "relevant agencies",
        "the Ministry of Finance",
    ],
)
@pytest.mark.parametrize("verb", ["asked", "urged", "instructed"])
def test_bodies_in_small_letters_are_asked(verb: str, asked: str) -> None:
    [task] = tasks(f"{MINISTER} {verb} {asked} to speed up disbursement.")
    assert (task.set_by, task.assignee, task.text) == (
        "Tran Van Khai",
        asked,
        "speed up disbursement",
    )


@pytest.mark.parametrize("duty", ["must", "should", "needs to", "has to"])
def test_who_owes_something_in_small_letters(duty: str) -> None:
    [task] = tasks(f"{MINISTER} said the ministry of finance {duty} speed up disbursement.")
    assert (task.assignee, task.text) == ("the ministry of finance", "speed up disbursement")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{MINISTER} said the ministry of finance needs more money.",
        f"{MINISTER} visited the ministry of finance to see the exhibition.",
        "The ministry of finance opened a new office on Monday.",
        f"{MINISTER} said the office of",
    ],
)
def test_a_body_of_which_nothing_is_asked_has_no_task(sentence: str) -> None:
    assert tasks(sentence) == ()


WORK = ("review the list of projects", "speed up disbursement", "report to the government")


@pytest.mark.parametrize(
    "sentence",
    [
        "asked {asked} to: (a) {0}; (b) {1}; and (c) {2}.",
        "asked {asked} to (a) {0}; (b) {1}; (c) {2}.",
        "asked {asked} to (i) {0}, (ii) {1}, and (iii) {2}.",
        "asked {asked} to do three tasks: first, {0}; second, {1}; third, {2}.",
    ],
)
def test_items_within_a_sentence(sentence: str) -> None:
    told = sentence.format(*WORK, asked="the ministry of finance")
    found = tasks(f"{MINISTER} {told}")
    assert tuple(task.text for task in found) == WORK
    assert {(task.set_by, task.assignee) for task in found} == {
        ("Tran Van Khai", "the ministry of finance")
    }


@pytest.mark.parametrize(
    "counts",
    [("First,", "Second,", "Third,"), ("First,", "Second,", "Finally,"), ("1.", "2.", "3.")],
)
def test_items_over_several_lines(counts: tuple[str, ...]) -> None:
    items = [f"{count} {work}." for count, work in zip(counts, WORK, strict=True)]
    found = tasks(f"{MINISTER} asked the ministry of finance to do three tasks:", *items)
    assert tuple(task.text.lower() for task in found) == WORK
    assert {(task.set_by, task.assignee) for task in found} == {
        ("Tran Van Khai", "the ministry of finance")
    }


def test_what_is_outlined_is_stated_by_who_outlines_it() -> None:
    found = tasks(f"{MINISTER} outlined three tasks. First, {WORK[0]}. Second, {WORK[1]}.")
    assert [(task.stated_by, task.text) for task in found] == [
        ("Tran Van Khai", WORK[0]),
        ("Tran Van Khai", WORK[1]),
    ]
