"""Who is the subject of a verb of speech: persons, bodies, lists of both."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.facts.persons.cast import Actor, subject_position
from summarizer.facts.statements.agents import ADVERBS, MAX_ADVERBS
from summarizer.facts.statements.bodies import Body, is_body_subject, is_inside, list_start
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun
from summarizer.text.folding import fold

MAX_GAP = 45
"""Words between a subject and its verb."""

MAX_BODY_GAP = 6
"""The same for institutions, which are often named without saying anything; groups of people
("các đại biểu") are read as persons are.
"""

_CLAUSE_ENDS = frozenset({";", ".", "?", "!", "…"})

MAX_TOLD = 4
"""The same after a paper's "cho biết": "Hãng tin A cho biết X đã gửi điện chúc mừng"."""

MAX_AIDE = 12
"""Words from an unnamed spokesman to the verb."""

MAX_GROUP = 7
"""Words of an unnamed group before its verb: "một số cựu quan chức cấp cao"."""


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
        (body[0], body[1], body, is_body_subject(line, body, bodies, verb))
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
            first = list_start(line, subject, bodies)
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
    while last > 0 and tokens[last - 1].low in ADVERBS:
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
