from decimal import Decimal

import pytest

from summarizer.text.dates import PartialDate
from summarizer.text.numbers import find_numbers
from translations import Direction
from translations.words.figures import ordinal, write_date, write_number


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("1.234,5", "1,234.5"),
        ("35", "35"),
        ("2031", "2031"),
        ("22,6 tỷ", "22.6 billion"),
        ("25 triệu", "25 million"),
        ("200.000", "200,000"),
        ("28%", "28%"),
        ("lần thứ 31", "31st"),
        ("lần thứ năm", "fifth"),
    ],
)
def test_numbers_are_written_in_english(text, english):
    (number,) = find_numbers(text, "vi")
    assert write_number(number, Direction.VI_EN)[0] == english


def test_numbers_are_written_in_vietnamese():
    (number,) = find_numbers("1,234.5", "en")
    assert write_number(number, Direction.EN_VI) == ("1.234,5",)
    (number,) = find_numbers("3.5 million", "en")
    assert write_number(number, Direction.EN_VI) == ("3,5 triệu",)
    assert number.value == Decimal(3500000)


def test_dates_are_written():
    full = PartialDate(2031, 12, 14)
    assert write_date(full, Direction.VI_EN)[0] == "December 14, 2031"
    assert write_date(full, Direction.EN_VI) == ("14/12/2031",)
    assert write_date(PartialDate(2031, 12), Direction.VI_EN) == ("December 2031",)
    assert write_date(PartialDate(None, 12, 14), Direction.VI_EN) == ("December 14",)
    assert write_date(PartialDate(2031), Direction.VI_EN) == ("2031",)
    assert write_date(PartialDate(), Direction.VI_EN) == ()


def test_ordinals():
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "111th",
    ]  # fmt: skip
