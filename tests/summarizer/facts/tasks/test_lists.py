"""Tasks in lists over several lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts import Task, extract
from summarizer.facts.tasks.lead_ins import without_lead_in
from summarizer.text.dates import PartialDate

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


def shared(found: tuple[Task, ...]) -> set[tuple[str, str, str]]:
    return {(task.set_by, task.stated_by, task.assignee) for task in found}


ALL_GIVEN = {("Trần Văn Khải", "Trần Văn Khải", "Bộ Công Thương")}
OPENING = f"{MINISTER} đề nghị Bộ Công Thương thực hiện các nhiệm vụ sau:"


@pytest.mark.parametrize(
    "marks",
    [("1. ", "a) ", "b) ", "2. "), ("a) ", "- ", "- ", "b) "), ("1. ", "1.1. ", "1.2. ", "2. ")],
)
def test_a_list_within_a_list_keeps_what_was_given(marks: tuple[str, ...]) -> None:
    texts = ("Bảo hộ công dân", "Mở đường dây nóng", "Hỗ trợ ngư dân bị nạn", "Đẩy mạnh đối ngoại")
    ends = (":", ";", ".", ".")
    lines = [f"{a}{b}{c}" for a, b, c in zip(marks, texts, ends, strict=True)]
    found = tasks(OPENING, *lines)
    assert tuple(task.text for task in found) == texts
    assert shared(found) == ALL_GIVEN


def test_items_that_name_who_is_to_do_it_hand_on_his_tasks() -> None:
    found = tasks(
        f"{MINISTER} đề nghị thực hiện các nhiệm vụ sau:",
        *("1. Bộ Công Thương:", "a) đẩy mạnh xuất khẩu;", "b) hỗ trợ doanh nghiệp nhỏ;"),
        *("2. Bộ Quốc phòng:", "a) đào tạo cán bộ trẻ."),
        "3. Bộ Y tế: tổ chức tiêm chủng cho người dân.",
    )
    assert [(task.assignee, task.text) for task in found] == [
        ("Bộ Công Thương", "đẩy mạnh xuất khẩu"),
        ("Bộ Công Thương", "hỗ trợ doanh nghiệp nhỏ"),
        ("Bộ Quốc phòng", "đào tạo cán bộ trẻ"),
        ("Bộ Y tế", "tổ chức tiêm chủng cho người dân"),
    ]
    assert {task.set_by for task in found} == {"Trần Văn Khải"}


@pytest.mark.parametrize(
    ("marks", "asked"),
    [
        (("Một là, ", "Hai là, ", "Ba là, "), "yêu cầu Bộ Công Thương:"),
        (("Thứ nhất, ", "Thứ hai, ", "Thứ ba, "), "yêu cầu Bộ Công Thương:"),
        (("1. ", "2. ", "3. "), "yêu cầu Bộ Công Thương:"),
        (("(1) ", "(2) ", "(3) "), "yêu cầu Bộ Công Thương:"),
        (("Một là ", "Hai là ", "Ba là "), "yêu cầu Bộ Công Thương"),
    ],
)
@pytest.mark.parametrize(
    ("stop", "between"), [(". ", ""), ("; ", ""), (". ", "Việc này rất khó. ")]
)
def test_items_of_one_paragraph_share_who_gave_them(
    marks: tuple[str, ...], asked: str, stop: str, between: str
) -> None:
    body = stop.join(mark + item for mark, item in zip(marks, ITEMS, strict=True))
    body = body.replace(". " + marks[2], f". {between}{marks[2]}")
    found = tasks(f"{MINISTER} {asked} {body}.")
    assert tuple(task.text for task in found) == ITEMS
    assert shared(found) == ALL_GIVEN


def test_items_of_paragraphs_share_who_gave_the_first() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu Bộ Công Thương: Thứ nhất, đẩy mạnh ngoại giao số.",
        "Thứ hai, bảo hộ công dân tốt hơn.",
        "Thứ ba, hoàn thành đề án mới.",
    )
    assert shared(found) == ALL_GIVEN
    assert len(found) == 3


def test_first_counts_on_from_the_sentence_before() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu Bộ Công Thương tập trung vào năm việc. Một là đẩy mạnh ngoại giao số. "
        "Hai là bảo hộ công dân tốt hơn."
    )
    assert shared(found) == ALL_GIVEN


def test_who_is_asked_in_one_item_is_not_asked_in_the_next() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu: Một là, Bộ Công Thương đẩy mạnh xuất khẩu. Hai là, Bộ Y tế tổ chức tiêm "
        "chủng. Ba là, hoàn thành đề án mới."
    )
    assert [task.assignee for task in found] == ["Bộ Công Thương", "Bộ Y tế", ""]
    assert {task.set_by for task in found} == {"Trần Văn Khải"}


def test_who_speaks_between_ends_the_list() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu Bộ Công Thương: Một là, đẩy mạnh ngoại giao số.",
        "Thứ trưởng Lê Thị Hoa cho biết kim ngạch đã tăng.",
        "Hai là, bảo hộ công dân tốt hơn.",
    )
    assert [task.set_by for task in found if "bảo hộ" not in task.text] == ["Trần Văn Khải"]
    assert all(not task.set_by for task in found if "bảo hộ" in task.text)


@pytest.mark.parametrize(
    "asked", ["yêu cầu:", "yêu cầu: 1.", "yêu cầu Bộ Công Thương:", "đề nghị: (1)"]
)
def test_who_only_asks_sets_no_task(asked: str) -> None:
    assert not tasks(f"{MINISTER} {asked}")
    [task] = tasks(f"{MINISTER} {asked}", "- Đẩy mạnh ngoại giao số.")
    assert (task.text, task.set_by) == ("Đẩy mạnh ngoại giao số", "Trần Văn Khải")
    assert task.assignee == ("Bộ Công Thương" if "Bộ" in asked else "")


def test_a_number_may_stand_in_a_paragraph_of_its_own() -> None:
    [task] = tasks(f"{MINISTER} yêu cầu Bộ Công Thương:", "1.", "Đẩy mạnh ngoại giao số.")
    assert shared((task,)) == ALL_GIVEN


def test_headings_within_a_list_keep_what_was_given() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu Bộ Công Thương:",
        *("I. Về ngoại giao số:", "1. Xây dựng cổng thông tin;", "2. Đào tạo cán bộ trẻ."),
        *("II. Về bảo hộ công dân:", "1. Mở đường dây nóng."),
    )
    assert len(found) == 3
    assert shared(found) == ALL_GIVEN


def test_what_the_same_one_says_between_two_items_ends_no_list() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu Bộ Công Thương: 1. Đẩy mạnh ngoại giao số. Theo ông, kim ngạch đã tăng. "
        "2. Bảo hộ công dân tốt hơn."
    )
    assert len(found) == 2
    assert shared(found) == ALL_GIVEN


def test_a_weekday_counts_nothing() -> None:
    [task] = tasks(f"{MINISTER} yêu cầu: Thứ hai, ngày 12/3, các bộ phải báo cáo kết quả.")
    assert task.text.startswith("Thứ hai, ngày 12/3")


ENGLISH = ["Protect citizens", "Expand markets in Africa", "Renew training"]


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("urged the ministry to:", ["1. {}. 2. {}. 3. {}."]),
        ("asked the ministry:", ["- {};", "- {};", "- {}."]),
        ("asked the ministry to carry out the following tasks:", ["1. {}.", "2. {}.", "3. {}."]),
        ("urged the ministry: First, to", ["{}. Second, to {}. Third, to {}."]),
        ("asked the ministry to act.", ["First, {}. Second, {}. Third, {}."]),
    ],
)
def test_english_lists(asked: str, form: list[str]) -> None:
    small = "First" in asked + form[0]
    texts = [text[0].lower() + text[1:] for text in ENGLISH] if small else ENGLISH
    body = "|".join(form).format(*texts).split("|")
    opening = f"Foreign Minister Tran Van Khai {asked}"
    if len(form) == 1:
        opening, body = f"{opening} {body[0]}", []
    document = Document.of("News of the day", [opening, *body], language="en")
    found = extract(document).tasks
    assert [task.text for task in found][-3:] == texts
    assert {(task.set_by, task.assignee) for task in found} == {("Tran Van Khai", "the ministry")}


def test_what_only_tells_is_no_item_in_english() -> None:
    text = (
        "Foreign Minister Tran Van Khai asked the ministry to act. First, protect it. Second, trade "
        "grew last year."
    )
    found = extract(Document.of("News of the day", [text], language="en")).tasks
    assert "protect it" in [task.text for task in found]
    assert not any("grew" in task.text for task in found)


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "yêu cầu",
                "đề nghị",
                ":",
                ";",
                ".",
                ",",
                "(",
                ")",
                "1.",
                "(1)",
                "(2)",
                "2.",
                "²",
                "①",
            ),
            *("Một là,", "Hai là", "thứ nhất,", "Thứ hai,", "a)", "b)", "đ)", "-", "•", "i)", "/"),
            *("Bộ trưởng Trần Văn Khải", "Bộ Công Thương", "các bộ", "đẩy mạnh", "bảo hộ công dân"),
            *("khi triển khai", "các nhiệm vụ sau:", "và", "to", "first,", "urged", "ministries"),
            *("trước năm 2015", "ban hành", "trong tuần này", "và những năm sau", "grew", "help"),
        ]
    ),
    min_size=1,
    max_size=16,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(
    paragraphs=st.lists(PIECES, min_size=1, max_size=5),
    language=st.sampled_from(["vi", "en"]),
    published=st.sampled_from(["", "2022-02-31", "9999-12-31", "2022-03-01"]),
)
def test_any_list_is_read(paragraphs: list[str], language: str, published: str) -> None:
    document = Document.of(
        "Tin trong ngày", paragraphs, language=language, published=PartialDate.parse(published)
    )
    for task in extract(document).tasks:
        assert task.text.strip(" .:;,")
        assert not document.published.is_after(task.due)
