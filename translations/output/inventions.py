"""Official names in an English translation for which the Vietnamese gives no reason.

A model that does not know a word may put a name in its place that it has often seen: a congress
becomes the National Assembly. Such a name is the worst of errors, since it reads well.
"""

from __future__ import annotations

import re
from typing import Final

from translations.engine import Direction
from translations.terminology.glossary import Glossary, TermKind, TermMatch

OFFICIAL: Final = frozenset(
    {TermKind.OFFICE, TermKind.ORGANISATION, TermKind.CONFERENCE, TermKind.DOCUMENT}
)


def is_official_name(match: TermMatch) -> bool:
    """Whether a term found in a text is the name of something official, in several words."""
    return match.term.kind in OFFICIAL and " " in match.text and match.text[0].isupper()


def invented_names(source: str, target: str, glossary: Glossary) -> list[str]:
    """The names of several words in ``target`` that nothing in ``source``
    accounts for.

    A name is accounted for where the source has a term with one of its renderings, where a
    rendering of one of the source's terms is part of it or holds it (``Chair of the National
    Assembly``), where it or its abbreviation (``EAS``) stands in the source as it is, and where
    the source has all words of a long Vietnamese name of it, in whatever order.
    """
    matches = glossary.find_terms(source, Direction.VI_EN)
    known = {
        rendering.lower()
        for match in matches
        for rendering in (*match.term.renderings(), match.term.en)
    }
    given = source.lower()
    words = set(_WORD.findall(given))
    found: list[str] = []
    for match in glossary.find_terms(target, Direction.EN_VI):
        name = _proper_part(match)
        if not name:
            continue
        terms = glossary.in_vietnamese(name) or (match.term,)
        same = {name.lower(), *(r.lower() for t in terms for r in (t.en, *t.renderings()))}
        related = any(
            name.lower() in other or other in name.lower() for other in known if " " in other
        )
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        if not (
            name.lower() in given
            or same & known
            or related
            or (len(letters) > 2 and re.search(rf"\b{re.escape(letters)}\b", source))
            or any(_holds(words, term.vi) for term in terms)
        ):
            found.append(name)
    return list(dict.fromkeys(found))


_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to"])
_LONG = 3
"""Words of a Vietnamese name that are not together by chance."""


def _proper_part(match: TermMatch) -> str:
    """The words of a match that are a name: all of them, or the first ones with capitals
    (``National Assembly`` of ``National Assembly deputy``); empty where it is none.
    """
    if not is_official_name(match):
        return ""
    words = match.text.split()
    while words and not (words[-1][0].isupper() and words[-1].lower() not in _SMALL):
        words.pop()
    proper = all(word[0].isupper() or word.lower() in _SMALL for word in words)
    return " ".join(words) if len(words) > 1 and proper else ""


def _holds(words: set[str], vietnamese: str) -> bool:
    """Whether ``words`` hold all words of a long name."""
    name = _WORD.findall(vietnamese.lower())
    return len(set(name)) >= _LONG and words.issuperset(name)
