"""/follow, /unfollow, /following and their buttons."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.render.chat_actions import FollowThing, FollowWords, SetAlerts, ShowFollowing, Unfollow
from bot.store.follows import MOST
from bot.store.models import Chat, Follow

NOW = datetime(2026, 11, 16, tzinfo=UTC)


async def followed(db):
    async with db.read() as session:
        rows = await session.scalars(select(Follow).order_by(Follow.id))
        return [(row.thing, row.thing_id, row.text) for row in rows]


@pytest.mark.parametrize(
    ("asked", "kept", "said"),
    [
        ("tran van binh", ("speaker", 4, ""), "Tran Van Binh"),
        ("speaker tran van binh", ("speaker", 4, ""), "Tran Van Binh"),
        ("trial", ("conference", 3, ""), "Trial Conference"),
        ("conference trial", ("conference", 3, ""), "Trial Conference"),
        ("economic diplomacy", ("theme", 0, "economic"), "economic diplomacy"),
        ("ngoại giao kinh tế", ("theme", 0, "economic"), "economic diplomacy"),
        ("theme cultural diplomacy", ("theme", 0, "cultural"), "cultural diplomacy"),
        ("theme: economic diplomacy", ("theme", 0, "economic"), "economic diplomacy"),
        ("chủ đề: ngoại giao kinh tế", ("theme", 0, "economic"), "economic diplomacy"),
        ("Chủ đề : ngoại giao kinh tế", ("theme", 0, "economic"), "economic diplomacy"),
        ("theme：economic diplomacy", ("theme", 0, "economic"), "economic diplomacy"),
        ("chủ đề： ngoại giao kinh tế", ("theme", 0, "economic"), "economic diplomacy"),
        ("từ khóa：ASEAN：bao", ("keyword", 0, "ASEAN：bao"), "ASEAN：bao"),
        ("topic economic diplomacy", ("theme", 0, "economic"), "economic diplomacy"),
        ("speaker: tran van binh", ("speaker", 4, ""), "Tran Van Binh"),
        ("từ khóa: ASEAN: bao", ("keyword", 0, "ASEAN: bao"), "ASEAN: bao"),
        ("ASEAN: theme", ("keyword", 0, "ASEAN: theme"), "ASEAN: theme"),
        ("keyword Biển Đông", ("keyword", 0, "Biển Đông"), "Biển Đông"),
        ("từ khóa ASEAN", ("keyword", 0, "ASEAN"), "ASEAN"),
        ("diễn giả Nobody Known", ("keyword", 0, "Nobody Known"), "Nobody Known"),
        ("quantum dots", ("keyword", 0, "quantum dots"), "quantum dots"),
    ],
)
async def test_what_is_asked_for_is_followed(talk, world, db, asked, kept, said):
    [sent] = await talk(f"/follow {asked}", lang="en")
    assert await followed(db) == [kept]
    assert said in sent.text
    assert "5 messages a day" in sent.text
    [again] = await talk(f"/theodoi {asked}")
    assert "already" in again.text
    assert await followed(db) == [kept]


async def test_words_are_listed_as_they_were_written_and_followed_once(talk, world, db):
    await talk("/follow keyword Biển Đông", lang="en")
    [again] = await talk("/follow keyword BIEN DONG")
    assert "“Biển Đông” already" in again.text
    await talk("/follow tran van binh")
    await talk("/language both")
    [both] = await talk("/following")
    listed = [line for line in both.text.splitlines() if "🔔" in line]
    assert listed == ["1. 🔔 “Biển Đông”", "2. 🔔 Trần Văn Bình"]
    assert await followed(db) == [("keyword", 0, "Biển Đông"), ("speaker", 4, "")]


async def test_a_name_that_may_be_several_is_asked_back(talk, world, db):
    [sent] = await talk("/follow binh", lang="en")
    assert await followed(db) == []
    assert sent.buttons["Tran Van Binh"] == FollowThing("speaker", 4).pack()
    assert sent.buttons["“binh”"] == FollowWords("binh").pack()
    told, _ = await talk.press(sent.buttons["“binh”"])
    assert "binh" in told.text
    assert await followed(db) == [("keyword", 0, "binh")]


async def test_the_button_under_a_card(talk, world, db):
    [card] = await talk("/speaker tran van binh", lang="en")
    told, _ = await talk.press(card.buttons["☆ Follow"])
    assert told.method == "sendMessage"
    await talk.press(FollowThing("task", 7).pack())
    await talk.press(FollowThing("conference", 3).pack())
    assert await followed(db) == [
        ("speaker", 4, ""), ("theme", 0, "economic"), ("conference", 3, ""),
    ]  # fmt: skip
    for gone in (FollowThing("task", 99), FollowThing("speaker", 99)):
        [refused] = await talk.press(gone.pack())
        assert "no longer in the library" in refused.text


async def test_the_list_and_its_buttons(talk, world, db):
    [sent] = await talk("/following", lang="en")
    assert "nothing yet" in sent.text
    await talk("/follow tran van binh")
    await talk("/follow keyword asean")
    [sent] = await talk("/dangtheodoi")
    assert "1. 🔔 Tran Van Binh" in sent.text
    assert "2. 🔔 “asean”" in sent.text
    shown, _ = await talk.press(sent.buttons["🔔 1"], buttons=list(sent.buttons.values()))
    assert shown.method == "editMessageText"
    assert "1. 🔕 Tran Van Binh" in shown.text
    shown, _ = await talk.press(SetAlerts(3).pack())
    assert "at most 3 times a day" in shown.text
    assert "✓ 3 a day" in shown.buttons
    async with db.read() as session:
        assert (await session.scalar(select(Chat))).alerts_a_day == 3
    told, _ = await talk.press(shown.buttons["✕ 1"])
    assert "no longer follow Tran Van Binh" in told.text
    assert await followed(db) == [("keyword", 0, "asean")]


async def test_unfollowing_by_name(talk, world, db):
    for asked in ("tran van binh", "trial", "economic diplomacy", "keyword asean"):
        await talk(f"/follow {asked}", lang="en")
    assert "no longer" in (await talk("/unfollow Trần Văn Bình"))[0].text
    assert "no longer" in (await talk("/botheodoi trial conference"))[0].text
    assert "no longer" in (await talk("/unfollow ngoại giao kinh tế"))[0].text
    assert "no longer" in (await talk("/unfollow asean"))[0].text
    assert await followed(db) == []
    assert "do not follow that" in (await talk("/unfollow asean"))[0].text


async def test_unfollowing_by_a_part_of_the_name(talk, world, db):
    for asked in ("tran van binh", "trial", "keyword binh minh"):
        await talk(f"/follow {asked}", lang="en")
    [sent] = await talk("/unfollow binh")  # the speaker, or the words: the list is shown
    assert "What you follow" in sent.text
    assert len(await followed(db)) == 3
    assert "no longer follow Tran Van Binh" in (await talk("/unfollow văn bình"))[0].text
    assert "do not follow that" in (await talk("/unfollow bin"))[0].text
    assert len(await followed(db)) == 2


async def test_unfollowing_a_theme_with_a_colon(talk, world, db):
    for asked in (
        "theme: economic diplomacy", "chủ đề: ngoại giao kinh tế", "topic: economic",
        "theme：economic diplomacy",
    ):  # fmt: skip
        await talk("/follow economic diplomacy", lang="en")
        assert "no longer" in (await talk(f"/unfollow {asked}"))[0].text
        assert await followed(db) == []


async def test_a_long_list_is_cut_into_messages_that_telegram_takes(talk, world, db):
    await talk("/language both")
    async with db.write() as session:
        chat = await session.scalar(select(Chat))
        for number in range(MOST):
            text = f"{number} " + "🚢&<" * 25
            session.add(
                Follow(chat_id=chat.id, thing="keyword", thing_id=0, text=text, created_at=NOW)
            )
    sent = await talk("/following")
    assert len(sent) > 1
    assert all(len(each.text.encode("utf-16-le")) // 2 <= 4096 for each in sent)
    assert sum(each.text.count("🔔") for each in sent) == MOST
    assert not any(each.buttons for each in sent[:-1])
    assert "✕ 100" in sent[-1].buttons
    assert len(sent[-1].buttons) <= 100
    assert "1 tin/ngày · 1 a day" in sent[-1].buttons


async def test_words_of_any_kind_are_kept_and_shown_as_they_are(talk, world, db):
    await talk("/start", lang="en")
    for words in ("<b>A</b> & 'x'", "🚢🚢🚢", "مرحبا بالعالم"):
        [sent] = await talk(f"/follow keyword {words}")
        assert "you follow" in sent.text
        assert ("keyword", 0, words) in await followed(db)
        assert "<b>A</b>" not in sent.text
    [sent] = await talk("/follow keyword " + "long " * 40)
    assert "too long" in sent.text
    [sent] = await talk("/follow theme fishing for compliments")
    assert "no theme “fishing for compliments”" in sent.text
    assert "economic diplomacy" in sent.text
    assert len(await followed(db)) == 3


async def test_of_another_chat_nothing_is_ended(talk, world, db):
    await talk("/follow tran van binh", lang="en")
    for data in (Unfollow(1).pack(), Unfollow(1, 1).pack()):
        [refused] = await talk.press(data, chat=6, lang="en")
        assert "do not follow that" in refused.text
    assert len(await followed(db)) == 1


async def test_bounds(talk, db, clock):
    [sent] = await talk("/follow keyword a", lang="en")
    assert "too short" in sent.text
    assert await followed(db) == []
    for number in range(MOST):
        clock.forward(minutes=1)
        await talk.press(FollowWords(f"word {number}").pack())
    clock.forward(minutes=1)
    [sent] = await talk("/follow keyword one more")
    assert f"may follow {MOST} things" in sent.text
    shown, _ = await talk.press(ShowFollowing().pack())
    assert shown.buttons
    assert FollowWords.of("x" * 100) is None


async def test_in_vietnamese(talk, world):
    [sent] = await talk("/theodoi ngoại giao kinh tế", lang="vi")
    assert "ngoại giao kinh tế" in sent.text
    [sent] = await talk("/dangtheodoi")
    assert "từ khóa ASEAN" in sent.text
