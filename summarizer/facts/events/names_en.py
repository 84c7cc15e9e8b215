"""English names of events: a capitalised run with an event noun in it, and what follows it.

A noun in small letters names one too where its name stands beside it: "Vietnam - Japan business
forum", "sixth plenum of the Party Central Committee", "national conference on diplomacy", "second
summit between President X and Y".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from summarizer.facts.events.mention import EventMention, trim
from summarizer.facts.events.short_names import read_short_name
from summarizer.facts.events.tails_en import short_forms_after, tail_of
from summarizer.facts.words.lexicon import Lexicon, Phrases, phrases_in, table_of, words_of
from summarizer.facts.words.tokens import Line, Token

_BEFORE = 14
"""Tokens of the run that the event noun ends ("13th National Party Congress")."""
_QUALIFIERS = 4
"""Words in small letters between the name and its noun, or before the noun."""
_ALONE = 2
"""Words of the subject of a noun that nothing qualifies."""
_SUBJECT = 6
"""Words in small letters after "on"."""

_WHERE = frozenset({"in", "at", "to", "from"})
_INSIDE = frozenset({"of", "and", "for", "the", "-", "–", "'", "’", "party"})
_ANY = frozenset({"a", "an", "any", "each", "every", "no", "such", "another"})
_OPENINGS = frozenset({"the", "a", "an", "this", "that", "these", "at", "in", "during", "after"})
_TEXTS = frozenset({"resolution", "resolutions", "documents", "communique", "communiqué"})
_COMMON = frozenset({"meeting", "session", "dialogue", "workshop", "seminar"})


def read_english(
    number: int, line: Line, position: int, date_starts: Collection[int], lexicon: Lexicon
) -> EventMention | None:
    """The event whose name begins at ``position``; a small-letter noun is a plain reference."""
    tokens = line.tokens
    if not _starts_name(tokens[position]):
        return _read_plain(number, line, position, date_starts, lexicon)
    if position and tokens[position - 1].cap and tokens[position - 1].word:
        return None
    head = _head(tokens, position, lexicon)
    if head is None:
        short = read_short_name(number, line, position, lexicon)
        if short is not None or tokens[position].text[0].isdigit() or position:
            return short
        return _read_plain(number, line, position, date_starts, lexicon)
    if _is_body(tokens, position):
        return None
    end = trim(tokens, head, tail_of(tokens, position, head, date_starts))
    first = position
    if position == 0 and head > 1 and tokens[1].low == "the":
        # "Addressing the Asia Forum …"
        first = 1
    if position == 0 and [token.low for token in tokens[:2]] == ["ahead", "of"]:
        first = 2
    while first < head and tokens[first].low in {"the", "a", "an", "at", "this", "that"}:
        first += 1
    first = _past_day(tokens, first, head)
    if _is_text(line, first):
        return None
    generic = lexicon.event_words["generic"]
    telling = any(
        token.word and token.low not in generic and _starts_name(token)
        for token in tokens[first:end]
    )
    if not telling and not tokens[first].cap:
        plain = _read_plain(number, line, first, date_starts, lexicon)
        if plain is not None:
            return plain
    forms = short_forms_after(tokens, end)
    return EventMention(number, first, end, head, line.cut(first, end), telling, forms)


def _past_day(tokens: Sequence[Token], first: int, head: int) -> int:
    """Where a name begins that a day leads up to: "On July 3 the | Coral Sea Forum"."""
    days = words_of("events.toml", "days_en")
    for at in range(first, head - 1):
        if tokens[at].low == "the":
            return at + 1 if any(token.low in days for token in tokens[first:at]) else first
    return first


def _is_text(line: Line, first: int) -> bool:
    """Whether a name is only that of a document: "the Resolution of the 13th Party Congress"."""
    numbered = first > 0 and line.tokens[first - 1].text[0].isdigit()
    the = first - 1 - numbered
    adopted = the > 1 and line.low(the - 1, the + 1) == "of the"
    return line.tokens[first].low in _TEXTS or (adopted and line.tokens[the - 2].low in _TEXTS)


def _read_plain(
    number: int, line: Line, position: int, date_starts: Collection[int], lexicon: Lexicon
) -> EventMention | None:
    """An event noun in small letters, with what qualifies it before and tells it after."""
    tokens = line.tokens
    formal = lexicon.events["formal"]
    if position and tokens[position - 1].cap and tokens[position - 1].low not in _OPENINGS:
        return None
    at = position
    while at - position < _QUALIFIERS and (hit := _qualifiers().match(tokens, at)):
        if formal.match(tokens, at):
            break
        at = hit[0]
    plain = formal.match(tokens, at)
    if plain is None:
        return None
    head = plain[0]
    before = tokens[position - 1].low if position else ""
    noun = tokens[head - 1].low
    end = _told_after(tokens, position, head, date_starts, lexicon)
    telling = end > head and not (before in _ANY and noun in _COMMON)
    if not telling:
        return EventMention(number, at, head, head, line.cut(at, head), distinctive=False)
    return EventMention(number, position, end, head, line.cut(position, end), distinctive=True)


def _told_after(
    tokens: Sequence[Token],
    start: int,
    head: int,
    date_starts: Collection[int],
    lexicon: Lexicon,
) -> int:
    """The end of "of the Party Central Committee", "on diplomacy", "between X and Y"."""
    if head + 1 >= len(tokens):
        return head
    link = tokens[head].low
    if link == "of":
        end = tail_of(tokens, start, head, date_starts)
        named = any(token.cap for token in tokens[head + 1 : end])
        leader = lexicon.titles.match(tokens, head + 1)
        return trim(tokens, head, end) if named and not leader else head
    if link == "between":
        end = tail_of(tokens, start, head, date_starts)
        return trim(tokens, head, end) if sum(t.cap for t in tokens[head:end]) > 1 else head
    common = tokens[head - 1].low in _COMMON - {"workshop", "seminar"}
    if link == "on" and (head > start + 1 or not common):
        end = head + 1
        if tokens[end].low in words_of("events.toml", "days_en") or tokens[end].text[0].isdigit():
            return head
        while end < len(tokens) and end - head <= _SUBJECT and tokens[end].word:
            if lexicon.events["stops"].match(tokens, end) or tokens[end].start in date_starts:
                break
            if tokens[end].low in {"in", "at", "on", "this", "last", "next"}:
                break
            end += 1
        words = 1 if head > start + 1 else _ALONE
        return trim(tokens, head, end) if end > head + words else head
    return head


@cache
def _qualifiers() -> Phrases:
    return Phrases((phrase, "") for phrase in phrases_in(table_of("events.toml")["qualifiers_en"]))


def _starts_name(token: Token) -> bool:
    return token.word and (token.cap or token.text[0].isdigit())


def _is_body(tokens: Sequence[Token], position: int) -> bool:
    """Whether the name is that of a body: "president of the World Economic Forum"."""
    before = [token.low for token in tokens[max(0, position - 3) : position]]
    while before and before[-1] == "the":
        before.pop()
    if len(before) > 1 and before[-1] == "of":
        return before[-2] in words_of("events.toml", "of_body_en")
    return False


def _head(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> int | None:
    """The end of the last event noun of the capitalised run at ``position``."""
    head = None
    end = position
    small = 0
    while end < len(tokens) and end - position < _BEFORE:
        noun = lexicon.events["formal"].match(tokens, end)
        if noun:
            head = end = noun[0]
            continue
        inside = tokens[end].low in _INSIDE and head is None and end > position
        if inside and position and tokens[position - 1].low in _WHERE and _leaves(tokens, end):
            # "met in Hue for the 5th Summit", "in Hue and the Coral Sea Forum"
            break
        if not (tokens[end].cap or tokens[end].text[0].isdigit() or inside):
            hit = _qualifiers().match(tokens, end) if head is None and end > position else None
            if hit is None or small >= _QUALIFIERS:
                break
            small += hit[0] - end
            end = hit[0]
            continue
        if small and not inside:
            break
        end += 1
    return head


def _leaves(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word after a place goes on to something else."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return tokens[at].low == "for" or (tokens[at].low == "and" and following == "the")
