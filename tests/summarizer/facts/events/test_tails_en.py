"""Where English names of conferences end, wherever the line ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import TITLE, Document
from summarizer.facts import extract
from summarizer.facts.words.lexicon import words_of

PIECES = [
    *("Forum", "Conference", "Summit", "Meeting", "on", "to", "in", "the", "and", "of", "Trade"),
    *("Peace", "Asia", "East", "Sea", "Indo", "-", "Pacific", "South", "China", "2021", "7th"),
    *("Foreign", "Ministers'", "Review", "Work", "hosted by", "under the chair of", "July 5"),
    *("chaired by", "while", "Minister Tran Van Khai", "(", ")", "COP26", ",", "takes place"),
]  # fmt: skip


def names(text: str) -> list[str]:
    return [its.name for its in extract(Document.of("News", [text], language="en")).conferences]


@pytest.mark.parametrize("region", sorted(words_of("events.toml", "regions_en")))
@pytest.mark.parametrize("after", ["", ".", " opened in Hue."])
def test_a_region_ends_a_name_wherever_the_line_ends(region: str, after: str) -> None:
    name = f"Forum on Peace in the {region.title()}"
    assert names(f"Vietnam attends {name}{after}") == [name]


@pytest.mark.parametrize(
    "text", ["Vietnam attends Forum on Peace in Asia", "Forum on Security in the East Sea"]
)
def test_a_title_may_end_with_a_region(text: str) -> None:
    document = Document.of(text, ["Nothing else is told."], language="en")
    [event] = extract(document).conferences
    assert text.endswith(event.name)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Forum on Trade and the Summit on Water were held in Hue.",
            {"Forum on Trade", "Summit on Water"},
        ),
        (
            "The Coral Sea Forum and Green River Summit were held in Hue.",
            {"Coral Sea Forum", "Green River Summit"},
        ),
        (
            "The 7th Mekong Foreign Ministers' Meeting and the 8th ASEAN Summit opened in Hue.",
            {"7th Mekong Foreign Ministers' Meeting", "8th ASEAN Summit"},
        ),
        (
            "The Forum on Trade and Investment opened in Hue.",
            {"Forum on Trade and Investment"},
        ),
        (
            "The Conference on Peace and the Rule of Law opened in Hue.",
            {"Conference on Peace and the Rule of Law"},
        ),
    ],
)
def test_and_goes_on_to_another_event_or_to_its_subject(text: str, found: set[str]) -> None:
    assert set(names(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ministers attended the Coral Sea Forum in Hue and the Green River Summit in Hanoi.",
            {"Coral Sea Forum", "Green River Summit"},
        ),
        ("Ahead of the Coral Sea Forum, ministers met in Hue.", {"Coral Sea Forum"}),
    ],
)
def test_what_leads_up_to_a_name_is_none_of_it(text: str, found: set[str]) -> None:
    assert set(names(text)) == found


@pytest.mark.parametrize("day", ["July 3", "3 July", "Monday"])
def test_a_day_that_leads_up_to_a_name_is_none_of_it(day: str) -> None:
    assert names(f"On {day} the Coral Sea Forum opened in Hue.") == ["Coral Sea Forum"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join))
def test_any_line_is_read_to_its_end(text: str) -> None:
    document = Document.of(f"News {text}", [f"Read {text}"], language="en")
    for event in extract(document).conferences:
        assert event.name
        assert event.paragraph in {TITLE, 0}
