"""Which spellings of one name are one person's: tones and letters tell Vietnamese people apart.

"Lê Văn Tú" and "Lê Văn Tư" are two people though their folded names are one. A form without any
marks ("Le Van Tu") is whoever's marked form it fits, if only one does. A rare slip of spelling is
let pass: one form that stands once beside another that stands often, with the same office, of
which there is one only, or of a Chinese name. Foreign names have marks or not at a whim, so theirs
do not count.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.facts.persons.names import KNOWN, name_key
from summarizer.facts.persons.offices import sole_offices
from summarizer.facts.words.lexicon import words_of
from summarizer.facts.words.syllables import is_syllable

MANY = 3
"""How often a name stands that shows another form, which stands once, to be a slip."""

_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(slots=True)
class Form:
    """One way of writing a name: how often it stands, and with what roles."""

    times: int = 0
    roles: set[str] = field(default_factory=set)
    names: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, role: str) -> None:
        """Count one more occurrence."""
        self.times += 1
        self.names[name] += 1
        if role:
            self.roles.add(role)

    @property
    def commonest(self) -> str:
        """The name as it stands most often."""
        return max(self.names, key=lambda name: (self.names[name], name))


@lru_cache(maxsize=KNOWN)
def marked_key(name: str) -> str:
    """A name as it is compared with its marks: each tone at the end of its syllable, so that it
    does not matter on which vowel it was put ("Hoà" and "Hòa", "Hoàng" and "Hòang").

    Foreign names, whose marks do not count, have the key of
    :func:`~summarizer.facts.persons.names.name_key`.
    """
    if is_foreign(name):
        return name_key(name)
    return " ".join(_toned(word) for word in name.lower().split())


def _toned(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(letter for letter in letters if letter in _TONES)
    plain = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", plain) + tone


@lru_cache(maxsize=KNOWN)
def is_foreign(name: str) -> bool:
    """Whether a name is not built of Vietnamese syllables, or with hyphens: "Pu-tin"."""
    return "-" in name or "–" in name or not all(is_syllable(word) for word in name.split())


def is_bare(key: str) -> bool:
    """Whether a marked key has no marks: "le van tu"."""
    return key.isascii()


def agree(words: Sequence[str], others: Sequence[str], *, bare: bool) -> bool:
    """Whether two runs of words of marked keys can be one name; ``bare`` tells that in one of the
    two names the marks were left out altogether.
    """
    if list(words) == list(others):
        return True
    return bare and name_key(" ".join(words)) == name_key(" ".join(others))


def homes_of(forms: Mapping[str, Form], language: str = "vi") -> dict[str, str]:
    """For each marked key of one folded name the key under which the person is known.

    >>> homes_of({"lê tư": Form(2), "le tu": Form(1)})
    {'lê tư': 'lê tư', 'le tu': 'lê tư'}
    """
    marked = sorted((key for key in forms if not is_bare(key)), key=lambda k: (-forms[k].times, k))
    homes: dict[str, str] = {}
    for key in marked:
        known = [home for home in homes.values() if _is_slip(forms[key], forms[home], language)]
        homes[key] = known[0] if known else key
    people = set(homes.values())
    for key in forms:
        if is_bare(key):
            homes[key] = next(iter(people)) if len(people) == 1 else key
    return homes


def _is_slip(form: Form, often: Form, language: str) -> bool:
    """Whether a form that stands once has the only office of its kind that the other has; for a
    Chinese name, whose marks are a matter of rendering, their roles need only not differ.
    """
    if form.times > 1 or often.times <= form.times:
        return False
    if form.commonest.split()[0].lower() in words_of("persons.toml", "chinese"):
        return not form.roles or not often.roles or bool(form.roles & often.roles)
    if often.times < MANY:
        return False
    ours, theirs = (
        {office for role in one.roles for office in sole_offices(role, language)}
        for one in (form, often)
    )
    return bool(ours & theirs)
