"""Tasks: what is to be done, who set it, who states it, of whom it is asked.

A task is stated by a verb of asking ("yêu cầu", "giao"), by a modal of duty ("cần", "phải"), or as
a bare imperative ("Đẩy mạnh …"): the last only in a list, that is after a cue such as "nhiệm vụ
trọng tâm sau:", after a sentence in which somebody asks, or in a text that is wholly such a list.
Enumerations are split at semicolons and at further imperatives after a comma, never so that an
item would be a mere noun.

``stated_by`` is who says the sentence; ``set_by`` who asks in it. A text that names nobody has
neither: a congress or a document that demands something is no person and no body that speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summarizer.document import TITLE
from summarizer.facts.announcements import (
    find_announced,
    find_proposed,
    find_slogan,
    is_state,
)
from summarizer.facts.asking import (
    find_demand,
    is_subject,
    is_thanked,
    points_nowhere,
    praises,
    told_whom,
    with_object,
)
from summarizer.facts.cast import Cast
from summarizer.facts.collectives import collective_end
from summarizer.facts.continuation import is_heading
from summarizer.facts.duties import find_duty, find_modal
from summarizer.facts.imperatives import find_imperative, find_quoted, is_demand
from summarizer.facts.intentions import find_intention
from summarizer.facts.lexicon import Lexicon, words_of
from summarizer.facts.task_parts import MIN_ITEM, assignee_of, due_of, items_of, set_by
from summarizer.facts.task_signs import CONFIDENCE, Sign
from summarizer.facts.tokens import Line
from summarizer.facts.urging import find_urged
from summarizer.facts.utterances import Utterance
from summarizer.facts.work import is_event, is_work
from summarizer.reading.passages import Reading
from summarizer.text.dates import UNKNOWN_DATE, DateMention, PartialDate

LIST_SHARE = 0.4
"""Share of sentences with a bare imperative from which a whole text counts as a list of tasks."""

KEPT, ADDED = -1.5, 2.0
"""Log-odds of the reader below which a task of the rules is dropped, and from which a sentence in
which they find none is a task: chosen by the validation set."""

SAID_REACH = 9
"""Tokens after a verb of speech within which an imperative makes what is said a task."""

_EVENT_SUBJECTS = re.compile(
    r"^(?:tại |trước đó, |nhìn .{0,60}, )?(?:đại hội|nghị quyết|chỉ thị|văn kiện|kết luận)\b",
    re.IGNORECASE,
)
_NO_DUTY = frozenset(
    {
        "đã",
        "đang",
        "từng",
        "vừa",
        "được",
        "việc",
        "sẵn",
        "nhằm",
        "tầm",
        "vai",
        "không",
        "khi",
        "sáng",
        "hiệp",
        "vấn",
        "tin",
        "coi",
        "giúp",
    }
)
_POINTERS = ("xem thêm", "đọc thêm", "mời độc giả", "read more", "see also")
"""How a line begins that only points to another article."""
_TRUST = frozenset({"tin tưởng", "tin rằng", "tin chắc"})
_WILL = frozenset({"sẽ", "will"})
_NOUN_SIGNS = frozenset({"những", "các", "sự", "mọi", "là", "của", "cuộc", "lời", "để"})


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task in a line, before names are put to numbers."""

    line: int
    text: str
    set_by: int | str | None
    stated_by: int | str | None
    assignee: str
    due: PartialDate
    sign: Sign

    @property
    def confidence(self) -> float:
        return CONFIDENCE.get(self.sign, 0.65)


def find_tasks(
    lines: Sequence[Line],
    cast: Cast,
    utterances: Sequence[Sequence[Utterance]],
    dates: Sequence[Sequence[DateMention]],
    lexicon: Lexicon,
    readings: Sequence[Reading | None] = (),
) -> list[FoundTask]:
    """The tasks of an article, sentence by sentence, items in order.

    With ``readings`` of the lines, what the rules find and the reader finds very unlikely is no
    task, and what they miss and it is sure of is one.
    """
    finder = _Finder(lines, cast, utterances, dates, lexicon)
    found: list[FoundTask] = []
    for number in range(len(lines)):
        before = finder.speaker
        tasks = finder.in_line(number)
        reading = readings[number] if readings else None
        if reading is not None:
            tasks = finder.weigh(number, tasks, reading, before)
        found += tasks
    return found


class _Finder:
    def __init__(
        self,
        lines: Sequence[Line],
        cast: Cast,
        utterances: Sequence[Sequence[Utterance]],
        dates: Sequence[Sequence[DateMention]],
        lexicon: Lexicon,
    ) -> None:
        self.lines = lines
        self.cast = cast
        self.utterances = utterances
        self.dates = dates
        self.lexicon = lexicon
        imperatives = [find_imperative(line, self.lexicon) is not None for line in lines]
        self.listing = bool(lines) and sum(imperatives) >= max(3, LIST_SHARE * len(lines))
        self.list_open = False
        self.speaker: int | str | None = None
        self.paragraph: int | None = None
        self.flow = False
        """Whether the line before spoke of what is to be done."""

    def in_line(self, number: int) -> list[FoundTask]:
        """The tasks of one line."""
        line = self.lines[number]
        self._turn_to(line)
        if self._points_elsewhere(line):
            return []
        if line.paragraph == TITLE and is_demand(line, self.lexicon):
            # "Tăng cường hợp tác với nước A": a headline that says what is to be done
            return [FoundTask(number, line.text, None, None, "", UNKNOWN_DATE, Sign.HEADLINE)]
        speaker, asks = self._speaker(number)
        cue = self._list_cue(line)
        found, sign = self._start(number, speaker, cue, asks=asks)
        setter = set_by(line, self.cast.actors[number])
        if setter is not None and "nhiệm vụ" in line.text.lower():
            # "6 nhiệm vụ mà X giao": the sentence names the tasks, it does not spell them out
            return [FoundTask(number, line.text, setter, speaker, "", UNKNOWN_DATE, Sign.NAMED)]
        imperative = find_imperative(line, self.lexicon)
        if (
            found is None
            and imperative is not None
            and (
                self.list_open
                or self.listing
                or self.flow
                or speaker is not None
                or self.speaker is not None
            )
        ):
            found, sign = imperative, Sign.IMPERATIVE
        if speaker is not None:
            self.speaker = speaker
        elif found is None:
            self.speaker = None
        if cue is not None:
            self.list_open = True
        elif found is None:
            self.list_open = False
        self.flow = found is not None or asks
        if found is None:
            return []
        if _EVENT_SUBJECTS.match(line.text) and speaker is None:
            by: int | str | None = None
        else:
            by = speaker if speaker is not None else self.speaker
        giver = speaker if asks else None
        assignee, start = assignee_of(line, found, self.lexicon)
        due = due_of(line, self.dates[number])
        return [
            FoundTask(number, item, giver, by, assignee, due, sign)
            for item in items_of(line, start, self.lexicon)
        ]

    def weigh(
        self, number: int, tasks: list[FoundTask], reading: Reading, before: int | str | None
    ) -> list[FoundTask]:
        """The tasks of a line, as rules and reader see it together.

        ``before`` is who spoke when the line was reached.
        """
        line = self.lines[number]
        if tasks:
            if reading.task >= KEPT:
                return tasks
            self.flow = self.list_open = False
            return []
        if reading.task < ADDED or self._points_elsewhere(line):
            return []
        speaker, asks = self._speaker(number)
        goes_on = number > 0 and self.lines[number - 1].paragraph == line.paragraph
        goes_on = goes_on and _EVENT_SUBJECTS.match(line.text) is None
        by = speaker if speaker is not None else before if goes_on else None
        self.speaker, self.flow = by, True
        due = due_of(line, self.dates[number])
        giver = speaker if asks else None
        return [FoundTask(number, line.text, giver, by, "", due, Sign.READ)]

    def _points_elsewhere(self, line: Line) -> bool:
        """Whether a line is a heading, or names another article."""
        return is_heading(line) or line.text.lower().startswith(_POINTERS)

    def _start(
        self, number: int, speaker: int | str | None, cue: int | None, *, asks: bool
    ) -> tuple[int | None, Sign]:
        """Where a task begins in a line, and by which sign; the surest signs come first."""
        line, known = self.lines[number], self.lexicon
        spoken = speaker is not None or self.speaker is not None or self.flow
        spoken = spoken or _EVENT_SUBJECTS.match(line.text) is not None
        slogans = line.paragraph == TITLE or spoken or any(line.inside)
        signs: tuple[tuple[Sign, Callable[[], int | None]], ...] = (
            (Sign.ASKED, lambda: self._ask(number) if asks else None),
            (
                Sign.ASKED_BY_NOBODY,
                lambda: None if self._is_guessed(line) else find_demand(line, known),
            ),
            (Sign.SAID, lambda: self._said(number)),
            (Sign.MODAL, lambda: find_modal(line, known, spoken=spoken or line.paragraph == TITLE)),
            (Sign.LIST, lambda: cue),
            (Sign.DUTY, lambda: find_duty(line, known, flow=self.flow)),
            (Sign.ANNOUNCED, lambda: find_announced(line, known)),
            (Sign.QUOTED, lambda: find_quoted(line, known, spoken=speaker is not None)),
            (Sign.PROPOSED, lambda: find_proposed(line, known)),
            (Sign.SLOGAN, lambda: find_slogan(line) if slogans else None),
            (
                Sign.INTENDED,
                lambda: find_intention(
                    line,
                    self.cast.actors[number],
                    known,
                    spoken=speaker is not None,
                    flow=self.flow,
                    promises_only=self._is_analysis(number, speaker),
                ),
            ),
            (Sign.PLANNED, lambda: self._planned(line)),
            (Sign.URGED, lambda: find_urged(line, known, spoken=spoken)),
        )
        for sign, find in signs:
            if (found := find()) is not None:
                return found, sign
        return None, Sign.NONE

    def _is_analysis(self, number: int, speaker: int | str | None) -> bool:
        """Whether who speaks only studies what others will do, as experts and newspapers."""
        who = speaker if speaker is not None else self.speaker
        if isinstance(who, int):
            role = self.cast.people[who].role.lower()
            if any(word in role for word in words_of("tasks.toml", "observers")):
                return True
        return self._is_guessed(self.lines[number])

    def _is_guessed(self, line: Line) -> bool:
        text = line.text.lower()
        return any(cue in text for cue in words_of("tasks.toml", "guesses"))

    def _turn_to(self, line: Line) -> None:
        """Forget who spoke at the border of a paragraph, unless the new one goes on."""
        if line.paragraph == TITLE:
            # the title follows nothing, though it is read after the body
            self.speaker, self.list_open, self.flow = None, False, False
            self.paragraph = TITLE
            return
        if line.paragraph != self.paragraph and self.paragraph is not None:
            goes_on = (
                self._carries(line)
                or self.list_open
                or find_imperative(line, self.lexicon) is not None
                or self.lexicon.tasks["modals"].match(line.tokens, 0) is not None
            )
            if not goes_on:
                self.speaker = None
        self.paragraph = line.paragraph

    # -- cues ----------------------------------------------------------------------------------

    def _speaker(self, number: int) -> tuple[int | str | None, bool]:
        """Who speaks in the line, and whether a verb of asking does."""
        best: Utterance | None = None
        for utterance in self.utterances[number]:
            if best is None or (utterance.asks and not best.asks):
                best = utterance
        if best is None:
            return None, False
        return (best.who if best.who is not None else best.body), best.asks

    def _said(self, number: int) -> int | None:
        """Where a task begins in "nhất trí tiếp tục …", "cho rằng tiếp tục đẩy mạnh …"."""
        line = self.lines[number]
        for utterance in self.utterances[number]:
            if utterance.verb <= 0 or utterance.continued or praises(line, utterance.verb):
                continue
            if any(is_thanked(line, utterance.verb - length) for length in (1, 2)):
                continue
            if line.low(utterance.verb - 2, utterance.verb) in _TRUST:
                continue
            start = self._intends(line, utterance)
            if start is not None:
                return start
            for position in range(
                utterance.verb, min(len(line.tokens), utterance.verb + SAID_REACH)
            ):
                token = line.tokens[position]
                if self.lexicon.tasks["refrains"].match(line.tokens, position):
                    return utterance.verb
                if token.text in {".", ";"} or token.low in _NO_DUTY or is_state(line, position):
                    break
                speech = self.lexicon.speech.match(line.tokens, position)
                if speech and praises(line, speech[0]):
                    break
                if self.lexicon.events["formal"].match(line.tokens, position):
                    break
                if token.low in _WILL and not is_work(line, position + 1, self.lexicon):
                    break
                strong = self.lexicon.tasks["strong"].match(line.tokens, position)
                if token.low == "sớm" and not is_work(line, position, self.lexicon):
                    break
                if strong and line.tokens[position - 1].low not in _NOUN_SIGNS:
                    if is_subject(line, position):
                        break
                    return utterance.verb
        return None

    def _intends(self, line: Line, utterance: Utterance) -> int | None:
        """Where an institution or officials "will": a measure that is announced.

        After the verb of speech, or in the quotation before it.
        """
        tokens = line.tokens
        if line.low(max(0, utterance.verb - 2), utterance.verb) in {
            "tin tưởng",
            "tin rằng",
        }:
            return None
        until = min(len(tokens), utterance.verb + SAID_REACH)
        reach = [p for p in range(until) if p >= utterance.verb or line.inside[p]]
        for position in reach:
            for phrases in (self.lexicon.organisations, self.lexicon.tasks["assignees"]):
                hit = phrases.match(tokens, position)
                if hit is None or hit[0] >= len(tokens) or tokens[hit[0]].low not in _WILL:
                    continue
                if is_work(line, hit[0], self.lexicon):
                    return position
        return None

    def _ask(self, number: int) -> int | None:
        """Where the task begins after a verb of asking; at the quotation before a verb that comes
        last; nowhere in "Đây là yêu cầu của X", which only points back.
        """
        line = self.lines[number]
        for utterance in self.utterances[number]:
            if not utterance.asks or (utterance.continued and line.paragraph == TITLE):
                continue
            if utterance.verb >= 0 and points_nowhere(line, utterance.verb - 1, utterance.verb):
                continue
            if utterance.verb < 0:
                if line.text.lower().startswith(tuple(words_of("speech.toml", "this_is"))):
                    continue
                return 0
            words = sum(token.word for token in line.tokens[utterance.verb :])
            if words < MIN_ITEM:
                return 0
            following = line.tokens[utterance.verb].low
            if following == "," and collective_end(line, utterance.verb + 1, self.lexicon):
                # "yêu cầu, các cơ quan được thanh tra phối hợp …"
                return utterance.verb + 1
            if following == "với":
                if told_whom(line, utterance.verb + 1, self.lexicon):
                    continue
                return utterance.verb + 1
            if following not in {"tại", "trong", "ở", ",", "."}:
                return with_object(line, utterance.verb)
        return None

    def _carries(self, line: Line) -> bool:
        return self.lexicon.tasks["carries"].match(line.tokens, 0) is not None

    def _planned(self, line: Line) -> int | None:
        """Where a task begins in "Theo kế hoạch của Bộ X, …", if that is no event's schedule."""
        tokens = line.tokens
        hit = self.lexicon.tasks["plans"].match(tokens, 0)
        if hit is None or any(self.lexicon.events["formal"].match(tokens, p) for p in range(20)):
            return None
        comma = next((p for p in range(hit[0], len(tokens)) if tokens[p].text == ","), None)
        start = hit[0] if comma is None else comma + 1
        at = next((p for p in range(start, len(tokens)) if tokens[p].low in _WILL), start - 1) + 1
        if at < len(tokens) and is_event(line, at, self.lexicon):
            return None
        return None if self.lexicon.tasks["no_work"].match(tokens, at) else start

    def _list_cue(self, line: Line) -> int | None:
        """Where the list begins after "nhiệm vụ trọng tâm sau:", or the sentence that opens one."""
        for position in range(len(line.tokens)):
            match = self.lexicon.tasks["list_cues"].match(line.tokens, position)
            if match is None:
                continue
            for at in range(match[0], min(len(line.tokens), match[0] + 12)):
                if line.tokens[at].text == ":":
                    return at + 1
        return None
