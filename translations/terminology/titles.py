"""Titles and roles."""

from __future__ import annotations
from typing import TYPE_CHECKING
from translations.engine import Direction
from translations.style import Style

if TYPE_CHECKING:
    from translations.terminology.glossary import Glossary


def render_title(glossary: Glossary, vi_role: str, style: Style) -> str | None:
    """The official English of a role, or ``None``."""
    term = glossary.exact(vi_role, Direction.VI_EN)
    return term.rendering(style) if term else None
