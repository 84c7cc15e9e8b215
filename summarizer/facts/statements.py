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
from dataclasses import dataclass, field, replace

from summarizer.facts.lexicon import Lexicon
from summarizer.facts.persons import Actor, Cast, subject_position
from summarizer.facts.tokens import Line
from summarizer.text.folding import fold

MAX_GAP = 45
"""Words between a subject and its verb."""

MAX_ADVERBS = 2
"""Words between a verb and what stands right before it: "X hôm qua khẳng định"."""

MAX_BODY_GAP = 6
"""The same for institutions, which are often named without saying anything; groups of people
("các đại biểu") are read as persons are.
"""

_PASSIVE = frozenset(
    {
        "được",
        "bị",
        "không",
        "chưa",
        "chẳng",
        "lời",
        "sự",
        "những",
        "các",
        "việc",
        "bản",
        "này",
        "cuộc",
        "số",
        "một",
        "mọi",
        "đáp",
        "nhiều",
        "cùng",
    }
)
_NOUN_BEFORE = frozenset(
    {
        "đáp ứng",
        "theo",
        "trước",
        "những",
        "các",
        "lời",
        "sự",
        "bản",
        "về",
        "bài",
        "có",
        "nhận",
        "của",
        "với",
        "bởi",
        "từ",
        "hệ thống",
        "do",
        "thông qua",
        "bằng",
        "là",
        "đưa ra",
        "đặt ra",
        "tại",
        "trong",
        "và các",
    }
)
_UNREAL = frozenset({"sẽ", "muốn", "định", "dám", "thể", "phong", "trào", "người", "từ", "hãy"})
_OBJECT_AFTER = frozenset(
    [
        "với",
        "của",
        "cho",
        "tới",
        "đến",
        "gặp",
        "tiếp",
        "về",
        "bởi",
        "cùng",
        "tại",
        "mời",
        "đón",
        "bị",
        "được",
        "lời",
    ]
    + [
        "thăm",
        "giúp",
        "chúc",
        "dành",
        "từ",
        "trong",
        "sang",
        "with",
        "of",
        "for",
        "by",
        "from",
        "met",
        "hosted",
    ]
)
_EMPTY_SPEECH = frozenset(
    {"phát biểu", "trả lời", "trao đổi", "phát biểu khai mạc", "phát biểu bế mạc"}
)
_ACCORDING = frozenset(
    {
        "theo",
        "theo lời",
        "theo ý kiến của",
        "theo đánh giá của",
        "theo nhận định của",
        "theo quan điểm của",
        "theo phân tích của",
        "theo thông tin từ",
        "dẫn lời",
        "trích lời",
        "dẫn phát biểu của",
        "trích dẫn lời",
        "lời",
        "theo nhận xét của",
        "according to",
        "as quoted by",
        "theo phát biểu của",
        "theo tuyên bố của",
        "dẫn thông tin từ",
    }
)
_THIS_IS = ("đây là", "đó là", "đây cũng là", "đó cũng là", "this is", "this was")
_DEMANDS = frozenset(
    {
        "yêu cầu",
        "chỉ đạo",
        "khẳng định",
        "nhấn mạnh",
        "phát biểu",
        "chia sẻ",
        "ý kiến",
        "đề nghị",
        "lời",
        "nhận định",
        "lưu ý",
        "thông điệp",
        "tuyên bố",
        "quan điểm",
        "ý kiến chỉ đạo",
        "kêu gọi",
        "đánh giá",
    }
)
_CONNECTIVES = frozenset(
    {
        "đồng thời",
        "bên cạnh đó",
        "cùng với đó",
        "ngoài ra",
        "qua đó",
        "từ đó",
        "mặt khác",
        "trên cơ sở đó",
        "cũng",
        "và",
        ",",
        "đã",
        "thêm vào đó",
        "sau đó",
        "tiếp đó",
        "nhân dịp này",
        "dịp này",
        "theo đó",
        "song",
    }
)
_CLAUSE_ENDS = frozenset({";", ".", "?", "!", "…"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """That ``who`` (a person's number) or ``body`` speaks in a line.

    ``verb`` is the token after the verb of speech, where the thing said begins, or -1;
    ``asks`` tells whether the verb asks for something.
    """

    line: int
    who: int | None
    body: str
    verb: int
    asks: bool
    quoted: bool
    confidence: float
    continued: bool = False
    body_span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _State:
    found: list[list[Utterance]] = field(default_factory=list)


def find_utterances(lines: Sequence[Line], cast: Cast, lexicon: Lexicon) -> list[list[Utterance]]:
    """The utterances of every line, each speaker once a line, then what goes on from them."""
    found = [
        _once(_in_line(number, line, cast.actors[number], lexicon))
        for number, line in enumerate(lines)
    ]
    _carry_back(lines, found)
    _carry_quotations(lines, found)
    _carry_colon(lines, found)
    _carry_on(lines, found, cast, lexicon)
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
        before = _longest_before(line, actor.start, _ACCORDING)
        if before and not (before == "lời" and not line.inside[:1]):
            say(actor, actor.end, asks=False, sure=0.85)
        elif actor.end < len(tokens) and tokens[actor.end].text == ":" and actor.start <= 2:
            say(actor, actor.end + 1, asks=False, sure=0.9)
        elif _is_this(line, actor):
            say(actor, -1, asks=True, sure=0.85)
        elif lexicon.language == "en" and (verb := _verb_before(line, actor.start, lexicon)):
            say(actor, -1, asks=verb == "ask", sure=0.9)
    for body in bodies:
        before = _longest_before(line, body[0], _ACCORDING)
        if before and before != "lời":
            say(body, body[1], asks=False, sure=0.7)
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
        if match[1] == "give" and not _gives(line, match[0], actors, lexicon):
            position = match[0]
            continue
        verb = line.cut(position, match[0]).lower()
        if verb not in _EMPTY_SPEECH or _says_something(line, match[0], actors, lexicon):
            subject = _subject(line, position, actors, bodies)
            if subject is not None:
                for one in (subject, *_together(line, subject, actors)):
                    say(one, match[0], asks=match[1] in {"ask", "give"}, sure=0.9)
        position = match[0]
    return found


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
    if found and not (found[-1].subject or subject_position(line, found[-1].start)):
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
    for opening in _THIS_IS:
        at = text.rfind(opening)
        if at >= 0:
            rest = text[at + len(opening) :].strip()
            return any(demand in rest for demand in _DEMANDS)
    return False


def _verb_before(line: Line, start: int, lexicon: Lexicon) -> str:
    """The force of a verb of speech right before an English actor ("…," said X), or ``""``."""
    if start < 2:
        return ""
    match = lexicon.speech.match(line.tokens, start - 1)
    if match and match[0] == start and line.tokens[start - 2].text in {",", '"', "”", "?", "!"}:
        return match[1]
    return ""


def is_noun(line: Line, start: int, end: int, *, unreal: bool = False) -> bool:
    """Whether a word of speech is a noun or in the passive here, or (unless ``unreal``) only
    expected ("sẽ yêu cầu").
    """
    tokens = line.tokens
    after = tokens[end].low if end < len(tokens) else ""
    if after in {"của", "này", "đó"}:
        return True
    if start == 0:
        return False
    before = tokens[start - 1].low
    two = " ".join(token.low for token in tokens[max(0, start - 2) : start])
    if before in _PASSIVE or before in _NOUN_BEFORE or two in _NOUN_BEFORE:
        return True
    if before in {"để", "nhằm"} or (not unreal and {before, two.split()[0]} & _UNREAL):
        return True
    if (
        before in {"và", ","}
        and not unreal
        and any(token.low == "sẽ" for token in tokens[max(0, start - 5) : start])
    ):
        return True
    if any(token.low in {"bị", "được"} for token in tokens[max(0, start - 3) : start]):
        return True
    return False


def _subject(
    line: Line,
    verb: int,
    actors: Sequence[Actor],
    bodies: Sequence[tuple[int, int, str]],
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
        if can_be:
            return subject
        near_enough = len(gap) <= MAX_ADVERBS and all(token.word for token in gap)
        if near_enough and line.tokens[start - 1].low not in _OBJECT_AFTER:
            return subject
    return None


def _body_is_subject(
    line: Line, body: tuple[int, int, str], bodies: Sequence[tuple[int, int, str]]
) -> bool:
    """Whether a body, or the first of the list it stands in, is in a subject's place."""
    start = body[0]
    for other in reversed([b for b in bodies if b[1] < body[0]]):
        if other[1] == start - 1 and line.tokens[other[1]].low in {",", "và", "and"}:
            start = other[0]
    return subject_position(line, start)


def _bodies(line: Line, actors: Sequence[Actor], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """The bodies named in a line that could speak, as (start, end, name)."""
    tokens = line.tokens
    taken = {position for actor in actors for position in range(actor.start, actor.end)}
    found = []
    position = 0
    while position < len(tokens):
        if position in taken or _inside(line, position):
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


# -- what goes on --------------------------------------------------------------------------------


def _carry_back(lines: Sequence[Line], found: list[list[Utterance]]) -> None:
    """ "Đây là yêu cầu của X" makes X the speaker of the sentence before as well."""
    for number in range(1, len(lines)):
        text = " ".join(token.low for token in lines[number].tokens[:3])
        if not text.startswith(_THIS_IS) or found[number - 1]:
            continue
        for utterance in found[number]:
            if utterance.verb == -1:
                found[number - 1].append(
                    replace(utterance, line=number - 1, confidence=0.75, continued=True, verb=0)
                )
                break


def _carry_quotations(lines: Sequence[Line], found: list[list[Utterance]]) -> None:
    """Give all sentences of one quotation its speaker."""
    number = 0
    while number < len(lines):
        last = number
        while last + 1 < len(lines) and lines[last].closes and lines[last + 1].opens:
            last += 1
        if last > number:
            order = (last, number, *range(number + 1, last))
            source = next((u for at in order for u in found[at]), None)
            if source is None and number > 0 and lines[number].inside[:1] == [True]:
                source = next(iter(found[number - 1]), None)
            if source is not None:
                for at in range(number, last + 1):
                    if not found[at]:
                        found[at].append(_continued(source, at, quoted=True))
        number = last + 1


def _carry_colon(lines: Sequence[Line], found: list[list[Utterance]]) -> None:
    """After "X cho biết: …" the sentences of that paragraph go on, up to the next speaker."""
    source: Utterance | None = None
    for number, line in enumerate(lines):
        if number and line.paragraph != lines[number - 1].paragraph:
            source = None
        if found[number]:
            last = found[number][-1]
            after = line.tokens[last.verb] if 0 < last.verb < len(line.tokens) else None
            opened = after is not None and after.text == ":" and not any(line.inside[last.verb :])
            source = last if opened and not last.continued else None
        elif source is not None:
            carried = _continued(source, number, quoted=False)
            found[number].append(replace(carried, confidence=0.65))


def _carry_on(
    lines: Sequence[Line], found: list[list[Utterance]], cast: Cast, lexicon: Lexicon
) -> None:
    """Whole-quotation sentences and verbs without a subject take the speaker before them."""
    for number, line in enumerate(lines):
        if found[number] or not line.tokens:
            continue
        source = found[number - 1][-1] if number and found[number - 1] else None
        if _all_quoted(line):
            if source is None and number + 1 < len(lines):
                following = found[number + 1]
                source = (
                    following[0] if following and lines[number + 1].inside[:1] == [True] else None
                )
            if source is not None:
                found[number].append(_continued(source, number, quoted=True))
        elif (
            source is not None
            and not is_heading(line)
            and not any(actor.subject for actor in cast.actors[number])
            and (verb := _bare_verb(line, lexicon))
        ):
            found[number].append(
                replace(
                    _continued(source, number, quoted=sum(line.inside) >= 3),
                    verb=verb[0],
                    asks=verb[1] == "ask",
                )
            )


def is_heading(line: Line) -> bool:
    """Whether a line looks like a heading within the text: short, no stop at its end."""
    if not line.tokens or line.paragraph < 0:
        return False
    words = sum(token.word for token in line.tokens)
    return words <= 14 and line.tokens[-1].word and not any(line.inside)


def _continued(source: Utterance, line: int, *, quoted: bool) -> Utterance:
    return replace(
        source,
        line=line,
        verb=0,
        quoted=quoted,
        continued=True,
        asks=False,
        confidence=round(source.confidence - 0.1, 2),
    )


def _all_quoted(line: Line) -> bool:
    words = [inside for token, inside in zip(line.tokens, line.inside, strict=True) if token.word]
    return len(words) >= 3 and sum(words) >= 0.9 * len(words)


def _bare_verb(line: Line, lexicon: Lexicon) -> tuple[int, str] | None:
    """The verb of speech that a sentence without subject begins with, after connectives."""
    position = 0
    while position < min(6, len(line.tokens)):
        match = lexicon.speech.match(line.tokens, position)
        if match and match[1] != "none" and not is_noun(line, position, match[0]):
            return match
        for length in (4, 3, 2, 1):
            phrase = " ".join(token.low for token in line.tokens[position : position + length])
            if phrase in _CONNECTIVES:
                position += length
                break
        else:
            return None
    return None
