"""What follows a statement without naming its speaker: linked sentences, what the speaker's own
side wants, and a plural that means two people named before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.document import TITLE
from summarizer.facts.documents.demands import cites_document
from summarizer.facts.duties.duties import find_modal
from summarizer.facts.persons.cast import Cast
from summarizer.facts.persons.own_side import MAX_STANCE, is_own_side, phrase_at
from summarizer.facts.statements.continuation import is_heading
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import Utterance, is_noun
from summarizer.text.dates import DateMention

MAX_BACK = 12
"""Lines back in which a plural looks for the two it means."""

LINKED = 0.6
"""Confidence of a statement that only a linking word or the speaker's country shows."""

MIN_DEMAND = 8
"""Tokens of a demand that goes on from another one; a heading has fewer."""

MAX_SANDWICHED = 5
"""Lines between two statements of one person that can be his too."""

MIN_AROUND = 1
"""The lines between from which one may be the reporter's, told beside the argument."""

MAX_QUOTED = 4
"""Tokens in quotation marks that are only a word mentioned, with the marks."""

MAX_THEY = 3
"""Lines back to the plural that "họ" takes up."""

_BULLETS = frozenset("-–+•*")

THEY = "họ"
"""A plural pronoun: two named together, or nobody."""


def carry_linked(
    lines: Sequence[Line],
    found: list[list[Utterance]],
    cast: Cast,
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
) -> None:
    """Give a sentence that is linked to reported speech the speaker of the sentence before."""
    asking: set[int] = set()
    for number in range(1, len(lines)):
        line, before = lines[number], lines[number - 1]
        if line.paragraph != before.paragraph and min(line.paragraph, before.paragraph) < 0:
            # the title is read after the body, and goes on from none of its lines
            continue
        heard = [u for u in found[number - 1] if u.who is not None]
        source = heard[-1] if heard else None
        if source is None or source.who is None or not line.tokens:
            continue
        own = any(u.who is not None for u in found[number])
        own = own or any(actor.subject for actor in cast.actors[number])
        cites = cites_document(line) and not _says_we(line)
        if own or cites or _tells_itself(line, lexicon):
            continue
        person = cast.people[source.who]
        linked = not found[number] and (
            phrase_at(line, 0, "links") > 0
            or _is_listed(line, before)
            or (
                phrase_at(line, 0, "weak_links") > 0
                and not _reports(number, line, cast, dates, lexicon)
            )
        )
        near = source.asks or number - 1 in asking or line.paragraph == before.paragraph
        if not found[number] and (
            (near and not linked and _demands(line, lexicon))
            or ((source.asks or number - 1 in asking) and _is_assigned(line, lexicon))
        ):
            linked = True
            asking.add(number)
        demanded = find_modal(before, lexicon, spoken=True) is not None
        told = source.asks or source.continued or demanded
        if told and not found[number] and not linked:
            # "… yêu cầu Ban X làm việc Y. Ban phải …"
            same = line.paragraph == before.paragraph
            linked = (same or source.asks or not _reports(number, line, cast, dates, lexicon)) and (
                find_modal(line, lexicon, spoken=False) is not None
            )
        if not linked and not found[number]:
            same = line.paragraph == before.paragraph
            linked = _says_we(line) or (
                _judges(line, lexicon, same=same)
                and not _reports(number, line, cast, dates, lexicon)
            )
        if linked or is_own_side(line, person, lexicon):
            together = [u for u in heard if linked and u.verb == source.verb > 0]
            found[number] += [_go_on(one, number) for one in together or [source]]


def _says_we(line: Line) -> bool:
    """Whether "chúng ta" stands outside quotation marks: a reporter would not say it, but to take
    the readers along ("Chúng ta cùng nhìn lại …").
    """
    return not phrase_at(line, 0, "asides") and any(
        token.low == "chúng" and following.low == "ta" and not inside
        for token, following, inside in zip(line.tokens, line.tokens[1:], line.inside, strict=False)
    )


def _is_assigned(line: Line, lexicon: Lexicon) -> bool:
    """Whether a sentence goes on giving tasks: "Bộ A chủ trì …; các địa phương phối hợp …"."""
    tokens, tasks = line.tokens, lexicon.tasks
    if is_heading(line) or any(t.low in {"đã", "vừa", "là", "được", "bị"} for t in tokens[:12]):
        return False
    phrases = (lexicon.organisations, lexicon.bodies, tasks["assignees"])
    ends = [hit[0] for found in phrases if (hit := found.match(tokens, 0))]
    return any(tasks["verbs"].match(tokens, at) for end in ends for at in range(end, end + 3))


def _is_listed(line: Line, before: Line) -> bool:
    """Whether a line goes on with a list, or with a sentence that a semicolon breaks off."""
    if before.tokens[-1:] and before.tokens[-1].text == ";":
        return True
    items = [one.tokens[0].text in _BULLETS for one in (before, line) if one.tokens]
    begins = before.tokens[-1:] and before.tokens[-1].text == ":"
    return items == [True, True] or (bool(begins) and items[-1:] == [True])


def _tells_itself(line: Line, lexicon: Lexicon) -> bool:
    """Whether, after a linking word, a country says something: "Ngoài ra, Nước A tuyên bố …"."""
    position = phrase_at(line, 0, "links") or phrase_at(line, 0, "weak_links")
    if not position:
        return False
    position += line.tokens[position].text == "," if position < len(line.tokens) else 0
    place = lexicon.places.match(line.tokens, position)
    if place is None:
        return False
    return any(
        (speech := lexicon.speech.match(line.tokens, at))
        and speech[1] == "say"
        and not phrase_at(line, at, "stances")
        for at in range(place[0], place[0] + MAX_STANCE)
    )


def _go_on(source: Utterance, number: int) -> Utterance:
    """The utterance that carries ``source`` on in another line."""
    return replace(
        source,
        line=number,
        verb=0,
        quoted=False,
        continued=True,
        asks=False,
        confidence=LINKED,
    )


def _demands(line: Line, lexicon: Lexicon) -> bool:
    """Whether a sentence without a subject opens with a modal or with imperatives: "Tiếp tục đẩy
    mạnh …", "Cần chủ động …".
    """
    tasks = lexicon.tasks
    if is_heading(line) or len(line.tokens) < MIN_DEMAND:
        return False
    if tasks["modals"].match(line.tokens, 0) and not tasks["not_modals"].match(line.tokens, 0):
        return not lexicon.places.match(line.tokens, 0)
    return tasks["verbs"].match(line.tokens, 0) is not None and not any(
        token.low in {"đã", "là", "được", "bị"} for token in line.tokens[:MIN_DEMAND]
    )


def carry_between(
    lines: Sequence[Line],
    found: list[list[Utterance]],
    cast: Cast,
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
) -> None:
    """Give what stands between two statements of one person to the person too.

    Only argument goes on so: a line with a person, a verb of speech, a quotation, an event, a day,
    a heading or a finished act ("đã") is the reporter's, and ends it.
    """
    last: Utterance | None = None
    reported: set[int] = set()
    for number, line in enumerate(lines):
        mine = {utterance.who for utterance in found[number]}
        if len(mine) != 1 or None in mine:
            if mine:
                last = None
            elif _reports(number, line, cast, dates, lexicon):
                reported.add(number)
            continue
        source = found[number][0]
        titled = line.paragraph == TITLE
        if last is not None and last.who == source.who and last.line >= 0 and not titled:
            between = range(last.line + 1, number)
            aside = reported & set(between)
            if 0 < len(between) <= MAX_SANDWICHED and len(aside) <= (len(between) > MIN_AROUND):
                for at in between:
                    if at not in aside and (not aside or _argues(lines[at], lexicon)):
                        found[at].append(_go_on(source, at))
        last = replace(source, line=number) if line.paragraph >= 0 else None


def _argues(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line between two statements of one person judges or demands, as he does."""
    if any(token.text.isdigit() for token in line.tokens):
        return False
    linked = phrase_at(line, 0, "links") > 0 or _supposes(line)
    return linked or find_modal(line, lexicon, spoken=True) is not None


def _judges(line: Line, lexicon: Lexicon, *, same: bool) -> bool:
    """Whether a line after a statement judges or demands: "Các nước cần …".

    A condition alone does not ("Nếu được thông qua, dự luật có hiệu lực …"): it has to say what
    must be done, or "chúng tôi", in the paragraph (``same``) of the statement.
    """
    if any(token.text.isdigit() for token in line.tokens):
        return False
    ours = "chúng tôi" in line.low(0, len(line.tokens))
    told = same and _supposes(line)
    return (told and ours) or find_modal(line, lexicon, spoken=told) is not None


def _supposes(line: Line) -> bool:
    """Whether a line argues from a condition or an aim: "Nếu …", "…, muốn … thì …"."""
    words = [token.low for token in line.tokens]
    so = words.index("thì") if "thì" in words else 1
    return bool({"nếu", "muốn"} & set(words[:so]))


def _reports(
    number: int,
    line: Line,
    cast: Cast,
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
) -> bool:
    """Whether a line without a statement is the reporter's own."""
    if is_heading(line) or line.paragraph < 0 or not line.tokens:
        return True
    if cast.actors[number] or sum(line.inside) > MAX_QUOTED or phrase_at(line, 0, "asides"):
        return True
    if any(mention.date.day is not None for mention in dates[number]):
        return True
    if line.words & {"đã", "từng", "hôm", "theo", "bối"}:
        return True
    return any(_is_held(line, at) for at in lexicon.events["formal"].found_in(line)) or any(
        speech[1] == "say" and not _is_argued(line, at, speech[0])
        for at, speech in lexicon.speech.found_in(line).items()
    )


def _is_held(line: Line, position: int) -> bool:
    """Whether an event is where something happens, not one among those argued about."""
    before = {token.low for token in line.tokens[max(0, position - 3) : position]}
    return position < 2 or bool(before & {"tại", "dự", "lề", "khuôn", "khai", "bế", "sau", "trước"})


def _is_argued(line: Line, start: int, end: int) -> bool:
    """Whether a word of speech tells of no words here: a noun, "không chỉ nhìn nhận …"."""
    before = line.tokens[start - 1].low
    if before in {"này", "đó"}:
        return False
    return before in {"chỉ", "phải", "cần", "nên"} or is_noun(line, start, end)


def share_plurals(lines: Sequence[Line], found: list[list[Utterance]], cast: Cast) -> None:
    """Give what "hai thủ tướng", "hai nhà lãnh đạo" say to each of the two.

    "Họ" means the two that the last plural meant, or the only two just named; else nobody speaks.
    """
    plurals = words_of("speech.toml", "pairs")
    last: tuple[int, set[int]] = (-MAX_BACK, set())
    for number in range(len(lines)):
        shared: list[Utterance] = []
        for utterance in found[number]:
            name = utterance.body.lower()
            pair: set[int] = set()
            if utterance.who is None and name in plurals:
                near = name == THEY and number - last[0] <= MAX_THEY
                pair = last[1] if near else _pair(name, number, found, cast)
            if pair:
                last = (number, pair)
            taken = {u.who for u in found[number]}
            shared += [replace(utterance, who=who, body="") for who in sorted(pair - taken)]
            if not pair and name != THEY:
                shared.append(utterance)
        found[number] = shared


def _pair(plural: str, number: int, found: Sequence[Sequence[Utterance]], cast: Cast) -> set[int]:
    """The two people last named together whose offices fit the plural."""
    head = plural.removeprefix("cả ").removeprefix("hai ").removeprefix("vị ")
    head = head.removesuffix(" hai nước").removesuffix(" hai bên")
    first, reach = (1, 1) if plural == THEY else (0, MAX_BACK)
    once: set[int] = set()
    for back in range(first, min(number, reach) + 1):
        named = {actor.who for actor in cast.actors[number - back] if cast.people[actor.who].role}
        fitting = {
            who
            for who in named
            if head in words_of("speech.toml", "any_pair")
            or any(head in role.lower() for role in cast.people[who].roles)
        }
        if len(fitting) == 2:
            speaking = {utterance.who for utterance in found[number - back]} & fitting
            if not speaking or all(
                who in speaking or len(cast.people[who].mentions) > 1 for who in fitting
            ):
                return fitting
            # whom a speaker names, and nobody else does, may just have been spoken of
            once = once or fitting
    return once
