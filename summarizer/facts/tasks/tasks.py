"""Tasks: what is to be done, who set it, who states it, of whom it is asked.

A task is stated by a verb of asking ("yêu cầu", "giao"), by a modal of duty ("cần", "phải"), or as
a bare imperative ("Đẩy mạnh …"): the last only in a list, that is after a cue such as "nhiệm vụ
trọng tâm sau:", after a sentence in which somebody asks, or in a text that is wholly such a list.
Enumerations are split (:mod:`task_items`), never so that an item would be a mere noun; lists over
several lines hand on who set them (:mod:`task_lists`).

``stated_by`` is who says the sentence; ``set_by`` who asks in it. A text that names nobody has
neither: a congress or a document that demands something is no person and no body that speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from summarizer.document import TITLE
from summarizer.facts.documents.demands import cites_document
from summarizer.facts.duties.announcements import find_announced, find_proposed, find_slogan
from summarizer.facts.duties.asking import find_demand
from summarizer.facts.duties.duties import find_duty, find_modal
from summarizer.facts.duties.imperatives import find_imperative, find_quoted, is_demand
from summarizer.facts.duties.intentions import find_intention
from summarizer.facts.duties.urging import find_urged
from summarizer.facts.persons.cast import Cast
from summarizer.facts.statements.continuation import is_heading
from summarizer.facts.tasks.asked_anew import asked_anew
from summarizer.facts.tasks.due_dates import due_of
from summarizer.facts.tasks.givers import Voices, voices_of
from summarizer.facts.tasks.items import Item, items_of, numbered_items
from summarizer.facts.tasks.lists import (
    TaskList,
    first_marks,
    item_start,
    names_assignee,
    opens_list,
)
from summarizer.facts.tasks.parts import MIN_ITEM, assignee_of, set_by, trimmed
from summarizer.facts.tasks.signs import CONFIDENCE, Sign
from summarizer.facts.tasks.starts import find_asked, find_list, find_planned, find_said
from summarizer.facts.tasks.wording import bare_wording
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.list_marks import (
    Mark,
    after_mark,
    counts_item,
    opening_marks,
    without_next_mark,
)
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.towns import with_town
from summarizer.facts.words.utterances import Utterance
from summarizer.reading.passages import Reading
from summarizer.text.dates import UNKNOWN_DATE, DateMention, PartialDate

LIST_SHARE = 0.4
"""Share of sentences with a bare imperative from which a whole text counts as a list of tasks."""

KEPT, ADDED = -1.5, 2.0
"""Log-odds of the reader below which a task of the rules is dropped, and from which a sentence in
which they find none is a task: chosen by the validation set."""

_EVENT_SUBJECTS = re.compile(
    r"^(?:tại |trước đó, |nhìn .{0,60}, )?(?:đại hội|nghị quyết|chỉ thị|văn kiện|kết luận)\b",
    re.IGNORECASE,
)
_LINKS = frozenset({"to", "must", "should", "cần", "phải", "rằng", "là", "that"})
_POINTERS = ("xem thêm", "đọc thêm", "mời độc giả", "read more", "see also")
"""How a line begins that only points to another article."""


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
    published: PartialDate = UNKNOWN_DATE,
) -> list[FoundTask]:
    """The tasks of an article, sentence by sentence, items in order.

    With ``readings`` of the lines, what the rules find and the reader finds very unlikely is no
    task, and what they miss and it is sure of is one. With the day when the article was
    ``published``, what is due "this week" has its date.
    """
    finder = _Finder(lines, cast, utterances, dates, lexicon, published)
    found: list[FoundTask] = []
    lead: int | None = None
    for number in range(len(lines)):
        before = finder.speaker
        tasks = finder.in_line(number)
        reading = readings[number] if readings else None
        if reading is not None:
            tasks = finder.weigh(number, tasks, reading, before)
        if finder.bare:
            # "ông A yêu cầu:", "1. Bộ B:": nothing is said yet
            continue
        if lead is not None and tasks and finder.lists.item:
            # what only announced the list is told by its items
            del found[lead]
        lead = len(found) if len(tasks) == 1 and finder.lists.announced else None
        found += tasks
    return [
        replace(task, assignee=with_town(task.assignee, task.line, lines, lexicon))
        for task in found
    ]


class _Finder:
    def __init__(
        self,
        lines: Sequence[Line],
        cast: Cast,
        utterances: Sequence[Sequence[Utterance]],
        dates: Sequence[Sequence[DateMention]],
        lexicon: Lexicon,
        published: PartialDate,
    ) -> None:
        parted = [without_next_mark(line) for line in lines]
        self.lines = [line for line, _ in parted]
        self.marks: list[list[Mark]] = []
        """What each line is counted by, as it begins or the line before it ends."""
        before: list[Mark] = []
        for line, following in parted:
            self.marks.append(before or opening_marks(line))
            before = following
        self.cast = cast
        self.utterances = utterances
        self.dates = dates
        self.lexicon = lexicon
        self.published = published
        imperatives = [find_imperative(line, self.lexicon) is not None for line in lines]
        self.listing = bool(lines) and sum(imperatives) >= max(3, LIST_SHARE * len(lines))
        self.lists = TaskList(lexicon)
        self.speaker: int | str | None = None
        self.paragraph: int | None = None
        self.flow = False
        """Whether the line before spoke of what is to be done."""
        self.bare = False
        """Whether the last line only tells who asks, or of whom."""

    def in_line(self, number: int) -> list[FoundTask]:
        """The tasks of one line."""
        line = self.lines[number]
        self.bare = any(mark.end == len(line.tokens) for mark in opening_marks(line))
        if self.bare:
            # the number of the item that the next paragraph is
            return []
        self._turn_to(line)
        if self._points_elsewhere(line):
            return []
        if line.paragraph == TITLE and is_demand(line, self.lexicon):
            # "Tăng cường hợp tác với nước A": a headline that says what is to be done
            return [FoundTask(number, line.text, None, None, "", UNKNOWN_DATE, Sign.HEADLINE)]
        voices = self._voices(number)
        speaker = voices.speaker
        cue = find_list(line, self.lexicon)
        found, sign = self._start(number, voices, cue)
        setter = set_by(line, self.cast.actors[number])
        if setter is not None and "nhiệm vụ" in line.text.lower():
            # "6 nhiệm vụ mà X giao": the sentence names the tasks, it does not spell them out
            return [FoundTask(number, line.text, setter, speaker, "", UNKNOWN_DATE, Sign.NAMED)]
        if found is None:
            found, sign = self._listed(number, speaker)
        if speaker is not None:
            self.speaker = speaker
        elif found is None:
            self.speaker = None
        if found is None:
            self._pass(number, voices, cue)
            return []
        return self._from(number, found, sign, voices, cue)

    def _pass(self, number: int, voices: Voices, cue: int | None) -> None:
        """Go on to a line without a task. "1. Bộ A:" hands on what Bộ A is to do, another heading
        in a list what its items have; what the same one says between two items ends no list.
        """
        line, marks = self.lines[number], self.marks[number]
        goes_on = self.lists.open or self.flow or self.lists.counts_on(marks)
        named = names_assignee(line, self.lexicon) if goes_on else ""
        fresh = self._is_fresh(number) and voices.speaker != self.lists.teller and not named
        heads = bool(named) or (self.lists.open and opens_list(line) and not fresh)
        found = 0 if heads else None
        self.lists.turn(line, found=found, cue=cue, fresh=fresh, marks=marks, heading=heads)
        if heads:
            self.lists.share(line, None, None, named)
        self.bare = bool(named)
        self.flow = heads or voices.asks

    def _from(
        self, number: int, found: int, sign: Sign, voices: Voices, cue: int | None
    ) -> list[FoundTask]:
        """The tasks of what begins at token ``found``."""
        line, marks, speaker = self.lines[number], self.marks[number], voices.speaker
        fresh = self._is_fresh(number)
        assignee, start = assignee_of(line, found, self.lexicon)
        self.lists.turn(line, found=start, cue=cue, fresh=fresh, marks=marks)
        self.flow = True
        cited = _EVENT_SUBJECTS.match(line.text) or cites_document(line)
        if cited and (speaker is None or not fresh):
            by: int | str | None = None
        else:
            by = speaker if speaker is not None else self.speaker
        self.bare = opens_list(line) and _says_nothing(line, start, assignee)
        giver, by, assignee = self.lists.share(line, voices.giver, by, assignee)
        if counted := first_marks(line, start):
            # "yêu cầu: Một là, Bộ A …"
            named, start = assignee_of(line, max(mark.end for mark in counted), self.lexicon)
            assignee = named or assignee
        listed = bool(marks or counted or after_mark(line))
        items = items_of(line, start, self.lexicon, assigned=bool(assignee), listed=listed)
        items = asked_anew(line, items, self.lexicon)
        return self._tasks(number, items, giver, by, assignee, sign)

    def _is_fresh(self, number: int) -> bool:
        """Whether somebody begins to speak in a line."""
        return any(not utterance.continued for utterance in self.utterances[number])

    def _listed(self, number: int, speaker: int | str | None) -> tuple[int | None, Sign]:
        """Where a task begins that is one only as an item, or as it goes on from what was said."""
        line = self.lines[number]
        goes_on = self.lists.open or self.flow or self.lists.counts_on(self.marks[number])
        imperative = find_imperative(line, self.lexicon)
        if imperative is not None and (
            goes_on or self.listing or speaker is not None or self.speaker is not None
        ):
            return imperative, Sign.IMPERATIVE
        marked = bool(self.marks[number])
        item = item_start(line, self.lexicon, marked=marked) if goes_on else None
        return item, Sign.NONE if item is None else Sign.LIST

    def _tasks(
        self,
        number: int,
        items: Sequence[Item],
        giver: int | str | None,
        by: int | str | None,
        assignee: str,
        sign: Sign,
    ) -> list[FoundTask]:
        """The tasks of these items, each with its own term; one before them is that of all."""
        line = self.lines[number]
        if len(items) == 1:
            [item] = items
            text = self.lists.announce(item.text, assignee, opens=opens_list(line))
            text = bare_wording(text)
            due = self._due(number, 0, None, inside=line.tokens[item.start].start)
            return [FoundTask(number, text, giver, by, item.assignee or assignee, due, sign)]
        tokens = line.tokens
        shared = self._due(number, 0, tokens[items[0].start].start)
        found = []
        for item in items:
            own = self._due(number, tokens[item.start].start, tokens[item.end - 1].end)
            due = own if own.known else shared
            assignee = item.assignee or assignee
            text = bare_wording(item.text)
            found.append(FoundTask(number, text, giver, by, assignee, due, sign))
        return found

    def _due(self, number: int, start: int, end: int | None, *, inside: int = 0) -> PartialDate:
        text, dates = self.lines[number].text, self.dates[number]
        return due_of(text, dates, start, end, inside=inside, published=self.published)

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
            self.flow = False
            self.lists.close()
            return []
        if not line.tokens or reading.task < ADDED or self._points_elsewhere(line):
            return []
        voices = self._voices(number)
        goes_on = number > 0 and self.lines[number - 1].paragraph == line.paragraph
        goes_on = goes_on and _EVENT_SUBJECTS.match(line.text) is None and not cites_document(line)
        by = voices.speaker if voices.speaker is not None else before if goes_on else None
        self.speaker, self.flow = by, True
        giver, by, assignee = self.lists.carried(voices.giver, by)
        items = numbered_items(line, 0, self.lexicon)
        if not items:
            start = min(counts_item(line, 0), len(line.tokens) - 1)
            items = [Item(start, len(line.tokens), line.text[line.tokens[start].start :])]
        return self._tasks(number, items, giver, by, assignee, Sign.READ)

    def _voices(self, number: int) -> Voices:
        line, actors = self.lines[number], self.cast.actors[number]
        return voices_of(line, self.utterances[number], actors, self.lexicon)

    def _points_elsewhere(self, line: Line) -> bool:
        """Whether a line is a heading, or names another article."""
        return is_heading(line) or line.text.lower().startswith(_POINTERS)

    def _start(self, number: int, voices: Voices, cue: int | None) -> tuple[int | None, Sign]:
        """Where a task begins in a line, and by which sign; the surest signs come first."""
        line, known = self.lines[number], self.lexicon
        speaker = voices.speaker
        spoken = speaker is not None or self.speaker is not None or self.flow
        spoken = spoken or _EVENT_SUBJECTS.match(line.text) is not None
        slogans = line.paragraph == TITLE or spoken or any(line.inside)
        signs: tuple[tuple[Sign, Callable[[], int | None]], ...] = (
            (Sign.ASKED, lambda: self._asked(number, voices)),
            (
                Sign.ASKED_BY_NOBODY,
                lambda: None if self._is_guessed(line) else find_demand(line, known),
            ),
            (Sign.SAID, lambda: find_said(line, self.utterances[number], known)),
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
            (Sign.PLANNED, lambda: find_planned(line, known)),
            (Sign.URGED, lambda: find_urged(line, known, spoken=spoken)),
        )
        for sign, find in signs:
            if (found := find()) is not None:
                return found, sign
        return None, Sign.NONE

    def _asked(self, number: int, voices: Voices) -> int | None:
        if not voices.asks:
            return None
        if voices.start is not None:
            return voices.start
        line = self.lines[number]
        if opens_list(line):
            verbs = [its.verb for its in self.utterances[number] if its.asks]
            if verbs and verbs[0] > 0 and sum(t.word for t in line.tokens[verbs[0] :]) < MIN_ITEM:
                # "ông A yêu cầu:", "ông A đề nghị Bộ B:"
                return verbs[0]
        return find_asked(self.lines[number], self.utterances[number], self.lexicon)

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
            self.speaker, self.flow = None, False
            self.lists.forget()
            self.paragraph = TITLE
            return
        if line.paragraph != self.paragraph and self.paragraph is not None:
            goes_on = (
                self._carries(line)
                or self.lists.open
                or find_imperative(line, self.lexicon) is not None
                or self.lexicon.tasks["modals"].match(line.tokens, 0) is not None
            )
            if not goes_on:
                self.speaker = None
        self.paragraph = line.paragraph

    def _carries(self, line: Line) -> bool:
        return self.lexicon.tasks["carries"].match(line.tokens, 0) is not None


def _says_nothing(line: Line, start: int, assignee: str) -> bool:
    """Whether a line that opens a list says no more from ``start`` on than who is asked."""
    said = trimmed(line, start, len(line.tokens), 1).removeprefix(assignee).lower().split()
    return all(word in _LINKS for word in said)
