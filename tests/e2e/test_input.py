"""What readers send besides commands, and everything that is wrong with it."""

import asyncio

import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")

PAGE_NUMBER = "-"
"""Data of the button that only says which page this is."""

ARTICLE = """Hội nghị Ngoại giao số khai mạc tại Huế

Sáng 2/10/2026, tại Huế, Hội nghị Ngoại giao số lần thứ nhất khai mạc với hơn hai trăm đại biểu.

Thứ trưởng Ngoại giao Trần Minh Khoa nhấn mạnh ngoại giao số phải phục vụ người dân trước hết.

Ông Khoa yêu cầu các đơn vị hoàn thành cổng thông tin chung trước cuối năm 2027.

Các đại biểu cho rằng việc đào tạo cán bộ trẻ còn chậm so với yêu cầu.
"""


async def test_a_text_comes_back_summarised(english, vietnamese):
    text = await english.text(ARTICLE)
    assert "Hue" in text
    assert len(text) < 3 * len(ARTICLE)
    assert "Huế" in await vietnamese.text(ARTICLE)


async def test_a_forwarded_post_comes_back_summarised(english):
    assert "Hue" in await english.text(ARTICLE, forwarded_from="Kênh tin")


async def test_a_text_file_comes_back_summarised(english):
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        answers = await english.send("tin.txt", ARTICLE.encode(encoding), media_type="text/plain")
        assert "Hue" in "".join(answer.text for answer in answers), encoding


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tin.txt", b"\x00\x01\x02\x03" * 1000),
        ("anh.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 5000),
        ("tin.docx", b"PK\x03\x04" + b"\x00" * 500),
        ("trong.txt", b""),
        ("tin.txt", b"\xff" * 40),
    ],
)
async def test_other_files_are_refused_in_words(english, name, content):
    answers = await english.send(name, content)
    assert answers
    assert answers[0].text


async def test_a_file_that_is_too_big_is_refused_in_words(english):
    answers = await english.send("tin.txt", b"a" * (21 * 1024 * 1024), media_type="text/plain")
    assert answers
    assert answers[0].text


@pytest.mark.parametrize(
    "text",
    [
        "/nosuchcommand",
        "/confrences",
        "/conference",
        "/speaker",
        "/task",
        "/task abc",
        "/task 999999999999999999999",
        "/task -1",
        "/article 0",
        "/article 1.5",
        "/article ²",
        "/summary",
        "/summary article 99999",
        "/translate",
        "/term",
        "/term zzzzqqq",
        "/search",
        "/search \"' OR * NEAR( ) AND",
        "/search %_\\",
        "/subscribe",
        "/subscribe 25:00",
        "/subscribe 07:00 Mars/Olympus",
        "/language klingon",
        "/tasks " + "x" * 3000,
        "/speaker " + "ạ" * 3000,
        "/conference <b>&amp;</b>",
        "/conference 🇻🇳",
        "?",
        "🙂",
        "Bonjour, la conférence se tiendra demain à Paris avec tous les délégués du ministère.",
        "会议将于明天在北京举行,外交部长将出席并发表讲话。",
        "abc\x00\u202edef",
        "a" * 100_000,
        ("Hội nghị diễn ra tại Hà Nội. " * 4000)[:100_000],
        "1 2 3 4 5\n" * 2000,
    ],
    ids=lambda text: text[:20],
)
async def test_bad_input_gets_a_clear_answer(english, text):
    answers = await english.say(text)
    assert answers, "silence"
    whole = " ".join(answer.text for answer in answers)
    assert whole.strip()
    assert "Something went wrong" not in whole
    assert "Traceback" not in whole


async def test_a_mistyped_command_gets_the_near_one(english):
    assert "/conferences" in await english.text("/confrences")
    assert "/conference" in await english.text("/hoinghj x"), "twins are known by their own names"


async def test_forged_buttons_do_no_harm(english):
    [card, *_] = await english.say("/article 1")
    for data in ("", "x", "\x00", "c:99999999999:1", "a" * 64, "ơ" * 32, "a:-1", "::::", "None"):
        await english.push(card, data)
    assert "Conferences" in await english.text("/conferences")


async def test_a_button_of_a_message_nobody_remembers(english, api):
    [card, *_] = await english.say("/article 1")
    data = next(b["callback_data"] for row in card.buttons for b in row if "callback_data" in b)
    update = await api.press(english.chat, 1, data, language="en")
    assert await api.answers(update, 30)


async def test_every_button_leads_somewhere(english):
    """Press every button that can be reached, breadth first."""
    waiting = []
    for text in (
        "/conferences",
        "/speakers",
        "/tasks",
        "/latest",
        "/conference doi ngoai toan quoc",
    ):
        waiting += [a for a in await english.say(text) if a.buttons]
    seen = set()
    pressed = 0
    while waiting and pressed < 120:
        answer = waiting.pop(0)
        for row in answer.buttons:
            for button in row:
                data = button.get("callback_data")
                if data is None or data in seen:
                    continue
                seen.add(data)
                assert len(data.encode()) <= 64
                answers = await english.push(answer, data)
                assert answers or data == PAGE_NUMBER, (button, answer.text[:80])
                assert all("went wrong" not in a.text for a in answers), button
                pressed += 1
                waiting += [a for a in answers if a.buttons]
    assert pressed > 30


async def test_the_same_button_pressed_twice_at_once(english, api):
    [card, *_] = await english.say("/conference doi ngoai toan quoc")
    data = next(b["callback_data"] for row in card.buttons for b in row if "callback_data" in b)
    updates = [
        await api.press(english.chat, card.message_id, data, language="en") for _ in range(5)
    ]
    answers = await asyncio.gather(*(api.answers(update, 60) for update in updates))
    assert any(answers)
    assert "Conferences" in await english.text("/conferences")


async def test_many_chats_at_once(api, request):
    names = [f"{request.node.name} {number}" for number in range(12)]
    updates = [await api.post(name, "/speaker bui thanh son", language="en") for name in names]
    for answers in await asyncio.gather(*(api.answers(update, 60) for update in updates)):
        assert "Bui Thanh Son" in answers[0].text
