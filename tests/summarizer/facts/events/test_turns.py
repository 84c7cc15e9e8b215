"""Days and places told of several events in turn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts import Status, extract
from summarizer.facts.events.turns import days_of_each
from summarizer.facts.words.tokens import line_of
from summarizer.text.dates import PartialDate, find_dates

FIRST, SECOND = "Hội nghị Ngoại vụ lần thứ 20", "Hội nghị Ngoại giao lần thứ 31"
THIRD = "Diễn đàn Biển xanh lần thứ 2"
CORAL, GREEN, BLUE = "Coral Sea Forum", "Green River Summit", "Blue Lake Forum"


def told(text: str, language: str) -> dict[str, str]:
    day = PartialDate(2022, 7, 6)
    document = Document.of("Tin", [text], language=language, published=day)
    return {
        event.name: " ".join(filter(None, (str(event.starts), str(event.ends), event.place)))
        for event in extract(document).conferences
    }


@pytest.mark.parametrize(
    ("rest", "first", "second"),
    [
        ("lần lượt diễn ra vào ngày 3/7 và 5/7", "2022-07-03", "2022-07-05"),
        ("lần lượt vào ngày 3/7 và 5/7", "2022-07-03", "2022-07-05"),
        ("lần lượt được tổ chức ngày 3 và 5/7", "2022-07-03", "2022-07-05"),
        ("lần lượt được tổ chức ngày 3 và 4/7", "2022-07-03", "2022-07-04"),
        ("diễn ra vào ngày 3/7 và ngày 5/7 theo thứ tự", "2022-07-03", "2022-07-05"),
        (
            "lần lượt diễn ra từ ngày 3/7 đến 4/7 và từ ngày 5/7 đến 6/7",
            "2022-07-03 2022-07-04",
            "2022-07-05 2022-07-06",
        ),
        ("lần lượt diễn ra vào tháng 3 và tháng 5/2022", "2022-03", "2022-05"),
        ("sẽ lần lượt diễn ra các ngày 13/7 và 15/7 tại Huế", "2022-07-13 Huế", "2022-07-15 Huế"),
        ("lần lượt diễn ra tại Huế và Hà Nội", "Huế", "Hà Nội"),
        ("lần lượt diễn ra tại Huế, Đà Nẵng và Hà Nội", "", ""),
        ("lần lượt diễn ra vào ngày 3/7", "", ""),
        ("lần lượt diễn ra vào ngày 3/7, 5/7 và 8/7", "", ""),
    ],
)
def test_two_in_turn(rest: str, first: str, second: str) -> None:
    assert told(f"{FIRST} và {SECOND} {rest}.", "vi") == {FIRST: first, SECOND: second}


def test_three_in_turn() -> None:
    text = f"{FIRST}, {SECOND} và {THIRD} lần lượt diễn ra vào ngày 3/7, 5/7 và 12/7."
    assert told(text, "vi") == {FIRST: "2022-07-03", SECOND: "2022-07-05", THIRD: "2022-07-12"}


def test_days_that_open_the_sentence() -> None:
    text = f"Ngày 3/7 và 5/7, {FIRST} và {SECOND} lần lượt diễn ra tại Huế."
    assert told(text, "vi") == {FIRST: "2022-07-03 Huế", SECOND: "2022-07-05 Huế"}


@pytest.mark.parametrize(
    ("rest", "first", "second"),
    [
        (
            "were held in Hue on July 3 and July 5, respectively",
            "2022-07-03 Hue",
            "2022-07-05 Hue",
        ),
        ("were held in Hue on July 3 and 5 respectively", "2022-07-03 Hue", "2022-07-05 Hue"),
        (
            "took place in Hue and Hanoi on July 3 and July 5, respectively",
            "2022-07-03 Hue",
            "2022-07-05 Hanoi",
        ),
        ("will be held respectively on July 13 and July 15, 2022", "2022-07-13", "2022-07-15"),
        (
            "were held on July 3, 2022, and on July 5, 2022, respectively",
            "2022-07-03",
            "2022-07-05",
        ),
        ("were held on July 3 and drew 30 and 40 states respectively", "", ""),
    ],
)
def test_respectively(rest: str, first: str, second: str) -> None:
    assert told(f"The {CORAL} and the {GREEN} {rest}.", "en") == {CORAL: first, GREEN: second}


def test_three_respectively() -> None:
    text = (
        f"The {CORAL}, the {GREEN} and the {BLUE} were held on July 3, July 4 and July 5,"
        " respectively."
    )
    assert told(text, "en") == {CORAL: "2022-07-03", GREEN: "2022-07-04", BLUE: "2022-07-05"}


def test_what_lies_ahead_in_turn_is_planned() -> None:
    text = f"{FIRST} và {SECOND} lần lượt diễn ra vào ngày 3/7 và 15/7."
    document = Document.of("Tin", [text], published=PartialDate(2022, 7, 6))
    status = {event.name: event.status for event in extract(document).conferences}
    assert status == {FIRST: Status.HELD, SECOND: Status.PLANNED}


# "24/7" is no day: around the clock
@given(st.lists(st.integers(1, 23), min_size=2, max_size=5, unique=True), st.integers(1, 6))
def test_each_has_its_own_day_or_none_has_any(days: list[int], counted: int) -> None:
    listed = [f"{day}/7" for day in sorted(days)]
    line = line_of(f"Họ lần lượt họp ngày {', '.join(listed[:-1])} và {listed[-1]}.")
    dates = find_dates(line.text, "vi")
    found = days_of_each(line, dates[0], dates, counted)
    if found is not None:
        assert len(found) == counted
    if counted == len(days):
        assert found is not None
        assert [start.day for start, _ in found] == sorted(days)
