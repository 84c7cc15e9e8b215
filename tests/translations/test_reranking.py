from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from translations.decoding import Decoder, Hypothesis
from translations.reranking import rerank


@dataclass
class Scores:
    log_probs: list[float]


class Backward:
    """Finds a source the more likely, the more of its words stand in what it is given."""

    def __init__(self):
        self.asked = 0

    def score_batch(self, sources, targets, **_):
        self.asked += len(sources)
        return [
            Scores([-0.1 if piece in source else -2.0 for piece in target] + [0.0])
            for source, target in zip(sources, targets, strict=True)
        ]


def decoder(model):
    return Decoder(model=model, encode=str.split, decode=" ".join, encode_target=str.split)


def hypothesis(text, score):
    return Hypothesis(text, tuple(text.split()), score)


def test_a_dropped_clause_loses_against_a_less_fluent_whole():
    short, whole = hypothesis("a b", -0.2), hypothesis("a b c d", -0.5)
    [best, second] = rerank([[short, whole]], ["a b c d"], decoder(Backward()))[0]
    assert (best.text, second.text) == ("a b c d", "a b")
    assert best.score > second.score


def test_what_has_no_choice_is_not_asked_about():
    model = Backward()
    alone = [[hypothesis("a", -0.3)], [hypothesis("b", -0.1), hypothesis("b", -0.2)], []]
    assert rerank(alone, ["a", "b", ""], decoder(model)) == alone
    assert model.asked == 0


def test_each_text_is_asked_about_once_a_source():
    model = Backward()
    found = [[hypothesis("a", -0.1), hypothesis("b", -0.2), hypothesis("a", -0.3)]]
    rerank(found, ["a b"], decoder(model))
    assert model.asked == 2


def test_a_model_that_cannot_split_targets_changes_nothing():
    blind = Decoder(model=Backward(), encode=str.split, decode=" ".join)
    found = [[hypothesis("a", -0.1), hypothesis("b", -0.2)]]
    assert rerank(found, ["b"], blind) == found


@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from("abcd"), min_size=1, max_size=5), st.floats(-5, 0)),
        max_size=6,
    )
)
@settings(max_examples=50)
def test_nothing_is_lost_and_the_best_comes_first(drawn):
    found = [hypothesis(" ".join(words), score) for words, score in drawn]
    [ranked] = rerank([found], ["a b c"], decoder(Backward()))
    assert sorted(h.text for h in ranked) == sorted(h.text for h in found)
    scores = [h.score for h in ranked]
    assert scores == sorted(scores, reverse=True)
