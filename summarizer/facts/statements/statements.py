"""Who said what: verbs of speech and their subjects, quotations and what goes on from them.

A verb of speech outside quotation marks takes as its subject the nearest actor before it who can
be a subject (not the object of "với", "của", "tiếp" …); a noun phrase that names a body counts
("các đại biểu", "Bộ Ngoại giao"). Beside verbs there are "theo X", "dẫn lời X", "X: …" and "đây là
yêu cầu của X". A sentence with no subject that begins with a verb of speech, and one that is all
quotation, go on from the sentence before; a quotation that runs over several sentences has one
speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.persons.cast import Cast
from summarizer.facts.statements.continuation import (
    carry_back,
    carry_colon,
    carry_on,
    carry_quotations,
)
from summarizer.facts.statements.following import carry_between, carry_linked, share_plurals
from summarizer.facts.statements.interviews import carry_interview
from summarizer.facts.statements.reading import SpeechReader
from summarizer.facts.statements.reopened import carry_reopened
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance
from summarizer.text.dates import DateMention


def find_utterances(
    lines: Sequence[Line],
    cast: Cast,
    lexicon: Lexicon,
    dates: Sequence[Sequence[DateMention]] = (),
) -> list[list[Utterance]]:
    """The utterances of every line, each speaker once a line, then what goes on from them.

    ``dates`` runs parallel to ``lines``; without them a day does not tell a reporter's line.
    """
    found = [
        _once(SpeechReader(number, line, cast.actors[number], lexicon).read())
        for number, line in enumerate(lines)
    ]
    carry_back(lines, found)
    carry_quotations(lines, found)
    carry_reopened(lines, found)
    carry_colon(lines, found)
    carry_on(lines, found, cast, lexicon)
    share_plurals(lines, found, cast)
    carry_linked(lines, found, cast, dates or [()] * len(lines), lexicon)
    carry_quotations(lines, found)
    asked = carry_interview(lines, found, cast)
    carry_between(lines, found, cast, dates or [()] * len(lines), lexicon)
    share_plurals(lines, found, cast)
    for number in asked:
        # a question between two answers is no part of them
        found[number] = [u for u in found[number] if not u.continued]
    return [_once(its) for its in found]


def _once(utterances: Sequence[Utterance]) -> list[Utterance]:
    kept: list[Utterance] = []
    seen: dict[tuple[int | None, str], int] = {}
    for utterance in utterances:
        key = (utterance.who, utterance.body)
        if key in seen:
            earlier = kept[seen[key]]
            if utterance.asks and not earlier.asks:
                kept[seen[key]] = replace(earlier, asks=True, verb=utterance.verb)
            continue
        seen[key] = len(kept)
        kept.append(utterance)
    return kept
