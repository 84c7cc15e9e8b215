"""English goes through every feature as Vietnamese does; what is chosen of it stands alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.dependence import leaning_of
from summarizer.document import Document, Sentence
from summarizer.extract import extract, extract_many, scoped
from summarizer.features import FEATURES, measure
from summarizer.hub import source_of
from summarizer.occasion import aspects
from summarizer.support import unsupported
from summarizer.vectors import tokens

OPENING = {
    "en": "The ferry across the river was opened again with a feast of the ten villages.",
    "vi": "Bến phà qua sông được mở lại với lễ hội của mười làng ven bờ.",
}
TITLE = {"en": "The ferry opens again", "vi": "Bến phà mở lại"}


def document(language, *texts):
    texts = (OPENING[language], *texts)
    return Document(
        title=TITLE[language],
        paragraphs=texts,
        sentences=tuple(Sentence(n, n, text) for n, text in enumerate(texts)),
        language=language,
    )


def features(language, text):
    found = document(language, text)
    table = measure(found, found.sentences, [tokens(each.text) for each in found.sentences])
    return dict(zip(FEATURES, table[1].tolist(), strict=True))


WITH_AND_WITHOUT = [
    ("title", "en", "The ferry runs.", "Rice is cheap."),
    ("title", "vi", "Bến phà chạy.", "Gạo rất rẻ."),
    ("title_share", "en", "It opens again.", "Rice is cheap."),
    ("title_share", "vi", "Nay mở lại.", "Gạo rất rẻ."),
    ("lead", "en", "Ten villages feast.", "Rice is cheap."),
    ("lead", "vi", "Mười làng mở lễ hội.", "Gạo rất rẻ."),
    ("names", "en", "They met in Kien Ha.", "They met in town."),
    ("names", "vi", "Họ gặp nhau ở Kiên Hà.", "Họ gặp nhau ở tỉnh."),
    ("figures", "en", "It cost 1,250 dong.", "It cost much."),
    ("figures", "vi", "Phà tốn 1.250 đồng.", "Phà tốn nhiều."),
    ("when", "en", "It ran on Monday.", "It ran often."),
    ("when", "vi", "Phà chạy sáng nay.", "Phà chạy luôn."),
    ("where", "en", "They met in Kien Ha.", "They met in silence."),
    ("where", "vi", "Họ gặp nhau tại Kiên Hà.", "Họ gặp nhau tại hội nghị."),
    ("quotation", "en", "“The ferry is ours,” people say.", "People like it."),
    ("quotation", "vi", "“Phà là của ta”, người dân nói.", "Người dân thích phà."),
    ("speech", "en", "The pilot said so.", "The pilot slept."),
    ("speech", "vi", "Người lái cho biết vậy.", "Người lái đã ngủ."),
    ("task", "en", "The villages must pay.", "The villages paid."),
    ("task", "vi", "Các làng phải trả tiền.", "Các làng đã trả tiền."),
    ("spoken", "en", "We paid for it.", "They paid for it."),
    ("spoken", "vi", "Chúng tôi đã trả tiền.", "Các làng đã trả tiền."),
    ("opener", "en", "However, the ferry is slow.", "The ferry is slow."),
    ("opener", "vi", "Tuy nhiên, phà chạy chậm.", "Phà chạy chậm."),
    ("nameless", "en", "He said that the ferry is slow.", "Doe said that the ferry is slow."),
    ("nameless", "vi", "Ông nói phà chạy chậm.", "Ông Mẫn nói phà chạy chậm."),
    ("question", "en", "Is the ferry slow?", "The ferry is slow."),
    ("question", "vi", "Phà có chậm không?", "Phà chạy chậm."),
    ("unfinished", "en", "The ferry is", "The ferry is slow."),
    ("unfinished", "vi", "Phà chạy", "Phà chạy chậm."),
    ("stub", "en", "The ferry is slow.", "The ferry across the river is slow in the wind."),
    ("stub", "vi", "Phà chạy chậm.", "Phà qua sông chạy chậm khi có gió mùa."),
]


@pytest.mark.parametrize(("feature", "language", "having", "lacking"), WITH_AND_WITHOUT)
def test_a_feature_shows_where_it_is_and_only_there(feature, language, having, lacking):
    assert features(language, having)[feature] > features(language, lacking)[feature]
    assert features(language, lacking)[feature] == 0 or feature == "lead"


def test_both_languages_have_every_feature_that_shows_in_wording():
    shown = {
        language: {name for name, its, _, _ in WITH_AND_WITHOUT if its == language}
        for language in ("en", "vi")
    }
    assert shown["en"] == shown["vi"]
    by_place_or_length = {"first", "early", "depth", "centre", "length", "length_squared", "long"}
    assert shown["en"] | by_place_or_length == set(FEATURES)


LEANING = [
    "He said that the toll would stay.",
    "According to this plan, the toll would stay.",
    "However, the toll would stay in Kien Ha.",
    "In an interview on Monday, she said that the toll would stay.",
    "Second, the toll should stay.",
    "This is what the villages asked for.",
]


@pytest.mark.parametrize("leaning", LEANING)
def test_what_leans_is_not_chosen_without_the_one_before(leaning):
    texts = (
        "Kien Ha has ten villages with a ferry of their own.",
        "Director Helen Doe spoke to the ten villages about the ferry in Kien Ha.",
        leaning,
        "The ferry carries two hundred people across the river every day.",
    )
    found = document("en", *texts)
    for length in (1, 2, 3, 4):
        chosen = {each.position for each in extract(found, length).sentences}
        assert 3 not in chosen or 2 in chosen
        chosen = {each.position for each in extract_many([found, found], length).sentences}
        assert 3 not in chosen or 2 in chosen
    named = scoped(found, {3}, 1, antecedents={3: "Helen Doe"}).sentences[0]
    assert named.shown in {leaning, f"[Helen Doe] {leaning}"}
    assert (named.shown != leaning) == (leaning_of(leaning, "en") in {"nameless", "pointer"})


def test_who_when_and_where_are_seen():
    text = "Minister Tran Van Khanh spoke in Kien Ha on 3 September."
    assert aspects(text, "en") == {"who", "when", "where"}


PIECES = st.sampled_from(
    [
        *LEANING,
        "Minister Tran Van Khanh spoke in Kien Ha on 3 September 2031.",
        "“We need 12.5 percent more,” she said.",
        "Dr. Doe paid US$1.5 million to the U.N. ferry fund.",
        "Why?",
        "The ferry carries two hundred people.",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=12), st.integers(1, 5))
def test_an_extract_says_nothing_that_is_not_in_its_source(pieces, length):
    found = document("en", *pieces)
    summary = extract(found, length)
    assert 1 <= len(summary.sentences) <= length
    assert [each.position for each in summary.sentences] == sorted(
        {each.position for each in summary.sentences}
    )
    assert unsupported(summary.text, source_of(found), "en") == ()
