"""What asks for visits, and what is the name of one or something else."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.requests import Request, read_request
from bot.conversation.visit_words import Visits, asked_visits


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("visits", Visits()),
        ("Visits?", Visits()),
        ("show me the visits", Visits()),
        ("các chuyến thăm", Visits()),
        ("cac chuyen tham", Visits()),
        ("chuyến thăm", Visits()),
        ("upcoming visits", Visits(ahead=True)),
        ("các chuyến thăm sắp tới", Visits(ahead=True)),
        ("visits to come", Visits(ahead=True)),
        ("visits to Japan", Visits("nhat ban")),
        ("upcoming visits to Tokyo", Visits("nhat ban", ahead=True)),
        ("state visits to the US", Visits("hoa ky")),
        ("thăm Nhật Bản", Visits("nhat ban")),
        ("tham nhat ban", Visits("nhat ban")),
        ("các chuyến thăm chính thức Mỹ sắp tới", Visits("hoa ky", ahead=True)),
        ("chuyến thăm tới Liên hợp quốc", Visits("lien hop quoc")),
        ("visits to the United Nations", Visits("lien hop quoc")),
    ],
)
def test_words_for_visits(text: str, asked: Visits) -> None:
    assert asked_visits(text) == asked
    assert read_request(text, date(2024, 5, 6)) == Request("conferences", text.strip(" ?"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "thăm",
        "visits to Japan by Prime Minister Le Van Man",
        "Chuyến thăm chính thức Nhật Bản của Thủ tướng Lê Văn Mẫn",
        "visits to Atlantis",
        "thăm dò dầu khí",
        "thăm hỏi",
        "the visit was a success",
        "Thủ tướng Lê Văn Mẫn thăm Nhật Bản",
        "visits " * 40,
        "visits to\0Japan",
        "ﬁ visits",
    ],
)
def test_what_asks_for_something_else(text: str) -> None:
    assert asked_visits(text) is None
