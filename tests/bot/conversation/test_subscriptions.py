"""/subscribe, /unsubscribe and /digest; the clock of these tests says Monday 6 May 2024, 10:00 in Hanoi."""

from datetime import date

import pytest
from sqlalchemy import select

from bot.render.chat_actions import ShowDelivery
from bot.store import chats, deliveries
from bot.store.models import Delivery, DeliveryPart, Schedule


async def schedules(db):
    async with db.read() as session:
        rows = await session.scalars(select(Schedule).where(Schedule.active))
        return [(f"{row.local_time:%H:%M}", row.weekdays, row.zone) for row in rows]


@pytest.mark.parametrize(
    ("asked", "kept", "said", "following"),
    [
        ("07:00", ("07:00", 127, "Asia/Ho_Chi_Minh"), "07:00 every day", "Tuesday, 7 May 2024, 07:00"),
        ("18h30", ("18:30", 127, "Asia/Ho_Chi_Minh"), "18:30 every day", "Monday, 6 May 2024, 18:30"),
        ("weekdays 7:05 Europe/Paris", ("07:05", 31, "Europe/Paris"), "07:05 on Mon–Fri",
         "Monday, 6 May 2024, 07:05"),
        ("8:00 pm hanoi", ("20:00", 127, "Asia/Ho_Chi_Minh"), "20:00", "20:00"),
    ],
)  # fmt: skip
async def test_a_subscription_is_kept_and_echoed_with_its_next_run(
    talk, db, asked, kept, said, following
):
    [sent] = await talk(f"/subscribe {asked}", lang="en")
    assert await schedules(db) == [kept]
    assert said in sent.text
    assert kept[2] in sent.text
    assert following in sent.text


async def test_in_vietnamese_too(talk):
    [sent] = await talk("/dangky t2-t6 07:00", lang="vi")
    assert "Th 2–Th 6" in sent.text
    assert "Thứ Ba, 7/5/2024, 07:00" in sent.text


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("25:00", "“25:00”"),
        ("7", "“7”"),
        ("tomorrow", "“tomorrow”"),
        ("07:00 Mars/Olympus", "“Mars/Olympus”"),
        ("07:00 Asia/Ho_Chi_Min", "Asia/Ho_Chi_Minh"),
    ],
)
async def test_bad_times_and_zones_are_told(talk, db, asked, expected):
    [sent] = await talk(f"/subscribe {asked}", lang="en")
    assert expected in sent.text
    assert "I cannot read" in sent.text or "time zone" in sent.text
    assert await schedules(db) == []


async def test_the_same_time_is_one_subscription(talk, db):
    await talk("/subscribe 07:00")
    [sent] = await talk("/subscribe weekdays 07:00", lang="en")
    assert "already" in sent.text or "đã" in sent.text
    assert await schedules(db) == [("07:00", 31, "Asia/Ho_Chi_Minh")]


async def test_without_words_there_is_what_the_chat_has_and_how_to_have_more(talk):
    [sent] = await talk("/subscribe", lang="en")
    assert "no digests" in sent.text
    assert "u:0700" in sent.buttons.values()
    await talk("/subscribe 07:00")
    [sent] = await talk("/subscribe", lang="en")
    assert "07:00 every day" in sent.text
    assert [data[0] for data in sent.buttons.values()] == ["p", "n", "w", "z", "k"]


async def test_unsubscribing(talk, db):
    for at in ("07:00", "12:00", "18:00"):
        await talk(f"/subscribe {at}", lang="en")
    assert "12:00 has ended" in (await talk("/unsubscribe 12:00"))[0].text
    assert "no digest at 12:00" in (await talk("/unsubscribe 12:00"))[0].text
    assert "“noon”" in (await talk("/unsubscribe noon"))[0].text
    assert len(await schedules(db)) == 2
    assert "no digests any more" in (await talk("/huydangky"))[0].text
    assert await schedules(db) == []
    assert "You have no digests" in (await talk("/unsubscribe"))[0].text


async def test_a_doubtful_delivery_is_shown_again_to_its_own_chat_only(talk, db, clock):
    await talk("/conferences", lang="en")
    async with db.write() as session:
        row = await chats.find(session, "telegram:77", 5)
        delivery = Delivery(
            chat_id=row.id, kind="digest", key="k", local_date=date(2024, 5, 6), due_at=clock(),
            state=deliveries.UNCERTAIN, created_at=clock(),
            parts=[DeliveryPart(number=1, text="<b>Digest</b>", state="uncertain", buttons=[
                [["Open", "o:article:1"], ["Old", "zzz"]]])],
        )  # fmt: skip
        session.add(delivery)
        await session.flush()
        number = delivery.id
    shown, *_ = await talk.press(ShowDelivery(number).pack())
    assert shown.text == "<b>Digest</b>"
    assert shown.buttons == {"Open": "o:article:1"}
    [refused] = await talk.press(ShowDelivery(number).pack(), chat=6)
    assert refused.method == "answerCallbackQuery"
    assert refused.text


async def test_of_two_times_in_one_message_none_is_taken(talk, db):
    [sent] = await talk("/dangky 7h và 19h", lang="vi")
    assert "Mỗi lần chỉ một giờ" in sent.text
    [sent] = await talk("/subscribe", lang="vi")
    assert "07:00" in sent.buttons, "times to choose from: there is no digest yet"
