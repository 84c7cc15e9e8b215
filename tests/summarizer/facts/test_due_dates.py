"""By when a task is to be done."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.due_dates import due_of
from summarizer.text.dates import PartialDate, find_dates


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
