from datetime import date

import pytest

from bot.briefings import Briefings, themes
from bot.briefings.cards import Bilingual, Page, TaskList, TaskRef
from bot.briefings.tasks import theme_named
from bot.render import telegram, text
from bot.render.actions import ListTasks, unpack
from bot.store.database import Database
from bot.store.models import Task
from bot.texts.names import THEMES


async def numbers(briefings: Briefings, word: str) -> list[int]:
    return [task.number for task in (await briefings.tasks(word)).items]


async def test_newest_first_without_withdrawn_and_hidden_ones(briefings: Briefings):
    assert await numbers(briefings, "") == [1, 3, 2, 4]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nuoc sach", [1]),
        ("Nước sạch", [1]),
        ("clean", [1]),
        ("trạm đo", [3]),
        ("đo trạm", [3]),  # not as a phrase, but both words
        ("ban to chuc", [4]),
        ("ngoại giao kinh tế", [2, 4]),
        ("economic diplomacy", [2, 4]),
        ("economic", [2, 4]),
        ("nghiên cứu và dự báo", [3]),
        ("mười hai tỉnh", [1]),
        ("gauging stations", []),
        ("xyz", []),
        ("%", []),
        (".*", []),
    ],
)
async def test_words_in_either_language_and_names_of_themes(
    briefings: Briefings, word: str, expected: list[int]
):
    assert await numbers(briefings, word) == expected


async def test_a_key_phrase_offers_its_theme(briefings: Briefings):
    card = await briefings.tasks("kinh tế")
    assert card.theme == "economic"
    [shown] = telegram.render(card, "vi")
    labels = [button.label for row in shown.rows for button in row]
    assert "Chủ đề: ngoại giao kinh tế" in labels
    assert (await briefings.tasks("kiều bào")).theme == ""  # no task is of it
    assert (await briefings.tasks("ngoại giao kinh tế")).theme == ""
    assert (await briefings.tasks("")).theme == ""


@pytest.mark.parametrize(
    ("asked", "expected", "title"),
    [
        ("early 2031", [1, 3, 2, 4], "1 January – 20 March 2031"),
        ("đầu năm 2031", [1, 3, 2, 4], "1 January – 20 March 2031"),
        ("3/3/2031", [2, 4], "3 March 2031"),
        ("economic diplomacy, March 2031", [2, 4], "economic diplomacy, March 2031"),
        ("tháng 3/2031 ngoại giao kinh tế", [2, 4], "economic diplomacy, March 2031"),
        ("economic since 4/3", [], "economic diplomacy, 4–20 March 2031"),
        ("late 2020", [], "1 September – 31 December 2020"),
    ],
)
async def test_tasks_from_a_period(briefings: Briefings, asked, expected, title):
    card = await briefings.tasks(asked)
    assert [task.number for task in card.items] == expected
    assert card.time is not None
    assert card.time.in_("en") == title
    assert title.lower() in text.render(card, "en").lower()
    again = await briefings.tasks(card.word)  # as a button has it
    assert (again.word, again.time) == (card.word, card.time)
    assert again.items == card.items


async def test_a_year_that_no_task_is_from_is_searched_for(database: Database):
    async with database.write() as session:
        (await session.get_one(Task, 1)).text = "giữ nước sạch đến năm 2045"
    briefings = Briefings(database, lambda: date(2031, 3, 20))
    card = await briefings.tasks("2045")
    assert [task.number for task in card.items] == [1]
    assert card.time is None


async def test_the_button_of_a_period_takes_any_theme():
    for name in THEMES.values():
        assert ListTasks.of(f"{name} 20310101-20311231", 10, "both") is not None


@pytest.mark.parametrize(
    ("plain", "theme"),
    [("kieu bao", "overseas_vietnamese"), ("Kieu Bao", "overseas_vietnamese"),
     ("kiều bào", "overseas_vietnamese"), ("kiều  bào", "overseas_vietnamese"),
     ("ngu dan", "citizen_protection"), ("bien dong", "sovereignty_security")],
)  # fmt: skip
def test_a_key_phrase_without_its_marks(plain, theme):
    assert themes.like(plain) == [theme]


@pytest.mark.parametrize("words", ["kiêu báo", "kieubao", "keo", "ca", "lanh su quan xyz " * 3])
def test_what_is_no_key_phrase_without_marks(words):
    assert len(themes.like(words)) <= 1
    assert themes.like(words) != ["overseas_vietnamese"]


async def test_a_key_phrase_without_its_marks_offers_its_theme(database: Database):
    async with database.write() as session:
        (await session.get_one(Task, 3)).theme = "overseas_vietnamese"
    briefings = Briefings(database)
    assert (await briefings.tasks("kieu bao")).theme == "overseas_vietnamese"


async def test_the_folded_texts_are_kept_between_questions(briefings: Briefings):
    assert await numbers(briefings, "clean") == [1]
    assert await numbers(briefings, "nuoc sach") == [1]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["vi", "en", "both"])
def test_buttons_of_a_list_keep_its_theme(theme: str, language: str):
    task = TaskRef(1, Bilingual("Thử", "Try"), theme, 1)
    card = TaskList((task,), word=theme, page=Page(1, 2), total=7)
    [shown] = telegram.render(card, language)
    actions = [unpack(button.action.pack()) for row in shown.rows for button in row]
    turned = [each.word for each in actions if isinstance(each, ListTasks)]
    assert turned
    assert {theme_named(word) for word in turned} == {theme}


def test_themes_by_name():
    assert theme_named("Bảo hộ công dân") == "citizen_protection"
    assert theme_named("bao ho cong dan") == "citizen_protection"
    assert theme_named("Party external relations") == "party"
    assert theme_named("") is None
    assert theme_named("nước") is None


async def test_one_task_in_its_context(briefings: Briefings):
    card = await briefings.task(1)
    assert card is not None
    assert card.task.set_by is not None
    assert card.task.set_by.vi == "Trần Thị Mẫu"
    assert str(card.task.due) == "2031-06"
    assert [line.text.vi for line in card.context] == [
        "Bộ trưởng Trần Thị Mẫu nhấn mạnh dòng sông là của chung mười hai tỉnh.",
        "“Chúng ta phải giữ nước sạch trước mùa khô”, bà Mẫu nói.",
        "Các đại biểu cho rằng cần có một trạm đo chung.",
    ]
    assert [other.number for other in card.related] == [3]
    assert card.source.number == 2


async def test_no_such_task(briefings: Briefings):
    assert await briefings.task(5) is None
    assert await briefings.task(404) is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("of the twelve provinces", [1]),
        ("của mười hai tỉnh", [1]),
        ("cua muoi hai tinh", [1]),
        ("assigned to twelve provinces", [1]),
        ("giao cho mười hai tỉnh", [1]),
        ("of the Ministry of Industry and Trade", [2]),
        ("của Bộ Công Thương", [2]),
        ("cua bo cong thuong", [2]),
        ("for bo cong thuong", [2]),
        ("của Bộ Tài chính", []),
        ("của Bộ", [2]),
        ("of <b>nobody</b>", []),
        ("of %", None),
        ("của " + "x" * 500, None),
        ("of " + "nobody " * 500, None),
        ("của ngoại giao kinh tế", [2, 4]),
    ],
)
async def test_who_has_to_do_them(database: Database, asked, expected):
    async with database.write() as session:
        (await session.get_one(Task, 2)).assignee = "Bộ Công Thương, Sở Thí dụ"
    card = await Briefings(database).tasks(asked)
    assert [task.number for task in card.items] == (expected or [])
    theme = "ngoại giao" in asked
    assert bool(card.whose) == (expected is not None and not theme)
    assert (await Briefings(database).tasks(card.word)).items == card.items  # as a button has it


async def test_nobody_of_that_name_has_a_task(briefings: Briefings):
    assert (await briefings.tasks("for Vu Le Demo")).whose == "Vu Le Demo"
    card = await briefings.tasks("of Vu Le <Demo> & Sons")
    [en] = telegram.render(card, "en")
    [vi] = telegram.render(card, "vi")
    assert "I know no task that “Vu Le &lt;Demo&gt; &amp; Sons” has to do." in en.html
    assert "Tôi không biết nhiệm vụ nào mà “Vu Le &lt;Demo&gt; &amp; Sons” phải" in vi.html
    assert [button.label for row in en.rows for button in row][:1] == [
        "Articles with “Vu Le <Demo> & Sons”"
    ]


async def test_the_tasks_of_one_have_pages(database: Database):
    async with database.write() as session:
        task = await session.get_one(Task, 1)
        columns = {c.name: getattr(task, c.name) for c in Task.__table__.columns}
        for n in range(9):
            session.add(Task(**{**columns, "id": 100 + n, "text_key": f"x{n}"}))
    briefings = Briefings(database)
    cards = [await briefings.tasks("của mười hai tỉnh", page) for page in (1, 2)]
    shown = [task.number for card in cards for task in card.items]
    assert len(set(shown)) == cards[0].total == 10
    [rendered] = telegram.render(cards[0], "vi")
    turned = [unpack(button.action.pack()) for row in rendered.rows for button in row]
    assert {each.word for each in turned if isinstance(each, ListTasks)} == {"of muoi hai tinh"}


@pytest.mark.parametrize(
    ("asked", "who", "found"),
    [
        ("set by the Demo Council", "Demo Council", [3]),
        ("were given by Demo Council", "Demo Council", [3]),
        ("do Hội đồng Thí dụ giao", "Hội đồng Thí dụ", [4]),
        ("do hoi dong thi du da giao", "hoi dong thi du", [4]),
        ("mà Hội đồng Thí dụ đặt ra", "Hội đồng Thí dụ", [4]),
        ("Hội đồng Thí dụ yêu cầu", "Hội đồng Thí dụ", [4]),
        ("that the Demo Council set", "Demo Council", [3]),
        ("did the Demo Council set", "Demo Council", [3]),
        ("set by Mr Demo Council", "Mr Demo Council", [3]),
        ("from Demo Council", "Demo Council", [3]),
        ("set by <nobody> %", "<nobody> %", []),
        ("được giao", "", None),
        ("do giao", "", None),
        ("set by " + "nobody " * 500, "", None),
    ],
)
async def test_who_set_them(database: Database, asked, who, found):
    async with database.write() as session:
        (await session.get_one(Task, 3)).set_by_text = "Demo Council"
        (await session.get_one(Task, 4)).stated_by_text = "Hội đồng Thí dụ"
    briefings = Briefings(database)
    card = await briefings.tasks(asked)
    assert (card.whose, card.setter) == (who, found is not None)
    assert [task.number for task in card.items] == (found or [])
    assert (await briefings.tasks(card.word)).items == card.items  # as a button has it
    if who and found:
        assert f"SET OR STATED BY {who.upper()} (1)" in text.render(card, "en")


async def test_what_one_set_is_told_where_one_has_nothing_to_do(database: Database):
    async with database.write() as session:
        (await session.get_one(Task, 3)).set_by_text = "Demo Council"
    briefings = Briefings(database)
    card = await briefings.tasks("of the Demo Council")
    assert [task.number for task in card.items] == [3]
    assert "has to do; these are the ones that “Demo Council” set" in text.render(card, "en")
    assert "do “Demo Council” giao hoặc nêu" in " ".join(text.render(card, "vi").split())
    words = await briefings.tasks("công tác chỉ đạo")
    assert "I know no task with “công tác chỉ đạo”." in text.render(words, "en")
    asked = await briefings.tasks("set by Demo Council")
    assert "has to do" not in text.render(asked, "en")
    nobody = await briefings.tasks("do Bộ Lúa gạo giao")
    assert "I know no task that “Bộ Lúa gạo” set or stated." in text.render(nobody, "en")


async def test_whose_tasks_from_a_time(database: Database):
    async with database.write() as session:
        (await session.get_one(Task, 1)).set_by_text = "Demo Council"
        (await session.get_one(Task, 3)).set_by_text = "Demo Council"
    briefings = Briefings(database, lambda: date(2031, 3, 20))
    every = await briefings.tasks("set by the Demo Council")
    assert {task.number for task in every.items} == {1, 3}
    long_ago = await briefings.tasks("set by the Demo Council in March 1999")
    assert (long_ago.whose, long_ago.items) == ("Demo Council", ())
    assert "SET OR STATED BY DEMO COUNCIL · MARCH 1999" in text.render(long_ago, "en")
    whole = await briefings.tasks("set by Demo Council since 2020")
    assert whole.items == every.items
    assert (await briefings.tasks(whole.word)).items == every.items  # as a button has it
