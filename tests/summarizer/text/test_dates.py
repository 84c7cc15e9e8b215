"""Dates in running text, and completing their years."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.date_patterns import ENGLISH, VIETNAMESE, patterns_for
from summarizer.text.dates import (
    UNKNOWN_DATE,
    Basis,
    PartialDate,
    Precision,
    complete_year,
    find_dates,
)


def read(text, language="vi"):
    return [
        f"{mention.date}..{mention.until}" if mention.until else str(mention.date)
        for mention in find_dates(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("ngày 3/8 và 5/8", ["--08-03", "--08-05"]),
        ("các ngày 3/8, 5/8 và 8/8", ["--08-03", "--08-05", "--08-08"]),
        ("ngày 3/8 và 4/8", ["--08-03..--08-04"]),
        ("ngày 3/8 và ngày 4/8/2021", ["2021-08-03..2021-08-04"]),
        ("ngày 3/8 và 5/8/2021", ["2021-08-03", "2021-08-05"]),
        ("ngày 30/12 và 2/1/2022", ["2021-12-30", "2022-01-02"]),
        ("dịp 30/4 và 1/5", ["--04-30", "--05-01"]),
        ("ngày 3-5/8 và 8/8", ["--08-03..--08-05", "--08-08"]),
        ("từ 3 đến 5 và ngày 8/8", ["--08-03..--08-05", "--08-08"]),
        ("từ ngày 3 đến 5 và 8/8/2021", ["2021-08-03..2021-08-05", "2021-08-08"]),
        ("ngày 3-5 và 8-10/8", ["--08-03..--08-05", "--08-08..--08-10"]),
        ("ngày 3 tháng 8 và 5 tháng 8", ["--08-03", "--08-05"]),
        ("ngày 3 tháng 8 và ngày 5 tháng 8 năm 2021", ["2021-08-03", "2021-08-05"]),
        ("ngày 5/8 năm 2021", ["2021-08-05"]),
        ("sáng 3/8 và chiều 4/8", ["--08-03", "--08-04"]),
        ("lần thứ 25 tháng 11/2017", ["2017-11"]),
        ("ngày 3/8 và 2/3 số đại biểu", ["--08-03"]),
        ("ngày 3/8 và 2/3 thành viên", ["--08-03"]),
    ],
)
def test_lists_of_days(text, dates):
    assert [day for day in read(text) if day != "2021"] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("diễn ra ngày 14/12, tại Huế", ["--12-14"]),
        ("Ngày 14-12, đoàn đến", ["--12-14"]),
        ("ngày 14-12-2021.", ["2021-12-14"]),
        ("vào ngày 14.12", ["--12-14"]),
        ("tháng 12/2021;", ["2021-12"]),
        ("hồi tháng 11-2021.", ["2021-11"]),
        ("ngày 5 tháng 7 năm 2017", ["2017-07-05"]),
        ("ngày 19 tháng Năm", ["--05-19"]),
        ("sáng 13/1, tại trụ sở", ["--01-13"]),
        ("Sáng 5-7 tại đây", ["--07-05"]),
        ("sáng nay 21-1, chiều mai 22-1", ["--01-21", "--01-22"]),
        ("hôm thứ năm (8-8)", ["--08-08"]),
        ("công tác năm 2021", ["2021"]),
        ("hội nghị năm ấy (2021)", ["2021"]),
        ("tổng kết nhiệm vụ 2017", ["2017"]),
        ("hồi tháng hai, trong tháng Ba", ["--02", "--03"]),
        ("gặp nhau ở G20 hồi tháng Bảy", ["--07"]),
        ("thượng đỉnh G7 tháng 6, tức cách đây 2 tháng", ["--06"]),
        ("tháng 9 năm ngoái", ["--09"]),
        ("quý II/2021", ["2021"]),
        ("quý 2/2024", ["2024"]),
        ("trong quý 3-2024", ["2024"]),
        ("học kỳ 1/2022", ["2022"]),
        ("2021-12-14T10:00", ["2021-12-14"]),
        ("dịp lễ 2/9 và ngày 30/4", ["--09-02", "--04-30"]),
        # ranges and lists
        ("từ ngày 10 đến 12-5", ["--05-10..--05-12"]),
        ("họp 10-12/5 ở Vinh", ["--05-10..--05-12"]),
        ("từ 30/4 đến 3/5/2021", ["2021-04-30..2021-05-03"]),
        ("từ ngày 28/12 đến ngày 3/1/2022", ["2021-12-28..2022-01-03"]),
        ("từ ngày 30 tháng 4 đến ngày 3 tháng 5 năm 2021", ["2021-04-30..2021-05-03"]),
        ("14 - 16/12/2021", ["2021-12-14..2021-12-16"]),
        ("trong hai ngày 21 và 22-7", ["--07-21..--07-22"]),
        ("các ngày 5, 7 và 9/8", ["--08-05", "--08-07", "--08-09"]),
        ("từ tháng 5 đến tháng 7/2021", ["2021-05..2021-07"]),
        # no dates
        ("giai đoạn 1996-2017 và 2021-2030", []),
        ("nhiệm kỳ 2020-2021", []),
        ("mở 24/7 và 24/24 giờ", []),
        ("khoảng 6-8 triệu người, tỷ số 2-1", []),
        ("2/3 dân số, 7/10 hồ sơ, 11/12 thành viên", []),
        ("từ 14.5 đến 16.8 phần trăm", []),
        ("Thông tư 91/2015/TT-BX, Nghị quyết số 12/2021", []),
        ("số 12/7 đường Láng, đường 30/4", []),
        ("ngày 31/2, 30-2-2020, ngày 29/2/2023, 45/13", []),
        ("mỗi tháng 5 triệu, 3 tháng 10 ngày", []),
        ("6 tháng cuối, những năm 1980", []),
        ("hơn 2000 người, tên lửa S-300, 1.234,5", []),
        ("mùng 8 tháng Giêng, ngày 5/5 âm lịch", []),
    ],
)
def test_vietnamese(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 14 December 2021", ["2021-12-14"]),
        ("December 14, 2021, in Hue", ["2021-12-14"]),
        ("on Dec. 14.", ["--12-14"]),
        ("the 14th of December", ["--12-14"]),
        ("in December 2021, last March, the September talks", ["2021-12", "--03", "--09"]),
        ("10-12 May 2021", ["2021-05-10..2021-05-12"]),
        ("May 10-12, 2021", ["2021-05-10..2021-05-12"]),
        ("April 30 - May 3, 2021", ["2021-04-30..2021-05-03"]),
        ("from 10 to 12 May", ["--05-10..--05-12"]),
        ("14/12/2021 or 12/31/2021", ["2021-12-14", "2021-12-31"]),
        ("in 2021 and the 1982 convention", ["2021", "1982"]),
        ("it may 5; in 2,021 cases; the 1980s; 2021-2030; 31 February", []),
    ],
)
def test_english(text, dates):
    assert read(text, "en") == dates


def test_a_mention_stands_where_it_says():
    text = "Sáng ngày 14/12/2021, rồi từ ngày 10 đến 12-5."
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.date.basis is Basis.STATED


@given(st.dates(dt.date(1950, 1, 1), dt.date(2060, 12, 31)))
@settings(max_examples=60)
def test_every_day_is_read_in_every_form(day):
    wanted = PartialDate(day.year, day.month, day.day, Basis.STATED)
    for text, language in (
        (f"ngày {day.day}/{day.month}/{day.year}", "vi"),
        (f"ngày {day.day:02d}-{day.month:02d}-{day.year}", "vi"),
        (f"ngày {day.day} tháng {day.month} năm {day.year}", "vi"),
        (day.isoformat(), "vi"),
        (f"on {day:%d %B %Y}", "en"),
        (f"on {day:%B} {day.day}, {day.year}", "en"),
    ):
        assert [mention.date for mention in find_dates(text, language)] == [wanted]


@given(st.text(alphabet="0123456789/-. ngàythángăm", max_size=40))
@settings(max_examples=120)
def test_only_days_that_a_calendar_has(text):
    for mention in find_dates(text):
        for date in filter(None, (mention.date, mention.until)):
            if date.day is not None:
                assert date.month is not None
                assert 1 <= date.day <= 31
                assert (date.month, date.day) not in {(2, 30), (2, 31), (4, 31), (6, 31)}


PIECES = """
    từ ngày 10 đến 12 , và - – / . 1 2021 1982 14/12 3-5 2.9 1٣ tháng Tháng THÁNG bảy Ba tư năm quý
    II hồi trong sáng nay thứ in on In of May May, September Dec. 5th to until late mid-
"""


@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=9),
    st.sampled_from([" ", "", "\xa0"]),
    st.sampled_from(["vi", "en"]),
)
@settings(max_examples=400)
def test_no_pattern_that_matches_is_passed_over(pieces, blank, language):
    text = blank.join(pieces)
    tried = list(patterns_for(text, language))
    ways = ENGLISH if language == "en" else VIETNAMESE
    assert all(way.pattern in tried for way in ways if way.pattern.search(text))


def test_a_text_without_figures_and_months_is_hardly_searched():
    assert list(patterns_for("Hai bên trao đổi về hợp tác.", "vi")) == []
    assert len(list(patterns_for("The two sides spoke of trade.", "en"))) == 2
    assert len(list(patterns_for("Hai bên gặp nhau hồi tháng Bảy.", "vi"))) == 2


def dates(*texts):
    return [PartialDate.parse(text) for text in texts]


@pytest.mark.parametrize(
    ("date", "others", "year"),
    [
        # the same day or month with a year
        ("--12-14", ["2021-12-14", "2019"], 2021),
        ("--12-14", ["2021-12", "2020"], 2021),
        ("--12-14", ["2021-12-14", "2020-12-14"], None),
        # one year, a date near by
        ("--12-14", ["2021-11"], 2021),
        ("--12-14", ["2021-11", "2021"], 2021),
        ("--01-13", ["2021-12"], None),
        # one year only
        ("--07-12", ["2021", "2021"], 2021),
        ("--12-14", ["2021"], None),
        ("--01-13", ["2022"], None),
        # a review of one year and a plan for the next
        ("--01-13", ["2022", "2023"], 2023),
        ("--12-20", ["2022", "2023"], 2022),
        ("--07-12", ["2022", "2023"], None),
        ("--01-13", ["2022", "2023", "2021-12"], None),
        # nothing to go by
        ("--12-14", [], None),
        ("--12-14", ["--11-02"], None),
        ("--02-29", ["2021-02"], None),
    ],
)
def test_completing_a_year(date, others, year):
    found = complete_year(PartialDate.parse(date), dates(*others))
    if year is None:
        assert found == PartialDate.parse(date)
    else:
        assert found.year == year
        assert found.basis is Basis.INFERRED
        assert str(found)[-5:] == date[-5:]


def test_a_publication_date_decides_first():
    published = PartialDate.parse("2022-01-04")
    assert complete_year(PartialDate.parse("--12-28"), [], published=published).year == 2021
    assert complete_year(PartialDate.parse("--01-13"), [], published=published).year == 2022


def test_what_is_complete_or_unknown_stays():
    for text in ("2021-12-14", "2021", ""):
        date = PartialDate.parse(text)
        assert complete_year(date, dates("2019-12-14")) is date


def test_partial_dates_read_and_written():
    for text in ("2021-12-14", "2021-12", "2021", "--12-14", "--12", ""):
        assert str(PartialDate.parse(text)) == text
    assert PartialDate.parse("2021-12-14T08:00+07:00").day == 14
    assert UNKNOWN_DATE.precision is Precision.NONE
    assert PartialDate.parse("--12-14").agrees_with(PartialDate.parse("2021-12-14"))
    assert not PartialDate.parse("2020-12-14").agrees_with(PartialDate.parse("2021-12-14"))
    with pytest.raises(ValueError, match="not a date"):
        PartialDate.parse("14/12/2021")


@pytest.mark.parametrize(
    ("date", "other", "after"),
    [
        ("2021-12-14", "2021-12-13", True),
        ("2021-12-13", "2021-12-13", False),
        ("2022", "2021-12-13", True),
        ("2021-12", "2021-11-30", True),
        ("2021-12", "2021-12-01", False),
        ("2021", "2021-01-01", False),
        ("--12-14", "2021-01-01", False),
        ("2021-12-14", "", False),
    ],
)
def test_a_date_is_after_another_only_for_certain(date, other, after):
    assert (
        PartialDate.parse(date).is_after(PartialDate.parse(other) if other else UNKNOWN_DATE)
        is after
    )
