"""Whether a text tells by somebody's wife or husband that he is a man or she a woman.

"Thủ tướng X và Phu nhân Y" tells it of both, so a later "bà" is Y and never X.
"""

from __future__ import annotations

import re

from summarizer.facts.persons.bare_names import Sighting
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line

_WIVES = frozenset({"phu nhân", "đệ nhất phu nhân", "first lady", "vợ", "wife"})
_WITH = re.compile(
    r"\s*,?\s*(?:(?:cùng với|cùng|và|and|with|accompanied by|together with)\s+)"
    r"(?:(?P<whose>his|her)\s+)?(?:the\s+)?"
    r"(?P<who>đệ nhất phu nhân|phu nhân|bà xã|vợ|phu quân|ông xã|chồng|first lady|wife|husband"
    r"|spouse)\b(?!\s+(?:của|of)\b|['’]s)"
)
_MEN = frozenset({"phu quân", "ông xã", "chồng", "husband"})


def gender_told(line: Line, sighting: Sighting, lexicon: Lexicon) -> str:
    """``"m"``, ``"f"`` or ``""``, by the wife or husband whom a name comes with or is the name of.

    "Phu nhân Thủ tướng Z" after the name is another's wife and tells nothing.
    """
    if sighting.role.lower() in _WIVES:
        return "f"
    start = line.tokens[sighting.end - 1].end
    found = _WITH.match(line.text[start:].lower())
    if found is None:
        return ""
    past = start + found.end()
    at = next((n for n, token in enumerate(line.tokens) if token.start >= past), len(line.tokens))
    title = lexicon.titles.match(line.tokens, at)
    if title is not None and title[1] != "honorific":
        return ""
    if found["who"] == "spouse":
        return {"his": "m", "her": "f"}.get(found["whose"] or "", "")
    return "f" if found["who"] in _MEN else "m"
