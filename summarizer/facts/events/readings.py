"""Names of meetings as rules and learned reader see them together.

The reader has seen how meetings are spoken of, rules know how a name is built. So a name of the
rules must look like one to the reader too; and a name that no rule has cut is taken where the
reader is sure and it begins at a noun for meetings that stands for one of them, or, where it has
hardly a doubt, at one that no rule knows. Where both have the name it ends where the rules end it,
or later, where the reader reads on over what tells of the meeting ("cuộc họp của Bộ Chính trị |
xem xét …") and not when or where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.events.events import explains
from summarizer.facts.events.mention import EventMention, trim
from summarizer.facts.events.names_vi import Reader as Names
from summarizer.facts.events.telling import is_plural
from summarizer.facts.words.lexicon import Lexicon, single_words, words_of
from summarizer.facts.words.tokens import Line, Token
from summarizer.reading.passages import Name, Reading
from summarizer.text.dates import DateMention

NAMED = 0.75
"""How likely a name must be that no rule has cut. This and the next: by the validation set."""
KEPT = 0.55
"""How likely the words of a name of the rules must be within one, in their mean."""
_OPENINGS = {"”": "“", ")": "(", "»": "«", '"': '"'}
_TIMES = frozenset({"hôm", "ngày", "sáng", "trưa", "chiều", "tối", "tháng", "năm"})
"""What begins a date: the number after it is no part of the name, so it is none either."""
_MORE = 2
"""Tokens by which a name of the reader must be longer to be more than a slip."""
SURE = 0.85
"""How likely words must be within a name in their mean that go on with one over "và"."""
CERTAIN = 0.9
"""How likely a name must be that has no noun of the rules, or only its edition for a name."""
_LINKS = frozenset({"và", "trên", "tại", "sau"})
"""Words that mostly begin what is no longer the name."""
_SITTINGS = frozenset({"họp", "buổi", "cuộc", "phiên", "kỳ", "vòng"})
"""What opens a meeting of a sort that the rules do not know: "buổi tiếp xúc cử tri các quận X"."""
_NOUN = 2
"""Tokens of the noun of a meeting that stand before where the reader may have begun."""
_QUOTED = {"“": "”", "«": "»", '"': '"'}
_LONGEST_TITLE = 30
"""Tokens of the longest title in quotation marks that is read to its end."""
_MEETINGS = frozenset({"cuộc gặp", "cuộc họp", "hội nghị", "hội đàm"})
_JOINING = frozenset({"(", "-", "–"})
"""Marks over which a name may go on."""
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
    names = Names(number, line, dates, lexicon)
    days = [its.start for its in dates if its.date.month is not None]
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
            read = range(start, end)
            alone = len(named) == 1
            further = _longer_end(names, named[0], read, days, reading) if alone else None
            if further is not None:
                longer = replace(named[0], end=further, name=line.cut(start, further))
                mentions = [longer, *(m for m in mentions if m not in touching)]
            continue
        certain = name.probability >= CERTAIN
        start, head = _begun(names, start, certain=certain)
        if head is None or head >= end or names.acts(start, end):
            continue
        end = _unquoted(line, start, end)
        told = _tells(line, head, end) or (certain and names.numbers(end))
        if _is_plural(line, start) or not told:
            continue
        mentions = [mention for mention in mentions if mention not in touching]
        added = EventMention(number, start, end, head, line.cut(start, end), distinctive=True)
        if not any(explains(line, mention, added) for mention in mentions):
            mentions.append(added)
    return sorted(mentions, key=lambda mention: mention.start)


def _begun(names: Names, start: int, *, certain: bool) -> tuple[int, int | None]:
    """Where a name of the reader begins and where its noun ends, ``None`` if there is none: it may
    have begun inside the noun ("hội | nghị riêng về X"), or have one that no rule knows.
    """
    if (head := names.head(start)) is not None:
        return start, head
    for before in range(start - 1, max(start - _NOUN, 0) - 1, -1):
        if (head := names.head(before)) is not None and head > start:
            return before, head
    press = "họp báo" in names.line.low(start, start + 3)
    if certain and names.tokens[start].low in _SITTINGS and not names.is_noun(start) and not press:
        return start, start + 1
    return start, None


def _unquoted(line: Line, start: int, end: int) -> int:
    """The end of a name that does not end inside a title in quotation marks."""
    opened: int | None = None
    for at in range(start, end):
        text = line.tokens[at].text
        if opened is not None and text == _QUOTED[line.tokens[opened].text]:
            opened = None
        elif opened is None and text in _QUOTED:
            opened = at
    if opened is None:
        return end
    closing = _QUOTED[line.tokens[opened].text]
    further = range(end, min(opened + _LONGEST_TITLE, len(line.tokens)))
    return next((at + 1 for at in further if line.tokens[at].text == closing), end)


def _longer_end(
    names: Names, mention: EventMention, read: range, days: Sequence[int], reading: Reading
) -> int | None:
    """Where a name of the rules ends if the reader reads on from it, over what is no place, no day
    and no half of something between marks; ``days`` are the places of days in the text.
    """
    line, tokens = names.line, names.tokens
    if mention.short or mention.start != read.start or mention.end >= read.stop:
        return None
    first = mention.end + (tokens[mention.end].text in _JOINING)
    behind_comma = (line.low(mention.end, mention.end + length) for length in (2, 3))
    if any(words in words_of("events.toml", "session_of") for words in behind_comma):
        first = mention.end + 1
    if (
        first < read.stop
        and tokens[first].text == ","
        and _is_sure(tokens[first : read.stop], reading)
    ):
        first += 1
    if first >= read.stop or not tokens[first].word:
        return None
    if names.is_about(mention.start, first):
        return None
    if tokens[first].low in words_of("events.toml", "begins_adverbial") and not (
        tokens[first].low in _LINKS and _is_sure(tokens[first : read.stop], reading)
    ):
        return None
    end = read.stop
    opened: list[int] = []
    for at in range(mention.end, read.stop):
        text = tokens[at].text
        if opened and _OPENINGS.get(text) == tokens[opened[-1]].text:
            opened.pop()
        elif text in _OPENINGS.values():
            opened.append(at)
        if any(tokens[at].start <= day < tokens[at].end for day in days) and at + 1 < read.stop:
            end = at
            break
    end = trim(tokens, mention.end, min([end, *opened]))
    return end if end >= mention.end + _MORE else None


def _is_sure(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether the reader has no doubt that words go on with a name."""
    words = [_likely(token, reading.inside or ()) for token in tokens if token.word]
    return sum(words) >= SURE * len(words)


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


def _whole(line: Line, end: int, lexicon: Lexicon) -> int:
    """The end of what was read, not in the middle of a proper name: "tại Phần | Lan"."""
    tokens = line.tokens
    while (
        0 < end < len(tokens)
        and tokens[end - 1].cap
        and tokens[end].cap
        and lexicon.titles.match(tokens, end) is None
    ):
        end += 1
    return end


def _is_loose(line: Line, position: int) -> bool:
    """Whether a word at the end of what was read belongs to what follows: "hội nghị X được"."""
    token = line.tokens[position]
    pair = line.low(position - 1, position + 1)
    if token.cap or pair in words_of("events.toml", "compounds"):
        return False
    return token.low in _TIMES or token.low in words_of("events.toml", "loose_ends")


def _is_plural(line: Line, start: int) -> bool:
    """Whether meetings of a kind are meant, also by two nouns: "các cuộc gặp | thượng đỉnh"."""
    first = line.low(start - 2, start) in _MEETINGS
    return is_plural(line, start) or (first and is_plural(line, start - 2))


def _tells(line: Line, head: int, end: int) -> bool:
    """Whether a name has more than words that any meeting may have: "cuộc họp khẩn"."""
    common = single_words("events.toml", "generic") | single_words("events.toml", "manners")
    return any(token.word and token.low not in common for token in line.tokens[head:end])


def _closed(line: Line, tokens: range, lexicon: Lexicon) -> int:
    """The end of a name without small words, and without a closing mark that opened before it."""
    end = trim(line.tokens, tokens.start, _whole(line, tokens.stop, lexicon))
    while end > tokens.start + 1 and _is_loose(line, end - 1):
        end = trim(line.tokens, tokens.start, end - 1)
    opening = _OPENINGS.get(line.tokens[end - 1].text)
    if opening and not any(line.tokens[at].text == opening for at in range(tokens.start, end - 1)):
        return trim(line.tokens, tokens.start, end - 1)
    return end
