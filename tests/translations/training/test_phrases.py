import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations.engine import TranslationError
from translations.training.annotation import Span
from translations.training.phrases import KEPT, LONGEST, align, find_dull, find_phrases, words

SOURCE = "Đoàn đại biểu đã thảo luận kế hoạch hợp tác."
TARGET = "The delegation discussed the cooperation plan."
LINKS = [(0, 1), (4, 2), (5, 2), (6, 5), (7, 5), (8, 4), (9, 4), (10, 6)]


def found(links, seeds=60, taken=()):
    return {
        (SOURCE[s.start : s.end], s.target)
        for seed in range(seeds)
        for s in find_phrases(SOURCE, TARGET, links, random.Random(seed), taken)
    }


def test_phrases_lead_into_each_other():
    phrases = found(LINKS)
    assert ("thảo luận", "discussed") in phrases
    assert ("kế hoạch hợp tác", "cooperation plan") in phrases
    assert ("hợp tác", "cooperation") in phrases


def test_half_of_what_a_word_stands_for_is_no_phrase():
    assert not {text for text, _ in found(LINKS)} & {"thảo", "luận", "kế", "hoạch", "hoạch hợp tác"}


def test_signs_and_particles_are_no_phrases():
    assert found([(10, 6)]) == set()
    assert found([(3, 0)]) == set()


def test_no_phrase_begins_or_ends_with_a_dull_word():
    sentences = ["the plan of the year"] * 40 + ["delegation"]
    dull = find_dull(sentences)
    assert dull == {"the", "plan", "of", "year"}
    spans = find_phrases(SOURCE, TARGET, [(8, 4)], random.Random(1), (), {"cooperation"})
    assert spans == []


def test_terms_are_left_alone():
    taken = [Span(28, 43, "cooperation plan")]
    assert all("hợp tác" not in text for text, _ in found(LINKS, taken=taken))


@given(
    st.lists(st.tuples(st.integers(0, 10), st.integers(0, 6)), max_size=12, unique=True),
    st.integers(0, 99),
)
@settings(max_examples=60)
def test_whatever_the_links_phrases_are_whole_words_and_apart(links, seed):
    spans = find_phrases(SOURCE, TARGET, links, random.Random(seed))
    assert len(spans) <= KEPT
    begins = {m.start() for m in words(SOURCE)}
    ends = {m.end() for m in words(SOURCE)}
    at = 0
    for span in spans:
        assert span.start >= at
        assert span.start in begins
        assert span.end in ends
        assert span.target in TARGET
        assert len(words(span.target)) <= LONGEST
        at = span.end


def test_a_missing_aligner_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "eflomal", None)
    with pytest.raises(TranslationError, match="aligner") as caught:
        align([("một", "one")])
    assert "eflomal" in caught.value.advice


def test_the_aligner_finds_what_goes_with_what():
    pytest.importorskip("eflomal", reason="needs the aligner")
    lexicon = {"hội nghị": "conference", "hòa bình": "peace", "hợp tác": "cooperation"}
    chance = random.Random(1)
    pairs = []
    for _ in range(200):
        drawn = chance.sample(sorted(lexicon), 2)
        pairs.append((" ".join(drawn), " ".join(lexicon[word] for word in drawn)))
    right = 0
    for (source, target), links in zip(pairs, align(pairs), strict=True):
        ours, theirs = source.split(), target.split()
        right += all(theirs[j] in lexicon.get(" ".join(ours[i // 2 * 2 : i // 2 * 2 + 2]), "")
                     for i, j in links)  # fmt: skip
    # the aligner samples: now and then a fifth of so few pairs is linked otherwise
    assert right > 140
