"""The list of tasks, and finding those of a word, theme, period or deadline."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.briefings import rows, themes
from bot.briefings.assigned import Assigned, asked_assigned, is_named
from bot.briefings.cards import Bilingual, TaskList, TaskRef
from bot.briefings.dated import title, titled, within
from bot.briefings.due import Due, asked_due, ordered
from bot.briefings.lists import starter_sources
from bot.briefings.paging import cut, page_of
from bot.briefings.periods import Period, asked_period, cuts
from bot.briefings.words_in_time import words_in_time
from bot.store.models import Article, Task
from bot.store.search import find_speakers
from bot.texts import LANGUAGES, translator
from bot.texts.names import THEMES
from summarizer.text.folding import fold, words

TASKS: Final = 6
"""Tasks on a page."""
_ADDRESS: Final = re.compile(r"^(?:ông|bà|đồng chí|mr\.?|mrs\.?|ms\.?)\s+(?=\S)", re.IGNORECASE)
"""What may stand before the name of somebody, with its marks."""
_PACKED: Final = re.compile(r"\d{8}-\d{8}")
"""A period as a button has it."""
_VISIBLE: Final[tuple[ColumnElement[bool], ...]] = (
    Task.withdrawn.is_(False),
    Article.hidden.is_(False),
)


@dataclass(frozen=True, slots=True)
class _Folded:
    """The texts of a task as they are searched; made anew only when they change."""

    of: tuple[str | None, ...]
    text: str


class TaskIndex:
    """Finds tasks by words without diacritics in either language, by the name of a theme, by the
    period that their articles are of or by when they are due, or by a theme and one of these; and
    by who has to do them.

    The folded texts are kept between questions. ``wordings`` tells what else words are called.
    """

    def __init__(self, wordings: Callable[[str], Sequence[str]] = lambda _: ()) -> None:
        self._folded: dict[int, _Folded] = {}
        self._wordings = wordings

    async def find(
        self,
        session: AsyncSession,
        word: str,
        number: int,
        today: date,
        zone: ZoneInfo | None = None,
    ) -> TaskList:
        """Tasks, newest first; of a theme, from a period or with the words where asked. Where it
        is asked when they are due ("due before 15/12"), what lies ahead comes first.

        What may be a period ("2030") is words where no task is from it and some have them.
        """
        word = " ".join(word.split())
        theme = theme_named(word)
        if not theme and (asked := _theme_and_due(word, today)) is not None:
            card = await self._due(session, *asked, number, today)
            if card.items or asked[1] != Due():
                return card
        period: Period | None = None
        if word and not theme:
            theme, period = _theme_and_period(word, today)
        whose, then = _whose_then(word, today)
        if not theme and period is None and whose is not None:
            theme = theme_named(whose.who)
            if not theme:
                card = await self._assigned(session, whose, number, then, zone)
                if card.items or whose.sure:
                    return card
                as_words = await self._of(session, word, None, None, number, zone)
                return as_words if as_words.items or whose.setter else card
        found = await self._of(session, word, theme, period, number, zone)
        if period is not None and not theme and not found.items:
            as_words = await self._of(session, word, None, None, number, zone)
            return as_words if as_words.items else found
        return found

    async def _due(
        self, session: AsyncSession, theme: str | None, due: Due, number: int, today: date
    ) -> TaskList:
        """The tasks of a theme perhaps that have a deadline, by that."""
        visible = [*_VISIBLE, Task.due != ""]
        if theme:
            visible.append(Task.theme == theme)
        known = (await session.execute(_newest(select(Task.id, Task.due), visible))).all()
        found = ordered([(number, due) for number, due in known], due, today)
        name = due.name
        if theme:
            of = rows.own_words(THEMES[theme])
            vi, en = (f"{of.in_(each)}, {name.in_(each)}" for each in LANGUAGES)
            name = Bilingual(vi, en, machine=False)
        page = page_of(number, len(found), TASKS)
        return TaskList(
            items=await _shown(session, cut(found, page, TASKS)),
            word=f"{THEMES[theme]} {due.pack()}" if theme else due.pack(),
            page=page,
            total=len(found),
            starter_sources=await starter_sources(session),
            time=name,
            by_due=True,
            dated=0 if found else len(known),
        )

    async def _assigned(
        self,
        session: AsyncSession,
        whose: Assigned,
        number: int,
        period: Period | None = None,
        zone: ZoneInfo | None = None,
    ) -> TaskList:
        """The tasks that somebody has to do, newest first, from a period if one is given; those
        that somebody set or stated, also where these are asked for by "of" and there are no others.
        """
        bare = _ADDRESS.sub("", whose.who)
        names = (*dict.fromkeys((whose.who, bare)), *self._wordings(bare))
        visible = list(_VISIBLE)
        if period is not None:
            visible.append(within(period, zone or ZoneInfo("UTC")))
        found = await (_set_by if whose.setter else _to_do_by)(session, names, visible)
        if not found and not whose.setter and whose.sure:
            setter = replace(whose, setter=True)
            other = await self._assigned(session, setter, number, period, zone)
            if other.items:
                return replace(other, instead=True)
        page = page_of(number, len(found), TASKS)
        return TaskList(
            items=await _shown(session, cut(found, page, TASKS)),
            word=f"{whose.pack()} {period.pack()}" if period is not None else whose.pack(),
            page=page,
            total=len(found),
            starter_sources=await starter_sources(session),
            time=title(period) if period is not None else None,
            whose=whose.who,
            setter=whose.setter,
        )

    async def _of(
        self,
        session: AsyncSession,
        word: str,
        theme: str | None,
        period: Period | None,
        number: int,
        zone: ZoneInfo | None,
    ) -> TaskList:
        visible = list(_VISIBLE)
        if theme:
            visible.append(Task.theme == theme)
        if period is not None:
            visible.append(within(period, zone or ZoneInfo("UTC")))
            word = f"{THEMES[theme]} {period.pack()}" if theme else period.pack()
        if word and not theme and period is None:
            found = await self._matching(session, visible, word)
            total = len(found)
            page = page_of(number, total, TASKS)
            shown = cut(found, page, TASKS)
        else:
            total = (
                await session.scalar(select(func.count(Task.id)).join(Task.article).where(*visible))
                or 0
            )
            page = page_of(number, total, TASKS)
            shown = tuple(
                await session.scalars(
                    _newest(select(Task.id), visible).limit(TASKS).offset((page.number - 1) * TASKS)
                )
            )
        return TaskList(
            items=await _shown(session, shown),
            word=word if period is not None else theme or word,
            theme="" if theme or period is not None else await _meant(session, word),
            page=page,
            total=total,
            starter_sources=await starter_sources(session),
            time=_time(theme, period) if period is not None else None,
        )

    async def _matching(
        self, session: AsyncSession, visible: Sequence[ColumnElement[bool]], word: str
    ) -> list[int]:
        """The tasks that have the phrase; where none has, those that have all its words."""
        columns = (
            Task.id, Task.text, Task.translation, Task.set_by_text, Task.stated_by_text,
            Task.assignee, Task.assignee_translation,
        )  # fmt: skip
        found = await session.execute(_newest(select(*columns), visible))
        texts = [(row[0], self._text(row[0], tuple(row[1:]))) for row in found]
        asked = words(fold(word))
        if not asked:
            return []
        phrase = re.compile(r"\b" + r" ".join(_pattern(each) for each in asked))
        if hits := [id_ for id_, text in texts if phrase.search(text)]:
            return hits
        each = [re.compile(r"\b" + _pattern(one)) for one in asked]
        return [id_ for id_, text in texts if all(one.search(text) for one in each)]

    def _text(self, id_: int, columns: tuple[str | None, ...]) -> str:
        known = self._folded.get(id_)
        if known is None or known.of != columns:
            text = " ".join(words(fold(" . ".join(each for each in columns if each))))
            known = self._folded[id_] = _Folded(columns, text)
        return known.text


async def _to_do_by(
    session: AsyncSession, names: Sequence[str], visible: Sequence[ColumnElement[bool]]
) -> list[int]:
    """The tasks that one of these names has to do, newest first."""
    columns = Task.id, Task.assignee, Task.assignee_translation
    known = await session.execute(_newest(select(*columns), [*visible, Task.assignee != ""]))
    return [id_ for id_, own, other in known if is_named(f"{own} . {other or ''}", names)]


async def _set_by(
    session: AsyncSession, names: Sequence[str], visible: Sequence[ColumnElement[bool]]
) -> list[int]:
    """The tasks that somebody of one of these names or offices set or stated, newest first."""
    people: set[int] = set()
    for name in names:
        people.update((await find_speakers(session, name)).exact)
    columns = (
        Task.id, Task.set_by_id, Task.stated_by_id, Task.set_by_text, Task.stated_by_text,
    )  # fmt: skip
    known = await session.execute(_newest(select(*columns), visible))
    return [
        id_
        for id_, setter, stater, set_by, stated_by in known
        if not people.isdisjoint({setter, stater}) or is_named(f"{set_by} . {stated_by}", names)
    ]


async def _shown(session: AsyncSession, numbers: Sequence[int]) -> tuple[TaskRef, ...]:
    """The tasks of these numbers, in their order."""
    loaded = {
        row.id: row
        for row in await session.scalars(
            select(Task).where(Task.id.in_(numbers)).options(*rows.with_task_people())
        )
    }
    return tuple(await rows.task_refs(session, [loaded[number] for number in numbers]))


def _whose_then(word: str, today: date) -> tuple[Assigned | None, Period | None]:
    """Whose tasks are asked for, and from which period, in words or as a button has it."""
    rest, period = words_in_time(word, today)
    *before, last = word.split() or [""]
    if _PACKED.fullmatch(last):
        rest, period = " ".join(before), _period(last, today)
    whose = asked_assigned(rest) if period is not None else None
    return (whose, period) if whose is not None else (asked_assigned(word), None)


def _theme_and_due(word: str, today: date) -> tuple[str | None, Due] | None:
    """What is asked for of deadlines, with a theme before or after it perhaps; and nothing else."""
    for time, rest in cuts(word):
        theme = theme_named(" ".join(rest).strip(" ,:;()"))
        if (theme or not rest) and (due := asked_due(" ".join(time), today)) is not None:
            return theme, due
    return None


def _theme_and_period(word: str, today: date) -> tuple[str | None, Period | None]:
    """The period that words are, with a theme before or after it perhaps; and nothing else."""
    for time, rest in cuts(word):
        theme = theme_named(" ".join(rest).strip(" ,:;()"))
        if (theme or not rest) and (period := _period(" ".join(time), today)) is not None:
            return theme, period
    return None, None


def _time(theme: str | None, period: Period) -> Bilingual:
    return titled(rows.own_words(THEMES[theme]), period) if theme else title(period)


def _period(text: str, today: date) -> Period | None:
    """A period in words, or in the characters of a button."""
    try:
        packed = Period.unpack(text)
    except ValueError:
        return asked_period(text.strip(" ,:;()"), today)
    return packed if packed.since is None else None


async def _meant(session: AsyncSession, word: str) -> str:
    """The one theme that words are a key phrase of ("kiều bào"), if it has tasks; or empty."""
    like = themes.like(word) if word else []
    if len(like) != 1:
        return ""
    found = await session.scalar(
        select(Task.id)
        .join(Task.article)
        .where(Task.theme == like[0], Task.withdrawn.is_(False), Article.hidden.is_(False))
        .limit(1)
    )
    return like[0] if found is not None else ""


def _newest(
    query: Select[*tuple[Any, ...]], visible: Sequence[ColumnElement[bool]]
) -> Select[*tuple[Any, ...]]:
    return (
        query.join(Article, Article.id == Task.article_id)
        .where(*visible)
        .order_by(Article.sort_date.desc(), Article.id.desc(), Task.sentence, Task.id)
    )


def _pattern(word: str) -> str:
    """A word as a whole; longer ones, which are English, with an ending (forecast, forecasting).

    No Vietnamese syllable has more than seven letters, and those of six and seven are rare.
    """
    ending = r"\w{0,4}" if len(word) > 5 else r"s?"
    return rf"{re.escape(word)}{ending}\b"


def theme_named(word: str) -> str | None:
    """The theme that ``word`` names in either language, in full or by its main part."""
    folded = fold(word)
    if not folded:
        return None
    for theme, name in THEMES.items():
        names = {fold(theme.replace("_", " "))} if len(theme) > 5 else set()
        for language in LANGUAGES:
            names.add(fold(translator(language)(name)))
        if folded in names:
            return str(theme)
    return None
