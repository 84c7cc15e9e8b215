"""Cards laid out as sheets, one module per kind of card."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from bot.briefings import cards
from bot.render.sheet import Sheet
from bot.render.sheets import answer, article, conference, digest, lists, speaker, task
from bot.render.sheets.notice import notice
from bot.render.voice import Voice

__all__ = ["View", "lay_out", "notice"]


class View(StrEnum):
    """How a card is to be shown where there is more than one way."""

    CARD = "card"
    SUMMARY = "summary"
    """The buttons of a choice ask for summaries, not for cards."""
    PREVIEW = "preview"
    """A digest says why each item stands where it does."""


_LAYOUTS: Final[dict[type, Callable[[Any, Voice], Sheet]]] = {
    cards.ArticleCard: article.lay_out,
    cards.ConferenceCard: conference.lay_out,
    cards.SpeakerCard: speaker.lay_out,
    cards.TaskCard: task.lay_out,
    cards.ConferenceList: lists.conferences,
    cards.SpeakerList: lists.speakers,
    cards.TaskList: lists.tasks,
    cards.ArticleList: lists.articles,
    cards.SummaryCard: answer.summary,
    cards.TranslationCard: answer.translation,
    cards.TermCard: answer.terms,
}


def lay_out(card: cards.Card, language: str, view: View = View.CARD) -> Sheet:
    """Lay ``card`` out for a reader of ``vi``, ``en`` or ``both``."""
    voice = Voice(language)
    if isinstance(card, cards.Choice):
        return answer.choice(card, voice, summaries=view is View.SUMMARY)
    if isinstance(card, cards.DigestCard):
        return digest.lay_out(card, voice, reasons=view is View.PREVIEW)
    return _LAYOUTS[type(card)](card, voice)
