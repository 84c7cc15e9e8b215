"""Who sets a task and who only states it."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Task, extract

MINISTER = "Bộ trưởng Trần Văn Khải"
SECRETARY = "Foreign Minister Tran Van Khai"


def tasks(*paragraphs: str, language: str = "vi") -> tuple[Task, ...]:
    return extract(Document.of("Tin trong ngày", paragraphs, language=language)).tasks


@pytest.mark.parametrize(
    ("asker", "setter"),
    [
        # an office without a name is nobody known
        ("cho biết Thủ tướng đã giao", ""),
        ("cho biết Thủ tướng Lê Văn Bê đã giao", "Lê Văn Bê"),
        ("cho biết Chính phủ đã giao", "Chính phủ"),
        ("nói rằng Chính phủ yêu cầu", "Chính phủ"),
        ("cho biết đã giao", "Trần Văn Khải"),
        ("nhấn mạnh Chỉ thị số 25 yêu cầu", ""),
        ("nhấn mạnh: Chỉ thị 25 yêu cầu", ""),
    ],
)
def test_who_states_is_not_always_who_asks(asker: str, setter: str) -> None:
    [task] = tasks(f"{MINISTER} {asker} Bộ Công Thương xây dựng chiến lược.")
    assert (task.set_by, task.stated_by) == (setter, "Trần Văn Khải")
    assert (task.assignee, task.text) == ("Bộ Công Thương", "xây dựng chiến lược")


@pytest.mark.parametrize(
    ("asker", "setter"),
    [
        ("the government", "the Government"),
        ("Prime Minister Le Van Be", "Le Van Be"),
        ("the Prime Minister", ""),
    ],
)
def test_who_states_in_english(asker: str, setter: str) -> None:
    [task] = tasks(
        f"{SECRETARY} said {asker} had asked the ministry to build a strategy.", language="en"
    )
    assert (task.set_by, task.stated_by) == (setter, "Tran Van Khai")


@pytest.mark.parametrize("apart", [True, False])
def test_what_a_document_says_is_not_said_by_who_spoke_before(apart: bool) -> None:
    first = f"{MINISTER} yêu cầu toàn ngành đẩy mạnh bảo hộ công dân."
    second = "Theo Chỉ thị 25 của Ban Bí thư, các địa phương phải đổi mới công tác đối ngoại."
    found = tasks(first, second) if apart else tasks(f"{first} {second}")
    assert [task.stated_by for task in found] == ["Trần Văn Khải", ""]
    assert found[1].assignee == "các địa phương"


def test_a_congress_is_nobody() -> None:
    [task] = tasks(
        "The Resolution of the 13th National Party Congress calls for stronger external relations "
        "and better training of diplomats.",
        language="en",
    )
    assert (task.set_by, task.stated_by) == ("", "")


def test_we_are_bound_by_what_we_must_do() -> None:
    [task] = tasks("We must strengthen the Party's external relations.", language="en")
    assert task.stated_by == ""


@pytest.mark.parametrize(
    ("text", "assignee"),
    [
        ("TP. Huế phải đẩy mạnh hợp tác với Nhật Bản.", "TP. Huế"),
        ("TP HCM phải đẩy mạnh hợp tác với Nhật Bản.", "TP HCM"),
        ("UBND TP. Đà Nẵng phải đẩy mạnh hợp tác với Nhật Bản.", "UBND TP. Đà Nẵng"),
    ],
)
def test_the_stop_of_an_abbreviation_ends_no_assignee(text: str, assignee: str) -> None:
    [task] = extract(Document.of("Tin", [text])).tasks
    assert (task.assignee, task.text) == (assignee, "đẩy mạnh hợp tác với Nhật Bản")
