"""Offices that change within an article: given ones, earlier ones, and which is the present."""

from __future__ import annotations

from summarizer.facts.bare_names import Sighting
from summarizer.facts.cast import Person
from summarizer.facts.offices import sole_offices


def note_roles(person: Person, sighting: Sighting) -> None:
    """Count the roles of a sighting. The office before a name is what who is given another had:
    "Phó Thủ tướng X được bầu làm Thủ tướng".
    """
    if sighting.role:
        person.roles[sighting.role] += 1
        if sighting.former:
            person.former.add(sighting.role)
    if not sighting.given:
        return
    if sighting.given != sighting.role:
        person.roles[sighting.given] += 1
    person.given.add(sighting.given)


def settle_roles(person: Person, left: set[str], language: str) -> None:
    """Decide between an office that is given and those the person is called by.

    A sole office ("Thủ tướng") ends the one that stood before the name where it was given; ``left``
    are those. Any other office counts less than a sole one by which the person is called.
    """
    if any(sole_offices(role, language) for role in person.given):
        person.former |= left
    called = [role for role in person.roles if role not in person.given]
    if not any(sole_offices(role, language) for role in called if not person.is_former(role)):
        person.given.clear()
