"""Which visits of several articles are one."""

from __future__ import annotations

import random

import pytest

from summarizer.facts import (
    Conference,
    Coverage,
    EventKind,
    Status,
    Visit,
    VisitSort,
)
from summarizer.facts.joining.joining import ConferenceSighting, JoinedConference, join_conferences
from summarizer.facts.visits.names import name_of_visit
from summarizer.text.dates import UNKNOWN_DATE, PartialDate

PREMIER = ("Thủ tướng", "Lê Văn Mẫn")


def visit(
    key: object,
    starts: str = "",
    *,
    ends: str = "",
    to: str = "Nhật Bản",
    by: tuple[str, str] = PREMIER,
    sort: VisitSort = VisitSort.OFFICIAL,
    status: Status = Status.HELD,
    language: str = "vi",
    published: str = "",
) -> ConferenceSighting:
    office, name = by
    return ConferenceSighting(
        key,
        Conference(
            name_of_visit(sort, to, office, name, language),
            (),
            0,
            0,
            status,
            Coverage.REPORTED,
            0.9,
            PartialDate.parse(starts),
            PartialDate.parse(ends),
            place=to,
            kind=EventKind.VISIT,
            visit=Visit(name, office, sort),
        ),
        UNKNOWN_DATE,
        language,
        published=PartialDate.parse(published),
    )


def groups(*sightings: ConferenceSighting) -> list[set[object]]:
    joined = join_conferences(sightings)
    return sorted((set(j.members) for j in joined), key=lambda keys: sorted(map(str, keys)))


def only(*sightings: ConferenceSighting) -> JoinedConference:
    [joined] = join_conferences(sightings)
    return joined


def test_an_article_in_each_language_tells_of_one_visit() -> None:
    joined = only(
        visit(1, "2024-05-20", ends="2024-05-22"),
        visit(
            2,
            "2024-05-21",
            to="Japan",
            by=("Prime Minister", "Le Van Man"),
            sort=VisitSort.PLAIN,
            language="en",
        ),
    )
    assert joined.name == "Chuyến thăm chính thức Nhật Bản của Thủ tướng Lê Văn Mẫn"
    assert joined.aliases == ("Visit to Japan by Prime Minister Le Van Man",)
    assert (str(joined.starts), str(joined.ends)) == ("2024-05-20", "2024-05-22")
    assert (joined.kind, joined.place) == (EventKind.VISIT, "Nhật Bản")


def test_the_sort_that_most_articles_tell_is_shown() -> None:
    state, official = VisitSort.STATE, VisitSort.OFFICIAL
    one = visit(1, "2024-05", sort=state)
    assert "chính thức" in only(one, visit(2, "2024-05-20", sort=official)).name
    others = [visit(number, "2024-05-20", sort=official) for number in (3, 4)]
    assert "chính thức" in only(visit(2, "2024-05-20", sort=state), *others).name
    assert "Nhà nước" in only(one, visit(2, "2024-05-20", sort=VisitSort.PLAIN)).name


def test_a_capital_stands_for_its_country() -> None:
    assert groups(visit(1, "2024-05-20"), visit(2, "2024-05-20", to="Tokyo")) == [{1, 2}]


def test_the_earlier_name_is_part_of_the_full_one() -> None:
    full, short = ("Tổng thống Mỹ", "Adam Kent"), ("Tổng thống", "Kent")
    assert groups(
        visit(1, "2024-05-20", to="Lào", by=full), visit(2, "2024-05-20", to="Lào", by=short)
    ) == [{1, 2}]


def test_a_name_is_one_with_and_without_blanks_about_its_hyphen() -> None:
    spaced, tight = ("Tổng thống", "Ahn Jae - won"), ("Tổng thống", "Ahn Jae-won")
    assert groups(
        visit(1, "2024-05-20", to="Lào", by=spaced), visit(2, "2024-05-20", to="Lào", by=tight)
    ) == [{1, 2}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tập Cận Bình", "Xi Jinping"),
        ("Tập Cận Bình", "Xi"),
        ("V. Putin", "Vladimir Putin"),
        ("V.Pu-tin", "Vladimir Putin"),
        ("Kim Chính Ân", "Kim Jong-un"),
        ("Lê Văn Mẫn", "Le Van Man"),
    ],
)
def test_one_visitor_in_two_spellings(one: str, other: str) -> None:
    assert groups(
        visit(1, "2024-05-20", by=("Chủ tịch", one)),
        visit(2, "2024-05-20", to="Japan", by=("President", other), language="en"),
    ) == [{1, 2}]


@pytest.mark.parametrize(
    ("one", "other"),
    [("V. Putin", "Vladimir Orlov"), ("A. B.", "Adam Blake"), ("Tập Văn Bình", "Xi Jinping")],
)
def test_two_visitors_with_something_in_common(one: str, other: str) -> None:
    assert groups(
        visit(1, "2024-05-20", by=("Chủ tịch", one)),
        visit(2, "2024-05-20", by=("President", other), to="Japan", language="en"),
    ) == [{1}, {2}]


@pytest.mark.parametrize(
    "other",
    [
        visit(2, "2024-05-20", to="Hàn Quốc"),
        visit(2, "2024-05-20", by=("Chủ tịch nước", "Trần Hữu Lộc")),
        visit(2, "2023-05-20"),
        visit(2, "2023"),
        visit(2, "2024-09-02"),
        visit(2, published="2024-09-02"),
        visit(2, published="2023-05-22"),
        visit(2),
    ],
)
def test_what_differs_stays_apart(other: ConferenceSighting) -> None:
    assert groups(visit(1, "2024-05-20"), other) == [{1}, {2}]


@pytest.mark.parametrize(
    "other",
    [
        visit(2, "2024-05-28"),
        visit(2, "2024-05"),
        visit(2, "2024"),
        visit(2, "--05-20"),
        visit(2, published="2024-06-10"),
    ],
)
def test_times_that_agree(other: ConferenceSighting) -> None:
    assert groups(visit(1, "2024-05-20"), other) == [{1, 2}]


def test_undated_visits_join_by_when_their_articles_appeared() -> None:
    assert groups(
        visit(1, published="2024-05-20"),
        visit(2, published="2024-05-29"),
        visit(3, published="2024-11-01"),
    ) == [{1, 2}, {3}]


def test_what_fits_two_visits_belongs_to_neither() -> None:
    assert groups(visit(1, "2024-05-02"), visit(2, "2024-05-25"), visit(3, "2024-05")) == [
        {1},
        {2},
        {3},
    ]


def test_a_meeting_never_joins_a_visit() -> None:
    name = "Hội nghị Cấp cao Mekong - Nhật Bản lần thứ 9"
    meeting = Conference(
        name, (), 0, 0, Status.HELD, Coverage.REPORTED, 0.9, PartialDate.parse("2024-05-20")
    )
    assert groups(visit(1, "2024-05-20"), ConferenceSighting(2, meeting)) == [{1}, {2}]


def test_a_visit_is_held_as_soon_as_one_article_reports_it() -> None:
    planned = visit(1, "2024-05-20", status=Status.PLANNED)
    assert only(planned).status is Status.PLANNED
    assert only(planned, visit(2, "2024-05-21")).status is Status.HELD


def test_the_order_of_articles_makes_no_difference() -> None:
    sightings = [
        visit(1, "2024-05-20", ends="2024-05-22"),
        visit(2, "2024-05-22"),
        visit(3, published="2024-05-25"),
        visit(4, "2025-02-01", to="Tokyo"),
        visit(5, "2024-05", to="Japan", by=("Prime Minister", "Le Van Man"), language="en"),
    ]
    expected = join_conferences(sightings)
    for seed in range(10):
        random.Random(seed).shuffle(sightings)
        assert join_conferences(sightings) == expected
