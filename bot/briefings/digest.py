"""The digest: what is new for a chat, folded by story, grouped and ranked.

The rules of the ranking are plain and are shown in a preview: whether the reader follows it, the
office of the most senior speaker, how many sources have it, whether it reports a conference, how
many statements and tasks it has, how recent it is (:mod:`bot.briefings.placing` has what each
counts); of equals the newer comes first. Each group has a cap. What was told is not told again,
but a conference that gained a date or place, or was held since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.briefings import sayings
from bot.briefings.cards import (
    Bilingual,
    ConferenceRef,
    DigestCard,
    DigestItem,
    Edition,
    Line,
    TaskRef,
)
from bot.briefings.duplicates import Told
from bot.briefings.news import News, Piece
from bot.briefings.placing import (
    LeftOut,
    Omitted,
    Placed,
    Reason,
    Reasons,
    changes,
    version,
    weight,
)
from bot.briefings.ranking import Story, office_points, rank
from bot.briefings.reader import NOBODY, Reader
from summarizer.text.folding import fold, words

SPOKEN: Final = 30
"""The weightiest stories from which the statements of those are taken whom nobody follows."""
EXPLAINED: Final = 40
"""Things left out that a preview names at most."""


@dataclass(frozen=True, slots=True)
class Caps:
    """How many of each group are told."""

    items: int = 7
    conferences: int = 4
    statements: int = 4
    tasks: int = 4

    def lowered(self) -> Caps:
        """A quarter less of each."""
        counts = (self.items, self.conferences, self.statements, self.tasks)
        return Caps(*(max(1, count * 3 // 4) for count in counts))


CAPS: Final = {
    Edition.DIGEST: Caps(),
    Edition.WEEKLY: Caps(10, 6, 6, 6),
    Edition.ALERT: Caps(1, 1, 3, 3),
}


def compose(
    news: News,
    reader: Reader = NOBODY,
    *,
    today: date,
    edition: Edition = Edition.DIGEST,
    on_demand: bool = True,
    late: bool = False,
    short: bool = False,
    explain: bool = False,
) -> DigestCard:
    """Put the digest of ``news`` together for a reader.

    The first line of a story is taken from ``news.lines`` where it has been read: see
    :func:`shown_numbers`. ``short`` tells fewer of each group, for readers who get everything in
    two languages; ``explain`` lists what was left out.
    """
    caps = CAPS[edition].lowered() if short else CAPS[edition]
    stories = rank(news, reader, today)
    told = [s for s in stories if _told(s, reader)]
    fresh = [s for s in stories if not _told(s, reader)]
    shown = fresh[: caps.items]
    conferences, left = _conferences(news, fresh, reader, caps.conferences)
    known = {ref.id for ref, _ in conferences}
    beside = _texts_of(shown, news)
    statements = _statements(fresh, reader, caps.statements, beside)
    tasks, left_tasks = _tasks(fresh, reader, caps.tasks, beside)
    covered = sum(len(story.pieces) for story in shown)
    more = news.total - len(news.pieces) + sum(len(story.pieces) for story in fresh) - covered
    placed = [place for _, place in conferences]
    for story in shown:
        placed += [Placed("article", piece.id, reasons=story.reasons) for piece in story.pieces]
        if story.first.story:
            placed.append(Placed("story", story.first.story, reasons=story.reasons))
    placed += [
        Placed("speaker", line.speaker.id, reasons=_why_said(line, reader))
        for line in statements
        if line.speaker
    ]
    placed += [Placed("task", task.number, reasons=why) for task, why in tasks]
    if explain:
        left = [*_left_stories(fresh, told, caps.items), *left, *left_tasks]
    followed = [line.speaker.id for line in statements if line.speaker]
    return DigestCard(
        conferences=tuple(ref for ref, _ in conferences),
        items=tuple(_item(story, news, known) for story in shown),
        statements=tuple(statements),
        tasks=tuple(task for task, _ in tasks),
        since=news.span.since,
        until=news.span.until,
        on_demand=on_demand,
        late=late,
        more=max(0, more),
        starter_sources=_starters(news.pieces),
        edition=edition,
        placed=tuple(placed),
        left_out=tuple(left[:EXPLAINED]) if explain else (),
        followed=tuple(dict.fromkeys(id_ for id_ in followed if id_ in reader.speakers)),
    )


def changed(conference: ConferenceRef | None, reader: Reader) -> DigestCard:
    """The alert of a conference that changed since the reader was told of it."""
    shown: tuple[ConferenceRef, ...] = ()
    placed: tuple[Placed, ...] = ()
    if conference is not None:
        now, then = version(conference), reader.conference(conference.id)
        if then is not None and (new := changes(then, now)):
            why = ((Reason.FOLLOWED, 1), (Reason.CHANGED, len(new)))
            shown, placed = (conference,), (Placed("conference", conference.id, now, why, new),)
    return DigestCard(
        conferences=shown, items=(), statements=(), tasks=(), since=0, until=0,
        on_demand=False, edition=Edition.ALERT, placed=placed,
    )  # fmt: skip


def shown_numbers(card: DigestCard) -> list[int]:
    """The articles whose first lines a digest shows."""
    return [item.source.number for item in card.items]


def _told(story: Story, reader: Reader) -> bool:
    if not reader.told:
        return False
    if story.first.story and reader.was_told("story", story.first.story):
        return True
    return any(reader.was_told("article", piece.id) for piece in story.pieces)


def _item(story: Story, news: News, shown: set[int]) -> DigestItem:
    first, *others = story.pieces
    about = [id_ for id_ in first.conferences if id_ in shown]
    return DigestItem(
        source=first.source,
        line=news.lines.get(first.id),
        also_in=tuple(piece.source for piece in others),
        reason=story.reasons,
        conference=about[0] if about else None,
        followed=any(why is Reason.FOLLOWED for why, _ in story.reasons),
    )


# --- conferences ---------------------------------------------------------------------------


def _conferences(
    news: News, fresh: Sequence[Story], reader: Reader, most: int
) -> tuple[list[tuple[ConferenceRef, Placed]], list[LeftOut]]:
    """Conferences that new articles report, and those that changed since they were told."""
    reported = [id_ for story in fresh for piece in story.pieces for id_ in piece.conferences]
    found: list[tuple[ConferenceRef, Placed]] = []
    left: list[LeftOut] = []
    for id_, ref in sorted(news.conferences.items(), key=lambda c: -c[1].articles):
        now, then = version(ref), reader.conference(id_)
        changed = changes(then, now) if then is not None else ()
        if reader.was_told("conference", id_) and not changed:
            if id_ in reported:
                left.append(LeftOut("conference", id_, ref.name, Omitted.TOLD))
            continue
        if id_ not in reported and not changed:
            continue
        counts = {
            Reason.FOLLOWED: int(id_ in reader.conferences),
            Reason.CHANGED: len(changed),
            Reason.ARTICLES: ref.articles,
        }
        why = tuple((reason, n) for reason, n in counts.items() if n)
        found.append((ref, Placed("conference", id_, now, why, changed)))
    places = {id_: place for place, id_ in reversed(list(enumerate(reported)))}
    found.sort(
        key=lambda f: (
            -weight(f[1].reasons),
            places.get(f[0].id, len(places)),
        )
    )
    left += [
        LeftOut("conference", ref.id, ref.name, Omitted.CAP, place, placed.reasons)
        for place, (ref, placed) in enumerate(found[most:], start=most + 1)
    ]
    return found[:most], left


# --- statements and tasks ------------------------------------------------------------------


def _texts_of(shown: Sequence[Story], news: News) -> str:
    """The titles and lines of the stories that are told, folded."""
    texts = []
    for story in shown:
        texts.append(_folded(story.first.source.title))
        if line := news.lines.get(story.first.id):
            texts.append(_folded(line.text))
    return "\n".join(texts)


def _folded(text: Bilingual) -> str:
    return " ".join(words(fold(text.in_(text.original))))


def _statements(fresh: Sequence[Story], reader: Reader, most: int, beside: str) -> list[Line]:
    """Statements of followed speakers, then the first one of each of the most senior others.

    What stands ``beside`` them as a title or line of a story is not repeated.
    """
    own: list[Line] = []
    others: list[Line] = []
    for place, story in enumerate(fresh):
        for piece in story.pieces:
            for line in piece.statements:
                if _folded(line.text) in beside:
                    continue
                if line.speaker and line.speaker.id in reader.speakers:
                    own.append(line)
                elif place < SPOKEN and piece is story.first:
                    others.append(line)
    first = sayings.best(sayings.by_speaker(_once(own)), most, 2, fill=False)
    # A sentence may be said to be of two (a body and its head): it is told of one.
    told = {_folded(line.text) for line in first}
    others = [line for line in others if _folded(line.text) not in told]
    rest = sayings.best(sayings.by_speaker(_once(others)), most, 1, fill=False)
    unlike: dict[str, Line] = {}
    for line in rest:
        unlike.setdefault(_folded(line.text), line)
    return [*first, *unlike.values()][:most]


def _once(lines: Sequence[Line]) -> list[Line]:
    """The statements without those that repeat one of the same speaker."""
    told: dict[int, Told] = {}
    kept = []
    for line in lines:
        speaker = line.speaker.id if line.speaker else 0
        if told.setdefault(speaker, Told()).add(line.text.in_(line.text.original)):
            kept.append(line)
    return kept


def _why_said(line: Line, reader: Reader) -> Reasons:
    followed = int(line.speaker is not None and line.speaker.id in reader.speakers)
    counts = {
        Reason.FOLLOWED: followed,
        Reason.OFFICE: office_points(sayings.office(line.speaker)),
    }
    return tuple((why, n) for why, n in counts.items() if n) or ((Reason.NEWEST, 1),)


def _tasks(
    fresh: Sequence[Story], reader: Reader, most: int, beside: str
) -> tuple[list[tuple[TaskRef, Reasons]], list[LeftOut]]:
    """Tasks: of followed themes and people first, then of each story some, in their order.

    Those that stand ``beside`` them in a title or line of a story come last.
    """
    numbers = {piece.id: place for place, story in enumerate(fresh) for piece in story.pieces}
    there = [task for story in fresh for piece in story.pieces for task in piece.tasks]
    tasks = [t for t in sayings.tasks_once(there) if not reader.was_told("task", t.number)]
    seen: Counter[int] = Counter()
    layers: dict[int, int] = {}
    for task in sorted(tasks, key=lambda t: not (t.set_by or t.stated_by)):
        layers[task.number] = seen[task.article]
        seen[task.article] += 1
    tasks.sort(
        key=lambda t: (
            -_follows(t, reader),
            _folded(t.text) in beside,
            layers[t.number],
            numbers[t.article],
        )
    )
    ranked = [(task, _why_set(task, reader)) for task in tasks]
    left = [
        LeftOut("task", task.number, task.text, Omitted.CAP, place, why)
        for place, (task, why) in enumerate(ranked[most:], start=most + 1)
    ]
    return ranked[:most], left


def _follows(task: TaskRef, reader: Reader) -> int:
    people = {task.set_by_id, task.stated_by_id} & reader.speakers
    at = task.conference is not None and task.conference.id in reader.conferences
    return len(people) + (task.theme in reader.themes) + at


def _why_set(task: TaskRef, reader: Reader) -> Reasons:
    followed = _follows(task, reader)
    return ((Reason.FOLLOWED, followed),) if followed else ((Reason.TASKS, 1),)


# --- what is left out ----------------------------------------------------------------------


def _left_stories(fresh: Sequence[Story], told: Sequence[Story], most: int) -> list[LeftOut]:
    left = [
        LeftOut("article", s.first.id, s.first.source.title, Omitted.CAP, place, s.reasons)
        for place, s in enumerate(fresh[most:], start=most + 1)
    ]
    left += [LeftOut("article", s.first.id, s.first.source.title, Omitted.TOLD) for s in told]
    return left


def _starters(pieces: Iterable[Piece]) -> tuple[str, ...]:
    names = [piece.source.source for piece in pieces if piece.starter]
    return tuple(dict.fromkeys(name for name in names if name))
