"""Words and the time in which they are looked for. Today is 20 March 2031."""

from datetime import date

import pytest

from bot.briefings import Briefings
from bot.briefings.periods import Period
from bot.briefings.words_in_time import words_in_time
from bot.render import telegram, text
from bot.render.actions import SearchThen, unpack
from tests.bot.briefings.conftest import TODAY


@pytest.mark.parametrize(
    ("asked", "words", "first", "last"),
    [
        ("ASEAN in October 2025", "ASEAN", date(2025, 10, 1), date(2025, 10, 31)),
        ("biển Đông từ 1/10 đến 15/10", "biển Đông", date(2030, 10, 1), date(2030, 10, 15)),
        ("X since 1/9", "X", date(2030, 9, 1), TODAY),
        ("X tuần này", "X", date(2031, 3, 17), TODAY),
        ("x tuan nay", "x", date(2031, 3, 17), TODAY),
        ("river in March", "river", date(2031, 3, 1), date(2031, 3, 31)),
        ("sông tháng 11", "sông", date(2030, 11, 1), date(2030, 11, 30)),
        ("last month: river", "river", date(2031, 2, 1), date(2031, 2, 28)),
    ],
)
def test_words_and_time_are_parted(asked, words, first, last):
    assert words_in_time(asked, TODAY) == (words, Period(first, last))


@pytest.mark.parametrize(
    "asked",
    ["", "tuần này", "APEC 2017", "COVID 19", "kỷ niệm 20 năm", "lần thứ hai", '"ASEAN 5/2020"',
     "Chỉ thị số 8/2018", "river since 32/13", "river in October 2045", "word " * 500, "<b>x</b>"],
)  # fmt: skip
def test_what_has_no_time_stays_whole(asked):
    assert words_in_time(asked, TODAY) == (asked, None)


async def test_articles_within_a_time(briefings: Briefings):
    then = Period(date(2031, 3, 1), date(2031, 3, 31))
    anywhere = await briefings.search("sông")
    found = await briefings.search("sông", 1, then)
    assert 0 < found.total <= anywhere.total
    assert "March 2031" in text.render(found, "en")
    [shown] = telegram.render(found, "en")
    turned = [unpack(button.action.pack()) for row in shown.rows for button in row]
    assert {each.period for each in turned if isinstance(each, SearchThen)} == {then.pack()}


async def test_nothing_then_says_how_much_there_is_at_other_times(briefings: Briefings):
    total = (await briefings.search("sông")).total
    none = await briefings.search("sông", 1, Period(date(1999, 1, 1), date(1999, 1, 31)))
    assert (none.total, none.elsewhere) == (0, total)
    assert f"Nothing from this time; {total} article" in text.render(none, "en")
    assert f"có {total} bài vào lúc khác" in text.render(none, "vi")
