"""The list of digests and its buttons; it is Monday 6 May 2024, 10:00 in Hanoi."""

from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select

from bot.render.chat_actions import (
    ChangeSchedule,
    Pause,
    SetQuiet,
    SetZone,
    ShowSchedules,
    SubscribeWeekly,
)
from bot.store.models import Chat, Schedule


async def schedules(db):
    async with db.read() as session:
        return list(
            await session.scalars(select(Schedule).where(Schedule.active).order_by(Schedule.id))
        )


async def chat_row(db):
    async with db.read() as session:
        return await session.scalar(select(Chat).where(Chat.chat_key == 5))


async def test_a_digest_is_changed_by_its_buttons(talk, db):
    await talk("/subscribe 07:00", lang="en")
    [listed] = await talk("/subscribe")
    [more] = [data for data in listed.buttons.values() if data.startswith("p:")]
    detail, _ = await talk.press(more)
    assert detail.method == "editMessageText"
    assert "07:00 every day" in detail.text
    times, _ = await talk.press(detail.buttons["Change the time"])
    assert "At what time" in times.text
    changed, _ = await talk.press(times.buttons["18:30"])
    assert "18:30 every day (Asia/Ho_Chi_Minh)" in changed.text
    assert "Monday, 6 May 2024, 18:30" in changed.text
    changed, _ = await talk.press(changed.buttons["Mon–Fri"])
    assert "18:30 on Mon–Fri" in changed.text
    changed, _ = await talk.press(changed.buttons["Also with nothing new"])
    assert "also with nothing new" in changed.text
    zones, _ = await talk.press(changed.buttons["Time zone"])
    changed, _ = await talk.press(zones.buttons["Paris"])
    assert "Europe/Paris" in changed.text
    [row] = await schedules(db)
    assert (f"{row.local_time:%H:%M}", row.weekdays, row.zone) == ("18:30", 31, "Europe/Paris")
    assert (row.when_empty, row.revision) == ("always", 4)
    changed, _ = await talk.press(changed.buttons["Only with news"])
    assert (await schedules(db))[0].when_empty == "news"


async def test_in_vietnamese_and_in_both(talk):
    await talk("/dangky hàng tuần t6 17:00", lang="vi")
    [sent] = await talk("/dangky")
    assert "Điểm tin tuần, Th 6 17:00" in sent.text
    assert "Thứ Sáu, 10/5/2024, 17:00" in sent.text
    await talk("/language both")
    [sent] = await talk("/dangky")
    assert "Điểm tin tuần, Th 6" in sent.text
    assert "The week in review, Fri" in sent.text


async def test_words_of_the_grammar(talk, db):
    await talk("/subscribe always 07:00", lang="en")
    await talk("/subscribe weekly 08:00")
    await talk("/subscribe hằng ngày 09:00")
    kept = [(r.kind, r.weekdays, r.when_empty) for r in await schedules(db)]
    assert kept == [("digest", 127, "always"), ("weekly", 1, "news"), ("digest", 127, "news")]
    await talk("/subscribe weekdays 07:00")
    assert (await schedules(db))[0].when_empty == "always", "not said: stays as it was"


async def test_the_review_of_the_week_by_button(talk, db):
    made, _ = await talk.press(SubscribeWeekly().pack(), lang="en")
    assert "The week in review, Mon 08:00" in made.text
    assert "Monday, 13 May 2024, 08:00" in made.text
    [row] = await schedules(db)
    detail, _ = await talk.press(ShowSchedules(row.id).pack())
    changed, _ = await talk.press(detail.buttons["Sun"])
    assert "Sun 08:00" in changed.text
    assert "Mon–Fri" not in changed.buttons


async def test_strangers_and_old_buttons(talk, db):
    await talk("/subscribe 07:00", lang="en")
    [row] = await schedules(db)
    for action in (ChangeSchedule(row.id, "time", "0900"), ShowSchedules(row.id)):
        [refused] = await talk.press(action.pack(), chat=6, lang="en")
        assert "no such digest" in refused.text
    [unread] = await talk.press(ChangeSchedule(row.id, "time", "9999").pack())
    assert "older version" in unread.text
    [unread] = await talk.press(ChangeSchedule(row.id, "days", "0").pack())
    assert "older version" in unread.text
    [unread] = await talk.press(ChangeSchedule(row.id, "zone", "Mars").pack())
    assert "older version" in unread.text
    assert (await schedules(db))[0].revision == 1


async def test_the_zone_of_the_chat(talk, db):
    offered, _ = await talk.press(SetZone().pack(), lang="en")
    told, _ = await talk.press(offered.buttons["Tokyo"])
    assert "Asia/Tokyo" in told.text
    [sent] = await talk("/subscribe 07:00")
    assert "(Asia/Tokyo)" in sent.text


async def test_there_is_an_end_to_the_number_of_digests(talk, db, clock):
    for minute in range(20):
        clock.forward(minutes=1)
        await talk(f"/subscribe 17:{minute:02}", lang="en")
    [sent] = await talk("/subscribe 08:00")
    assert "may have 20 digests" in sent.text
    assert len(await schedules(db)) == 20


# --- days of rest --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "until", "said"),
    [
        ("2024-06-01", date(2024, 6, 1), "Saturday, 1 June 2024"),
        ("7d", date(2024, 5, 13), "Monday, 13 May 2024"),
        ("2 weeks", date(2024, 5, 20), "Monday, 20 May 2024"),
        ("1/6", date(2024, 6, 1), "1 June 2024"),
        ("3/2", date(2025, 2, 3), "3 February 2025"),
        ("5 ngày", date(2024, 5, 11), "11 May 2024"),
    ],
)
async def test_a_pause(talk, db, asked, until, said):
    await talk("/subscribe 07:00", lang="en")
    [sent] = await talk(f"/pause {asked}")
    assert said in sent.text
    assert (await chat_row(db)).paused_until == until
    [row] = await schedules(db)
    assert row.next_due_at == datetime.combine(until, time(0), UTC), "07:00 in Hanoi"
    [sent] = await talk("/subscribe")
    assert "Paused" in sent.text
    assert said in sent.text
    [sent] = await talk("/resume")
    assert "come again" in sent.text
    assert (await chat_row(db)).paused_until is None
    [row] = await schedules(db)
    assert row.next_due_at.date() == date(2024, 5, 7)
    [sent] = await talk("/tieptuc")
    assert "no pause" in sent.text


@pytest.mark.parametrize("asked", ["2024-05-06", "0d", "yesterday", "2024-13-40", "900d", "31/2"])
async def test_days_that_no_pause_can_end_on(talk, db, asked):
    [sent] = await talk(f"/pause {asked}", lang="en")
    assert "no day of the coming year" in sent.text
    assert (await chat_row(db)).paused_until is None


async def test_a_pause_by_buttons(talk, db):
    [sent] = await talk("/tamdung", lang="vi")
    told, _ = await talk.press(sent.buttons["7 ngày"])
    assert "Thứ Hai, 13/5/2024" in told.text
    assert (await chat_row(db)).paused_until == date(2024, 5, 13)
    told, _ = await talk.press(Pause(0).pack())
    assert "lại được gửi" in told.text


async def test_quiet_days(talk, db):
    await talk("/subscribe 18:30", lang="en")
    [sent] = await talk("/quiet mon,tue")
    assert "Every Mon, Tue" in sent.text
    [row] = await schedules(db)
    assert row.next_due_at.date() == date(2024, 5, 8), "the evening of this Monday is none"
    await talk("/quiet 2024-05-08")
    assert (await schedules(db))[0].next_due_at.date() == date(2024, 5, 9)
    shown, _ = await talk.press(SetQuiet(1).pack())
    assert "Every Mon" in shown.text
    assert "🔕 Mon" in shown.buttons
    assert "Tue" in shown.buttons
    assert "8 May 2024" in shown.text
    assert (await schedules(db))[0].next_due_at.date() == date(2024, 5, 7)
    [sent] = await talk("/quiet off")
    assert "You have none" in sent.text
    assert (await schedules(db))[0].next_due_at.date() == date(2024, 5, 6)


async def test_not_every_day_can_be_quiet(talk, db):
    [sent] = await talk("/quiet daily", lang="en")
    assert "Every day would be quiet" in sent.text
    [sent] = await talk("/ngaynghi sometimes")
    assert "cannot read days" in sent.text
    assert (await chat_row(db)).quiet_weekdays == 0


async def test_a_digest_all_of_whose_days_are_quiet_says_so(talk):
    await talk("/subscribe sun 09:00", lang="en")
    await talk("/quiet sun")
    [sent] = await talk("/subscribe")
    assert "all its days are quiet days" in sent.text


async def test_a_pause_is_ended_by_words(talk, db):
    await talk("/pause 7d", lang="en")
    [sent] = await talk("/pause off")
    assert "come again" in sent.text
    assert (await chat_row(db)).paused_until is None


async def test_weekdays_and_dates_at_once(talk, db):
    [sent] = await talk("/ngaynghi chủ nhật, 30/4 và 1/5", lang="vi")
    assert "Hằng tuần: CN" in sent.text
    assert "30/4/2025" in sent.text
    chat = await chat_row(db)
    assert (chat.quiet_weekdays, chat.quiet_dates) == (1 << 6, ["2025-04-30", "2025-05-01"])


async def test_the_review_is_ended_by_its_name_and_changed_by_asking_again(talk, db):
    await talk("/subscribe 07:00", lang="en")
    [sent] = await talk("/unsubscribe weekly")
    assert "do not get the week in review" in sent.text
    await talk("/subscribe weekly 08:00")
    [sent] = await talk("/subscribe weekly fri 17:00")
    assert "Changed: The week in review, Fri 17:00" in sent.text
    [sent] = await talk("/huydangky hàng tuần")
    assert "17:00 has ended" in sent.text
    [sent] = await talk("/unsubscribe all")
    assert "no digests any more" in sent.text


async def test_many_digests_in_two_languages_fit_into_messages(talk, db, clock):
    await talk("/language both")
    for hour in range(20):
        clock.forward(minutes=1)
        await talk(f"/subscribe t2,t4,t6 {hour}:00 America/Argentina/Buenos_Aires always")
    clock.forward(minutes=1)
    sent = await talk("/subscribe")
    assert len(sent) > 1
    assert all(len(each.text.encode("utf-16-le")) // 2 <= 4096 for each in sent)
    assert "⚙ 19:00 Th 2, Th 4, Th 6 · Mon, Wed, Fri" in sent[-1].buttons
    quiet = (await talk("/quiet"))[0]
    assert "Th 2 · Mon" in quiet.buttons
