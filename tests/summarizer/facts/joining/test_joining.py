"""Joining sightings of events and persons, in any order."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.facts import Conference, Coverage, Kind, Speaker, Status
from summarizer.facts.joining.joining import (
    ConferenceSighting,
    JoinedConference,
    SpeakerSighting,
    join_conferences,
    join_speakers,
)
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate

LONG = "Hội nghị Văn thư toàn quốc triển khai thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XI của Đảng"


def seen(
    key: object,
    name: str,
    date: str = "",
    *,
    aliases: tuple[str, ...] = (),
    name_en: str = "",
    status: Status = Status.HELD,
    coverage: Coverage = Coverage.REFERRED,
    ends: str = "",
    published: str = "",
    **more: str,
) -> ConferenceSighting:
    return ConferenceSighting(
        key,
        Conference(
            name,
            aliases,
            0,
            0,
            status,
            coverage,
            0.9,
            PartialDate.parse(date),
            PartialDate.parse(ends),
            **more,
        ),
        UNKNOWN_DATE,
        "vi",
        name_en,
        PartialDate.parse(published),
    )


def members(joined: list[JoinedConference]) -> list[set[object]]:
    return sorted((set(j.members) for j in joined), key=lambda m: sorted(map(str, m)))


def test_one_event_under_three_wordings_completes_its_dates() -> None:
    [joined] = join_conferences(
        [
            seen(1, LONG, "--12-14", place="Thủ đô Hà Nội"),
            seen(
                2,
                "Hội nghị văn thư 2011",
                "2011-12-14",
                aliases=(LONG.lower(),),
                host="Bộ Nội vụ",
                status=Status.PLANNED,
            ),
            seen(3, "Hội nghị Văn thư toàn quốc", "2011-12"),
        ]
    )
    assert joined.members == (1, 2, 3)
    assert str(joined.starts) == "2011-12-14"
    assert (joined.place, joined.host, joined.status) == ("Thủ đô Hà Nội", "Bộ Nội vụ", Status.HELD)
    assert {k: (str(d), d.basis) for k, d in joined.member_dates.items()} == {
        1: ("2011-12-14", Basis.OTHER_ARTICLE),
        2: ("2011-12-14", Basis.STATED),
        3: ("2011-12-14", Basis.OTHER_ARTICLE),
    }


def test_a_date_put_together_from_two_articles_says_so() -> None:
    [joined] = join_conferences(
        [
            seen(1, "Hội nghị Văn thư toàn quốc", "--12-14"),
            seen(2, "Hội nghị Văn thư toàn quốc", "2011-12"),
        ]
    )
    assert (str(joined.starts), joined.starts.basis) == ("2011-12-14", Basis.OTHER_ARTICLE)


def test_editions_stay_apart_and_an_undated_wording_joins_neither() -> None:
    joined = join_conferences(
        [
            seen("a", "Hội nghị Cấp cao Sông Hồng", "2015-10-01"),
            seen("b", "Hội nghị Cấp cao Sông Hồng", "2016-10-02"),
            seen("c", "Hội nghị Cấp cao Sông Hồng"),
        ]
    )
    assert members(joined) == [{"a"}, {"b"}, {"c"}]
    assert members(
        join_conferences(
            [
                seen("a", "Hội nghị Cấp cao Sông Hồng", "2015-10-01"),
                seen("c", "Hội nghị Cấp cao Sông Hồng"),
            ]
        )
    ) == [{"a", "c"}]


def test_numbers_tell_editions_apart() -> None:
    joined = join_conferences(
        [seen(n, f"Hội nghị Cấp cao Sông Hồng lần thứ {n}") for n in (4, 5)]
        + [seen(44, "Hội nghị Cấp cao Sông Hồng lần thứ 4", "2014-05-06")]
    )
    assert members(joined) == [{4, 44}, {5}]


def test_a_name_without_its_number_does_not_bring_two_editions_together() -> None:
    plain = ("Hội nghị Cấp cao Sông Hồng",)
    joined = join_conferences(
        [seen(n, f"Hội nghị Cấp cao Sông Hồng lần thứ {n}", aliases=plain) for n in (4, 5)]
    )
    assert members(joined) == [{4}, {5}]


def test_congresses() -> None:
    names = [
        "Đại hội XI",
        "Đại hội đại biểu toàn quốc lần thứ XI của Đảng",
        "Đại hội Đảng lần thứ XI",
        "Đại hội Đảng XI",
        "Đại hội X",
        "Đại hội Đoàn lần thứ XI",
    ]
    joined = join_conferences([seen(n, name) for n, name in enumerate(names)])
    assert members(joined) == [{0, 1, 2, 3}, {4}, {5}]


def test_a_review_is_no_foreign_affairs_conference() -> None:
    joined = join_conferences(
        [
            seen(1, "Hội nghị Đối ngoại toàn quốc"),
            seen(2, "Hội nghị tổng kết công tác năm 2015 của Ban Đối ngoại Trung ương"),
            seen(3, "Hội nghị tổng kết công tác năm 2016 của Ban Đối ngoại Trung ương"),
        ]
    )
    assert members(joined) == [{1}, {2}, {3}]


def test_generic_names_join_only_on_one_day() -> None:
    names = ["hội nghị thượng đỉnh", "phiên họp"]
    for name in names:
        assert len(join_conferences([seen(1, name), seen(2, name)])) == 2
        assert len(join_conferences([seen(1, name, "2015-10"), seen(2, name, "2015-10")])) == 2
        assert (
            len(join_conferences([seen(1, name, "2015-10-03"), seen(2, name, "2015-10-03")])) == 1
        )


def test_a_day_within_the_event() -> None:
    joined = join_conferences(
        [
            seen(1, "Diễn đàn Biển xanh", "2015-10-03", ends="2015-10-05"),
            seen(2, "Diễn đàn Biển xanh", "2015-10-04"),
            seen(3, "Diễn đàn Biển xanh", "2015-11-04"),
        ]
    )
    assert members(joined) == [{1, 2}, {3}]


def test_reports_of_two_days_of_one_edition_are_of_one_event() -> None:
    name = "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 55"
    [joined] = join_conferences([seen(1, name, "2022-08-04"), seen(2, name, "2022-08-03")])
    assert str(joined.starts) == "2022-08-03"
    assert {str(date) for date in joined.member_dates.values()} == {"2022-08-03", "2022-08-04"}
    # without a number, or weeks apart, two days are two events
    plain = "Hội nghị Bộ trưởng Ngoại giao ASEAN"
    assert len(join_conferences([seen(1, plain, "2022-08-04"), seen(2, plain, "2022-08-03")])) == 2
    assert len(join_conferences([seen(1, name, "2022-08-04"), seen(2, name, "2022-09-03")])) == 2


def test_what_is_expected_is_none_that_is_over() -> None:
    past = seen(1, "hội nghị thượng đỉnh Nga - Mỹ", "2018-07-16", published="2018-07-17")
    coming = "thượng đỉnh Nga - Mỹ"
    later = seen(2, coming, status=Status.PLANNED, published="2021-05-20")
    before = seen(3, coming, status=Status.PLANNED, published="2018-07-10")
    assert members(join_conferences([past, later])) == [{1}, {2}]
    assert members(join_conferences([past, before])) == [{1, 3}]
    # a look back belongs to what was
    back = seen(4, coming, published="2021-05-20")
    assert members(join_conferences([past, back])) == [{1, 4}]


def test_across_languages_by_the_translated_name() -> None:
    vietnamese = seen(1, "Hội nghị Văn thư toàn quốc", name_en="National Archives Conference")
    english = seen(2, "National Archives Conference")
    assert len(join_conferences([vietnamese, english])) == 1


def test_no_day_is_lent_to_a_congress_or_to_what_is_planned() -> None:
    day = PartialDate.parse("2011-12-14")
    for name, status in (
        ("Đại hội XI của Đảng", Status.HELD),
        ("Diễn đàn Biển xanh", Status.PLANNED),
    ):
        sighting = seen(1, name, coverage=Coverage.REPORTED, status=status)
        [joined] = join_conferences([replace(sighting, event_date=day)])
        assert not joined.starts.known
    sighting = seen(1, "Diễn đàn Biển xanh", coverage=Coverage.REPORTED)
    [joined] = join_conferences([replace(sighting, event_date=day)])
    assert joined.starts == day


def test_what_tells_events_apart_is_left_over_on_neither_side() -> None:
    numbered = seen(1, "Hội nghị Văn thư lần thứ 33", "2016-12-15")
    for date in ("", "2016-12-15"):
        other = seen(2, "Hội nghị Bộ trưởng Văn thư ASEAN", date)
        assert len(join_conferences([numbered, other])) == 2
    without = [seen(3, "Hội nghị Văn thư"), seen(4, "Hội nghị Văn thư", "2016-12-15")]
    assert members(join_conferences([numbered, without[0]])) == [{1}, {3}]
    assert members(join_conferences([numbered, without[1]])) == [{1, 4}]
    named = seen(5, "Diễn đàn Biển xanh ASEAN", "2016-12-15")
    assert len(join_conferences([named, seen(6, "Diễn đàn Biển xanh")])) == 2


def test_an_undated_wording_does_not_join_at_another_place() -> None:
    dated = seen(1, "Diễn đàn Biển xanh", "2016-12-15", place="Thủ đô Hà Nội")
    for place, events in (("Hà Nội", 1), ("", 1), ("Đà Nẵng", 2)):
        undated = seen(2, "Diễn đàn Biển xanh", place=place)
        assert len(join_conferences([dated, undated])) == events


def test_held_is_only_what_a_sighting_of_the_day_says() -> None:
    planned = seen(1, "Diễn đàn Biển xanh", "2016-12-15", status=Status.PLANNED)
    [joined] = join_conferences([planned, seen(2, "Diễn đàn Biển xanh")])
    assert (joined.status, len(joined.members)) == (Status.PLANNED, 2)
    early = replace(
        seen(3, "Diễn đàn Biển xanh", "2016-12"), event_date=PartialDate.parse("2016-11-20")
    )
    [joined] = join_conferences([planned, early])
    assert joined.status is Status.PLANNED
    [joined] = join_conferences([planned, early, seen(4, "Diễn đàn Biển xanh", "2016-12-15")])
    assert joined.status is Status.HELD


def test_a_name_without_its_middle_is_the_same_event_on_the_same_day() -> None:
    short = "Hội nghị sơ kết của Bộ Tư pháp"
    long = "Hội nghị sơ kết công tác 6 tháng đầu năm 2011 của Bộ Tư pháp"
    assert len(join_conferences([seen(1, short, "2011-07-12"), seen(2, long, "2011-07-12")])) == 1
    assert len(join_conferences([seen(1, short, "2011-07-12"), seen(2, long, "2011-07-15")])) == 2
    assert len(join_conferences([seen(1, short), seen(2, long, "2011-07-12")])) == 2


@pytest.mark.parametrize("marks", ["hoà", "hòa"])
def test_tone_marks_do_not_part(marks: str) -> None:
    assert (
        len(
            join_conferences(
                [seen(1, f"Diễn đàn {marks} bình biển"), seen(2, "Diễn đàn hòa bình biển")]
            )
        )
        == 1
    )


NAMES = st.sampled_from(
    [
        LONG,
        "Hội nghị Văn thư toàn quốc",
        "Hội nghị văn thư 2011",
        "Hội nghị văn thư",
        "Đại hội XI",
        "Đại hội Đảng lần thứ XI",
        "Đại hội X",
        "hội nghị thượng đỉnh",
        "Diễn đàn Biển xanh",
        "Diễn đàn Biển xanh lần thứ 3",
        "Hội nghị Cấp cao Sông Hồng",
        "phiên họp",
    ]
)
DATES = st.sampled_from(
    ["", "2011", "2011-12", "2011-12-14", "--12-14", "2012-12-14", "--12", "2011-05-06"]
)
SIGHTINGS = st.lists(st.tuples(NAMES, DATES, st.sampled_from(list(Status))), max_size=9)


@settings(max_examples=150, deadline=None)
@given(SIGHTINGS, st.randoms(use_true_random=False))
def test_order_makes_no_difference(
    rows: list[tuple[str, str, Status]], shuffler: random.Random
) -> None:
    sightings = [seen(n, name, date, status=status) for n, (name, date, status) in enumerate(rows)]
    expected = join_conferences(sightings)
    shuffler.shuffle(sightings)
    assert join_conferences(sightings) == expected


@settings(max_examples=100, deadline=None)
@given(SIGHTINGS)
def test_every_sighting_is_in_one_event_and_no_known_part_is_lost(
    rows: list[tuple[str, str, Status]],
) -> None:
    sightings = [seen(n, name, date) for n, (name, date, _) in enumerate(rows)]
    joined = join_conferences(sightings)
    assert sorted(k for j in joined for k in j.members) == list(range(len(rows)))
    for conference in joined:
        for key, date in conference.member_dates.items():
            own = sightings[key].conference.starts
            assert date.agrees_with(own)
            assert own.year is None or date.year
            assert own.day is None or date.day
        years = {sightings[k].conference.starts.year for k in conference.members} - {None}
        assert len(years) <= 1


def test_thousands_of_sightings_take_no_square_time() -> None:
    shuffler = random.Random(7)
    subjects = [
        f"{a} {b} {c}"
        for a in ["sông", "biển", "rừng", "núi", "đồng", "hồ", "thác", "vịnh"]
        for b in ["xanh", "vàng", "đỏ", "trắng", "đen", "tím"]
        for c in ["bắc", "trung", "nam", "đông", "tây"]
    ]
    sightings = [
        seen(
            n,
            f"Hội nghị {shuffler.choice(subjects)} toàn quốc",
            shuffler.choice(["", "2015", f"20{n % 20:02d}-0{n % 9 + 1}-1{n % 10}"]),
        )
        for n in range(4000)
    ]
    began = time.process_time()
    joined = join_conferences(sightings)
    assert time.process_time() - began < 8
    assert sum(len(j.members) for j in joined) == 4000


# -- speakers --------------------------------------------------------------------------------------


def said(
    key: int, name: str, role: str = "", date: str = "", kind: Kind = Kind.PERSON
) -> SpeakerSighting:
    return SpeakerSighting(key, Speaker(name, kind, role, (), (), 0.9), PartialDate.parse(date))


def test_one_person_under_all_spellings() -> None:
    joined = join_speakers(
        [
            said(1, "Nguyễn Thái Hoà", "Thứ trưởng", "2012-05-06"),
            said(2, "Nguyễn Thái Hòa", "Bộ trưởng", "2016-05-06"),
            said(3, "Nguyen Thai Hoa", "Thứ trưởng", "2011-01-01"),
        ]
    )
    [person] = joined
    assert person.members == (1, 2, 3)
    assert person.name in {"Nguyễn Thái Hoà", "Nguyễn Thái Hòa"}
    assert [(r.title, str(r.first), str(r.last)) for r in person.roles] == [
        ("Bộ trưởng", "2016-05-06", "2016-05-06"),
        ("Thứ trưởng", "2011-01-01", "2012-05-06"),
    ]


def test_marks_tell_people_apart() -> None:
    rows = [said(1, "Lê Văn Tú", "Thứ trưởng"), said(2, "Lê Văn Tư", "Thứ trưởng")]
    assert [j.name for j in join_speakers(rows)] == ["Lê Văn Tú", "Lê Văn Tư"]
    # without marks it may be either: nobody's, then
    assert len(join_speakers([*rows, said(3, "Le Van Tu")])) == 3
    assert len(join_speakers([rows[0], said(3, "Le Van Tu"), said(4, "Lê văn Tú")])) == 1


def test_one_slip_of_the_only_holder_of_an_office_is_let_pass() -> None:
    often = [said(n, "Đỗ Khắc Bình", "Thủ tướng") for n in range(3)]
    assert len(join_speakers([*often, said(9, "Đỗ Khắc Bỉnh", "Thủ tướng")])) == 1
    assert len(join_speakers([*often, said(9, "Đỗ Khắc Bỉnh", "Thứ trưởng")])) == 2
    assert len(join_speakers([*often[:1], said(9, "Đỗ Khắc Bỉnh", "Thủ tướng")])) == 2


def test_never_two_people_for_a_surname_and_a_title() -> None:
    joined = join_speakers(
        [
            said(1, "Nguyễn Văn Toản", "Thứ trưởng"),
            said(2, "Nguyễn Văn Toàn Mỹ", "Thứ trưởng"),
            said(3, "Nguyễn Toản", "Thứ trưởng"),
        ]
    )
    assert len(joined) == 3


def test_single_names_are_nobody_and_bodies_are_bodies() -> None:
    joined = join_speakers(
        [said(1, "Sơn", "ông"), said(2, "ASEAN", kind=Kind.BODY), said(3, "Asean", kind=Kind.BODY)]
    )
    assert [(j.kind, j.members) for j in joined] == [(Kind.BODY, (2, 3))]


def test_foreign_middle_names() -> None:
    rows = [said(1, "Harold Winkleman"), said(2, "Harold James Winkleman")]
    assert len(join_speakers(rows)) == 1
    assert len(join_speakers([*rows, said(3, "Harold Peter Winkleman")])) == 3


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "Nguyễn Thái Hoà",
                    "Nguyen Thai Hoa",
                    "Nguyễn Thái Hoa",
                    "Harold Winkleman",
                    "Harold J. Winkleman",
                    "Sơn",
                    "Lê An Khê",
                ]
            ),
            st.sampled_from(["", "Bộ trưởng", "bộ trưởng", "Thứ trưởng"]),
            st.sampled_from(["", "2011", "2012-05-06", "--05-06"]),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_order_of_speakers_makes_no_difference(
    rows: list[tuple[str, str, str]], shuffler: random.Random
) -> None:
    sightings = [said(n, *row) for n, row in enumerate(rows)]
    expected = join_speakers(sightings)
    shuffler.shuffle(sightings)
    assert join_speakers(sightings) == expected


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("Kỳ họp thứ 5 Hội đồng nhân dân tỉnh {}", "Hà Nam", "Hà Tĩnh"),
        ("Kỳ họp thứ 5 Hội đồng nhân dân tỉnh {}", "Bắc Ninh", "Bắc Giang"),
        ("Kỳ họp thứ 5 Hội đồng nhân dân tỉnh {}", "Hà Bắc", "Hà Nam"),
        ("Kỳ họp lần thứ 9 Ủy ban liên Chính phủ Việt Nam - {}", "Lào", "Nga"),
        ("Đại hội Đảng bộ tỉnh {} lần thứ XX", "Hà Nam", "Hà Tĩnh"),
        ("Đại hội Đảng bộ tỉnh {} lần thứ XX", "Quảng Nam", "Quảng Ninh"),
    ],
)
def test_two_days_of_one_number_are_one_edition_only_of_one_body(
    name: str, first: str, second: str
) -> None:
    def events(one: str, other: str, day: str) -> int:
        sightings = [seen(1, name.format(one), "2021-11-05"), seen(2, name.format(other), day)]
        return len(join_conferences(sightings))

    assert events(first, second, "2021-11-08") == 2
    assert events(first, second, "") == 2
    assert events(first, first, "2021-11-08") == 1


def test_vietnam_tells_nothing_of_a_congress_of_the_party() -> None:
    joined = join_conferences(
        [
            seen(1, "Đại hội lần thứ XIII Đảng Cộng sản Việt Nam"),
            seen(2, "Đại hội XIII của Đảng"),
        ]
    )
    assert len(joined) == 1
