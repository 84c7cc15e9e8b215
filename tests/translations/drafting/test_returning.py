"""Words that were lost are brought back where the model, and the one of the way back, agree."""

import pytest
from obedient import Scores, WordModel, decoder_of

from translations import Direction
from translations.drafting.drafting import Drafter
from translations.terminology.lexicon import Entry, Lexicon

LEXICON = Lexicon(
    {
        ("dũng", "cảm"): Entry(0.6, frozenset({"brave", "coura"}), ("brave", "courageous")),
        ("món", "quà"): Entry(0.6, frozenset({"gift"}), ("gift",)),
    }
)
SOURCE = "Bà khen con dũng cảm hôm nay."
SAYS = {"Bà": "She", "khen": "praised", "con": "him", "dũng": "as", "cảm": "apt", "hôm": "to"}


class WayBack(WordModel):
    """Finds a source the likelier the more of some words its translation has."""

    def __init__(self, *liked):
        super().__init__()
        self.liked = liked

    def score_batch(self, sources, targets, **_):
        return [
            Scores(
                [-2.0 + sum(word in " ".join(source) for word in self.liked)] * (len(target) + 1)
            )
            for source, target in zip(sources, targets, strict=True)
        ]


class Reluctant(WordModel):
    """Finds what it is told much less likely than what it says by itself."""

    def score_batch(self, sources, targets, **_):
        return [
            Scores([-0.2 if "▁apt" in target else -2.0] * (len(target) + 1)) for target in targets
        ]


@pytest.fixture
def draft(glossary):
    def draft(source, model, back=None, lexicon=LEXICON, direction=Direction.VI_EN):
        from translations import Style

        other = decoder_of(back) if back else None
        drafter = Drafter(
            decoder_of(model), direction, glossary, Style.HOUSE, back=other, lexicon=lexicon
        )
        return drafter.draft([source])[0]

    return draft


def test_a_lost_word_comes_back(draft):
    model = WordModel(SAYS)
    assert "brave" in draft(SOURCE, model, WayBack("brave"))
    assert "Bà khen con <t> dũng cảm <tr> brave </t> hôm nay." in model.asked
    assert "Bà khen con <t> dũng cảm <tr> courageous </t> hôm nay." in model.asked


def test_the_rendering_that_the_way_back_likes_best(draft):
    assert "courageous" in draft(SOURCE, WordModel(SAYS), WayBack("courageous"))


def test_what_the_way_back_does_not_like_is_left(draft):
    assert "as apt" in draft(SOURCE, WordModel(SAYS), WayBack("apt"))


def test_what_the_model_finds_unlikely_is_left(draft):
    assert "as apt" in draft(SOURCE, Reluctant(SAYS), WayBack("brave"))
    assert "as apt" in draft(SOURCE, Reluctant(SAYS))


def test_without_a_way_back_the_model_alone_decides(draft):
    assert "brave" in draft(SOURCE, WordModel(SAYS))


def test_a_model_that_does_not_obey_says_what_it_said(draft):
    assert "as apt" in draft(SOURCE, WordModel(SAYS, obeys=False), WayBack("brave"))


def test_two_words_come_back_one_after_the_other(draft):
    said = {**SAYS, "món": "a", "quà": "mother"}
    text = draft("Bà khen món quà dũng cảm.", WordModel(said), WayBack("brave", "gift"))
    assert "brave" in text
    assert "gift" in text


@pytest.mark.parametrize("settings", [{"lexicon": None}, {"direction": Direction.EN_VI}])
def test_nothing_is_asked_for_without_a_lexicon_or_into_vietnamese(draft, settings):
    model = WordModel(SAYS)
    draft(SOURCE, model, **settings)
    assert not any("brave" in asked for asked in model.asked)


def test_a_text_that_lost_nothing_is_not_asked_for_again(draft):
    model = WordModel({**SAYS, "dũng": "a", "cảm": "brave"})
    draft(SOURCE, model)
    assert len(model.asked) == 1
