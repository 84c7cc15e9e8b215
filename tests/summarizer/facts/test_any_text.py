"""Whatever stands in a text, facts point into it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.words.tokens import LONGEST_LINE, lines_of

PIECES = [
    *("-", "–", "?", "“", "”", '"', ",", ":", ";", "(", ")", "…", "và", "của", "với", "giữa", "về"),
    *("nên", "cần", "phải", "hãy", "sẽ", "muốn", "rằng", "để", "theo", "là", "được yêu cầu"),
    *("Hội nghị", "hội nghị thượng đỉnh", "Đối thoại", "các diễn đàn", "lần thứ 3", "G 20", "2019"),
    *("Bộ trưởng", "Bộ", "Thủ tướng", "ông", "Trần Văn Khải", "Wi Sung - rak", "Thorsten", "Anh"),
    *("khẳng định", "đề nghị", "chỉ đạo", "thống nhất", "nhiệm vụ", "tiếp tục", "ngày 5/3", "tại"),
    *("Thưa ông", "ASEAN", "Mỹ - Triều", "trong thời gian tới", "cam kết", "nước", "quý 2/2024"),
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join)
PARAGRAPHS = st.lists(
    st.tuples(SENTENCES, st.sampled_from([".", "?", ""])).map("".join), min_size=1, max_size=5
)


@settings(max_examples=80, deadline=None)
@given(title=SENTENCES, lead=SENTENCES, paragraphs=PARAGRAPHS)
def test_facts_of_any_text_point_into_it(title: str, lead: str, paragraphs: list[str]) -> None:
    document = Document.of(f"Tin {title}", paragraphs, lead=lead, language="vi")
    facts = extract(document)
    places = {-1, -2, *range(len(document.paragraphs))}
    speakers = {speaker.name for speaker in facts.speakers}
    for statement in facts.statements:
        assert statement.paragraph in places
        assert statement.speaker in speakers
        assert statement.conference is None or statement.conference < len(facts.conferences)
    for task in facts.tasks:
        assert task.paragraph in places
        assert task.text
        assert {task.set_by, task.stated_by} <= speakers | {""}
    for conference in facts.conferences:
        assert conference.name
        assert conference.paragraph in places


def test_of_an_endless_sentence_the_beginning_is_read() -> None:
    first = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải đề nghị toàn ngành tiếp tục đổi mới, "
    document = Document.of(
        "Tin", [first + "rà soát Hội nghị cấp cao Á - Phi, " * 2000], language="vi"
    )
    assert all(len(line.text) <= LONGEST_LINE for line in lines_of(document))
    assert [speaker.name for speaker in extract(document).speakers] == ["Trần Văn Khải"]
    assert not lines_of(Document.of("Tin", ["x" * 3 * LONGEST_LINE], language="vi"))[0].text[
        LONGEST_LINE:
    ]


@pytest.mark.parametrize("lead", ["Bộ trưởng Thưa ông", "Thủ tướng,"])
def test_titles_at_the_end_of_a_text(lead):
    assert extract(Document.of("-", ["-."], lead=lead)).statements == ()
