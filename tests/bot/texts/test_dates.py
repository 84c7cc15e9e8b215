import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.texts import translator
from bot.texts.dates import Detail, date_text, range_text
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate

VI, EN = translator("vi"), translator("en")


def day(text: str, basis: Basis = Basis.STATED) -> PartialDate:
    return PartialDate.parse(text, basis)


@pytest.mark.parametrize(
    ("date", "vi", "en"),
    [
        (day("2021-12-14"), "ngày 14 tháng 12 năm 2021", "14 December 2021"),
        (day("2021-12-14", Basis.OTHER_ARTICLE),
         "ngày 14 tháng 12 năm 2021 (năm lấy từ bài khác)",
         "14 December 2021 (year from another article)"),
        (day("2021-12-14", Basis.INFERRED),
         "ngày 14 tháng 12 năm 2021 (năm lấy từ chỗ khác trong bài)",
         "14 December 2021 (year from elsewhere in the article)"),
        (day("2021-12"), "tháng 12 năm 2021", "December 2021"),
        (day("2021"), "năm 2021", "2021"),
        (day("--12-14"), "ngày 14 tháng 12 (không rõ năm)", "14 December (year unknown)"),
        (day("--02-29"), "ngày 29 tháng 2 (không rõ năm)", "29 February (year unknown)"),
        (day("--12"), "tháng 12 (không rõ năm)", "December (year unknown)"),
        (UNKNOWN_DATE, "không rõ ngày", "date unknown"),
        (PartialDate(2021, 2, 31, Basis.STATED), "2021-02-31", "2021-02-31"),
        (PartialDate(2021, None, 5, Basis.STATED), "2021-05", "2021-05"),
    ],
)  # fmt: skip
def test_dates_in_words(date: PartialDate, vi: str, en: str):
    assert date_text(date, VI) == vi
    assert date_text(date, EN) == en


def test_less_is_said_in_lists():
    date = day("2021-12-14", Basis.INFERRED)
    assert date_text(date, EN, Detail.LISTED) == "14 December 2021 (year inferred)"
    assert date_text(date, VI, Detail.LISTED) == "ngày 14 tháng 12 năm 2021 (năm suy ra)"
    other = day("2021-12-14", Basis.OTHER_ARTICLE)
    assert date_text(other, EN, Detail.LISTED) == "14 December 2021 (year from another article)"
    assert date_text(date, EN, Detail.SHORT) == "14 Dec 2021"
    assert date_text(date, VI, Detail.SHORT) == "14/12/2021"
    assert date_text(UNKNOWN_DATE, VI, Detail.SHORT) == "không rõ ngày"


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ("2021-12-14", "", "ngày 14 tháng 12 năm 2021", "14 December 2021"),
        ("2021-12-14", "2021-12-14", "ngày 14 tháng 12 năm 2021", "14 December 2021"),
        ("2021-12-14", "2021-12-16", "ngày 14–16 tháng 12 năm 2021", "14–16 December 2021"),
        ("2021-11-30", "2021-12-02", "ngày 30 tháng 11 – ngày 2 tháng 12 năm 2021",
         "30 November – 2 December 2021"),
        ("2021-12-30", "2022-01-02", "ngày 30 tháng 12 năm 2021 – ngày 2 tháng 1 năm 2022",
         "30 December 2021 – 2 January 2022"),
        ("2021-11", "2022-01", "tháng 11 năm 2021 – tháng 1 năm 2022",
         "November 2021 – January 2022"),
        ("", "2021-12-16", "đến ngày 16 tháng 12 năm 2021", "until 16 December 2021"),
    ],
)  # fmt: skip
def test_spans_of_days(start: str, end: str, vi: str, en: str):
    assert range_text(day(start), day(end), VI) == vi
    assert range_text(day(start), day(end), EN) == en


@given(
    st.none() | st.integers(-1, 99999),
    st.none() | st.integers(-1, 99),
    st.none() | st.integers(-1, 99),
    st.sampled_from(list(Basis)),
    st.sampled_from(list(Detail)),
)
@settings(max_examples=150, deadline=None)
def test_whatever_a_source_has_something_is_said(year, month, day_, basis, detail):
    date = PartialDate(year, month, day_, basis)
    for _ in (VI, EN):
        assert date_text(date, _, detail)
        assert range_text(date, date, _, detail)
        assert range_text(date, PartialDate(2021, 12, 14), _, detail)
