"""Commands about the library, in both languages, and their bad input."""

import pytest

from bot.briefings.cards import Bilingual, Choice, Hit, TaskList
from bot.conversation.commands import BY_NAME
from bot.render.actions import SummarizeScope
from tests.bot.conversation.conftest import HALL, TASK

# command, twin, what stands after it, what the briefings are asked
ASKED = [
    ("conferences", "cachoinghi", "", ("conferences", 1)),
    ("upcoming", "saptoi", "", ("upcoming", 1)),
    ("conferences", "cachoinghi", "chuyến thăm", ("visits", "", 1, False)),
    ("conferences", "cachoinghi", "visits to Japan", ("visits", "nhat ban", 1, False)),
    (
        "conferences",
        "cachoinghi",
        "visit to Japan by Hall",
        ("find_conference", "visit to Japan by Hall"),
    ),
    ("upcoming", "saptoi", "visits", ("visits", "", 1, True)),
    ("upcoming", "saptoi", "past visits", ("visits", "", 1, "past")),
    (
        "conferences",
        "cachoinghi",
        "visits to Japan in May 2021",
        ("visits", "nhat ban", 1, False, "20210501-20210531"),
    ),
    (
        "conferences",
        "cachoinghi",
        "in Hanoi in May 2021",
        ("conferences_in", "Hanoi", 1, "20210501-20210531"),
    ),
    ("conferences", "cachoinghi", "on the river", ("conferences_in", "on the river", 1)),
    (
        "conferences",
        "cachoinghi",
        "international in Hanoi in May 2021",
        ("conferences_in", "international in Hanoi", 1, "20210501-20210531"),
    ),
    ("speakers", "cacdienngia", "", ("speakers", 1)),
    ("latest", "moinhat", "", ("latest", 1)),
    ("conference", "hoinghi", "trial", ("find_conference", "trial")),
    ("speaker", "phatbieu", "tran van binh", ("find_speaker", "tran van binh")),
    ("tasks", "cacnhiemvu", "", ("tasks", "", 1)),
    ("tasks", "cacnhiemvu", "thử nghiệm", ("tasks", "thử nghiệm", 1)),
    ("tasks", "cacnhiemvu", "chủ đề: kiều bào", ("tasks", "kiều bào", 1)),
    ("tasks", "cacnhiemvu", "theme economic diplomacy", ("tasks", "economic diplomacy", 1)),
    ("task", "nhiemvu", "kiều bào", ("tasks", "kiều bào", 1)),
    ("task", "nhiemvu", "7", ("task", 7)),
    ("article", "baiviet", "#1", ("article", 1, 1, "")),
    ("search", "tim", "trial news", ("search", "trial news", 1)),
    ("term", "thuatngu", "bộ", ("term", "bộ")),
    ("digest", "bantin", "", ("digest", 0, 0)),
    ("summary", "tomtat", "1 en", ("summary", "article", 1)),
]


@pytest.mark.parametrize("language", ["vi", "en"])
async def test_commands_and_their_twins_ask_the_same(talk, world, language):
    chat = 100
    for name, twin, words, asked in ASKED:
        for command in (name, twin):
            world.asked.clear()
            chat += 1
            [sent] = await talk(f"/{command} {words}".strip(), lang=language, chat=chat)
            assert sent.method == "sendMessage"
            assert sent.given["parse_mode"] == "HTML"
            assert asked in world.asked, command


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
async def test_no_command_stays_silent_without_words(talk, language):
    for number, command in enumerate(BY_NAME):
        sent = await talk(f"/{command}", lang=language, chat=100 + number)
        assert sent, command
        assert all(each.text for each in sent), command


BAD = [
    ("/conference", "/conference đối ngoại"),
    ("/speaker", "/speaker Bùi"),
    ("/article", "/article 1"),
    ("/task", "/task 1"),
    ("/search", "/search ngoại"),
    ("/term", "/term Bộ"),
    ("/conference zzz", "no conference called “zzz”"),
    ("/speaker zzz", "nobody called “zzz”"),
    ("/article 99", "no article number 99"),
    ("/task 99", "no task number 99"),
    ("/article abc", "“abc” is no number"),
    ("/task -3", "“-3” is no number"),
    ("/article 99999999999999", "is no number"),
    ("/summary 99", "no article number 99"),
    ("/summary task 99", "no task number 99"),
    ("/summary article abc", "“abc” is no number"),
    ("/summary speaker zzz", "nothing called “zzz”"),
    ("/summary", "What shall I summarise?"),
    ("/translate", "What shall I translate?"),
    ("/language klingon", "“klingon” is no language"),
]


async def test_bad_input_is_answered(talk):
    for number, (text, expected) in enumerate(BAD):
        [sent] = await talk(text, lang="en", chat=100 + number)
        assert expected in sent.text.replace("<code>", "").replace("</code>", ""), text


async def test_markup_of_the_reader_is_shown_as_it_is(talk):
    [sent] = await talk("/speaker <b>x</b> & *y*", lang="en")
    assert "&lt;b&gt;x&lt;/b&gt; &amp; *y*" in sent.text


async def test_several_of_a_name_are_offered_and_the_nearest_too(talk, world):
    [several] = await talk("/speaker binh", lang="en")
    assert list(several.buttons.values()) == ["o:speaker:4", "o:speaker:5"]
    [near] = await talk("/conference trail", lang="en")
    assert list(near.buttons.values()) == ["o:conference:3"]
    [summaries] = await talk("/summary en speaker binh", lang="vi")
    assert next(iter(summaries.buttons.values())).startswith("m:speaker:4")


async def test_a_summary_by_name_is_looked_for_among_conferences_and_speakers(talk, world):
    await talk("/summary tran van binh")
    assert ("summary", "speaker", 4) in world.asked
    await talk("/tomtat trial en")
    assert ("summary", "conference", 3) in world.asked


async def test_the_summary_is_in_the_language_asked_for(talk, world):
    [sent] = await talk("/summary 1 en", lang="vi")
    assert "Mr Binh spoke." in sent.text
    assert "Ông Bình nói." not in sent.text
    [sent] = await talk("/summary 1", lang="vi")
    assert "Ông Bình nói." in sent.text
    [sent] = await talk("/summary 1 both", lang="vi")
    assert "Ông Bình nói." in sent.text
    assert "Mr Binh spoke." in sent.text


async def test_an_overlong_name_is_cut_and_answered(talk, world):
    [sent] = await talk("/search " + "news " * 20_000, lang="en")
    [(_, words, _)] = world.asked
    assert len(words) == 200
    assert sent.text


async def test_a_key_phrase_of_a_theme_that_nothing_is_called_offers_the_theme(talk, world):
    [sent] = await talk("/summary kiều bào", lang="vi")
    assert "không tìm thấy gì" in sent.text
    assert list(sent.buttons.values()) == [SummarizeScope("theme", "overseas_vietnamese").pack()]
    [sent] = await talk("/summary zzz", lang="en")
    assert not sent.buttons


@pytest.mark.parametrize("typed", ["/HoiNghi trial", "/hộinghị trial", "/CONFERENCE trial"])
async def test_capitals_and_diacritics_in_a_command_do_no_harm(talk, world, typed):
    await talk(typed)
    assert ("find_conference", "trial") in world.asked


async def test_an_unknown_command_is_told_and_the_nearest_named(talk):
    [sent] = await talk("/xyzzy", lang="en")
    assert "/xyzzy" in sent.text
    assert "/help" in sent.text
    [sent] = await talk("/serach x", lang="en", chat=6)
    assert "/search" in sent.text
    [sent] = await talk("/hoinghj x", lang="vi", chat=7)
    assert "/hoinghi" in sent.text


async def test_the_digest_on_demand_starts_at_the_mark_of_the_schedules(talk, world):
    await talk("/subscribe 07:00")
    await talk("/digest")
    assert world.asked[-1] == ("digest", 0, 0)


@pytest.mark.parametrize(
    ("asked", "language", "said"),
    [
        ("late 2021", "en", "no conference held at this time (1 September – 31 December 2021)"),
        ("quý trước", "vi", "trong thời gian này (ngày 1 tháng 1 – ngày 31 tháng 3 năm 2024)"),
    ],
)
async def test_a_time_without_conferences_is_named(talk, world, asked, language, said):
    [sent] = await talk(f"/conference {asked}", lang=language)
    assert said in sent.text


async def test_conferences_of_a_day(talk, world):
    await talk("/conferences 13/1", lang="en")
    assert world.asked[-1] == ("find_conference", "13/1")
    await talk("/conferences", lang="en")
    assert world.asked[-1] == ("conferences", 1)


EARLY = "20240101-20240430"
LATE = "20240501-20240506"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("/speaker tran van binh since 1 May", LATE),
        ("/phatbieu tran van binh tháng này", LATE),
        ("/speaker this month: tran van binh", LATE),
        ("/speakers tran van binh since 1 May", LATE),
    ],
)
async def test_what_somebody_said_within_a_period(talk, world, text, days):
    [sent] = await talk(text, lang="en")
    assert ("said then", 4, days, "Asia/Ho_Chi_Minh") in world.asked
    assert "Mr Binh spoke." in sent.text
    assert sent.buttons == {"Full briefing": "o:speaker:4"}


async def test_somebody_who_said_nothing_within_a_period(talk, world):
    [sent] = await talk("/speaker tran van binh early 2024", lang="en")
    assert ("said then", 4, EARLY, "Asia/Ho_Chi_Minh") in world.asked
    assert "nothing that Tran Van Binh said at this time (1 January – 30 April 2024)" in sent.text
    assert sent.buttons == {"Full briefing": "o:speaker:4"}
    [sent] = await talk("/phatbieu tran van binh đầu năm 2024", lang="vi", chat=6)
    assert "Trần Văn Bình đã nói gì trong thời gian này" in sent.text
    [sent] = await talk("/speaker zzz early 2024", lang="en", chat=7)
    assert "nobody called “zzz early 2024”" in sent.text


async def test_a_speaker_of_just_this_name_comes_before_a_period(talk, world):
    world.found["speaker", "binh 2024"] = world.found["speaker", "tran van binh"]
    await talk("/speaker binh 2024")
    assert not [each for each in world.asked if each[0] == "said then"]
    [sent] = await talk("/speaker binh this week", lang="en")
    assert list(sent.buttons.values()) == ["o:speaker:4", "o:speaker:5"]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("/latest last week", ("period", "20240429-20240505", "Asia/Ho_Chi_Minh", 1)),
        ("/moinhat tháng này", ("period", LATE, "Asia/Ho_Chi_Minh", 1)),
        ("/latest economic diplomacy", ("theme", "economic", 1)),
        ("/moinhat chủ đề: kinh tế", ("theme", "economic", 1)),
        ("/latest theme economic since 1 May",
         ("theme", "economic", 1, LATE, "Asia/Ho_Chi_Minh")),
    ],
)  # fmt: skip
async def test_the_latest_of_a_time_or_theme(talk, world, text, question):
    [_] = await talk(text)
    assert question in world.asked
    assert ("latest", 1) not in world.asked


@pytest.mark.parametrize("command", ["upcoming", "speakers", "latest"])
async def test_words_that_a_list_does_not_use_are_told(talk, world, command):
    note, card = await talk(f"/{command} quantum dots", lang="en")
    assert "I did not use “quantum dots” here" in note.text
    assert "/search" in note.text
    assert (command, 1) in world.asked
    assert card.text
    note, _ = await talk(f"/{BY_NAME[command].twin} <b>lượng tử</b>", lang="vi", chat=6)
    assert "Tôi không dùng đến “&lt;b&gt;lượng tử&lt;/b&gt;”" in note.text
    assert "/tim" in note.text


async def test_a_list_of_speakers_is_of_no_time(talk, world):
    note, _ = await talk("/speakers early 2024", lang="en")
    assert "I did not use “early 2024” here" in note.text


async def test_names_after_a_list_are_those_of_its_things(talk, world):
    [sent] = await talk("/speakers tran van binh", lang="en")
    assert "Tran Van Binh" in sent.text
    [several] = await talk("/cacdienngia binh", lang="en")
    assert list(several.buttons.values()) == ["o:speaker:4", "o:speaker:5"]
    note, _ = await talk("/speakers bihn", lang="en")  # only near
    assert "I did not use “bihn”" in note.text
    [sent] = await talk("/upcoming trial", lang="en")
    assert "Trial Conference" in sent.text


async def test_what_is_upcoming_within_a_time(talk, world):
    world.found["conference", "next week"] = Choice("conference", "next week", ())
    [_] = await talk("/upcoming next week", lang="en")
    assert ("upcoming", 1) not in world.asked
    [sent] = await talk("/saptoi tuần này", lang="vi", chat=6)
    assert "hội nghị nào diễn ra trong thời gian này (ngày 6–12 tháng 5 năm 2024)" in sent.text


async def test_what_may_be_a_time_to_come_is_words_where_nothing_is_due_then(
    talk, world, monkeypatch
):
    async def tasks(word="", page=1, zone=None):
        world.asked.append(word)
        time = Bilingual("thời hạn", "due") if word.startswith("due ") else None
        found = (TASK,) if word == "mai" else ()
        return TaskList(found, word=word, total=len(found), time=time)

    monkeypatch.setattr(world, "tasks", tasks)
    [sent] = await talk("/tasks mai", lang="en")
    assert world.asked == ["due mai", "mai"]
    assert "Testing must be more thorough." in sent.text
    [sent] = await talk("/tasks tomorrow", lang="en")
    assert "due" in sent.text


@pytest.mark.parametrize("words", ["tuần tới", "in 2019", "before the end of the year", "quark"])
async def test_a_conference_is_looked_up_once(talk, world, words):
    await talk(f"/upcoming {words}", lang="en")
    assert len([each for each in world.asked if each[0] == "find_conference"]) == 1


@pytest.mark.parametrize(
    ("words", "asked", "last"),
    [
        ("before the end of the year", "06/05/2024 - 31/12/2024", "31 December 2024"),
        ("trước cuối tháng", "06/05/2024 - 31/05/2024", "31 May 2024"),
        ("until 8 May 2024", "06/05/2024 - 08/05/2024", "8 May 2024"),
    ],
)
async def test_what_is_upcoming_until_a_day_begins_today(talk, world, words, asked, last):
    [sent] = await talk(f"/upcoming {words}", lang="en")
    assert ("find_conference", asked) in world.asked
    assert "no conference held at this time (6" in sent.text
    assert last in sent.text
    hits = (Hit("conference", 3, HALL.name), Hit("conference", 5, HALL.name))
    world.found["conference", asked] = Choice("conference", asked, hits)
    [sent] = await talk(f"/upcoming {words}", lang="en")
    assert f"“{words}”" in sent.text


async def test_what_was_before_is_as_it_was_asked(talk, world):
    await talk("/upcoming before 2021")
    assert ("find_conference", "before 2021") in world.asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [("tasks", ("tasks", "", 1)), ("Các hội nghị", ("conferences", 1)), ("upcoming", ("upcoming", 1))],
)  # fmt: skip
async def test_a_plain_word_for_a_list_opens_it(talk, world, text, asked):
    world.asked.clear()
    await talk(text)
    assert asked in world.asked


async def test_a_greeting_is_greeted(talk, world):
    world.asked.clear()
    [sent] = await talk("Xin chào!")
    assert "BRIEFING" not in sent.given["text"]
    assert world.asked == []
    [started] = await talk("/start")
    assert sent.given["text"] == started.given["text"]
