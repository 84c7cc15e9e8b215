"""Tasks as rules and reader see them together; the reader here is told what to say."""

import math

import pytest

from summarizer.document import TITLE, Document
from summarizer.facts import extract, extraction
from summarizer.facts.tasks.tasks import ADDED, KEPT
from summarizer.reading import Reading

DEMAND = "Bộ trưởng Trần Văn Khải yêu cầu các đơn vị hoàn thành nhiệm vụ trước ngày 30-6."
PLAIN = "Hai bên đã trao đổi về tình hình khu vực."
QUIET = "Lực lượng chức năng phải chăng đứng ngoài cuộc là điều dư luận quan tâm."


class Told:
    """Says of each sentence what the test wants, and remembers what it was given."""

    def __init__(self, **scores):
        self.scores, self.passages = scores, []

    def read(self, passages):
        self.passages += passages
        return [
            [Reading(self._score(sentence)) for sentence in passage.sentences]
            for passage in passages
        ]

    def _score(self, sentence):
        fitting = [its for word, its in self.scores.items() if word in sentence]
        return fitting[0] if fitting else -1.0


def tasks(paragraphs, reader=None, title="Tin trong ngày", language="vi"):
    return extract(Document.of(title, paragraphs, language=language), reader).tasks


def test_what_both_see_is_told_as_by_the_rules_alone():
    assert tasks([DEMAND, PLAIN], Told(yêu=3.0)) == tasks([DEMAND, PLAIN])


def test_what_the_reader_finds_very_unlikely_is_no_task():
    assert tasks([DEMAND], Told(yêu=KEPT - 0.1)) == ()
    assert len(tasks([DEMAND], Told(yêu=KEPT + 0.1))) == 1


def test_what_the_reader_is_sure_of_is_a_task():
    assert tasks([PLAIN], Told(trao=ADDED - 0.1)) == ()
    [task] = tasks([PLAIN], Told(trao=ADDED + 0.1))
    assert (task.text, task.paragraph, task.set_by, task.stated_by) == (PLAIN, 0, "", "")
    assert 0.5 < task.confidence < 0.8


def test_a_task_has_no_number_of_its_list():
    [task] = tasks([f"9. {PLAIN}"], Told(trao=ADDED + 0.1))
    assert task.text == PLAIN


def test_a_task_of_the_reader_has_who_states_it_and_until_when():
    said = "Ông Khải nói các tỉnh rồi sẽ thấy lợi ích của tuyến đường đến năm 2030."
    told = Told(tuyến=5.0)
    [task] = [its for its in tasks([f"{DEMAND} {said}"], told) if "tuyến" in its.text]
    assert task.stated_by == "Trần Văn Khải"
    assert str(task.due) == "2030"


def test_a_heading_is_no_task_whatever_the_reader_says():
    assert tasks([DEMAND, "Ý kiến các bên", PLAIN], Told(kiến=9.0)) == tasks([DEMAND, PLAIN])


def test_a_pointer_to_another_article_is_no_task():
    assert tasks([PLAIN, "Xem thêm: Hai bên đã trao đổi."], Told(Xem=9.0)) == ()


def test_a_document_that_demands_is_nobody_who_speaks():
    told = "Nghị quyết đại hội đã nói điều này từ năm ngoái."
    found = tasks([f"{DEMAND} {told}"], Told(Nghị=9.0))
    assert [its.stated_by for its in found if its.text == told] == [""]


def test_the_lines_beyond_the_most_that_are_read_are_left_to_the_rules(monkeypatch):
    monkeypatch.setattr(extraction, "MOST_READ", 2)
    reader = Told(trao=9.0)
    found = tasks([PLAIN, PLAIN, PLAIN, DEMAND], reader)
    assert [its.paragraph for its in found] == [0, 1, 3]
    assert [its.paragraph for its in reader.passages] == [TITLE, 0, 1]


def test_an_article_is_read_in_order_the_title_first():
    reader = Told()
    tasks([f"{DEMAND} {PLAIN}", PLAIN], reader, title="Bộ trưởng họp bàn")
    assert [(its.paragraph, its.sentences) for its in reader.passages] == [
        (TITLE, ("Bộ trưởng họp bàn",)),
        (0, (DEMAND, PLAIN)),
        (1, (PLAIN,)),
    ]


def test_what_is_read_in_the_title_is_told_of_the_title():
    [task] = tasks([PLAIN], Told(bàn=ADDED + 1), title="Bộ trưởng họp bàn")
    assert task.paragraph == TITLE


def test_english_is_left_to_the_rules():
    reader = Told(urged=-9.0)
    text = "Minister Tran Van Khai urged all units to complete the task by June."
    assert tasks([text], reader, title="News", language="en") == tasks(
        [text], title="News", language="en"
    )
    assert reader.passages == []


@pytest.mark.parametrize("score", [-math.inf, -1e9, 1e9])
def test_extreme_scores_do_no_harm(score):
    class Extreme:
        def read(self, passages):
            return [[Reading(score)] * len(its.sentences) for its in passages]

    found = tasks([DEMAND, PLAIN, QUIET], Extreme())
    assert len(found) == (0 if score < 0 else 4)


def test_the_title_of_an_endless_article_is_read_too(monkeypatch):
    monkeypatch.setattr(extraction, "MOST_READ", 2)
    reader = Told(bàn=ADDED + 1)
    found = tasks([PLAIN, PLAIN, PLAIN], reader, title="Bộ trưởng họp bàn")
    assert [its.paragraph for its in reader.passages] == [TITLE, 0, 1]
    assert [its.paragraph for its in found] == [TITLE]
