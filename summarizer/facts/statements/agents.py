"""Who speaks without being the subject before the verb: whoever did it in the passive, whose words
a quotation tells, who does in the main clause what the one before it says.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.persons.cast import FEMALE, MALE, Actor
from summarizer.facts.statements.bodies import Body, is_inside
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun

MAX_ADVERBS = 2
"""Words between a verb and what stands right before it: "X hôm qua khẳng định"."""

ADVERBS = frozenset({"ấy", "cũng", "đã", "từng", "còn", "đều", "luôn", "vẫn", "có", "lại"})


def agent_of(
    line: Line, position: int, match: tuple[int, str], actors: Sequence[Actor]
) -> Actor | None:
    """Who did it in "được X công bố", "bị X chỉ trích"."""
    if match[1] not in {"say", "ask"} or is_inside(line, position):
        return None
    for actor in actors:
        by = line.tokens[actor.start - 1].low if actor.start else ""
        if actor.end == actor.start + 1 and line.tokens[actor.start].low in MALE | FEMALE:
            continue
        if actor.end == position and by in {"được", "bị"}:
            return actor
    return None


def done_by_others(line: Line, verb: int, lexicon: Lexicon) -> bool:
    """Whether a country is who does it in the passive: "được phía Nước A nhận định"."""
    for start in range(max(1, verb - 4), verb):
        place = lexicon.places.match(line.tokens, start)
        if place and place[0] == verb and line.tokens[start].cap:
            before = [token.low for token in line.tokens[max(0, start - 2) : start]]
            return before[-1] in {"được", "bị"} or (
                before[0] in {"được", "bị"} and before[-1] == "phía"
            )
    return False


def told_by(line: Line, position: int, actors: Sequence[Actor]) -> Actor | Body | None:
    """Whose words are told within a quotation: "“Ông X cho biết …”", "“Họ khẳng định …”"."""
    verbs = words_of("speech.toml", "told_verbs")
    if not any(
        " ".join(token.low for token in line.tokens[position : position + length]) in verbs
        for length in (1, 2, 3)
    ):
        return None
    for actor in actors:
        if actor.end <= position <= actor.end + MAX_ADVERBS and is_inside(line, actor.start):
            begins = (
                line.tokens[actor.start - 1].text in {'"', "“", ".", ","} if actor.start else True
            )
            between = line.tokens[actor.end : position]
            if begins and all(token.low in ADVERBS for token in between):
                return actor
    for back in range(1, MAX_ADVERBS + 2):
        they = position - back
        opens = they == 0 or (they > 0 and not line.tokens[they - 1].word)
        if opens and line.tokens[they].low == "họ":
            between = line.tokens[position - back + 1 : position]
            if all(token.low in ADVERBS for token in between):
                return position - back, position - back + 1, "họ"
    return None


def led_by(
    line: Line, actors: Sequence[Actor], bodies: Sequence[Body], lexicon: Lexicon
) -> Actor | None:
    """Who speaks in a clause before the main one: "Sau khi chỉ trích Nước A, ông X rút …"."""
    tokens = line.tokens
    start = _past_subordinator(line)
    if start is None:
        return None
    comma = next((at for at in range(start, len(tokens)) if tokens[at].text == ","), None)
    if comma is None or is_inside(line, comma):
        return None
    if any(actor.start < comma and _opens_clause(actor.start, start) for actor in actors):
        return None
    if any(_opens_clause(body[0], start) for body in bodies):
        return None
    verb = next(
        (
            at
            for at in range(start, min(comma, start + MAX_ADVERBS + 1))
            if (hit := lexicon.speech.match(tokens, at))
            and hit[1] in {"say", "ask"}
            and not is_noun(line, at, hit[0])
            and (hit[0] >= comma or tokens[hit[0]].low not in {"về", "tới", "đến", "chuyện"})
        ),
        None,
    )
    if verb is None:
        return None
    return next(
        (
            actor
            for actor in actors
            if actor.start > comma
            and tokens[actor.start - 1].text == ","
            and actor.end < len(tokens)
            and tokens[actor.end].word
        ),
        None,
    )


def _opens_clause(start: int, clause: int) -> bool:
    return clause <= start <= clause + MAX_ADVERBS


def _past_subordinator(line: Line) -> int | None:
    """Where the clause goes on that a subordinating word opens, if the line begins with one."""
    for start in (0, 1, 2):
        for length in (3, 2, 1):
            phrase = " ".join(token.low for token in line.tokens[start : start + length])
            if phrase in words_of("speech.toml", "subordinate"):
                return start + length
    return None
