"""Mending an output in place: names, numbers and terms that are nearly there.

Only what is safe is changed: a span is replaced when it is like what is missing, and is not
needed by anything else that the sentence has to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translations.engine import Direction, FindingKind
from translations.output.contrasts import mend_words
from translations.output.heads_of_state import mend_presidents
from translations.output.slips import mend_slips
from translations.output.target_text import missing
from translations.source.expectations import FOREIGN, Expectation
from translations.terminology.glossary import TermKind
from translations.words.clocks import mend_clocks
from translations.words.english import EnglishText, phrase_forms, split_words
from translations.words.figures import write_number
from translations.words.foreign import mend_capitals, mend_foreign, mend_letters, mend_word
from translations.words.names import strip_marks
from translations.words.reading import find_numbers

_OF_MINISTRY = re.compile(r"\b(Ministers? of )(?=Ministry of [A-Z])")
"""``Deputy Minister of Ministry of Education``: a Vietnamese minister is one of a ministry."""
_UNMARKED_CODE = re.compile(r"(?<=\d[-/])(?:QD|ND)(?=[-/][A-Z])")
"""``181-QD/TW``: English leaves the mark of ``QĐ`` and ``NĐ`` out."""
_CODE = re.compile(r"(?<![\w/-])\d+(?:/\d+)?[-/][A-ZĐ][A-ZĐ\d]*(?:[-/][A-ZĐ\d]+)*(?!\w)")
_LIKE_NAME = 72.0
_LIKE_TERM = 80.0
"""Likeness (0–100) from which a span is taken for a bad rendering of a name or a term."""
_VIETNAMESE = re.compile(
    r"[\w'’]*[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ][\w'’]*", re.IGNORECASE
)
_CAPITALS = re.compile(r"[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*")


def plain_letters(text: str) -> str:
    """English without Vietnamese letters: names that the model left in their own spelling."""
    return _VIETNAMESE.sub(_plain_word, text)


def _plain_word(match: re.Match[str]) -> str:
    """A word without marks; ``NĐ`` in ``123/2020/NĐ-CP`` as it is."""
    word, before = match.group(), match.string[: match.start()]
    return word if word.isupper() and re.search(r"\d[-/]$|[A-ZĐ]-$", before) else strip_marks(word)


def needed_spans(text: str, expectations: Iterable[Expectation]) -> list[tuple[int, int]]:
    """Where satisfied expectations stand in English ``text``."""
    english = EnglishText(text)
    spans: list[tuple[int, int]] = []
    for expectation in expectations:
        if expectation.kind in (FindingKind.TERM, FindingKind.NAME):
            for form in expectation.forms:
                span = english.find(form)
                if span:
                    spans.append(span)
                    break
    return spans


def mend(
    text: str,
    source: str,
    expectations: Sequence[Expectation],
    direction: Direction,
    wrong: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """``text`` with nearly right names, numbers and terms put right.

    Args:
        text: the output.
        source: what it translates.
        expectations: everything that has to stand in it.
        direction: only English outputs are mended in words; numbers in both.
        wrong: for a term's wanted form, renderings the model is known to give it by itself.
    """
    if direction is Direction.EN_VI:
        text = _UNMARKED_CODE.sub(lambda match: match[0].replace("D", "Đ"), text)
        text = mend_presidents(text)
    text = mend_words(mend_clocks(text, source, direction), source, direction)
    text = mend_slips(mend_capitals(mend_letters(text, source), source), source, direction)
    if direction is Direction.EN_VI:
        text = mend_foreign(text, source, {w for e in expectations for w in _words(e.forms)})
    for expectation in missing(expectations, text, direction):
        others = [e for e in expectations if e is not expectation]
        if expectation.subject == FOREIGN:
            if direction is Direction.VI_EN:
                text = mend_word(expectation.wanted, text, source, needed_spans(text, others))
        elif expectation.kind is FindingKind.NUMBER and _CODE.fullmatch(expectation.wanted):
            text = _mend_code(text, source, expectation.wanted)
        elif expectation.value is not None:
            text = _mend_number(text, source, expectation, direction)
        elif direction is Direction.EN_VI:
            if expectation.kind is FindingKind.NAME:
                text = _mend_vietnamese_name(text, expectation, others)
        elif expectation.kind is FindingKind.NAME:
            text = _mend_name(text, expectation, others)
        elif expectation.kind is FindingKind.TERM:
            known = (wrong or {}).get(expectation.wanted, ())
            text = _mend_term(text, expectation, others, known)
    if direction is Direction.VI_EN:
        text = _official(_capitals(_whole(text, expectations), expectations), expectations)
        text = _OF_MINISTRY.sub(r"\1the ", text)
    return text


def _capitals(text: str, expectations: Sequence[Expectation]) -> str:
    """Names of people with their capitals: ``pham Binh Minh`` is a slip."""
    for expectation in expectations:
        wanted = expectation.wanted
        if expectation.kind is not FindingKind.NAME or wanted in text or text.isupper():
            continue
        found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text, re.IGNORECASE)
        if found and not found.group().isupper() and not found.group().islower():
            text = text[: found.start()] + wanted + text[found.end() :]
    return text


def _words(texts: Iterable[str]) -> Iterator[str]:
    """The words of texts, in small letters."""
    return (word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold()))


def _whole(text: str, expectations: Sequence[Expectation]) -> str:
    """Official names that fell apart at their hyphen: ``Asia Economic Forum - Pacific``."""
    for expectation in expectations:
        wanted = expectation.wanted
        if expectation.kind is not FindingKind.TERM or "-" not in wanted or wanted in text:
            continue
        span = EnglishText(text).find(wanted)
        if span and " - " in text[span[0] : span[1]] and " - " not in wanted:
            text = _replace(text, span, wanted)
    return text


def _official(text: str, expectations: Sequence[Expectation]) -> str:
    """Names of conferences and documents in their one official form where an accepted one stands:
    the same thing must have the same name in every sentence.
    """
    for expectation in expectations:
        if expectation.subject not in _ONE_NAME or len(phrase_forms(expectation.wanted)) < 2:
            continue
        if expectation.wanted.casefold() in text.casefold():
            continue
        english = EnglishText(text)
        for form in expectation.accepted:
            span = english.find(form)
            size = len(phrase_forms(form))
            if span and size > 2 and len(split_words(text[span[0] : span[1]])) == size:
                text = _replace(text, span, expectation.wanted)
                break
    return text


_ONE_NAME = frozenset({TermKind.CONFERENCE.value, TermKind.DOCUMENT.value})


def _free(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return all(span[1] <= a or b <= span[0] for a, b in taken)


def _mend_name(text: str, expectation: Expectation, others: Sequence[Expectation]) -> str:
    from rapidfuzz import fuzz

    wanted = expectation.wanted
    taken = needed_spans(text, others)
    count = len(wanted.split())
    best: tuple[float, int, int] | None = None
    for run in _CAPITALS.finditer(text):
        words = [
            (run.start() + m.start(), run.start() + m.end())
            for m in re.finditer(r"\S+", run.group())
        ]
        for i in range(len(words)):
            for j in range(i, min(len(words), i + count + 1)):
                start, end = words[i][0], words[j][1]
                found = re.sub(r"['’]s$", "", text[start:end])
                end = start + len(found)
                likeness = fuzz.ratio(found.casefold(), wanted.casefold())
                if (
                    likeness >= _LIKE_NAME
                    and _free((start, end), taken)
                    and (best is None or likeness > best[0])
                ):
                    best = likeness, start, end
    if best is None:
        return text
    return text[: best[1]] + wanted + text[best[2] :]


def _mend_vietnamese_name(
    text: str, expectation: Expectation, others: Sequence[Expectation]
) -> str:
    """A misspelt name in Vietnamese ``text`` put right, with marks where they are known."""
    from rapidfuzz import fuzz

    wanted = strip_marks(expectation.wanted).casefold()
    taken = [
        found.span()
        for other in others
        if other.kind in (FindingKind.TERM, FindingKind.NAME)
        for form in other.forms
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE)
    ]
    words = list(re.finditer(r"[^\W\d_]+", text))
    count = len(wanted.split())
    best: tuple[float, int, int] | None = None
    for i in range(len(words)):
        for size in {max(2, count - 1), count, count + 1}:
            part = words[i : i + size]
            span = part[0].start(), part[-1].end()
            found = text[span[0] : span[1]]
            if len(part) < size or not all(word.group()[0].isupper() for word in part):
                continue
            likeness = fuzz.ratio(strip_marks(found).casefold(), wanted)
            if likeness >= _LIKE_NAME and _free(span, taken) and (
                best is None or likeness > best[0]
            ):  # fmt: skip
                best = likeness, *span
    return text if best is None else text[: best[1]] + expectation.wanted + text[best[2] :]


def _mend_term(
    text: str, expectation: Expectation, others: Sequence[Expectation], known: Sequence[str]
) -> str:
    from rapidfuzz import fuzz

    english = EnglishText(text)
    taken = needed_spans(text, others)
    for wrong in known:
        span = english.find(wrong) if len(phrase_forms(wrong)) > 1 else None
        if span and _free(span, taken):
            return _replace(text, span, expectation.wanted)
    best: tuple[float, int, int] | None = None
    words = english.words
    for form in expectation.forms:
        wanted = phrase_forms(form)
        if len(wanted) < 2:
            continue
        key = " ".join(wanted)
        for i in range(len(words)):
            for size in range(max(2, len(wanted) - 2), len(wanted) + 2):
                part = words[i : i + size]
                if len(part) < size:
                    break
                span = part[0].start, part[-1].end
                if not _free(span, taken) or re.search(r"[.;:!?]", text[span[0] : span[1]]):
                    continue
                likeness = fuzz.ratio(" ".join(word.form for word in part), key)
                if likeness >= _LIKE_TERM and (best is None or likeness > best[0]):
                    best = likeness, *span
    return _replace(text, best[1:], expectation.wanted) if best else text


def _replace(text: str, span: tuple[int, int], wanted: str) -> str:
    before, after = text[: span[0]], text[span[1] :]
    # "the Vietnam's ministry" → the article goes with what it belonged to.
    if re.search(r"['’]s$", text[span[0] : span[1]]) and not wanted.endswith("s"):
        wanted += "'s"
    return before + wanted + after


def _mend_code(text: str, source: str, wanted: str) -> str:
    """The number of a document without its mark (``ND-CP``), or with a figure lost, put right."""
    from rapidfuzz import fuzz

    strange = [code for code in _CODE.finditer(text) if code[0] not in source]
    bare = strip_marks(wanted)
    same = [code for code in strange if code[0] == bare] or [
        code for code in strange if fuzz.ratio(strip_marks(code[0]), bare) >= _LIKE_NAME
    ]
    if len(same) != 1:
        return text
    return text[: same[0].start()] + wanted + text[same[0].end() :]


def _mend_number(text: str, source: str, expectation: Expectation, direction: Direction) -> str:
    """Replace a number of the output that the source does not have, if there is just one."""
    sources = [n for n in find_numbers(source, direction.source) if not n.in_date and not n.spelled]
    targets = [n for n in find_numbers(text, direction.target) if not n.in_date and not n.spelled]
    values = {number.value for number in find_numbers(source, direction.source)}
    absent = [n for n in sources if n.value not in {m.value for m in targets}]
    strange = [n for n in targets if n.value not in values]
    mine = [n for n in absent if n.start == expectation.start]
    if len(absent) != 1 or len(strange) != 1 or not mine or mine[0].kind is not strange[0].kind:
        return text
    return text[: strange[0].start] + write_number(mine[0], direction)[0] + text[strange[0].end :]
