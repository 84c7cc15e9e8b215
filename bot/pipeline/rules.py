"""Other-language sides that need no engine: names by rule, offices and names by the glossary."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.store.prepared import Rendering
from translations.engine import Direction
from translations.terminology import Glossary
from translations.terminology.titles_vi import render_title_vi
from translations.words.names import transliterate_name
from translations.words.style import Style

GLOSSARY = "glossary"
NAMES = "names"
"""``Rendering.engine`` of what these rules render."""


class Thing(StrEnum):
    """What a short text names."""

    PERSON = "person"
    BODY = "body"
    ROLE = "role"
    EVENT = "event"
    PLACE = "place"
    DOCUMENT = "document"


class Rules:
    """Renders the names in an article's facts, as far as rules go."""

    def __init__(self, glossary: Glossary | None = None, style: Style = Style.HOUSE) -> None:
        self.glossary = glossary or Glossary.load()
        self.style = style

    def render(self, text: str, thing: Thing, language: str) -> Rendering | None:
        """The other side of ``text``, a name in ``language``; ``None`` leaves it to an engine."""
        if language == "vi":
            return self._into_english(text, thing)
        if thing is Thing.PERSON:
            # Marks cannot be put back by rule: the name stays as it is in both languages.
            return Rendering(text, machine=False, engine=NAMES)
        if thing is Thing.ROLE:
            vietnamese = render_title_vi(self.glossary, text)
        else:
            term = self.glossary.exact(text, Direction.EN_VI)
            vietnamese = term.vi if term else None
        return Rendering(vietnamese, machine=False, engine=GLOSSARY) if vietnamese else None

    def _into_english(self, text: str, thing: Thing) -> Rendering | None:
        english: str | None = None
        if thing is Thing.PERSON:
            return Rendering(transliterate_name(text), machine=False, engine=NAMES)
        if thing is Thing.ROLE:
            english = self.glossary.render_title(text, self.style)
        elif thing is Thing.EVENT:
            english = self.glossary.render_name_of_event(text, self.style)
        if english is None and (term := self.glossary.exact(text, Direction.VI_EN)):
            english = term.rendering(self.style)
        if english is not None:
            return Rendering(english, machine=False, engine=GLOSSARY)
        if thing is Thing.PLACE:
            return self._place_into_english(text)
        return None

    def _place_into_english(self, text: str) -> Rendering | None:
        if _is_name(text):
            return Rendering(transliterate_name(text), machine=False, engine=NAMES)
        for kind, pattern in _KINDS_OF_PLACES.items():
            if text.casefold().startswith(f"{kind} ") and _is_name(text[len(kind) :]):
                name = self._into_english(text[len(kind) + 1 :], Thing.PLACE)
                return name and replace(name, text=pattern.format(name.text))
        return None


_KINDS_OF_PLACES = {
    "thủ đô": "{}",
    "thành phố": "{}",
    "tp": "{}",
    "tp.": "{}",
    "tỉnh": "{} Province",
    "huyện": "{} District",
    "quận": "{} District",
    "thị xã": "{} Town",
}
"""How a place named with its kind is written in English."""


def _is_name(text: str) -> bool:
    """Whether every word is capitalised: ``Quảng Ninh``, not ``hội trường Ba Đình``."""
    words = text.split()
    return bool(words) and all(word[0].isupper() and word.isalpha() for word in words)
