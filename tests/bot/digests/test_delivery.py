"""Claims, the outbox and the sender, on a real database with a programmable bot."""

import asyncio
import shutil
from collections import deque
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

import httpx
import pytest
from sqlalchemy import select
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.briefings.cards import Bilingual, DigestCard, DigestItem, SourceRef
from bot.digests.batch import Batch
from bot.digests.journal import HOLD, Journal
from bot.digests.limits import Limits
from bot.digests.outbox import Outbox
from bot.digests.sender import ATTEMPTS, Sender
from bot.digests.ticker import PUT_OFF, TRIES, Ticker
from bot.store import deliveries, holds, schedules
from bot.store.database import Database
from bot.store.holds import PartEnd
from bot.store.models import Article, Chat, Delivery, DeliveryItem, DeliveryPart, Schedule
from bot.store.occasions import claim, of_schedule

NOW = datetime(2026, 11, 20, 0, 30, tzinfo=UTC)  # 07:30 in Hanoi
BOT = "telegram:42"


class FakeBot:
    """Takes exceptions to raise, one a call, then accepts; keeps what it accepted."""

    def __init__(self):
        self.script = deque()
        self.accepted = []
        self.calls = 0

    async def send_message(self, chat_id, text, **kwargs):
        self.calls += 1
        step = self.script.popleft() if self.script else None
        if step is not None and not getattr(step, "arrived", False):
            raise step
        self.accepted.append((chat_id, text, kwargs))
        if step is not None:
            raise step
        return SimpleNamespace(message_id=100 + len(self.accepted))


def lost_answer():
    """Telegram took the message; its answer never came."""
    error = TimedOut()
    error.__cause__ = httpx.ReadTimeout("read")
    error.arrived = True
    return error


def no_connection():
    error = NetworkError("refused")
    error.__cause__ = httpx.ConnectError("refused")
    return error


class FakeBriefings:
    """Digests of the articles between two marks, by number only."""

    def __init__(self, articles):
        self.articles = articles
        self.fails = 0

    async def digest(self, since, until, **kwargs):
        if self.fails:
            self.fails -= 1
            raise RuntimeError("no digest now")
        items = tuple(
            DigestItem(SourceRef(n, Bilingual(f"Tin số {n}", f"News {n}"), "VNX"), None)
            for n in self.articles
            if since < n <= until
        )
        return DigestCard((), items, (), (), since, until, on_demand=False)


class World:
    def __init__(self, db, bot, briefings):
        self.db, self.bot, self.briefings = db, bot, briefings
        self.now = NOW
        self.slept = []
        self.starts = 0

    def restart(self):
        """A new process on the same database."""
        outbox = self.outbox = Outbox(
            self.db, self.briefings, BOT,
            catch_up=timedelta(hours=12), clock=lambda: self.now, default_language="en",
        )  # fmt: skip

        async def sleep(seconds):
            self.slept.append(seconds)
            self.now += timedelta(seconds=seconds)

        self.limits = Limits(clock=lambda: self.now.timestamp())  # noqa: PLW0108 - `now` moves
        self.starts += 1
        holder = f"process {self.starts}"
        journal = Journal(self.db, holder, lambda: self.now, sleep)
        sender = Sender(self.db, self.bot, self.limits, journal, lambda: self.now, sleep)
        batch = self.batch = Batch(self.db, outbox, "en", lambda: self.now)
        self.ticker = Ticker(self.db, outbox, sender, journal, BOT, lambda: self.now, batch=batch)
        return self

    async def rows(self, kind):
        async with self.db.read() as session:
            return list(await session.scalars(select(kind).order_by(kind.id)))

    async def states(self):
        return [row.state for row in await self.rows(Delivery)]

    async def subscribe(self, at=time(7), due=NOW - timedelta(minutes=30), key=7, bot=BOT):
        async with self.db.write() as session:
            chat = Chat(bot=bot, chat_key=key, language="en", created_at=self.now, allowed=True)
            session.add(chat)
            await session.flush()
            session.add(
                Schedule(
                    chat_id=chat.id, local_time=at, weekdays=127, zone="Asia/Ho_Chi_Minh",
                    next_due_at=due, mark=0,
                )
            )  # fmt: skip
            return chat.id

    async def publish(self, number, *, backfill=False):
        self.briefings.articles.append(number)
        async with self.db.write() as session:
            session.add(
                Article(
                    sequence=number,
                    fingerprint=str(number),
                    body_fingerprint=str(number),
                    signature=b"",
                    language="vi",
                    title=f"Tin {number}",
                    body="Tin.",
                    origin="test",
                    added_at=self.now,
                    backfill=backfill,
                    raw={},
                    facts={},
                    pipeline_version="1",
                    engine_version="1",
                    glossary_version="1",
                )
            )


@pytest.fixture
async def world(tmp_path, empty_database):
    shutil.copy(empty_database, tmp_path / "test.sqlite3")
    db = Database(f"sqlite:///{tmp_path}/test.sqlite3")
    await db.open()
    yield World(db, FakeBot(), FakeBriefings([])).restart()
    await db.close()


async def test_a_due_digest_arrives_once(world):
    await world.subscribe()
    await world.publish(1)
    for _ in range(3):
        await world.ticker.tick()
    assert len(world.bot.accepted) == 1
    assert world.bot.accepted[0][0] == 7
    assert await world.states() == ["sent"]
    [schedule] = await world.rows(Schedule)
    assert schedule.next_due_at == datetime(2026, 11, 21, 0, 0, tzinfo=UTC)


async def test_the_next_digest_tells_only_what_is_new(world):
    await world.subscribe()
    await world.publish(1)
    await world.ticker.tick()
    world.now += timedelta(days=1)
    await world.publish(2)
    await world.ticker.tick()
    texts = [text for _, text, _ in world.bot.accepted]
    assert len(texts) == 2
    assert "News 2" in texts[1]
    assert "News 1" not in texts[1]


async def test_without_news_nothing_is_sent_but_the_occasion_has_its_row(world):
    await world.subscribe()
    await world.publish(1, backfill=True)
    await world.ticker.tick()
    assert world.bot.accepted == []
    assert await world.states() == ["empty"]


async def test_only_chats_of_this_bot_are_served(world):
    await world.subscribe(bot="local")
    await world.publish(1)
    await world.ticker.tick()
    assert world.bot.calls == 0
    assert await world.states() == []


async def test_a_lost_answer_is_doubtful_and_never_sent_again(world):
    chat = await world.subscribe()
    await world.publish(1)
    world.bot.script.append(lost_answer())
    await world.ticker.tick()
    await world.restart().ticker.recover(lambda _: True)
    await world.ticker.tick()
    assert len(world.bot.accepted) == 1
    assert await world.states() == ["uncertain"]
    async with world.db.write() as session:
        rows = await deliveries.doubtful(session, chat)
        assert len(rows) == 1
        await deliveries.offer(session, [row.id for row in rows])
    async with world.db.read() as session:
        assert await deliveries.doubtful(session, chat) == []


async def test_no_connection_and_429_are_tried_again(world):
    await world.subscribe()
    await world.publish(1)
    world.bot.script.extend([no_connection(), RetryAfter(7)])
    await world.ticker.tick()
    assert world.slept == [1]
    assert world.bot.accepted == []
    [delivery] = await world.rows(Delivery)
    assert delivery.not_before == world.now + timedelta(seconds=7)
    assert delivery.holder is None
    world.now += timedelta(seconds=6)
    await world.restart().ticker.tick()
    assert world.bot.accepted == [], "the pause that was asked for survives a restart"
    world.now += timedelta(seconds=1)
    await world.ticker.tick()
    assert len(world.bot.accepted) == 1
    assert await world.states() == ["sent"]
    [part] = await world.rows(DeliveryPart)
    assert part.attempts == 3


async def test_what_fails_for_good_is_told_in_the_next_digest(world):
    await world.subscribe()
    await world.publish(1)
    world.bot.script.extend([no_connection()] * ATTEMPTS)
    tries = 0
    while await world.states() in ([], ["sending"]):
        await world.ticker.tick()
        world.now += timedelta(minutes=15)
        tries += 1
    assert 10 < tries <= ATTEMPTS
    assert await world.states() == ["failed"]
    world.now = NOW + timedelta(days=1)
    await world.publish(2)
    await world.ticker.tick()
    [(_, text, _)] = world.bot.accepted
    assert "News 1" in text
    assert "News 2" in text


async def test_a_long_429_stalls_only_that_chat(world):
    await world.subscribe(key=7)
    await world.subscribe(key=8)
    await world.publish(1)
    world.bot.script.append(RetryAfter(3600))
    await world.ticker.tick()
    assert [chat for chat, _, _ in world.bot.accepted] == [8]
    world.now += timedelta(minutes=30)
    await world.ticker.tick()
    assert len(world.bot.accepted) == 1
    world.now += timedelta(minutes=31)
    await world.ticker.tick()
    assert [chat for chat, _, _ in world.bot.accepted] == [8, 7]


async def test_a_blocked_chat_is_paused(world):
    await world.subscribe()
    await world.publish(1)
    world.bot.script.append(Forbidden("bot was blocked by the user"))
    await world.ticker.tick()
    assert await world.states() == ["failed"]
    world.now += timedelta(days=1)
    await world.ticker.tick()
    assert world.bot.calls == 1
    [chat] = await world.rows(Chat)
    assert chat.active is False


async def test_a_group_that_moved_is_followed(world):
    await world.subscribe(key=-5)
    await world.publish(1)
    world.bot.script.append(ChatMigrated(-1005))
    await world.ticker.tick()
    assert [chat for chat, _, _ in world.bot.accepted] == [-1005]
    [chat] = await world.rows(Chat)
    assert chat.chat_key == -1005


async def test_refused_markup_is_sent_plain(world):
    await world.subscribe()
    await world.publish(1)
    world.bot.script.append(BadRequest("Can't parse entities: unsupported start tag"))
    await world.ticker.tick()
    [(_, text, kwargs)] = world.bot.accepted
    assert "parse_mode" not in kwargs
    assert "<" not in text


async def test_missed_occasions_are_sent_once_and_late_or_folded(world):
    await world.subscribe(due=NOW - timedelta(days=3, minutes=30))
    await world.publish(1)
    await world.ticker.tick()
    assert sorted(await world.states()) == ["missed", "missed", "missed", "sent"]
    assert len(world.bot.accepted) == 1


async def test_too_late_is_folded_into_the_next(world):
    world.now = NOW + timedelta(hours=13)
    await world.subscribe()
    await world.publish(1)
    await world.ticker.tick()
    assert await world.states() == ["missed"]
    world.now = NOW + timedelta(hours=24)
    await world.ticker.tick()
    assert len(world.bot.accepted) == 1


@pytest.mark.parametrize("found", ["pending", "sending"])
async def test_after_a_kill(world, found):
    """Killed before a part left: it is sent. Killed while it was leaving: it is doubtful."""
    await world.subscribe()
    await world.publish(1)
    async with world.db.write() as session:
        [schedule] = await schedules.due(session, BOT, world.now)
        schedule.next_due_at += timedelta(days=1)
        delivery = await claim(session, of_schedule(schedule, NOW.date(), NOW), NOW)
        delivery_id = delivery.id
    async with world.db.write() as session:
        part = deliveries.NewPart("hello", [])
        await deliveries.prepare(
            session, delivery_id, [part], [deliveries.NewItem("article", 1)], 1, NOW
        )
        [row] = (await deliveries.load(session, delivery_id)).parts
        row.state = found
    await world.restart().ticker.recover(lambda _: True)
    await world.ticker.tick()
    assert len(world.bot.accepted) == (1 if found == "pending" else 0)
    assert await world.states() == ["sent" if found == "pending" else "uncertain"]


async def test_an_occasion_is_claimed_once_and_a_moved_schedule_again(world):
    await world.subscribe()
    async with world.db.write() as session:
        [schedule] = await schedules.due(session, BOT, world.now)
        day = NOW.date()
        assert await claim(session, of_schedule(schedule, day, NOW), NOW) is not None
        assert await claim(session, of_schedule(schedule, day, NOW), NOW) is None
        schedule.revision += 1
        assert await claim(session, of_schedule(schedule, day, NOW), NOW) is not None


async def test_a_digest_that_cannot_be_made_is_given_up_and_stops_no_other(world):
    await world.subscribe()
    await world.publish(1)
    world.briefings.fails = 2 * TRIES  # made together with others, then alone
    for _ in range(TRIES + 1):
        await world.ticker.tick()
        world.now += PUT_OFF * TRIES
    assert await world.states() == ["failed"]
    world.now += timedelta(days=1)
    await world.ticker.tick()
    assert len(world.bot.accepted) == 1


async def test_a_missing_topic_falls_back_to_the_chat(world):
    await world.subscribe(key=-5)
    await world.publish(1)
    async with world.db.write() as session:
        [schedule] = await session.scalars(select(Schedule))
        schedule.thread = 77
    world.bot.script.append(BadRequest("Message thread not found"))
    await world.ticker.tick()
    [(chat, _, kwargs)] = world.bot.accepted
    assert chat == -5
    assert "message_thread_id" not in kwargs
    assert await world.states() == ["sent"]
    [schedule] = await world.rows(Schedule)
    assert schedule.thread is None, "the next one goes to the chat at once"


async def test_a_topic_that_is_there_is_used(world):
    await world.subscribe(key=-5)
    await world.publish(1)
    async with world.db.write() as session:
        [schedule] = await session.scalars(select(Schedule))
        schedule.thread = 77
    await world.ticker.tick()
    [(_, _, kwargs)] = world.bot.accepted
    assert kwargs["message_thread_id"] == 77


async def test_one_slow_chat_holds_up_no_other(world):
    for key in range(1, 6):
        await world.subscribe(key=key)
    await world.publish(1)
    slow, usual = asyncio.Event(), world.bot.send_message

    async def send_message(chat, text, **kwargs):
        if chat == 1:
            await slow.wait()
        return await usual(chat, text, **kwargs)

    world.bot.send_message = send_message
    ticking = asyncio.create_task(world.ticker.tick())
    async with asyncio.timeout(20):
        while sorted(await world.states()) != ["sending"] + ["sent"] * 4:  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)
        slow.set()
        await ticking
    assert await world.states() == ["sent"] * 5


async def test_a_stop_finishes_what_is_in_the_air_and_leaves_the_rest(world):
    for key in range(1, 41):
        await world.subscribe(key=key)
    await world.publish(1)
    let_go, usual, begun = asyncio.Event(), world.bot.send_message, []

    async def send_message(chat, text, **kwargs):
        begun.append(chat)
        await let_go.wait()
        return await usual(chat, text, **kwargs)

    world.bot.send_message = send_message
    ticking = asyncio.create_task(world.ticker.tick())
    async with asyncio.timeout(20):
        while len(begun) < 5:  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)
        stopping = asyncio.create_task(world.ticker.stop())
        await asyncio.sleep(0.05)
        assert not stopping.done(), "what is in the air is waited for"
        let_go.set()
        await asyncio.gather(ticking, stopping)
    in_the_air = len(begun)
    assert await world.states() == ["sent"] * in_the_air + ["sending"] * (40 - in_the_air)
    assert {row.holder for row in await world.rows(Delivery)} == {None}
    await world.restart().ticker.tick()
    assert len(world.bot.accepted) == 40


async def on_its_way(world):
    """A delivery that a process holds, its part in the air; the process and the part."""
    await world.subscribe()
    await world.publish(1)
    in_the_air, answer, usual = asyncio.Event(), asyncio.Event(), world.bot.send_message

    async def send_message(chat, text, **kwargs):
        in_the_air.set()
        await answer.wait()
        return await usual(chat, text, **kwargs)

    world.bot.send_message = send_message
    ticking = asyncio.create_task(world.ticker.tick())
    await asyncio.wait_for(in_the_air.wait(), 20)
    return ticking, answer


async def test_what_another_process_holds_is_left_alone_until_the_hold_has_run_out(world):
    ticking, answer = await on_its_way(world)
    world.restart()
    await world.ticker.tick()
    assert await world.states() == ["sending"]
    world.now += HOLD + timedelta(seconds=1)
    await world.ticker.tick()
    assert await world.states() == ["uncertain"]
    answer.set()
    await ticking
    assert len(world.bot.accepted) == 1
    assert await world.states() == ["sent"], "a late answer clears it up"


async def test_one_that_overslept_sends_nothing_more(world):
    """Its hold ran out before its part was begun, and another process has sent it."""
    await world.subscribe()
    await world.publish(1)
    asleep, awake, usual = asyncio.Event(), asyncio.Event(), world.limits.wait

    async def wait(*arguments, **options):
        asleep.set()
        await awake.wait()
        return await usual(*arguments, **options)

    world.limits.wait = wait
    ticking = asyncio.create_task(world.ticker.tick())
    await asyncio.wait_for(asleep.wait(), 20)
    world.now += HOLD + timedelta(seconds=1)
    await world.restart().ticker.tick()
    assert await world.states() == ["sent"]
    awake.set()
    await ticking
    assert len(world.bot.accepted) == 1
    assert await world.states() == ["sent"]


async def test_a_process_known_to_be_dead_is_not_waited_for(world):
    ticking, answer = await on_its_way(world)
    world.restart()
    await world.ticker.recover(lambda holder: holder == "process 1")
    await world.ticker.tick()
    assert await world.states() == ["uncertain"]
    answer.set()
    await ticking


async def test_what_an_operator_sends_again_is_a_delivery_of_its_own(world):
    chat = await world.subscribe()
    await world.publish(1)
    world.bot.script.append(lost_answer())
    await world.ticker.tick()
    async with world.db.write() as session:
        [doubt] = await deliveries.in_doubt(session)
        await deliveries.resend(session, doubt.id, world.now)
    await world.ticker.tick()
    assert len(world.bot.accepted) == 2
    assert await world.states() == ["resent", "sent"]
    async with world.db.read() as session:
        assert await deliveries.doubtful(session, chat) == []


async def test_equal_digests_are_composed_once(world):
    for key in range(1, 11):
        await world.subscribe(key=key)
    await world.publish(1)
    composed, usual = [], world.briefings.digest

    async def digest(*arguments, **options):
        composed.append(arguments)
        return await usual(*arguments, **options)

    world.briefings.digest = digest
    await world.ticker.tick()
    assert len(world.bot.accepted) == 10
    assert len(composed) == 1


async def test_made_together_and_made_alone_digests_are_the_same(world):
    """Two chats alike, one made with others, one alone: for three days, one digest failing."""
    for key in (1, 2):
        await world.subscribe(key=key)
    told = {1: [], 2: []}
    for day in range(1, 4):
        await world.publish(2 * day - 1)
        await world.publish(2 * day)
        [first, second] = await world.outbox.claim_due()
        assert await world.batch.fill([first]) == {first}
        await world.outbox.fill(second)
        async with world.db.write() as session:
            for key, number in ((1, first), (2, second)):
                delivery = await deliveries.load(session, number)
                items = await session.execute(
                    select(DeliveryItem.thing, DeliveryItem.thing_id, DeliveryItem.version,
                           DeliveryItem.reason)
                    .where(DeliveryItem.delivery_id == number)
                    .order_by(DeliveryItem.id)
                )  # fmt: skip
                told[key].append(
                    (delivery.state, delivery.sequence_to, [p.text for p in delivery.parts],
                     [p.buttons for p in delivery.parts], list(items))
                )  # fmt: skip
                for part in delivery.parts:
                    part.state = "failed" if day == 2 else "sent"
                delivery.state = "failed" if day == 2 else "sent"
        world.now += timedelta(days=1)
    assert told[1] == told[2]
    assert told[1][2][2] != told[1][0][2]


async def test_what_ends_together_is_written_together(world):
    """Ends, a beginning and a putting off of five chats, in one transaction."""
    for key in range(1, 6):
        await world.subscribe(key=key)
    await world.publish(1)
    ids = await world.outbox.claim_due()
    assert await world.batch.fill(ids) == set(ids)
    now = world.now
    async with world.db.write() as session:
        assert await holds.take(session, BOT, "us", now, now + HOLD, 10) == ids
    async with world.db.read() as session:
        parts = [held.parts[0].id for held in await holds.load(session, ids)]
    transactions = []

    class Counted(Database):
        async def transact(self, work):
            transactions.append(work)
            return await world.db.transact(work)

    journal = Journal(Counted("sqlite://"), "us", lambda: world.now)
    async with world.db.read() as session:
        first, *_, last = await holds.load(session, ids)
    assert await journal.begin(first, parts[0])
    done = len(transactions)
    results = await asyncio.gather(
        journal.finish(ids[0], PartEnd(parts[0], "sent", 1)),
        journal.finish(ids[1], PartEnd(parts[1], "failed")),
        journal.finish(ids[2], PartEnd(parts[2], "failed")),
        journal.put_off(ids[3], now + HOLD),
        journal.begin(last, parts[4]),
    )  # fmt: skip
    assert results == ["sent", "failed", "failed", None, True]
    assert len(transactions) == done + 1
    assert await world.states() == ["sent", "failed", "failed", "sending", "sending"]
    ended = await journal.finish(ids[4], PartEnd(parts[4], "sent", 2))
    assert ended == "sent", "also where nothing leaves any more"
