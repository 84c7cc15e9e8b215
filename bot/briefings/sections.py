"""Which part of its material a card shows: the best of all, or a page of one section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from bot.briefings.cards import Page, Section, Totals
from bot.briefings.paging import cut, page_of

T = TypeVar("T")

SIZES: Final = {
    Section.STATEMENTS: 8,
    Section.TASKS: 8,
    Section.SPEAKERS: 12,
    Section.MENTIONS: 10,
    Section.SOURCES: 12,
}
"""Things on a page of each section."""


class Shelf:
    """Hands out the part of the material that a card's section and page show."""

    def __init__(self, section: Section, number: int, totals: Totals) -> None:
        self.section = section
        self.totals = totals
        self.page = page_of(number, totals.of(section), SIZES[section]) if section else Page()

    def show(self, of: Section, things: Sequence[T], best: Sequence[T]) -> tuple[T, ...]:
        """``best`` on the overview, a page of ``things`` in their own section, else nothing."""
        if self.section is Section.OVERVIEW:
            return tuple(best)
        if self.section is of:
            return cut(things, self.page, SIZES[of])
        return ()

    def overview(self, things: Sequence[T]) -> tuple[T, ...]:
        """``things`` that only the overview shows."""
        return tuple(things) if self.section is Section.OVERVIEW else ()
