"""Several askings in one sentence. All names are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.document import Document
from summarizer.facts import Task, extract
from summarizer.text.dates import Basis, PartialDate

LEADER = "Thủ tướng Lê Văn Mẫn"


def asked(text: str, language: str = "vi") -> list[tuple[str, str]]:
    return [(task.assignee, task.text) for task in tasks_of(text, language)]


def tasks_of(text: str, language: str = "vi") -> tuple[Task, ...]:
    document = Document.of("Tin" if language == "vi" else "News", [text], language=language)
    return extract(replace(document, published=PartialDate(2026, 5, 20, Basis.STATED))).tasks


@pytest.mark.parametrize(
    "joint", [" và yêu cầu", ", đồng thời giao", "; đề nghị", ", cũng yêu cầu"]
)
def test_another_body_is_asked_for_something_else(joint: str) -> None:
    text = f"{LEADER} đề nghị Bộ Ngoại giao rà soát thỏa thuận{joint} Bộ Công Thương lập kế hoạch."
    assert asked(text) == [
        ("Bộ Ngoại giao", "rà soát thỏa thuận"),
        ("Bộ Công Thương", "lập kế hoạch"),
    ]


def test_each_has_its_own_term() -> None:
    first, second = tasks_of(
        f"{LEADER} yêu cầu Bộ Ngoại giao rà soát các thỏa thuận với Lào, đồng thời giao Bộ Công "
        "Thương xây dựng kế hoạch trước ngày 30/6."
    )
    assert not first.due.known
    assert (second.due.month, second.due.day) == (6, 30)
    assert {first.set_by, second.set_by} == {"Lê Văn Mẫn"}


@pytest.mark.parametrize(
    "text",
    [
        # nobody with a name is asked anew
        f"{LEADER} yêu cầu Bộ Ngoại giao rà soát thỏa thuận và đề nghị cấp thêm kinh phí.",
        # a request is a noun as well
        f"{LEADER} yêu cầu Bộ Ngoại giao tổng hợp báo cáo, đề nghị của Bộ Công Thương.",
        # what is quoted is not told by whoever quotes it
        f"{LEADER} yêu cầu Bộ Ngoại giao làm rõ câu “và giao Bộ Công Thương làm” trong văn bản.",
    ],
)
def test_one_asking_stays_whole(text: str) -> None:
    assert len(asked(text)) == 1


def test_in_english() -> None:
    text = (
        "Prime Minister Le Van Man asked the Ministry of Finance to provide funds for the fair, "
        "and requested the Ministry of Industry and Trade to draft a plan."
    )
    assert asked(text, "en") == [
        ("the Ministry of Finance", "provide funds for the fair"),
        ("the Ministry of Industry and Trade", "draft a plan"),
    ]
