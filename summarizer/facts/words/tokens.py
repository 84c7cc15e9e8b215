"""Tokens with their places in the text: what the finders of facts read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.document import TITLE, Document
from summarizer.facts.model import NO_SENTENCE
from summarizer.text.folding import CAPITAL, unify_tones

_TOKEN = re.compile(
    r"\d++(?:[.,/:\-–]\d++)*(?![^\W\d_])"  # numbers and dates; "13th" is one word
    r"|(?:[A-ZĐ][^\W\d_]{0,3}\.){1,4}[A-ZĐ][^\W\d_]*(?![^\W\d_])\.?"  # TP.HCM, PGS.TS
    r"|[A-ZĐ]\.(?=\s+[A-ZĐ])"  # initials
    rf"|T[Pp]\.(?=\s+{CAPITAL})"  # TP. Huế
    r"|[^\W_]+(?:[-'’&/][^\W\d_]+)*"
    r"|\S"
)
LONGEST_LINE = 4000
"""Characters of a sentence that are read; what goes on longer is no prose, and the finders take
time by the square of its length."""

_QUOTES = frozenset({'"', "“", "”", "«", "»"})
_OPENING = "“«‘"
_CLOSING = "”»’"


@dataclass(slots=True)
class Token:
    """A word, number or mark. ``low`` is lower case with unified tone marks, accents kept, and
    without the full stop of "TP. Huế".

    Nobody changes one; it is not frozen only because making a frozen one takes six times as long.
    """

    text: str
    low: str
    start: int
    end: int
    cap: bool
    word: bool


@dataclass(slots=True)
class Line:
    """A sentence, the title, a caption or a teaser, ready to be searched.

    ``inside`` has for every token whether it stands within quotation marks; ``opens`` and
    ``closes`` tell whether a quotation goes on from the line before and into the line after.
    ``lows`` are the tokens in lower case and ``words`` the same without order; what phrases stand
    in the line is kept in ``found``, as many finders ask for the same ones.
    """

    text: str
    sentence: int
    paragraph: int
    tokens: list[Token] = field(default_factory=list)
    inside: list[bool] = field(default_factory=list)
    opens: bool = False
    closes: bool = False
    lows: list[str] = field(init=False)
    words: frozenset[str] = field(init=False)
    found: dict[object, dict[int, tuple[int, str]]] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.lows = [token.low for token in self.tokens]
        self.words = frozenset(self.lows)

    def low(self, start: int, end: int) -> str:
        """The tokens ``start`` to ``end`` (exclusive) in lower case, a blank between each two."""
        return " ".join(self.lows[max(0, start) : end])

    def cut(self, start: int, end: int) -> str:
        """The text of the tokens ``start`` to ``end`` (exclusive), as far as there are any."""
        end = min(end, len(self.tokens))
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    lowered = unify_tones(text.lower())
    if len(lowered) != len(text):
        text = lowered = unify_tones(text)
        lowered = lowered.lower() if len(lowered.lower()) == len(text) else lowered
    tokens = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        first = text[start]
        low = lowered[start:end]
        if low == "tp.":
            low = "tp"
        tokens.append(Token(match[0], low, start, end, first.isupper(), first.isalnum()))
    return tokens


def line_of(text: str, sentence: int = NO_SENTENCE, paragraph: int = TITLE) -> Line:
    """A line of its own, with no quotation running into it."""
    text = _readable(text)
    line = Line(text, sentence, paragraph, tokenize(text))
    mark_quotations([line])
    return line


def lines_of(document: Document) -> list[Line]:
    """The document's sentences, with quotations followed from one into the next."""
    lines = [
        Line(text, s.position, s.paragraph, tokenize(text))
        for s in document.sentences
        for text in [_readable(s.text)]
    ]
    mark_quotations(lines)
    return lines


def _readable(text: str) -> str:
    """The text, an endless one only up to the last blank before :data:`LONGEST_LINE`."""
    if len(text) <= LONGEST_LINE:
        return text
    end = text.rfind(" ", 0, LONGEST_LINE)
    return text[: end if end > 0 else LONGEST_LINE]


LONGEST_QUOTATION = 8
"""Sentences after which an unclosed quotation is taken for a typing error."""


def mark_quotations(lines: Sequence[Line]) -> None:
    """Fill in ``inside``, ``opens`` and ``closes``.

    A straight quotation mark opens where a blank stands before it and none after, and closes
    in the opposite case; between the two it is the other of what came last. A quotation that
    would run over more than :data:`LONGEST_QUOTATION` lines, or into another, is cut off at its
    first line.
    """
    open_since: int | None = None
    for number, line in enumerate(lines):
        open_since = _still_open(lines, number, open_since)
        reopened = open_since is not None and _reopens(lines, number)
        line.opens = open_since is not None
        inside: list[bool] = []
        nested = twice = False
        for at, token in enumerate(line.tokens):
            mark = _as_meant(line, at, is_open=open_since is not None)
            if open_since not in {None, number} and not reopened and _opens(line, at, mark):
                twice = _is_closed_twice(lines, number, at)
                if not twice:
                    # who quotes anew had left the quotation before unclosed
                    _cut_off(lines, open_since or 0, number)
                    line.opens, inside, open_since = False, [False] * at, None
            if twice and mark in _QUOTES:
                # a quotation within another, which goes on behind it
                inside.append(True)
                twice = _opens(line, at, mark)
            elif reopened and at == 0:
                open_since = number
                inside.append(True)
            elif mark in _OPENING and mark != "‘":
                nested = open_since is not None and line.low(at - 1, at) == ":"
                open_since = number if open_since is None or not nested else open_since
                inside.append(True)
            elif mark in _CLOSING and mark != "’":
                if open_since is None and _closes_unopened(line, at):
                    inside = [True] * (at + 1)
                    continue
                inside.append(open_since is not None)
                open_since = open_since if nested and not _ends_clause(line, at) else None
                nested = False
            elif mark == '"':
                if open_since is not None and line.low(at - 1, at) == ":":
                    nested = True
                    inside.append(True)
                elif open_since is None and _closes_straight(line, at):
                    inside = [True] * (at + 1)
                elif _closes(line.text, token, is_open=open_since is not None):
                    inside.append(open_since is not None)
                    open_since = None
                else:
                    open_since = number
                    inside.append(True)
            else:
                inside.append(open_since is not None)
        line.inside = inside
        empty = not any(token.word for token in line.tokens[_last_mark(line) :])
        # a mark with nothing after it opens no quotation
        open_since = None if open_since == number and empty else open_since
        line.closes = open_since is not None
    if open_since is not None and lines:
        _cut_off(lines, open_since, len(lines))


def _still_open(lines: Sequence[Line], number: int, since: int | None) -> int | None:
    """Since which line a quotation is open as line ``number`` begins; what was never closed is cut
    off.
    """
    if since is None or (number - since <= LONGEST_QUOTATION and not _starts_anew(lines, number)):
        return since
    _cut_off(lines, since, number)
    return None


def _as_meant(line: Line, at: int, *, is_open: bool) -> str:
    """A quotation mark as it is meant where the wrong one of two was typed: "“Được“, ông nói",
    "”Được”, ông nói".
    """
    mark = line.tokens[at].text
    if mark not in {"“", "”"}:
        return mark
    start, end = line.tokens[at].start, line.tokens[at].end
    before, after = line.text[:start][-1:], line.text[end:][:1]
    if mark == "“" and is_open and at > 0 and not before.isspace() and not after.isalnum():
        return "”"
    opens = mark == "”" and not is_open and (not before or before.isspace()) and after.isalnum()
    return "“" if opens else mark


def _opens(line: Line, at: int, mark: str) -> bool:
    """Whether a quotation mark can only be one that opens."""
    if mark != '"':
        return mark in {"“", "«"}
    token = line.tokens[at]
    before, after = line.text[: token.start][-1:], line.text[token.end :][:1]
    return (not before or before.isspace()) and after.isalnum()


def _is_closed_twice(lines: Sequence[Line], number: int, at: int) -> bool:
    """Whether two marks that close follow on the one at ``at``, as it opens a quotation within
    another: "“Họ gọi đó là “lịch sử”. Chúng tôi đồng ý”".
    """
    depth = 2
    for line in lines[number : number + LONGEST_QUOTATION]:
        first = at + 1 if line is lines[number] else 0
        for place in range(first, len(line.tokens)):
            mark = line.tokens[place].text
            if mark not in _QUOTES:
                continue
            if _opens(line, place, _as_meant(line, place, is_open=True)):
                depth += 1
            else:
                depth -= 1
            if depth == 0:
                return True
    return False


def _starts_anew(lines: Sequence[Line], number: int) -> bool:
    """Whether an open quotation cannot reach this line: it opens one itself, or the body begins."""
    line, before = lines[number], lines[number - 1]
    if line.paragraph != before.paragraph and before.paragraph < 0:
        return True
    first = line.tokens[0].text if line.tokens else ""
    glued = bool(line.text[1:2].strip(" ,.;:)"))
    return first in {"“", "«"} or (first == '"' and glued)


def _reopens(lines: Sequence[Line], number: int) -> bool:
    """Whether a paragraph of a quotation opens with a mark again: the one before had none at its
    end, as the speech goes on.
    """
    line, before = lines[number], lines[number - 1]
    spaced = len(line.tokens) > 1 and line.tokens[0].text == '"' and line.tokens[1].cap
    return spaced and line.paragraph != before.paragraph


def _ends_clause(line: Line, mark: int) -> bool:
    """Whether a stop, a comma or nothing follows a mark."""
    return mark + 1 >= len(line.tokens) or line.tokens[mark + 1].text in {",", ".", ";", "-", "–"}


def _closes_unopened(line: Line, mark: int) -> bool:
    """Whether a closing mark ends a quotation whose opening mark was lost: "…”, X nói."."""
    earlier = any(token.text in _QUOTES for token in line.tokens[:mark])
    return not earlier and mark > 3 and _ends_clause(line, mark)


def _closes_straight(line: Line, mark: int) -> bool:
    """The same for a straight mark after a blank: "… của mình ", hãng tin dẫn lời X"."""
    token = line.tokens[mark]
    spaced = line.text[token.start - 1 : token.start].isspace()
    comma = line.text[token.end : token.end + 1] == ","
    return spaced and comma and _closes_unopened(line, mark)


def _last_mark(line: Line) -> int:
    """The token of the last quotation mark of a line."""
    marks = [at for at, token in enumerate(line.tokens) if token.text in {'"', "“", "«"}]
    return marks[-1] if marks else 0


def _closes(text: str, token: Token, *, is_open: bool) -> bool:
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    if before.isspace() and not after.isspace():
        return is_open and after in ",.;:)"
    if not before.isspace() and not after.isalnum():
        return is_open or token.start > 0
    return is_open


def _cut_off(lines: Sequence[Line], first: int, end: int) -> None:
    lines[first].closes = False
    for line in lines[first + 1 : end]:
        line.opens = line.closes = False
        line.inside = [False] * len(line.tokens)
