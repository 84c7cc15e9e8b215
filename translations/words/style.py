"""House style and press style: how the country, its sea and its neighbours are written."""

from __future__ import annotations

import re
from enum import StrEnum


class Style(StrEnum):
    """The style of the English."""

    HOUSE = "house"
    """Viet Nam, East Sea: as the State writes."""
    PRESS = "press"
    """Vietnam, South China Sea: as the international press writes."""


_TO_PRESS = (
    (re.compile(r"\bViet Nam\b"), "Vietnam"),
    (re.compile(r"\bVIET NAM\b"), "VIETNAM"),
    (re.compile(r"\bHa Noi\b"), "Hanoi"),
    (re.compile(r"\bEast Sea\b"), "South China Sea"),
)
_TO_HOUSE = (
    # Names that are fixed in one word stay: the news agency, the airline, the broadcasters.
    (
        re.compile(
            r"\bVietnam\b(?!\s+(?:News Agency|Airlines|Television|Investment Review|War\b)|Plus)"
            r"(?<!Voice of Vietnam)"
        ),
        "Viet Nam",
    ),
    (re.compile(r"\bVIETNAM\b"), "VIET NAM"),
    (re.compile(r"\bHa Noi\b"), "Hanoi"),
    (re.compile(r"\bSouth China Sea\b"), "East Sea"),
    # The glossary writes US throughout; both in one text are puzzling.
    (re.compile(r"\bU\.S\.(?=[\"'”’)]*$)"), "US."),
    (re.compile(r"\bU\.S\.|\bU\.S\b"), "US"),
)


def apply_style(text: str, style: Style) -> str:
    """English ``text`` in one style throughout. Addresses (``vietnam.vn``) are left alone."""
    for pattern, replacement in _TO_PRESS if style is Style.PRESS else _TO_HOUSE:
        text = pattern.sub(replacement, text)
    return text
