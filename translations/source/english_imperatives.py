"""English fragments that say what is to be done ("Widen cooperation at sea"), as tasks do.

A short fragment without a subject reads to the model like a name: "Hợp tác đại dương rộng". Behind
"We must …" the same words become "Chúng ta phải mở rộng …", of which the subject and the modal are
taken away again. The mirror of :mod:`translations.source.imperatives`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from translations.words.word_lists import read_rows

_MOST = 12
"""Words of a fragment; longer ones come out right as they are."""
_SECOND = frozenset(
    """a all an any both each every its more my new no one our some that the their these this those
    two three better further joint local stronger""".split()  # noqa: SIM905 - words are read best as a text
)
"""What follows a verb and no noun: "report the results", but "Report on the results"."""
_OBJECTS = frozenset(
    """documents guidelines instructions laws measures permits plans policies programmes programs
    projects regulations reports rules sanctions standards visas""".split()  # noqa: SIM905 - words are read best as a text
)
"""The same, of things that are issued and the like."""
_MODAL = re.compile(r"\b(?:must|should|shall|will|would|can|could|may|might|is|are|was|were|has)\b")
_OPENING = re.compile(r"Chúng ta (?:cần phải|phải|cần|nên|sẽ) (?=\w)")
_OURS = re.compile(r"\bchúng (?:ta|tôi)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)


def is_english_imperative(fragment: str) -> bool:
    """Whether a short text begins with a verb that has no subject, of those that ask for something.

    >>> is_english_imperative("Issue rules on ships"), is_english_imperative("Issue of the day")
    (True, False)
    """
    words = fragment.rstrip(" .").split()
    if not 2 <= len(words) <= _MOST or fragment.rstrip().endswith(("?", ":")):
        return False
    kind = _verbs().get(words[0].lower())
    second = words[1].lower().strip(",")
    capitals = sum(word[0].isupper() for word in words[1:])
    titled = len(words) > 2 and capitals > len(words) / 2
    if kind is None or titled or _MODAL.search(fragment):
        return False
    return kind != "noun" or second in _SECOND or second in _OBJECTS


def translate_english_imperatives(
    texts: Sequence[str], translate: Callable[[Sequence[str]], Sequence[str]]
) -> list[str]:
    """Translate English texts, those that say what is to be done as imperatives.

    Args:
        texts: sentences, fragments or headlines.
        translate: gives the Vietnamese of each of some texts, in order.

    Returns:
        The Vietnamese of each, in order.
    """
    framed = [number for number, text in enumerate(texts) if is_english_imperative(text)]
    done: dict[int, str] = {}
    outputs = translate([_around(texts[number]) for number in framed]) if framed else []
    for number, output in zip(framed, outputs, strict=True):
        if (rest := _within(output, texts[number])) is not None:
            done[number] = rest
    others = [number for number in range(len(texts)) if number not in done]
    outputs = translate([texts[number] for number in others]) if others else []
    done |= dict(zip(others, outputs, strict=True))
    return [done[number] for number in range(len(texts))]


def _around(fragment: str) -> str:
    return f"We must {fragment[0].lower()}{fragment[1:].rstrip(' .')}."


def _within(output: str, fragment: str) -> str | None:
    """What the fragment became, ``None`` if that is not plain to see."""
    opening = _OPENING.match(output)
    if opening is None:
        return None
    rest = output[opening.end() :].rstrip(" .")
    if _OURS.search(rest) and not _WE.search(fragment):
        return None
    return rest[0].upper() + rest[1:] if fragment[0].isupper() else rest


@cache
def _verbs() -> dict[str, str]:
    """The verbs, each with "noun" if it is one too."""
    return {verb: "".join(kind) for verb, *kind in read_rows("english_verbs.tsv")}
