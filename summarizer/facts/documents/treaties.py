"""Treaties and laws that no list has, cut where their names end.

A name goes on over capitals, figures and the words that such names are made of; after anything else
it is over. It must have a name of its own in it: "Hiệp định Thương mại tự do" names nothing. A law
counts with its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from summarizer.facts.documents.citation import (
    Citation,
    CitingLine,
    either,
    spelled,
    with_lhq,
)
from summarizer.facts.words.lexicon import table_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.text.folding import CAPITAL, fold

_MOST_WORDS = 22
_WORD = re.compile(r" (?:[^\W_]+(?:['’-][^\W_]+)*|-)(?!\w)")
_NOT_AFTER = re.compile(
    r"(?:to chuc|khoi|lien minh|ngay|mot|cac|nhung|moi|nhieu|hai|ba)(?: cac nuoc)? \Z"
)
_WITH = frozenset({"voi", "cung", "va"})
_LAST = re.compile(rf"(?<![\w]){CAPITAL}\w*\Z")
_YEARS = r"(?:19|20)\d\d(?![\d/-])"
_LAW = re.compile(
    r"(?:(?:[Bb]ộ )[Ll]uật|Luật)(?P<topic>(?:,? (?!(?:sư|gia|mới|này|đó|của|có|được|đã|sẽ|cho|từ|ở"
    r"|tại|vào|trong|ra|là|do|khi|để|về|theo|thì|năm|và|pháp|lệ|số|không|quy|hiện|cũng|bị|đang|liên"
    r"|đầu năm|giữa năm|cuối)(?!\w))[^\W\d_]+(?:-[^\W\d_]+)*(?: và(?= [^\W\d_]))?){1,7})"
    rf"(?: \([^()]{{1,20}}\))?,? (?:sửa đổi,? )?\(?(?:năm )?(?P<year>{_YEARS})"
)
_LAW_EN = re.compile(
    rf"(?:(?P<year>{_YEARS}) (?P<topic>(?:{CAPITAL}\w+ (?:and )?){{1,3}})(?:Law|Code)(?!\w)"
    rf"|Law on (?P<on>{CAPITAL}\w+(?: (?:and )?{CAPITAL}\w+){{0,3}})(?: of| in)? (?P<of>{_YEARS}))"
)
_HEAD_EN = re.compile(
    r"(?<!\w)(?:Convention|Treaty|Charter|Protocol|Covenant|Accords|Agreement|Pact)(?!\w)"
    r"(?! (?:Organi[sz]ation|Cent(?:er|re)|School|Hall|Bureau|Department|Secretariat))"
)
_BEFORE_EN = re.compile(
    rf"(?:(?:{_YEARS}|{CAPITAL}[\w.]*(?:[-–][\w.]+)*(?:['’]s)?)(?: (?:and|of|in))? )+\Z"
)
_AFTER_EN = re.compile(
    rf"(?: (?:on|of|for|against|between|concerning) (?:the )?{CAPITAL}[\w-]*"
    rf"(?:(?: (?:and|of|the|in|on|or|against|to|for)){{0,3}} {CAPITAL}[\w-]*){{0,12}})?"
    rf"(?:(?: of)? {_YEARS})?"
)
_BEFORE_WITHIN = 90
_DETERMINERS = frozenset({
    "The", "This", "That", "Under", "In", "On", "A", "An", "Its", "Our", "Their", "His", "Her",
    "Any", "Every", "Such", "These",
})  # fmt: skip


@cache
def first_words() -> frozenset[str]:
    """The folded words with which these names begin; English laws begin with a year as well."""
    heads = table_of("documents.toml")["treaties"]["heads"]
    return frozenset(fold(head).split()[0] for head in heads) | {"bo", "luat", "law"}


def treaty(line: CitingLine, start: int) -> Citation | None:
    """The treaty whose Vietnamese name begins at ``start``."""
    head = _heads().match(line.folded, start)
    if head is None or _NOT_AFTER.search(line.folded, max(0, start - 20), start):
        return None
    end, own = _name_end(line, head.end())
    if not own or _is_cut(line, end):
        return None
    small = line.text[start].islower() and not line.text[head.end() + 1 : head.end() + 2].isupper()
    if small and not re.search(_YEARS, line.text[start:end]):
        return None
    key = _key(line.folded[start:end])
    if key.partition(" ")[2] in {"lhq", *_states()}:
        return None
    return Citation(start, end, key, listed=False)


def law(line: CitingLine, start: int) -> Citation | None:
    """The law with a year whose name begins at ``start``: "Luật Đất đai năm 2013"."""
    if match := _LAW.match(line.text, start):
        topic = match["topic"].strip()
        if match[0].islower() or not all(map(is_syllable, re.findall(r"\w+", topic))):
            return None
        return _law(start, match.end(), fold(topic), match["year"], line.folded[start:])
    if match := _LAW_EN.match(line.text, start):
        topic = fold((match["topic"] or match["on"]).strip())
        topic = _topics().get(topic, topic)
        return _law(start, match.end(), topic, match["year"] or match["of"], line.folded[start:])
    return None


def _law(start: int, end: int, topic: str, year: str, head: str) -> Citation:
    code = topic in _codes() or head.startswith("bo luat")
    return Citation(start, end, f"{'bo luat' if code else 'luat'} {topic}", year=year)


def english_treaties(line: CitingLine) -> Iterator[Citation]:
    """The treaties with English names, which end with the word for what they are or go on."""
    for head in _HEAD_EN.finditer(line.text):
        first = max(0, head.start() - _BEFORE_WITHIN)
        before = _BEFORE_EN.search(line.text, first, head.start())
        start = before.start() if before else head.start()
        while (word := line.text[start:].split(" ", 1)[0]) in _DETERMINERS:
            start += len(word) + 1
        after = _AFTER_EN.match(line.text, head.end())
        end = after.end() if after else head.end()
        own = [*line.text[start : head.start()].split(), *line.text[head.end() : end].split()]
        named = {word for word in own if word[0].isupper()} - _common()
        if named - _DETERMINERS:
            name = f"{head[0]} {line.text[start : head.start()]}{line.text[head.end() : end]}"
            yield Citation(start, end, _key(fold(name)), listed=False)


def _key(name: str) -> str:
    """What identifies a treaty: what it is in one word of English, and its own words."""
    name = with_lhq(name)
    head = _heads_en().match(name)
    first = "" if head is None else _kinds()[head[0]]
    name = name if head is None else name[head.end() :]
    words = re.findall(r"\w+", re.sub(r"'s | nam (?=\d)", " ", name))
    return " ".join([first, *(word for word in words if word not in _LEFT_OUT)]).strip()


_LEFT_OUT = frozenset({"cua", "ve", "the", "of", "on", "giua"})


def _name_end(line: CitingLine, position: int) -> tuple[int, bool]:
    """Where a name that has begun before ``position`` ends, and whether it has words of its own."""
    end, own, between = position, False, False
    for _ in range(_MOST_WORDS):
        if _heads().match(line.folded, position + 1):
            break
        if known := _known_words().match(line.folded, position):
            position = end = known.end()
        elif joint := _joints().match(line.folded, position):
            # "với" and "và" join two parties, and behind one word for a text they tell but one
            between = between or "giua" in joint[0]
            if not between and joint[0].strip(" ,") in _WITH and not _goes_on(line, joint.end()):
                break
            position = joint.end()
        else:
            word = _WORD.match(line.text, position)
            text = word[0].strip() if word else ""
            if not (text == "-" or text[:1].isupper() or re.fullmatch(_YEARS, text)):
                break
            position += len(text) + 1
            if text != "-":
                end, own = position, own or not text.isdigit()
    return end, own


def _goes_on(line: CitingLine, position: int) -> bool:
    return _known_words().match(line.folded, position) is not None


def _is_cut(line: CitingLine, end: int) -> bool:
    """Whether a name would end within a word: "Hiến chương Giáo | hội"."""
    last = _LAST.search(line.text, 0, end)
    following = _WORD.match(line.text, end)
    if last is None or following is None or not is_syllable(last[0]):
        return False
    word = following[0].strip()
    return word.islower() and is_syllable(word) and fold(word) not in _following()


@cache
def _heads() -> re.Pattern[str]:
    heads = either([spelled(head) for head in table_of("documents.toml")["treaties"]["heads"]])
    return re.compile(rf"(?:{heads})(?!\w)")


@cache
def _heads_en() -> re.Pattern[str]:
    """What any treaty is called, in both languages."""
    return re.compile(rf"(?:{either([re.escape(kind) for kind in _kinds()])})(?!\w)")


@cache
def _kinds() -> dict[str, str]:
    heads = table_of("documents.toml")["treaties"]["heads"]
    return {fold(head): kind for head, kind in heads.items()} | {
        kind: kind for kind in (*heads.values(), "covenant")
    }


@cache
def _states() -> frozenset[str]:
    states = table_of("documents.toml")["states"]
    return frozenset(fold(name) for names in states.values() for name in names)


@cache
def _common() -> frozenset[str]:
    return frozenset(table_of("documents.toml")["treaties"]["common_en"])


@cache
def _known_words() -> re.Pattern[str]:
    words = either([spelled(word) for word in table_of("documents.toml")["treaties"]["words"]])
    return re.compile(rf" (?:{words}|lien (?:hop|hiep) quoc)(?!\w)")


@cache
def _joints() -> re.Pattern[str]:
    joints = either([spelled(word) for word in table_of("documents.toml")["treaties"]["joints"]])
    return re.compile(rf",? (?:{joints})(?!\w)")


@cache
def _following() -> frozenset[str]:
    """What may follow a name."""
    return frozenset(fold(word) for word in table_of("documents.toml")["treaties"]["following"])


@cache
def _codes() -> frozenset[str]:
    """What codes of law are on."""
    return frozenset(fold(topic) for topic in table_of("documents.toml")["codes_of_law"]["topics"])


@cache
def _topics() -> dict[str, str]:
    laws = table_of("documents.toml")["laws"]
    return {fold(name): fold(topic) for topic, names in laws.items() for name in names}
