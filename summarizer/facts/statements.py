"""Who said what: verbs of speech and their subjects, quotations and what goes on from them.

A verb of speech outside quotation marks takes as its subject the nearest actor before it who can
be a subject (not the object of "với", "của", "tiếp" …); a noun phrase that names a body counts
("các đại biểu", "Bộ Ngoại giao"). Beside verbs there are "theo X", "dẫn lời X", "X: …" and "đây là
yêu cầu của X". A sentence with no subject that begins with a verb of speech, and one that is all
quotation, go on from the sentence before; a quotation that runs over several sentences has one
speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.facts.cast import Actor, Cast, subject_position
from summarizer.facts.continuation import carry_back, carry_colon, carry_on, carry_quotations
from summarizer.facts.following import carry_between, carry_linked, share_plurals
from summarizer.facts.framing import framed
from summarizer.facts.interviews import carry_interview
from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.tokens import Line
from summarizer.facts.utterances import Utterance, is_noun
from summarizer.text.dates import DateMention
from summarizer.text.folding import fold

MAX_GAP = 45
"""Words between a subject and its verb."""

MIN_SAID = 12
"""Tokens before a verb of speech that ends its sentence, if they are what was said."""

MAX_ADVERBS = 2
"""Words between a verb and what stands right before it: "X hôm qua khẳng định"."""

MAX_BODY_GAP = 6
"""The same for institutions, which are often named without saying anything; groups of people
("các đại biểu") are read as persons are.
"""

_CLAUSE_ENDS = frozenset({";", ".", "?", "!", "…"})


def find_utterances(
    lines: Sequence[Line],
    cast: Cast,
    lexicon: Lexicon,
    dates: Sequence[Sequence[DateMention]] = (),
) -> list[list[Utterance]]:
    """The utterances of every line, each speaker once a line, then what goes on from them.

    ``dates`` runs parallel to ``lines``; without them a day does not tell a reporter's line.
    """
    found = [
        _once(_in_line(number, line, cast.actors[number], lexicon))
        for number, line in enumerate(lines)
    ]
    carry_back(lines, found)
    carry_quotations(lines, found)
    carry_colon(lines, found)
    carry_on(lines, found, cast, lexicon)
    carry_linked(lines, found, cast, lexicon)
    carry_interview(lines, found, cast)
    carry_between(lines, found, cast, dates or [()] * len(lines), lexicon)
    share_plurals(lines, found, cast)
    return found


def _once(utterances: Sequence[Utterance]) -> list[Utterance]:
    kept: list[Utterance] = []
    seen: dict[tuple[int | None, str], int] = {}
    for utterance in utterances:
        key = (utterance.who, utterance.body)
        if key in seen:
            earlier = kept[seen[key]]
            if utterance.asks and not earlier.asks:
                kept[seen[key]] = replace(earlier, asks=True, verb=utterance.verb)
            continue
        seen[key] = len(kept)
        kept.append(utterance)
    return kept


def _in_line(number: int, line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> list[Utterance]:
    tokens = line.tokens
    quoted = sum(line.inside) >= 3
    bodies = _bodies(line, actors, lexicon)
    found = []

    def say(subject: Actor | tuple[int, int, str], verb: int, *, asks: bool, sure: float) -> None:
        if isinstance(subject, Actor):
            found.append(Utterance(number, subject.who, "", verb, asks, quoted, sure))
        else:
            start, end, name = subject
            found.append(
                Utterance(
                    number, None, name, verb, asks, quoted, sure - 0.1, body_span=(start, end)
                )
            )

    for actor in actors:
        if _inside(line, actor.start):
            continue
        before = _longest_before(line, actor.start, words_of("speech.toml", "according"))
        if before and not (before == "lời" and not line.inside[:1]):
            say(actor, actor.end, asks=False, sure=0.85)
        elif actor.end < len(tokens) and tokens[actor.end].text == ":" and actor.start <= 2:
            say(actor, actor.end + 1, asks=False, sure=0.9)
        elif _is_this(line, actor):
            say(actor, -1, asks=True, sure=0.85)
        elif lexicon.language == "en" and (verb := _verb_before(line, actor.start, lexicon)):
            say(actor, -1, asks=verb == "ask", sure=0.9)
    for body in bodies:
        before = _longest_before(line, body[0], words_of("speech.toml", "according"))
        if before and before != "lời":
            say(body, body[1], asks=False, sure=0.7)
    for actor, begins in framed(line, actors, lexicon):
        say(actor, begins, asks=False, sure=0.75)
    position = 0
    while position < len(tokens):
        match = lexicon.speech.match(tokens, position)
        if (
            match is None
            or match[1] == "none"
            or _inside(line, position)
            or is_noun(line, position, match[0])
        ):
            position += 1 if match is None else max(1, match[0] - position)
            continue
        if match[1] == "give" and (
            (position and line.tokens[position - 1].low in words_of("speech.toml", "give_after"))
            or _is_relative(line, position, actors)
            or not _gives(line, match[0], actors, lexicon)
        ):
            # "Bộ Ngoại giao cho biết": the verb may begin within what looked like "giao cho"
            position += 1
            continue
        verb = line.cut(position, match[0]).lower()
        wishes = verb in words_of("speech.toml", "wishes") and _wishes(line, match[0], lexicon)
        if match[1] == "wish" and not wishes:
            position = match[0]
            continue
        if verb not in words_of("speech.toml", "empty") or _says_something(
            line, match[0], actors, lexicon
        ):
            subject = _subject(line, position, actors, bodies, lexicon)
            if subject is not None and found and _is_quoted_act(line, subject, lexicon):
                # "Ông đề nghị làm theo những điều X đã chỉ đạo" is not said by X
                subject = None
            if subject is not None:
                for one in (subject, *_together(line, subject, actors)):
                    say(one, match[0], asks=wishes or match[1] in {"ask", "give"}, sure=0.9)
        position = match[0]
    return found


def _wishes(line: Line, end: int, lexicon: Lexicon) -> bool:
    """Whether a wish is followed by those of whom something is wished."""
    if end >= len(line.tokens):
        return False
    if line.tokens[end].low in words_of("speech.toml", "wished_of"):
        return True
    phrases = (lexicon.tasks["assignees"], lexicon.organisations, lexicon.places)
    return any(found.match(line.tokens, end) for found in phrases)


def _is_quoted_act(line: Line, subject: Actor | tuple[int, int, str], lexicon: Lexicon) -> bool:
    """Whether what somebody said is only referred to: "những điều X đã chỉ đạo"."""
    start = subject.start if isinstance(subject, Actor) else subject[0]
    if subject_position(line, start):
        return start > 0 and line.tokens[start - 1].low == "mà"
    reports = any(
        (hit := lexicon.speech.match(line.tokens, start - length)) and hit[0] == start
        for length in (1, 2, 3)
        if start >= length
    )
    return not reports and line.tokens[start - 1].low not in {"tin", "rằng"}


def _is_relative(line: Line, verb: int, actors: Sequence[Actor]) -> bool:
    """Whether the verb stands in "nhiệm vụ mà X giao": that is no statement of X's."""
    return any(
        actor.end == verb
        and actor.start
        and line.tokens[actor.start - 1].low in {"mà", "do", "được"}
        for actor in actors
    )


def _gives(line: Line, end: int, actors: Sequence[Actor], lexicon: Lexicon) -> bool:
    """Whether "giao" is followed by whom a task is given to."""
    if any(actor.start == end for actor in actors):
        return True
    return any(
        phrases.match(line.tokens, end)
        for phrases in (lexicon.tasks["assignees"], lexicon.organisations, lexicon.bodies)
    )


def _says_something(line: Line, end: int, actors: Sequence[Actor], lexicon: Lexicon) -> bool:
    """Whether "phát biểu", "trả lời" are followed by what was said, not only by where."""
    if all(not token.word for token in line.tokens[end:]) and end > MIN_SAID:
        # "…, Phó Thủ tướng phát biểu.": what was said stands before
        return True
    if any(line.inside) or any(token.text in {":", '"', "“"} for token in line.tokens[end:]):
        return True
    another = min((a.start for a in actors if a.start >= end), default=len(line.tokens))
    rest = range(end, another)
    return any(
        line.tokens[at].low == "rằng"
        or (lexicon.speech.match(line.tokens, at) and not is_noun(line, at, at + 1))
        for at in rest
    )


def _together(
    line: Line, subject: Actor | tuple[int, int, str], actors: Sequence[Actor]
) -> list[Actor]:
    """Those who speak with the subject: "A và B khẳng định", "A, B và C"."""
    if not isinstance(subject, Actor):
        return []
    found: list[Actor] = []
    start = subject.start
    joint = False
    for actor in reversed([a for a in actors if a.end < subject.start]):
        link = [token.low for token in line.tokens[actor.end : start]]
        if link not in (["và"], [","], ["cùng"], ["and"]):
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


def _inside(line: Line, position: int) -> bool:
    return position < len(line.inside) and line.inside[position]


def _longest_before(line: Line, start: int, phrases: frozenset[str]) -> str:
    for length in (4, 3, 2, 1):
        if start >= length:
            phrase = " ".join(token.low for token in line.tokens[start - length : start])
            if phrase in phrases:
                return phrase
    return ""


def _is_this(line: Line, actor: Actor) -> bool:
    """Whether the actor stands in "đây là yêu cầu của …"."""
    before = [token.low for token in line.tokens[max(0, actor.start - 9) : actor.start]]
    if not before or before[-1] not in {"của", "mà", "from", "by", "of"}:
        return False
    text = " ".join(before[:-1])
    for opening in sorted(words_of("speech.toml", "this_is")):
        at = text.rfind(opening)
        if at >= 0:
            rest = text[at + len(opening) :].strip()
            return any(demand in rest for demand in words_of("speech.toml", "demands"))
    return False


def _verb_before(line: Line, start: int, lexicon: Lexicon) -> str:
    """The force of a verb of speech right before an English actor ("…," said X), or ``""``."""
    if start < 2:
        return ""
    match = lexicon.speech.match(line.tokens, start - 1)
    if match and match[0] == start and line.tokens[start - 2].text in {",", '"', "”", "?", "!"}:
        return match[1]
    return ""


def _subject(
    line: Line,
    verb: int,
    actors: Sequence[Actor],
    bodies: Sequence[tuple[int, int, str]],
    lexicon: Lexicon,
) -> Actor | tuple[int, int, str] | None:
    """The subject of the verb at ``verb``."""
    near: list[tuple[int, int, Actor | tuple[int, int, str], bool]] = [
        (actor.start, actor.end, actor, actor.subject or subject_position(line, actor.start))
        for actor in actors
        if actor.end <= verb and not _inside(line, actor.start)
    ]
    near += [
        (body[0], body[1], body, _body_is_subject(line, body, bodies))
        for body in bodies
        if body[1] <= verb <= body[1] + (MAX_GAP if body[2][0].islower() else MAX_BODY_GAP)
        and not _inside(line, body[0])
    ]
    near.sort(key=lambda entry: entry[1])
    for start, end, subject, can_be in reversed(near):
        gap = line.tokens[end:verb]
        if len(gap) > MAX_GAP or any(token.text in _CLAUSE_ENDS for token in gap):
            break
        if start > 0 and line.tokens[start - 1].low in {"theo", "lời"}:
            continue
        first = start if isinstance(subject, Actor) else _list_start(line, subject, bodies)
        if not gap and _is_made_to(line, first, lexicon):
            # "giúp Bộ X chỉ đạo …", "đề nghị ông Y chỉ đạo …": nobody has said it yet
            return None
        if can_be:
            return subject
        near_enough = len(gap) <= MAX_ADVERBS and all(token.word for token in gap)
        if near_enough and line.tokens[first - 1].low not in words_of(
            "speech.toml", "object_after"
        ):
            return subject
    return None


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


def _body_is_subject(
    line: Line, body: tuple[int, int, str], bodies: Sequence[tuple[int, int, str]]
) -> bool:
    """Whether a body, or the first of the list it stands in, is in a subject's place."""
    return subject_position(line, _list_start(line, body, bodies))


def _list_start(
    line: Line, body: tuple[int, int, str], bodies: Sequence[tuple[int, int, str]]
) -> int:
    """Where the list of bodies begins that this one stands in."""
    start = body[0]
    for other in reversed([b for b in bodies if b[1] < body[0]]):
        if other[1] == start - 1 and line.tokens[other[1]].low in {",", "và", "and"}:
            start = other[0]
    return start


def _bodies(line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The bodies named in a line that could speak, as (start, end, name)."""
    tokens = line.tokens
    taken = {position for actor in actors for position in range(actor.start, actor.end)}
    found = []
    position = 0
    while position < len(tokens):
        bracketed = position > 0 and tokens[position - 1].text == "("
        if position in taken or bracketed or _inside(line, position):
            position += 1
            continue
        body = lexicon.bodies.match(tokens, position)
        organisation = (
            lexicon.organisations.match(tokens, position) if tokens[position].cap else None
        )
        if body and (organisation is None or body[0] >= organisation[0]):
            found.append((position, body[0], body[1]))
            position = body[0]
        elif organisation:
            end = organisation[0]
            place = lexicon.places.match(tokens, end)
            if place and tokens[end].cap:
                end = place[0]
            if fold(line.cut(position, end)) not in lexicon.media:
                found.append((position, end, line.cut(position, end)))
            position = end
        else:
            position += 1
    return found
