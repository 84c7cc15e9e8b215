"""Who states a task and who sets it: in "ông A cho biết Chính phủ đã giao Bộ B …" two, A and the
government; in "ông A cho biết Thủ tướng đã giao …" A states what an office sets that is not named.

Nobody is better than somebody guessed: an office without a name and a document set tasks by
nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.facts.documents.demands import document_before, is_document
from summarizer.facts.duties.asking import points_nowhere, with_object
from summarizer.facts.persons.cast import Actor
from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance

MAX_VERB = 4
"""Tokens of the longest verb of asking."""

MAX_ASKER = 10
"""Tokens of who asks without a name."""

_ADVERBS = frozenset(
    {
        *("đã", "vừa", "cũng", "đang", "từng", "còn", "mới", "luôn", "vẫn", "có"),
        *("had", "has", "have", "also", "just", "already"),
    }
)
_TELLING = frozenset({"rằng", "là", "that", ":", ",", '"', "“", "the", "cả"})


class Voices(NamedTuple):
    """Who states what a line asks for, who sets it, whether a verb of asking does; and where the
    task begins, if a document asks for it.
    """

    speaker: int | str | None = None
    giver: int | str | None = None
    asks: bool = False
    start: int | None = None


def voices_of(
    line: Line, utterances: Sequence[Utterance], actors: Sequence[Actor], lexicon: Lexicon
) -> Voices:
    """The voices of a line."""
    best: Utterance | None = None
    for utterance in utterances:
        if best is None or (utterance.asks and not best.asks):
            best = utterance
    if best is None:
        return Voices()
    who = _name(best)
    if not best.asks:
        return Voices(who)
    start = _verb_start(line, best.verb, lexicon)
    if start is None:
        return Voices(who, who, asks=True)
    if is_document(line, start, best.verb):
        return _asked_by_document(line, best, lexicon)
    subject = start
    while subject > 0 and line.tokens[subject - 1].low in _ADVERBS:
        subject -= 1
    asker = _span(best, actors, subject)
    document = document_before(line, subject, lexicon)
    if document is not None and not _stands_for(line, asker, document, best):
        if asker[0] < document:
            return Voices(who, None, asks=True)
        return Voices(_told_by(line, document, best, utterances), None, asks=True)
    if (other := _other_asker(line, subject, lexicon)) is not None and asker[1] < other:
        return Voices(who, None, asks=True)
    outer = _told_by(line, asker[0], best, utterances)
    return Voices(who if outer is None else outer, who, asks=True)


def _name(utterance: Utterance) -> int | str:
    return utterance.who if utterance.who is not None else utterance.body


def _verb_start(line: Line, end: int, lexicon: Lexicon) -> int | None:
    """Where the verb of asking begins that ends at ``end``."""
    for start in range(max(0, end - MAX_VERB), end):
        speech = lexicon.speech.match(line.tokens, start)
        if speech and speech[0] == end:
            return start
    return None


def _span(utterance: Utterance, actors: Sequence[Actor], before: int) -> tuple[int, int]:
    """Where who asks stands, before his verb; behind it, as in "…, ông nói", counts as there."""
    if utterance.who is None:
        return utterance.body_span
    spans = [(a.start, a.end) for a in actors if a.who == utterance.who and a.end <= before]
    return max(spans, default=(before, before))


def _asked_by_document(line: Line, best: Utterance, lexicon: Lexicon) -> Voices:
    """In "nhấn mạnh: Chỉ thị 25 yêu cầu …" the verb is the one after the document."""
    who = _name(best)
    for position, match in lexicon.tasks["asks"].found_in(line).items():
        if position <= best.verb or match[0] >= len(line.tokens):
            continue
        if points_nowhere(line, position, match[0]):
            continue
        return Voices(who, None, asks=True, start=with_object(line, match[0]))
    return Voices(who, None, asks=False)


def _stands_for(line: Line, asker: tuple[int, int], document: int, best: Utterance) -> bool:
    """Whether who asks is whose document it is: "Nghị quyết của Chính phủ giao …"; no congress is
    anybody.
    """
    if asker[0] <= document:
        return False
    if best.who is not None:
        return True
    congresses = words_of("task_items.toml", "congresses")
    before = line.lows[asker[0] - 1]
    owned = before in {"của", "of"} or line.low(asker[0] - 2, asker[0]) == "of the"
    return owned and best.body.lower() not in congresses


def _other_asker(line: Line, end: int, lexicon: Lexicon) -> int | None:
    """Where an office without a name, a body or a group begins that ends at ``end``, right after a
    verb of saying: whoever says it, it is not he who asks.
    """
    for start in range(max(1, end - MAX_ASKER), end):
        said = start
        while said > 0 and line.tokens[said - 1].low in _TELLING:
            said -= 1
        if not _says(line, said, lexicon):
            continue
        office = lexicon.titles.match(line.tokens, start)
        ends = [hit[0] for hit in (office,) if hit and hit[1] == "office"]
        ends += [
            hit[0]
            for phrases in (lexicon.organisations, lexicon.bodies, lexicon.tasks["assignees"])
            if (hit := phrases.match(line.tokens, start))
        ]
        if (group := collective_end(line, start, lexicon)) is not None:
            ends.append(group)
        if end in ends:
            return start
    return None


def _says(line: Line, end: int, lexicon: Lexicon) -> bool:
    return any(
        (speech := lexicon.speech.match(line.tokens, start))
        and speech[0] == end
        and speech[1] == "say"
        for start in range(max(0, end - MAX_VERB), end)
    )


def _told_by(
    line: Line, position: int, asks: Utterance, utterances: Sequence[Utterance]
) -> int | str | None:
    """Who tells in the same sentence that somebody at ``position`` asks: "A cho biết B yêu cầu"."""
    for utterance in utterances:
        end = utterance.verb
        if utterance.asks or utterance.continued or not 0 < end <= position:
            continue
        if _name(utterance) == _name(asks):
            continue
        if all(line.lows[at] in _TELLING for at in range(end, position)):
            return _name(utterance)
    return None
