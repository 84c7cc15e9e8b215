"""The face of this package: every question a reader may ask, each answered with a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.briefings import (
    answer,
    article,
    conference,
    digest,
    lists,
    matters,
    moved,
    news,
    places,
    rows,
    speaker,
    stories,
    summary,
    task,
    tasks,
    themes,
)
from bot.briefings.cards import (
    ArticleCard,
    ArticleList,
    Bilingual,
    Choice,
    ConferenceCard,
    ConferenceList,
    DigestCard,
    Edition,
    Section,
    SpeakerCard,
    SpeakerList,
    SummaryCard,
    TaskCard,
    TaskList,
    TermCard,
)
from bot.briefings.news import News, NewsStand, Span
from bot.briefings.periods import Period
from bot.briefings.placing import version
from bot.briefings.reader import NOBODY, Reader
from bot.briefings.synonyms import Synonyms
from bot.store.database import Database
from bot.store.models import Conference, Speaker
from summarizer.text.dates import PartialDate
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
        self._tasks = tasks.TaskIndex(self._wordings)
        self._news = NewsStand()

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary.load()

    @cached_property
    def _synonyms(self) -> Synonyms:
        return Synonyms(self._glossary)

    def _wordings(self, words: str) -> tuple[str, ...]:
        return self._synonyms.wordings(words)

    async def conferences(
        self, page: int = 1, period: Period | None = None, *, past: bool = False
    ) -> ConferenceList:
        """The conferences, newest first; those that are over if ``past``, and those within a period
        if one is given.
        """
        async with self._db.read() as session:
            return await lists.conferences(session, page, self._today(), period, past=past)

    async def conferences_in(
        self, place: str, page: int = 1, period: Period | None = None
    ) -> ConferenceList:
        """The conferences that are held in a place, named in either language, newest first; those
        within a period if one is given. Those of a matter or kind where the words ask for that:
        "on climate", "international in Hanoi".
        """
        today, matter = self._today(), matters.asked_matter(place)
        async with self._db.read() as session:
            if matter is not None:
                return replace(
                    await matters.conferences_on(
                        session, place, matter, self._wordings, page, today, period
                    ),
                    matter=True,
                )
            names = places.names_of(place, self._wordings)
            return await lists.conferences_in(session, place, names, page, today, period)

    async def upcoming(self, page: int = 1) -> ConferenceList:
        """Conferences that are still to come, next first."""
        async with self._db.read() as session:
            return await lists.upcoming(session, page, self._today())

    async def visits(
        self,
        place: str = "",
        page: int = 1,
        period: Period | None = None,
        *,
        upcoming: bool = False,
        past: bool = False,
    ) -> ConferenceList:
        """The visits, newest first, those still to come or those that were made; to one country or
        body if its key is given, and within a period if one is.
        """
        async with self._db.read() as session:
            return await lists.visits(
                session, page, self._today(), place, upcoming=upcoming, past=past, period=period
            )

    async def conference(
        self, id_: int, page: int = 1, section: Section = Section.OVERVIEW
    ) -> ConferenceCard | None:
        """The briefing on a conference: its overview, or a page of one section."""
        async with self._db.read() as session:
            return await conference.brief(session, id_, page, section)

    async def find_conference(self, query: str) -> ConferenceCard | Choice | None:
        """The briefing on the conference of that name, or a choice of several or of the nearest."""
        async with self._db.read() as session:
            found = await answer.conference(session, query, self._today())
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

    async def tasks(self, word: str = "", page: int = 1, zone: ZoneInfo | None = None) -> TaskList:
        """The tasks, newest first; those of a theme, from a period, whose days are those of
        ``zone``, that somebody has to do ("of the Ministry of Health"), or with certain words
        where asked. Those that are due then ("due this month"), the
        next first, where that is asked for.
        """
        async with self._db.read() as session:
            return await self._tasks.find(session, word, page, self._today(), zone)

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

    async def search(
        self,
        words: str,
        page: int = 1,
        period: Period | None = None,
        zone: ZoneInfo | None = None,
    ) -> ArticleList:
        """The articles that have the words, or the glossary's other words for them, in either
        language; diacritics count where they are typed. Those of a period where one is asked for,
        whose days are those of ``zone``.
        """
        async with self._db.read() as session:
            return await answer.articles(session, words, page, self._synonyms, period, zone)

    async def summary(self, of: str, id_: int) -> SummaryCard | None:
        """The summary of an ``article``, ``conference``, ``speaker`` or ``task``.

        Raises:
            KeyError: if ``of`` is nothing of these.
        """
        async with self._db.read() as session:
            return await _SUMMARIES[of](session, id_)

    async def theme_summary(
        self,
        theme: str,
        page: int = 1,
        period: Period | None = None,
        zone: ZoneInfo | None = None,
    ) -> SummaryCard:
        """What the articles on a theme say of it, those of a period where one is asked for, whose
        days are those of ``zone``; a card without lines where there are none.

        Raises:
            KeyError: if there is no such theme.
        """
        async with self._db.read() as session:
            return await themes.of_theme(session, theme, page, period, zone)

    async def period_summary(self, period: Period, zone: ZoneInfo, page: int = 1) -> SummaryCard:
        """What the articles of a period tell, whose days are those of ``zone``; a card without
        lines where there are none.
        """
        async with self._db.read() as session:
            return await stories.of_period(session, period, zone, page)

    async def newest_day(self) -> PartialDate | None:
        """The date of the newest article, ``None`` where none has one."""
        async with self._db.read() as session:
            return await lists.newest_day(session)

    async def themes(
        self, period: Period | None = None, zone: ZoneInfo | None = None
    ) -> list[tuple[str, int]]:
        """The themes that tasks have, each with the number of articles, the most first; those of
        the articles of a period where one is asked for.
        """
        async with self._db.read() as session:
            return await themes.listed(session, period, zone)

    async def said(
        self, id_: int, words: str, period: Period | None = None, zone: ZoneInfo | None = None
    ) -> SummaryCard | None:
        """What the speaker said on something, within a period perhaps, whose days are those of
        ``zone``; ``None`` where nothing of it is known.
        """
        wordings = self._synonyms.wordings(words)
        async with self._db.read() as session:
            return await summary.of_statements(session, id_, words, wordings, period, zone)

    async def said_then(self, id_: int, period: Period, zone: ZoneInfo) -> SummaryCard | None:
        """What the speaker said within a period, whose days are those of ``zone``, or ``None``
        where nothing is known.
        """
        async with self._db.read() as session:
            return await summary.of_speaker_then(session, id_, period, zone)

    async def digest(
        self,
        since: int,
        until: int,
        *,
        on_demand: bool = True,
        late: bool = False,
        backfill: bool | None = None,
        reader: Reader = NOBODY,
        edition: Edition = Edition.DIGEST,
        short: bool = False,
        explain: bool = False,
    ) -> DigestCard:
        """What entered the library after ``since`` up to ``until`` (library sequence).

        Old and bulk-loaded material (backfill) is told on demand only, unless ``backfill`` says.
        ``short`` tells a quarter less. ``explain`` has the card say what was left out, too.
        """
        old = on_demand if backfill is None else backfill
        span = Span(since, until, old, reader.again)
        async with self._db.read() as session:
            there = await self._news.of(session, span, texts=bool(reader.keywords))

            own = there.narrowed(reader)
            today = self._today()
            key = (own.key, today, edition, on_demand, late, short, explain)

            def made() -> DigestCard:
                return digest.compose(
                    there,
                    own,
                    today=today,
                    edition=edition,
                    on_demand=on_demand,
                    late=late,
                    short=short,
                    explain=explain,
                )

            if (card := there.kept.get(key)) is None:
                # The first lines are read for what is shown only, then all is put together.
                await news.read_lines(session, there, digest.shown_numbers(made()))
                card = made()
                if len(there.kept) < news.CARDS:
                    there.kept[key] = card
            return card

    async def changed(self, conference_id: int, reader: Reader) -> DigestCard:
        """What is new about a conference since the reader was told of it; empty if nothing is."""
        async with self._db.read() as session:
            row = await moved.find(session, Conference, conference_id)
        return digest.changed(None if row is None else rows.conference(row), reader)

    async def known(self, conference_id: int) -> str:
        """The version in which a conference is known now; empty if there is none."""
        async with self._db.read() as session:
            row = await moved.find(session, Conference, conference_id)
        return "" if row is None else version(rows.conference(row))

    async def named(self, thing: str, id_: int) -> Bilingual | None:
        """What a speaker or conference is called, ``None`` if there is none of this number."""
        async with self._db.read() as session:
            if thing == "speaker":
                who = await moved.find(session, Speaker, id_)
                return rows.speaker_name(who) if who is not None else None
            row = await moved.find(session, Conference, id_)
            return rows.conference(row).name if row is not None else None

    def theme(self, word: str) -> str | None:
        """The theme that a word names in either language."""
        return tasks.theme_named(word)

    def themes_like(self, words: str) -> list[str]:
        """The themes whose name has these words."""
        return themes.like(words)

    def theme_mostly(self, words: str) -> str | None:
        """The theme of whose name the words are the greater part."""
        return themes.mostly(words)

    async def news(self, since: int, until: int, *, texts: bool = False) -> News:
        """The articles between two marks, without backfill, as digests and alerts see them."""
        async with self._db.read() as session:
            return await self._news.of(session, Span(since, until), texts=texts)

    async def term(self, word: str) -> TermCard:
        """What the glossary has on a word, in either language."""
        return answer.term(self._glossary, word)
