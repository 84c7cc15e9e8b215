"""What did not come out right: every number, date, name and enforced term of the source is looked
for in the translation, and a translation that repeats itself, is far too short or says the
opposite is found out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.text.language import detect_language
from translations.engine import Direction, Finding, FindingKind
from translations.engines.loops import loops
from translations.output.contrasts import wrong_words
from translations.output.inventions import invented_names
from translations.output.lost_words import lost_words
from translations.output.opposites import opposites
from translations.output.repairs import needed_spans
from translations.output.surface import is_copy
from translations.output.target_text import missing, strange_numbers
from translations.source.casing import is_syllable, shouts, true_case
from translations.source.dates import broken_dates, strange_dates
from translations.source.expectations import PERSON, Expectation, find_expectations
from translations.source.rewording import reword
from translations.terminology.glossary import Glossary
from translations.words.foreign import strange_words
from translations.words.made_up_words import made_up_words
from translations.words.names import strip_marks
from translations.words.reading import find_dates
from translations.words.style import Style
from translations.words.wording import plain

_LEAST = {Direction.VI_EN: 0.35, Direction.EN_VI: 0.7}
_MOST = {Direction.VI_EN: 2.2, Direction.EN_VI: 3.5}
"""Words of the translation for a word of the source: an English word is one to two Vietnamese
syllables, so less or more than this is something lost or made up."""
_FEWEST_UNMARKED = 4
_UNMARKED = 0.7
"""Words of a text without any marks, and the share of them that must be Vietnamese syllables, for
it to be Vietnamese without its marks: four syllables in a row without one are hardly to be had."""
_MOST_STRANGE = 3
"""Words of a Vietnamese output that are no Vietnamese; with more of them it is another language."""
_NO_LETTER = "\u2047"
"""``⁇``: what comes out for letters that a model does not know."""
_SHORT = 16
"""Words up to which a text is told from what it lost: a headline without one of its words is wrong
more often than not, a long sentence may say it another way."""
_FEWEST = 10
"""Words of the shortest source whose length says anything."""


def check(
    source: str, target: str, direction: Direction, glossary: Glossary, style: Style = Style.HOUSE
) -> tuple[Finding, ...]:
    """The findings for one translation, in the order of the source."""
    if not source.strip():
        return ()
    source = reword(plain(source), direction)
    if shouts(source):
        source = true_case(source, direction, glossary)
    expectations = find_expectations(source, direction, glossary, style)
    lacking = missing(expectations, target, direction)
    findings = [Finding(expectation.kind, expectation.wanted) for expectation in lacking]
    if direction is Direction.VI_EN:
        made_up = dict.fromkeys((*strange_dates(target, source), *broken_dates(target)))
        findings += [Finding(FindingKind.DATE, text) for text in made_up]
        findings += _made_up_numbers(source, target, expectations)
        findings += [
            Finding(FindingKind.INVENTED, name)
            for name in (
                *invented_names(source, target, glossary), *made_up_words(target, source)
            )
        ]  # fmt: skip
    else:
        findings += _made_up_vietnamese_numbers(source, target, expectations)
        findings += [
            Finding(FindingKind.NAME, expectation.wanted)
            for expectation in expectations
            if expectation.subject == PERSON and not expectation.certain
        ]
        strange = strange_words(target, source, glossary.vietnamese_words)
        if len(strange) > _MOST_STRANGE:
            findings.append(Finding(FindingKind.UNTRANSLATED, source))
        else:
            findings += [Finding(FindingKind.INVENTED, word.word) for word in strange]
    findings += [
        Finding(word.finding, word.source) for word in wrong_words(source, target, direction)
    ]
    findings += [
        Finding(FindingKind.OPPOSITE, word.source) for word in opposites(source, target, direction)
    ]
    if direction is Direction.VI_EN and len(source.split()) <= _SHORT:
        taken = [(expectation.start, expectation.end) for expectation in expectations]
        findings += [
            Finding(FindingKind.LOST, word.source) for word in lost_words(source, target, taken)
        ]
    length = _length_finding(source, target, direction)
    if length:
        findings.append(length)
    if loops(target, source):
        findings.append(Finding(FindingKind.REPETITION, ""))
    if _NO_LETTER in target and _NO_LETTER not in source:
        findings.append(Finding(FindingKind.UNTRANSLATED, source))
    if is_copy(source, target) or (
        len(source.split()) >= _FEWEST
        and detect_language(target) == direction.source
        and not (direction is Direction.VI_EN and _is_list_of_names(source, target))
    ):
        findings.append(Finding(FindingKind.UNTRANSLATED, source))
    if direction is Direction.VI_EN and is_unmarked(source):
        findings.append(Finding(FindingKind.UNTRANSLATED, source))
    return tuple(dict.fromkeys(findings))


def _made_up_numbers(
    source: str, target: str, expectations: Sequence[Expectation]
) -> list[Finding]:
    """Figures that neither the source nor the English of one of its terms gives a reason for."""
    rest = target
    for start, end in sorted(needed_spans(target, expectations), reverse=True):
        rest = rest[:start] + rest[end:]
    dates = " ".join(mention.text for mention in find_dates(rest, "en"))
    return [
        Finding(FindingKind.NUMBER, text)
        for text in strange_numbers(source, rest, Direction.VI_EN)
        if text not in dates
    ]


def _made_up_vietnamese_numbers(
    source: str, target: str, expectations: Sequence[Expectation]
) -> list[Finding]:
    """Figures that neither the source nor the Vietnamese of one of its terms gives a reason for."""
    rest = target
    for expectation in expectations:
        if expectation.kind is FindingKind.TERM:
            rest = re.sub(rf"(?<!\w){re.escape(expectation.wanted)}(?!\w)", " ", rest)
    return [
        Finding(FindingKind.NUMBER, text) for text in strange_numbers(source, rest, Direction.EN_VI)
    ]


def _is_list_of_names(source: str, target: str) -> bool:
    """Whether ``target`` only looks Vietnamese for the names in it: it has no marks, and its small
    words are not those of ``source``.
    """
    if strip_marks(target) != target:
        return False
    given = set(strip_marks(source.lower()).split())
    small = [word for word in target.split() if word.islower()]
    return bool(small) and sum(word in given for word in small) * 2 <= len(small)


def is_unmarked(source: str) -> bool:
    """Whether ``source`` is Vietnamese written without its marks, which the models do not know."""
    words = re.findall(r"[^\W\d_]+", source)
    if len(words) < _FEWEST_UNMARKED or not source.isascii():
        return False
    if detect_language(source) == "en":
        return False
    return sum(map(is_syllable, words)) >= _UNMARKED * len(words)


def _length_finding(source: str, target: str, direction: Direction) -> Finding | None:
    words, found = len(source.split()), len(target.split())
    if words < _FEWEST:
        return None
    least, most = _LEAST[direction] * words, _MOST[direction] * words
    if least <= found <= most:
        return None
    return Finding(FindingKind.LENGTH, f"{found} words for {words}")
