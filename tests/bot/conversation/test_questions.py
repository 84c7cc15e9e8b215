"""Questions in whole sentences, with and without marks, in both languages."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from bot.conversation.courtesies import Bare, without_courtesies
from bot.conversation.questions import LONGEST, asks, key_words, read_question

TODAY = date(2024, 5, 6)


def is_question(text):
    return asks(without_courtesies(text), TODAY)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("What did Minister Do Thanh Quyen say about tea?", ("Minister Do Thanh Quyen", "tea")),
        ("what has do thanh quyen said on the tea trade", ("do thanh quyen", "the tea trade")),
        ("What did Do Thanh Quyen say?", ("Do Thanh Quyen", "")),
        ("Who spoke about tea?", ("", "tea")),
        ("Who said something about tea", ("", "tea")),
        ("Đỗ Thanh Quyên nói gì về trà sen?", ("Đỗ Thanh Quyên", "trà sen")),
        ("Bộ trưởng Đỗ Thanh Quyên đã phát biểu gì tại Hội nghị Trà?",
         ("Bộ trưởng Đỗ Thanh Quyên", "Hội nghị Trà")),
        ("do thanh quyen noi gi ve tra sen", ("do thanh quyen", "tra sen")),
        ("Đỗ Thanh Quyên nhấn mạnh những gì?", ("Đỗ Thanh Quyên", "")),
        ("Ai nói về trà sen?", ("", "trà sen")),
        ("Ai nói gì về trà sen?", ("", "trà sen")),
    ],
)  # fmt: skip
def test_questions(text, question):
    found = read_question(text, TODAY)
    assert (found.who, found.about, found.time) == (*question, None)
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    ["", "?", "Hội nghị Trà sen", "trà sen", "Bộ trưởng nói về trà sen.", "What is tea?",
     "x" * (LONGEST + 1), "Ai nói gì?"],
)  # fmt: skip
def test_no_such_questions(text):
    assert read_question(text, TODAY) is None


def test_what_is_a_question_and_what_a_text():
    assert is_question("Khi nào thì Hội nghị Trà sen lần thứ tư được tổ chức ở thành phố Hà Tân?")
    assert not is_question("Hội nghị bế mạc. Ai đã phát biểu?")
    assert not is_question("Ai đã phát biểu\nvề trà sen?")
    assert not is_question("Hội nghị bế mạc.")


YEAR, LAST_MONTH = ("20230101-20231231", "20240401-20240430")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("What did X say in 2023?", ("X", "", YEAR)),
        ("X nói gì năm 2023?", ("X", "", YEAR)),
        ("X noi gi nam 2023", ("X", "", YEAR)),
        ("What did X say about ASEAN in 2023?", ("X", "ASEAN", YEAR)),
        ("What did X say last month about tea?", ("X", "tea", LAST_MONTH)),
        ("X nói gì về trà sen tháng trước?", ("X", "trà sen", LAST_MONTH)),
        ("X nói gì trong năm 2023 về trà sen?", ("X", "trà sen", YEAR)),
        ("In 2023, what did X say about tea?", ("X", "tea", YEAR)),
        ("Năm 2023, X nói gì về trà?", ("X", "trà", YEAR)),
        ("What has X said in 2023 on tea?", ("X", "tea", YEAR)),
        ("what the prime minister said about tea last month",
         ("the prime minister", "tea", LAST_MONTH)),
        ("anything X said about tea", ("X", "tea", "")),
        ("statements by X on tea in 2023", ("X", "tea", YEAR)),
        ("các phát biểu của X về trà năm 2023", ("X", "trà", YEAR)),
        # A bare year may be a part of a name, and what is no time is none.
        ("What did X say at the Tea Conference 2023?", ("X", "the Tea Conference 2023", "")),
        ("What did X say about the price of tea?", ("X", "the price of tea", "")),
    ],
)  # fmt: skip
def test_questions_of_a_time(text, question):
    found = read_question(text, TODAY)
    packed = found.time.period.pack() if found.time else ""
    assert (found.who, found.about, packed) == question


def test_what_is_asked_since_the_last_digest():
    assert read_question("What has X said since my last digest?", TODAY).time.since_digest


@pytest.mark.parametrize(
    "text",
    ["Could you please tell me what the prime minister said about the South China Sea last month?",
     "Please tell me what the prime minister said about the South China Sea last month.",
     "Hello! I would like to know everything you have on tea and its trade. Thank you",
     "Xin chào, cho tôi biết Thủ tướng đã nói những gì về Biển Đông trong tháng trước nhé",
     "Em muốn hỏi về tình hình trồng trà sen ở các tỉnh miền núi phía bắc ạ",
     "when is the next meeting of the ministers of all the tea countries",
     "Vì sao giá trà sen ở các tỉnh miền núi lại tăng nhanh như vậy",
     "Giá trà sen của các tỉnh miền núi trong năm nay sẽ thế nào"],
)  # fmt: skip
def test_long_requests_are_questions(text):
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    ["When the minister arrived in Hue, he said that the price of tea would go on rising.",
     "What the minister said about tea was welcomed by all delegates of the conference in Hue.",
     "Ai cũng biết trà sen là đặc sản của vùng này, và giá của nó năm nay tăng gấp đôi so với năm ngoái.",
     "Cho biết giá trà tăng 23% so với năm ngoái, Bộ trưởng đề nghị các tỉnh trồng thêm sen.",
     "Hãy chờ xem điều gì sẽ xảy ra, nhưng ngay bây giờ việc trồng trà đang diễn ra rất nhiều.",
     "“Tell me what you think of our tea,” the minister asked the delegates who had come to Hue.",
     "- Ông nghĩ gì về giá trà trong năm tới và các năm sau?",
     "Could tea become dearer? The minister thinks so. He told us why on Monday.",
     "Can you drink tea with salt? Many do.", "Tea\nWhat is it?",
     "All of the tea was sold, the minister of trade said in a statement.",
     "Who knows? " * 20 + "Who?"],
)  # fmt: skip
def test_paragraphs_of_articles_are_none(text):
    assert not is_question(text)


def test_no_paragraph_of_the_starter_articles_is_a_question():
    count = 0
    for path in sorted((Path(seeds.__file__).parent / "articles").glob("*.md")):
        for paragraph in re.split(r"\n\s*\n", path.read_text("utf-8").partition("\n---")[2]):
            count += 1
            assert not is_question(paragraph.strip()), paragraph
    assert count > 50


@pytest.mark.parametrize(
    ("text", "bare", "asked"),
    [
        ("Could you tell me about tea?", "tea?", True),
        ("Hi there! Who spoke about tea? Many thanks", "Who spoke about tea", False),
        ("please summarize article 6", "summarize article 6", False),
        ("tóm tắt bài 6 giúp tôi với", "tóm tắt bài 6", False),
        ("Xin cho tôi biết ai nói về trà ạ", "ai nói về trà", True),
        ("cho toi biet ai noi ve tra", "ai noi ve tra", True),
        # What only looks like it without its marks, and what has nothing beside it.
        ("Chờ xem hội nghị", "Chờ xem hội nghị", False),
        ("vitamin a", "vitamin a", False),
        ("Please", "Please", False),
        ("Xin chào!", "Xin chào!", False),
        ("Chào mừng Đại hội, các đơn vị thi đua", "Chào mừng Đại hội, các đơn vị thi đua", False),
        ("", "", False),
    ],
)
def test_courtesies(text, bare, asked):
    assert without_courtesies(text) == Bare(bare, asked)


async def test_what_somebody_said_at_a_time(talk, world):
    for text in ("What did tran van binh say this month?", "tran van binh nói gì tháng này?"):
        world.asked.clear()
        [sent] = await talk(text, lang="en")
        assert ("said then", 4, "20240501-20240506", "Asia/Ho_Chi_Minh") in world.asked
        assert "Mr Binh spoke." in sent.text
    [sent] = await talk("What did tran van binh say in 2023?", lang="en")
    assert "nothing that Tran Van Binh said at this time (2023)" in sent.text


async def test_what_somebody_said_on_something_at_a_time(talk, world):
    [sent] = await talk("Could you please tell me what tran van binh said about tea this month?")
    assert ("said", 4, "tea", "20240501-20240506") in world.asked
    assert "Ông Bình nói." in sent.text
    note, sent = await talk("What did tran van binh say about tea in 2023?", lang="en", chat=6)
    assert "no statement of Tran Van Binh on “tea” from this time (2023)" in note.text
    assert "On “tea”" in sent.text
    note, sent = await talk("tran van binh nói gì về quark năm 2023?", lang="vi", chat=7)
    assert "phát biểu nào của Trần Văn Bình về “quark” trong thời gian này (năm 2023)" in note.text
    assert "Trần Văn Bình" in sent.text
    assert not talk.services.worker.texts


async def test_a_long_request_is_searched_and_a_long_paragraph_summarised(talk, world):
    await talk("I would like to know all the news that there is on the trade in tea.", lang="en")
    assert any(asked[0] == "search" for asked in world.asked)
    assert not talk.services.worker.texts
    text = "When the minister arrived in Hue, he said that the price of tea would go on rising."
    await talk(text, lang="en")
    assert talk.services.worker.texts == [text]


def test_key_words():
    assert key_words("Trà sen là gì?") == "Trà sen"
    assert key_words("là gì") == ""


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=250))
def test_any_text_is_read(text):
    found = read_question(text, TODAY)
    is_question(text)
    assert found is None or found.who or found.about
