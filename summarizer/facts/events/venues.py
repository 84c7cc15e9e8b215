"""At which conference a sentence is said, as far as it tells.

"Phát biểu tại Hội nghị X, bà nói …", "Addressing the Forum Y, he said …", "Hội nghị nhấn mạnh …".
"Hội nghị" alone means the conference that the article reports. A conference that is only spoken of
("ông hy vọng hội nghị sẽ …", "trước hội nghị") or lies ahead is no place where anything was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.events.context import Event
from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.wordings import wording_of
from summarizer.facts.model import Conference, Coverage, Status
from summarizer.facts.persons.cast import Cast
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

NEAR_OPENING = 8
"""Tokens within which a venue opens its sentence."""

NEAR_VERB = 4
"""Tokens from a verb of speech to the venue."""

ATTENDED = 9
"""Tokens from who attends or chairs to the venue."""

_SET_DOWN = frozenset({"ra", "qua", "định", "nêu", "set", "adopted"})
_ATTENDS = frozenset({"dự", "trì", "mạc", "attended", "chaired", "opened", "addressed", "hosted"})
_AHEAD = frozenset({"sẽ", "sắp", "will"})
_TOLD = frozenset({"say", "ask"})
_PLACE = frozenset({"tại", "ở", "at"})
_WITHOUT_PLACE = frozenset({"cuối", "đầu", "đạo", "the", "this", "a", "an", "toàn"})
"""What may stand between a word for a venue and its name: "phát biểu cuối phiên thảo luận"."""
_ASIDE = frozenset(
    {
        *("sau", "trước", "thềm", "lề", "về", "với", "cho", "từ", "của", "hủy", "huỷ", "hoãn"),
        *("after", "before", "of", "about", "from", "on", "for", "until", "since", "with", "ahead"),
    }
)
"""What stands before an event that is only spoken of, or beside which something is said."""


def places_of_speech(
    mentions: Sequence[EventMention],
    events: Sequence[Event],
    conferences: Sequence[Conference],
    lines: Sequence[Line],
    title: int,
    cast: Cast,
    lexicon: Lexicon,
) -> dict[int, int]:
    """Line → index of the conference at which it is said; "Hội nghị" alone means the reported one,
    or the only one.
    """
    at: dict[int, int] = {}
    reported = {n for n, c in enumerate(conferences) if c.coverage is Coverage.REPORTED}
    held = {n for n, c in enumerate(conferences) if c.status is not Status.PLANNED}
    main = next(iter(reported or held), -1) if len(reported or conferences) == 1 else -1
    for mention in mentions if main in held else ():
        if mention.distinctive or mention.line >= title:
            continue
        line = lines[mention.line]
        if can_refer(mention, conferences[main].name) and _is_scene(mention, line, cast, lexicon):
            at.setdefault(mention.line, main)
    for number, line in enumerate(lines[:title]):
        if main in reported & held and _is_main_speech(line):
            at.setdefault(number, main)
    for index in sorted(held):
        for mention in events[index].mentions:
            if mention.embedded or mention.line >= title:
                continue
            line = lines[mention.line]
            if index in reported:
                there = _is_scene(mention, line, cast, lexicon)
            else:
                there = _is_named_venue(mention, line, cast, lexicon)
            if there or _opens_there(line, mention):
                at.setdefault(mention.line, index)
    return at


def _is_named_venue(mention: EventMention, line: Line, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether something is said at an event that the article only refers to."""
    before, earlier = line.lows[: mention.start][-2:], line.lows[: mention.start][-3:-1]
    if _SET_DOWN.intersection(earlier) or _lies_ahead(line, mention.start):
        # "mục tiêu đề ra tại Đại hội XIII": it is not said there
        return False
    venue = not words_of("events.toml", "venues").isdisjoint(before)
    return venue and _is_said_at(mention, line, cast, lexicon)


def _is_main_speech(line: Line) -> bool:
    """Whether a sentence opens with a part of the meeting without its name: "Phát biểu bế mạc, ông
    …", "In his opening remarks, he …".
    """
    known = words_of("speech.toml", "main_speech")
    return any(
        line.low(0, length) in known and line.low(length, length + 1) in {",", ""}
        for length in range(1, 6)
    )


def _is_scene(mention: EventMention, line: Line, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether a sentence is said at the event that it names: the event is its place, speaks itself,
    or is attended by who goes on to speak.
    """
    start = mention.start
    while start and line.lows[start - 1] in _WITHOUT_PLACE:
        start -= 1
    if not start:
        return _speaks(line, mention.end, lexicon)
    before = line.lows[start - 1]
    if before in _ASIDE or _lies_ahead(line, start):
        return False
    if line.low(0, start) in words_of("speech.toml", "summing_up") or _opens_there(line, mention):
        return True
    if before not in words_of("events.toml", "venues"):
        return False
    attends = before in _ATTENDS
    if attends and _told_before(line, start - NEAR_VERB, lexicon):
        return False
    return _is_said_at(mention, line, cast, lexicon) or (
        attends and _goes_on_to_speak(mention, line, cast, lexicon)
    )


def _lies_ahead(line: Line, end: int) -> bool:
    """Whether the words before an event say that somebody will go there."""
    return not _AHEAD.isdisjoint(line.lows[max(0, end - ATTENDED) : end])


def _speaks(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech follows at once: "Hội nghị đã nhấn mạnh …"."""
    return any(lexicon.speech.match(line.tokens, at) for at in range(position, position + 3))


def _told_before(line: Line, end: int, lexicon: Lexicon) -> bool:
    """Whether somebody has begun to speak before ``end``, so that what follows is what is said."""
    return any(
        (hit := lexicon.speech.match(line.tokens, at))
        and hit[1] in {"say", "ask"}
        and hit[0] <= end
        for at in range(max(0, end))
    )


def _goes_on_to_speak(mention: EventMention, line: Line, cast: Cast, lexicon: Lexicon) -> bool:
    """Whether who attends is who speaks: "Thủ tướng X dự hội nghị và yêu cầu …"."""
    actors = cast.actors[mention.line]
    attends = any(0 <= mention.start - actor.end <= ATTENDED for actor in actors)
    for at in range(mention.end, len(line.tokens)):
        if lexicon.speech.match(line.tokens, at):
            return attends and not any(mention.end <= actor.start < at for actor in actors)
    return False


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
    if line.lows[mention.start - 1] in _PLACE and any(
        line.low(at, at + 2) in words_of("speech.toml", "said_so") for at in range(mention.start)
    ):
        # "ông X cho biết như vậy trước các học giả quốc tế tại hội thảo Y"
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
