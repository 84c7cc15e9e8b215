"""Outputs that say the opposite of their source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from obedient import OneDecoderEngine, WordModel, decoder_of

from translations import FindingKind, Translator
from translations.engine import Direction
from translations.output.checks import check
from translations.output.opposites import opposites

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


@pytest.mark.parametrize(
    ("source", "text", "direction", "word"),
    [
        ("Kim ngạch tăng 5 %.", "Trade decreased 5 percent.", VI_EN, "tăng"),
        ("Kim ngạch giảm 5%.", "Trade increased by 5%.", VI_EN, "giảm"),
        ("Exports fell 5%.", "Xuất khẩu tăng 5%.", EN_VI, "fell"),
        ("Xuất khẩu gạo đạt 2 tỷ USD.", "Rice imports reached US$2 billion.", VI_EN, "xuất khẩu"),
        ("Imports of steel went on.", "Xuất khẩu thép tiếp diễn.", EN_VI, "imports"),
        ("Lumaria có thặng dư thương mại.", "Lumaria has a trade deficit.", VI_EN, "thặng dư"),
        ("The trade deficit is large.", "Thặng dư thương mại lớn.", EN_VI, "deficit"),
        ("Lumaria ủng hộ nghị quyết.", "Lumaria opposed the resolution.", VI_EN, "ủng hộ"),
        ("Lumaria phản đối nghị quyết.", "Lumaria supported the resolution.", VI_EN, "phản đối"),
        ("They oppose the plan.", "Họ ủng hộ kế hoạch.", EN_VI, "oppose"),
        ("Hoàn thành trước ngày 30/6.", "Complete this after June 30.", VI_EN, "trước ngày 30/6"),
        ("It starts after May 5.", "Khởi công trước ngày 5/5.", EN_VI, "after may"),
        ("Bão vào miền Bắc.", "The storm entered the south.", VI_EN, "miền bắc"),
        ("Quân đội ở phía đông.", "The army is in the west.", VI_EN, "phía đông"),
        ("The army is in the north.", "Quân đội ở phía nam.", EN_VI, "north"),
    ],
)  # fmt: skip
def test_the_opposite_is_found(source, text, direction, word, glossary):
    assert [found.source for found in opposites(source, text, direction)] == [word]
    kinds = [finding.kind for finding in check(source, text, direction, glossary)]
    assert FindingKind.OPPOSITE in kinds


def test_each_figure_has_its_own_direction():
    source = "Xuất khẩu tăng 5%, nhập khẩu giảm 3%."
    assert opposites(source, "Exports rose 5% and imports fell 3%.", VI_EN) == []
    turned = opposites(source, "Exports fell 5% and imports rose 3%.", VI_EN)
    assert [(word.source, word.text) for word in turned] == [("tăng", "fell"), ("giảm", "rose")]


@pytest.mark.parametrize(
    ("source", "text", "direction"),
    [
        ("Kim ngạch tăng 5%.", "Trade was up 5%.", VI_EN),
        ("Lạm phát giảm còn 3%.", "Inflation slowed to 3%.", VI_EN),
        ("Giảm mức tăng giá.", "Reduce the increase in prices.", VI_EN),
        ("Tăng ni dự lễ.", "Monks and nuns attended.", VI_EN),
        ("Mưa giảm, nước dâng.", "The rain eased and the water rose.", VI_EN),
        ("Exports to Lumaria fell, but imports grew.", "Xuất khẩu giảm, nhập khẩu tăng.", EN_VI),
        ("Họ không ủng hộ kế hoạch.", "They oppose the plan.", VI_EN),
        ("Phản đối kế hoạch.", "They did not support the plan.", VI_EN),
        ("Hoàn thành trước ngày 30/6.", "Complete this by June 30.", VI_EN),
        ("Sau ngày 1/7, chậm nhất trước ngày 5/7.", "After July 1 and before July 5.", VI_EN),
        ("Hàn Quốc ở phía bắc.", "South Korea is in the north.", VI_EN),
        ("Tàu vào Biển Đông từ phía bắc.", "Ships entered the South China Sea.", VI_EN),
        ("The Middle East and the west.", "Trung Đông và phía tây.", EN_VI),
        ("Phía đông bắc.", "The northeast.", VI_EN),
    ],
)
def test_the_same_said_otherwise_is_right(source, text, direction):
    assert opposites(source, text, direction) == []


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(list(Direction)))
def test_what_is_found_stands_in_the_text(source, text, direction):
    import unicodedata

    plain = unicodedata.normalize("NFC", text)
    for found in opposites(source, text, direction):
        assert plain[found.start : found.end] == found.text != ""


class _Reluctant(WordModel):
    """Says another word where it may not say the first."""

    def __init__(self, words, instead):
        super().__init__(words)
        self._instead = instead

    def translate_batch(self, sources, target_prefix=None, suppress_sequences=None, **settings):
        kept = dict(self.words)
        for (unsaid,) in suppress_sequences or ():
            word = unsaid.removeprefix("▁")
            for source, said in kept.items():
                if said == word:
                    self.words[source] = self._instead.get(word, word)
        results = super().translate_batch(sources, target_prefix, **settings)
        self.words = kept
        return results


@pytest.mark.parametrize(
    ("instead", "said", "kinds"),
    [
        ({"decreased": "increased"}, "increased", []),
        ({"decreased": "reduced", "reduced": "raised"}, "decreased", [FindingKind.OPPOSITE]),
        ({}, "decreased", [FindingKind.OPPOSITE]),
    ],
)
def test_the_model_is_asked_again_and_what_stays_is_marked(instead, said, kinds, glossary):
    words = {"Giá": "Prices", "đã": "have", "tăng": "decreased", "nhanh.": "fast."}
    model = _Reluctant(words, instead)
    translator = Translator(OneDecoderEngine(decoder_of(model)), glossary)
    [result] = translator.translate(["Giá đã tăng nhanh."], VI_EN)
    assert said in result.text
    assert [f.kind for f in result.findings if f.kind is FindingKind.OPPOSITE] == kinds
