"""A desk for tests of what digests tell: real tables, real briefings, invented news.

Every word of it is made up. ``tick`` claims, fills and lets what was filled be sent or fail, as
the sender would; nothing leaves the process.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.briefings import Briefings
from bot.digests import subscribing
from bot.digests.outbox import Outbox
from bot.digests.request import Wish, parse_wish
from bot.digests.schedule import EVERY_DAY
from bot.store import deliveries, follows, library
from bot.store.database import Database
from bot.store.models import (
    Article,
    ArticleConference,
    ArticleSpeaker,
    Chat,
    Conference,
    Delivery,
    DeliveryItem,
    Role,
    SearchText,
    Speaker,
    Statement,
    Story,
    Task,
)
from summarizer.text.folding import fold

BOT = "local"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in November 2026, by the clock in Hanoi. The 16th is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI).astimezone(UTC)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def plain(html: str) -> str:
    reader = _Plain()
    reader.feed(html)
    return reader.text


class Desk:
    """One bot with one chat (or more), its library and its clock."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.now = at(16, 6)
        self.briefings = Briefings(db, lambda: self.now.astimezone(HANOI).date())
        self.outbox = Outbox(
            db, self.briefings, BOT,
            catch_up=timedelta(hours=12), clock=lambda: self.now, default_language="en",
        )  # fmt: skip
        self.articles = 0
        self.chat = 0

    async def open(self) -> Desk:
        self.chat = await self.meet(7)
        return self

    async def meet(self, key: int, language: str = "en", zone: str = "Asia/Ho_Chi_Minh") -> int:
        async with self.db.write() as session:
            chat = Chat(
                bot=BOT, chat_key=key, language=language, zone=zone, allowed=True,
                created_at=self.now,
            )  # fmt: skip
            session.add(chat)
            await session.flush()
            return chat.id

    # --- the reader ------------------------------------------------------------------------

    async def subscribe(self, asked: str = "07:00", chat: int = 0) -> subscribing.Subscription:
        wish: Wish = parse_wish(asked, HANOI)
        assert wish.weekdays <= EVERY_DAY
        async with self.db.write() as session:
            return await subscribing.subscribe(session, chat or self.chat, wish, self.now)

    async def change(self, number: int, **given) -> subscribing.Subscription | None:
        async with self.db.write() as session:
            return await subscribing.change(session, self.chat, number, self.now, **given)

    async def follow(self, thing: str, number: int = 0, text: str = "", chat: int = 0) -> None:
        known = await self.briefings.known(number) if thing == "conference" else ""
        async with self.db.write() as session:
            await follows.add(
                session, chat or self.chat, thing, number, text,
                mark=await library.last_sequence(session), thread=None, now=self.now,
                version=known,
            )  # fmt: skip

    async def set(self, **columns) -> None:
        async with self.db.write() as session:
            chat = await session.get_one(Chat, self.chat)
            for name, value in columns.items():
                setattr(chat, name, value)

    # --- the library -----------------------------------------------------------------------

    async def speaker(self, number: int, name: str, role: str = "") -> None:
        async with self.db.write() as session:
            session.add(
                Speaker(
                    id=number, slug=f"s{number}", kind="person", name=name, name_en=None,
                    name_folded=fold(name),
                )
            )  # fmt: skip
            await session.flush()
            if role:
                session.add(Role(speaker_id=number, title_vi=role, title_en=role))

    async def conference(self, number: int, name: str, **columns) -> None:
        async with self.db.write() as session:
            known = await session.get(Conference, number)
            if known is None:
                session.add(
                    Conference(
                        id=number,
                        slug=f"c{number}",
                        name_vi=name,
                        name_en=name,
                        **{"status": "planned"} | columns,
                    )
                )
            else:
                for column, value in columns.items():
                    setattr(known, column, value)

    async def publish(
        self,
        title: str,
        *,
        source: str = "Báo Thử",
        story: int = 0,
        says: tuple[int, str] | None = None,
        conference: int = 0,
        referred: int = 0,
        task: str = "",
        theme: str = "other",
        **columns,
    ) -> int:
        self.articles += 1
        number = self.articles
        day = self.now.astimezone(HANOI).date().isoformat()
        async with self.db.write() as session:
            if story and await session.get(Story, story) is None:
                session.add(Story(id=story))
                await session.flush()
            session.add(
                Article(
                    **{
                        "id": number, "sequence": number, "fingerprint": f"f{number}",
                        "body_fingerprint": f"b{number}", "signature": b"", "language": "en",
                        "title": title, "body": title, "source": source, "origin": "test",
                        "published": day, "sort_date": day, "added_at": self.now, "raw": {},
                        "facts": {}, "pipeline_version": "1", "engine_version": "1",
                        "glossary_version": "1", "story_id": story or None,
                    } | columns
                )
            )  # fmt: skip
            await session.flush()
            session.add(
                SearchText(article_id=number, title=fold(title), body=fold(title), names="")
            )
            for id_, coverage in ((conference, "reported"), (referred, "referred to")):
                if id_:
                    session.add(
                        ArticleConference(
                            article_id=number, conference_id=id_, number=0, name="",
                            sighting={}, coverage=coverage, sentence=0,
                        )
                    )  # fmt: skip
            if says:
                session.add(
                    ArticleSpeaker(article_id=number, speaker_id=says[0], number=0, sighting={})
                )
                session.add(
                    Statement(
                        article_id=number, speaker_id=says[0], speaker_number=0, sentence=0,
                        text=says[1], quoted=False, confidence=1.0,
                    )
                )  # fmt: skip
            if task:
                session.add(
                    Task(
                        article_id=number, text_key=f"t{number}", sentence=0, text=task,
                        theme=theme, confidence=1.0,
                    )
                )  # fmt: skip
        return number

    # --- the ticker ------------------------------------------------------------------------

    async def tick(self, moment: datetime | None = None, *, fails: bool = False) -> list[str]:
        """Let the time be ``moment``; returns the texts that are sent then (or fail)."""
        self.now = moment or self.now
        texts = []
        for delivery_id in await self.outbox.claim_due():
            await self.outbox.fill(delivery_id)
            async with self.db.write() as session:
                row = await deliveries.load(session, delivery_id)
                if row.state != deliveries.SENDING:
                    continue
                for part in row.parts:
                    part.state = "failed" if fails else "sent"
                    texts.append(plain(part.text))
                row.state = deliveries.FAILED if fails else deliveries.SENT
        return texts

    async def rows(self) -> list[tuple[str, str, str]]:
        """Kind, key and state of each delivery."""
        async with self.db.read() as session:
            found = await session.scalars(select(Delivery).order_by(Delivery.id))
            return [(row.kind, row.key, row.state) for row in found]

    async def items(self) -> dict[tuple[str, int], tuple[str, str]]:
        """What was written down as told: version and reason."""
        async with self.db.read() as session:
            found = await session.scalars(select(DeliveryItem).order_by(DeliveryItem.id))
            return {(row.thing, row.thing_id): (row.version, row.reason) for row in found}
