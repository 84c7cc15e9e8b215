"""By when a task is to be done."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.tasks.due_dates import due_of
from summarizer.text.dates import UNKNOWN_DATE, PartialDate, find_dates


def due(text: str, language: str = "vi") -> str:
    return str(due_of(text, find_dates(text, language)))


@pytest.mark.parametrize(
    ("term", "date"),
    [
        ("trước ngày 30/6/2022", "2022-06-30"),
        ("trước năm 2025", "2025"),
        ("vào cuối năm 2022", "2022-12"),
        ("vào cuối tháng 6/2022", "2022-06"),
        ("vào giữa năm 2022", "2022-06"),
        ("trong quý I/2022", "2022-03"),
        ("trong quý 3 năm 2022", "2022-09"),
        ("chậm nhất vào cuối quý II/2022", "2022-06"),
        ("trong 6 tháng đầu năm 2022", "2022-06"),
        # without a year it is the next such month after the publication
        ("cuối năm nay", "--12"),
        ("từ nay đến cuối năm", "--12"),
        ("trong quý III năm nay", "--09"),
        # another year, another thing, so long
        ("như cuối năm trước", ""),
        ("cho hội nghị diễn ra vào cuối năm 2022", ""),
        ("từ năm 2012 đến hết năm 2016", ""),
        ("giai đoạn 2021-2025", ""),
    ],
)
def test_terms(term: str, date: str) -> None:
    assert due(f"hoàn thành đề án {term}") == date


@pytest.mark.parametrize(
    ("term", "date"),
    [
        ("by 2025", "2025"),
        ("by the end of 2022", "2022-12"),
        ("by the end of June 2022", "2022-06"),
        ("before the end of the year", "--12"),
        ("no later than March 15, 2022", "2022-03-15"),
        ("in the first quarter of 2022", "2022-03"),
        ("in Q3 2022", "2022-09"),
        ("by mid-2022", "2022-06"),
        ("in the second half of 2022", "2022-12"),
        ("for the meeting held at the end of 2022", ""),
    ],
)
def test_english_terms(term: str, date: str) -> None:
    assert due(f"complete the scheme {term}", "en") == date


def test_a_period_before_the_task_counts_where_it_opens_the_sentence() -> None:
    opening = "Trong quý I/2022, Bộ Công Thương phải hoàn thành đề án."
    [task] = extract(Document.of("Tin trong ngày", [opening])).tasks
    assert str(task.due) == "2022-03"


def test_a_term_without_a_year_is_ahead_of_the_publication() -> None:
    text = "Bộ trưởng Trần Văn Khải yêu cầu hoàn thành đề án vào cuối năm nay."
    [task] = extract(Document.of("Tin trong ngày", [text], published=PartialDate(2021, 5, 4))).tasks
    assert str(task.due) == "2021-12"


@pytest.mark.parametrize(
    ("term", "date"),
    [
        ("trong tuần này", "2021-12-19"),
        ("trong tuần tới", "2021-12-26"),
        ("within this week", "2021-12-19"),
        ("trong tháng này", "2021-12"),
        ("trong tháng tới", "2022-01"),
        ("by the end of next month", "2022-01"),
        ("trong tháng trước", ""),
    ],
)
def test_terms_that_count_from_the_publication(term: str, date: str) -> None:
    text = f"hoàn thành đề án {term}"
    assert str(due_of(text, [], published=PartialDate(2021, 12, 14))) == date
    assert str(due_of(text, [])) == ""


ARTICLE = PartialDate(2022, 3, 1)


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        # what was over when the article appeared is no deadline
        ("hoàn thành đề án trước ngày 30/6/2021", ARTICLE, ""),
        ("hoàn thành đề án trước ngày 28/2/2022", ARTICLE, ""),
        ("hoàn thành đề án trước ngày 1/3/2022", ARTICLE, "2022-03-01"),
        ("hoàn thành đề án trong năm 2022", ARTICLE, "2022"),
        ("hoàn thành đề án trong quý IV/2021", ARTICLE, ""),
        ("hoàn thành đề án trước ngày 30/6/2021", UNKNOWN_DATE, "2021-06-30"),
        ("rà soát số liệu trước năm 2015, trình trước ngày 30/6/2022", ARTICLE, "2022-06-30"),
        # nor is the day on which something was made
        ("rà soát các văn bản ban hành trước năm 2015", UNKNOWN_DATE, ""),
        ("xử lý dự án đã được phê duyệt trước ngày 1/7/2014", UNKNOWN_DATE, ""),
        ("rà soát các đề án được phê duyệt trước quý I/2020", UNKNOWN_DATE, ""),
        ("rà soát các văn bản ban hành trước năm 2022", ARTICLE, ""),
        # unless it is yet to be made
        ("trình Thủ tướng ban hành trước ngày 30/6/2022", UNKNOWN_DATE, "2022-06-30"),
        ("các quy định phải được phê duyệt trước năm 2025", UNKNOWN_DATE, "2025"),
        ("ban hành trước ngày 30/6/2022", UNKNOWN_DATE, "2022-06-30"),
        ("hoàn thiện các quy định, ban hành trước năm 2025", UNKNOWN_DATE, "2025"),
        # what goes on is not over then
        ("triển khai trong năm 2023 và những năm sau", UNKNOWN_DATE, ""),
        ("triển khai đến cuối năm 2023 và các năm tiếp theo", UNKNOWN_DATE, ""),
        ("triển khai trong năm 2023, các năm sau sẽ mở rộng", UNKNOWN_DATE, "2023"),
        ("hoàn thành trước ngày 30/6 năm sau", UNKNOWN_DATE, "--06-30"),
    ],
)
def test_what_is_no_deadline(text: str, published: PartialDate, date: str) -> None:
    assert str(due_of(text, find_dates(text, "vi"), published=published)) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("help those displaced by May 2021 floods", ""),
        ("review documents issued before 2015", ""),
        ("carry out the plan approved by the end of 2021", ""),
        ("ensure that the plan is approved by the end of 2021", "2021-12"),
        ("have the law be adopted by June 2022", "2022-06"),
        ("expand the scheme by 2023 and beyond", ""),
        ("expand the scheme by the end of 2023 and in the following years", ""),
        ("complete the scheme by 2023 on schedule", "2023"),
    ],
)
def test_what_is_no_deadline_in_english(text: str, date: str) -> None:
    assert due(text, "en") == date


@pytest.mark.parametrize("term", ["trong tuần này", "trong tuần tới", "trong tháng tới"])
@pytest.mark.parametrize(
    "published", [PartialDate(2022, 2, 31), PartialDate(9999, 12, 31), PartialDate(2022, 13)]
)
def test_a_publication_that_no_calendar_has_gives_no_day(term: str, published: PartialDate) -> None:
    found = due_of(f"hoàn thành đề án {term}", [], published=published)
    # the month of 31 February is a month all the same
    month = published.month == 2 and "tháng" in term
    assert str(found) == ("2022-03" if month else "")


@given(
    st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 14), st.integers(0, 32)),
    st.sampled_from(["trong tuần này", "trong tuần tới", "trong tháng này", "within next month"]),
)
def test_whatever_the_publication_a_term_is_not_before_it(
    published: PartialDate, term: str
) -> None:
    found = due_of(f"hoàn thành đề án {term}", [], published=published)
    assert not published.is_after(found)
    assert found.year is None or found.year <= 9999
