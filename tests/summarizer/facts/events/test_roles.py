"""Who holds an event and who presides, and the day that comes only after both."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Conference, Coverage, extract
from summarizer.text.dates import PartialDate

PUBLISHED = PartialDate(2021, 12, 20)


def first(text: str, language: str = "vi") -> Conference:
    document = Document.of("Tin", [text], language=language, published=PUBLISHED)
    return extract(document).conferences[0]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Hội nghị Ngoại vụ vùng do Bộ Y tế tổ chức ngày 5/7.", "Bộ Y tế"),
        (
            "Hội nghị Ngoại vụ vùng do Bộ Ngoại giao và Bộ Công Thương phối hợp tổ chức ngày 5/7.",
            "Bộ Ngoại giao và Bộ Công Thương",
        ),
        (
            "Hội nghị Ngoại vụ vùng do Bộ Ngoại giao chủ trì, phối hợp với Ban Đối ngoại Trung ương tổ chức ngày 5/7.",
            "Bộ Ngoại giao, Ban Đối ngoại Trung ương",
        ),
        (
            "Hội nghị Ngoại vụ vùng do Bộ Ngoại giao phối hợp với các bộ, ngành liên quan tổ chức ngày 5/7.",
            "Bộ Ngoại giao",
        ),
        (
            "Hội nghị Ngoại vụ vùng do Bộ Ngoại giao và Ban Đối ngoại Trung ương đồng tổ chức ngày 5/7.",
            "Bộ Ngoại giao và Ban Đối ngoại Trung ương",
        ),
        ("Hội nghị Ngoại vụ vùng do Bộ Ngoại giao chủ trì diễn ra ngày 5/7.", "Bộ Ngoại giao"),
        ("Tại Hội nghị Ngoại vụ vùng, dự án do Bộ Công an chủ trì soạn thảo được bàn.", ""),
        (
            "Bộ Chính trị và Ban Bí thư đã tổ chức Hội nghị Ngoại vụ vùng ngày 5/7.",
            "Bộ Chính trị và Ban Bí thư",
        ),
        (
            "Bộ Chính trị, Ban Bí thư tổ chức Hội nghị Ngoại vụ vùng ngày 5/7.",
            "Bộ Chính trị, Ban Bí thư",
        ),
        (
            "Bộ Ngoại giao phối hợp với Bộ Y tế tổ chức Hội nghị Ngoại vụ vùng ngày 5/7.",
            "Bộ Ngoại giao, Bộ Y tế",
        ),
        (
            "Bộ Ngoại giao phối hợp với Quỹ San hô miền Trung, Hội Luật gia Việt Nam tổ chức Hội nghị Ngoại vụ vùng.",
            "Bộ Ngoại giao, Quỹ San hô miền Trung, Hội Luật gia Việt Nam",
        ),
        (
            "Sáng nay, Bộ Chính trị, Ban Bí thư khóa XV tổ chức Hội nghị Ngoại vụ vùng ngày 5/7.",
            "Bộ Chính trị, Ban Bí thư khóa XV",
        ),
        (
            "Sau buổi làm việc với Chính phủ, Bộ Ngoại giao tổ chức Hội nghị Ngoại vụ vùng.",
            "Bộ Ngoại giao",
        ),
    ],
)
def test_hosts(text: str, host: str) -> None:
    assert first(text).host == host


@pytest.mark.parametrize(
    ("text", "host"),
    [
        (
            "The Coral Sea Forum was hosted by the Institute of Marine Studies in Hue on May 4.",
            "Institute of Marine Studies",
        ),
        (
            "The Coral Sea Forum, hosted by Norland and chaired by Anna Berg on May 4, ended.",
            "Norland",
        ),
        (
            "The Coral Sea Forum was organised by the Ministry of Trade and Industry with help.",
            "Ministry of Trade and Industry",
        ),
        (
            "The Coral Sea Forum, organised by Norland, the Reef Society and the Bank of Palms, opened.",
            "Norland, the Reef Society and the Bank of Palms",
        ),
        (
            "The Coral Sea Forum, hosted by Norland, Foreign Minister Anna Berg said, opened.",
            "Norland",
        ),
        (
            "The Coral Sea Forum was hosted by Japan's foreign ministry on Monday.",
            "Japan's foreign ministry",
        ),
    ],
)
def test_hosts_in_english(text: str, host: str) -> None:
    assert first(text, "en").host == host


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("diễn ra dưới sự chủ trì của Thủ tướng Trần Văn Khánh.", "Trần Văn Khánh"),
        ("diễn ra tại Huế. Chủ trì Hội nghị là Thủ tướng Trần Văn Khánh.", "Trần Văn Khánh"),
        (
            "diễn ra tại Huế. Chủ trì Hội nghị Ngoại vụ vùng là Thủ tướng Trần Văn Khánh.",
            "Trần Văn Khánh",
        ),
        ("diễn ra tại Huế. Chủ trì: Trần Văn Khánh, Bộ trưởng Bộ Y tế.", "Trần Văn Khánh"),
        ("diễn ra tại Huế. Thủ tướng Trần Văn Khánh chủ trì hội nghị.", "Trần Văn Khánh"),
        ("diễn ra tại Huế. Chủ trì cuộc họp báo là Thủ tướng Trần Văn Khánh.", ""),
        ("diễn ra tại Huế. Thủ tướng Trần Văn Khánh chủ trì phiên thảo luận.", ""),
    ],
)
def test_chairs(text: str, chair: str) -> None:
    assert first(f"Ngày 5/7, Hội nghị Ngoại vụ vùng {text}").chair == chair


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("chaired by Anna Berg on May 4, discussed trade", "Anna Berg"),
        ("chaired by the Ministry of Trade, opened on May 4", ""),
        (
            "held on May 4 under the chairmanship of Prime Minister Pham Van Khanh",
            "Pham Van Khanh",
        ),
    ],
)
def test_chairs_in_english(text: str, chair: str) -> None:
    assert first(f"The Coral Sea Forum, {text}.", "en").chair == chair


@pytest.mark.parametrize(
    "text",
    [
        "diễn ra tại Trung tâm Hội nghị Quốc gia, Hà Nội, ngày 14/12.",
        "do Bộ Chính trị tổ chức dưới sự chủ trì của Tổng Bí thư Trần Văn Khánh ngày 14/12.",
        "do Viện Biển xanh phối hợp với Quỹ Hỗ trợ nghiên cứu san hô miền Trung và Hội Luật gia Việt Nam tổ chức, khai mạc ngày 14/12.",
        "do Bộ Y tế tổ chức dưới sự chủ trì của đồng chí Trần Văn Khánh, Bộ trưởng Bộ Y tế, tại Huế ngày 14/12.",
    ],
)
def test_the_day_stands_behind_place_host_and_chair(text: str) -> None:
    found = first(f"Hội nghị Ngoại vụ vùng {text}")
    assert (found.starts.month, found.starts.day) == (12, 14)
    assert found.coverage is Coverage.REPORTED


def test_the_day_of_another_meeting_is_not_taken() -> None:
    text = (
        "Hội nghị Ngoại vụ vùng do Bộ Y tế tổ chức có sự góp mặt của Hội nghị Nhà báo ngày 14/12."
    )
    assert not first(text).starts.known


def test_days_after_a_list_of_hosts_in_english() -> None:
    found = first(
        "The 3rd Coral Sea Workshop, co-organised by the Institute of Marine Studies, the Foundation"
        " for Reef Research and the Lawyers' Society of Norland, took place in Hanoi on November 18"
        " and 19.",
        "en",
    )
    assert (found.starts.day, found.ends.day, found.place) == (18, 19, "Hanoi")


def test_what_was_held_lies_behind() -> None:
    assert first("The Coral Sea Summit was held in Hue on May 4.", "en").starts.year == 2021


@pytest.mark.parametrize(
    ("text", "language", "chair"),
    [
        (
            "Thủ tướng Lê Văn Tú và Tổng thống Trần Thị Mẫu đồng chủ trì Hội nghị Ngoại vụ vùng ngày 5/7.",
            "vi",
            "Lê Văn Tú, Trần Thị Mẫu",
        ),
        (
            "Hội nghị Ngoại vụ vùng do Thủ tướng Lê Văn Tú và Tổng thống Trần Thị Mẫu đồng chủ trì ngày 5/7.",
            "vi",
            "Lê Văn Tú, Trần Thị Mẫu",
        ),
        (
            "Hội nghị Ngoại vụ vùng khai mạc dưới sự đồng chủ trì của Bộ trưởng Lê Văn Tú, ông Phạm Văn Sáng và bà Trần Thị Mẫu.",
            "vi",
            "Lê Văn Tú, Phạm Văn Sáng, Trần Thị Mẫu",
        ),
        (
            "Hội nghị Ngoại vụ vùng khai mạc ngày 5/7. Đồng chủ trì hội nghị có Bộ trưởng Lê Văn Tú và bà Trần Thị Mẫu.",
            "vi",
            "Lê Văn Tú, Trần Thị Mẫu",
        ),
        (
            "Dưới sự chủ trì của Tổng Bí thư Lê Văn Tú, Bộ trưởng Trần Thị Mẫu trình bày báo cáo tại Hội nghị Ngoại vụ vùng.",
            "vi",
            "Lê Văn Tú",
        ),
        (
            "The River Summit was held in Hue under the chair of General Secretary Tran Van Lam.",
            "en",
            "Tran Van Lam",
        ),
        (
            "The River Summit opened in Hue under the chairmanship of Prime Minister Tran Van Lam and President John Carter.",
            "en",
            "Tran Van Lam, John Carter",
        ),
        (
            "The River Summit, co-chaired by Foreign Minister Tran Van Lam and his Lao counterpart Somsay Vongdara, opened in Hue.",
            "en",
            "Tran Van Lam, Somsay Vongdara",
        ),
    ],
)
def test_all_who_preside(text: str, language: str, chair: str) -> None:
    assert first(text, language).chair == chair


def test_a_chair_is_no_office_of_a_general_secretary() -> None:
    text = "The River Summit was held in Hue under the chair of General Secretary Tran Van Lam."
    [speaker] = extract(Document.of("News", [text], language="en")).speakers
    assert (speaker.name, speaker.role) == ("Tran Van Lam", "General Secretary")
