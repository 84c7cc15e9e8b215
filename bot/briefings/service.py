"""The face of this package: every question a reader may ask, each answered with a card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property

from bot.briefings import (
    answer,
    article,
    conference,
    digest,
    lists,
    speaker,
    summary,
    task,
    tasks,
)
from bot.briefings.cards import (
    ArticleCard,
    ArticleList,
    Choice,
    ConferenceCard,
    ConferenceList,
    DigestCard,
    Section,
    SpeakerCard,
    SpeakerList,
    SummaryCard,
    TaskCard,
    TaskList,
    TermCard,
)
from bot.store.database import Database
from translations.terminology import Glossary

_SUMMARIES = {
    "article": summary.of_article,
    "conference": summary.of_conference,
    "speaker": summary.of_speaker,
    "task": summary.of_task,
}


class Briefings:
    """Answers questions from the library.

    Each answer is a handful of queries in one snapshot of the database; no model runs here.
    ``None`` means that there is no such thing, and no name near it. ``today`` tells the date by
    which a conference is to come.
    """

    def __init__(self, db: Database, today: Callable[[], date] = date.today) -> None:
        self._db = db
        self._today = today
        self._tasks = tasks.TaskIndex()

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary.load()

    async def conferences(self, page: int = 1) -> ConferenceList:
        """The conferences, newest first."""
        async with self._db.read() as session:
            return await lists.conferences(session, page, self._today())

    async def upcoming(self, page: int = 1) -> ConferenceList:
        """Conferences that are still to come, next first."""
        async with self._db.read() as session:
            return await lists.upcoming(session, page, self._today())

    async def conference(
        self, id_: int, page: int = 1, section: Section = Section.OVERVIEW
    ) -> ConferenceCard | None:
        """The briefing on a conference: its overview, or a page of one section."""
        async with self._db.read() as session:
            return await conference.brief(session, id_, page, section)

    async def find_conference(self, query: str) -> ConferenceCard | Choice | None:
        """The briefing on the conference of that name, or a choice of several or of the nearest."""
        async with self._db.read() as session:
            found = await answer.conference(session, query)
            if not isinstance(found, int):
                return found
            return await conference.brief(session, found, 1, Section.OVERVIEW)

    async def speakers(self, page: int = 1) -> SpeakerList:
        """The speakers, those with most statements first."""
        async with self._db.read() as session:
            return await lists.speakers(session, page)

    async def speaker(
        self, id_: int, page: int = 1, section: Section = Section.OVERVIEW
    ) -> SpeakerCard | None:
        """The briefing on a speaker: the overview, or a page of one section."""
        async with self._db.read() as session:
            return await speaker.brief(session, id_, page, section)

    async def find_speaker(self, query: str) -> SpeakerCard | Choice | None:
        """The briefing on the speaker of that name, or a choice of several or of the nearest."""
        async with self._db.read() as session:
            found = await answer.speaker(session, query)
            if not isinstance(found, int):
                return found
            return await speaker.brief(session, found, 1, Section.OVERVIEW)

    async def tasks(self, word: str = "", page: int = 1) -> TaskList:
        """The tasks, newest first; those of a theme or with certain words where asked."""
        async with self._db.read() as session:
            return await self._tasks.find(session, word, page)

    async def task(self, number: int) -> TaskCard | None:
        """The briefing on a task."""
        async with self._db.read() as session:
            return await task.brief(session, number)

    async def latest(self, page: int = 1) -> ArticleList:
        """The newest articles."""
        async with self._db.read() as session:
            return await lists.latest(session, page)

    async def article(
        self, number: int, page: int = 1, section: Section = Section.OVERVIEW
    ) -> ArticleCard | None:
        """The briefing on an article: the overview, or a page of one section."""
        async with self._db.read() as session:
            return await article.brief(session, number, page, section)

    async def search(self, words: str, page: int = 1) -> ArticleList:
        """The articles that have the words, in either language, with or without diacritics."""
        async with self._db.read() as session:
            return await answer.articles(session, words, page)

    async def summary(self, of: str, id_: int) -> SummaryCard | None:
        """The summary of an ``article``, ``conference``, ``speaker`` or ``task``.

        Raises:
            KeyError: if ``of`` is nothing of these.
        """
        async with self._db.read() as session:
            return await _SUMMARIES[of](session, id_)

    async def digest(
        self,
        since: int,
        until: int,
        *,
        on_demand: bool = True,
        late: bool = False,
        backfill: bool | None = None,
    ) -> DigestCard:
        """What entered the library after ``since`` up to ``until`` (library sequence).

        Old and bulk-loaded material (backfill) is told on demand only, unless ``backfill`` says.
        """
        async with self._db.read() as session:
            return await digest.brief(
                session,
                since,
                until,
                backfill=on_demand if backfill is None else backfill,
                on_demand=on_demand,
                late=late,
            )

    async def term(self, word: str) -> TermCard:
        """What the glossary has on a word, in either language."""
        return answer.term(self._glossary, word)
