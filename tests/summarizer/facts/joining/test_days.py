"""Sightings of one event on several days, and of several events that share a number."""

from __future__ import annotations

import pytest

from summarizer.facts import Status
from summarizer.facts.joining.joining import ConferenceSighting, join_conferences
from tests.summarizer.facts.joining.test_joining import members, seen

NAME = "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 55"
YEARLY = "Hội nghị Cấp cao Sông Hồng"


def planned(key: int, date: str, ends: str = "") -> ConferenceSighting:
    return seen(key, NAME, date, ends=ends, status=Status.PLANNED)


def held(key: int, date: str, ends: str = "") -> ConferenceSighting:
    return seen(key, NAME, date, ends=ends)


def expected(key: int, published: str, name: str = YEARLY) -> ConferenceSighting:
    return seen(key, name, status=Status.PLANNED, published=published)


@pytest.mark.parametrize(
    ("sightings", "days"),
    [
        ([planned(1, "2022-11-05"), held(2, "2022-11-10")], "2022-11-10 "),
        ([held(1, "2022-11-05"), planned(2, "2022-11-10")], "2022-11-05 "),
        ([planned(1, "2022-11-05"), planned(2, "2022-11-10")], "2022-11-05 "),
        # a report of one day contradicts no range
        (
            [planned(1, "2022-11-05", "2022-11-12"), held(2, "2022-11-10")],
            "2022-11-05 2022-11-12",
        ),
        # a report with its range does
        (
            [
                planned(1, "2022-11-05", "2022-11-06"),
                held(2, "2022-11-11"),
                held(3, "2022-11-10", "2022-11-13"),
            ],
            "2022-11-10 2022-11-13",
        ),
        (
            [held(1, "2022-11-10", "2022-11-11"), held(2, "2022-11-13", "2022-11-15")],
            "2022-11-10 2022-11-15",
        ),
        (
            [held(1, "2022-11-10", "2022-11-12"), planned(2, "2022-11-10", "2022-11-14")],
            "2022-11-10 2022-11-12",
        ),
        ([held(1, "2022-12-30", "--01-02"), held(2, "2022-12-31")], "2022-12-30 2023-01-02"),
    ],
)
def test_days_of_one_edition(sightings: list[ConferenceSighting], days: str) -> None:
    for order in (sightings, sightings[::-1]):
        [joined] = join_conferences(order)
        assert f"{joined.starts} {joined.ends}" == days


@pytest.mark.parametrize(
    ("name", "places", "events"),
    [
        ("Đại hội Đảng bộ tỉnh lần thứ XVII", ("Nghệ An", "Hà Tĩnh"), 2),
        ("Phiên họp Ủy ban Hỗn hợp lần thứ 5", ("Lào", "Pháp"), 2),
        ("Kỳ họp thứ 5", ("", ""), 2),
        ("Đại hội XVII", ("", ""), 2),
        ("Đại hội XVII của Đảng", ("", ""), 1),
        (NAME, ("Phnôm Pênh", "Thủ đô Phnôm Pênh"), 1),
        (NAME, ("Phnôm Pênh", "Campuchia"), 1),  # the one may lie in the other
        (NAME, ("Cambodia", "Campuchia"), 1),
        (NAME, ("Phnôm Pênh", ""), 1),
    ],
)
def test_a_number_alone_makes_no_event(name: str, places: tuple[str, str], events: int) -> None:
    sightings = [
        seen(1, name, "2020-10-10", place=places[0]),
        seen(2, name, "2020-10-13", place=places[1]),
    ]
    assert len(join_conferences(sightings)) == events


def test_what_is_expected_while_it_goes_on() -> None:
    event = held(1, "2022-11-10")
    for published, found in (("2022-11-11", 1), ("2022-11-20", 1), ("2022-11-21", 2)):
        assert len(join_conferences([event, expected(2, published, NAME)])) == found
    # where the last day is known, the event is over the day after it
    event = held(1, "2022-11-10", "2022-11-11")
    for published, found in (("2022-11-11", 1), ("2022-11-12", 2)):
        assert len(join_conferences([event, expected(2, published, NAME)])) == found


def test_what_is_expected_years_apart_is_not_one() -> None:
    assert members(join_conferences([expected(1, "2015-05-01"), expected(2, "2022-05-03")])) == [
        {1},
        {2},
    ]
    assert len(join_conferences([expected(1, "2021-05-01"), expected(2, "2022-05-03")])) == 1
    event = seen(3, YEARLY, "2022-11")
    assert len(join_conferences([expected(1, "2015-05-01"), event])) == 2
    assert len(join_conferences([expected(1, "2022-05-01"), event])) == 1
    assert len(join_conferences([expected(1, "2021-05-01"), event])) == 1
    assert len(join_conferences([expected(1, "2021-04-01"), event])) == 2
