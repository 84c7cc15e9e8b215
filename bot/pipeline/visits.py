"""The other-language names of visits, put together by rule from who visits whom."""

from __future__ import annotations

from bot.pipeline.rules import GLOSSARY, Rules, Thing
from bot.pipeline.titled import part_title, render_titled
from bot.store.prepared import Rendering
from summarizer.facts.model import Conference, EventKind, Facts
from summarizer.facts.visits.destinations import destination_name, destination_named
from summarizer.facts.visits.names import name_of_visit


def render_visit(conference: Conference, language: str, rules: Rules) -> Rendering | None:
    """The name of a visit in the other language; ``None`` for a meeting, and where no rule renders
    the place. An office that no rule renders is left out: an engine that sees the whole name alone
    muddles it.
    """
    visit = conference.visit
    if visit is None:
        return None
    place = render_destination(conference, language)
    office = rules.render(visit.office, Thing.ROLE, language)
    visitor = rules.render(visit.visitor, Thing.PERSON, language)
    if not (place and visitor):
        return None
    name = name_of_visit(
        visit.sort, place.text, office.text if office else "", visitor.text, _other(language)
    )
    return Rendering(name, machine=False, engine=GLOSSARY)


def render_destination(conference: Conference, language: str) -> Rendering | None:
    """Where a visit goes, in the other language, as news call it ("Australia", not
    "Ô-xtrây-li-a"); ``None`` for a meeting.
    """
    key = destination_named(conference.place) if conference.kind is EventKind.VISIT else None
    if key is None:
        return None
    return Rendering(destination_name(key, _other(language)), machine=False, engine=GLOSSARY)


def _other(language: str) -> str:
    return "en" if language == "vi" else "vi"


def render_host(
    conference: Conference, facts: Facts, language: str, rules: Rules
) -> Rendering | None:
    """Who has invited a visitor, in the other language; ``None`` for a meeting, where nobody is
    named, and where the name is none of a person of the article. An office that no rule renders is
    left out.
    """
    if conference.kind is not EventKind.VISIT:
        return None
    parted = part_title(conference.host, facts)
    if parted is None:
        return None
    titled = render_titled(conference.host, facts, language, rules)
    return titled or rules.render(parted[1], Thing.PERSON, language)
