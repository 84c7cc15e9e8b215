"""Tasks in a list over several lines: what opened it, and what its items have from there."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.facts.duties.duties import FINITE
from summarizer.facts.tasks.infinitives import stands_alone
from summarizer.facts.tasks.items import begins_item
from summarizer.facts.tasks.lead_ins import without_lead_in
from summarizer.facts.tasks.parts import assignee_of
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.list_marks import (
    Mark,
    after_mark,
    counts_item,
    enumeration,
    marks_at,
    opening_marks,
    shape_of_mark,
)
from summarizer.facts.words.tokens import Line

_LAST = frozenset({"finally ,", "lastly ,", "last ,"})
"""How the last item of a list begins that is counted in words."""

HEAD = 12
"""Tokens in which a finite word shows that a line is no item."""


class Given(NamedTuple):
    """Who set the tasks of a list, who states them, and of whom they are asked."""

    giver: int | str | None
    teller: int | str | None
    assignee: str


class _Level(NamedTuple):
    """What the items below a line have from it; ``shape`` is the mark of that line itself."""

    shape: str
    given: Given


class TaskList:
    """The list that is open in an article, if one is.

    "ông A đề nghị Bộ B thực hiện các nhiệm vụ sau:" opens one; its items are set by A to Bộ B as
    long as no line comes between that is none, and nobody else speaks. An item that ends with a
    colon opens one within it. What counts on ("Hai là, …" after "yêu cầu: Một là, …") is an item
    whatever stands between.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.open = False
        self.item = False
        """Whether the last line was an item."""
        self.announced = False
        """Whether the last line did no more than announce a list."""
        self.counted = False
        """Whether the last line counted on from an item before it."""
        self._opens = False
        self._begun = False
        """Whether the last line has the first items of a list within it."""
        self._levels: list[_Level] = []
        self._last: list[Mark] = []
        """The mark of the last item that was counted, in every reading."""
        self._before: Given | None = None
        """What the line just before gave: "… ba việc. Một là, …"."""

    def close(self) -> None:
        """Forget the list, unless it was just being announced; what counts on is an item still."""
        if not self._opens:
            self.open = self.item = self.announced = False
            if not self._last:
                self._levels = []

    def forget(self) -> None:
        """Forget the list, with what it has counted so far."""
        self._opens = self.counted = False
        self._levels, self._last, self._before = [], [], None
        self.close()

    @property
    def teller(self) -> int | str | None:
        """Who states the items, as far as that is known."""
        return self._levels[-1].given.teller if self._levels else None

    def counts_on(self, marks: list[Mark]) -> bool:
        """Whether a line with this mark is the next item of what was counted before."""
        return any(
            mark.kind == last.kind and mark.value == last.value + 1
            for mark in marks
            for last in self._last
        )

    def turn(
        self,
        line: Line,
        *,
        found: int | None,
        cue: int | None,
        fresh: bool,
        marks: list[Mark],
        heading: bool = False,
    ) -> None:
        """Go on to a line: where its task begins behind whoever is to do it, whether somebody
        begins to speak, what it is counted by, whether it only heads some of the items.
        """
        self.announced = False
        self.counted = self.counts_on(marks) and not fresh
        first = any(mark.value == 1 for mark in marks) and not fresh
        begins = first and not self.open and self._before is not None
        listed = found is not None
        self._opens = listed and opens_list(line)
        shape = shape_of_mark(line)
        nested = heading or (self._is_nested(line, shape, found) and not fresh)
        self._leave(shape)
        self.item = listed and not fresh and (self.open or self.counted or begins)
        self.item = self.item and (nested or not self._opens)
        anew = cue is not None and not (self.open or self.counted)
        if fresh or anew or (self._opens and not nested):
            self._levels, self._last = [], []
        if begins and self._before is not None:
            self._levels = [_Level("", self._before)]
        if cue is not None or self._opens or self.item:
            self.open = True
        elif not listed:
            self.open = False
        if not (self.open or self._last):
            self._levels = []
        self._count(line, found, marks)
        self._before = None

    def _is_nested(self, line: Line, shape: str, found: int | None) -> bool:
        """Whether a line that opens a list is an item of one itself."""
        if not (self._opens and self._levels and found is not None):
            return False
        return bool(shape) or begins_item(line, found, self.lexicon)

    def _leave(self, shape: str) -> None:
        """Leave the lists within the one that goes on here."""
        for depth, level in enumerate(self._levels):
            if depth and level.shape == shape:
                del self._levels[depth:]
                return

    def _count(self, line: Line, found: int | None, marks: list[Mark]) -> None:
        """Keep where the count has come to; that of a list within another beside the other's."""
        self._begun = False
        if found is None and not self.counted:
            return
        within = enumeration(line)[-1:]
        if found is not None and not within:
            within = [mark for mark in first_marks(line, found) if mark.value == 1]
        self._begun = bool(within) and not marks
        counted = [*within, *marks]
        kinds = {mark.kind for mark in counted}
        self._last = counted + [mark for mark in self._last if mark.kind not in kinds]

    def carried(self, giver: int | str | None, by: int | str | None) -> Given:
        """Who set a task that only the reader sees, if it is the next item of what was counted."""
        if not (self.counted and self._levels):
            return Given(giver, by, "")
        opener, teller, asked = self._levels[-1].given
        if by not in {None, teller}:
            return Given(giver, by, "")
        return Given(giver if giver is not None else opener, teller, asked)

    def share(
        self, line: Line, giver: int | str | None, by: int | str | None, assignee: str
    ) -> Given:
        """Who set a task, who states it and of whom it is asked, completed for an item from the
        line that opened the list; what opens one is kept for its items.
        """
        given = Given(giver, by, assignee)
        if self.item and self._levels:
            opener, teller, asked = self._levels[-1].given
            if by is None or by == teller:
                teller = teller if by is None else by
                given = Given(giver if giver is not None else opener, teller, assignee or asked)
        if self._opens:
            shape = shape_of_mark(line) if self._levels else ""
            self._levels.append(_Level(shape, given))
        elif self._begun and not self._levels:
            self._levels = [_Level("", given)]
        elif self._last and not self._levels:
            # a list without an opener: its items are stated by one
            self._levels = [_Level("", Given(giver, by, ""))]
        self._before = given
        return given

    def announce(self, text: str, assignee: str, *, opens: bool) -> str:
        """The text of a task without what only announces the list; as it is if that is all."""
        if not opens:
            return text
        if text == assignee:
            # "đề nghị Bộ X:" and no more
            self.announced = True
            return text
        rest = without_lead_in(text)
        self.announced = not rest
        return rest or text


def opens_list(line: Line) -> bool:
    """Whether a line ends with a colon, so that what it announces follows in others."""
    return bool(line.tokens) and line.tokens[-1].text == ":"


def first_marks(line: Line, position: int) -> list[Mark]:
    """The marks that what begins at ``position`` has before it: "yêu cầu: Một là, …"."""
    tokens = line.tokens
    while position < len(tokens) and not tokens[position].word and tokens[position].text != "(":
        position += 1
    return list(marks_at(line, position))


def item_start(line: Line, lexicon: Lexicon, *, marked: bool = False) -> int | None:
    """Where the task begins in an item with a mark or an ordinal, if it begins as one does: "a) Bảo
    hộ công dân", "Hai là, bảo hộ công dân", "2. Bộ A: bảo hộ công dân". The mark may have stood
    before the line (``marked``).
    """
    start = _past_marks(line)
    if start == 0 and not marked:
        return None
    deed = start
    if not begins_item(line, start, lexicon):
        named, deed = assignee_of(line, start, lexicon)
        while deed < len(line.tokens) and not line.tokens[deed].word:
            deed += 1
        if not named or not begins_item(line, deed, lexicon):
            return None
    if any(token.low in FINITE for token in line.tokens[deed : deed + HEAD]):
        return None
    told = lexicon.language == "en" and stands_alone(line, deed, len(line.tokens), lexicon)
    return None if told else start


def _past_marks(line: Line) -> int:
    start = max(after_mark(line), max((mark.end for mark in opening_marks(line)), default=0))
    if start == 0 and line.low(0, 2) in _LAST:
        return 2
    return counts_item(line, start) if start < len(line.tokens) else 0


def names_assignee(line: Line, lexicon: Lexicon) -> str:
    """Who is named by an item that says no more than that: "1. Bộ A:"; else ``""``."""
    start = _past_marks(line)
    if start == 0 or not opens_list(line):
        return ""
    named, _ = assignee_of(line, start, lexicon)
    return named if named and line.cut(start, len(line.tokens) - 1) == named else ""
