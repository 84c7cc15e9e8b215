"""Tasks in lists over several lines."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Task, extract
from summarizer.facts.lead_ins import without_lead_in

MINISTER = "Bộ trưởng Trần Văn Khải"


def tasks(*paragraphs: str) -> tuple[Task, ...]:
    return extract(Document.of("Tin trong ngày", paragraphs)).tasks


ITEMS = ("Đẩy mạnh ngoại giao số", "Bảo hộ công dân tốt hơn nữa", "Hoàn thành đề án mới")


@pytest.mark.parametrize(
    "marks", [("- ", "- ", "- "), ("1. ", "2. ", "3. "), ("a) ", "b) ", "c) ")]
)
@pytest.mark.parametrize(
    "opening", ["tập trung vào các nhiệm vụ sau:", "thực hiện các giải pháp trọng tâm sau:"]
)
def test_items_have_setter_and_assignee_of_the_list(marks: tuple[str, ...], opening: str) -> None:
    found = tasks(
        f"{MINISTER} đề nghị Bộ Công Thương {opening}",
        *(f"{mark}{item};" for mark, item in zip(marks, ITEMS, strict=True)),
        "Hội nghị bế mạc vào buổi chiều.",
    )
    assert tuple(task.text for task in found) == ITEMS
    assert {(task.set_by, task.stated_by, task.assignee) for task in found} == {
        ("Trần Văn Khải", "Trần Văn Khải", "Bộ Công Thương")
    }


def test_ordinals_go_on_from_each_other() -> None:
    counted = ["Một là, đẩy mạnh ngoại giao số.", "Hai là, bảo hộ công dân tốt hơn nữa."]
    texts = ["đẩy mạnh ngoại giao số", "bảo hộ công dân tốt hơn nữa"]
    assert [task.text for task in tasks(*counted)] == texts
    assert [task.text for task in tasks(" ".join(counted))] == texts


def test_who_speaks_next_asks_for_himself() -> None:
    found = tasks(
        f"{MINISTER} đề nghị Bộ Công Thương thực hiện các nhiệm vụ sau:",
        "- Đẩy mạnh ngoại giao số.",
        "Thứ trưởng Lê Thị Hoa đề nghị bảo hộ công dân tốt hơn nữa.",
    )
    assert [task.set_by for task in found] == ["Trần Văn Khải", "Lê Thị Hoa"]
    assert found[1].assignee == ""


def test_what_is_asked_beside_the_list_stays() -> None:
    found = tasks(
        f"{MINISTER} đề nghị toàn ngành tiếp tục đổi mới cách làm, thực hiện các nhiệm vụ sau:",
        "- Đẩy mạnh ngoại giao số.",
    )
    assert [task.text for task in found] == ["tiếp tục đổi mới cách làm", "Đẩy mạnh ngoại giao số"]


def test_a_list_that_does_not_follow_is_still_announced() -> None:
    [task] = tasks(f"{MINISTER} đề nghị toàn ngành thực hiện các nhiệm vụ sau:", "Trời mưa to.")
    assert task.text == "thực hiện các nhiệm vụ sau"


def test_only_what_announces_a_list_is_left_out() -> None:
    assert without_lead_in("thực hiện các nhiệm vụ sau") == ""
    assert without_lead_in("giao lưu với bạn bè, làm tốt các việc sau") == "giao lưu với bạn bè"
    assert without_lead_in("nâng cao chất lượng công việc") == "nâng cao chất lượng công việc"
    assert without_lead_in("tập trung vào các nhiệm vụ, giải pháp sau") == ""
