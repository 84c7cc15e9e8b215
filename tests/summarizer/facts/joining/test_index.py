"""Events are found by name, month and place, none of those that fit left out."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.facts.events.wordings import wording_of
from summarizer.facts.joining.days import ANY_DAY, Day, is_over, is_too_far, within
from summarizer.facts.joining.index import JoiningIndex, months_of
from summarizer.text.dates import UNKNOWN_DATE, PartialDate

NAME = wording_of("Hội nghị Ngoại vụ các tỉnh ven biển")
PLACES = ["", "Hu", "hue", "thua thien hue", "ha noi", "thu do ha noi", "my", "my dinh", "ha nam"]
DAYS = st.builds(
    PartialDate,
    st.sampled_from([2021, 2022, 2023]),
    st.integers(1, 12),
    st.one_of(st.none(), st.integers(1, 28)),
)
PARTIAL = st.one_of(
    DAYS,
    st.just(UNKNOWN_DATE),
    st.builds(PartialDate, st.sampled_from([2021, 2022])),
    st.builds(PartialDate, st.none(), st.integers(1, 12), st.integers(1, 28)),
)


@given(st.lists(st.sampled_from(PLACES), min_size=1, max_size=12), st.sampled_from(PLACES))
def test_every_place_that_has_the_other_in_it_is_found(known: list[str], own: str) -> None:
    index = JoiningIndex([NAME], [*known, own])
    for number, place in enumerate(known):
        index.add(number, [NAME], UNKNOWN_DATE, UNKNOWN_DATE, [place])
    found = index.candidates([NAME], None, own)
    fitting = {
        number
        for number, place in enumerate(known)
        if not place or not own or place in own or own in place
    }
    assert fitting <= found


def test_events_elsewhere_are_left_out() -> None:
    places = [f"huyen {one}{other}" for one, other in combinations("abcdefghijklm", 2)]
    index = JoiningIndex([NAME], places)
    for number, place in enumerate(places):
        index.add(number, [NAME], UNKNOWN_DATE, UNKNOWN_DATE, [place])
    assert index.candidates([NAME], None, places[7]) == {7}


@settings(max_examples=300)
@given(starts=PARTIAL, ends=st.one_of(st.just(UNKNOWN_DATE), DAYS), date=PARTIAL, last=DAYS)
def test_every_event_of_a_fitting_day_is_found(
    starts: PartialDate, ends: PartialDate, date: PartialDate, last: PartialDate
) -> None:
    index = JoiningIndex([NAME], [])
    index.add(0, [NAME], starts, ends, [])
    one_year = None in (date.year, starts.year) or date.year == starts.year
    fits = starts.agrees_with(date)
    if None not in (starts.month, date.month):
        fits = fits or within(date, starts, ends if ends.known else starts)
        fits = fits or within(starts, date, last)
    if fits and one_year:
        assert index.candidates([NAME], months_of(date, last, ANY_DAY)) == {0}


@settings(max_examples=300)
@given(
    starts=PARTIAL,
    ends=st.one_of(st.just(UNKNOWN_DATE), DAYS),
    day=st.tuples(st.integers(2020, 2024), st.integers(0, 12), st.integers(0, 28)),
)
def test_every_event_that_may_be_expected_is_found(
    starts: PartialDate, ends: PartialDate, day: Day
) -> None:
    if not day[1]:
        day = (day[0], 0, 0)
    index = JoiningIndex([NAME], [])
    index.add(0, [NAME], starts, ends, [])
    if not is_over(starts, ends, day) and not is_too_far(starts, (), day):
        assert index.candidates([NAME], months_of(UNKNOWN_DATE, UNKNOWN_DATE, day)) == {0}


@pytest.mark.parametrize(("day", "found"), [("2022-03-05", {2, 3}), ("2022-11-05", {10, 11})])
def test_events_of_other_months_are_left_out(day: str, found: set[int]) -> None:
    index = JoiningIndex([NAME], [])
    for month in range(1, 13):
        index.add(month, [NAME], PartialDate(2022, month, 5), UNKNOWN_DATE, [])
    date = PartialDate.parse(day)
    candidates = index.candidates([NAME], months_of(date, UNKNOWN_DATE, ANY_DAY))
    assert found <= candidates
    assert len(candidates) == 3
