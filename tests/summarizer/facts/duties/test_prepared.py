"""Where a task begins that is prepared, held out or agreed with. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract

MINISTER = "Bộ trưởng Trần Văn Bình"


def tasks(*paragraphs: str) -> list[str]:
    document = Document.of("Tin trong ngày", paragraphs, language="vi")
    return [task.text for task in extract(document).tasks]


@pytest.mark.parametrize(
    ("prepared", "task"),
    [
        ("nguồn lực cho nhiệm kỳ tới", "chuẩn bị nguồn lực cho nhiệm kỳ tới"),
        ("các phương án ứng phó", "chuẩn bị các phương án ứng phó"),
        ("mọi mặt cho nhiệm kỳ tới", "chuẩn bị mọi mặt cho nhiệm kỳ tới"),
        ("xây dựng ba nhà máy mới", "xây dựng ba nhà máy mới"),
        ("triển khai dự án mới", "triển khai dự án mới"),
    ],
)
def test_things_are_prepared_and_deeds_are_done(prepared: str, task: str) -> None:
    assert tasks(f"{MINISTER} nói Việt Nam đang chuẩn bị {prepared}.") == [task]


def test_what_is_held_out_is_not_promised() -> None:
    assert tasks("Mỹ hứa hẹn hỗ trợ kinh tế cho nước này trong năm tới.") == []
    assert tasks("Mỹ hứa hỗ trợ kinh tế cho nước này trong năm tới.") == [
        "hỗ trợ kinh tế cho nước này trong năm tới"
    ]


def test_what_a_sentence_opens_by_agreeing_with_is_not_the_task() -> None:
    agreed = "Nhất trí với các biện pháp mà Bộ Công an đề xuất"
    assert tasks(f"{agreed}, {MINISTER} nhấn mạnh việc hoàn thiện thể chế kinh tế.") == [
        "hoàn thiện thể chế kinh tế"
    ]
    assert tasks("Hai bên nhất trí với nhau đẩy mạnh hợp tác kinh tế.") != []
