"""In which year a day lies that is told with its month: past verbs look back, planned ones ahead.
All names of people are invented.
"""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Conference, extract
from summarizer.text.dates import PartialDate

PUBLISHED = PartialDate(2025, 11, 10)
MINISTER = "Thủ tướng Trần Văn Lâm"
PREMIER = "Prime Minister Karl Brenner"


def found(text: str, language: str = "vi") -> Conference:
    title = "Tin trong ngày" if language == "vi" else "News of the day"
    document = Document.of(title, [text], language=language, published=PUBLISHED)
    [conference] = extract(document).conferences
    return conference


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sáng 4/1, Hội nghị Ngoại giao đã khai mạc tại Hà Nội.", 2025),
        ("Sáng 4/1, Hội nghị Ngoại giao khai mạc tại Hà Nội.", 2025),
        ("Sáng ngày 4/1, Hội nghị Ngoại giao khai mạc tại Hà Nội.", 2025),
        ("Hội nghị Ngoại giao khai mạc ngày 4/1 đã thành công tốt đẹp.", 2025),
        ("Sáng 4/1, Hội nghị Ngoại giao sẽ khai mạc tại Hà Nội.", 2026),
        ("Dự kiến sáng 4/1, Hội nghị Ngoại giao khai mạc tại Hà Nội.", 2026),
        ("Hội nghị Ngoại giao sẽ diễn ra ngày 4/1 tại Hà Nội.", 2026),
        # the hours of a day may be announced shortly before
        ("Sáng 15/11, Hội nghị Ngoại giao khai mạc tại Hà Nội.", 2025),
    ],
)
def test_years_of_meetings(text: str, year: int) -> None:
    assert found(text).starts.year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"Sáng 4/1, {MINISTER} đã thăm Pháp.", 2025),
        (f"Sáng 4/1, {MINISTER} thăm Pháp.", 2025),
        (f"Ngày 4/1, {MINISTER} vừa thăm Pháp.", 2025),
        (f"{MINISTER} sẽ thăm Pháp ngày 4/1.", 2026),
        (f"Dự kiến sáng 4/1, {MINISTER} thăm Pháp.", 2026),
        (f"{MINISTER} đã nhận lời thăm Pháp vào ngày 4/1.", 2026),
    ],
)
def test_years_of_visits(text: str, year: int) -> None:
    assert found(text).starts.year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (f"{PREMIER} visited Laos on January 4.", 2025),
        (f"{PREMIER} will visit Laos on January 4.", 2026),
        ("The Mekong Summit was held on January 4 in Hanoi.", 2025),
        ("The Mekong Summit will be held on January 4 in Hanoi.", 2026),
    ],
)
def test_years_in_english(text: str, year: int) -> None:
    assert found(text, "en").starts.year == year


def test_a_stated_year_is_left() -> None:
    assert found("Sáng 4/1/2026, Hội nghị Ngoại giao đã khai mạc tại Hà Nội.").starts.year == 2026
