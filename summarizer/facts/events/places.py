"""Where an event takes place, as its sentence tells it.

After the name ("Hội nghị X tại Huế", "Hội nghị X (Huế, 5/7)", "… diễn ra ở Huế"), before it ("Tại
Huế, trong hội nghị X"), or as where somebody goes to attend it ("tới Huế dự Hội nghị X").
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.reach import Reach
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line, Token

MAX_PLACE = 10
"""Tokens of the longest name of a place."""
_LONGEST_TOWN = 5
"""Tokens of a town that is in no list."""
_AFTER = 24
"""Tokens after the name within which its place stands."""
_BEFORE = 12
"""Tokens within which a place opens the sentence."""
_WAY = 5
"""Tokens of "để tham dự" and the like between a place and the name."""

_IN = frozenset({"tại", "ở", "tai"})
_AND = frozenset({"và", "and"})
_POSTS = frozenset({"đại sứ", "đại diện", "thường trú", "lãnh sự", "phái viên", "văn phòng"})
_TO = frozenset({"tới", "đến", "sang", "về", "tại", "ở"})
_OTHERS = frozenset(
    {"và", "các", "những", "hội", "nghị", "cuộc", "họp", "cấp", "cao", "liên", "quan"}
)


def place_of(
    reach: Reach,
    lexicon: Lexicon,
    *,
    takes_place: bool,
    told: Sequence[tuple[int, int]] = (),
) -> str:
    """The place that a sentence gives for the event it names, or ``""``.

    ``told``: the characters that tell who holds it or where it was not, past which its place may
    come.
    """
    line, mention = reach.line, reach.mention
    if reach.in_turn:
        after = _place_in_turn(reach, lexicon) if takes_place else ""
    else:
        after = _place_after(line, mention, lexicon, takes_place=takes_place, told=told)
    if after:
        return after
    if way := _place_gone_to(line, mention, lexicon):
        return way
    return _place_before(reach, lexicon, takes_place=takes_place, told=told)


def _place_after(
    line: Line,
    mention: EventMention,
    lexicon: Lexicon,
    *,
    takes_place: bool,
    told: Sequence[tuple[int, int]],
) -> str:
    tokens = line.tokens
    position = mention.end
    limit = position + _AFTER
    near = True
    if position < len(tokens) and tokens[position].text == "(":
        end = read_place(line, position + 1, lexicon)
        if end is not None and end + 1 < len(tokens):
            close, following = tokens[end].text, tokens[end + 1].text
            dated = following[0].isdigit() or following == "ngày"
            if close == ")" or (close == "," and dated):
                return line.cut(position + 1, end)
    while position < min(len(tokens), limit):
        token = tokens[position]
        if any(start <= token.start < end for start, end in told):
            position, limit = position + 1, limit + 1
            continue
        if token.text in {";", "."}:
            break
        if token.low in _IN | {"in", "at"} and (takes_place or near):
            sure = takes_place_before(line, position)
            end = read_place(line, position + 1, lexicon, sure=sure)
            if end is not None and not _is_post(line, position):
                return line.cut(position + 1, end)
        if near and token.word and token.low not in _OTHERS:
            near = False
        speech = lexicon.speech.match(tokens, position)
        ends = line.low(position, position + 1) in words_of("events.toml", "ending")
        if speech and speech[1] == "say" and not near and not ends:
            # "… tại hội nghị X, ông Y nói đã có vụ tấn công tại Z"
            break
        other = lexicon.events["formal"].match(tokens, position)
        if other and not near and token.low not in _OTHERS | {"khai"}:
            break
        position += 1
    return ""


def _place_in_turn(reach: Reach, lexicon: Lexicon) -> str:
    """The place of the event read for in "lần lượt tại Huế và Hà Nội", and the one of all in "in
    Hue on July 3 and July 5, respectively".
    """
    line, first = reach.line, reach.mention.end
    for position in range(first, min(len(line.tokens), first + _AFTER)):
        end = None
        if line.tokens[position].low in _IN | {"in", "at"}:
            sure = takes_place_before(line, position)
            end = read_place(line, position + 1, lexicon, sure=sure)
        if end is not None:
            break
    else:
        return ""
    places, joined = [line.cut(position + 1, end)], ""
    while line.low(end, end + 1) in _AND | {","}:
        start = end + 1 + (line.low(end + 1, end + 2) in _AND | _IN | {"in", "at"})
        further = read_place(line, start, lexicon)
        if further is None:
            break
        joined = " ".join(line.lows[end:start])
        places.append(line.cut(start, further))
        end = further
    if len(places) == 1:
        return places[0] if line.low(end, end + 1) not in _AND else ""
    listed = len(places) == reach.turns and bool(_AND & set(joined.split()))
    return places[reach.turn] if listed else ""


def _is_post(line: Line, position: int) -> bool:
    """Whether somebody has a post there: "Đại sứ quán Lào tại Việt Nam"."""
    before = [token.low for token in line.tokens[max(0, position - 6) : position]]
    return any(f"{one} {two}" in _POSTS for one, two in itertools.pairwise(before))


def _is_office(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether an office stands right before: "Một quan chức tại Nhà Trắng"."""
    found = (lexicon.titles.match(line.tokens, max(0, position - n)) for n in (1, 2, 3))
    return any(title is not None and title[0] == position for title in found)


def _place_gone_to(line: Line, mention: EventMention, lexicon: Lexicon) -> str:
    """The place in "tới Philippines để dự Hội nghị X"."""
    tokens = line.tokens
    position = mention.start - 1
    if position < 0 or tokens[position].low not in {"dự", "gia"}:
        return ""
    for start in range(position - 1, max(-1, position - MAX_PLACE - _WAY), -1):
        if tokens[start].low not in _TO:
            continue
        end = read_place(line, start + 1, lexicon)
        if end is None or end > position:
            continue
        between = {token.low for token in tokens[end:position] if token.word}
        return line.cut(start + 1, end) if between <= words_of("events.toml", "to_attend") else ""
    return ""


def _place_before(
    reach: Reach, lexicon: Lexicon, *, takes_place: bool, told: Sequence[tuple[int, int]]
) -> str:
    line, mention = reach.line, reach.mention
    tokens = line.tokens
    first = next((n for n, its in enumerate(tokens) if its.start >= reach.opening), len(tokens))
    for position in range(first, min(mention.start, first + _BEFORE)):
        token = tokens[position]
        if token.low not in _IN or any(start <= token.start < end for start, end in told):
            continue
        end = read_place(line, position + 1, lexicon)
        if end is None or end > mention.start or _is_office(line, position, lexicon):
            continue
        between = {token.low for token in tokens[end : mention.start]}
        right_before = between <= {",", "tại", "trong", "ở"}
        if right_before or (takes_place and not between & words_of("events.toml", "elsewhere")):
            return line.cut(position + 1, end)
    return ""


def takes_place_before(line: Line, position: int) -> bool:
    """Whether the event takes place right before "tại", "in": what follows can only be a place."""
    before = line.low(max(0, position - 2), position).split()
    verbs = words_of("events.toml", "happens_right_before")
    return any(" ".join(before[at:]) in verbs for at in range(len(before)))


def read_place(line: Line, position: int, lexicon: Lexicon, *, sure: bool = False) -> int | None:
    """The end of the place that begins here: a town or country, or a building by name.

    ``sure``: it is told that something takes place there, so a town need not be known.
    """
    tokens = line.tokens
    if position >= len(tokens):
        return None
    lows = [token.low for token in tokens[position : position + 3]]
    if any(" ".join(lows[:n]) in words_of("events.toml", "no_venues") for n in (1, 2, 3)):
        return None
    lead = _place_lead(line, position)
    place = lexicon.places.match(tokens, lead)
    if place and tokens[lead].cap:
        return place[0]
    if lead == position and not tokens[position].cap:
        return None
    if lexicon.events["formal"].match(tokens, position):
        return None
    end = lead
    while end < len(tokens) and end - position < MAX_PLACE:
        if not tokens[end].word:
            # "khách sạn Shangri - La"
            if lead == position or end + 1 >= len(tokens) or not _joins_names(line, end):
                break
            end += 1
            continue
        if lexicon.events["stops"].match(tokens, end) and not tokens[end].cap:
            break
        if lead == position and not tokens[end].cap:
            break
        if lexicon.speech.match(tokens, end) and not tokens[end].cap:
            # "tại Nhà Xanh tiết lộ việc …"
            break
        end += 1
    named = any(token.cap for token in tokens[lead:end])
    if lead > position:
        return end if named else None
    # A run of capitals is a place if it ends with one: "TP Đà Nẵng", "Bắc Ninh".
    last = lexicon.places.match(tokens, end - 1) or lexicon.places.match(
        tokens, max(position, end - 2)
    )
    if named and last and last[0] == end:
        return end
    return _unknown_town(line, position, lexicon, sure=sure)


def _unknown_town(line: Line, position: int, lexicon: Lexicon, *, sure: bool) -> int | None:
    """The end of a town that is in no list: "diễn ra tại X", "tại X (Peru)", "in X, Peru"."""
    tokens = line.tokens
    end = position
    while end < len(tokens) and end - position < _LONGEST_TOWN:
        if tokens[end].word and tokens[end].cap and tokens[end].text.replace("-", "").isalpha():
            end += 1
        elif end > position and end + 1 < len(tokens) and _joins_names(line, end):
            end += 2
        else:
            break
    words = [token for token in tokens[position:end] if token.word]
    if not words or (end < len(tokens) and tokens[end].cap and tokens[end].word):
        return None
    country = (
        end + 1 < len(tokens)
        and tokens[end].text in {",", "("}
        and tokens[end + 1].cap
        and lexicon.places.match(tokens, end + 1) is not None
    )
    if not (sure or country) or any(_is_acronym(token) for token in words):
        return None
    return None if _is_other_name(line, position, end, lexicon) else end


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _is_other_name(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a run of capitals is a person or a body, or begins or ends as one does."""
    tokens = line.tokens
    bodies = words_of("events.toml", "first_of_bodies") | words_of("events.toml", "no_towns")
    if any(token.low in bodies for token in (tokens[start], tokens[end - 1])):
        return True
    known = (lexicon.organisations, lexicon.bodies, lexicon.titles)
    if any(phrases.match(tokens, at) for phrases in known for at in range(start, end)):
        return True
    # "Nguyễn Văn A": no town has a family name before two syllables
    return end - start > 2 and tokens[start].low in lexicon.surnames


def _joins_names(line: Line, mark: int) -> bool:
    """Whether a dash stands between two capitalised words."""
    tokens = line.tokens
    return tokens[mark].text in {"-", "–"} and tokens[mark - 1].cap and tokens[mark + 1].cap


def _place_lead(line: Line, position: int) -> int:
    """The end of the word that opens the name of a place ("thủ đô", "trung tâm"), if one does."""
    for length in (2, 1):
        phrase = " ".join(token.low for token in line.tokens[position : position + length])
        if phrase in words_of("events.toml", "place_leads"):
            return position + length
    return position
