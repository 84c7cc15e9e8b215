"""The other-language names of visits, put together by rule from who visits whom."""

from __future__ import annotations

from bot.pipeline.rules import GLOSSARY, Rules, Thing
from bot.store.prepared import Rendering
from summarizer.facts.model import Conference, EventKind, Facts, Kind
from summarizer.facts.visit_names import name_of_visit


def render_visit(conference: Conference, language: str, rules: Rules) -> Rendering | None:
    """The name of a visit in the other language; ``None`` for a meeting, and where no rule renders
    the place. An office that no rule renders is left out: an engine that sees the whole name alone
    muddles it.
    """
    visit = conference.visit
    if visit is None:
        return None
    parts = [
        rules.render(conference.place, Thing.PLACE, language),
        rules.render(visit.office, Thing.ROLE, language),
        rules.render(visit.visitor, Thing.PERSON, language),
    ]
    place, office, visitor = (part.text if part else "" for part in parts)
    if not (place and visitor):
        return None
    other = "en" if language == "vi" else "vi"
    name = name_of_visit(visit.sort, place, office, visitor, other)
    return Rendering(name, machine=False, engine=GLOSSARY)


def render_host(
    conference: Conference, facts: Facts, language: str, rules: Rules
) -> Rendering | None:
    """Who has invited a visitor, in the other language; ``None`` for a meeting, where nobody is
    named, and where the name is none of a person of the article. An office that no rule renders is
    left out.
    """
    host = conference.host
    if conference.kind is not EventKind.VISIT:
        return None
    names = (
        name
        for speaker in facts.speakers
        if speaker.kind is Kind.PERSON
        for name in (speaker.name, *speaker.aliases)
    )
    name = max((name for name in names if name and host.endswith(name)), key=len, default="")
    person = rules.render(name, Thing.PERSON, language) if name else None
    if person is None:
        return None
    role = host.removesuffix(name).strip()
    office = rules.render(role, Thing.ROLE, language) if role else None
    text = f"{office.text} {person.text}" if office else person.text
    return Rendering(text, machine=False, engine=GLOSSARY)
