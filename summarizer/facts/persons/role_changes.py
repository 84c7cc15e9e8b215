"""Offices that change within an article: given ones, earlier ones, and which is the present."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.model import Role
from summarizer.facts.persons.bare_names import Sighting
from summarizer.facts.persons.cast import Person
from summarizer.facts.persons.offices import is_same_office, sole_offices

CALLED_SO = 2
"""Times that a person is called by an office which is then the present one, whatever was held
before: "Thủ tướng X" who "từng là Thủ tướng năm 2006"."""


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
        person.left |= left - person.former
        person.former |= left
    called = [role for role in person.roles if role not in person.given]
    if not any(sole_offices(role, language) for role in called if not person.is_former(role)):
        person.given.clear()


def roles_of(person: Person, told: Sequence[Role], language: str) -> tuple[str, tuple[Role, ...]]:
    """The title of a person and, where there is more to tell, all offices, the latest first.

    ``told`` are those that the text dates or tells to be over. What is over says so in its title.
    """
    if not person.role and not told:
        return "", ()
    over = person.former - person.left
    main = Role(
        person.role, former=person.is_former(person.role) and person.role not in person.left
    )
    called = person.roles[person.role] >= CALLED_SO and not main.former
    found: list[Role] = []
    for role in [*told, *(Role(title, former=True) for title in sorted(over))]:
        if main.title and is_same_office(role.title, main.title, language):
            if not (called and role.former):
                fuller = len(role.title) > len(main.title) and not role.former
                main = _joined(replace(main, title=role.title) if fuller else main, role)
            elif _dated(role):
                _add(found, role, language)
        elif role.title:
            _add(found, role, language)
    roles = [_marked(role, person, language) for role in (main, *found) if role.title]
    if not roles:
        return "", ()
    called_by = roles[0]
    # the office by which an article calls somebody is the last of those that are over
    roles.sort(key=lambda role: (role.former, role is not called_by or _dated(role), _latest(role)))
    present = called_by if main.title and not called_by.former else roles[0]
    several = len(roles) > 1 or _dated(roles[0]) or not main.title
    return present.title, tuple(roles) if several else ()


def _add(found: list[Role], role: Role, language: str) -> None:
    """Add an office, or what is told of it, to those found."""
    for at, other in enumerate(found):
        same = is_same_office(role.title, other.title, language)
        if same and role.since.agrees_with(other.since) and role.until.agrees_with(other.until):
            found[at] = _joined(max(role, other, key=lambda its: len(its.title)), role, other)
            return
    found.append(role)


def _joined(role: Role, *others: Role) -> Role:
    """An office with what others tell of its time."""
    for other in others:
        role = replace(
            role,
            since=role.since if role.since.known else other.since,
            until=role.until if role.until.known else other.until,
            former=role.former or other.former,
        )
    return role


def _marked(role: Role, person: Person, language: str) -> Role:
    """An office whose title says that it is over, if it is."""
    plain = not Person(person.name).is_former(role.title)
    if not (role.former and plain and role.title):
        return role
    return replace(role, title=f"{'nguyên' if language == 'vi' else 'former'} {role.title}")


def _dated(role: Role) -> bool:
    return role.since.known or role.until.known


def _latest(role: Role) -> tuple[int, ...]:
    date = role.until if role.until.known else role.since
    return tuple(-(part or 0) for part in (date.year, date.month, date.day))
