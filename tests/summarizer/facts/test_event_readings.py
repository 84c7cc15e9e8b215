"""Names of meetings that only the reader sees; the reader here is told what to say."""

import re

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.event_readings import NAMED
from summarizer.reading import Name, Reading

LOOSE = "cuộc họp rà soát tiến độ trồng rừng"


class Points:
    """Says that a wording is the name of a meeting."""

    def __init__(self, wording, probability=0.99):
        self.wording, self.probability = wording, probability

    def read(self, passages):
        return [[self._reading(text) for text in passage.sentences] for passage in passages]

    def _reading(self, text):
        places = re.finditer(re.escape(self.wording), text)
        return Reading(-1.0, tuple(Name(*its.span(), self.probability) for its in places))


def names(text, reader=None):
    document = Document.of("Tin trong ngày", [text], language="vi")
    return [conference.name for conference in extract(document, reader).conferences]


TEXT = f"Ông Khải nhắc lại {LOOSE}."


def test_a_name_that_no_rule_has_cut_is_taken_where_the_reader_is_sure():
    assert names(TEXT) == []
    assert names(TEXT, Points(LOOSE)) == [LOOSE]
    assert LOOSE not in names(TEXT, Points(LOOSE, NAMED - 0.01))


def test_a_name_of_the_rules_stays_as_they_cut_it():
    text = "Diễn đàn Biển xanh lần thứ 3 khai mạc sáng 5-6 tại Hà Nội."
    assert names(text, Points("Diễn đàn Biển")) == names(text) == ["Diễn đàn Biển xanh lần thứ 3"]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("Các bên nhắc đến nghị quyết nhiều lần trong ngày.", "nhắc đến nghị quyết nhiều"),
        ("Ông từng dự các hội nghị quốc tế thường niên lớn.", "hội nghị quốc tế thường niên lớn"),
        ("Trung ương họp bàn về công tác năm tới.", "ương họp bàn về công tác"),
        ("Ông dự hội nghị ấy.", "hội nghị"),
        ("… – “ ” …", "– “ ”"),
    ],
)
def test_what_is_no_name_of_one_meeting_is_not_taken(text, wording):
    assert names(text, Points(wording)) == names(text)


def test_marks_that_opened_before_the_name_do_not_close_it():
    text = f"Ông nhắc lại “{LOOSE}” hôm trước."
    assert names(text, Points(f"{LOOSE}”")) == [LOOSE]
