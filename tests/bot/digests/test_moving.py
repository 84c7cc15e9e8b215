"""Schedules that are moved, paused and missed: no digest twice, and none lost."""

import random
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from bot.briefings.cards import Edition
from bot.briefings.digest import CAPS, Caps
from bot.digests import parse_wish, subscribing
from bot.store.models import Chat, Schedule
from bot.store.occasions import claim, of_schedule
from tests.bot.digests.desk import HANOI, at


def told(texts):
    return sorted(word for text in texts for word in text.split() if word.startswith("news-"))


async def run(desk, *moments):
    texts = []
    for moment in moments:
        texts += await desk.tick(moment)
    return texts


async def test_moved_later_after_it_ran_it_runs_again_with_what_is_new_since(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    assert told(await desk.tick(at(16, 7))) == ["news-1"]
    await desk.publish("news-2")
    desk.now = at(16, 9)
    moved = await desk.change(mine.id, local_time=time(18, 30))
    assert moved.next_run.astimezone(HANOI).day == 16
    texts = await run(desk, at(16, 12), at(16, 18, 30), at(16, 19), at(17, 7))
    assert told(texts) == ["news-2"]
    assert told(await desk.tick(at(17, 18, 30))) == []
    assert len(await desk.rows()) == 3


async def test_moved_later_with_nothing_new_nothing_is_doubled(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    await desk.tick(at(16, 7))
    await desk.change(mine.id, local_time=time(8))
    assert await run(desk, at(16, 8), at(16, 9)) == []
    assert [state for _, _, state in await desk.rows()] == ["sent", "empty"]


async def test_moved_later_before_it_ran_it_runs_once(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    desk.now = at(16, 6, 50)
    await desk.change(mine.id, local_time=time(8))
    assert told(await run(desk, at(16, 7), at(16, 8), at(16, 8, 1), at(17, 7))) == ["news-1"]


async def test_moved_in_the_moment_in_which_it_is_due_and_not_claimed(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    desk.now = at(16, 7) + timedelta(seconds=5)
    await desk.change(mine.id, local_time=time(7, 30))
    assert told(await run(desk, at(16, 7, 1), at(16, 7, 30), at(16, 7, 31))) == ["news-1"]
    assert len(await desk.rows()) == 1


@pytest.mark.parametrize(
    ("hour", "seconds", "to"), [(6, 0, time(5)), (7, 5, time(6, 30)), (6, 0, time(0, 1))]
)
async def test_moved_earlier_to_a_time_that_has_passed_before_it_ran(desk, hour, seconds, to):
    """The day's digest would be lost: it comes at once, and from the next day on at its time."""
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    desk.now = at(16, hour, 30 if hour == 6 else 0) + timedelta(seconds=seconds)
    await desk.change(mine.id, local_time=to)
    assert told(await run(desk, desk.now + timedelta(seconds=15), at(16, 7, 1))) == ["news-1"]
    assert len(await desk.rows()) == 1
    await desk.publish("news-2")
    assert told(await desk.tick(at(17, to.hour, to.minute))) == ["news-2"]


async def test_moved_earlier_after_it_ran_it_does_not_run_again_that_day(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    await desk.tick(at(16, 7))
    await desk.publish("news-2")
    desk.now = at(16, 10)
    await desk.change(mine.id, local_time=time(6))
    assert await run(desk, at(16, 10), at(16, 23)) == []
    assert told(await desk.tick(at(17, 6))) == ["news-2"]


async def test_moved_back_and_forth_all_is_told_once(desk):
    mine = await desk.subscribe("07:00")
    seen = []
    for hour in range(6, 22):
        await desk.publish(f"news-{hour}")
        seen += told(await desk.tick(at(16, hour, 30)))
        other = time(21) if hour % 2 else time(6)
        await desk.change(mine.id, local_time=other)
    seen += told(await desk.tick(at(17, 21)))
    assert seen == sorted(set(seen), key=lambda name: int(name[5:]))
    assert len(seen) == 16


async def test_another_zone(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    await desk.tick(at(16, 7))
    desk.now = at(16, 8)
    moved = await desk.change(mine.id, zone=ZoneInfo("Europe/Paris"))
    assert moved.next_run.utcoffset() == timedelta(hours=1)
    await desk.publish("news-2")
    assert await desk.tick(at(16, 12)) == []
    assert told(await desk.tick(at(16, 13))) == ["news-2"], "07:00 in Paris"
    assert await desk.tick(at(17, 7)) == []


async def test_another_zone_in_which_the_day_is_over(desk):
    desk.now = at(16, 20)
    mine = await desk.subscribe("21:00")
    await desk.publish("news-1")
    await desk.change(mine.id, zone=ZoneInfo("Pacific/Auckland"))
    assert told(await run(desk, at(16, 20, 1), at(16, 21))) in ([], ["news-1"])
    texts = [t for m in (at(17, 14), at(17, 15), at(17, 16)) for t in await desk.tick(m)]
    everything = [key for _, key, state in await desk.rows() if state == "sent"]
    assert len(everything) == 1, texts


async def test_other_days_only(desk):
    mine = await desk.subscribe("07:00")
    await desk.publish("news-1")
    await desk.tick(at(16, 7))
    desk.now = at(16, 9)
    changed = await desk.change(mine.id, weekdays=0b0011111)
    assert changed.next_run.day == 17
    assert await run(desk, at(16, 9, 30), at(16, 23)) == []


async def test_two_digests_at_the_same_minute_tell_nothing_twice(desk):
    await desk.subscribe("07:00")
    await desk.subscribe("07:00 Asia/Bangkok")
    await desk.publish("news-1")
    assert told(await desk.tick(at(16, 7))) == ["news-1"]
    assert sorted(state for _, _, state in await desk.rows()) == ["empty", "sent"]


async def test_a_claim_is_there_once_also_for_weeks(desk):
    mine = await desk.subscribe("weekly mon 08:00")
    async with desk.db.write() as session:
        row = await session.get_one(Schedule, mine.id)
        first = of_schedule(row, date(2026, 11, 16), desk.now)
        assert first.key == f"{mine.id}:2026-W47"
        assert await claim(session, first, desk.now) is not None
        row.revision += 1
        again = of_schedule(row, date(2026, 11, 19), desk.now)
        assert await claim(session, again, desk.now) is None, "moved within its week"
        later = of_schedule(row, date(2026, 11, 23), desk.now)
        assert await claim(session, later, desk.now) is not None


async def test_keys_of_years_with_53_weeks(desk):
    mine = await desk.subscribe("weekly mon 08:00")
    async with desk.db.read() as session:
        row = await session.get_one(Schedule, mine.id)
        assert of_schedule(row, date(2026, 12, 31), desk.now).key.endswith("2026-W53")
        assert of_schedule(row, date(2027, 1, 1), desk.now).key.endswith("2026-W53")
        assert of_schedule(row, date(2027, 1, 4), desk.now).key.endswith("2027-W01")


# --- days of rest --------------------------------------------------------------------------


async def test_what_comes_in_during_a_pause_is_in_the_next(desk):
    await desk.subscribe("07:00")
    await desk.publish("news-1")
    await desk.tick(at(16, 7))
    async with desk.db.write() as session:
        await subscribing.pause(session, desk.chat, date(2026, 11, 19), desk.now)
    await desk.publish("news-2")
    assert await run(desk, at(17, 7), at(18, 7), at(18, 23)) == []
    await desk.publish("news-3")
    assert told(await desk.tick(at(19, 7))) == ["news-2", "news-3"]
    assert len(await desk.rows()) == 2, "a paused day is no occasion"


async def test_a_pause_over_a_stop_of_the_bot(desk):
    """The bot was down through the pause: the paused days are no missed occasions."""
    await desk.subscribe("07:00")
    await desk.publish("news-1")
    await desk.set(paused_until=date(2026, 11, 18))
    assert told(await desk.tick(at(18, 9))) == ["news-1"]
    assert [state for _, _, state in await desk.rows()] == ["sent"]


async def test_quiet_days(desk):
    await desk.subscribe("07:00")
    async with desk.db.write() as session:
        await subscribing.set_quiet(
            session, desk.chat, 1 << 1, [date(2026, 11, 18), date(2026, 11, 1)], desk.now
        )
    await desk.publish("news-1")
    texts = await run(desk, at(16, 7))
    await desk.publish("news-2")
    texts += await run(desk, at(17, 7), at(18, 7), at(19, 7))
    assert told(texts) == ["news-1", "news-2"]
    assert [key.rsplit(":", 1)[1] for _, key, _ in await desk.rows()] == [
        "2026-11-16",
        "2026-11-19",
    ]
    async with desk.db.read() as session:
        rest = await subscribing.rest_of(session, desk.chat)
        assert rest.dates == {date(2026, 11, 18)}, "the past is forgotten"


async def test_a_review_moved_within_its_week_after_it_ran_is_announced_for_the_next(desk):
    mine = await desk.subscribe("weekly mon 08:00")
    await desk.publish("news-1")
    assert len(await desk.tick(at(16, 8))) == 1
    moved = await desk.change(mine.id, weekdays=1 << 3)
    assert moved.next_run == at(26, 8), "it ran this week"
    async with desk.db.write() as session:
        [listed] = await subscribing.of_chat(session, desk.chat, desk.now)
        await subscribing.pause(session, desk.chat, None, desk.now)
        [after] = await subscribing.of_chat(session, desk.chat, desk.now)
    assert listed.next_run == after.next_run == at(26, 8)
    await desk.publish("news-2")
    assert await desk.tick(at(19, 9)) == []
    await desk.publish("news-3")
    assert told(await desk.tick(at(26, 8))) == ["news-2", "news-3"], "ten days, without a gap"
    await desk.publish("news-4")
    assert told(await desk.tick(at(26, 8) + timedelta(days=7))) == ["news-4"]


async def test_a_review_that_has_not_run_yet_is_moved_within_its_week(desk):
    mine = await desk.subscribe("weekly wed 08:00")
    await desk.publish("news-1")
    moved = await desk.change(mine.id, weekdays=1 << 4)
    assert moved.next_run == at(20, 8)
    assert await desk.tick(at(18, 9)) == []
    assert len(await desk.tick(at(20, 8))) == 1


async def test_one_review_a_chat_and_one_a_week_however_it_is_asked_for(desk):
    first = await desk.subscribe("weekly mon 08:00")
    await desk.publish("news-1")
    assert len(await desk.tick(at(16, 8))) == 1
    second = await desk.subscribe("weekly fri 17:00 always")
    assert (second.id, second.new, second.always) == (first.id, False, True)
    assert second.next_run == at(27, 17)
    async with desk.db.write() as session:
        assert await subscribing.unsubscribe(session, desk.chat) == 1
        assert await subscribing.of_chat(session, desk.chat, desk.now) == []
    third = await desk.subscribe("weekly wed 09:00")
    assert (third.new, third.always) == (True, False)
    assert third.next_run == at(25, 9), "this week's has been told"
    assert await run(desk, at(18, 9), at(20, 17)) == []
    await desk.publish("news-2")
    assert len(await desk.tick(at(25, 9))) == 1


async def test_it_comes_in_the_topic_in_which_it_was_last_asked_for(desk):
    for asked in ("07:00", "weekly mon 08:00"):
        for thread in (5, 9, None):
            async with desk.db.write() as session:
                mine = await subscribing.subscribe(
                    session, desk.chat, parse_wish(asked, HANOI), desk.now, thread
                )
                assert (await session.get_one(Schedule, mine.id)).thread == thread


async def test_a_weekly_review_missed_by_a_stop_comes_late_and_says_so(desk):
    await desk.subscribe("weekly mon 08:00")
    await desk.publish("news-1")
    [text] = await desk.tick(at(16, 12))
    assert "Late" in text
    assert "week in review" in text


async def test_a_review_missed_by_too_much_is_folded_into_the_next(desk):
    await desk.subscribe("weekly mon 08:00")
    await desk.publish("news-1")
    assert await desk.tick(at(17, 8)) == []
    assert [state for _, _, state in await desk.rows()] == ["missed"]
    assert told(await desk.tick(at(23, 8))) == ["news-1"]


async def test_a_hundred_paused_chats_do_not_keep_others_waiting(desk):
    await desk.publish("news-1")
    for key in range(100, 230):
        chat = await desk.meet(key)
        await desk.subscribe("06:30", chat=chat)
    async with desk.db.write() as session:
        for chat in await session.scalars(select(Chat).where(Chat.chat_key >= 100)):
            chat.paused_until = date(2027, 1, 1)
    await desk.subscribe("06:31")
    assert told(await desk.tick(at(16, 6, 31))) == ["news-1"]


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_a_reader_does_all_is_told_once(desk, seed, monkeypatch):
    """Moves, zones, days, pauses, quiet days, failures and stops, in any order."""
    monkeypatch.setitem(CAPS, Edition.DIGEST, Caps(items=99))  # no group is ever full
    chance = random.Random(seed)
    mine = await desk.subscribe("07:00")
    published, seen = [], []
    moment = at(16, 5)
    for step in range(40):
        moment += timedelta(minutes=chance.choice([7, 45, 200, 900]))
        desk.now = moment
        match chance.randrange(8):
            case 0 | 1:
                name = f"news-{seed}-{step}"
                published.append(name)
                await desk.publish(name)
            case 2:
                await desk.change(mine.id, local_time=time(chance.randrange(24), 30))
            case 3:
                zone = chance.choice(["Europe/Paris", "Asia/Tokyo", "America/New_York"])
                await desk.change(mine.id, zone=ZoneInfo(zone), weekdays=chance.randrange(1, 128))
            case 4:
                day = moment.date() + timedelta(days=chance.randrange(1, 3))
                async with desk.db.write() as session:
                    await subscribing.pause(session, desk.chat, day, moment)
            case 5:
                async with desk.db.write() as session:
                    mask = chance.randrange(127)
                    await subscribing.set_quiet(session, desk.chat, mask, [], moment)
            case 6:
                await desk.tick(moment, fails=True)
            case _:
                seen += told(await desk.tick(moment))
    async with desk.db.write() as session:
        await subscribing.pause(session, desk.chat, None, moment)
        await subscribing.set_quiet(session, desk.chat, 0, [], moment)
    await desk.change(mine.id, local_time=time(12), weekdays=127, zone=HANOI)
    for hours in range(0, 72, 3):
        seen += told(await desk.tick(moment + timedelta(hours=hours)))
    assert sorted(seen) == sorted(published)
    assert seen
