"""Statements and tasks brought into the order in which a briefing tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.briefings.cards import Line, SpeakerRef, TaskRef
from bot.briefings.duplicates import Told
from bot.briefings.seniority import rank
from bot.store.models import Statement

PER_SPEAKER: Final = 2
"""Statements of one speaker on an overview."""


def told_once(rows: Iterable[Statement]) -> list[Statement]:
    """The statements in their order, without those that repeat one of the same speaker."""
    told: dict[int, Told] = {}
    return [row for row in rows if told.setdefault(row.speaker_id, Told()).add(row.text)]


def by_speaker(lines: Sequence[Line]) -> list[Line]:
    """Statements grouped by speaker: the most senior first, then who says most.

    Each speaker is shown with one role, the fullest of those that the lines have.
    """
    groups: dict[int, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.speaker.id if line.speaker else 0, []).append(line)
    order: list[tuple[tuple[int, int], list[Line]]] = []
    for group in groups.values():
        who = max((line.speaker for line in group if line.speaker), key=_fullness, default=None)
        order.append(((office(who), -len(group)), [replace(line, speaker=who) for line in group]))
    order.sort(key=lambda item: item[0])
    return [line for _, group in order for line in group]


def _fullness(speaker: SpeakerRef) -> int:
    return len((speaker.role.vi or speaker.role.en or "") if speaker.role else "")


def office(speaker: SpeakerRef | None) -> int:
    """The rank of a speaker by office; see :mod:`bot.briefings.seniority`."""
    if speaker is None or speaker.role is None:
        return rank("")
    return rank(speaker.role.vi or speaker.role.en or "")


def best(
    lines: Sequence[Line],
    most: int,
    per_speaker: int = PER_SPEAKER,
    *,
    fill: bool = True,
    beside: Sequence[Line] = (),
) -> list[Line]:
    """The first statements of the first speakers, quotations before reported speech.

    What stands ``beside`` them on the card already (in its summary) is taken only where a speaker
    has nothing else. Where that leaves room, ``fill`` takes further ones. The order of the lines
    is kept.
    """
    shown = {(line.article, line.text) for line in beside}
    again = [(line.article, line.text) in shown for line in lines]
    chosen: list[int] = []
    speakers = list(dict.fromkeys(line.speaker.id for line in lines if line.speaker))
    for speaker in speakers:
        own = [n for n, line in enumerate(lines) if line.speaker and line.speaker.id == speaker]
        own.sort(key=lambda n: (again[n], not lines[n].quoted))
        chosen += [n for k, n in enumerate(own[:per_speaker]) if not (k and again[n])]
    left = [n for n in range(len(lines)) if n not in set(chosen) and not again[n]] if fill else []
    room = [*chosen[:most], *left[: max(0, most - len(chosen))]]
    return [lines[n] for n in sorted(room)]


def speakers_of(lines: Iterable[Line]) -> list[SpeakerRef]:
    """Who speaks in ``lines``, in their order, with how often."""
    counts = Counter(line.speaker.id for line in lines if line.speaker)
    first = {line.speaker.id: line.speaker for line in reversed(list(lines)) if line.speaker}
    order = list(dict.fromkeys(line.speaker.id for line in lines if line.speaker))
    return [
        SpeakerRef(s.id, s.name, s.role, s.kind, counts[s.id], s.mentions)
        for s in (first[id_] for id_ in order)
    ]


def tasks_once(tasks: Iterable[TaskRef]) -> list[TaskRef]:
    """The tasks in their order, without those that another article has in nearly the same words."""
    told = Told()
    return [task for task in tasks if told.add(original(task))]


def original(task: TaskRef) -> str:
    """The task's text in the language of its article."""
    return task.text.in_(task.text.original)


def best_tasks(tasks: Sequence[TaskRef], most: int) -> list[TaskRef]:
    """Tasks for an overview: those of whom it is known who set or stated them come first.

    The order of the tasks is kept.
    """
    chosen = sorted(range(len(tasks)), key=lambda n: not (tasks[n].set_by or tasks[n].stated_by))
    return [tasks[n] for n in sorted(chosen[:most])]
