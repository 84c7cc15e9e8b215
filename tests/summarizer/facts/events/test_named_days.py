"""Words for days: ranges of them, dates that explain them, and where they mean no day."""

from __future__ import annotations

import pytest

from summarizer.facts.events.named_days import days_named
from summarizer.facts.words.tokens import line_of
from summarizer.text.dates import PartialDate, find_dates
from tests.summarizer.facts.events.test_days import NAME, conferences, days


def named(text: str, language: str = "vi", published: str = "2022-03-13") -> list[str]:
    found = days_named(
        line_of(text), find_dates(text, language), PartialDate.parse(published), language
    )
    assert all(text[its.start : its.end] == its.text for its in found)
    return [f"{its.date}…{its.until}" if its.until else str(its.date) for its in found]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("sáng sớm nay; rạng sáng nay; tối muộn qua", "vi", ["2022-03-13"] * 2 + ["2022-03-12"]),
        ("hôm kia; ngày kia", "vi", ["2022-03-11", "2022-03-15"]),
        ("last night; tomorrow night", "en", ["2022-03-12", "2022-03-14"]),
        ("the day before yesterday", "en", ["2022-03-11"]),
        ("the day after tomorrow", "en", ["2022-03-15"]),
    ],
)
def test_words_for_days(text: str, language: str, expected: list[str]) -> None:
    assert named(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("từ hôm nay đến ngày 15/3", "vi", ["2022-03-13…2022-03-15"]),
        ("từ hôm nay cho đến hết ngày 15/3", "vi", ["2022-03-13…2022-03-15"]),
        ("từ ngày 12/3 đến hôm nay", "vi", ["2022-03-12…2022-03-13"]),
        ("từ hôm qua (12/3) đến ngày mai", "vi", ["2022-03-12…2022-03-14"]),
        ("hôm nay và ngày mai", "vi", ["2022-03-13…2022-03-14"]),
        ("from today until Friday, March 15", "en", ["2022-03-13…2022-03-15"]),
        ("yesterday, today and tomorrow", "en", ["2022-03-12", "2022-03-13…2022-03-14"]),
        # no range: they do not follow each other, or run backwards
        ("hôm nay và ngày 20/3", "vi", ["2022-03-13", "--03-20"]),
        ("hôm nay đến ngày 12/3", "vi", ["2022-03-13", "--03-12"]),
    ],
)
def test_two_days_are_a_range(text: str, language: str, expected: list[str]) -> None:
    assert named(text, language) == expected


def test_a_range_over_the_turn_of_the_year() -> None:
    assert named("từ hôm nay đến ngày 2/1", published="2022-12-30") == ["2022-12-30…2023-01-02"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Chiều nay (theo giờ địa phương, 12/3), hai bên gặp nhau.", "vi"),
        ("Chiều nay, 12/3, hai bên gặp nhau.", "vi"),
        ("Chiều nay theo giờ Hà Nội (12/3), hai bên gặp nhau.", "vi"),
        ("This morning (March 12), both sides met.", "en"),
        ("This morning, Saturday, March 12, both sides met.", "en"),
    ],
)
def test_the_date_explains_the_word(text: str, language: str) -> None:
    assert named(text, language) == ["--03-12"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("USA Today reported that the summit opened.", "en"),
        ("Theo báo Hà Nội Hôm nay, hội nghị đã khai mạc.", "vi"),
        ("Đến hôm nay, hội nghị vẫn chưa diễn ra.", "vi"),
        ("Hội nghị chưa diễn ra hôm nay.", "vi"),
        ("The summit has not yet taken place today.", "en"),
        ("The summit lasts until tomorrow.", "en"),
        ("Hôm nay tôi xin nói: hội nghị năm ngoái đã thành công.", "vi"),
        ("Hôm nay, ông Lê Văn Tám nói rằng hội nghị đã thành công.", "vi"),
    ],
)
def test_no_day_of_an_event(text: str, language: str) -> None:
    assert named(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hôm nay: hội nghị khai mạc.",
        "TTXVN - Sáng nay, hội nghị khai mạc.",
        "Tại hội nghị sáng nay, ông Lê Văn Tám nói: hai bên lạc quan.",
        "Sáng nay, phát biểu tại hội nghị, ông Lê Văn Tám nói: hai bên lạc quan.",
        "Hội nghị khai mạc hôm nay lúc 8:30.",
    ],
)
def test_a_day_of_an_event(text: str) -> None:
    assert named(text) == ["2022-03-13"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{NAME} diễn ra từ hôm nay đến ngày 15/3 tại Phnôm Pênh.", "2022-03-13…2022-03-15"),
        (f"{NAME} diễn ra từ ngày 12/3 đến hôm nay.", "2022-03-12…2022-03-13"),
        (f"Chiều nay (theo giờ địa phương, 12/3), {NAME} khai mạc tại Phnôm Pênh.", "2022-03-12"),
        (f"Đến hôm nay, {NAME} vẫn chưa diễn ra.", ""),
        (f"Hôm nay tôi xin nói: {NAME} tổ chức năm ngoái đã thành công.", ""),
        (f"Báo Hà Nội Hôm nay đưa tin {NAME} khai mạc tại Phnôm Pênh.", ""),
    ],
)
def test_events(text: str, day: str) -> None:
    [event] = conferences(text)
    assert days(event) == day


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("ngày 10/11 năm sau", "vi", ["2023-11-10"]),
        ("tháng 3 năm tới; tháng 5 sang năm", "vi", ["2023-03", "2023-05"]),
        ("ngày 3/8 năm ngoái; ngày 3/8 năm nay", "vi", ["2021-08-03", "2022-08-03"]),
        ("từ ngày 28/12 đến 3/1 năm sau", "vi", ["2022-12-28…2023-01-03"]),
        ("on 10 November next year; in February last year", "en", ["2023-11-10", "2021-02"]),
    ],
)
def test_words_for_years(text: str, language: str, expected: list[str]) -> None:
    assert named(text, language) == expected
    assert named(text, language, "2022") == expected


@pytest.mark.parametrize(
    "text",
    ["tháng 3/2015 và tháng 5 năm sau", "ngày 10/11 năm học tới", "“ngày 10/11 năm sau”, ông nói"],
)
def test_no_years_from_the_day_of_the_report(text: str) -> None:
    assert not {"2021", "2022", "2023"} & {day[:4] for day in named(text)}
    assert named("ngày 10/11 năm sau", published="") == ["--11-10"]
