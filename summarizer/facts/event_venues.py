"""Which conference a sentence speaks of: what is said there was said at that venue.

"Phát biểu tại Hội nghị X, bà nói …", "Addressing the Forum Y, he said …". "Hội nghị" alone means
the conference that the article reports.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.cast import Cast
from summarizer.facts.event_context import Event
from summarizer.facts.event_mention import EventMention
from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.model import Conference, Coverage
from summarizer.facts.tokens import Line
from summarizer.facts.wordings import wording_of

NEAR_OPENING = 8
"""Tokens within which a venue opens its sentence."""

NEAR_VERB = 4
"""Tokens from a verb of speech to the venue."""

_SET_DOWN = frozenset({"ra", "qua", "định", "nêu", "set", "adopted"})


def places_of_speech(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    conferences: Sequence[Conference],
    lines: Sequence[Line],
    title: int,
    cast: Cast,
    lexicon: Lexicon,
) -> dict[int, int]:
    """Line → index of the conference it speaks of; "Hội nghị" alone means the reported one."""
    at: dict[int, int] = {}
    reported = [n for n, c in enumerate(conferences) if c.coverage is Coverage.REPORTED]
    for mention in mentions:
        if mention.distinctive or mention.line >= title or len(reported) != 1:
            continue
        if not can_refer(mention, conferences[reported[0]].name):
            continue
        at.setdefault(mention.line, reported[0])
    for index, event in enumerate(events):
        for mention in event.mentions:
            if mention.embedded or mention.line >= title:
                continue
            before = [t.low for t in lines[mention.line].tokens[: mention.start][-2:]]
            earlier = lines[mention.line].tokens[: mention.start][-3:-1]
            if index not in reported and any(t.low in _SET_DOWN for t in earlier):
                # "mục tiêu đề ra tại Đại hội XIII": it is not said there
                continue
            if (
                index in reported
                or _opens_there(lines[mention.line], mention)
                or (
                    any(word in words_of("events.toml", "venues") for word in before)
                    and _is_said_at(mention, lines[mention.line], cast, lexicon)
                )
            ):
                at.setdefault(mention.line, index)
    return at


def _opens_there(line: Line, mention: EventMention) -> bool:
    """Whether the sentence opens with who is there: "Addressing the Forum X, he said …"."""
    opening = [token.low for token in line.tokens[: mention.start] if token.low != "the"]
    told = mention.end < len(line.tokens) and "," in line.lows[mention.end :]
    return told and len(opening) == 1 and opening[0] in words_of("events.toml", "present_at_en")


def _is_said_at(mention: EventMention, line: Line, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether the venue stands at the opening, after a verb of speech or after who speaks, and not
    in what is only told of: "những điều X đã chỉ đạo hồi tháng 12, tại Hội nghị Y".
    """
    if mention.start <= NEAR_OPENING:
        return True
    if any(0 <= mention.start - actor.end <= 1 for actor in cast.actors[mention.line]):
        return True
    return any(
        (hit := lexicon.speech.match(line.tokens, at)) and 0 <= mention.start - hit[0] <= NEAR_VERB
        for at in range(max(0, mention.start - 2 * NEAR_VERB), mention.start)
    )


def can_refer(mention: EventMention, name: str) -> bool:
    """Whether a bare noun can mean the event of a name: "Đại hội" is no "Hội nghị"."""
    congress = wording_of("đại hội").kind
    kinds = {wording_of(mention.name).kind, wording_of(name).kind}
    return len(kinds) == 1 or congress not in kinds
