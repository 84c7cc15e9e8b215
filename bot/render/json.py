"""Cards as JSON: their whole structure, with both languages.

Dates are objects of ``date`` (as :class:`~summarizer.text.dates.PartialDate` writes it),
``precision`` and ``basis``; every other object has the fields of its dataclass. ``card`` names the
kind of card.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from bot.briefings.cards import Bilingual, Card
from summarizer.text.dates import PartialDate


def render(card: Card, language: str = "both") -> str:
    """``card`` as a JSON object; with ``vi`` or ``en``, texts are the strings of that language."""
    data = {"card": type(card).__name__, **_plain(card, language)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _plain(value: Any, language: str) -> Any:
    match value:
        case PartialDate():
            return {
                "date": str(value),
                "precision": value.precision.value,
                "basis": value.basis.value,
            }
        case Bilingual() if language != "both":
            return value.in_(language)
        case Enum():
            return value.value
        case tuple() | list():
            return [_plain(each, language) for each in value]
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name), language) for f in fields(value)}
    return value
