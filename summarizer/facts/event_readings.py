"""Names of meetings as rules and learned reader see them together.

The reader has seen how meetings are spoken of, rules know how a name is built. So a name of the
rules must look like one to the reader too; and a name that no rule has cut is taken where the
reader is sure and it begins at a noun for meetings that stands for one of them. Where both have the
name it ends where the rules end it, or later, where the reader reads on over what tells of the
meeting ("cuộc họp của Bộ Chính trị | xem xét …") and not when or where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.event_mention import EventMention, trim
from summarizer.facts.event_names_vi import Reader as Names
from summarizer.facts.event_telling import is_plural
from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.tokens import Line, Token
from summarizer.reading.passages import Name, Reading
from summarizer.text.dates import DateMention

NAMED = 0.75
"""How likely a name must be that no rule has cut. This and the next: by the validation set."""
KEPT = 0.7
"""How likely the words of a name of the rules must be within one, in their mean."""
_OPENINGS = {"”": "“", ")": "(", "»": "«", '"': '"'}
_TIMES = frozenset({"ngày", "sáng", "trưa", "chiều", "tối", "tháng", "năm"})
"""What begins a date: the number after it is no part of the name, so it is none either."""
_MORE = 2
_JOINING = frozenset({"(", "-", "–"})
_SHORTEST = 3
"""Words of the shortest name: with fewer there is a kind of meeting, or a word of a name."""


def with_read(
    number: int,
    line: Line,
    dates: Sequence[DateMention],
    found: Sequence[EventMention],
    reading: Reading,
    lexicon: Lexicon,
) -> list[EventMention]:
    """The mentions of a line: those of the rules, ``found``, and what the reader adds; ``number``,
    ``dates`` and ``reading`` are the line's.
    """
    mentions = [_weighed(line, mention, reading) for mention in found]
    for name in reading.names:
        tokens = _tokens(line, name)
        if name.probability < NAMED or not tokens:
            continue
        start, end = tokens.start, _closed(line, tokens, lexicon)
        if sum(token.word for token in line.tokens[start:end]) < _SHORTEST:
            continue
        touching = [m for m in mentions if m.start < end and start < m.end]
        named = [m for m in touching if m.distinctive or m.short]
        if named:
            if len(named) == 1 and _goes_on(line, named[0], range(start, end)):
                longer = replace(named[0], end=end, name=line.cut(start, end))
                mentions = [longer, *(m for m in mentions if m not in touching)]
            continue
        names = Names(number, line, dates, lexicon)
        head = names.head(start)
        if head is None or head >= end or is_plural(line, start) or names.acts(start, end):
            continue
        mentions = [mention for mention in mentions if mention not in touching]
        name_of_it = line.cut(start, end)
        mentions.append(EventMention(number, start, end, head, name_of_it, distinctive=True))
    return sorted(mentions, key=lambda mention: mention.start)


def _goes_on(line: Line, mention: EventMention, read: range) -> bool:
    """Whether what the reader read is the name of the rules and two words more, at least."""
    if mention.short or mention.start != read.start or read.stop < mention.end + _MORE:
        return False
    following = line.tokens[mention.end]
    adverbial = following.low in words_of("events.toml", "begins_adverbial")
    return not adverbial and (following.word or following.text in _JOINING)


def _weighed(line: Line, mention: EventMention, reading: Reading) -> EventMention:
    """A mention of the rules; one in which the reader sees no name refers to a meeting at most."""
    if reading.inside is None or not mention.distinctive:
        return mention
    words = [token for token in line.tokens[mention.start : mention.end] if token.word]
    if words and words[-1].end > reading.read:
        return mention
    if sum(_likely(token, reading.inside) for token in words) < KEPT * len(words):
        return replace(mention, distinctive=False)
    return mention


def _likely(token: Token, words: Sequence[Name]) -> float:
    """How likely a token is within a name."""
    return next((its.probability for its in words if its.start <= token.start < its.end), 0.0)


def _tokens(line: Line, name: Name) -> range:
    """The tokens of a name, from its first word on."""
    inside = [
        at
        for at, token in enumerate(line.tokens)
        if name.start <= token.start and token.end <= name.end
    ]
    first = next((at for at in inside if line.tokens[at].word), None)
    return range(0) if first is None else range(first, inside[-1] + 1)


def _is_loose(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a word at the end of what was read belongs to what follows: "hội nghị X được"."""
    token = line.tokens[position]
    stop = lexicon.events["stops"].match(line.tokens, position)
    pair = line.low(position - 1, position + 1)
    whole = token.cap or pair in words_of("events.toml", "compounds")
    ends = stop is not None and stop[0] == position + 1 and not whole
    return ends or token.low in _TIMES


def _closed(line: Line, tokens: range, lexicon: Lexicon) -> int:
    """The end of a name without small words, and without a closing mark that opened before it."""
    end = trim(line.tokens, tokens.start, tokens.stop)
    while end > tokens.start + 1 and _is_loose(line, end - 1, lexicon):
        end = trim(line.tokens, tokens.start, end - 1)
    opening = _OPENINGS.get(line.tokens[end - 1].text)
    if opening and not any(line.tokens[at].text == opening for at in range(tokens.start, end - 1)):
        return trim(line.tokens, tokens.start, end - 1)
    return end
