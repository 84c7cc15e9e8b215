"""At which conference something is said, and what is only said of one or elsewhere."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.text.dates import PartialDate

PUBLISHED = PartialDate(2021, 12, 20)
OPENED = "Hội nghị Nuôi ong toàn quốc đã khai mạc sáng 12/12 tại Huế."


def venues(*paragraphs: str, language: str = "vi") -> list[str]:
    """For each statement the conference, "" if none."""
    document = Document.of("Tin", list(paragraphs), language=language, published=PUBLISHED)
    facts = extract(document)
    return [
        "" if said.conference is None else facts.conferences[said.conference].name
        for said in facts.statements
    ]


NAME = "Hội nghị Nuôi ong toàn quốc"


@pytest.mark.parametrize(
    "said",
    [
        "Phát biểu tại Hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Tại hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Kết luận hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Tổng kết hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Phát biểu bế mạc, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Bộ trưởng Lê Văn Tú dự hội nghị và nhấn mạnh mật phải ngon.",
        "Bộ trưởng Lê Văn Tú cho biết như vậy trước hàng trăm người nuôi ong tại hội nghị.",
    ],
)
def test_what_is_said_there(said: str) -> None:
    assert set(venues(OPENED, said)) == {NAME}


@pytest.mark.parametrize(
    "said",
    [
        "Bộ trưởng Lê Văn Tú hy vọng hội nghị sẽ giúp người nuôi ong.",
        "Trước hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Bên lề hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Trả lời báo chí về Hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Bộ trưởng Lê Văn Tú nói với các phóng viên rằng hội nghị đã thành công.",
        "Trong cuộc điện đàm, Bộ trưởng Lê Văn Tú cảm ơn Nước Sơn đã dự hội nghị.",
        "Bộ trưởng Lê Văn Tú sẽ dự và phát biểu tại Diễn đàn Mật ngọt, Thứ trưởng Trần Thị Mẫu cho hay.",
    ],
)
def test_what_is_said_of_it_or_elsewhere(said: str) -> None:
    assert set(venues(OPENED, said)) == {""}


def test_nothing_is_said_at_what_lies_ahead() -> None:
    planned = "Hội nghị Nuôi ong toàn quốc sẽ khai mạc ngày 12/1/2022 tại Huế."
    said = "Bộ trưởng Lê Văn Tú khẳng định hội nghị là dịp tốt. Tại Hội nghị, ông nói sẽ có mật."
    assert set(venues(planned, said)) == {""}


def test_who_speaks_there_goes_on_there_until_another_place_is_told() -> None:
    assert venues(
        OPENED,
        "Phát biểu tại Hội nghị, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Bộ trưởng Lê Văn Tú nhấn mạnh ong cần hoa.",
        "Trả lời phỏng vấn sau đó, Bộ trưởng Lê Văn Tú nói giá mật sẽ tăng.",
        "Bộ trưởng Lê Văn Tú khẳng định sáp ong tốt.",
    ) == [NAME, NAME, "", ""]


def test_another_conference_holds_as_long_as_nobody_else_speaks() -> None:
    assert venues(
        OPENED,
        "Phát biểu tại Diễn đàn Mật ngọt lần thứ 3, Bộ trưởng Lê Văn Tú nói mật ngon.",
        "Ông cho rằng ong cần hoa.",
        "Đại sứ Trần Thị Mẫu khẳng định sáp ong tốt.",
        "Bộ trưởng Lê Văn Tú nhấn mạnh giá mật sẽ tăng.",
    ) == ["Diễn đàn Mật ngọt lần thứ 3", "Diễn đàn Mật ngọt lần thứ 3", "", ""]


def test_what_is_asked_for_on_its_occasion_belongs_to_it() -> None:
    document = Document.of(
        "Tin",
        [
            OPENED,
            "Trả lời phỏng vấn nhân Hội nghị Nuôi ong toàn quốc, Bộ trưởng Lê Văn Tú yêu cầu các tỉnh trồng thêm hoa.",
        ],
        published=PUBLISHED,
    )
    facts = extract(document)
    assert [said.conference for said in facts.statements] == [None]
    assert [task.conference for task in facts.tasks] == [0]


ENGLISH = "The National Conference on Bees opened in Hue on 12 December."


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("Addressing the conference, Minister Tran Van Lam said honey was good.", True),
        ("At the conference, Minister Tran Van Lam said honey was good.", True),
        ("In his opening remarks, Minister Tran Van Lam said honey was good.", True),
        ("Minister Tran Van Lam told reporters after the conference that honey was good.", False),
        ("Minister Tran Van Lam said the conference had been a success.", False),
        ("Ahead of the conference, Minister Tran Van Lam said honey was good.", False),
    ],
)
def test_english(said: str, there: bool) -> None:
    assert [bool(venue) for venue in venues(ENGLISH, said, language="en")] == [there]
