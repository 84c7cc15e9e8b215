"""The fields of joined conferences and speakers, from the joining and its sightings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from bot.store.prepared import Rendering
from bot.store.sightings import Seen, SeenConference, SeenSpeaker
from summarizer.facts.joining.joining import JoinedConference, JoinedSpeaker
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold, words

_LONGEST_SLUG = 60


def of_conference(thing: JoinedConference, members: Sequence[SeenConference]) -> dict[str, Any]:
    """The columns of a conference, but for its number."""
    name = _sides(thing.name, members, _names)
    _use_own_english(name, members)
    place = _sides(thing.place, members, lambda seen: {seen.conference.place})
    host = _sides(thing.host, members, lambda seen: {seen.conference.host})
    return {
        "slug": _slug(thing.name, thing.starts),
        "name_vi": name["vi"],
        "name_en": name["en"],
        "name_machine": name["machine"],
        "aliases": list(thing.aliases),
        "status": thing.status.value,
        "starts_on": str(thing.starts),
        "date_basis": thing.starts.basis.value,
        "ends_on": str(thing.ends),
        "ends_basis": thing.ends.basis.value,
        "place_vi": place["vi"],
        "place_en": place["en"],
        "place_machine": place["machine"],
        "host_vi": host["vi"],
        "host_en": host["en"],
        "host_machine": host["machine"],
        "chair": thing.chair or None,
        "kind": thing.kind.value,
    }


def of_speaker(thing: JoinedSpeaker, members: Sequence[SeenSpeaker]) -> dict[str, Any]:
    """The columns of a speaker, but for its number."""
    sides = _sides(thing.name, members, lambda seen: {seen.speaker.name, *seen.speaker.aliases})
    return {
        "slug": _slug(thing.name),
        "kind": thing.kind.value,
        "name": thing.name,
        "name_en": sides["en"],
        "name_machine": sides["machine"],
        "name_folded": fold(thing.name),
        "aliases": list(thing.aliases),
    }


def of_roles(thing: JoinedSpeaker, members: Sequence[SeenSpeaker]) -> list[dict[str, Any]]:
    """The columns of a speaker's roles; a role that both languages name stands there once."""
    rows: dict[str, dict[str, Any]] = {}
    for span in thing.roles:
        title = span.title
        sides = _sides(title, members, lambda seen: {seen.speaker.role})
        row = {
            "title_vi": sides["vi"],
            "title_en": sides["en"],
            "title_machine": sides["machine"],
            "first_seen": str(span.first),
            "last_seen": str(span.last),
        }
        key = fold(sides["en"] or title)
        if other := rows.get(key):
            _merge_roles(other, row)
        else:
            rows[key] = row
    return list(rows.values())


def _merge_roles(one: dict[str, Any], other: dict[str, Any]) -> None:
    if other["title_vi"] and (not one["title_vi"] or one["title_machine"]):
        for column in ("title_vi", "title_en", "title_machine"):
            one[column] = other[column] or one[column]
    firsts = [d for d in (one["first_seen"], other["first_seen"]) if d and not d.startswith("-")]
    lasts = [d for d in (one["last_seen"], other["last_seen"]) if d and not d.startswith("-")]
    one["first_seen"] = min(firsts, default=one["first_seen"] or other["first_seen"])
    one["last_seen"] = max(lasts, default=one["last_seen"] or other["last_seen"])


def _names(seen: SeenConference) -> set[str]:
    return {seen.conference.name, *seen.conference.aliases}


def _sides(
    text: str, members: Iterable[Any], texts: Callable[[Any], Collection[str]]
) -> dict[str, Any]:
    """Both languages of a text that some of the members have; official sides before machine's."""
    sides: dict[str, Any] = {"vi": None, "en": None, "machine": False}
    if not text:
        return sides
    having: list[Seen] = [seen for seen in members if text in texts(seen)]
    language = min((seen.language for seen in having), key=_vietnamese_first, default="vi")
    other = "en" if language == "vi" else "vi"
    found = [
        seen.renderings[text]
        for seen in having
        if seen.language == language and text in seen.renderings
    ]
    best = min(found, key=_worth, default=None)
    sides[language] = text
    if best is not None:
        sides[other], sides["machine"] = best.text, best.machine
    return sides


def _vietnamese_first(language: str) -> bool:
    return language != "vi"


def _worth(rendering: Rendering) -> tuple[bool, int, str]:
    # The last part only keeps the choice from depending on the order of articles.
    return rendering.machine, len(rendering.findings), rendering.text


def _use_own_english(name: dict[str, Any], members: Iterable[SeenConference]) -> None:
    """Prefer the name that English articles use to one made by machine."""
    if name["en"] is not None and not name["machine"]:
        return
    own = sorted(
        (seen.conference.name for seen in members if seen.language == "en"),
        key=lambda text: (-len(text), text),
    )
    if own and name["vi"]:
        name["en"], name["machine"] = own[0], False


def _slug(name: str, date: PartialDate | None = None) -> str:
    base = "-".join(words(fold(name)))[:_LONGEST_SLUG].rstrip("-")
    return "-".join(filter(None, [base, str(date).strip("-") if date else ""])) or "x"
