"""Buttons of all kinds, old and broken ones too."""

import html
import re

import pytest

from bot.render.actions import (
    ListConferences,
    ListConferencesThen,
    ListTasks,
    Open,
    OpenList,
    Reply,
    Search,
    ShowDigest,
    Summarize,
)
from bot.render.chat_actions import (
    Nothing,
    SetLanguage,
    ShowDelivery,
    ShowHelp,
    Subscribe,
    Unsubscribe,
)
from summarizer.text.folding import fold

OWN = [Open("conference", 3, "tasks", 1, "vi").pack(), Open("conference", 3, "", 1, "en").pack()]


def methods(sent):
    return [each.method for each in sent]


@pytest.mark.parametrize(
    ("action", "asked"),
    [
        (Open("conference", 3), ("conference", 3, 1, "")),
        (Open("speaker", 4, "mentions", 2), ("speaker", 4, 2, "mentions")),
        (Open("article", 1), ("article", 1, 1, "")),
        (Open("task", 7), ("task", 7)),
        (OpenList("conferences", 2), ("conferences", 2)),
        (OpenList("past-conferences", 2), ("conferences", 2, "past")),
        (
            OpenList("conferences", 2, "", "", "20240501-20240531"),
            ("conferences", 2, "20240501-20240531"),
        ),
        (OpenList("upcoming"), ("upcoming", 1)),
        (OpenList("speakers"), ("speakers", 1)),
        (OpenList("latest", 3), ("latest", 3)),
        (OpenList("visits", 2), ("visits", "", 2, False)),
        (OpenList("visits", 2, "en", "nhat ban"), ("visits", "nhat ban", 2, False)),
        (OpenList("upcoming-visits"), ("visits", "", 1, True)),
        (OpenList("past-visits", 3), ("visits", "", 3, "past")),
        (
            OpenList("visits", 1, "", "", "20210501-20210531"),
            ("visits", "", 1, False, "20210501-20210531"),
        ),
        (ListConferences(2, "", "ha noi"), ("conferences_in", "ha noi", 2)),
        (
            ListConferencesThen(2, "en", "20210501-20210531", "ha noi"),
            ("conferences_in", "ha noi", 2, "20210501-20210531"),
        ),
        (ListTasks(2, "", "thu nghiem"), ("tasks", "thu nghiem", 2)),
        (Search(2, "", "news"), ("search", "news", 2)),
        (Summarize("article", 1, "en"), ("summary", "article", 1)),
        (ShowDigest(), ("digest", 0, 0)),
    ],
)
async def test_every_button_shows_what_it_says(talk, world, action, asked):
    sent = await talk.press(action.pack())
    assert asked in world.asked
    assert methods(sent)[-1] == "answerCallbackQuery"
    assert len(sent) == 2


async def test_pages_sections_and_languages_replace_their_card(talk):
    card, _ = await talk.press(OWN[1], buttons=OWN)
    assert card.method == "editMessageText"
    assert card.given["message_id"] == 900
    assert "Trial Conference" in card.text
    card, _ = await talk.press(OpenList("conferences", 1, "en").pack())
    assert card.method == "editMessageText"


async def test_a_thing_opened_from_a_list_comes_by_itself(talk):
    card, _ = await talk.press(Open("speaker", 4).pack(), buttons=[Open("speaker", 4).pack(), *OWN])
    assert card.method == "sendMessage"


async def test_the_overview_of_a_card_replaces_its_section(talk):
    card, _ = await talk.press(Open("conference", 3).pack(), buttons=OWN)
    assert card.method == "editMessageText"


async def test_a_press_that_changes_nothing_is_no_error(talk, telegram):
    telegram.script("editMessageText", (400, "Bad Request: message is not modified", {}))
    sent = await talk.press(OWN[1], buttons=OWN)
    assert methods(sent) == ["editMessageText", "answerCallbackQuery"]


async def test_a_card_that_cannot_be_edited_is_sent_anew(talk, telegram):
    telegram.script("editMessageText", (400, "Bad Request: message can't be edited", {}))
    sent = await talk.press(OWN[1], buttons=OWN)
    assert methods(sent) == ["editMessageText", "sendMessage", "answerCallbackQuery"]
    sent = await talk.press(OWN[1], old=True)
    assert methods(sent) == ["sendMessage", "answerCallbackQuery"]


@pytest.mark.parametrize(
    "data",
    ["", "zzz", "o", "o:conference", "o:planet:3", "o:conference:3:nosuchsection", "o:task:-1",
     "l:nowhere", "u:9999", "g:klingon", "x" * 64, "o:conference:3:tasks:1:fr", "r:dance:vi"],
)  # fmt: skip
async def test_data_of_another_version_is_told(talk, data):
    [sent] = await talk.press(data, lang="en")
    assert sent.method == "answerCallbackQuery"
    assert "older version" in sent.text
    assert sent.given["show_alert"]


@pytest.mark.parametrize(
    "action", [Open("conference", 99), Open("task", 99), Summarize("speaker", 99), ShowDelivery(99),
               Reply("summary", "en")]
)  # fmt: skip
async def test_what_is_gone_is_told(talk, action):
    [sent] = await talk.press(action.pack(), lang="en")
    assert sent.method == "answerCallbackQuery"
    assert sent.text


async def test_a_page_number_does_nothing(talk):
    [sent] = await talk.press(Nothing().pack())
    assert sent.method == "answerCallbackQuery"
    assert not sent.text


async def test_an_answer_too_late_for_telegram_is_no_error(talk, telegram):
    telegram.script("answerCallbackQuery", (400, "Bad Request: query is too old", {}))
    assert methods(await talk.press(ShowHelp().pack())) == ["sendMessage", "answerCallbackQuery"]


async def test_a_language_is_set(talk):
    said, _ = await talk.press(SetLanguage("en").pack(), lang="vi")
    assert "English" in said.text
    assert (await talk("/conferences", lang="vi"))[0].text.startswith("<b>Conferences")


async def test_a_text_is_summarised_again_in_the_other_language(talk):
    text = talk.message("/summary Hội nghị khai mạc. Ông Bình nói. Bà Mai nghe. Tất cả ra về.")
    card, _ = await talk.press(Reply("summary", "en").pack(), reply_to=text)
    assert card.method == "editMessageText"
    assert "[en]" in card.text
    assert "/summary" not in card.text
    card, _ = await talk.press(Reply("translate", "en").pack(), reply_to=text)
    assert "[en] Hội nghị khai mạc." in card.text


async def test_subscribing_and_ending_by_buttons(talk):
    made, _ = await talk.press(Subscribe("0630").pack(), lang="en")
    assert "06:30 every day (Asia/Ho_Chi_Minh)" in made.text
    [end] = [data for data in made.buttons.values() if data.startswith("n:")]
    ended, _ = await talk.press(end, lang="en")
    assert "06:30 has ended" in ended.text
    gone, _ = await talk.press(end, lang="en")
    assert "no such digest" in gone.text
    none, _ = await talk.press(Unsubscribe().pack(), lang="en")
    assert "no digests" in none.text


async def test_a_button_pressed_twice_is_done_once(talk):
    query = {
        "id": "q", "from": talk.message()["from"], "chat_instance": "1", "data": "u:0700",
        "message": talk.message("card"),
    }  # fmt: skip
    assert len(await talk.feed({"callback_query": query}, number=900)) == 2
    assert await talk.feed({"callback_query": query}, number=900) == []


async def test_a_failing_button_is_answered_too(talk):
    talk.services.briefings.conferences = None
    sent = await talk.press("l:conferences", lang="en")
    assert "answerCallbackQuery" in methods(sent)
    assert any("went wrong" in each.text for each in sent)


MARKED = "news Hội nghị Đối ngoại toàn quốc triển khai Nghị quyết"
LONGER = f"{MARKED} Đại hội đại biểu toàn quốc lần thứ XIII của Đảng (2021): “kết quả” (12)"


def shown(sent):
    """The text of a message as Telegram tells it."""
    return html.unescape(re.sub(r"<[^>]+>", "", sent.text))


@pytest.mark.parametrize("words", ["news", "tin news", MARKED, LONGER, "news " + "外交 " * 40])
@pytest.mark.parametrize("language", ["vi", "en", "both"])
async def test_a_search_is_the_same_on_every_page_and_in_every_language(
    talk, world, words, language
):
    await talk(f"/language {language}")
    [card] = await talk(f"/search {words}")
    wanted = words.strip()
    for _ in range(2):
        buttons = [data for data in card.buttons.values() if data.startswith("s:")]
        assert buttons
        data = str(Search.of(wanted, 2, language).pack())
        world.asked.clear()
        await talk.press(data, text=shown(card))
        assert world.asked == [("search", wanted, 2)]
        world.asked.clear()
        [card] = [each for each in await talk.press(buttons[0], text=shown(card)) if each.text]
        assert world.asked == [("search", wanted, 1)]


async def test_of_a_search_in_a_message_too_old_the_folded_words_are_known(talk, world):
    folded, cut = (Search.of(words, 2).pack() for words in (MARKED, LONGER))
    world.asked.clear()
    await talk.press(folded, old=True)
    assert world.asked == [("search", fold(MARKED), 2)]
    for given in ({"old": True}, {"text": "Another card"}, {"text": "Search: another (2)"}):
        world.asked.clear()
        [answer] = [each for each in await talk.press(cut, **given) if not each.buttons]
        assert "không còn giữ văn bản" in answer.text
        assert not world.asked


async def test_the_title_of_another_search_is_not_taken_for_the_own(talk, world):
    await talk.press("s:2::hoi nghi news", text="Search: Hội nghi khac news (2)")
    assert world.asked == [("search", "hoi nghi news", 2)]
    await talk.press("s:2::hoi nghi news", text="Tìm kiếm: Hội nghị news (2)\nTitle")
    assert world.asked[-1] == ("search", "Hội nghị news", 2)


LONG_NAME = "Ban Chỉ đạo cuộc vận động Người Việt Nam ưu tiên dùng hàng Việt Nam tại địa phương"
LONG_PLACE = "Trung tâm Triển lãm Quốc-tế-Mở-Rộng Sông-Hồng-Xanh Hà-Nội-Mới-Phía-Tây"


@pytest.mark.parametrize(
    ("action", "title", "asked"),
    [
        (ListConferences.of(LONG_PLACE, 2), f"Hội nghị: {LONG_PLACE} (12)",
         ("conferences_in", LONG_PLACE, 2)),
        (ListConferences.of("Hà Nội", 2), "Hội nghị và chuyến thăm: Hà Nội (9)\nTitle",
         ("conferences_in", "Hà Nội", 2)),
        (ListConferencesThen.of(LONG_PLACE, "20240501-20240531", 2),
         f"Conferences: {LONG_PLACE} · May 2024 (12)", ("conferences_in", LONG_PLACE, 2, "20240501-20240531")),
        (ListTasks.titled(f"of {LONG_NAME}", 2), f"Nhiệm vụ: {LONG_NAME} thực hiện (30)",
         ("tasks", f"of {LONG_NAME}", 2)),
        (ListTasks.titled(f"of {LONG_NAME}", 2), f"Tasks: to be done by {LONG_NAME} (30)",
         ("tasks", f"of {LONG_NAME}", 2)),
        (ListTasks.titled("Thử nghiệm", 2), "Tasks: Thử nghiệm (30)", ("tasks", "Thử nghiệm", 2)),
        # The button of another list than the one that it stands under has all of its words.
        (ListTasks.of("economic diplomacy"), "Tasks: thử (30)", ("tasks", "economic diplomacy", 1)),
    ],
)  # fmt: skip
async def test_the_words_of_a_list_are_those_of_its_title(talk, world, action, title, asked):
    await talk.press(action.pack(), text=title)
    assert world.asked == [asked]


async def test_a_list_of_which_only_the_beginning_is_known_is_asked_for_anew(talk, world):
    action = ListTasks.titled(f"of {LONG_NAME}", 2)
    for given in ({"old": True}, {"text": "Tasks: another (30)"}, {"text": "Another card"}):
        [answer] = [each for each in await talk.press(action.pack(), **given) if not each.buttons]
        assert "không còn giữ văn bản" in answer.text
    assert not world.asked
