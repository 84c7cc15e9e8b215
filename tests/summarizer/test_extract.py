"""Extracts: length, order, redundancy, dependence, scopes."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import summarize
from summarizer.document import LEAD, Document, Sentence
from summarizer.extract import extract, extract_many, scoped, shorten
from summarizer.text.dates import PartialDate
from summarizer.text.folding import words


def document(title, *texts, lead="", language="vi"):
    sentences = [lead, *texts] if lead else list(texts)
    first = LEAD if lead else 0
    return Document(
        title=title,
        lead=lead,
        paragraphs=tuple(texts),
        sentences=tuple(Sentence(n, n + first, text) for n, text in enumerate(sentences)),
        language=language,
    )


BRIDGE = document(
    "Kiên Hà mở lại cầu phao sông Kiên",
    "Tỉnh Kiên Hà mở lại cầu phao qua sông Kiên từ ngày 3 tháng 9 năm 2024.",
    "Theo đó, xe tải trên mười tấn vẫn phải đi vòng qua cầu Hạ Lâm.",
    "Chợ nổi bên bờ tây cũng họp trở lại với hơn hai trăm thuyền buôn.",
    "Ông cho rằng cầu phao sẽ giúp học sinh bớt một giờ đi đường mỗi ngày.",
    "Bà Đỗ Thị Mẫn, Phó Chủ tịch tỉnh, yêu cầu kiểm tra cầu phao mỗi tuần một lần.",
    "Cầu phao sông Kiên được tỉnh Kiên Hà mở lại từ ngày 3 tháng 9 năm 2024.",
)


def positions(summary):
    return [sentence.position for sentence in summary.sentences]


def test_the_extract_stands_in_the_order_of_the_article():
    found = extract(BRIDGE, 3)
    assert positions(found) == sorted(positions(found))
    assert found.method == "extract"
    for sentence in found.sentences:
        assert sentence.text == BRIDGE.sentences[sentence.position].text
        assert 0 <= sentence.score <= 1


def test_a_sentence_said_twice_is_taken_once():
    found = positions(extract(BRIDGE, 6))
    assert 0 in found
    assert 5 not in found


def test_sentences_that_lean_on_another_wait():
    assert 3 not in positions(extract(BRIDGE, 4))
    leaning = document("x", "Ngoài ra, cầu còn hẹp.", "Tuy nhiên, phà đã chạy.")
    assert len(extract(leaning, 1).sentences) == 1


def test_a_leaning_sentence_is_free_once_its_antecedent_is_taken():
    pair = document(
        "Cầu phao",
        "Cầu phao sông Kiên mở lại.",
        "Theo đó, cầu phao sông Kiên chỉ dành cho xe máy và người đi bộ qua cầu.",
        "Gió mùa về sớm.",
    )
    assert positions(extract(pair, 2)) == [0, 1]


def test_the_lead_is_part_of_the_text():
    found = extract(document("x", "Câu hai.", lead="Câu một."), 5)
    assert [s.paragraph for s in found.sentences] == [LEAD, 0]


def test_length_in_characters_is_kept():
    for characters in (10, 60, 150, 300, 10_000):
        found = extract(BRIDGE, None, characters)
        assert found.sentences
        assert len(found.text) <= characters
    assert extract(BRIDGE, None, 40).text.endswith("…")
    assert len(extract(BRIDGE, 1, 10_000).sentences) == 1


@pytest.mark.parametrize("limits", [(0, None), (3, 0), (-1, 5), (None, None)])
def test_a_length_that_is_none(limits):
    with pytest.raises(ValueError, match=r"at least 1|needs a length"):
        extract(BRIDGE, *limits)


def test_nothing_to_summarise():
    assert extract(document("x"), 3).sentences == ()
    assert extract_many([], 3).sentences == ()
    assert scoped(BRIDGE, [99], 3).text == ""


def test_several_articles_keep_their_index_and_fold_duplicates():
    other = document(
        "Cầu phao sông Kiên mở lại",
        "Tỉnh Kiên Hà mở lại cầu phao qua sông Kiên từ ngày 3 tháng 9 năm 2024.",
        "Sở Giao thông đề nghị người dân không dừng xe trên cầu phao.",
    )
    found = extract_many([BRIDGE, other], 4)
    texts = [s.text for s in found.sentences]
    assert len(set(texts)) == len(texts) == 4
    shared = next(s for s in found.sentences if s.text == other.sentences[0].text)
    assert {shared.article, *shared.also_in} == {0, 1}
    assert [(s.article, s.position) for s in found.sentences] == sorted(
        (s.article, s.position) for s in found.sentences
    )
    for sentence in found.sentences:
        source = (BRIDGE, other)[sentence.article]
        assert source.sentences[sentence.position].text == sentence.text


def test_a_scope_is_never_left():
    assert set(positions(scoped(BRIDGE, {2, 3, 4}, 5))) == {2, 3, 4}
    found = scoped([BRIDGE, BRIDGE], {(0, 4), (1, 2)}, 5)
    assert [(s.article, s.position) for s in found.sentences] == [(0, 4), (1, 2)]


def test_a_query_is_a_scope():
    found = scoped(BRIDGE, None, 5, query="chợ nổi")
    assert positions(found) == [2]
    assert set(positions(scoped(BRIDGE, {0, 2, 5}, 5, query="cau phao"))) <= {0, 5}
    assert scoped(BRIDGE, None, 5, query="tàu vũ trụ").sentences == ()
    found = scoped([BRIDGE, BRIDGE], None, 5, query="chợ nổi")
    assert [(s.article, s.position, s.also_in) for s in found.sentences] == [(0, 2, (1,))]


def test_a_period_is_a_scope_and_an_uncertain_date_is_outside():
    def published(*parts):
        return replace(BRIDGE, published=PartialDate(*parts))

    dated = [published(2024, 9, 3), published(2024, 9, 9), published(2024, 9), BRIDGE]
    found = scoped(dated, None, 9, since=date(2024, 9, 4))
    assert {s.article for s in found.sentences} == {1}
    found = scoped(dated, None, 9, since=date(2024, 9, 1), until=date(2024, 9, 3))
    assert {s.article for s in found.sentences} == {0}
    with pytest.raises(ValueError, match=r"ends .* before it begins"):
        scoped(BRIDGE, None, since=date(2024, 9, 2), until=date(2024, 9, 1))
    with pytest.raises(ValueError, match="needs a scope"):
        scoped(BRIDGE)


NAMELESS = document(
    "Lê Mẫn: cầu phao giúp học sinh",
    "Giám đốc Lê Mẫn đến thăm trường.",
    "Gió mùa về sớm.",
    "Ông cho rằng cầu phao sẽ giúp học sinh.",
)


def test_a_nameless_sentence_is_mended_with_the_name_in_brackets():
    found = scoped(NAMELESS, {1, 2}, 1, antecedents={2: "Lê Mẫn"})
    (sentence,) = found.sentences
    assert sentence.text == NAMELESS.sentences[2].text
    assert sentence.shown == "[Lê Mẫn] Ông cho rằng cầu phao sẽ giúp học sinh."
    assert found.shown == sentence.shown
    assert found.text == sentence.text
    # Without a name it waits.
    assert positions(scoped(NAMELESS, {1, 2}, 1)) == [1]


def test_no_brackets_where_the_sentence_before_is_there_or_a_name_is():
    whole = extract(NAMELESS, 3, antecedents={0: "Lê Mẫn", 1: "Lê Mẫn", 2: "Lê Mẫn"})
    assert whole.shown == whole.text
    found = extract_many(
        [BRIDGE, NAMELESS], 9, antecedents={(1, 2): "Lê Mẫn", (0, 3): " ", (0, 0): "Ai"}
    )
    shown = [s.shown for s in found.sentences if s.antecedent]
    assert all(text.startswith("[Lê Mẫn] Ông") for text in shown)


def test_brackets_count_in_the_length():
    text = NAMELESS.sentences[2].text
    for characters in range(20, 80):
        found = scoped(NAMELESS, {2}, 1, characters, antecedents={2: "Giám đốc Lê Mẫn"})
        assert len(found.shown) <= characters
    assert scoped(NAMELESS, {2}, 1, len(text)).text == text


def test_a_length_in_words():
    found = extract_many([BRIDGE, BRIDGE], None, words=20)
    counts = [len(words(s.text)) for s in found.sentences]
    assert sum(counts) >= 20 > sum(counts) - max(counts)
    with pytest.raises(ValueError, match="words must be at least 1"):
        extract_many([BRIDGE], None, words=0)


def test_english():
    text = document(
        "River ferry returns",
        "The river ferry between Kien Ha and Ha Lam returns on 3 September.",
        "However, heavy lorries must still take the long way round.",
        "The province asked the ferry company to check each boat every week.",
        language="en",
    )
    assert positions(extract(text, 2)) == [0, 2]


def test_the_face_takes_one_or_several():
    assert summarize(BRIDGE, 2) == extract(BRIDGE, 2)
    assert summarize([BRIDGE], 2) == extract(BRIDGE, 2)
    assert summarize([BRIDGE, BRIDGE], 2) == extract_many([BRIDGE, BRIDGE], 2)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text(max_size=30), max_size=8),
    count=st.integers(1, 9),
    characters=st.none() | st.integers(1, 100),
)
def test_any_text_gives_its_own_sentences_in_order(texts, count, characters):
    source = document("tiêu đề", *texts)
    found = extract(source, count, characters)
    assert len(found.sentences) <= count
    assert positions(found) == sorted(set(positions(found)))
    assert bool(found.sentences) == bool(texts)
    if characters is None:
        assert all(source.sentences[s.position].text == s.text for s in found.sentences)
    else:
        assert len(found.text) <= characters


def test_shorten():
    assert shorten("một hai ba", 10) == "một hai ba"
    assert shorten("một hai, ba bốn", 11) == "một hai…"
    assert shorten("mộthaiba", 4) == "một…"
    assert shorten("mộthaiba", 1) == "…"


def test_five_thousand_sentences_take_seconds_not_minutes():
    texts = [f"Câu thứ {n} kể chuyện {n % 97} của làng {n % 53} bên sông." for n in range(6000)]
    started = time.perf_counter()
    extract(document("Chuyện làng", *texts), 10)
    extract_many([document("Chuyện", *texts[:3000]), document("Làng", *texts[3000:])], 10)
    assert time.perf_counter() - started < 10
