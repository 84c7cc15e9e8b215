"""Cards of the invented library as readers get them, kept as files to be read by people.

``REGENERATE_GOLDEN=1 pytest tests/bot/briefings/test_golden.py`` writes them anew, on purpose.
"""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot.briefings import Briefings
from bot.briefings.cards import Section
from bot.render import markdown, telegram, text
from bot.render.sheets import View

GOLDEN = Path(__file__).parent / "golden"
REGENERATE = bool(os.environ.get("REGENERATE_GOLDEN"))

CARDS: dict[str, Callable[[Briefings], Awaitable]] = {
    "conferences": lambda b: b.conferences(),
    "upcoming": lambda b: b.upcoming(),
    "conference": lambda b: b.conference(1),
    "conference-statements": lambda b: b.conference(1, 1, Section.STATEMENTS),
    "conference-referred": lambda b: b.conference(3),
    "speakers": lambda b: b.speakers(),
    "speaker": lambda b: b.speaker(1),
    "speaker-mentioned": lambda b: b.speaker(4),
    "tasks": lambda b: b.tasks(),
    "task": lambda b: b.task(1),
    "task-nobody": lambda b: b.task(3),
    "article": lambda b: b.article(2),
    "article-english": lambda b: b.article(5),
    "article-fragment": lambda b: b.article(6),
    "latest": lambda b: b.latest(),
    "search": lambda b: b.search("sông"),
    "summary": lambda b: b.summary("conference", 1),
    "digest": lambda b: b.digest(0, 1000),
    "nearest": lambda b: b.find_speaker("tran thi mao xa"),
}


def buttons(message) -> str:
    return "\n".join(
        " ".join(f"[{button.label} → {button.action.pack()}]" for button in row)
        for row in message.rows
    )


def html(card, language: str) -> str:
    view = View.PREVIEW if type(card).__name__ == "DigestCard" else View.CARD
    messages = telegram.render(card, language, view)
    return "\n\n-----\n\n".join(f"{m.html}\n\n{buttons(m)}".rstrip() for m in messages)


@pytest.mark.parametrize("name", CARDS)
async def test_cards_read_as_they_did(briefings: Briefings, name: str):
    card = await CARDS[name](briefings)
    assert card is not None
    parts = [
        *(f"===== {language} =====\n\n{html(card, language)}" for language in ("vi", "en", "both")),
        f"===== text, en =====\n\n{text.render(card, 'en')}",
        f"===== markdown, vi =====\n\n{markdown.render(card, 'vi')}",
    ]
    got = "\n\n".join(parts).rstrip() + "\n"
    path = GOLDEN / f"{name}.txt"
    if REGENERATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(got, encoding="utf-8")
    assert got == path.read_text(encoding="utf-8")
