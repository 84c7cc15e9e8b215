"""Amounts are compared by what they are worth, hours by the time of the day."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.amounts import Value, negatives, take_amounts
from summarizer.support import unsupported


def value(text: str, language: str) -> Value:
    rest, [amount] = take_amounts(text, language)
    assert len(rest) == len(text)
    return amount.value


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("12:30 a.m.", "en", (0, 30)),
        ("12:30 am", "en", (0, 30)),
        ("12:30 p.m.", "en", (12, 30)),
        ("12:30", "en", (12, 30)),
        ("5.30pm", "en", (17, 30)),
        ("5:30 a.m.", "en", (5, 30)),
        ("2:30 in the afternoon", "en", (14, 30)),
        ("11:30 at night", "en", (23, 30)),
        ("2:30 at night", "en", (2, 30)),
        ("12h30 sáng", "vi", (0, 30)),
        ("12 giờ 30 đêm", "vi", (0, 30)),
        ("12h30 trưa", "vi", (12, 30)),
        ("11h30 trưa", "vi", (11, 30)),
        ("1h15 trưa", "vi", (13, 15)),
        ("5h30 chiều", "vi", (17, 30)),
        ("17 giờ 30 phút", "vi", (17, 30)),
    ],
)
def test_the_time_of_the_day(text: str, language: str, time: tuple[int, int]) -> None:
    assert value(text, language) == time


@pytest.mark.parametrize(
    ("text", "language", "worth"),
    [
        ("2 phẩy 05", "vi", "2.05"),
        ("2 phẩy 5", "vi", "2.5"),
        ("2 phẩy 50", "vi", "2.5"),
        ("hai phẩy không năm", "vi", "2.05"),
        ("ba phẩy bảy lăm", "vi", "3.75"),
        ("hai phẩy hai mươi lăm", "vi", "2.25"),
        ("1.000 phẩy 5", "vi", "1000.5"),
        ("2 point 05", "en", "2.05"),
        ("two point zero five", "en", "2.05"),
        ("three point one four", "en", "3.14"),
        ("two point twenty-five", "en", "2.25"),
        ("1,000 point 2", "en", "1000.2"),
        ("1,000.5 dozen", "en", "12006"),
        ("1,000 dozen", "en", "12000"),
        ("2.5 dozen", "en", "30"),
        ("1.000,5 chục", "vi", "10005"),
        ("2,5 tá", "vi", "30"),
        ("minus 1,000.5", "en", "1000.5"),
        ("âm 1.000,5", "vi", "1000.5"),
    ],
)
def test_what_an_amount_is_worth(text: str, language: str, worth: str) -> None:
    assert value(text, language) == Fraction(worth)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1.5 point 2", "en"),
        ("2 point 1.5", "en"),
        ("1,5 phẩy 2", "vi"),
        ("2 phẩy 1,5", "vi"),
        ("on time", "en"),
    ],
)
def test_what_is_no_decimal_stays_in_the_text(text: str, language: str) -> None:
    assert take_amounts(text, language) == (text, [])


def test_a_year_after_a_decimal_is_no_digit_of_it() -> None:
    rest, [amount] = take_amounts("hai phẩy năm năm", "vi")
    assert (rest.strip(), amount.value) == ("năm", Fraction("2.5"))


def test_a_minus_before_a_figure_with_thousands() -> None:
    assert [its.value for its in negatives("-1,000.5% and -4%", "en")] == [Fraction("1000.5"), 4]


@given(st.integers(0, 999), st.text("0123456789", min_size=1, max_size=4))
def test_digits_behind_the_point_stand_for_themselves(whole: int, digits: str) -> None:
    worth = Fraction(Decimal(f"{whole}.{digits}"))
    assert value(f"{whole} phẩy {digits}", "vi") == value(f"{whole} point {digits}", "en") == worth


@given(st.integers(1, 12), st.integers(0, 59))
def test_the_two_halves_of_a_day_are_twelve_hours_apart(hour: int, minute: int) -> None:
    before, after = (value(f"{hour}:{minute:02} {half}", "en") for half in ("a.m.", "p.m."))
    assert isinstance(before, tuple)
    assert after == (before[0] + 12, minute)
    assert before[0] == hour % 12


@pytest.mark.parametrize(
    ("text", "source", "language", "stands"),
    [
        ("It began at 12:30 a.m.", "The talks began at 12:30 p.m.", "en", False),
        ("It began at 12:30 p.m.", "The talks began at 12:30 p.m.", "en", True),
        ("Thuế tăng 2 phẩy 5 phần trăm.", "Thuế tăng 2 phẩy 05 phần trăm.", "vi", False),
        ("Chỉ số là 2,05.", "Chỉ số là 2 phẩy 05.", "vi", True),
        ("There were 12,006 chairs.", "There were 1,000.5 dozen chairs.", "en", True),
        ("There were 6 chairs.", "There were 1,000.5 dozen chairs.", "en", False),
    ],
)
def test_summaries_are_held_to_them(text: str, source: str, language: str, stands: bool) -> None:
    assert (unsupported(text, source, language) == ()) == stands
