"""Summaries of a theme and of a period, by command, in plain words and by button.

It is Monday, 6 May 2024, ten in the morning in Hanoi.
"""

from datetime import date, timedelta

import pytest

from bot.briefings.cards import Choice
from bot.render.actions import ShowDigest, SummarizeScope
from bot.store import chats, deliveries
from bot.store.models import Article, Delivery

WEEK = "20240430-20240506"


def asked(world):
    return [each for each in world.asked if each[0] in ("theme", "period")]


async def digest_came(db, clock):
    """A digest has come by itself to the chat, which told up to 41."""
    async with db.write() as session:
        chat = await chats.find(session, "telegram:77", 5)
        session.add(
            Delivery(
                chat_id=chat.id, kind=deliveries.DIGEST, key="k", local_date=date(2024, 5, 5),
                due_at=clock(), created_at=clock(), state=deliveries.SENT, sequence_to=41,
            )
        )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("/summary theme economic diplomacy", ("theme", "economic", 1)),
        ("/tomtat chủ đề ngoại giao kinh tế", ("theme", "economic", 1)),
        ("/tomtat chu de kinh te", ("theme", "economic", 1)),
        ("/summary theme: economic diplomacy", ("theme", "economic", 1)),
        ("/tomtat chủ đề: ngoại giao kinh tế", ("theme", "economic", 1)),
        ("/summary economic diplomacy", ("theme", "economic", 1)),
        ("/digest theme economic diplomacy in 2024", ("theme", "economic", 1, "20240101-20241231")),
        ("/digest last week", ("period", "20240429-20240505")),
        ("/bantin quý trước", ("period", "20240101-20240331")),
        ("/summary today", ("period", "20240506-20240506")),
        ("/tomtat hôm nay", ("period", "20240506-20240506")),
        ("/summary en last week", ("period", "20240429-20240505")),
        ("/tomtat từ 3/5", ("period", "20240503-20240506")),
        ("/summary 3–5/5/2024", ("period", "20240503-20240505")),
        ("/summary 2024", ("period", "20240101-20241231")),
        ("/summary until 2023", ("period", "19000101-20231231")),
        ("/tomtat cuối năm 2023", ("period", "20230901-20231231")),
        ("có gì mới từ đầu năm đến nay?", ("period", "20240101-20240506")),
        ("What happened this week?", ("period", "20240506-20240506")),
        ("tuần này có gì mới?", ("period", "20240506-20240506")),
        ("tóm tắt chủ đề ngoại giao kinh tế", ("theme", "economic", 1)),
    ],
)
async def test_what_is_asked_for(talk, world, text, question):
    sent = await talk(text)
    [first] = asked(world)
    assert first[: len(question)] == question
    assert len(sent) == 1


@pytest.mark.parametrize(
    "text",
    ["/summary 1", "/summary article 12", "/summary conference 6/5", "/summary next week",
     "/conference 6/5", "what about economic diplomacy"],
)  # fmt: skip
async def test_what_asks_for_neither(talk, world, text):
    await talk(text)
    assert not asked(world)


async def test_the_zone_is_that_of_the_chat(talk, db, clock, world):
    await talk("/latest")
    async with db.write() as session:
        (await chats.find(session, "telegram:77", 5)).zone = "Pacific/Auckland"
    clock.forward(hours=12)  # the sixth in Hanoi, the seventh in Auckland
    await talk("/summary today")
    assert ("period", "20240507-20240507", "Pacific/Auckland", 1) in world.asked


async def test_the_card_has_pages_and_languages(talk, world):
    [sent] = await talk("/summary theme economic diplomacy", lang="en")
    assert "conomics" in sent.text
    assert "[1]" in sent.text
    assert sent.buttons["▶"] == SummarizeScope("theme", "economic", 2, "en").pack()
    assert "t:" in "".join(sent.buttons.values())


async def test_a_button_turns_the_page_of_its_card(talk, world):
    turn = SummarizeScope("period", WEEK, 2, "vi").pack()
    edited, _ = await talk.press(turn, buttons=[turn])
    assert edited.method == "editMessageText"
    assert ("period", WEEK, "Asia/Ho_Chi_Minh", 2) in world.asked
    sent, _ = await talk.press(SummarizeScope("theme", "economic").pack())
    assert sent.method == "sendMessage"


@pytest.mark.parametrize(
    "data", ["y:theme:cheese", "y:period:yesterday", "y:period:20240231-20240301", "y:planet:x",
             "y:period:00010101-00010102", "y:theme", "y:theme:economic:1::20240506-20240501",
             "y:theme:economic:1::this week", "y:theme:cheese:1::20240501-20240506",
             "y:period:20240501-20240506:1::s4", "y:theme:economic:1::s4:s5"]
)  # fmt: skip
async def test_a_button_for_no_scope_is_told(talk, world, data):
    [sent] = await talk.press(data, lang="en")
    assert "older version" in sent.text


async def test_a_theme_that_is_none_names_those_there_are(talk, world):
    [sent] = await talk("/summary theme cheese", lang="en")
    assert "no theme “cheese”" in sent.text
    assert "economic diplomacy, research and forecasting, other matters" in sent.text
    assert list(sent.buttons) == ["Economic diplomacy", "Research and forecasting"]
    [sent] = await talk("/summary theme")
    assert "Which theme?" in sent.text
    [sent] = await talk("/tomtat các chủ đề", lang="vi", chat=6)
    assert "ngoại giao kinh tế" in sent.text


async def test_theme_buttons_are_in_both_languages_where_the_chat_reads_both(talk, world):
    await talk("/language both")
    [sent] = await talk("/summary theme cheese")
    assert list(sent.buttons) == [
        "Ngoại giao kinh tế · Economic diplomacy",
        "Nghiên cứu và dự báo · Research and forecasting",
    ]
    world.newest = date(2024, 3, 1)
    [sent] = await talk("/summary economic diplomacy this week")
    [label] = sent.buttons
    assert label == "Ngoại giao kinh tế, mọi thời gian · Economic diplomacy at any time"


@pytest.mark.parametrize(
    "words", ["cheese 2024", "2024: cheese", "cheese (from 2024 to 2025)", "cheese, this year"]
)
async def test_a_theme_that_is_none_is_named_without_its_period(talk, world, words):
    [sent] = await talk(f"/summary theme {words}", lang="en")
    assert "no theme “cheese”. These have something from this time (" in sent.text
    assert sent.buttons["Economic diplomacy"].startswith("y:theme:economic:::20240101-")


async def test_a_theme_that_is_none_and_a_period_that_has_none(talk, db, world):
    [sent] = await talk("/summary theme cheese 2019", lang="en")
    assert "no theme “cheese”. These have something: economic" in sent.text
    assert sent.buttons["Economic diplomacy"] == "y:theme:economic"
    [sent] = await talk("/tomtat chủ đề: phô mai năm 2024", lang="vi", chat=6)
    assert "Không có chủ đề “phô mai”" in sent.text


async def test_a_theme_without_articles_names_others(talk, world):
    [sent] = await talk("/summary theme citizen protection", lang="en")
    assert "nothing on the theme “citizen protection”" in sent.text
    assert "economic diplomacy" in sent.text


async def test_an_empty_library_has_no_themes(talk, world):
    world.news = False
    [sent] = await talk("/summary theme research", lang="en")
    assert "no article yet" in sent.text


async def test_an_empty_period_says_which_article_is_the_newest(talk, world):
    world.newest = date(2024, 3, 1)
    [sent] = await talk("/summary today", lang="en")
    assert "no articles from this time (6 May 2024). The newest is of 1 Mar 2024" in sent.text
    week = SummarizeScope("period", "20240224-20240301").pack()
    assert next(iter(sent.buttons.values())) == week


async def test_since_the_last_digest_without_one_is_a_week(talk, world):
    note, sent = await talk("/summary since my last digest", lang="en")
    assert "no digest yet" in note.text
    assert asked(world) == [("period", WEEK, "Asia/Ho_Chi_Minh", 1)]
    assert "[1]" in sent.text


@pytest.mark.parametrize("text", ["/summary since my last digest", "/tomtat từ bản tin trước"])
async def test_since_the_last_digest_is_what_came_in_after_it(talk, db, clock, world, text):
    await talk("/latest", lang="en")
    async with db.write() as session:
        chat = await chats.find(session, "telegram:77", 5)
        for mark, state in ((41, deliveries.SENT), (57, deliveries.FAILED)):
            session.add(
                Delivery(
                    chat_id=chat.id,
                    kind=deliveries.DIGEST,
                    key=f"k{mark}",
                    local_date=date(2024, 5, 5),
                    due_at=clock() - timedelta(hours=9),
                    created_at=clock(),
                    state=state,
                    sequence_to=mark,
                )
            )
    await talk(text)
    assert asked(world) == [("period", "s41", "Asia/Ho_Chi_Minh", 1)]
    world.news = False
    [sent] = await talk(text)
    assert "Nothing has come in" in sent.text


async def add_articles(db, clock, *sequences):
    async with db.write() as session:
        for sequence in sequences:
            session.add(
                Article(
                    sequence=sequence, fingerprint=f"f{sequence}", body_fingerprint="b",
                    signature=b"", language="vi", title="Tin", body="Tin.", origin="test",
                    added_at=clock(), raw={}, facts={}, pipeline_version="1", engine_version="1",
                    glossary_version="1",
                )
            )  # fmt: skip


async def test_a_digest_that_was_asked_for_is_a_digest(talk, db, clock, world):
    await add_articles(db, clock, 3)
    await talk("/digest", lang="en")
    [sent] = await talk("/summary since my last digest")
    assert asked(world) == [("period", "s3", "Asia/Ho_Chi_Minh", 1)]
    assert "no digest yet" not in sent.text
    # The button "What is new" asks for one, too; that of another chat is none of this one.
    await add_articles(db, clock, 5)
    await talk.press(ShowDigest().pack())
    await talk("/digest", chat=6)
    await add_articles(db, clock, 8)
    await talk("/summary since my last digest")
    assert asked(world)[-1][1] == "s5"
    note, _ = await talk("/summary since my last digest", chat=7, lang="en")
    assert "no digest yet" in note.text


async def test_the_later_of_the_digests_counts(talk, db, clock, world):
    await add_articles(db, clock, 3)
    await talk("/digest", lang="en")
    await digest_came(db, clock)
    await talk("/summary since my last digest")
    assert asked(world)[-1][1] == "s41"


async def test_a_digest_that_did_not_arrive_was_not_read(talk, db, clock, telegram, world):
    await add_articles(db, clock, 3)
    telegram.script("sendMessage", (403, "Forbidden: bot was blocked by the user", {}))
    await talk("/digest", lang="en")
    sent = await talk("/summary since my last digest")
    assert any("no digest yet" in each.text for each in sent)


# --- a theme within a period ---------------------------------------------------------------

MAY = "20240501-20240506"
MONDAY = "20240506-20240506"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("/summary theme economic this week", MONDAY),
        ("/summary economic diplomacy since 1 May", MAY),
        ("/summary theme economic diplomacy since 1 May", MAY),
        ("/tomtat ngoại giao kinh tế tuần này", MONDAY),
        ("/tomtat chủ đề kinh tế từ 1/5", MAY),
        ("/tomtat chủ đề: kinh tế từ 1/5", MAY),
        ("/tomtat chu de ngoai giao kinh te thang nay", MAY),
        ("/summary en economic diplomacy this month", MAY),
        ("/summary this week economic diplomacy", MONDAY),
        ("/summary this month: economic diplomacy", MAY),
        ("/summary economic diplomacy (1–6/5/2024)", MAY),
        ("/summary economic diplomacy until 6 May", "19000101-20240506"),
        ("/tomtat ngoại giao kinh tế đầu tháng 5", MAY),
        ("/summary theme trade this week", MONDAY),
        ("/tomtat tuần này, chủ đề ngoại giao kinh tế", MONDAY),
        ("What's new on economic diplomacy this month?", MAY),
        ("có gì mới về ngoại giao kinh tế tuần này?", MONDAY),
        ("có gì mới về ngoại giao kinh tế tuần này", MONDAY),
        ("tuần này có gì mới về ngoại giao kinh tế?", MONDAY),
        ("Ngoại giao kinh tế tháng này có gì mới?", MAY),
        ("what happened in economic diplomacy since 1 May?", MAY),
        ("any news on the theme economic this week?", MONDAY),
        ("economic diplomacy this week", MONDAY),
        ("This month: economic diplomacy", MAY),
        ("ngoại giao kinh tế tuần này", MONDAY),
        ("ngoai giao kinh te tu 1/5", MAY),
        ("chủ đề: kinh tế tuần này", MONDAY),
    ],
)
async def test_a_theme_within_a_period(talk, world, text, period):
    sent = await talk(text)
    assert asked(world) == [("theme", "economic", 1, period, "Asia/Ho_Chi_Minh")]
    assert len(sent) == 1


@pytest.mark.parametrize(
    "text",
    [
        "tình hình người Việt Nam ở nước ngoài năm 2023",
        "Tình hình công tác người Việt Nam ở nước ngoài trong năm 2023",
        "tinh hinh nguoi viet nam o nuoc ngoai 2023 the nao?",
        "người Việt Nam ở nước ngoài năm 2023",
        "what's new with overseas Vietnamese in 2023?",
        "overseas Vietnamese affairs 2023",
        "/summary overseas Vietnamese 2023",
    ],
)
async def test_a_theme_may_be_named_by_the_greater_part_of_its_name(talk, world, text):
    await talk(text)
    [first, *_] = asked(world)
    assert first[:4] == ("theme", "overseas_vietnamese", 1, "20230101-20231231")
    assert not talk.services.worker.texts


@pytest.mark.parametrize(
    "text",
    ["tình hình kinh tế năm 2023", "an ninh tuần này", "đối ngoại tuần này", "trade this week",
     "economic diplomacy", "Monday", "2023", "economic diplomacy news", "other 2023",
     "economic diplomacy this week\nand the next", "economic diplomacy this week in Hue"],
)  # fmt: skip
async def test_less_than_a_theme_within_a_period_is_searched_for(talk, world, text):
    await talk(text)
    assert not asked(world)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("yesterday", "20240505-20240505"),
        ("Hôm qua?", "20240505-20240505"),
        ("this week", "20240506-20240506"),
        ("tháng trước", "20240401-20240430"),
        ("last year", "20230101-20231231"),
    ],
)
async def test_a_time_from_today_alone_asks_what_happened_then(talk, world, text, period):
    await talk(text)
    assert asked(world)[0][:2] == ("period", period)


async def test_a_thing_of_this_name_comes_before_a_theme_in_plain_words(talk, world):
    name = "economic diplomacy May 2024"
    world.found["conference", name] = await world.conference(3)
    await talk(name)
    assert not asked(world)


@pytest.mark.parametrize(
    "text",
    [
        "/summary economic diplomacy next week",
        "/summary economic diplomacy forum 2024",
        "/summary this week economic diplomacy last week",
        "/summary economic diplomacy this week in Hue",
        "/summary theme economic diplomacy 6/5/2024 - 1/5/2024",
        "/summary economic diplomacy since 1 July 2031",
        "/summary <b>economic diplomacy</b> this week",
        "/conference economic diplomacy this week",
        "what's new on economic diplomacy?",
        "what did Bình say about economic diplomacy this week?",
    ],
)
async def test_what_is_only_nearly_a_theme_within_a_period(talk, world, text):
    sent = await talk(text)
    assert not [each for each in asked(world) if len(each) > 3]
    assert "<b>economic" not in "".join(each.text for each in sent)


@pytest.mark.parametrize("words", ["economic diplomacy this week. " * 17, "this week " * 50])
async def test_a_long_text_is_a_text(talk, world, words):
    await talk(f"/summary {words}")
    await talk(f"/summary theme {words}")
    assert not asked(world)


async def test_a_conference_of_just_this_name_is_meant(talk, world):
    name = "economic diplomacy May 2024"
    world.found["conference", name] = await world.conference(3)
    await talk(f"/summary {name}")
    assert ("summary", "conference", 3) in world.asked
    assert not asked(world)
    world.found["conference", name] = Choice("conference", name, (), exact=False)
    await talk(f"/summary {name}")
    assert asked(world) == [("theme", "economic", 1, "20240501-20240531", "Asia/Ho_Chi_Minh")]


async def test_pages_and_languages_keep_the_period(talk, world):
    [sent] = await talk("/summary economic diplomacy since 1 May", lang="en")
    on = SummarizeScope("theme", "economic", 2, "en", MAY).pack()
    assert sent.buttons["▶"] == on
    assert SummarizeScope("theme", "economic", 1, "vi", MAY).pack() in sent.buttons.values()
    edited, _ = await talk.press(on, buttons=[on])
    assert edited.method == "editMessageText"
    assert asked(world)[-1] == ("theme", "economic", 2, MAY, "Asia/Ho_Chi_Minh")
    always = SummarizeScope("theme", "economic").pack()
    other, _ = await talk.press(always, buttons=[on])
    assert other.method == "sendMessage"


async def test_a_theme_since_the_last_digest(talk, world):
    note, sent = await talk("/summary economic diplomacy since my last digest", lang="en")
    assert "no digest yet" in note.text
    assert asked(world) == [("theme", "economic", 1, WEEK, "Asia/Ho_Chi_Minh")]
    assert "[1]" in sent.text


async def test_nothing_on_a_theme_in_a_period(talk, world):
    world.newest = date(2024, 3, 1)
    [sent] = await talk("/summary economic diplomacy this week", lang="en")
    assert "nothing on the theme “economic diplomacy” from this time (6 May 2024)." in sent.text
    always = SummarizeScope("theme", "economic").pack()
    assert sent.buttons == {"Economic diplomacy at any time": always}
    [sent] = await talk("/tomtat ngoại giao kinh tế tháng này", lang="vi", chat=6)
    assert "trong thời gian này (ngày 1–6 tháng 5 năm 2024)" in sent.text
    assert list(sent.buttons) == ["Ngoại giao kinh tế, mọi thời gian"]


async def test_nothing_on_a_theme_names_those_that_have_something_then(talk, world):
    [sent] = await talk("/summary citizen protection this week", lang="en")
    assert "nothing on the theme “citizen protection” from this time (6 May 2024)" in sent.text
    assert "economic diplomacy, research and forecasting, other matters" in sent.text
    then = SummarizeScope("theme", "economic", period=MONDAY).pack()
    assert sent.buttons["Economic diplomacy"] == then
    assert not any("any time" in label for label in sent.buttons)


async def test_nothing_on_a_theme_since_the_last_digest(talk, db, clock, world):
    await talk("/latest", lang="en")
    await digest_came(db, clock)
    [sent] = await talk("/summary citizen protection since my last digest")
    assert "“citizen protection” has come in since your last digest. These have" in sent.text
    assert sent.buttons["Economic diplomacy"] == "y:theme:economic:::s41"
    [sent] = await talk("/summary theme since my last digest")
    assert "Which theme? These have something new since your last digest: " in sent.text
    world.news = False
    [sent] = await talk("/summary citizen protection since my last digest")
    assert "has come in since your last digest." in sent.text
    assert "These" not in sent.text


async def test_a_period_without_a_theme_names_those_of_the_period(talk, world):
    [sent] = await talk("/summary theme this week", lang="en")
    assert "Which theme? These have something from this time (6 May 2024)" in sent.text
    assert sent.buttons["Economic diplomacy"] == "y:theme:economic:::20240506-20240506"
    [sent] = await talk("/summary theme diplomacy this week")
    assert "Which theme?" in sent.text
    assert list(sent.buttons) == ["Economic diplomacy"]
    world.newest = date(2024, 3, 1)
    [sent] = await talk("/summary theme this week")
    assert "Nothing from this time (6 May 2024) belongs to a theme" in sent.text
    assert sent.buttons["Economic diplomacy"] == "y:theme:economic"


async def test_a_digest_of_a_theme_asks_for_it_as_a_summary_does(talk, world):
    for words in ("theme this week", "theme diplomacy this week"):
        asked = await talk(f"/digest {words}", lang="en")
        assert [its.text for its in asked] == [its.text for its in await talk(f"/summary {words}")]
