"""What a reader is told at his next contact; the clock says Monday 6 May 2024, 10:00 in Hanoi."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.render.chat_actions import ShowDelivery
from bot.store import chats, deliveries
from bot.store.models import Chat, Delivery, DeliveryPart, Schedule


@pytest.fixture
def doubt(db, clock, talk):
    async def make(hours, *, chat=5, key="k", zone=None):
        async with db.write() as session:
            row = await chats.find(session, "telegram:77", chat)
            schedule = None
            if zone is not None:
                schedule = Schedule(
                    chat_id=row.id, local_time=clock().time(), zone=zone, next_due_at=clock()
                )
                session.add(schedule)
                await session.flush()
            delivery = Delivery(
                chat_id=row.id, schedule_id=schedule.id if schedule else None, kind="digest",
                key=key, local_date=date(2024, 5, 6), due_at=clock() - timedelta(hours=hours),
                state=deliveries.UNCERTAIN, created_at=clock(),
                parts=[DeliveryPart(number=1, text=f"Digest {key}", state="uncertain", buttons=[])],
            )  # fmt: skip
            session.add(delivery)
            await session.flush()
            return delivery.id

    return make


async def states(db):
    async with db.read() as session:
        return list(await session.scalars(select(Delivery.state).order_by(Delivery.id)))


async def test_a_doubtful_digest_is_told_once_after_the_answer_and_shown_on_request(
    talk, db, doubt
):
    await talk("/conferences", lang="en")
    number = await doubt(3)
    answer, notice = await talk("/conferences")
    assert "Trial Conference" in answer.text
    assert notice.text == "Your digest of 07:00 may not have reached you."
    assert notice.buttons == {"Show 07:00": ShowDelivery(number).pack()}
    assert await states(db) == ["offered"]
    assert len(await talk("/conferences")) == 1, "told once"
    shown, *_ = await talk.press(ShowDelivery(number).pack())
    assert shown.text == "Digest k"


async def test_it_is_told_in_the_readers_language_by_the_clock_of_the_schedule(talk, db, doubt):
    await talk("/conferences", lang="vi")
    await doubt(3, key="a")
    await doubt(3, key="b", zone="Europe/Paris")
    await doubt(27, key="c")
    _, notice = await talk("/conferences")
    assert notice.text.split("\n\n") == [
        "Bản tin lúc 07:00 ngày 5/5 có thể chưa đến được bạn.",
        "Bản tin lúc 07:00 có thể chưa đến được bạn.",
        "Bản tin lúc 02:00 có thể chưa đến được bạn.",
    ]
    assert len(notice.buttons) == 3
    assert await states(db) == ["offered"] * 3


async def test_both_languages_in_one_notice(open_talk, db, clock, doubt):
    talk = await open_talk(language="both")
    await talk("/language both", lang="en")
    await doubt(3)
    _, notice = await talk("/conferences")
    assert "may not have reached you" in notice.text
    assert "có thể chưa đến" in notice.text
    assert len(notice.buttons) == 1


async def test_other_chats_are_told_nothing(talk, db, doubt):
    await talk("/conferences", lang="en")
    await doubt(3)
    assert len(await talk("/conferences", chat=6, lang="en")) == 1
    assert await states(db) == ["uncertain"]


async def test_a_notice_that_was_refused_comes_again(talk, telegram, db, doubt):
    await talk("/conferences", lang="en")
    await doubt(3)
    telegram.script("sendMessage", None, (500, "Internal Server Error", {}))
    await talk("/conferences")
    assert await states(db) == ["uncertain"]
    _, notice = await talk("/conferences")
    assert "may not have reached you" in notice.text
    assert await states(db) == ["offered"]


async def test_one_who_blocked_the_bot_is_told_of_the_pause_when_he_is_back(talk, db, clock):
    await talk("/conferences", lang="en")
    async with db.write() as session:
        row = await chats.find(session, "telegram:77", 5)
        await deliveries.pause_chat(session, row.id, clock() - timedelta(days=2))
    answer, notice = await talk("/conferences")
    assert "Trial Conference" in answer.text
    assert "since 10:00 on 4 May" in notice.text
    assert len(await talk("/conferences")) == 1
    async with db.read() as session:
        [chat] = await session.scalars(select(Chat))
    assert chat.active
    assert chat.blocked_at is None
