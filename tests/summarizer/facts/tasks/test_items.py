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
        "yêu cầu Bộ Công Thương: - {}; - {}; - {}.",
        "yêu cầu Bộ Công Thương: • {} • {} • {}.",
        "yêu cầu Bộ Công Thương: a/ {}; b/ {}; c/ {}.",
        "yêu cầu Bộ Công Thương ① {}; ② {}; ③ {}.",
        "yêu cầu Bộ Công Thương Một là {}; Hai là {}; Ba là {}.",
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
        "asked the ministry, first, to protect citizens; second, to expand markets; third, to renew training.",
        "urged the ministry to: • protect citizens • expand markets • renew training",
        "asked the ministry to (i) protect citizens, (ii) expand markets and (iii) renew training.",
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


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("increase trade; tourism grew last year; exports fell", ["increase trade"]),
        ("cut fees; trade with Japan grew 5 percent", ["cut fees"]),
        ("cut fees; the economy is strong; champion reform", ["cut fees", "champion reform"]),
        ("cut fees; exports to Japan have doubled", ["cut fees"]),
        # no list has the verb: what follows shows that it is one
        ("cut fees; galvanise the private sector", ["cut fees", "galvanise the private sector"]),
        ("cut fees; every six months review it", ["cut fees", "every six months review it"]),
        ("cut fees; quickly assist farmers", ["cut fees", "quickly assist farmers"]),
        ("cut fees; trade fairly; plan ahead", ["cut fees", "trade fairly", "plan ahead"]),
        ("cut fees; help all who lost homes", ["cut fees", "help all who lost homes"]),
        ("cut fees; ensure no one is left", ["cut fees", "ensure no one is left"]),
        # nouns, and what is said of the task
        ("build roads; ports; and airports", ["build roads; ports; and airports"]),
        ("increase trade; this will create jobs", ["increase trade; this will create jobs"]),
    ],
)
def test_after_a_semicolon_english_goes_on_only_with_a_verb(text: str, items: list[str]) -> None:
    found = tasks(f"{SECRETARY} urged ministries to {text}.", "en")
    assert [task.text for task in found] == items
    assert found[0].assignee == "ministries"


def test_each_in_english_is_given_his_own() -> None:
    found = tasks(
        f"{SECRETARY} asked the Ministry of Industry and Trade to build a strategy; the Ministry of "
        "Finance to find funds; provinces to train staff; and officials must help farmers abroad.",
        "en",
    )
    assert [(task.assignee, task.text) for task in found] == [
        ("the Ministry of Industry and Trade", "build a strategy"),
        ("the Ministry of Finance", "find funds"),
        ("provinces", "train staff"),
        ("officials", "help farmers abroad"),
    ]


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("các bộ khi triển khai Nghị quyết 22", "khi triển khai Nghị quyết 22: "),
        ("các bộ khi triển khai Nghị quyết 22 thì", "khi triển khai Nghị quyết 22: "),
        ("đối với các tỉnh biên giới", "đối với các tỉnh biên giới: "),
        ("các bộ trong dịp này, thực hiện các việc sau", "trong dịp này: "),
        ("các bộ trong năm nội dung sau", ""),
        ("các bộ rõ ba việc", ""),
        ("trước ngày 30/6/2022", ""),
        ("các bộ", ""),
    ],
)
def test_what_holds_for_all_items_stands_before_each(before: str, kept: str) -> None:
    found = tasks(f"{MINISTER} yêu cầu {before}: (1) {ITEMS[0]}; (2) {ITEMS[1]}.")
    assert [task.text for task in found] == [kept + item for item in ITEMS[:2]]


def test_a_long_condition_stands_before_the_first_alone() -> None:
    condition = "khi triển khai Nghị quyết 22 " + "ở các tỉnh biên giới và hải đảo " * 3
    found = tasks(f"{MINISTER} yêu cầu {condition.strip()}: (1) {ITEMS[0]}; (2) {ITEMS[1]}.")
    assert [task.text for task in found] == [f"{condition.strip()}: {ITEMS[0]}", ITEMS[1]]


def test_what_holds_for_all_items_in_english() -> None:
    found = tasks(
        f"{SECRETARY} urged ministries, when implementing Resolution 22, to: (1) increase trade; "
        "(2) protect citizens.",
        "en",
    )
    assert [(task.assignee, task.text) for task in found] == [
        ("ministries", "when implementing Resolution 22: increase trade"),
        ("ministries", "when implementing Resolution 22: protect citizens"),
    ]


def test_words_that_lead_from_one_item_to_the_next_part_them() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu các bộ {ITEMS[0]}; tiếp đó {ITEMS[1]}; cuối cùng, {ITEMS[2]}."
    )
    assert [task.text for task in found] == [
        ITEMS[0],
        f"tiếp đó {ITEMS[1]}",
        f"cuối cùng, {ITEMS[2]}",
    ]


def test_a_numbered_item_may_be_one_word() -> None:
    found = tasks(
        f"{SECRETARY} urged the ministry to (a) cut fees; (b) trade; (c) train staff.", "en"
    )
    assert [task.text for task in found] == ["cut fees", "trade", "train staff"]


@pytest.mark.parametrize("number", [2, 30, 31, 40, 120])
def test_however_many_items_each_is_one(number: int) -> None:
    items = [f"bảo hộ {at} công dân" for at in range(1, number + 1)]
    text = "; ".join(f"({at}) {item}" for at, item in enumerate(items, start=1))
    assert [task.text for task in tasks(f"{MINISTER} yêu cầu các bộ: {text}.")] == items


def test_items_are_counted_by_the_letters_of_either_alphabet() -> None:
    for letters in ("abcdđeghiklm", "abcdefghijkl"):
        items = [f"bảo hộ {at} công dân" for at in range(len(letters))]
        text = "; ".join(f"{a}) {item}" for a, item in zip(letters, items, strict=True))
        found = tasks(f"{MINISTER} yêu cầu các bộ: {text}.")
        assert [task.text for task in found] == items


@pytest.mark.parametrize(
    "text",
    [
        "Bộ trưởng Trần Văn Khải yêu cầu đẩy mạnh hợp tác theo Nghị quyết 22 (²).",
        "Bộ trưởng Trần Văn Khải yêu cầu: ². Đẩy mạnh hợp tác; ³) bảo hộ công dân.",
        "①. Đẩy mạnh hợp tác với Nhật Bản",
        "Hội nghị Ngoại vụ ² khai mạc. Có ² hội nghị như vậy và Hội nghị ² trường học.",
    ],
)
def test_small_and_circled_figures_are_read_in_any_place(text: str) -> None:
    for language in ("vi", "en"):
        extract(Document.of("Hội nghị Ngoại vụ ² khai mạc", [text, text], language=language))
