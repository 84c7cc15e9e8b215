"""Translation of Vietnamese foreign-affairs news, vi→en and en→vi, with official terms.

    >>> from translations import Direction, make_translator
    >>> translator = make_translator()
    >>> [t.text for t in translator.translate(["Xin chào."], Direction.VI_EN)]  # doctest: +SKIP

Importing this package is cheap: models are loaded at first use.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from translations.engine import (
    Direction,
    DirectionUnavailable,
    Engine,
    Finding,
    FindingKind,
    ModelUnavailable,
    Translation,
    TranslationError,
)
from translations.engines.setting import make_engine
from translations.terminology import Glossary, Term, TermKind, TermMatch
from translations.translator import Cancelled, Translator
from translations.words.names import transliterate_name
from translations.words.style import Style

__all__ = [
    "Cancelled",
    "Direction",
    "DirectionUnavailable",
    "Engine",
    "Finding",
    "FindingKind",
    "Glossary",
    "ModelUnavailable",
    "Style",
    "Term",
    "TermKind",
    "TermMatch",
    "Translation",
    "TranslationError",
    "Translator",
    "make_engine",
    "make_translator",
    "transliterate_name",
]


def make_translator(
    setting: str = "compact",
    *,
    style: Style = Style.HOUSE,
    threads: int = 2,
    cache: Path | None = None,
    installed: Path | None = None,
    warn: Callable[[str], None] | None = None,
    second_opinion: bool = True,
) -> Translator:
    """Make a translator from a setting.

    See :func:`translations.engines.setting.make_engine` and :class:`Translator`.
    """
    engine = make_engine(setting, threads=threads, cache=cache, installed=installed, warn=warn)
    return Translator(engine, Glossary.load(), style, second_opinion=second_opinion)
