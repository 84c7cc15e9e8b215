"""The stories of a digest by their weight.

What counts, and how much, is in :mod:`bot.briefings.placing`; here it is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.briefings.news import News, Piece
from bot.briefings.placing import Reason, Reasons, weight
from bot.briefings.reader import Reader


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event, the one to show first."""

    pieces: tuple[Piece, ...]
    reasons: Reasons

    @property
    def first(self) -> Piece:
        """The fullest report."""
        return self.pieces[0]


def rank(news: News, reader: Reader, today: date) -> list[Story]:
    """The articles folded by story, the weightiest story first, the newer of two equals first."""
    groups: dict[tuple[str, int], list[Piece]] = {}
    for piece in news.pieces:
        key = ("story", piece.story) if piece.story else ("article", piece.id)
        groups.setdefault(key, []).append(piece)
    stories = [_story(pieces, reader, today) for pieces in groups.values()]
    return sorted(stories, key=lambda story: -weight(story.reasons))


def _story(pieces: list[Piece], reader: Reader, today: date) -> Story:
    # The fullest report stands for the story, the earliest of equals.
    pieces = sorted(pieces, key=lambda p: (-len(p.statements) - len(p.tasks), p.sort_date, p.id))
    first = pieces[0]
    counts = {
        Reason.FOLLOWED: _followed(pieces, reader),
        Reason.OFFICE: office_points(min(piece.office for piece in pieces)),
        Reason.SOURCES: len({p.source.source for p in pieces}) if len(pieces) > 1 else 0,
        Reason.CONFERENCE: int(any(piece.conferences for piece in pieces)),
        Reason.STATEMENTS: len(first.statements),
        Reason.TASKS: len(first.tasks),
        Reason.RECENT: _recency(max(piece.sort_date for piece in pieces), today),
    }
    reasons = tuple((why, n) for why, n in counts.items() if n) or ((Reason.NEWEST, 1),)
    return Story(tuple(pieces), reasons)


def _followed(pieces: Iterable[Piece], reader: Reader) -> int:
    """How many of the things that the reader follows are in a story."""
    speakers: set[int] = set()
    conferences: set[int] = set()
    themes: set[str] = set()
    words = 0
    for piece in pieces:
        if reader.speakers:
            speakers |= piece.speakers & reader.speakers
        conferences |= reader.conferences.intersection(piece.conferences)
        if reader.themes:
            themes |= reader.themes.intersection(task.theme for task in piece.tasks)
        if reader.keywords:
            words = max(words, reader.words_in(piece.text))
    return len(speakers) + len(conferences) + len(themes) + words


def office_points(rank_of_office: int) -> int:
    """Points from 0 to 4 of an office by its rank in :mod:`bot.briefings.seniority`.

    4: the four highest offices of a state; 3: their deputies and the leading bodies; 2: ministers
    and heads of provinces; 1: deputy ministers, ambassadors, directors.
    """
    for last, points in ((4, 4), (10, 3), (12, 2), (15, 1)):
        if rank_of_office <= last:
            return points
    return 0


def _recency(sort_date: str, today: date) -> int:
    """3 for what happened today or yesterday, 2 within three days, 1 within a week."""
    try:
        days = (today - date.fromisoformat(sort_date)).days
    except ValueError:
        return 0
    for last, points in ((1, 3), (3, 2), (7, 1)):
        if 0 <= days <= last:
            return points
    return 0
