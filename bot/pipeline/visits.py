"""The other-language names of visits, put together by rule from who visits whom."""

from __future__ import annotations

from bot.pipeline.rules import GLOSSARY, Rules, Thing
from bot.store.prepared import Rendering
from summarizer.facts.model import Conference
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
