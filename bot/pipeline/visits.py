"""The other-language names of visits, put together by rule from who visits whom."""

from __future__ import annotations

from bot.pipeline.rules import GLOSSARY, Rules, Thing
from bot.store.prepared import Rendering
from summarizer.facts.model import Conference, EventKind, Facts, Kind
from summarizer.facts.visit_destinations import destination_name, destination_named
from summarizer.facts.visit_names import name_of_visit


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
