import shutil
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from bot.store import chats
from bot.store.chats import Entry
from bot.store.database import Database
from bot.store.models import AccessCode, CodeTry, Lease, SeenUpdate

NOW = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
BOT = "telegram:77"


@pytest.fixture
async def db(tmp_path, empty_database):
    shutil.copy(empty_database, tmp_path / "chats.sqlite3")
    database = Database(f"sqlite:///{tmp_path / 'chats.sqlite3'}")
    await database.open()
    yield database
    await database.close()


async def make(db, key=5, bot=BOT, language="vi", now=NOW):
    async with db.write() as session:
        row = await chats.get_or_make(
            session, bot, key, language=language, zone="Asia/Ho_Chi_Minh", now=now
        )
        await session.flush()
        return chats.view(row)


async def redeem(db, code, key=5, now=NOW):
    async with db.write() as session:
        row = await chats.get_or_make(session, BOT, key, language="", zone="UTC", now=now)
        await session.flush()
        return await chats.redeem(session, row, code, now)


async def test_a_chat_is_one_row_per_bot(db):
    first = await make(db)
    assert (await make(db, language="en")) == first
    other = await make(db, bot="local", language="en")
    assert other.id != first.id
    assert (other.language, other.allowed, other.active) == ("en", False, True)


async def test_a_language_is_filled_in_once_and_a_blocked_chat_comes_back(db):
    await make(db, language="")
    async with db.write() as session:
        row = await chats.find(session, BOT, 5)
        row.active = False
    chat = await make(db, language="en")
    assert chat.language == "en"
    assert chat.active
    assert (await make(db, language="vi")).language == "en"


async def test_a_code_lets_one_chat_in_once(db):
    async with db.write() as session:
        code = await chats.issue_code(session, NOW)
    assert await redeem(db, f"  {code.lower().replace('-', ' ')} ") is Entry.ALLOWED
    assert (await make(db)).allowed
    assert await redeem(db, code, key=6) is Entry.WRONG
    assert not (await make(db, key=6)).allowed


async def test_the_code_itself_is_not_kept_and_a_new_one_voids_the_old(db):
    async with db.write() as session:
        old = await chats.issue_code(session, NOW)
        new = await chats.issue_code(session, NOW)
    async with db.read() as session:
        [kept] = await session.scalars(select(AccessCode.code_hash))
    assert new.replace("-", "") not in kept.upper()
    assert len(kept) == 64
    assert await redeem(db, old) is Entry.WRONG
    assert await redeem(db, new) is Entry.ALLOWED


async def test_guessing_is_limited_per_chat_and_hour(db):
    async with db.write() as session:
        code = await chats.issue_code(session, NOW)
    for minute in range(chats.TRIES):
        now = NOW + timedelta(minutes=minute)
        assert await redeem(db, "AAAA-2222", now=now) is Entry.WRONG
    late = NOW + timedelta(minutes=50)
    assert await redeem(db, code, now=late) is Entry.TOO_MANY
    assert await redeem(db, "AAAA-2222", key=9, now=late) is Entry.WRONG
    # The first try is an hour old: one more is free.
    assert await redeem(db, code, now=NOW + timedelta(hours=1)) is Entry.ALLOWED
    async with db.read() as session:
        assert await session.scalar(select(func.count()).select_from(CodeTry)) == chats.TRIES


def test_only_what_has_the_shape_of_a_code_counts_as_a_try():
    assert chats.looks_like_code("abcd-2345")
    assert chats.looks_like_code("ABCD 2345")
    for text in ("", "hello", "/start", "ABCD-0123", "ABCD-23456", "đbcd-2345"):
        assert not chats.looks_like_code(text)


async def test_an_update_is_claimed_once_per_bot(db):
    async with db.write() as session:
        assert await chats.claim(session, BOT, 10, NOW)
    async with db.write() as session:
        assert not await chats.claim(session, BOT, 10, NOW)
        assert await chats.claim(session, "local", 10, NOW)
    async with db.read() as session:
        assert await chats.was_seen(session, BOT, 10)
        assert not await chats.was_seen(session, BOT, 11)


async def test_a_claim_is_undone_with_the_change_it_belongs_to(db):
    async def fail():
        async with db.write() as session:
            assert await chats.claim(session, BOT, 12, NOW)
            raise RuntimeError("the change failed")

    with pytest.raises(RuntimeError):
        await fail()
    async with db.read() as session:
        assert not await chats.was_seen(session, BOT, 12)


async def test_updates_are_forgotten_after_a_day(db):
    async with db.write() as session:
        await chats.claim(session, BOT, 1, NOW)
        await chats.claim(session, BOT, 2, NOW + timedelta(hours=2))
    async with db.write() as session:
        assert await chats.purge_seen(session, NOW + timedelta(hours=25)) == 1
    async with db.read() as session:
        assert list(await session.scalars(select(SeenUpdate.update_id))) == [2]


async def lease(db, holder, now, name="poll"):
    async with db.write() as session:
        return await chats.acquire(session, name, holder, now, timedelta(seconds=30))


async def test_a_lease_has_one_holder_until_it_runs_out(db):
    assert await lease(db, "one", NOW) is None
    assert await lease(db, "two", NOW + timedelta(seconds=29)) == NOW + timedelta(seconds=30)
    assert await lease(db, "two", NOW, name="another") is None
    # The holder prolongs it; it is counted from then.
    assert await lease(db, "one", NOW + timedelta(seconds=20)) is None
    assert await lease(db, "two", NOW + timedelta(seconds=49)) == NOW + timedelta(seconds=50)
    assert await lease(db, "two", NOW + timedelta(seconds=50)) is None
    assert await lease(db, "one", NOW + timedelta(seconds=51)) is not None


async def test_only_the_holder_gives_a_lease_back(db):
    await lease(db, "one", NOW)
    async with db.write() as session:
        await chats.release(session, "poll", "two")
        assert await chats.holder_of(session, "poll") == "one"
        await chats.release(session, "poll", "one")
    async with db.read() as session:
        assert await session.scalar(select(func.count()).select_from(Lease)) == 0
    assert await lease(db, "two", NOW) is None
