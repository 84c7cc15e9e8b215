"""Official names in an English translation for which the Vietnamese gives no reason.

A model that does not know a word may put a name in its place that it has often seen: a congress
becomes the National Assembly. Such a name is the worst of errors, since it reads well.
"""

from __future__ import annotations

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
    """The names of several words in ``target`` that nothing in ``source`` accounts for.

    A name is accounted for where the source has a term with one of its renderings, where a
    rendering of one of the source's terms is part of it or holds it (``Chair of the National
    Assembly``), or where it stands in the source as it is.
    """
    known = {
        rendering.lower()
        for match in glossary.find_terms(source, Direction.VI_EN)
        for rendering in (*match.term.renderings(), match.term.en)
    }
    given = source.lower()
    found: list[str] = []
    for match in glossary.find_terms(target, Direction.EN_VI):
        if not is_official_name(match):
            continue
        name = match.text.lower()
        same = {name, match.term.en.lower(), *(each.lower() for each in match.term.renderings())}
        related = any(name in other or other in name for other in known if " " in other)
        if name not in given and not same & known and not related:
            found.append(match.text)
    return list(dict.fromkeys(found))
