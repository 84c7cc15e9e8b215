"""Tasks in a list over several lines: what opened it, and what its items have from there."""

from __future__ import annotations

from summarizer.facts.duties import FINITE
from summarizer.facts.lead_ins import without_lead_in
from summarizer.facts.lexicon import Lexicon
from summarizer.facts.list_marks import after_mark, counts_item
from summarizer.facts.task_items import begins_item
from summarizer.facts.tokens import Line

HEAD = 12
"""Tokens in which a finite word shows that a line is no item."""


class TaskList:
    """The list that is open in an article, if one is.

    "ông A đề nghị Bộ B thực hiện các nhiệm vụ sau:" opens one; its items are set by A to Bộ B as
    long as no line comes between that is none, and nobody else speaks.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.open = False
        self.item = False
        """Whether the last line was an item."""
        self.announced = False
        """Whether the last line did no more than announce a list."""
        self._opens = False
        self._given: tuple[int | str | None, int | str | None, str] | None = None

    def close(self) -> None:
        """Forget the list, unless it was just being announced."""
        if not self._opens:
            self.open = self.item = self.announced = False
            self._given = None

    def turn(self, line: Line, *, found: bool, cue: int | None, fresh: bool) -> None:
        """Go on to a line: whether it has a task (``found``), whether somebody begins to speak."""
        self.announced = False
        self._opens = found and opens_list(line)
        self.item = self.open and found and not fresh and not self._opens
        if cue is not None or self._opens:
            self.open = True
        elif not found:
            self.open = False
        if fresh or not self.open or self._opens:
            self._given = None

    def share(
        self, giver: int | str | None, by: int | str | None, assignee: str
    ) -> tuple[int | str | None, int | str | None, str]:
        """Who set a task, who states it and of whom it is asked, completed for an item from the
        line that opened the list; what opens one is kept for its items.
        """
        if self._opens:
            self._given = (giver, by, assignee)
        elif self.item and self._given is not None:
            opener, teller, asked = self._given
            same = by is None or by == teller
            if same:
                return giver if giver is not None else opener, teller, assignee or asked
        return giver, by, assignee

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


def item_start(line: Line, lexicon: Lexicon) -> int | None:
    """Where the task begins in an item with a mark or an ordinal, if it begins as one does: "a) Bảo
    hộ công dân", "Hai là, bảo hộ công dân".
    """
    start = counts_item(line, after_mark(line))
    if start == 0 or not begins_item(line, start, lexicon):
        return None
    if any(token.low in FINITE for token in line.tokens[start : start + HEAD]):
        return None
    return start
