"""Asking the model once more: when it stops, and what it does not take."""

from dataclasses import replace

import pytest
from obedient import OneDecoderEngine, Scores, WordModel, decoder_of

from translations import Cancelled, Direction, Style, Translator
from translations.drafting.drafting import Drafter

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI
SOURCE = "They x importance to it"


class Speller(WordModel):
    """Writes ``x`` as the first of ``spellings`` that may be said; each is a list of pieces.

    Wherever a spelling stands that is ``unlikely``, the model finds its own output so.
    """

    def __init__(self, *spellings, unlikely=(), rest=()):
        super().__init__()
        self.spellings, self.unlikely, self.rest = spellings, unlikely, list(rest)

    def translate_batch(self, sources, target_prefix=None, **settings):
        self.unsaid = settings.get("suppress_sequences") or []
        return super().translate_batch(sources, target_prefix, **settings)

    def _say(self, source):
        free = [pieces for pieces in self.spellings if pieces not in self.unsaid]
        pieces = (free or self.spellings[-1:])[0]
        said = [p for piece in source for p in (pieces if piece == "▁x" else [piece])]
        return said + (self.rest if pieces != self.spellings[0] else [])

    def score_batch(self, sources, targets, **_):
        likely = ["".join(self.unlikely) not in "".join(t) or not self.unlikely for t in targets]
        return [
            Scores([-0.2 if sure else -0.8] * (len(target) + 1))
            for target, sure in zip(targets, likely, strict=True)
        ]


class Stubborn(Speller):
    """Says what it must not."""

    def _say(self, source):
        self.unsaid = []
        return super()._say(source)


def spelt(model):
    """A decoder that puts pieces together as a model of pieces does."""
    return replace(
        decoder_of(model), decode=lambda pieces: "".join(pieces).replace("▁", " ").strip()
    )


@pytest.fixture
def drafter(glossary):
    def make(model):
        return Drafter(spelt(model), VI_EN, glossary, Style.HOUSE)

    return make


def test_a_respelling_that_is_about_as_likely_is_taken(drafter):
    model = Speller(["▁attach", "s"], ["▁attach", "es"])
    assert drafter(model).draft([SOURCE]) == ["They attaches importance to it"]


def test_a_respelling_that_is_much_less_likely_is_not_taken(drafter):
    model = Speller(["▁attach", "s"], ["▁dog", "s"], unlikely=["▁dog", "s"])
    assert drafter(model).draft([SOURCE]) == ["They attachs importance to it"]


def test_words_with_signs_at_their_pieces_are_asked_for_anew(drafter):
    model = Speller(["▁“attach", "s”"], ["▁“attach", "es”"])
    assert drafter(model).draft([SOURCE]) == ["They “attaches” importance to it"]


def test_it_is_asked_no_more_once_there_is_nothing_new_to_leave_out(drafter):
    model = Stubborn(["▁attach", "s"])
    assert drafter(model).draft([SOURCE]) == ["They attachs importance to it"]
    assert model.asked == [SOURCE] * 2


def test_it_is_asked_a_few_times_at_most(drafter):
    model = Speller(*(["▁attach", letter * 3] for letter in "zqxvw"))
    drafter(model).draft([SOURCE])
    assert len(model.asked) == 1 + 3


@pytest.mark.parametrize("steps", range(2, 6))
def test_asking_anew_can_be_stopped_before_each_question(drafter, steps):
    model = Speller(*(["▁attach", letter * 3] for letter in "zqxvw"))
    calls = 0

    def go_on():
        nonlocal calls
        calls += 1
        if calls > steps:
            raise Cancelled

    with pytest.raises(Cancelled):
        drafter(model).draft([SOURCE], go_on=go_on)
    assert len(model.asked) == steps - 1


def test_a_translation_is_cancelled_while_it_is_asked_anew(glossary):
    model = Speller(*(["▁attach", letter * 3] for letter in "zqxvw"))
    translator = Translator(OneDecoderEngine(spelt(model)), glossary)
    with pytest.raises(Cancelled):
        translator.translate(
            ["Họ đã x tầm quan trọng này."], VI_EN, cancelled=lambda: len(model.asked) > 1
        )
    assert len(model.asked) == 2


class ByItself(WordModel):
    """Renders what is asked for as a whole by ``whole``, and everything else word for word."""

    def __init__(self, whole, words):
        super().__init__(words, obeys=False)
        self.whole = whole

    def _say(self, source):
        text = " ".join(piece.removeprefix("▁") for piece in source)
        return ["▁" + word for word in self.whole.get(text, "").split()] or super()._say(source)


def test_what_a_text_becomes_does_not_depend_on_what_came_before_it(glossary):
    """Two names of one ministry go wrong in two ways, and one is another body's right name."""
    whole = {"BQP": "Armed Board", "Bộ Quốc phòng": "War Bureau"}
    words = {"lực": "Armed", "lượng": "Board", "Bộ": "War", "Quốc": "State", "phòng": "Room"}
    one, other = "Hôm nay họ đến BQP", "Hôm nay lực lượng đến Bộ Quốc phòng"

    def made(*texts):
        drafter = Drafter(decoder_of(ByItself(whole, words)), VI_EN, glossary, Style.HOUSE)
        return [drafter.draft([text])[0] for text in texts]

    alone = [*made(one), *made(other)]
    assert made(one, other) == alone
    assert made(other, one)[::-1] == alone
    both = Drafter(decoder_of(ByItself(whole, words)), VI_EN, glossary, Style.HOUSE)
    assert both.draft([one, other]) == alone
