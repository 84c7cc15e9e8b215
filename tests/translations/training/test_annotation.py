import random

from translations.engine import Direction
from translations.terminology import Glossary
from translations.training.annotation import Span, annotate, find_spans
from translations.training.corpus import Pair

MARKERS = ("<t>", "<tr>", "</t>")
SOURCE = "Bộ Ngoại giao cho biết ông Nguyễn Văn Thử đã đến."


def test_only_terms_that_stand_in_the_target_are_found():
    glossary = Glossary.load()
    target = "The Ministry of Foreign Affairs said that Nguyen Van Thu had arrived."
    spans = find_spans(Pair(SOURCE, target), glossary, Direction.VI_EN)
    assert [(SOURCE[s.start : s.end], s.target) for s in spans] == [
        ("Bộ Ngoại giao", "Ministry of Foreign Affairs"),
        ("Nguyễn Văn Thử", "Nguyen Van Thu"),
    ]
    assert find_spans(Pair(SOURCE, "He came."), glossary, Direction.VI_EN) == []


def test_the_other_direction_wants_the_vietnamese():
    glossary = Glossary.load()
    english = "The Ministry of Foreign Affairs said so."
    pair = Pair("Bộ Ngoại giao cho biết như vậy.", english)
    [span] = find_spans(pair, glossary, Direction.EN_VI)
    assert (english[span.start : span.end], span.target) == (
        "Ministry of Foreign Affairs", "Bộ Ngoại giao",
    )  # fmt: skip


def test_annotated_sources_keep_their_text():
    spans = [Span(0, 13, "Ministry of Foreign Affairs"), Span(27, 41, "Nguyen Van Thu")]
    seen = set()
    for seed in range(40):
        text = annotate(SOURCE, spans, MARKERS, random.Random(seed))
        bare = text
        for span in spans:
            source = SOURCE[span.start : span.end]
            bare = bare.replace(f"<t> {source} <tr> {span.target} </t>", source)
        assert bare == SOURCE
        seen.add(text.count("<t>"))
    assert seen == {0, 1, 2}
