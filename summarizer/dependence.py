"""Sentences that cannot stand alone: those that point back to the one before.

"Theo đó, …" and "However, …" continue a thought; "Ông nhấn mạnh …" and "She added …" name nobody.
Cut out and shown alone they mislead, so the extract avoids them, or takes the sentence before too,
or the one who asks for it names the antecedent and it is shown in brackets (:func:`mend`).

The heuristic looks mostly at how a sentence begins (the openings are data, ``cues.toml``):

* an *opener* ("Do đó", "However") leans always, but one of time ("Trước đó", "Earlier") only where
  no time of its own follows it ("Trước đó, ngày 3/9, …");
* an *adder* ("Bên cạnh đó", "In addition") leans only where nobody is named after it;
* a *pointer* ("Đây là yêu cầu của …", "This is …") leans unless it tells whose and at what time or
  place: the sentence that says who, where and when is worth more than its missing subject;
* a noun *told before* ("Tuyên bố này", "Trước tình hình ấy", "Under this decision") leans always, a
  time told from today ("tuần này") is none;
* a *pronoun* ("Ông", "vị này", "he") leans unless a name follows it, also after a phrase that names
  nobody ("Phát biểu tại hội nghị, ông …", "In an interview, she …").

An office without a name ("Thủ tướng nhấn mạnh …") can stand alone, but is better with the name. A
sentence that is a quotation from end to end leans on the one that tells whose it is
(:mod:`summarizer.quotations`).

It misses sentences that point back further inside. That costs a slightly worse choice, no more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Literal

from summarizer.cues import Cues, cues_of
from summarizer.text.dates import find_dates
from summarizer.text.folding import CAPITAL, unify_tones, words

Leaning = Literal["opener", "pointer", "nameless", "quotation"]

_LONGEST_OPENING = 60
_LONGEST_PHRASE = 100
_FEWEST_WORDS = 8
"""Words of a sentence that can tell more than who says something."""
_SUBJECT = 80
"""Characters after an adder within which the subject is looked for."""
_BEFORE_TIME = 25
"""Characters between an opener of time and a time of its own: ", lúc 17 giờ ngày 3/9"."""
_QUOTES = "\"'([-–—“”‘’ "
_LOOSE_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")
_NAMED = re.compile(rf"{CAPITAL}\w+")


def leaning_of(text: str, language: str) -> Leaning | None:
    """How a sentence leans on the one before it, or ``None`` where it can stand alone."""
    text = text.lstrip(_QUOTES)
    begin = unify_tones(text[:_LONGEST_OPENING]).lower()
    cues = cues_of(language)
    if opener := _opening(begin, cues.openers):
        if opener not in cues.timed:
            return "opener"
        after = _after_own_time(text[len(opener) :], language)
        if after is None:
            return "opener"
        return "nameless" if _begins_with_pronoun(after, cues, language) else None
    if adder := _opening(begin, cues.adders):
        after = text[len(adder) : len(adder) + _SUBJECT]
        if _begins_with_pronoun(after, cues, language):
            return "nameless"
        return None if _NAMED.search(after) else "opener"
    if _opening(begin, cues.pointers):
        return None if _tells_occasion(text, cues, language) else "pointer"
    if _told_before(text, cues):
        return "opener"
    if cues.today.match(begin):
        return None
    if _begins_with_pronoun(text, cues, language) or _phrase_before_pronoun(text, cues, language):
        return "nameless"
    return None


def points_back(text: str, language: str) -> bool:
    """Whether the subject of a sentence is the sentence before it ("Đây là yêu cầu của …").

    Also where it tells enough to stand alone: better still with what it speaks of.
    """
    text = text.lstrip(_QUOTES)
    return bool(_opening(unify_tones(text[:_LONGEST_OPENING]).lower(), cues_of(language).pointers))


def is_dependent(text: str, language: str) -> bool:
    """Whether a sentence leans on the one before it."""
    return leaning_of(text, language) is not None


def mend(text: str, name: str) -> str:
    """A sentence with the one it speaks of in brackets before it: "[Lê Mẫn] Ông nhấn mạnh …".

    What stands after the brackets is the sentence as the source has it.
    """
    return f"[{name}] {text}"


def is_office_alone(text: str, language: str) -> bool:
    """Whether a sentence opens with an office that says something, and no name: "Thủ tướng nhấn
    mạnh …".
    """
    begin = unify_tones(text.lstrip(_QUOTES)[:_LONGEST_OPENING]).lower()
    return cues_of(language).office_alone.match(begin) is not None


def wants_name(text: str, language: str) -> bool:
    """Whether a sentence is better with the name of the one it speaks of."""
    return leaning_of(text, language) == "nameless" or is_office_alone(text, language)


def antecedent_of(
    text: str, language: str, speakers: Collection[str], *, quotation: bool = False
) -> str:
    """Whom a sentence that names nobody speaks of, given the names of those who speak in it.

    Of a ``quotation`` from end to end that is whoever speaks in it. Else only where it begins with
    a word for one person ("Ông nhấn mạnh …", "She added …", "Thủ tướng nhấn mạnh …") and one person
    speaks who is not named in it: in "Họ sẽ ở lại, bà Mẫn nói" another one is meant. ``""`` where
    that is not so.
    """
    if len(speakers) != 1 or not (quotation or wants_name(text, language)):
        return ""
    (name,) = speakers
    if quotation:
        return name
    if not is_office_alone(text, language):
        cues = cues_of(language)
        subject = _from_subject(text.lstrip(_QUOTES), cues, language)
        begin = unify_tones(subject[:_LONGEST_OPENING]).lower()
        if not _opening(begin, cues.one_person):
            return ""
    said = words(unify_tones(text).lower())
    own = words(unify_tones(name).lower())
    return "" if not own or own[-1] in said or own[0] in said[1:] else name


def is_named_in(name: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has a name as it stands, the tone on whichever letter and hyphens
    with blanks round them or without.
    """
    name = unify_tones(name)
    return any(name in _LOOSE_HYPHEN.sub("-", unify_tones(text)) for text in texts)


def only_says_who(text: str, language: str) -> bool:
    """Whether a sentence is nothing but who says what stands elsewhere: "ông Mẫn nói."."""
    said = words(unify_tones(text).lower())
    if not 0 < len(said) < _FEWEST_WORDS:
        return False
    line = f" {' '.join(said)} "
    return any(match.end() == len(line) for match in cues_of(language).speech.finditer(line))


def is_question(text: str) -> bool:
    """Whether a sentence asks."""
    return text.rstrip("\"'”’») ").endswith("?")


def _opening(begin: str, openings: tuple[str, ...]) -> str:
    """The longest of the openings with which a lower-case text begins, or nothing."""
    found = ""
    if not begin.startswith(openings):
        return found
    for opening in openings:
        if len(opening) > len(found) and begin.startswith(opening):
            after = begin[len(opening) : len(opening) + 1]
            if not after.isalnum():
                found = opening
    return found


def _told_before(text: str, cues: Cues) -> bool:
    """Whether a text opens with a noun that was told before; a name in it is another subject's."""
    opening = unify_tones(text[:_LONGEST_OPENING])
    match = cues.told_before.match(opening.lower())
    return match is not None and not any(letter.isupper() for letter in opening[1 : match.end()])


def _after_own_time(text: str, language: str) -> str | None:
    """What follows the time with which a text begins, or ``None`` where it begins with none."""
    for mention in find_dates(text[:_SUBJECT], language)[:1]:
        if mention.start <= _BEFORE_TIME:
            return text[mention.end :]
    return None


def _from_subject(text: str, cues: Cues, language: str) -> str:
    """A text from where its subject begins, after what only adds, says when or introduces it."""
    begin = unify_tones(text[:_LONGEST_OPENING]).lower()
    opening = _opening(begin, cues.adders) or _opening(begin, cues.openers)
    if opening in cues.timed:
        text = _after_own_time(text[len(opening) :], language) or text
    elif opening:
        text = text[len(opening) :]
    text = text.lstrip(" ,")
    return text[len(_phrase_before_pronoun(text, cues, language)) :]


def _begins_with_pronoun(text: str, cues: Cues, language: str) -> bool:
    """Whether a text begins with a word for a person that has no name after it.

    "Ông" alone is nobody, "Ông Lê Mẫn" is: a name begins with a capital. English pronouns take
    no name.
    """
    text = text.lstrip(" ,")
    pronoun = _opening(unify_tones(text[:_LONGEST_OPENING]).lower(), cues.pronouns)
    return bool(pronoun) and (language == "en" or not text[len(pronoun) :].lstrip()[:1].isupper())


def _phrase_before_pronoun(text: str, cues: Cues, language: str) -> str:
    """The phrase that names nobody with which a sentence about "him" or "her" begins, or ``""``."""
    phrase, comma, after = text[: _LONGEST_PHRASE + _LONGEST_OPENING].partition(", ")
    if not comma or len(phrase) > _LONGEST_PHRASE or cues.person.search(phrase):
        return ""
    begin = unify_tones(after[:_LONGEST_OPENING]).lower()
    if not _opening(begin, cues.one_person) or not _begins_with_pronoun(after, cues, language):
        return ""
    return phrase + comma


def _tells_occasion(text: str, cues: Cues, language: str) -> bool:
    """Whether a sentence names a person and says when or where."""
    if not cues.person.search(text):
        return False
    return bool(cues.place.search(text)) or any(
        mention.date.day is not None for mention in find_dates(text, language)
    )
