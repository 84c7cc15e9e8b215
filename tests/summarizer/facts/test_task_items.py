"""The items of a task within one sentence: numbers, semicolons, further assignees."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Task, Theme, extract

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"
SECRETARY = "Foreign Minister Tran Van Khai"


def tasks(text: str, language: str = "vi") -> tuple[Task, ...]:
    return extract(Document.of("Tin trong ngày", [text], language=language)).tasks


ITEMS = ["đẩy mạnh ngoại giao số", "bảo hộ công dân", "hoàn thành đề án trước ngày 30/6/2022"]


@pytest.mark.parametrize(
    "text",
    [
        "yêu cầu Bộ Công Thương: (1) {}; (2) {}; (3) {}.",
        "yêu cầu Bộ Công Thương 1) {}, 2) {}, 3) {}.",
        "yêu cầu Bộ Công Thương: a) {}; b) {}; và c) {}.",
        "nêu rõ Bộ Công Thương cần: (i) {}; (ii) {}; và (iii) {}.",
        "yêu cầu Bộ Công Thương: một là, {}; hai là, {}; ba là, {}.",
        "yêu cầu Bộ Công Thương thứ nhất, {}; thứ hai, {}; thứ ba, {}.",
        "yêu cầu Bộ Công Thương: {}; {}; {}.",
    ],
)
def test_each_item_is_a_task_of_its_own(text: str) -> None:
    found = tasks(f"{MINISTER} {text.format(*ITEMS)}")
    assert [task.text for task in found] == ITEMS
    assert [str(task.due) for task in found] == ["", "", "2022-06-30"]
    assert [task.theme for task in found][1:] == [Theme.CITIZEN_PROTECTION, Theme.OTHER]
    assert {task.assignee for task in found} == {"Bộ Công Thương"}
    assert {task.stated_by for task in found} == {"Trần Văn Khải"}
    assert len({task.set_by for task in found}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "asked the ministry to: (1) protect citizens; (2) expand markets; and (3) renew training.",
        "asked the ministry to protect citizens; expand markets; and renew training.",
        "asked the ministry to, first, protect citizens; second, expand markets; third, renew training.",
    ],
)
def test_english_items(text: str) -> None:
    found = tasks(f"{SECRETARY} {text}", "en")
    assert [task.text for task in found] == ["protect citizens", "expand markets", "renew training"]
    assert {(task.set_by, task.assignee) for task in found} == {("Tran Van Khai", "the ministry")}


def test_a_term_before_the_items_is_that_of_all_but_those_with_their_own() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu trước ngày 30/6/2022: (1) hoàn thành đề án; (2) trình Chính phủ kế "
        "hoạch mới; (3) báo cáo kết quả trước ngày 15/7/2022."
    )
    assert [str(task.due) for task in found] == ["2022-06-30", "2022-06-30", "2022-07-15"]


@pytest.mark.parametrize(
    "text",
    [
        # results, no tasks
        "nêu ba kết quả: (1) kim ngạch tăng 20%; (2) 30 hội nghị được tổ chức; (3) ký 5 thỏa thuận.",
        "nhấn mạnh Thế chiến thứ nhất, rồi Thế chiến thứ hai, là bài học cho mọi người.",
    ],
)
def test_what_is_counted_is_not_always_a_task(text: str) -> None:
    assert not tasks(f"{MINISTER} {text}")


@pytest.mark.parametrize(
    "text",
    [
        "tập trung vào ba lĩnh vực, gồm: (1) kinh tế; (2) văn hóa; (3) giáo dục",
        "chuẩn bị ba phương án, gồm: (1) tái định cư tại chỗ; (2) tái định cư bên kia sông",
        "phối hợp giữa các bộ; giữa trung ương và địa phương",
    ],
)
def test_nouns_are_no_items(text: str) -> None:
    assert [task.text for task in tasks(f"{MINISTER} yêu cầu {text}.")] == [text]


def test_several_are_given_several_tasks() -> None:
    found = tasks(
        f"{MINISTER} giao Bộ Y tế mua vắc-xin, Bộ Công Thương vận động các hãng tàu; các địa "
        "phương tổ chức tiêm chủng."
    )
    assert [(task.assignee, task.text) for task in found] == [
        ("Bộ Y tế", "mua vắc-xin"),
        ("Bộ Công Thương", "vận động các hãng tàu"),
        ("các địa phương", "tổ chức tiêm chủng"),
    ]
    assert {task.set_by for task in found} == {"Trần Văn Khải"}


@pytest.mark.parametrize(
    "text",
    [
        "phối hợp với Bộ Quốc phòng, Bộ Công Thương xây dựng đề án",
        "chủ trì, Bộ Công Thương phối hợp xây dựng đề án",
    ],
)
def test_those_with_whom_it_is_done_get_no_task(text: str) -> None:
    [task] = tasks(f"{MINISTER} yêu cầu Bộ Y tế {text}.")
    assert (task.assignee, task.text) == ("Bộ Y tế", text)
