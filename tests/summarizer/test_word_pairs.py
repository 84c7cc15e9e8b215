"""Pairs of words and what they tell, by hand; filling a length with them."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.extract import extract_many
from summarizer.learning.corpus import document_of
from summarizer.ranking import rank
from summarizer.vectors import tokens
from summarizer.weights import Weights
from summarizer.word_pairs import PAIR_FEATURES, Coverage, WordPairs, measure_pairs

TEXTS = [["a", "b", "c", "a", "b"], ["x"], [], ["b", "c", "d"]]


def test_pairs_by_hand():
    pairs = WordPairs.of(TEXTS)
    assert pairs.numbers == {("a", "b"): 0, ("b", "c"): 1, ("c", "a"): 2, ("c", "d"): 3}
    assert [each.tolist() for each in pairs.sequences] == [[0, 1, 2, 0], [], [], [1, 3]]
    assert pairs.words.tolist() == [5, 1, 0, 3]
    # Each pair once a sentence.
    assert pairs.sums(np.array([1.0, 10, 100, 1000])).tolist() == [111, 0, 0, 1010]


def test_features_of_pairs_by_hand():
    pairs = WordPairs.of([["a", "b"], ["b", "c"], ["b", "c"]])
    table = np.array([[0.1], [0.2], [0.3]])
    # The second article begins with "b c", the first has it two sentences from its beginning.
    titles = [["a", "b"], ["z", "b"]]
    subject = np.array([1.0, 0.2, 0.6])
    found = measure_pairs(pairs, [4, 4, 7], [0, 2, 0], titles, subject, table)
    of = {name: found[:, n].tolist() for n, name in enumerate((*PAIR_FEATURES, "own"))}
    assert of["near"] == [1, 1]
    assert of["near_all"] == pytest.approx([1 / 2, (1 + math.exp(-2 / 5)) / 2])
    assert of["articles"] == [1 / 2, 1]
    assert of["shared_pair"] == [0, 1]
    assert of["count"] == [1 / 8, 2 / 8]
    assert of["in_title"] == [1, 0]
    assert of["on_subject"] == pytest.approx([1, 0.4])
    assert of["on_subject_best"] == [1, 0.6]
    # The sentence nearest to a beginning lends its features.
    assert of["own"] == [0.1, 0.3]
    assert measure_pairs(WordPairs.of([]), [], [], [], np.zeros(0), np.zeros((0, 1))).shape == (
        0,
        len(PAIR_FEATURES) + 1,
    )


def test_coverage_by_hand():
    coverage = Coverage(WordPairs.of(TEXTS), np.array([0.1, 0.2, 0.3, 0.4]))
    # "b c" is told by both and counts once.
    assert coverage.of([0, 3]) == pytest.approx(1.0)
    # Of six words the last is the first of the last sentence: no pair of that one.
    assert coverage.of([0, 3], 6) == pytest.approx(0.6)
    assert coverage.of([0, 3], 7) == pytest.approx(0.6)
    assert coverage.of([0, 3], 8) == pytest.approx(1.0)
    assert coverage.of([0, 3], 1) == 0
    told = np.array([False, True, False, False])
    assert coverage.worths(told) == pytest.approx([0.2 / 5**0.85, 0, 0, 0.2 / 3**0.85])


def documents(*articles):
    return [document_of("", list(texts)) for texts in articles]


ONE = [
    "Tỉnh Kiên Hà mở lại cầu phao sông Kiên.",
    "Xe tải trên mười tấn vẫn đi vòng qua cầu Hạ Lâm.",
    "Tuy nhiên, thuyền lớn phải chờ ở bến phía đông đến hết tháng sau.",
]
TWO = ["Cầu phao sông Kiên thông xe.", "Chợ nổi họp lại với hai trăm thuyền buôn ở bờ tây."]


def test_a_sentence_that_tells_what_is_told_is_worth_nothing_more():
    again = " ".join(ONE[0].split()[2:])
    coverage = rank(documents(ONE, [again, *TWO])).coverage
    told = np.zeros(len(coverage.chances), dtype=bool)
    told[coverage.pairs.sequences[0]] = True
    # All its pairs stand in the first sentence too.
    assert coverage.worths()[3] == pytest.approx(coverage.worths(told)[3])


def test_a_leaning_sentence_comes_with_the_one_before_or_not_at_all():
    # People use what a long sentence tells, whatever else there is: the leaning one is the best.
    longest = Weights({"length": 30.0, "opener": 30.0}, base=-20.0)
    found = extract_many(documents(ONE, TWO), 2, weights=longest, complete=False)
    assert [(s.article, s.position) for s in found.sentences] == [(0, 1), (0, 2)]
    alone = extract_many(documents(ONE, TWO), 1, weights=longest, complete=False)
    assert [s.position for s in alone.sentences] == [1]
    free = extract_many(documents(ONE, TWO), 1, weights=longest, complete=False, standing=False)
    assert [s.position for s in free.sentences] == [2]


def test_a_sentence_that_fits_is_taken_rather_than_one_that_is_cut():
    long = "Đoàn thuyền " + " ".join(f"thứ {n}" for n in range(40)) + " đi qua."
    found = extract_many(documents([ONE[0], long], TWO), None, words=30, complete=False)
    assert long not in [s.text for s in found.sentences]
    assert len(found.sentences) > 1
    # The only sentences are longer than asked for: one there must be.
    assert len(extract_many(documents([long], [long.upper()]), None, words=5).sentences) == 1


LINES = st.lists(st.text("abc ABC.!“”", max_size=30), max_size=6)


@settings(max_examples=40, deadline=None)
@given(LINES, LINES, st.integers(1, 40), st.booleans())
def test_any_two_articles_give_their_own_sentences_in_order(one, two, length, in_words):
    given_length = {"words": length} if in_words else {"characters": length}
    both = documents(one, two)
    found = extract_many(both, None, **given_length)
    places = [(s.article, s.position) for s in found.sentences]
    assert places == sorted(set(places))
    if in_words:
        texts = [both[article].sentences[position].text for article, position in places]
        assert [s.text for s in found.sentences] == texts
        assert sum(len(tokens(text)) for text in texts[:-1]) <= length + 40
    else:
        assert len(found.text) <= length
