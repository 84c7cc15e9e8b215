"""Text as the models want to see it: NFC, plain quotation marks and dashes, single spaces."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'",
        "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-",
        "…": "...",
        "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\u00ad": "",
    }
)  # fmt: skip
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def plain(text: str) -> str:
    """The form the models were trained on; idempotent, never longer than a few letters more."""
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text)).translate(_PLAIN)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
