"""Vietnamese fragments that say what is to be done ("ban hành chiến lược …"), as tasks do.

The models know sentences. A fragment without a subject becomes a noun, a participle or a third
person with them, and what depends on it goes astray; behind "Chúng ta phải …" the same words become
"We must issue a strategy …", of which the subject and the modal are taken away again. Where the
rest speaks of us, as nobody does in the source, "Họ phải …" is tried, then the fragment alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.text.folding import unify_tones
from translations.words.word_lists import read_rows

_MODAL = r"(?P<modal>(?:cũng |vẫn |còn |đồng thời |đều )*(?:cần|phải|cần phải|nên|sẽ)) "
_OPENING = re.compile(rf"(?:{_MODAL})?(?P<not>không )?(?P<rest>[^\W\d_].*)", re.DOTALL)
_CLAUSE = re.compile(r"[,;:(“\"]")
_PREDICATE = re.compile(r"\b(?:cần|phải|nên|sẽ|là|có|đã|đang|được|bị)\b")
"""What makes a subject of a verb that is a noun too: "hợp tác hai nước phải …"."""
_OF_A_NOUN = re.compile(r"\W*(?:của|giữa|số|viên|sinh)\b")
"""What follows a noun and no verb: "nỗ lực của …", "điều tra viên"."""
_GIVEN = re.compile(r"(?: [^\W\d_]\w*){1,4}? (?:cho|vào) (?=[^\W\d_])")
"""What a noun is followed by that is somebody's for somebody: "viện trợ Mỹ cho Ukraine"."""
_NAME = 4
"""Words of a fragment that, with such a verb, is a name and asks for nothing: "đầu tư công"."""
_QUESTION = re.compile(r"\?\W*\Z")
_SUFFERED = re.compile(r"\b(?:được|bị)\b")
_OURS = re.compile(r"\b(?:we|us|our|ours|ourselves)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:chúng ta|chúng tôi|nước ta|đảng ta)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:\w+ly )?(?:have to )?be (?:\w+ly )?"
    r"(?!determined|prepared|committed|united|concerned|based)(?:\w+ed|held|made|built|set|taken|given|put)\b"
)
"""What is done to somebody, of which a fragment that asks for something says "được" or "bị"."""
_ALSO = r"(?:(?:also|still|all|both) )?"
_MUST = r"(?:must|have to|had to|need(?:ed)? to|should|ought to|will|would|shall|need)"
_PRESENT = {"had to": "must", "needed to": "need to", "would": "will"}
_PAST = re.compile(rf"^(?:{'|'.join(_PRESENT)})\b|(?<=^also )(?:{'|'.join(_PRESENT)})\b")
"""A past for which nothing in a fragment gives a reason."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A subject for the source and what of it the output begins with; ``ours`` says whether the
    rest of the output must not speak of us.
    """

    subject: str
    english: str
    ours: bool

    def around(self, fragment: str) -> str:
        modal = "" if _opens(fragment)[0] else "phải "
        return f"{self.subject} {modal}{fragment.rstrip(' .')}."

    def within(self, output: str, fragment: str) -> str | None:
        """What the fragment became, ``None`` if that is not plain to see."""
        modal = _opens(fragment)[0]
        after = rf"(?={_ALSO}{_MUST}\b)" if modal else rf"{_MUST} (?=[a-z])"
        opening = re.match(rf"{self.english} {after}", output)
        if opening is None:
            return None
        rest = output[opening.end() :].removesuffix(".")
        if self.ours and _OURS.search(rest) and not _OWN.search(fragment):
            return None
        if modal:
            return _PAST.sub(lambda match: _PRESENT[match.group()], rest, count=1)
        if _PASSIVE.match(rest) and not _SUFFERED.search(fragment):
            return None
        return f"do {rest}" if rest.startswith("not ") else rest


_FRAMES = (_Frame("Chúng ta", "We", ours=True), _Frame("Họ", "They", ours=False))


def is_imperative(fragment: str) -> bool:
    """Whether a text begins in small letters with a verb that has no subject, of those that ask
    for something.

    >>> is_imperative("ban hành chiến lược mới"), is_imperative("hợp tác hai nước phải bền vững")
    (True, False)
    """
    return bool(_opens(fragment)[1])


def translate_imperatives(
    texts: Sequence[str], translate: Callable[[Sequence[str]], Sequence[str]]
) -> list[str]:
    """Translate Vietnamese texts, those that say what is to be done as imperatives.

    Args:
        texts: sentences, fragments or headlines.
        translate: gives the English of each of some texts, in order.

    Returns:
        The English of each, in order.
    """
    done: dict[int, str] = {}
    left = [number for number, text in enumerate(texts) if is_imperative(text)]
    for frame in _FRAMES:
        outputs = translate([frame.around(texts[number]) for number in left]) if left else []
        for number, output in zip(left, outputs, strict=True):
            if (rest := frame.within(output, texts[number])) is not None:
                done[number] = rest
        left = [number for number in left if number not in done]
    others = [number for number in range(len(texts)) if number not in done]
    outputs = translate([texts[number] for number in others]) if others else []
    done |= dict(zip(others, outputs, strict=True))
    return [done[number] for number in range(len(texts))]


def _opens(fragment: str) -> tuple[str, str]:
    """The modal and the verb that a fragment begins with; the verb is empty if none is known."""
    opening = _OPENING.match(unify_tones(fragment))
    if opening is None or not fragment[:1].islower() or _QUESTION.search(fragment):
        return "", ""
    rest = opening["rest"]
    words = rest.split(maxsplit=_longest())
    for length in range(min(_longest(), len(words)), 0, -1):
        verb = " ".join(words[:length]).rstrip(",")
        kind = _verbs().get(verb)
        if kind is None:
            continue
        asked = opening["modal"] or opening["not"]
        names = kind == "noun" and not asked and _is_noun(verb, rest)
        return ("", "") if kind == "other" or names else (opening["modal"] or "", verb)
    return "", ""


def _is_noun(verb: str, rest: str) -> bool:
    """Whether a verb that is a noun too is one at the beginning of ``rest``."""
    clause = _CLAUSE.split(rest, maxsplit=1)[0]
    before = rest.partition("(")[0]  # "nghiên cứu và phát triển (R&D)"
    return bool(
        len(rest.split()) <= _NAME
        or _OF_A_NOUN.match(rest[len(verb) :])
        or _PREDICATE.search(clause)
        or all(_verbs().get(word) == "noun" for word in before.strip(" .").split(" và "))
        or _is_given(rest[len(verb) :])
    )


def _is_given(rest: str) -> bool:
    """Whether what follows a verb that is a noun too names who gives and who is given: " Mỹ cho
    Ukraine"; of a verb the first would be the object.
    """
    given = _GIVEN.match(rest)
    if given is None or not rest[given.end()].isupper():
        return False
    return all(word[0].isupper() for word in given.group().split()[:-1])


@cache
def _verbs() -> dict[str, str]:
    """The verbs, each with "noun" if it is one too; what only begins like a verb with "other"."""
    return {unify_tones(verb): "".join(kind) for verb, *kind in read_rows("verbs.tsv")}


@cache
def _longest() -> int:
    return max(len(verb.split()) for verb in _verbs())
