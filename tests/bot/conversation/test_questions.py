"""Questions in whole sentences, with and without marks, in both languages."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from bot.briefings.cards import Bilingual, Choice, Hit
from bot.conversation.courtesies import Bare, thanks, without_courtesies
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


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("List everything X said about Y", ("X", "Y", "", False)),
        ("I need all statements of X", ("X", "", "", True)),
        ("I need all statements of X.", ("X", "", "", True)),
        ("We would like every remark made by X at the Tea Forum", ("X", "the Tea Forum", "", True)),
        ("give me a list of all statements by X on tea in 2023", ("X", "tea", YEAR, True)),
        ("X's statements on tea", ("X", "tea", "", True)),
        ("X’s speeches in 2023", ("X", "", YEAR, True)),
        ("bài phát biểu của X về trà", ("X", "trà", "", True)),
        ("X’s remarks last month", ("X", "", LAST_MONTH, True)),
        ("all that X said about tea", ("X", "tea", "", False)),
        ("Tôi cần tất cả phát biểu của X", ("X", "", "", True)),
        ("Em cần các phát biểu của X về trà sen năm 2023 ạ", ("X", "trà sen", YEAR, True)),
        ("Liệt kê tất cả những gì X nói về trà", ("X", "trà", "", False)),
        ("toi can tat ca phat bieu cua X tai Hoi nghi Tra", ("X", "Hoi nghi Tra", "", True)),
        ("mọi phát ngôn của X trong năm 2023", ("X", "", YEAR, True)),
        ("điều mà X đã nói", ("X", "", "", False)),
    ],
)
def test_statements_are_asked_for_as_such(text, question):
    bare = without_courtesies(text)
    found = read_question(bare.text, TODAY)
    packed = found.time.period.pack() if found.time else ""
    assert (found.who, found.about, packed, found.named) == question
    assert asks(bare, TODAY)


@pytest.mark.parametrize(
    "text",
    ["Tôi cần các nước ủng hộ chúng tôi trong việc này và trong các việc khác của cả vùng.",
     "We need all countries to join the conference, and the tasks of the future are great.",
     "I need to go to the conference in Hue before the end of the week, the minister said.",
     "Chúng tôi muốn các nhiệm vụ này hoàn thành sớm để phục vụ nhân dân của cả vùng."],
)  # fmt: skip
def test_other_needs_are_told_in_texts(text):
    bare = without_courtesies(text)
    assert read_question(bare.text, TODAY) is None
    assert not asks(bare, TODAY)


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
     "The minister of trade welcomed China's statement.", "Phát biểu của Bộ trưởng được hoan nghênh.",
     "The ministry of trade, in a note to all the delegates of the conference, rejected X's statement",
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
    "text",
    ["thanks", "Thank you!", "Thank you very much.", "many thanks", "ok thanks", "thx", "Thanks 🙏",
     "Thank you, that was helpful.", "Great, thank you so much for your help!", "cảm ơn", "Cám ơn bạn nhiều", "cam on nhe",
     "Xin chân thành cảm ơn!", "Dạ em cảm ơn ạ", "Tuyệt vời, cảm ơn bot"],
)  # fmt: skip
async def test_thanks_are_answered_and_not_searched_for(talk, world, text):
    assert thanks(text)
    [sent] = await talk(text, lang="en")
    assert "You are welcome" in sent.text
    [sent] = await talk(text, lang="vi", chat=6)
    assert "Rất vui" in sent.text
    assert not world.asked
    assert not talk.services.worker.texts


@pytest.mark.parametrize(
    "text",
    ["", "ok", "thanks to Viet Nam", "Thư cảm ơn", "Lời cảm ơn của Bộ trưởng", "Thanksgiving",
     "thank you for the report on ASEAN", "cảm ơn " * 30, "cam", "thanks, what did X say?"],
)  # fmt: skip
def test_what_says_more_than_thanks(text):
    assert not thanks(text)


@pytest.mark.parametrize(
    ("text", "bare", "asked"),
    [
        ("Could you tell me about tea?", "tea?", True),
        ("Hi there! Who spoke about tea? Many thanks", "Who spoke about tea", False),
        ("please summarize article 6", "summarize article 6", False),
        ("I need everything on economic diplomacy", "economic diplomacy", True),
        ("give me all the information you have about tea", "tea", True),
        ("Tôi cần thông tin về ngoại giao kinh tế", "ngoại giao kinh tế", True),
        ("cho tôi xem tất cả tin tức liên quan đến trà", "trà", True),
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
    assert "from another time" in note.text
    [note] = await talk("tran van binh nói gì về quark năm 2023?", lang="vi", chat=7)
    assert "phát biểu nào của Trần Văn Bình về “quark” trong thời gian này (năm 2023)" in note.text
    assert "o:speaker:4" in note.buttons.values()
    assert not talk.services.worker.texts


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "nobody called “Helen Doe”, and nobody"), ("vi", "không biết ai tên là “Helen Doe”")],
)
async def test_of_somebody_unknown_it_is_said_so(talk, world, lang, said):
    for text in ("What did Helen Doe say?", "Helen Doe nói gì?", "all statements of Helen Doe"):
        [sent] = await talk(text, lang=lang)
        assert said in sent.text
        assert "l:speakers" in sent.buttons.values()
    note, found = await talk("What did Helen Doe say about news?", lang=lang)
    assert said in note.text
    assert ("search", "news", 1) in world.asked
    assert {"en": "Trial news", "vi": "Tin thử"}[lang] in found.text
    assert not talk.services.worker.texts


async def test_of_somebody_unknown_the_nearest_names_are_offered(talk, world):
    [sent] = await talk("What did bihn say in 2023?", lang="en")
    assert "nobody called “bihn”. The nearest names: Tran Van Binh, Trần Bình." in sent.text
    assert sent.buttons["Tran Van Binh"] == "o:speaker:4"
    assert "y:period:20230101-20231231" in sent.buttons.values()


async def test_of_somebody_unknown_the_time_that_was_asked_for_is_kept(talk, world):
    [sent] = await talk("What did Helen Doe say about news in 2023?", lang="en")
    assert "nobody called “Helen Doe”" in sent.text
    assert "“news” at any time only; of this time (2023)" in sent.text
    assert sent.buttons["“news” at any time"] == "s:1::news"
    assert sent.buttons["The articles: 2023"] == "y:period:20230101-20231231"
    [sent] = await talk("Helen Doe nói gì về ngoại giao kinh tế năm 2023?", lang="vi", chat=6)
    assert "y:theme:economic:::20230101-20231231" in sent.buttons.values()
    await talk("/language both", chat=7)
    [sent] = await talk("What did Helen Doe say in 2023?", chat=7)
    assert ("search", "Helen Doe", 1) in world.asked
    assert sent.buttons["Các bài viết: năm 2023 · The articles: 2023"]


async def test_what_may_be_a_title_is_looked_for_as_such(talk, world):
    [sent] = await talk("Statement of the news office", lang="en")
    assert "Trial news" in sent.text


async def test_all_statements_are_shown_and_not_the_best_of_them(talk, world):
    for text in (
        "I need all statements of tran van binh",
        "Tôi cần tất cả phát biểu của tran van binh",
    ):
        world.asked.clear()
        [sent] = await talk(text, lang="en")
        assert ("speaker", 4, 1, "statements") in world.asked
        assert "Mr Binh spoke." in sent.text
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


async def test_what_something_is_comes_before_the_meetings_that_have_its_name(talk, world):
    name = Bilingual("Hội nghị A", "Conference A")
    hits = (Hit("conference", 3, name), Hit("conference", 8, name))
    for words in ("Ministry of Trials", "Trials"):
        world.found["conference", words] = Choice("conference", words, hits)
    [term] = await talk("What is the Ministry of Trials?", lang="en")
    assert "Bộ Thử nghiệm" in term.text
    [choice] = await talk("What is Trials?", lang="en")  # the glossary has more than this word
    assert "Conference A" in choice.text
