"""Persons with their offices before their names ("Tổng thống Adam Kent"), rendered by rule."""

from __future__ import annotations

from bot.pipeline.rules import GLOSSARY, Rules, Thing
from bot.store.prepared import Rendering
from summarizer.facts.model import Facts, Kind


def part_title(text: str, facts: Facts) -> tuple[str, str] | None:
    """The office and the name, where ``text`` ends with the name of a person of the article."""
    names = (
        name
        for speaker in facts.speakers
        if speaker.kind is Kind.PERSON
        for name in (speaker.name, *speaker.aliases)
        if name and f" {text}".endswith(f" {name}")
    )
    name = max(names, key=len, default="")
    return (text.removesuffix(name).strip(), name) if name else None


def render_titled(text: str, facts: Facts, language: str, rules: Rules) -> Rendering | None:
    """A person with an office in the other language; ``None`` where there is no rule for both."""
    parted = part_title(text, facts)
    if parted is None or not parted[0]:
        return None
    office = rules.render(parted[0], Thing.ROLE, language)
    person = rules.render(parted[1], Thing.PERSON, language)
    if office is None or person is None:
        return None
    return Rendering(f"{office.text} {person.text}", machine=False, engine=GLOSSARY)
