"""Headlines that name nobody who speaks. All names are invented."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Facts, extract

MINISTER = "Bộ trưởng Bộ Công an Trần Văn Bình"
TOLD = f"{MINISTER} hôm nay dự lễ khai mạc. Ông cho biết công việc tiến triển tốt."
TITLE = -1


def read(title: str, *paragraphs: str, language: str = "vi") -> Facts:
    return extract(Document.of(title, paragraphs, language=language))


def of_title(facts: Facts) -> list[str]:
    return [said.speaker for said in facts.statements if said.sentence == TITLE]


@pytest.mark.parametrize("asked", ["Bộ Công an", "Bộ trưởng Bộ Công an", "Bộ Tài chính"])
@pytest.mark.parametrize("verb", ["Đề nghị", "Yêu cầu", "Kiến nghị", "Giao"])
def test_a_headline_without_a_subject_is_said_by_nobody(verb: str, asked: str) -> None:
    facts = read(f"{verb} {asked} hỗ trợ các địa phương biên giới", TOLD)
    assert of_title(facts) == []
    assert {(task.set_by, task.stated_by, task.assignee) for task in facts.tasks} == {
        ("", "", asked)
    }


def test_a_headline_with_a_subject_is_said_by_it() -> None:
    facts = read("Bộ trưởng Trần Văn Bình đề nghị Bộ Tài chính hỗ trợ các địa phương", TOLD)
    assert of_title(facts) == ["Trần Văn Bình"]
    assert [task.set_by for task in facts.tasks] == ["Trần Văn Bình"]


def test_what_the_body_ends_with_is_not_between_a_statement_and_the_headline() -> None:
    title = "Bộ trưởng Trần Văn Bình nói công việc tiến triển tốt"
    facts = read(title, TOLD, "Thương mại là động lực của các nước trong khu vực.")
    assert (1, "Trần Văn Bình") not in {(s.paragraph, s.speaker) for s in facts.statements}


@pytest.mark.parametrize(
    ("asked", "setter"), [("Bộ Công an", ""), ("Bộ Tài chính", "Trần Văn Bình")]
)
def test_nobody_asks_his_own_ministry_without_being_named(asked: str, setter: str) -> None:
    facts = read("Tin trong ngày", TOLD, f"Đề nghị {asked} hỗ trợ các địa phương biên giới.")
    [task] = facts.tasks
    assert (task.set_by, task.assignee) == (setter, asked)


def test_who_is_asked_in_an_english_headline_does_not_ask() -> None:
    told = "Minister of Finance Tran Van Binh said today that the work is going well."
    facts = read("Ministry of Finance urged to support provinces", told, language="en")
    assert of_title(facts) == []
    facts = read("Ministry of Finance urges banks to support provinces", told, language="en")
    assert of_title(facts) == ["Ministry of Finance"]
