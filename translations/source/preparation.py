"""Taking a text apart into what is to be translated and what goes through as it is.

White space, list marks, table cells, addresses, emoji, other scripts and text that is in the
target language already are literal; the rest are sentences. What comes out has every literal at
its place. A literal in the middle of a sentence travels through the model as a stand-in
(``XYZ``) that models copy; where one does not come back, the sentence is translated in parts
around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.text.language import detect_language
from summarizer.text.sentences import split_sentences
from translations.engine import Direction
from translations.source.casing import is_syllable
from translations.words.foreign import is_renamed
from translations.words.made_up_words import is_word
from translations.words.names import without_places
from translations.words.vietnamese_abbreviations import is_vietnamese_abbreviation

_STAND_INS = ("XYZ", "QZX", "ZKQ", "XQK", "QKZ", "ZXQ")
_LINE = re.compile(r"(\r?\n|\t|\s*\|\s*)")
_INLINE_ITEM = re.compile(r"(?<=;)(\s+)(?=\(?(?:\d{1,2}|[a-zđ])\)\s)")
"""Before the second and later items of a list within a line: ``1) …; 2) …``."""
_LIST_MARK = re.compile(r"^\s*(?:(?:[-–—•*+►▪●■◦]|\(?\d{1,2}[.)]|[a-zđ][.)])\s+)?")
_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"”’]*[^\s<>\"”’.,;:!?)\]]|[\w.+-]+@[\w-]+\.[\w.-]*\w|(?<!\w)[@#]\w+"
)
_KNOWN = (
    "\u0020-\u003f\u0041-\u007a|~"
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
    "“”„‟«»‘’‚‛′″–—―‐‑‒−…€£¥°·×±²³½¼¾%\u00a0\u2009\u202f\u00ad"
)
_STRANGE = rf"\S*[^{_KNOWN}\s]\S*(?:\s+\S*[^{_KNOWN}\s]\S*)*"
_PLACEHOLDER = r"\$?\{[^{}\n]{0,40}\}|(?<![\w%])%[a-z](?!\w)"
_LONG_WORD = r"\S{41,}"
_TAG = r"</?[A-Za-z][^<>]*>"
_LITERAL = re.compile(f"{_ADDRESS}|{_PLACEHOLDER}|{_TAG}|{_LONG_WORD}|{_STRANGE}")
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DATELINE = re.compile(
    rf"(?P<place>[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){{0,2}})(?:(?P<comma>, )"
    rf"(?P<date>{_MONTHS}\.? \d{{1,2}}))?(?P<agency> ?\([A-Z][\w./ ]{{1,19}}\) ?[-–—] ?)(?=\S)"
)
_EDGE = "\"'“”‘’()[]«».,;:!?…"
_OPENING, _CLOSING = "([“‘«", ")]”’»"
_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY = 0.7
"""Share of Vietnamese syllables among the small words of Vietnamese without its marks."""
_FEWEST_ENGLISH = 3
_HALF_ENGLISH = 0.25
"""Small English words in a Vietnamese text, and the share of them, for half of it to be English:
those of the shape of a syllable are not counted."""
_TRANSLATABLE = re.compile(r"[^\W\d_]{2}|[Ýý]")
"""A word: single letters number the items of a list, but for the country."""
_QUOTED = re.compile('"([^"]{8,})"|“([^”]{8,})”|«([^»]{8,})»|\\(([^()]{8,})\\)')
_VIETNAMESE_LETTER = re.compile(
    "[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE
)


@dataclass(slots=True)
class Part:
    """A piece of a text.

    Attributes:
        text: what it is in the source, with stand-ins for literals inside it.
        literal: goes through as it is.
        stand_ins: stand-in → what it stands for.
        strange: literal because its language is neither source nor target.
    """

    text: str
    literal: bool
    stand_ins: dict[str, str] = field(default_factory=dict)
    strange: bool = False

    def restore(self, translated: str) -> str | None:
        """``translated`` with the literals back, or ``None`` where one got lost or doubled."""
        for stand_in in self.stand_ins:
            if translated.count(stand_in) != 1 or not re.search(
                rf"(?<![^\W_]){stand_in}(?![^\W_])", translated
            ):
                return None
        for stand_in, literal in self.stand_ins.items():
            translated = translated.replace(stand_in, literal)
        return translated

    def around(self) -> list[Part]:
        """The part cut at its literals: how it is translated when a stand-in was lost."""
        if not self.stand_ins:
            return [self]
        pattern = "(" + "|".join(map(re.escape, self.stand_ins)) + ")"
        parts: list[Part] = []
        for piece in re.split(pattern, self.text):
            if piece in self.stand_ins:
                parts.append(Part(self.stand_ins[piece], literal=True))
            elif _TRANSLATABLE.search(piece):
                parts += _with_space(piece, Part(piece.strip(), literal=False))
            elif piece:
                parts.append(Part(piece, literal=True))
        return parts


_ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_UNSEEN = "\x00-\x08\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_UNSEEN_IN_WORDS = re.compile(f"(?<=[{_KNOWN}])[{_UNSEEN}]+|[{_UNSEEN}]+(?=[{_KNOWN}])")


def legible(text: str) -> str:
    """``text`` without what nobody sees in it: control characters, marks of the direction of
    writing and breaks of no width beside letters that the models know. Within other scripts and
    emoji they stay.
    """
    return _UNSEEN_IN_WORDS.sub("", _ESCAPE.sub("", text))


def take_apart(text: str, direction: Direction) -> list[Part]:
    """The parts of ``text``; joined, they are ``text``."""
    parts: list[Part] = []
    cells = _LINE.split(unicodedata.normalize("NFC", text))
    for cell in (item for line in cells for item in _INLINE_ITEM.split(line)):
        if not cell:
            continue
        if _LINE.fullmatch(cell) or not _TRANSLATABLE.search(cell):
            parts.append(Part(cell, literal=True))
            continue
        mark = _LIST_MARK.match(cell)
        body = cell[mark.end() :] if mark else cell
        if mark and mark.group():
            parts.append(Part(mark.group(), literal=True))
        if direction is Direction.EN_VI and (dateline := _DATELINE.match(body)):
            parts += _dateline(dateline)
            body = body[dateline.end() :]
        parts += _sentences(body, direction)
    return parts


def _dateline(match: re.Match[str]) -> list[Part]:
    """``HANOI, July 14 (Wire) - ``: place and date are no part of the sentence after them."""
    return [
        Part(text, literal=text != match["place"])
        for text in match.group("place", "comma", "date", "agency")
        if text
    ]


def _sentences(body: str, direction: Direction) -> list[Part]:
    parts: list[Part] = []
    reached = 0
    for sentence in split_sentences(body):
        at = body.find(sentence, reached)
        if at < 0:
            # The splitter changed something on the way: the text is taken whole instead.
            return _with_space(body, *_sentence(body.strip(), direction))
        if at > reached:
            parts.append(Part(body[reached:at], literal=True))
        parts += _sentence(sentence, direction)
        reached = at + len(sentence)
    if reached < len(body):
        parts.append(Part(body[reached:], literal=True))
    return parts


def _sentence(sentence: str, direction: Direction) -> list[Part]:
    quoted = _quoted_in_target(sentence, direction)
    rest = sentence
    for start, end in reversed(quoted):
        rest = rest[:start] + rest[end:]
    verdict = _foreign(_LITERAL.sub(" ", rest), direction)
    if verdict is not None:
        return [Part(sentence, literal=True, strange=verdict)]
    literals = [_trim(match) for match in _LITERAL.finditer(sentence)]
    literals = quoted + [
        (a, b) for a, b in literals if a < b and all(b <= c or d <= a for c, d in quoted)
    ]
    literals.sort()
    head, tail = 0, len(sentence)
    # Literals at either end need no stand-in.
    while literals and not _TRANSLATABLE.search(sentence[head : literals[0][0]]):
        head = literals.pop(0)[1]
    while literals and not _TRANSLATABLE.search(sentence[literals[-1][1] : tail]):
        tail = literals.pop()[0]
    # What opens or closes around a literal goes with it.
    while head and head < tail and sentence[head] in _CLOSING:
        head += 1
    while tail < len(sentence) and head < tail and sentence[tail - 1] in _OPENING:
        tail -= 1
    core = sentence[head:tail]
    if literals and not _TRANSLATABLE.search(_LITERAL.sub("", core)):
        return [Part(sentence, literal=True)]
    if not _TRANSLATABLE.search(core):
        return [Part(sentence, literal=True)]
    parts = [Part(sentence[:head], literal=True)] if head else []
    names = [name for name in _STAND_INS if name not in sentence]
    for start, end, within in _with_few(head, tail, literals, len(names)):
        parts += _with_stand_ins(sentence, start, end, within, names)
    if tail < len(sentence):
        parts.append(Part(sentence[tail:], literal=True))
    return parts


_Span = tuple[int, int]


def _with_few(
    head: int, tail: int, literals: Sequence[_Span], most: int
) -> Iterator[tuple[int, int, Sequence[_Span]]]:
    """Stretches of a text from ``head`` to ``tail``, each with at ``most`` so many literals: what
    has more is cut at a literal, which is a stretch of its own.
    """
    for first in range(0, len(literals), most + 1):
        cut = first + most
        if cut >= len(literals):
            break
        start, end = literals[cut]
        yield head, start, literals[first:cut]
        yield start, end, [(start, end)]
        head = end
    yield head, tail, literals[len(literals) - len(literals) % (most + 1) :]


def _with_stand_ins(
    sentence: str, head: int, tail: int, literals: Sequence[_Span], names: Sequence[str]
) -> list[Part]:
    """``sentence[head:tail]`` with stand-ins for its literals."""
    if [(head, tail)] == list(literals):
        return [Part(sentence[head:tail], literal=True)]
    stand_ins: dict[str, str] = {}
    pieces: list[str] = []
    reached = head
    for name, (start, end) in zip(names, literals, strict=False):
        stand_ins[name] = sentence[start:end]
        pieces += [sentence[reached:start], name]
        reached = end
    pieces.append(sentence[reached:tail])
    core = sentence[head:tail]
    if not _TRANSLATABLE.search(_LITERAL.sub("", core)):
        return [Part(core, literal=True)] if core else []
    return _with_space(core, Part("".join(pieces).strip(), literal=False, stand_ins=stand_ins))


def _quoted_in_target(sentence: str, direction: Direction) -> list[tuple[int, int]]:
    """What stands in quotation marks or brackets and is in the target language already."""
    spans = [
        next(match.span(group) for group in range(1, 5) if match[group] is not None)
        for match in _QUOTED.finditer(sentence)
    ]
    return [
        (start, end)
        for start, end in spans
        if len(_WORD.findall(sentence[start:end])) > 2
        and detect_language(sentence[start:end]) == direction.target
        and (direction is Direction.EN_VI) == bool(_VIETNAMESE_LETTER.search(sentence[start:end]))
    ]


def _trim(match: re.Match[str]) -> tuple[int, int]:
    """The span of a literal without the brackets and signs around it."""
    start, end = match.span()
    text = match.string
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _with_space(source: str, *parts: Part) -> list[Part]:
    """``parts`` between the white space at the ends of ``source``."""
    lead = source[: len(source) - len(source.lstrip())]
    trail = source[len(source.rstrip()) :] if source.strip() else ""
    return [
        *([Part(lead, literal=True)] if lead else []),
        *parts,
        *([Part(trail, literal=True)] if trail else []),
    ]


def _foreign(sentence: str, direction: Direction) -> bool | None:
    """Whether a sentence is left as it is: ``False`` since it is in the target language already,
    ``True`` since it is in neither or in both; ``None`` if it is to be translated.
    """
    words = re.findall(r"[^\W\d_]+", sentence)
    marked = len(_VIETNAMESE_LETTER.findall(sentence))
    if direction is Direction.VI_EN and _is_abbreviated(words):
        # "UBND TP HCM" has no letter that tells
        return None
    if len(words) < 3:
        if direction is Direction.VI_EN and is_renamed(" ".join(words)):
            return None
        names = words and direction is Direction.VI_EN and not any(map(is_syllable, words))
        return False if names else None
    if direction is Direction.VI_EN and marked >= max(1, len(words) // 8):
        return None
    language = detect_language(sentence)
    if direction is Direction.EN_VI and not marked and _is_english(sentence, language):
        return None
    if language == direction.target:
        return direction is Direction.EN_VI and _is_mixed(words)
    if language == "other" and len(words) >= 5 and not marked:
        # A headline has no small words to be known by: one English word must not be outweighed.
        plain_english = direction is Direction.EN_VI and sentence.isascii()
        return None if plain_english and detect_language(f"{sentence} the") == "en" else True
    return None


def _is_abbreviated(words: Sequence[str]) -> bool:
    """Whether there are Vietnamese abbreviations among words of which none is plainly English."""
    return any(map(is_vietnamese_abbreviation, words)) and not any(
        is_word(word.lower()) and not is_syllable(word.lower()) for word in words if word.isascii()
    )


def _is_mixed(words: Sequence[str]) -> bool:
    """Whether what is Vietnamese by its greater part has much English in it."""
    english = [word for word in words if word.isascii() and word.islower()]
    english = [word for word in english if not is_syllable(word)]
    return len(english) >= max(_FEWEST_ENGLISH, _HALF_ENGLISH * len(words))


def _is_english(sentence: str, language: str) -> bool:
    """Whether a text without marks is no Vietnamese though it is of Vietnamese names, or looks
    Vietnamese for them: the small words that are no English tell, or all where there are none.
    """
    words = re.findall(r"[^\W\d_]+", without_places(sentence))
    if _SMALL_ENGLISH.issuperset(words) or _ENGLISH_PLACE.search(sentence):
        return True
    if language != Direction.EN_VI.target:
        return False
    small = [word for word in words if word.islower() and word not in _SMALL_ENGLISH]
    told = small or words
    return sum(map(is_syllable, told)) < _MOSTLY * len(told)


_ENGLISH_PLACE = re.compile(
    r"(?<=[A-Za-z] )(?:City|Province|District|Commune|Bay|Islands?|Archipelago|Delta|Airport|Port"
    r"|River|CITY|PROVINCE|DISTRICT|ISLANDS?|AIRPORT)\b"
)
"""``Ho Chi Minh City``: what English calls a place after its name."""
_SMALL_ENGLISH = frozenset(
    """a an and at be but by can do go he how i in it me no not on so than that the them then to
    too us we who you""".split()  # noqa: SIM905 - words are read best as a text
)
"""Small words of English; some have the shape of Vietnamese syllables."""


def put_together(parts: Sequence[Part], translated: Sequence[str]) -> str:
    """The parts joined, with ``translated`` in the places of those that are not literal."""
    texts = iter(translated)
    return "".join(part.text if part.literal else next(texts) for part in parts)
