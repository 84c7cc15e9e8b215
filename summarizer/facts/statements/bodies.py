"""Bodies named in a line that could speak, and those in a subject's place."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.persons.cast import Actor, subject_position
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.text.folding import fold

MAX_OWNER = 5
"""Tokens of the first of those whose something is, with the comma behind."""

_OWNED = frozenset({"của", "of"})

Body = tuple[int, int, str]
"""Where a body stands in a line, first and last token (exclusive), and its name."""


def is_inside(line: Line, position: int) -> bool:
    return position < len(line.inside) and line.inside[position]


def is_body_subject(line: Line, body: Body, bodies: Sequence[Body], verb: int) -> bool:
    """Whether a body, or the first of the list it stands in, is in a subject's place."""
    opened = line.tokens[0].low in words_of("names.toml", "openings")
    if (
        opened
        and verb - body[1] <= 1
        and "," not in line.lows[: body[0] - 1]
        and line.lows[body[0] - 1] == ","
    ):
        # "Sau phiên họp của Quốc hội, | Chính phủ cho biết"
        return True
    first = list_start(line, body, bodies)
    return subject_position(line, first) and not _ends_owners(line, first, body[1])


def _ends_owners(line: Line, start: int, end: int) -> bool:
    """Whether a body ends the list of those whose something is: "các nghị quyết của Trung ương,
    Quốc hội, Chính phủ, coi đây là nhiệm vụ …".
    """
    tokens = line.tokens
    if start < 3 or tokens[start - 1].text != "," or line.low(end, end + 1) != ",":
        return False
    at = start - 2
    while at > 0 and tokens[at].word and start - at <= MAX_OWNER and tokens[at].low not in _OWNED:
        at -= 1
    return tokens[at].low in _OWNED and tokens[at + 1].cap


def list_start(line: Line, body: Body, bodies: Sequence[Body]) -> int:
    """Where the list of bodies begins that this one stands in."""
    start = body[0]
    for other in reversed([b for b in bodies if b[1] < body[0]]):
        if other[1] == start - 1 and line.tokens[other[1]].low in {",", "và", "and"}:
            start = other[0]
    return start


def bodies_in(line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> list[Body]:
    """The bodies named in a line that could speak, as (start, end, name)."""
    tokens = line.tokens
    taken = {position for actor in actors for position in range(actor.start, actor.end)}
    bodies, organisations = lexicon.bodies.found_in(line), lexicon.organisations.found_in(line)
    found = []
    past = 0
    for position in sorted(bodies.keys() | organisations.keys()):
        bracketed = position > 0 and tokens[position - 1].text == "("
        if position < past or position in taken or bracketed or is_inside(line, position):
            continue
        body = bodies.get(position)
        organisation = organisations.get(position) if tokens[position].cap else None
        if body and (organisation is None or body[0] >= organisation[0]):
            found.append((position, body[0], body[1]))
            past = body[0]
        elif organisation:
            end = organisation[0]
            place = lexicon.places.match(tokens, end)
            if place and tokens[end].cap:
                end = place[0]
            if fold(line.cut(position, end)) not in lexicon.media:
                found.append((position, end, line.cut(position, end)))
            past = end
    return found
