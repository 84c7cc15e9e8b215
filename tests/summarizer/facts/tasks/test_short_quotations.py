"""What is kept of a short task: the quotation it stands in, without who says it."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract

READY = "Chúng tôi luôn sẵn sàng đàm phán"


@pytest.mark.parametrize(
    ("sentence", "task"),
    [
        (f"“{READY}” - bà Lê Thị Hoa nói.", READY),
        (f'"{READY}", bà Lê Thị Hoa nói.', READY),
        ("“Chúng tôi sẽ tăng cường hợp tác”, bà Lê Thị Hoa nói.", "tăng cường hợp tác"),
    ],
)
def test_who_says_it_is_no_part_of_a_task(sentence: str, task: str) -> None:
    document = Document.of("Tin trong ngày", [sentence], language="vi")
    assert [its.text for its in extract(document).tasks] == [task]
