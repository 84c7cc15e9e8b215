"""Sentences that cannot stand alone: those that point back to the one before.

"Theo đó, …" and "However, …" continue a thought; "Ông nhấn mạnh …" and "She added …" name nobody.
Cut out and shown alone they mislead, so the extract avoids them. The heuristic looks only at how
a sentence begins (the openings are data, ``cues.toml``). It misses sentences that point back
further inside, and it counts a harmless "Ngoài ra, …" as dependent; both cost a slightly worse
choice and no more, as a dependent sentence is still taken after its antecedent, or when there is
no other.
"""

from __future__ import annotations

from summarizer.cues import cues_of
from summarizer.text.folding import unify_tones

_LONGEST_OPENING = 60
_QUOTES = "\"'([-–—“”‘’ "


def is_dependent(text: str, language: str) -> bool:
    """Whether a sentence leans on the one before it, by how it begins."""
    text = text.lstrip(_QUOTES)
    begin = unify_tones(text[:_LONGEST_OPENING]).lower()
    cues = cues_of(language)
    if any(_starts(begin, opener) for opener in cues.openers):
        return True
    for pronoun in cues.pronouns:
        if _starts(begin, pronoun):
            # "Ông" alone is nobody, "Ông Lê Mẫn" is: a name begins with a capital. English
            # pronouns take no name.
            return language == "en" or not text[len(pronoun) :].lstrip()[:1].isupper()
    return False


def _starts(text: str, opening: str) -> bool:
    return text.startswith(opening) and not text[len(opening) : len(opening) + 1].isalnum()


def is_question(text: str) -> bool:
    """Whether a sentence asks."""
    return text.rstrip("\"'”’») ").endswith("?")
