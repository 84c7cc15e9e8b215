"""Quotations of several sentences: which of them do not say whose words they are."""

import pytest

from summarizer.document import Document, Sentence
from summarizer.extract import extract
from summarizer.quotations import may_be_unattributed, unattributed
from summarizer.ranking import rank


def sentences(*paragraphs):
    texts = [(at, text) for at, texts in enumerate(paragraphs) for text in texts]
    return [Sentence(n, at, text) for n, (at, text) in enumerate(texts)]


BEFORE = "Thủ tướng Lê Văn Mẫn phát biểu tại hội nghị về cầu phao sông Kiên sáng 7/1."
FIRST = "“Không sợ mất uy tín của ngành đường sông."
SECOND = "Chúng ta phải làm cầu phao thật chắc."
LAST = "Làm tốt chính là để giữ uy tín”, Thủ tướng nói."
QUOTED = (FIRST, SECOND, LAST)


def test_the_last_sentence_tells_whose_the_first_ones_are():
    assert unattributed(sentences((BEFORE,), QUOTED)) == {1: True, 2: True}


def test_the_sentence_before_tells_it():
    said = ("Thủ tướng nói: “Không sợ mất uy tín.", SECOND, "Cầu phao sẽ giữ được mười năm.”")
    assert unattributed(sentences(said)) == {1: False, 2: False}


def test_nobody_tells_it():
    assert unattributed(sentences((f"{FIRST}”",))) == {0: False}


@pytest.mark.parametrize("opening", ["“", '"', '" ', "«"])
def test_marks_of_every_kind(opening):
    closing = {"“": "”", '"': '"', '" ': ' "', "«": "»"}[opening]
    said = (
        f"{opening}Không sợ mất uy tín của ngành.",
        f"Chúng ta phải làm thật tốt{closing}, ông Mẫn nói.",
    )
    assert unattributed(sentences(said)) == {0: True}


def test_a_missing_mark_does_no_harm_beyond_its_paragraph():
    open_ = ("Ông gọi đó là “một bước tiến lớn của hai nước.", SECOND)
    assert unattributed(sentences(open_, (BEFORE,), (SECOND,))) == {1: False}


@pytest.mark.parametrize(
    "text",
    [
        "“Cầu phao sẽ mở lại”, Thủ tướng Lê Văn Mẫn nói.",
        "Theo Thủ tướng, “cầu phao sẽ mở lại trong tháng 9”.",
        "“Cầu phao sông Kiên”.",
        "Lễ khởi công cầu “Hữu nghị” và “Kiên Hà” diễn ra sáng 7/1.",
        BEFORE,
        "",
    ],
)
def test_what_says_whose_it_is_or_is_a_name(text):
    assert unattributed(sentences((text,))) == {}


def test_a_sentence_by_itself():
    assert may_be_unattributed(FIRST)
    assert may_be_unattributed(SECOND)
    assert may_be_unattributed("Cầu phao sẽ giữ được mười năm.”")
    assert not may_be_unattributed(LAST)
    assert not may_be_unattributed("Thủ tướng nói: “Không sợ mất uy tín.")
    assert not may_be_unattributed("Đúng vậy.”")


def document(*paragraphs, language="vi"):
    return Document(
        title="Không sợ mất uy tín của ngành đường sông",
        paragraphs=tuple(" ".join(texts) for texts in paragraphs),
        sentences=tuple(sentences(*paragraphs)),
        language=language,
    )


OTHER = ("Cầu dài 200 m.",), ("Chợ nổi họp mỗi sáng.",), ("Trời hôm ấy mát.",)


def test_a_quotation_is_not_shown_without_its_speaker():
    article = document((BEFORE,), QUOTED, *OTHER)
    assert rank([article]).told_by(1) == 2
    for count in range(1, 5):
        chosen = {sentence.position for sentence in extract(article, count).sentences}
        assert 1 not in chosen or {2, 3} <= chosen or {0, 1, 2} <= chosen
        assert 2 not in chosen or 3 in chosen


def test_it_is_shown_with_his_name_where_that_is_known():
    article = document((BEFORE,), QUOTED, *OTHER)
    [one] = extract(article, 1, antecedents={1: "Lê Văn Mẫn"}).sentences
    assert one.shown == f"[Lê Văn Mẫn] {FIRST}"
    shown = [each.shown for each in extract(article, 7, antecedents={2: "Lê Văn Mẫn"}).sentences]
    assert SECOND in shown


def test_where_nothing_else_is_left_it_is_told_all_the_same():
    assert len(extract(document((f"{FIRST}”",)), 1).sentences) == 1


def test_english():
    article = document(
        ("Prime Minister Le Man spoke about the bridge in Hanoi on 7 January.",),
        ("“We must not be afraid of losing our reputation.", "We must do it well,” he said."),
        ("The market is open.",),
        language="en",
    )
    chosen = {sentence.position for sentence in extract(article, 2).sentences}
    assert 1 not in chosen or 2 in chosen
