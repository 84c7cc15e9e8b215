"""Statements whose verb no list has: the frame around what is said shows them.

Four frames count: a person and a few words before "rằng"; a person and a few words that end the
sentence after a closed quotation ("“…”, ông X đúc kết."); a person and a few words before a colon
that opens a quotation; a directive or speech "của X" whose words follow in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.facts.persons.cast import Actor, subject_position
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

MAX_VERB = 5
"""Tokens of the unknown verb and what belongs to it."""

MIN_QUOTED = 4
"""Tokens of the quotation after a directive that is somebody's, with its marks."""

_CLOSING = frozenset({'"', "”", "»"})
_OPENING = frozenset({'"', "“", "«"})


def framed(line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> Iterator[tuple[Actor, int]]:
    """The actors that a frame shows to speak, with where what they say begins."""
    tokens = line.tokens
    for actor in actors:
        if line.inside[actor.start]:
            continue
        if _is_quoted(line, actor) or _tells(line, actor, lexicon):
            yield actor, actor.end
            continue
        if not (actor.subject or subject_position(line, actor.start)):
            continue
        if _ends_quotation(line, actor):
            yield actor, actor.end
            continue
        if (begins := _opens_quotation(line, actor, actors)) is not None:
            yield actor, begins
            continue
        reach = range(actor.end, min(len(tokens), actor.end + MAX_VERB))
        if any(lexicon.speech.match(tokens, at) for at in reach):
            continue
        for at in reach:
            mark = tokens[at]
            if mark.low == "rằng" and at > actor.end:
                if tokens[at - 1].low not in words_of("speech.toml", "inner"):
                    yield actor, at + 1
                break
            if mark.text == ":" and at + 1 < len(tokens) and tokens[at + 1].text in _OPENING:
                yield actor, at + 1
                break
            if not mark.word:
                break


def _opens_quotation(line: Line, actor: Actor, actors: Sequence[Actor]) -> int | None:
    """Where a quotation opens after a colon, with nobody between: "X kết thúc bài phát biểu với
    lời hứa: “…”".
    """
    tokens = line.tokens
    for at in range(actor.end, len(tokens) - 1):
        if tokens[at].text in {";", "!", "?"} or line.inside[at]:
            return None
        if tokens[at].text == ":":
            quoted = tokens[at + 1].text in _OPENING and at + 1 < len(tokens) - MIN_QUOTED
            between = any(actor.end <= other.start < at for other in actors)
            return at + 1 if quoted and not between else None
    return None


def _tells(line: Line, actor: Actor, lexicon: Lexicon) -> bool:
    """Whether a statement or letter of somebody's says something: "Bức thư của X nêu rõ …"."""
    tokens = line.tokens
    if actor.start < 2 or tokens[actor.start - 1].low not in {"của", "by", "of"}:
        return False
    nouns = words_of("speech.toml", "quoted_nouns")
    owned = any(
        " ".join(token.low for token in tokens[actor.start - 1 - length : actor.start - 1]) in nouns
        and subject_position(line, actor.start - 1 - length)
        for length in (1, 2, 3)
        if actor.start - 1 >= length
    )
    speech = any(
        (hit := lexicon.speech.match(tokens, actor.end + skip)) and hit[1] in {"say", "ask"}
        for skip in (0, 1)
    )
    return owned and speech


def _is_quoted(line: Line, actor: Actor) -> bool:
    """Whether words of a directive or speech follow: "tinh thần chỉ đạo của X tại Y về “…”"."""
    tokens = line.tokens
    if actor.start < 2 or tokens[actor.start - 1].low not in {"của", "by", "of"}:
        return False
    nouns = words_of("speech.toml", "quoted_nouns")
    owned = any(
        " ".join(token.low for token in tokens[max(0, actor.start - 1 - length) : actor.start - 1])
        in nouns
        and tokens[max(0, actor.start - 2 - length)].low not in {"các", "những", "nói", "gọi"}
        for length in (1, 2, 3)
    )
    return owned and sum(line.inside[actor.end :]) >= MIN_QUOTED


def _ends_quotation(line: Line, actor: Actor) -> bool:
    """Whether a quotation closes right before, and the sentence ends soon after."""
    tokens = line.tokens
    rest = [token for token in tokens[actor.end :] if token.word]
    closed = actor.start - 2
    if not 1 <= len(rest) <= MAX_VERB or closed < 0 or any(line.inside[actor.end :]):
        return False
    mark = tokens[actor.start - 1].text
    return mark in {",", "-", "–"} and tokens[closed].text in _CLOSING and line.inside[closed]
