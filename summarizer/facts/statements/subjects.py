"""Who is the subject of a verb of speech: persons, bodies, lists of both."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.persons.cast import FEMALE, MALE, Actor, subject_position
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun
from summarizer.text.folding import fold

MAX_GAP = 45
"""Words between a subject and its verb."""

MAX_ADVERBS = 2
"""Words between a verb and what stands right before it: "X hôm qua khẳng định"."""

MAX_BODY_GAP = 6
"""The same for institutions, which are often named without saying anything; groups of people
("các đại biểu") are read as persons are.
"""

_ADVERBS = frozenset({"ấy", "cũng", "đã", "từng", "còn", "đều", "luôn", "vẫn", "có", "lại"})
_OWNED = frozenset({"của", "of"})
_CLAUSE_ENDS = frozenset({";", ".", "?", "!", "…"})

MAX_TOLD = 4
"""The same after a paper's "cho biết": "Hãng tin A cho biết X đã gửi điện chúc mừng"."""

MAX_AIDE = 12
"""Words from an unnamed spokesman to the verb."""

MAX_OWNER = 5
"""Tokens of the first of those whose something is, with the comma behind."""

MAX_GROUP = 7
"""Words of an unnamed group before its verb: "một số cựu quan chức cấp cao"."""

Body = tuple[int, int, str]
"""Where a body stands in a line, first and last token (exclusive), and its name."""


def is_inside(line: Line, position: int) -> bool:
    return position < len(line.inside) and line.inside[position]


def speak_with(line: Line, subject: Actor | Body, actors: Sequence[Actor]) -> list[Actor]:
    """Those who speak with the subject: "A và B khẳng định", "A, B và C"."""
    if not isinstance(subject, Actor):
        return []
    found: list[Actor] = []
    start = subject.start
    joint = False
    for actor in reversed([a for a in actors if a.end < subject.start]):
        link = [token.low for token in line.tokens[actor.end : start]]
        both = not actor.named and not subject.named and link in (["-"], ["–"])
        if link not in (["và"], [","], ["cùng"], ["and"]) and not both:
            break
        if not joint and link == [","]:
            break
        joint = True
        start = actor.start
        if actor.who != subject.who:
            found.append(actor)
    after_report = start > 0 and line.tokens[start - 1].low in {"tin", "biết", "hay", "rằng"}
    if found and not (found[-1].subject or subject_position(line, found[-1].start) or after_report):
        return []
    return found


def subject_of(
    line: Line,
    verb: int,
    actors: Sequence[Actor],
    bodies: Sequence[Body],
    lexicon: Lexicon,
) -> Actor | Body | None:
    """The subject of the verb at ``verb``."""
    near: list[tuple[int, int, Actor | Body, bool]] = [
        (actor.start, actor.end, actor, actor.subject or subject_position(line, actor.start))
        for actor in actors
        if actor.end <= verb and not is_inside(line, actor.start)
    ]
    near += [
        (body[0], body[1], body, _body_is_subject(line, body, bodies, verb))
        for body in bodies
        if body[1] <= verb <= body[1] + (MAX_GAP if body[2][0].islower() else MAX_BODY_GAP)
        and not is_inside(line, body[0])
    ]
    near.sort(key=lambda entry: entry[1])
    if _has_other_subject(line, verb, near, lexicon):
        return None
    for start, end, subject, can_be in reversed(near):
        gap = line.tokens[end:verb]
        if len(gap) > MAX_GAP or any(token.text in _CLAUSE_ENDS for token in gap):
            break
        if start > 0 and line.tokens[start - 1].low in {"theo", "lời"}:
            continue
        if _is_owner(line, start):
            # "chính quyền X kỳ vọng"
            return None
        if _is_agent(line, start, end, verb):
            # "những lời được phía Nước A nhận định là": what is said is said by others
            return None
        if gap and gap[-1].text == "," and "trong đó có" in line.cut(end, verb).lower():
            # "bài hát của X, trong đó có khúc Y, kêu gọi …"
            continue
        if any(not token.word for token in gap) and _is_among(line, start):
            # "lãnh đạo các nước, trong đó có X, Y, trao đổi": the leaders do
            continue
        if isinstance(subject, Actor):
            first = start
            far = len(gap) > MAX_ADVERBS or any(not token.word for token in gap)
            if far and _ends_object_list(line, subject, near):
                # "quan hệ giữa A và B, đồng thời cho biết": neither speaks
                continue
        else:
            first = _list_start(line, subject, bodies)
        led = first - 1 if first and line.tokens[first - 1].low == "the" else first
        if (not gap or gap[0].low == "to") and _is_made_to(line, led, lexicon):
            # "giúp Bộ X chỉ đạo …", "đề nghị ông Y chỉ đạo …", "instructed the embassy to follow
            # up on agreed projects": nobody has said it yet
            return None
        if _is_expected(line, end, verb) or any(
            hedge in line.cut(end, verb).lower() for hedge in words_of("speech.toml", "hedges")
        ):
            return None
        if can_be and _is_reported(line, start, verb, near, lexicon):
            continue
        if can_be:
            return subject
        told = " ".join(token.low for token in line.tokens[max(0, start - 2) : start])
        reach = MAX_TOLD if told in {"cho biết", "đưa tin", "cho hay"} else MAX_ADVERBS
        near_enough = len(gap) <= reach and all(token.word for token in gap)
        if near_enough and line.tokens[first - 1].low not in words_of(
            "speech.toml", "object_after"
        ):
            return subject
    return None


def _is_reported(
    line: Line,
    start: int,
    verb: int,
    near: Sequence[tuple[int, int, Actor | Body, bool]],
    lexicon: Lexicon,
) -> bool:
    """Whether who begins at ``start`` is told of by the one who also says what the verb adds: "X
    cảnh báo rằng Y phải rút quân, đồng thời nói rằng …".
    """
    if line.low(verb - 2, verb) not in words_of("speech.toml", "adding") or start < 2:
        return False
    tokens = line.tokens
    if tokens[start - 1].low not in {"rằng", "that"}:
        return False
    says = any(
        (hit := lexicon.speech.match(tokens, at)) and hit[0] >= start - 1
        for at in range(max(0, start - 4), start - 1)
    )
    return says and any(can_be and end < start for _, end, _, can_be in near)


def _has_other_subject(
    line: Line,
    verb: int,
    near: Sequence[tuple[int, int, Actor | Body, bool]],
    lexicon: Lexicon,
) -> bool:
    """Whether a country or an unnamed group is right before the verb, in a subject's place: "sau
    khi Washington thông báo", "nhưng một số cựu quan chức đã chỉ trích".
    """
    tokens = line.tokens
    last = verb
    while last > 0 and tokens[last - 1].low in _ADVERBS:
        last -= 1
    taken = {at for start, end, _, _ in near for at in range(start, end)}
    if last - 1 in taken:
        return False
    for start in range(max(1, last - 3), last):
        place = lexicon.places.match(tokens, start)
        if place and place[0] == last and tokens[start].cap and start not in taken:
            return tokens[start - 1].low in words_of("speech.toml", "clause_openers")
    if _is_aides(line, last, taken, lexicon):
        return True
    people = {at for entry in near if isinstance(entry[2], Actor) for at in range(*entry[:2])}
    clause = _clause_start(line, last, people)
    if clause is not None and words_of("speech.toml", "source_nouns") & {
        tokens[clause].low,
        " ".join(token.low for token in tokens[clause : clause + 2]),
    }:
        return True
    first = last
    while first > 0 and tokens[first - 1].word and last - first < MAX_GROUP:
        first -= 1
        if first in taken:
            return False
        two = " ".join(token.low for token in tokens[first : first + 2])
        quantified = {tokens[first].low, two} & words_of("speech.toml", "groups")
        if quantified and (
            first == 0
            or not tokens[first - 1].word
            or tokens[first - 1].low in words_of("speech.toml", "clause_openers")
        ):
            return True
    return False


def _is_aides(line: Line, verb: int, taken: set[int], lexicon: Lexicon) -> bool:
    """Whether somebody's spokesman who is not named stands between whoever was named last and the
    verb: "X im lặng và người phát ngôn Tổng thống Nước A sau đó bác bỏ".
    """
    tokens = line.tokens
    for start in range(verb - 1, max(0, verb - MAX_AIDE), -1):
        if start in taken or not tokens[start].word:
            return False
        title = lexicon.titles.match_shortest(tokens, start)
        if title and fold(line.cut(start, title[0])) in words_of("persons.toml", "aides"):
            return tokens[start - 1].low in words_of("speech.toml", "clause_openers")
    return False


def _clause_start(line: Line, end: int, persons: set[int]) -> int | None:
    """Where the clause before ``end`` begins, if nobody in it stands for a person."""
    start = end
    while start > 0 and line.tokens[start - 1].word:
        start -= 1
        if start in persons:
            return None
    return start if start < end and start > 0 else None


def _is_expected(line: Line, end: int, verb: int) -> bool:
    """Whether "sẽ", "dự kiến" follow the subject, and the verb only later: "X dự kiến có bài phát
    biểu, chia sẻ tầm nhìn".
    """
    words = words_of("speech.toml", "expected")
    later = any(token.text == "," or token.low == "và" for token in line.tokens[end:verb])
    return later and any(
        " ".join(token.low for token in line.tokens[at : at + length]) in words
        for at in range(end, min(end + 3, verb))
        for length in (1, 2)
    )


def _is_among(line: Line, start: int) -> bool:
    """Whether who begins here is named after "trong đó có", among others."""
    before = " ".join(
        token.low
        for token, inside in zip(line.tokens[:start], line.inside, strict=False)
        if not inside or line.inside[start]
    )
    at = max(before.rfind("trong đó có"), before.rfind("bao gồm"))
    return at > 0 and not any(mark in before[at:] for mark in (";", ".", ":"))


def _is_owner(line: Line, start: int) -> bool:
    """Whether a name only tells whose government, staff or family speaks."""
    last = start - 1 if start and line.tokens[start - 1].low == "của" else start
    before = " ".join(token.low for token in line.tokens[max(0, last - 2) : last])
    return before in words_of("speech.toml", "staffs")


def _is_agent(line: Line, start: int, end: int, verb: int) -> bool:
    """Whether what ends right before the verb stands after "được", "bị"."""
    if end != verb or start == 0:
        return False
    before = [token.low for token in line.tokens[max(0, start - 2) : start]]
    return before[-1] in {"được", "bị"} or (before[0] in {"được", "bị"} and before[-1] == "phía")


def done_by_others(line: Line, verb: int, lexicon: Lexicon) -> bool:
    """Whether a country is who does it in the passive: "được phía Nước A nhận định"."""
    for start in range(max(1, verb - 4), verb):
        place = lexicon.places.match(line.tokens, start)
        if place and place[0] == verb and line.tokens[start].cap:
            before = [token.low for token in line.tokens[max(0, start - 2) : start]]
            return before[-1] in {"được", "bị"} or (
                before[0] in {"được", "bị"} and before[-1] == "phía"
            )
    return False


def agent_of(
    line: Line, position: int, match: tuple[int, str], actors: Sequence[Actor]
) -> Actor | None:
    """Who did it in "được X công bố", "bị X chỉ trích"."""
    if match[1] not in {"say", "ask"} or is_inside(line, position):
        return None
    for actor in actors:
        by = line.tokens[actor.start - 1].low if actor.start else ""
        if actor.end == actor.start + 1 and line.tokens[actor.start].low in MALE | FEMALE:
            continue
        if actor.end == position and by in {"được", "bị"}:
            return actor
    return None


def told_by(line: Line, position: int, actors: Sequence[Actor]) -> Actor | Body | None:
    """Whose words are told within a quotation: "“Ông X cho biết …”", "“Họ khẳng định …”"."""
    verbs = words_of("speech.toml", "told_verbs")
    if not any(
        " ".join(token.low for token in line.tokens[position : position + length]) in verbs
        for length in (1, 2, 3)
    ):
        return None
    for actor in actors:
        if actor.end <= position <= actor.end + MAX_ADVERBS and is_inside(line, actor.start):
            begins = (
                line.tokens[actor.start - 1].text in {'"', "“", ".", ","} if actor.start else True
            )
            between = line.tokens[actor.end : position]
            if begins and all(token.low in _ADVERBS for token in between):
                return actor
    for back in range(1, MAX_ADVERBS + 2):
        they = position - back
        opens = they == 0 or (they > 0 and not line.tokens[they - 1].word)
        if opens and line.tokens[they].low == "họ":
            between = line.tokens[position - back + 1 : position]
            if all(token.low in _ADVERBS for token in between):
                return position - back, position - back + 1, "họ"
    return None


def led_by(
    line: Line, actors: Sequence[Actor], bodies: Sequence[Body], lexicon: Lexicon
) -> Actor | None:
    """Who speaks in a clause before the main one: "Sau khi chỉ trích Nước A, ông X rút …"."""
    tokens = line.tokens
    start = _past_subordinator(line)
    if start is None:
        return None
    comma = next((at for at in range(start, len(tokens)) if tokens[at].text == ","), None)
    if comma is None or is_inside(line, comma):
        return None
    if any(actor.start < comma and _opens_clause(actor.start, start) for actor in actors):
        return None
    if any(_opens_clause(body[0], start) for body in bodies):
        return None
    verb = next(
        (
            at
            for at in range(start, min(comma, start + MAX_ADVERBS + 1))
            if (hit := lexicon.speech.match(tokens, at))
            and hit[1] in {"say", "ask"}
            and not is_noun(line, at, hit[0])
            and (hit[0] >= comma or tokens[hit[0]].low not in {"về", "tới", "đến", "chuyện"})
        ),
        None,
    )
    if verb is None:
        return None
    return next(
        (
            actor
            for actor in actors
            if actor.start > comma
            and tokens[actor.start - 1].text == ","
            and actor.end < len(tokens)
            and tokens[actor.end].word
        ),
        None,
    )


def _opens_clause(start: int, clause: int) -> bool:
    return clause <= start <= clause + MAX_ADVERBS


def _past_subordinator(line: Line) -> int | None:
    """Where the clause goes on that a subordinating word opens, if the line begins with one."""
    for start in (0, 1, 2):
        for length in (3, 2, 1):
            phrase = " ".join(token.low for token in line.tokens[start : start + length])
            if phrase in words_of("speech.toml", "subordinate"):
                return start + length
    return None


def _ends_object_list(
    line: Line, actor: Actor, near: Sequence[tuple[int, int, Actor | Body, bool]]
) -> bool:
    """Whether an actor is the last of those named after "giữa", "với", "gồm" …"""
    start = actor.start
    if start == 0 or line.tokens[start - 1].low not in {"và", "and"}:
        return False
    for other_start, other_end, _, _ in sorted(near, key=lambda entry: -entry[1]):
        if other_end == start - 1 and line.tokens[other_end].low in {",", "và", "and"}:
            start = other_start
    before = {line.tokens[start - 1].low} if start else set()
    before |= {
        line.cut(max(0, start - 3), start).lower(),
        line.cut(max(0, start - 2), start).lower(),
    }
    return start != actor.start and bool(before & words_of("speech.toml", "between"))


def _is_made_to(line: Line, start: int, lexicon: Lexicon) -> bool:
    """Whether who begins here is helped or asked to say it."""
    if start == 0:
        return False
    if line.tokens[start - 1].low in {"giúp", "mời", "nhờ", "khiến", "để"}:
        return True
    return any(
        (hit := lexicon.speech.match(line.tokens, start - length))
        and hit == (start, "ask")
        and not is_noun(line, start - length, start)
        for length in (1, 2, 3)
        if start > length
    )


def _body_is_subject(line: Line, body: Body, bodies: Sequence[Body], verb: int) -> bool:
    """Whether a body, or the first of the list it stands in, is in a subject's place."""
    opened = line.tokens[0].low in words_of("names.toml", "openings")
    if (
        opened
        and verb - body[1] <= 1
        and "," not in line.lows[: body[0] - 1]
        and line.lows[body[0] - 1] == ","
    ):
        # "Sau phiên họp của Quốc hội, | Chính phủ cho biết"
        return True
    first = _list_start(line, body, bodies)
    return subject_position(line, first) and not _ends_owners(line, first, body[1])


def _ends_owners(line: Line, start: int, end: int) -> bool:
    """Whether a body ends the list of those whose something is: "các nghị quyết của Trung ương,
    Quốc hội, Chính phủ, coi đây là nhiệm vụ …".
    """
    tokens = line.tokens
    if start < 3 or tokens[start - 1].text != "," or line.low(end, end + 1) != ",":
        return False
    at = start - 2
    while at > 0 and tokens[at].word and start - at <= MAX_OWNER and tokens[at].low not in _OWNED:
        at -= 1
    return tokens[at].low in _OWNED and tokens[at + 1].cap


def _list_start(line: Line, body: Body, bodies: Sequence[Body]) -> int:
    """Where the list of bodies begins that this one stands in."""
    start = body[0]
    for other in reversed([b for b in bodies if b[1] < body[0]]):
        if other[1] == start - 1 and line.tokens[other[1]].low in {",", "và", "and"}:
            start = other[0]
    return start


def bodies_in(line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> list[Body]:
    """The bodies named in a line that could speak, as (start, end, name)."""
    tokens = line.tokens
    taken = {position for actor in actors for position in range(actor.start, actor.end)}
    bodies, organisations = lexicon.bodies.found_in(line), lexicon.organisations.found_in(line)
    found = []
    past = 0
    for position in sorted(bodies.keys() | organisations.keys()):
        bracketed = position > 0 and tokens[position - 1].text == "("
        if position < past or position in taken or bracketed or is_inside(line, position):
            continue
        body = bodies.get(position)
        organisation = organisations.get(position) if tokens[position].cap else None
        if body and (organisation is None or body[0] >= organisation[0]):
            found.append((position, body[0], body[1]))
            past = body[0]
        elif organisation:
            end = organisation[0]
            place = lexicon.places.match(tokens, end)
            if place and tokens[end].cap:
                end = place[0]
            if fold(line.cut(position, end)) not in lexicon.media:
                found.append((position, end, line.cut(position, end)))
            past = end
    return found
