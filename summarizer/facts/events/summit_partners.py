"""Bringing summits of the same states together, whoever stands for them in a wording."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from summarizer.facts.events.context import Event
from summarizer.facts.events.partners import (
    are_same_partners,
    leaders,
    leaders_of,
    meeting_of,
    nationalities,
    partners_with,
)
from summarizer.facts.events.wordings import wording_of
from summarizer.facts.persons.cast import Cast
from summarizer.facts.words.lexicon import Lexicon


def join_partners(events: Sequence[Event], cast: Cast, lexicon: Lexicon) -> list[Event]:
    """Bring summits of the same states together, whoever stands for them in a wording."""
    told = nationalities(cast, lexicon)
    countries = leaders(cast) | told
    kept: list[Event] = []
    met: list[frozenset[str]] = []
    for event in events:
        partners = _partners(event, countries, lexicon)
        home = next(
            (
                other
                for other, its in zip(kept, met, strict=True)
                if partners and are_same_partners(its, partners) and agree(event, other)
            ),
            None,
        )
        if home is None:
            kept.append(event)
            met.append(partners)
        else:
            home.mentions.extend(event.mentions)
    return _join_one_sided(_join_leaders(kept, met, countries, lexicon), told, lexicon)


def _join_leaders(
    events: Sequence[Event],
    met: Sequence[frozenset[str]],
    countries: Mapping[str, str],
    lexicon: Lexicon,
) -> list[Event]:
    """Join a meeting of leaders to the one summit of their states; ``met``: of the events."""
    led = [leaders_of(event.mentions[0].name, countries, lexicon) for event in events]
    return _join_to_one(events, lambda at, other: bool(led[at]) and met[other] == led[at])


def _join_one_sided(
    events: Sequence[Event], told: Mapping[str, str], lexicon: Lexicon
) -> list[Event]:
    """Join a summit of which only one side is named ("thượng đỉnh với Tổng thống X") to the one of
    both, if there is one only; whose state the article does not tell stands for none here.
    """
    met = [
        {state for m in event.mentions for state in meeting_of(m.name, told, lexicon)}
        for event in events
    ]
    sides = [partners_with(event.mentions[0].name, told, lexicon) for event in events]
    return _join_to_one(
        events, lambda at, other: not met[at] and bool(sides[at]) and sides[at] <= met[other]
    )


def _join_to_one(events: Sequence[Event], fits: Callable[[int, int], bool]) -> list[Event]:
    """Join each event to the one other that it fits and agrees with, where there is one only;
    ``fits`` is given the numbers of both.
    """
    kept = []
    for at, event in enumerate(events):
        homes = [
            other
            for number, other in enumerate(events)
            if number != at and fits(at, number) and agree(event, other)
        ]
        if len(homes) == 1:
            homes[0].mentions.extend(event.mentions)
        else:
            kept.append(event)
    return kept


def _partners(event: Event, countries: Mapping[str, str], lexicon: Lexicon) -> frozenset[str]:
    for mention in event.mentions:
        if mention.embedded:
            continue
        if found := meeting_of(mention.name, countries, lexicon):
            return found
    return frozenset()


def agree(event: Event, other: Event) -> bool:
    """Whether no edition and no year keeps two events apart."""
    if event.mentions[0].last_years != other.mentions[0].last_years:
        return False
    return not any(
        wording_of(one.name).contradicts(wording_of(two.name))
        for one in event.mentions
        for two in other.mentions
    )
