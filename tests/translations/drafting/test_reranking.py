import shutil
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations import Cancelled, Direction, Translator
from translations.drafting.reranking import WEIGHT, rerank
from translations.engine import ModelUnavailable
from translations.engines.compact import CompactEngine, shipped_models
from translations.engines.decoding import Decoder, Hypothesis
from translations.engines.setting import FallbackEngine


@dataclass
class Scores:
    log_probs: list[float]


@dataclass
class Result:
    hypotheses: list[list[str]]
    scores: list[float]
    attention: list[list[list[float]]]


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
    short, whole = hypothesis("a b", -0.2), hypothesis("a b c d", -0.4)
    [best, second] = rerank([[short, whole]], ["a b c d"], decoder(Backward()))[0]
    assert (best.text, second.text) == ("a b c d", "a b")
    assert best.score > second.score


def test_a_length_penalty_does_not_silence_the_way_there():
    """Scores of 24 pieces under a penalty of 2 are a 25th of their means: -0.5 and -3."""
    likely = Hypothesis("a", ("x",) * 24, -0.5 / 25)
    unlikely = Hypothesis("a b", ("x",) * 24, -3.0 / 25)
    [best, second] = rerank([[likely, unlikely]], ["a b"], decoder(Backward()), length_penalty=2.0)[
        0
    ]
    assert best.text == "a"
    # Backward: (-0.1 - 2.0 + 0) / 3 for "a".
    assert best.score == pytest.approx((-0.5 - WEIGHT * 0.7) / (1 + WEIGHT))
    assert second.score < best.score


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


class Forward:
    """Always says the same two things, the shorter one first."""

    def translate_batch(self, sources, target_prefix=None, **settings):
        return [
            Result([["Short."], ["Ships", "sail", "far."]], [-0.1, -0.3], [[[1.0]], [[1.0]] * 3])
            for _ in sources
        ]

    def score_batch(self, sources, targets, **_):
        return [Scores([-0.2] * (len(target) + 1)) for target in targets]


class Both:
    """An engine of two models, each of which can judge the other."""

    name = "both-1"
    directions = frozenset(Direction)

    def __init__(self, back):
        self.forward, self.back = decoder(Forward()), decoder(back)

    def decoder(self, direction):
        return self.forward if direction is Direction.VI_EN else self.back

    def way_back(self, direction):
        return self.decoder(Direction.EN_VI if direction is Direction.VI_EN else Direction.VI_EN)

    def translate(self, sentences, direction):
        return self.decoder(direction).translate(sentences)


class Knows(Backward):
    """Finds the source likely only from what tells all of it."""

    def score_batch(self, sources, targets, **_):
        return [
            Scores([-0.1 if "sail" in source else -3.0] * (len(target) + 1))
            for source, target in zip(sources, targets, strict=True)
        ]


def test_the_translator_asks_for_a_second_opinion_unless_told_not_to(glossary):
    engine = Both(Knows())
    source = ["Tàu đi xa."]
    [with_it] = Translator(engine, glossary).translate(source, Direction.VI_EN)
    [alone] = Translator(engine, glossary, second_opinion=False).translate(source, Direction.VI_EN)
    assert (with_it.text, alone.text) == ("Ships sail far.", "Short.")


def test_the_version_tells_one_opinion_from_two(glossary):
    engine = Both(Knows())
    versions = {Translator(engine, glossary, second_opinion=b).version for b in (True, False)}
    assert len(versions) == 2


def test_shipped_models_judge_each_other_and_a_hub_model_is_not_judged(compact):
    assert compact.way_back(Direction.VI_EN) is compact.decoder(Direction.EN_VI)

    class Hub:
        name, directions = "hub", frozenset([Direction.VI_EN])

    engine = FallbackEngine(Hub(), compact, warn=lambda _: None)
    assert engine.way_back(Direction.VI_EN) is None
    assert engine.way_back(Direction.EN_VI) is compact.decoder(Direction.VI_EN)


def test_a_broken_model_of_the_other_direction_costs_its_opinion_only(tmp_path, glossary):
    shutil.copytree(shipped_models(), tmp_path / "models")
    (tmp_path / "models" / "en-vi" / "model.bin").write_bytes(b"half")
    told = []
    engine = CompactEngine(models=tmp_path / "models", warn=told.append)
    [found] = Translator(engine, glossary).translate(["Hội nghị đã kết thúc."], Direction.VI_EN)
    assert "conference" in found.text.lower()
    assert engine.way_back(Direction.VI_EN) is None
    assert len(told) == 1
    assert "second opinion" in told[0]
    assert engine.directions == frozenset(Direction)  # it is still there to be complained about
    with pytest.raises(ModelUnavailable, match=r"model\.bin"):
        engine.decoder(Direction.EN_VI)
    assert engine.way_back(Direction.VI_EN) is None
    assert len(told) == 1


def test_one_direction_alone_has_no_second_opinion(tmp_path, glossary):
    shutil.copytree(shipped_models() / "vi-en", tmp_path / "models" / "vi-en")
    told = []
    engine = CompactEngine(models=tmp_path / "models", warn=told.append)
    [found] = Translator(engine, glossary).translate(["Hội nghị đã kết thúc."], Direction.VI_EN)
    assert "conference" in found.text.lower()
    assert (engine.way_back(Direction.VI_EN), told) == (None, [])


def test_a_call_that_is_cancelled_while_it_is_judged_stops_there(glossary):
    judged = []

    class Judge(Knows):
        def score_batch(self, sources, targets, **settings):
            judged.append(len(sources))
            return super().score_batch(sources, targets, **settings)

    sources = [f"Tàu số {number} đi xa." for number in range(300)]
    with pytest.raises(Cancelled):
        Translator(Both(Judge()), glossary).translate(
            sources, Direction.VI_EN, cancelled=lambda: bool(judged)
        )
    assert len(judged) == 1
    assert judged[0] < 2 * len(sources)


def test_a_paragraph_without_an_end_is_judged_window_by_window(glossary):
    """And can be stopped between two of them."""
    judged = []

    class Judge(Knows):
        def score_batch(self, sources, targets, **settings):
            judged.append(len(sources))
            return super().score_batch(sources, targets, **settings)

    paragraph = " ".join(f"tàu{number} đi" for number in range(10_000))
    with pytest.raises(Cancelled):
        Translator(Both(Judge()), glossary).translate(
            [paragraph], Direction.VI_EN, cancelled=lambda: len(judged) > 1
        )
    assert len(judged) == 2
    assert max(judged) <= 2 * 2 * 64  # what came out far too short is halved
