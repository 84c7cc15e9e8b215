"""Pages of lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.briefings.cards import Page

T = TypeVar("T")


def page_of(number: int, total: int, size: int) -> Page:
    """Page ``number`` of ``total`` things; numbers beyond the ends are brought back to them."""
    pages = max(1, -(-total // size))
    return Page(min(max(1, number), pages), pages)


def cut(things: Sequence[T], page: Page, size: int) -> tuple[T, ...]:
    """The things on a page."""
    start = (page.number - 1) * size
    return tuple(things[start : start + size])
