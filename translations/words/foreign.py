"""Words in Latin letters that are no Vietnamese: they stand letter for letter on either side.

A model writes names that it has never seen piece by piece, and may go wrong in the middle
(``Naoli`` for ``Naoki``). A capitalised word of a Vietnamese text that no Vietnamese syllable is
must stand in the English as it is, but for endings and for places that English calls otherwise
(``exonyms.tsv``); a word of a Vietnamese output that is neither Vietnamese nor in its source is a
slip of the model. What is nearly right is put right from the source.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from translations.words.names import VIETNAMESE_SYLLABLE, strip_marks
from translations.words.word_lists import read_rows

_WORD = re.compile(r"(?<![\w@#])[^\W\d_]+(?![\w@])")
_BY_SYLLABLES = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*-[a-zđ][^\W\d_]*(?:-[^\W\d_]+)*", re.ASCII)
_MARKED = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
_SHORTEST = 3
_SHORT = 6
"""Letters of a name from which two of them may be wrong for it to be the same name still."""
_ENDING = r"(?:['’]s?|s|es|e?ans?|ians?|ns?|i|is|ish|ese)?"
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|President|Minister|Ambassador|Chancellor|Premier|Senator|Professor|"
    r"Judge|King|Queen|Prince|Princess|Pope|Governor|Mayor|Colonel|Admiral|Captain|"
    r"spokesman|spokeswoman|spokesperson|Chairman|Chairwoman|Secretary|Representative|"
    r"Commissioner|Counsellor|Congressman)\.?)\s\Z"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A word at ``text[start:end]`` that a translation keeps."""

    start: int
    end: int
    word: str


@functools.cache
def _exonyms() -> dict[str, tuple[str, ...]]:
    return {
        strip_marks(vietnamese.casefold()): tuple(form.strip() for form in english.split("|"))
        for vietnamese, english in read_rows("exonyms.tsv")
    }


@functools.cache
def _capitals() -> frozenset[str]:
    """English words with a capital that are never taken for a misspelt name."""
    return frozenset(word for (word,) in read_rows("capitals.tsv"))


@functools.cache
def _loans() -> frozenset[str]:
    """Words of other languages that Vietnamese newspapers use as their own."""
    return frozenset(word for (word,) in read_rows("loanwords.tsv"))


@functools.cache
def _country_words() -> frozenset[str]:
    """Words of the names of countries in both languages, in small letters."""
    from babel import Locale

    return frozenset(
        word.casefold()
        for language in ("vi", "en")
        for name in Locale(language).territories.values()
        for word in _WORD.findall(name)
    )


@functools.cache
def _renamed() -> frozenset[str]:
    """Names of countries in Vietnamese that English does not have, in small letters."""
    from babel import Locale

    vietnamese, english = (Locale(code).territories for code in ("vi", "en"))
    return frozenset(
        name.casefold() for code, name in vietnamese.items() if english.get(code, name) != name
    )


def is_renamed(name: str) -> bool:
    """Whether a Vietnamese name of a place has another name in English (``Campuchia``)."""
    return name.casefold() in _renamed() or name.casefold() in _exonyms()


def is_vietnamese(word: str) -> bool:
    """Whether a word could be a Vietnamese syllable by its shape, marks aside."""
    return VIETNAMESE_SYLLABLE.fullmatch(strip_marks(word.lower())) is not None


class Cover:
    """Which letters of a text are taken: many spans in a long text are asked for often."""

    def __init__(self, size: int, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._taken = bytearray(size)
        for start, end in spans:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Take ``[start:end]``."""
        self._taken[start:end] = b"\1" * (min(end, len(self._taken)) - start)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of ``[start:end]`` is taken."""
        return not any(self._taken[start:end])


@functools.lru_cache(maxsize=64)
def _bare(text: str) -> str:
    """A text without marks; it is asked for once for each of its names."""
    return strip_marks(text)


@functools.lru_cache(maxsize=1024)
def _foreign_words(text: str) -> tuple[Kept, ...]:
    spelt = Cover(len(text), (match.span() for match in _BY_SYLLABLES.finditer(text)))
    found = [
        Kept(match.start(), match.end(), match.group())
        for match in _WORD.finditer(text)
        if len(match.group()) >= _SHORTEST
        and match.group()[0].isupper()
        and not match.group().isupper()
        and not is_vietnamese(match.group())
        and match.group().casefold() not in _loans()
        and spelt.free(*match.span())
    ]
    # Letters that Vietnamese has, too, are those of a foreign name beside another part of one
    # ("Viorica Dăncilă"), else slips.
    plain = [word for word in found if not _MARKED.search(word.word)]
    ends = {end for word in plain for end in (word.start - 1, word.end + 1)}
    return tuple(
        word for word in found if not _MARKED.search(word.word) or {word.start, word.end} & ends
    )


def unmarked_names(source: str) -> str:
    """Vietnamese ``source`` with foreign names without the letters that Vietnamese has, too, which
    the models take for Vietnamese.

    >>> unmarked_names("Thủ tướng Viorica Dăncilă")
    'Thủ tướng Viorica Dancila'
    """
    for word in reversed(_foreign_words(source)):
        if not _MARKED.search(word.word):
            continue
        source = source[: word.start] + strip_marks(word.word) + source[word.end :]
    return source


def kept_words(source: str, taken: Sequence[tuple[int, int]] = ()) -> list[Kept]:
    """The capitalised words of Vietnamese ``source`` that an English translation keeps."""
    cover = Cover(len(source), taken)
    return [word for word in _foreign_words(source) if cover.free(word.start, word.end)]


def kept_names(source: str, taken: Sequence[tuple[int, int]] = ()) -> list[Kept]:
    """The names in English ``source`` that a title tells (``Chancellor Oberhausen``), and that a
    Vietnamese translation keeps.
    """
    found: list[Kept] = []
    cover = Cover(len(source), taken)
    words = [word for word in _foreign_words(source) if word.word not in _capitals()]
    for word in words:
        after_name = found and source[found[-1].end : word.start] == " "
        titled = after_name or _TITLE.search(source, max(0, word.start - 24), word.start)
        if titled and cover.free(word.start, word.end):
            found.append(word)
    return found


def stands(word: str, text: str) -> bool:
    """Whether a kept word stands in a translation, with an ending or as English calls the place."""
    bare, where = strip_marks(word), _bare(text)
    forms = [re.escape(bare), *map(re.escape, _exonyms().get(bare.casefold(), ()))]
    if bare[-1] in "aeiouy":
        forms.append(re.escape(bare[:-1]) + r"(?:ian|an|ine|e|ean|ese|ish|i)")
    pattern = rf"(?<![^\W_])(?:{'|'.join(forms)}){_ENDING}(?![^\W_])"
    return re.search(pattern, where, re.IGNORECASE) is not None


def mend_word(word: str, text: str, source: str, taken: Sequence[tuple[int, int]]) -> str:
    """``text`` with ``word`` in the place of the one word that is nearly it; as it was if there is
    none. Words that stand in the source, and what is ``taken``, are left.
    """
    from rapidfuzz.distance import Levenshtein

    given = {strip_marks(w.casefold()) for w in _WORD.findall(source)}
    cover = Cover(len(text), taken)
    key = strip_marks(word).casefold()
    most = 1 if len(key) < _SHORT else 2
    best: list[tuple[int, re.Match[str]]] = []
    for match in _WORD.finditer(text):
        found = strip_marks(match.group()).casefold()
        if (
            not match.group()[0].isupper()
            or match.group() in _capitals()
            or found in given
            or (most == 1 and found[0] != key[0])
            or not cover.free(*match.span())
        ):
            continue
        distance = Levenshtein.distance(found, key)
        if 0 < distance <= most:
            best.append((distance, match))
    if not best:
        return text
    best.sort(key=lambda entry: entry[0])
    if len(best) > 1 and best[0][0] == best[1][0] and best[0][1][0] != best[1][1][0]:
        return text
    wrong = best[0][1].group()
    return re.sub(rf"(?<![^\W_]){re.escape(wrong)}(?![^\W_])", lambda _: word, text)


def strange_words(text: str, source: str, known: Container[str] = ()) -> list[Kept]:
    """Words of Vietnamese ``text`` that are neither Vietnamese nor in its English ``source``.

    ``known`` holds words that Vietnamese has all the same, in small letters.
    """
    given = {strip_marks(word.casefold()) for word in _WORD.findall(source)}
    spelt = Cover(len(text), (match.span() for match in _BY_SYLLABLES.finditer(text)))
    found: list[Kept] = []
    for match in _WORD.finditer(text):
        word = match.group()
        low = strip_marks(word.casefold())
        if (
            len(word) >= _SHORTEST
            and not word.isupper()
            and not is_vietnamese(word)
            and low not in given
            and not any(_derived(form, low) for form in given)
            and word.casefold() not in known
            and low not in _loans()
            and low not in _exonyms()
            and low not in _country_words()
            and spelt.free(*match.span())
        ):
            found.append(Kept(match.start(), match.end(), word))
    return found


def _derived(word: str, root: str) -> bool:
    """Whether ``word`` is ``root`` with an English ending: ``Siberian``, ``birds``."""
    if not word.startswith(root[:-1]):
        return False
    return word[len(root) - 1 :] in {root[-1] + end for end in _ENDINGS} | _ENDINGS


_ENDINGS = frozenset(["s", "es", "n", "an", "ian", "ns", "ans", "ians", "ese", "i", "ish", "ine"])


def mend_foreign(text: str, source: str, known: Container[str] = ()) -> str:
    """Vietnamese ``text`` with misspelt names put right from its English ``source``: a strange
    word that is nearly a word of the source, or that stands beside a name of the source in the
    place of the one beside it there (``Sebastian Oberhausen`` for ``Friedrich Oberhausen``).
    """
    for strange in strange_words(text, source, known):
        if not strange.word[0].isupper() or strange.word not in text:
            continue
        lacking = [
            word
            for word in _foreign_words(source)
            if word.word not in _capitals() and not stands(word.word, text)
        ]
        right = _nearest(strange.word, lacking) or _beside(strange, text, source, lacking)
        if right:
            text = re.sub(rf"(?<![^\W_]){re.escape(strange.word)}(?![^\W_])", right, text)
    return text


def _nearest(word: str, names: Sequence[Kept]) -> str | None:
    from rapidfuzz.distance import Levenshtein

    key = strip_marks(word).casefold()
    ranked = sorted(
        (Levenshtein.distance(key, strip_marks(name.word).casefold()), name.word) for name in names
    )
    if not ranked or ranked[0][0] > (1 if len(ranked[0][1]) < _SHORT else 2):
        return None
    return ranked[0][1]


def _beside(strange: Kept, text: str, source: str, names: Sequence[Kept]) -> str | None:
    """The lacking name whose neighbour in the source is the strange word's neighbour."""
    after = re.match(r"\s([^\W\d_]+)", text[strange.end :])
    before = re.search(r"([^\W\d_]+)\s\Z", text[: strange.start])
    for name in names:
        if after and re.match(rf"\s{re.escape(after[1])}(?!\w)", source[name.end :]):
            return name.word if not is_vietnamese(after[1]) else None
        if before and re.search(rf"(?<!\w){re.escape(before[1])}\s\Z", source[: name.start]):
            return name.word if not is_vietnamese(before[1]) else None
    return None


_BRACKETED = re.compile(r"\(([^\W\d_][\w&-]{1,11})\)")


def mend_letters(text: str, source: str) -> str:
    """``text`` with abbreviations in brackets put right: where as many stand in both, and one of
    the source, in plain capitals, is lacking, it stands in the place of the other's.
    """
    asked, found = list(_BRACKETED.finditer(source)), list(_BRACKETED.finditer(text))
    if not asked or len(asked) != len(found):
        return text
    for there, here in reversed(list(zip(asked, found, strict=True))):
        letters, said = there[1], here[1]
        if (
            letters.isascii()
            and letters.isupper()
            and letters != said
            and not re.search(rf"(?<!\w){re.escape(said)}(?!\w)", source)
            and said[:1].casefold() in letters.casefold()
            and _likeness(letters, said)
        ):
            text = text[: here.start(1)] + letters + text[here.end(1) :]
    return text


def mend_capitals(text: str, source: str) -> str:
    """``text`` with misspelt abbreviations put right: ``BICS`` where the source has ``BRICS``."""
    from rapidfuzz.distance import Levenshtein

    asked, found = set(_CAPITALS.findall(source)), set(_CAPITALS.findall(text))
    for letters in sorted(asked - found):
        most = 1 if len(letters) < _SHORT else 2
        near = [said for said in found - asked if Levenshtein.distance(letters, said) <= most]
        if len(near) == 1 and not source.isupper():
            text = re.sub(rf"(?<![\w-]){near[0]}(?![\w-])", letters, text)
    return text


_CAPITALS = re.compile(r"(?<![\w/-])[A-Z]{4,12}(?![\w/-])")


def _likeness(letters: str, said: str) -> bool:
    """Whether two abbreviations are so alike that one is the other with slips."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(letters.casefold(), said.casefold()) <= max(1, len(letters) // 2)
