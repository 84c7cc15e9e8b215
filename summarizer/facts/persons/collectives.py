"""Groups in office that no gazetteer names: "11 nước thành viên còn lại", "các bên có liên quan".

Vietnamese builds them from a word of number ("các", "hai", "11", "đại diện"), a head ("nước",
"địa phương", "bộ trưởng") and what narrows it ("còn lại", "trong khu vực", "ASEAN", "của Nga");
several are joined by commas or "và". A head alone counts if a name or "này" follows: "Cục Hải sản".
"""

from __future__ import annotations

import itertools

from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line

MAX_PHRASE = 24
"""Tokens of the longest phrase."""

_JOINTS = frozenset({",", "và", "cùng", "-", "–", "and", "với", "lẫn", "hay", "hoặc"})
MAX_UNKNOWN = 6
"""Tokens that narrow a group without standing in any list."""

_VERBAL = frozenset({"sẽ", "cần", "phải", "nên", "đã", "đang", "cũng", "đều", "will", "should"})
_INTO = frozenset({"vào", "ở", "tại", "cho"})
_CONTINENT, _TONGUE = "châu", "ngữ"
_LINKS = frozenset({"của", "ở", "tại", "thuộc", "trong", "of", "in"})


def collective_end(line: Line, start: int, lexicon: Lexicon) -> int | None:
    """The token after the group that begins at ``start``, or None if none does."""
    end = _one_end(line, start, lexicon)
    while end is not None and end < len(line.tokens) and line.tokens[end].low in _JOINTS:
        at = end + 1
        while at < len(line.tokens) and line.tokens[at].low in _JOINTS:
            at += 1
        joined = _one_end(line, at, lexicon, joined=True)
        if joined is None or joined - start > MAX_PHRASE:
            break
        end = joined
    return end


def collectives_in(line: Line, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The groups of a line, first token and the one after the last; one may stand in another."""
    numbers, heads = (lexicon.groups[key].found_in(line) for key in ("numbers", "heads"))
    return [
        (start, end)
        for start, token in enumerate(line.tokens)
        # with anything else no group begins
        if start in numbers or start in heads or token.text.isdigit()
        if (end := collective_end(line, start, lexicon)) is not None
    ]


def _one_end(line: Line, start: int, lexicon: Lexicon, *, joined: bool = False) -> int | None:
    tokens = line.tokens
    groups = lexicon.groups
    position = start
    counted = joined
    while position < len(tokens):
        counts = groups["numbers"].match(tokens, position)
        if counts:
            position, counted = counts[0], True
        elif tokens[position].text.isdigit() and len(tokens[position].text) <= 3:
            position, counted = position + 1, True
        else:
            break
    head = groups["heads"].match(tokens, position)
    if head and tokens[head[0] - 1].low == "nhóm" and _heads_things(line, head[0]):
        # "6 nhóm giải pháp" are measures, no people
        return None
    if head is None:
        name = _name_end(line, position, lexicon) if joined or position > start else None
        return narrowed(line, name, lexicon) if name is not None else None
    end = narrowed(line, head[0], lexicon)
    if tokens[position].cap:
        end = narrowed(line, max(end, _proper_end(line, head[0], lexicon)), lexicon)
    if counted or (tokens[position].cap and end > head[0]):
        end = _unknown_end(line, end, lexicon)
    return end if counted or end > head[0] else None


def _heads_things(line: Line, position: int) -> bool:
    """Whether measures follow: a group of them does nothing itself."""
    words = words_of("tasks.toml", "measures") | words_of("tasks.toml", "put_forward")
    return any(line.low(position, position + length) in words for length in (1, 2))


def narrowed(line: Line, position: int, lexicon: Lexicon) -> int:
    """Where the words that narrow a head end."""
    tokens = line.tokens
    while position < len(tokens):
        hit = lexicon.groups["narrows"].match(tokens, position)
        if hit and _invests(line, position):
            # "mong các doanh nghiệp | đầu tư vào Việt Nam"
            break
        if hit:
            position = hit[0]
            continue
        area = lexicon.groups["areas"].match(tokens, position)
        if area and (town := _name_end(line, area[0], lexicon)) is not None:
            # "Hội Sinh viên thành phố Hà Nội"
            position = town
            continue
        if (named := _name_end(line, position, lexicon)) is not None:
            position = named
            continue
        if tokens[position].low in _LINKS:
            named = _name_end(line, position + 1, lexicon)
            group = lexicon.groups["heads"].match(tokens, position + 1)
            if group and tokens[position + 1].cap:
                # "các thành viên của Uỷ ban Quốc gia X"
                named = max(named or 0, _proper_end(line, group[0], lexicon))
            elif named is None and group:
                named = group[0]
            if named is not None:
                position = named
                continue
        break
    return position


def _invests(line: Line, position: int) -> bool:
    """Whether "đầu tư" is what is to be done, and no more tells which are meant."""
    if line.low(position, position + 2) != "đầu tư":
        return False
    tokens = line.tokens[position + 2 :]
    if not tokens or tokens[0].low not in _INTO:
        return False
    clause = itertools.takewhile(lambda token: token.text not in {",", ";", "."}, tokens)
    return all(token.low not in _VERBAL for token in clause)


def _name_end(line: Line, position: int, lexicon: Lexicon) -> int | None:
    """Where a name that begins here ends: a place, a body, a field, or words with capitals."""
    tokens = line.tokens
    if position >= len(tokens):
        return None
    ends = [
        hit[0]
        for phrases in (lexicon.places, lexicon.organisations, lexicon.fields)
        if (tokens[position].cap or tokens[position].low == _CONTINENT)
        and (hit := phrases.match(tokens, position))
    ]
    if ends:
        end = max(ends)
        # "các nước Pháp ngữ"
        return end + (end < len(tokens) and tokens[end].low == _TONGUE)
    end = position
    while end < len(tokens) and tokens[end].cap:
        end += 1
    return end if end > position else None


def _proper_end(line: Line, position: int, lexicon: Lexicon) -> int:
    """Where the name of a body ends: after each capital one small syllable may stand, and "và" may
    join two parts ("Bộ Khoa học và Công nghệ").
    """
    tokens = line.tokens
    while position < len(tokens):
        joint = tokens[position].low in {"và", "-", "–"} and position + 1 < len(tokens)
        start = position + 1 if joint else position
        if not tokens[start].cap:
            return position
        field = lexicon.fields.match(tokens, start)
        if field and field[0] > start + 1:
            # "Bộ trưởng Ngoại giao", though "giao" is a verb too
            position = field[0]
            continue
        position = start + 1
        if (
            position < len(tokens)
            and tokens[position].text.islower()
            and tokens[position].low not in _JOINTS
            and is_syllable(tokens[start].text)
            and not _ends_place(line, position, lexicon)
            and not _begins_verb(line, position, lexicon)
            and not any(
                lexicon.tasks[key].match(tokens, position) for key in ("strong", "verbs", "work")
            )
        ):
            position += 1
    return position


def _ends_place(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a known place ends here: "Bộ Quốc phòng Hoa Kỳ | tiếp tục …"."""
    return any(
        (place := lexicon.places.match(line.tokens, start)) and place[0] == position
        for start in range(max(0, position - 3), position)
    )


def _unknown_end(line: Line, position: int, lexicon: Lexicon) -> int:
    """Where words that narrow a group and no list has end: "các cơ quan lập pháp tối cao sẽ …"."""
    tokens = line.tokens
    for at in range(position, min(len(tokens), position + MAX_UNKNOWN + 1)):
        if tokens[at].low in _VERBAL:
            return at
        if not tokens[at].text.islower() or _begins_verb(line, at, lexicon):
            break
        if any(lexicon.tasks[key].match(tokens, at) for key in ("strong", "verbs")):
            # "các nước A tăng cường hỗ trợ các nước đang …"
            break
    return position


def _begins_verb(line: Line, position: int, lexicon: Lexicon) -> bool:
    low = line.tokens[position].low
    if low in _VERBAL or low in _LINKS or low in {"là", "có", "được", "bị", "cho", "để", "mà"}:
        return True
    return lexicon.speech.match(line.tokens, position) is not None or any(
        lexicon.tasks[key].match(line.tokens, position) for key in ("intentions", "modals")
    )
