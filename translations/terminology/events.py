"""Names of conferences."""

from __future__ import annotations
from typing import TYPE_CHECKING
from translations.engine import Direction
from translations.style import Style

if TYPE_CHECKING:
    from translations.terminology.glossary import Glossary


def render_name_of_event(glossary: Glossary, vi_name: str, style: Style) -> str | None:
    """The official English of the name of a conference, or ``None``."""
    term = glossary.exact(vi_name, Direction.VI_EN)
    return term.rendering(style) if term else None
