from dataclasses import replace

import pytest
from obedient import MARKERS, OneDecoderEngine, Scores, WordModel, decoder_of

from translations import Direction, FindingKind, Style, Translator
from translations.drafting.drafting import Drafter

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


@pytest.fixture
def drafter(glossary):
    def make(model, direction=VI_EN, style=Style.HOUSE, **settings):
        return Drafter(decoder_of(model, **settings), direction, glossary, style)

    return make


def test_terms_and_names_are_annotated_and_said(drafter):
    model = WordModel()
    source = "Ông Trần Minh Khoa đến Bộ Ngoại giao."
    (text,) = drafter(model).draft([source])
    (asked,) = model.asked  # nothing was missing, so nothing is asked again
    assert asked == (
        "Ông <t> Trần Minh Khoa <tr> Tran Minh Khoa </t> đến "
        "<t> Bộ Ngoại giao <tr> Ministry of Foreign Affairs </t> ."
    )
    assert "Tran Minh Khoa" in text
    assert "Ministry of Foreign Affairs" in text


def test_annotations_follow_the_style(drafter):
    for style, name in ((Style.HOUSE, "Viet Nam"), (Style.PRESS, "Vietnam")):
        model = WordModel()
        drafter(model, style=style).draft(["Họ đến Việt Nam hôm nay."])
        assert f"<tr> {name} </t>" in model.asked[0]


def test_only_the_kinds_that_it_does_good_are_annotated_from_the_start(drafter):
    model = WordModel({"Y": "of", "tế": "Health", "Bộ": "Ministry"})
    drafter(model, annotated=frozenset({"place"})).draft(["Bộ Y tế họp ở Hà Nội hôm nay."])
    assert model.asked == ["Bộ Y tế họp ở <t> Hà Nội <tr> Hanoi </t> hôm nay."]


def test_what_a_draft_lacks_is_given_inline_before_anything_else(drafter):
    model = WordModel()
    (text,) = drafter(model, annotated=frozenset()).draft(["Hôm nay Bộ Y tế họp."])
    assert model.asked == [
        "Hôm nay Bộ Y tế họp.",
        "Bộ Y tế",  # what the model makes of it alone
        "Hôm nay <t> Bộ Y tế <tr> Ministry of Health </t> họp.",
    ]
    assert "Ministry of Health" in text


def test_set_phrases_are_tried_inline_and_given_up_quietly(drafter):
    source = "Họ bàn về ngoại giao nghị viện hôm nay."
    obeying, stubborn = WordModel(), WordModel(obeys=False)
    (said,) = drafter(obeying, annotated=frozenset()).draft([source])
    assert "parliamentary diplomacy" in said
    (kept,) = drafter(stubborn, annotated=frozenset()).draft([source])
    assert "parliamentary" not in kept
    assert len(stubborn.asked) == 2


class Doubtful(WordModel):
    """Finds what it says by itself much likelier than what it is told to say."""

    def score_batch(self, sources, targets, **_):
        own = [["▁" + self.words.get(p[1:], p[1:]) for p in source] for source in sources]
        return [
            Scores([-0.2 if target == said else -2.2] * (len(target) + 1))
            for target, said in zip(targets, own, strict=True)
        ]


def test_of_technical_terms_the_model_is_not_asked_what_is_likely(drafter):
    source = "Năm qua nhập siêu từ Trung Quốc giảm mạnh."
    (said,) = drafter(Doubtful(), annotated=frozenset(["place"])).draft([source])
    assert "trade deficit with" in said
    phrase = "Họ bàn về ngoại giao nghị viện hôm nay."
    (said,) = drafter(Doubtful(), annotated=frozenset()).draft([phrase])
    assert "parliamentary diplomacy" not in said


class Spelling(WordModel):
    """Writes ``x`` in the pieces ``wrong``, and as ``right`` where those may not be said."""

    def __init__(self, wrong, right):
        super().__init__()
        self.wrong, self.right = wrong, right

    def translate_batch(self, sources, target_prefix=None, **settings):
        unsaid = settings.get("suppress_sequences") or []
        self.pieces = self.right if self.wrong in unsaid else self.wrong
        return super().translate_batch(sources, target_prefix, **settings)

    def _say(self, source):
        said = []
        for piece in source:
            said += self.pieces if piece == "▁x" else [piece]
        return said


def spelt(model):
    """A decoder that puts pieces together as a model of pieces does."""
    return replace(
        decoder_of(model), decode=lambda pieces: "".join(pieces).replace("▁", " ").strip()
    )


def test_words_that_are_none_are_asked_for_anew(glossary):
    model = Spelling(["▁attach", "s"], ["▁attach", "es"])
    (text,) = Drafter(spelt(model), VI_EN, glossary, Style.HOUSE).draft(["They x importance to it"])
    assert text == "They attaches importance to it"


def test_what_comes_out_no_better_stays(glossary):
    model = Spelling(["▁attach", "s"], ["▁att", "es"])
    (text,) = Drafter(spelt(model), VI_EN, glossary, Style.HOUSE).draft(["They x importance to it"])
    assert text == "They attachs importance to it"


def test_technical_terms_are_not_put_into_vietnamese(drafter):
    model = WordModel()
    drafter(model, EN_VI).draft(["They contributed ideas on the trade deficit."])
    assert not any(marker in asked for asked in model.asked for marker in MARKERS.all)


def test_actions_are_left_to_the_model(drafter):
    model = WordModel()
    drafter(model).draft(["Hai bên tăng cường hợp tác."])
    assert model.asked == ["Hai bên tăng cường hợp tác."]


def test_without_markers_nothing_is_annotated(drafter):
    model = WordModel()
    drafter(model, markers=None).draft(["Ông đến Bộ Ngoại giao."])
    assert not any(marker in asked for asked in model.asked for marker in MARKERS.all)


def test_a_model_that_does_not_obey_is_steered(drafter):
    model = WordModel(obeys=False)
    (text,) = drafter(model).draft(["Hôm nay Bộ Y tế họp báo về việc này."])
    assert "Ministry of Health" in text
    assert len(model.asked) > 1


@pytest.mark.parametrize("direction", list(Direction))
def test_markers_neither_go_in_nor_come_out(drafter, direction):
    model = WordModel(leaks=True)
    sentences = [
        "Bộ Ngoại giao họp <t> hôm nay <tr> mai </t> .",
        "Prime Minister <t> said </t> so.",
    ]
    texts = drafter(model, direction).draft(sentences)
    assert not any(marker in text for text in texts for marker in MARKERS.all)
    assert "hôm nay <tr>" not in model.asked[0]
    assert "< t> hôm nay < tr> mai < /t>" in model.asked[0]
    suppressed = [[marker] for marker in MARKERS.all]
    assert all(settings["suppress_sequences"][:3] == suppressed for settings in model.settings)


def test_plain_translation_makes_markers_harmless_too():
    model = WordModel()
    decoder_of(model).translate(["a <t> b <tr> c </t>"])
    assert model.asked == ["a < t> b < tr> c < /t>"]


def test_other_directions_terms_are_said(drafter):
    model = WordModel()
    (text,) = drafter(model, EN_VI).draft(["The Ministry of Foreign Affairs met today."])
    assert "<t> Ministry of Foreign Affairs <tr> Bộ Ngoại giao </t>" in model.asked[0]
    assert "Bộ Ngoại giao" in text


def test_the_whole_way_with_markers_in_the_text(glossary):
    translator = Translator(OneDecoderEngine(decoder_of(WordModel())), glossary)
    (result,) = translator.translate(["Họ đọc thẻ <t> và <tr> ở Hà Nội."], VI_EN)
    assert result.text.count("<t>") == result.text.count("<tr>") == 1, "they are text, and stay"
    assert not [f for f in result.findings if f.kind is FindingKind.TERM]


def test_a_copy_is_asked_for_again_without_its_words(drafter):
    class Copying(WordModel):
        """Says the source again unless it may not."""

        def _say(self, source):
            barred = [s for s in self.settings[-1]["suppress_sequences"] if s[0] not in MARKERS.all]
            return ["▁Tàu", "▁cứu", "▁chín", "▁người"] if barred else list(source)

    model = Copying()
    (text,) = drafter(model, EN_VI).draft(["Vessel 390 rescues nine fishermen there."])
    assert text == "Tàu cứu chín người"
    assert ["▁rescues"] in model.settings[1]["suppress_sequences"]


def test_a_made_up_official_name_is_taken_back(drafter):
    class Inventing(WordModel):
        """Says the National Assembly for a congress unless it may not."""

        def _say(self, source):
            barred = ["▁National", "▁Assembly"] in self.settings[-1]["suppress_sequences"]
            return ["▁The", *(["▁congress"] if barred else ["▁National", "▁Assembly"]), "▁met."]

    model = Inventing()
    (text,) = drafter(model).draft(["Đại hội đã họp."])
    assert text == "The congress met."
    model = Inventing()
    (text,) = drafter(model).draft(["Quốc hội đã họp."])
    assert text == "The National Assembly met."


def test_with_a_shortlist_nothing_is_forbidden():
    """CTranslate2 writes beyond the scores when a forbidden piece is not on its shortlist."""
    model = WordModel()
    listed = replace(decoder_of(model), shortlist=True)
    listed.hypotheses(["một hai"])
    listed.hypotheses(["một hai"], no_repeat=3)
    listed.hypotheses(["một hai"], unsaid=[("▁one",)])
    listed.hypotheses(["một hai"], starts=[["▁one"]])
    free, *bound = model.settings
    assert free["use_vmap"]
    assert free["suppress_sequences"] is None
    assert not any(settings["use_vmap"] for settings in bound)
    assert all(settings["suppress_sequences"] for settings in bound)


@pytest.mark.parametrize("direction", list(Direction))
def test_shipped_shortlists_have_no_markers(compact, direction):
    [manifest] = [m for m in compact.manifests if direction in m.directions]
    listed = set((manifest.folder / "vmap.txt").read_text(encoding="utf-8").split())
    assert "<unk>" in listed
    assert not listed & {"<t>", "<tr>", "</t>"}
