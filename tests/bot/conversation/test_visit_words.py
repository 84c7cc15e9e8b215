"""What asks for visits, and what is the name of one or something else."""

from __future__ import annotations

from datetime import date

import pytest

from bot.briefings.periods import Period
from bot.conversation.requests import Request, read_request
from bot.conversation.visit_words import Visits, asked_visits

TODAY = date(2026, 1, 20)
YEAR = Period(date(2021, 1, 1), date(2021, 12, 31))
MAY = Period(date(2021, 5, 1), date(2021, 5, 31))


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
        ("past visits", Visits(past=True)),
        ("các chuyến thăm đã diễn ra", Visits(past=True)),
        ("past visits to Japan", Visits("nhat ban", past=True)),
        ("ongoing visits", Visits(period=Period(TODAY, TODAY))),
        ("chuyến thăm Nhật Bản đang diễn ra", Visits("nhat ban", period=Period(TODAY, TODAY))),
        ("visits in May 2021", Visits(period=MAY)),
        ("thăm Nhật Bản tháng 5/2021", Visits("nhat ban", period=MAY)),
        ("in May 2021 visits to Japan", Visits("nhat ban", period=MAY)),
        ("Which visits were made to Japan?", Visits("nhat ban", past=True)),
        ("Có chuyến thăm nào đang diễn ra không?", Visits(period=Period(TODAY, TODAY))),
        ("Who has visited Viet Nam?", Visits("viet nam", past=True)),
        ("Ai đã thăm Việt Nam năm 2021?", Visits("viet nam", period=YEAR)),
        ("các chuyến thăm gần đây", Visits(past=True)),
        ("past visits in May 2021", Visits(period=MAY)),
    ],
)
def test_words_for_visits(text: str, asked: Visits) -> None:
    assert asked_visits(text, TODAY) == asked
    assert read_request(text, date(2024, 5, 6)) == Request("conferences", text.strip(" ?"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "thăm",
        "visits to Japan by Prime Minister Le Van Man",
        "Chuyến thăm chính thức Nhật Bản của Thủ tướng Lê Văn Mẫn",
        "visits to Atlantis",
        "visits to Atlantis in May 2021",
        "upcoming visits in May 2021",
        "in May 2021",
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
    assert asked_visits(text, TODAY) is None
