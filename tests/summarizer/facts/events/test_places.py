"""Where an event takes place, a town in no list among them; never a person or a body."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract


def place(text: str, language: str = "vi") -> str:
    return extract(Document.of("Tin", [text], language=language)).conferences[0].place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("diễn ra tại Velmora (Anh) ngày 1/11.", "Velmora"),
        ("diễn ra tại Velmora, Peru, ngày 1/11.", "Velmora"),
        ("được tổ chức ở Velmora ngày 1/11.", "Velmora"),
        ("ngày 1/11 ở Velmora, Indonesia.", "Velmora"),
        ("diễn ra tại Huế ngày 1/11.", "Huế"),
        ("diễn ra tại Nguyễn Văn Khánh ngày 1/11.", ""),
        ("diễn ra tại Bộ Ngoại giao ngày 1/11.", ""),
        ("diễn ra tại UNXYZ ngày 1/11.", ""),
    ],
)
def test_towns_in_no_list(text: str, expected: str) -> None:
    assert place(f"Hội nghị Bộ trưởng Tài chính G20 {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was held in Velmora from June 11 to 13.", "Velmora"),
        ("took place in Velmora, Scotland, on June 11.", "Velmora"),
        ("took place in Port Velmora (Peru) on June 11.", "Port Velmora"),
        ("was held in English on June 11.", ""),
        ("was held in November.", ""),
    ],
)
def test_towns_in_no_list_in_english(text: str, expected: str) -> None:
    assert place(f"The Coral Sea Summit {text}", "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Một quan chức tại Nhà Xanh tiết lộ việc Tổng thống tham gia hội nghị thượng đỉnh Mỹ - Triều.",
        "Phát ngôn viên tại Nhà Trắng nói về hội nghị thượng đỉnh Mỹ - Triều.",
    ],
)
def test_where_somebody_works_is_no_place_of_the_meeting(text: str) -> None:
    assert place(text) == ""
