"""Tasks by their deadlines. Today is 20 March 2031."""

from datetime import date

import pytest

from bot.briefings import Briefings
from bot.briefings.due import Due, asked_due, ordered
from bot.briefings.periods import BEGINNING, Period
from bot.briefings.spans import ENDLESS
from bot.render import telegram, text
from bot.render.actions import ListTasks, unpack
from bot.store.database import Database
from bot.store.models import Task
from bot.texts.names import THEMES
from tests.bot.briefings.conftest import TODAY

DEADLINES = {1: "2031-06", 2: "2031-04-01", 3: "2031-02-28", 4: "--12-14"}
"""A month, a day ahead, one that is over, and one without its year."""


@pytest.fixture
async def dated(database: Database) -> Briefings:
    async with database.write() as session:
        for number, due in DEADLINES.items():
            (await session.get_one(Task, number)).due = due
        for number in (5, 6):  # withdrawn, and of an article that is hidden
            (await session.get_one(Task, number)).due = "2031-05-05"
    return Briefings(database, lambda: TODAY)


def until(last: date) -> Period:
    return Period(BEGINNING, last)


def day(its: date) -> Period:
    return Period(its, its)


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        ("due before 15/12", until(date(2031, 12, 14))),
        ("due before 15/5", until(date(2031, 5, 14))),
        ("that are due by June 2031", until(date(2031, 6, 30))),
        ("due in April 2031", Period(date(2031, 4, 1), date(2031, 4, 30))),
        ("deadline next week", Period(date(2031, 3, 24), date(2031, 3, 30))),
        ("falling due this month", Period(date(2031, 3, 1), date(2031, 3, 31))),
        ("đến hạn trước 15/5", until(date(2031, 5, 14))),
        ("den han truoc 15/5", until(date(2031, 5, 14))),
        ("sắp đến hạn tháng 4/2031", Period(date(2031, 4, 1), date(2031, 4, 30))),
        ("có hạn chót trong tháng 4/2031", Period(date(2031, 4, 1), date(2031, 4, 30))),
        ("phải hoàn thành trước năm 2032", until(date(2031, 12, 31))),
        ("thời hạn: chậm nhất là 15/5/2031", until(date(2031, 5, 15))),
        # 20 March 2031 is a Thursday; what has no year is the next such.
        ("due on Friday", day(date(2031, 3, 21))),
        ("due on 29/2", day(date(2032, 2, 29))),
        ("due within 12 months", Period(TODAY, date(2032, 3, 20))),
        ("due by Friday", until(date(2031, 3, 21))),
        ("due 15 March", day(date(2032, 3, 15))),
        ("due in January", Period(date(2032, 1, 1), date(2032, 1, 31))),
        ("due in Q2", Period(date(2031, 4, 1), date(2031, 6, 30))),
        ("due by December", until(date(2031, 12, 31))),
        ("due within two weeks", Period(TODAY, date(2031, 4, 3))),
        ("đến hạn trong 2 tuần tới", Period(TODAY, date(2031, 4, 3))),
        ("due after 1/1/2031", Period(date(2031, 1, 2), ENDLESS)),
        ("đến hạn từ nay", Period(TODAY, ENDLESS)),
        ("due since January", Period(date(2031, 1, 1), ENDLESS)),
        ("due before today", until(date(2031, 3, 19))),
        ("đến hạn tuần trước", Period(date(2031, 3, 10), date(2031, 3, 16))),
        ("đến hạn từ 1/9 đến 15/9", Period(date(2031, 9, 1), date(2031, 9, 15))),
        ("due from now until the end of the year", Period(TODAY, date(2031, 12, 31))),
        ("due", None),
        ("Đến hạn?", None),
        ("deadlines", None),
        ("d20310401-20310430", Period(date(2031, 4, 1), date(2031, 4, 30))),
    ],
)
def test_deadlines_are_asked_for(asked, period):
    assert asked_due(asked, TODAY) == Due(period)


@pytest.mark.parametrize(
    "asked",
    ["", "d", "due diligence", "hạn chế", "hạn hán năm 2031", "before 15/5", "tháng 4/2031", "overdue fees",
     "hoàn thành nhiệm vụ", "d2031", "d20310430-20310401", "d99999999-99999999", "dd", "d" * 500,
     "due " * 200, "due before", "due to 5 storms", "overdue " * 200, "<b>overdue</b>", "what",
     "quá trình", "late 2021", "hết hạn hộ chiếu", "tasks", "upcoming", "what is"],
)  # fmt: skip
def test_what_asks_for_no_deadline(asked):
    assert asked_due(asked, TODAY) is None


@pytest.mark.parametrize(
    ("asked", "side"),
    [
        ("overdue", "overdue"),
        ("tasks overdue", "overdue"),
        ("Overdue tasks?", "overdue"),
        ("which tasks are overdue", "overdue"),
        ("what is overdue", "overdue"),
        ("past their deadline", "overdue"),
        ("nhiệm vụ quá hạn", "overdue"),
        ("viec qua han", "overdue"),
        ("những việc đã quá hạn", "overdue"),
        ("có nhiệm vụ nào bị trễ hạn", "overdue"),
        ("upcoming deadlines", "ahead"),
        ("what is due soon", "ahead"),
        ("sắp đến hạn", "ahead"),
        ("nhiệm vụ sắp đến hạn", "ahead"),
        ("sap den han", "ahead"),
        ("việc gần đến hạn", "ahead"),
    ],
)
def test_a_side_of_today_is_asked_for(asked, side):
    due = asked_due(asked, TODAY)
    assert due == Due(side=side)
    assert asked_due(due.pack(), TODAY) == due


@pytest.mark.parametrize(
    "asked",
    ["what is due this week", "what's due this week?", "hạn trong tuần này", "han trong tuan nay",
     "việc đến hạn tuần này", "có gì đến hạn trong tuần này", "deadlines this week"],
)  # fmt: skip
def test_what_is_due_in_a_week(asked):
    assert asked_due(asked, TODAY) == Due(Period(date(2031, 3, 17), date(2031, 3, 23)))


@pytest.mark.parametrize(
    "asked", ["due after 1/1/2031", "due by June 2031", "đến hạn", "due this year"]
)
def test_a_button_keeps_what_was_asked(asked):
    due = asked_due(asked, TODAY)
    assert due is not None
    assert asked_due(due.pack(), TODAY) == due
    for theme in THEMES.values():
        assert ListTasks.of(f"{theme} {due.pack()}", 10, "both") is not None


def test_what_lies_ahead_comes_first_then_what_is_over_the_latest_first():
    deadlines = [*DEADLINES.items(), (7, "2030"), (8, "2031-03-20"), (9, ""), (10, "nonsense")]
    assert ordered(deadlines, Due(), TODAY) == [8, 2, 1, 3, 7, 4]
    assert ordered(deadlines, Due(until(date(2031, 4, 1))), TODAY) == [8, 2, 3, 7]
    assert ordered(deadlines, Due(side="overdue"), TODAY) == [7, 3]
    assert ordered(deadlines, Due(side="ahead"), TODAY) == [8, 2, 1]
    # A month is over with its last day, a year with its own.
    assert ordered(deadlines, Due(until(date(2031, 6, 29))), TODAY) == [8, 2, 3, 7]
    assert ordered(deadlines, Due(Period(date(2030, 12, 1), date(2030, 12, 31))), TODAY) == [7]


@pytest.mark.parametrize(
    ("asked", "expected", "title"),
    [
        ("due", [2, 1, 3, 4], "due"),
        ("due before 1/7/2031", [2, 1, 3], "due until 30 June 2031"),
        ("đến hạn trong tháng 4/2031", [2], "due April 2031"),
        ("economic diplomacy due in 2031", [2], "economic diplomacy, due 2031"),
        ("đến hạn tháng 4/2031, ngoại giao kinh tế", [2], "economic diplomacy, due April 2031"),
        ("due in 2045", [], "due 2045"),
        ("overdue", [3], "overdue"),
        ("tasks overdue", [3], "overdue"),
        ("upcoming deadlines", [2, 1], "due soon"),
        ("sắp đến hạn", [2, 1], "due soon"),
        ("overdue economic diplomacy", [], "economic diplomacy, overdue"),
        ("ngoại giao kinh tế sắp đến hạn", [2], "economic diplomacy, due soon"),
    ],
)
async def test_tasks_by_deadline(dated: Briefings, asked, expected, title):
    card = await dated.tasks(asked)
    assert [task.number for task in card.items] == expected
    assert card.total == len(expected)
    assert card.by_due
    assert card.time is not None
    assert card.time.in_("en") == title
    assert title in text.render(card, "en").lower().replace("april", "April").replace(
        "june", "June"
    )
    again = await dated.tasks(card.word)  # as a button has it
    assert (again.word, again.time, again.items) == (card.word, card.time, card.items)
    for language in ("vi", "en", "both"):
        [shown] = telegram.render(card, language)
        turned = [unpack(button.action.pack()) for row in shown.rows for button in row]
        assert {each.word for each in turned if isinstance(each, ListTasks)}


async def test_the_word_alone_is_searched_for_where_nothing_is_due(database: Database):
    async with database.write() as session:
        (await session.get_one(Task, 1)).due = ""
        (await session.get_one(Task, 3)).text = "đặt thời hạn cho trạm đo"
    card = await Briefings(database, lambda: TODAY).tasks("thời hạn")
    assert [task.number for task in card.items] == [3]
    assert not card.by_due


async def test_the_pages_of_deadlines_go_on_in_their_order(database: Database):
    async with database.write() as session:
        task = await session.get_one(Task, 1)
        columns = {c.name: getattr(task, c.name) for c in Task.__table__.columns}
        for n in range(9):
            own = {"id": 100 + n, "text_key": f"x{n}", "due": f"2031-05-{20 - n:02}"}
            session.add(Task(**{**columns, **own}))
    briefings = Briefings(database, lambda: TODAY)
    for asked in ("due", "due soon"):
        cards = [await briefings.tasks(asked, page) for page in (1, 2)]
        shown = [task.number for card in cards for task in card.items]
        assert shown[:9] == [108, 107, 106, 105, 104, 103, 102, 101, 100]


async def test_none_due_then_says_how_many_have_a_deadline(dated: Briefings, database: Database):
    card = await dated.tasks("due in 2045")
    assert "I know no task with such a deadline. 4 tasks have a deadline" in text.render(card, "en")
    assert "Có 4 nhiệm vụ nêu thời hạn." in text.render(card, "vi")
    [shown] = telegram.render(card, "en")
    assert ListTasks(1, "en", "due") in [b.action for row in shown.rows for b in row]
    async with database.write() as session:
        for number in (1, 2, 3, 4):
            (await session.get_one(Task, number)).due = ""
    card = await dated.tasks("overdue")
    assert "None has a deadline that I know." in text.render(card, "en")
    [shown] = telegram.render(card, "en")
    assert ListTasks(1, "en", "due") not in [b.action for row in shown.rows for b in row]
