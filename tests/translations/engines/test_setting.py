import pytest

from translations import Direction, ModelUnavailable, TranslationError
from translations.engine import Engine
from translations.engines.setting import FallbackEngine, make_engine

VI_EN = Direction.VI_EN


class BrokenEngine:
    name = "hub:broken"
    directions = frozenset(Direction)

    def __init__(self):
        self.calls = 0

    def translate(self, sentences, direction):
        self.calls += 1
        raise ModelUnavailable("is half downloaded", subject="broken")


def test_settings_make_engines():
    assert make_engine("compact").name.startswith("compact")
    assert make_engine("none").name == "none"
    assert make_engine("hub:someone/some-vi-en").name == "hub:someone/some-vi-en"
    for engine in (make_engine("compact"), make_engine("none"), make_engine("hub:a/b-vi-en")):
        assert isinstance(engine, Engine)


@pytest.mark.parametrize("setting", ["", "hub", "hub:", "google", "compact:x", "none:"])
def test_a_wrong_setting_says_what_is_right(setting):
    if setting == "none:":
        assert make_engine(setting).name == "none"
        return
    with pytest.raises(TranslationError, match="use compact, none, hub"):
        make_engine(setting)


def test_a_broken_model_warns_once_and_the_second_goes_on(scripted):
    said = []
    broken, second = BrokenEngine(), scripted({"a": "b"})
    engine = FallbackEngine(broken, second, warn=said.append)
    assert engine.name == "hub:broken"
    assert engine.translate(["a"], VI_EN) == ["b"]
    assert engine.translate(["a"], VI_EN) == ["b"]
    assert said == ["broken: is half downloaded; going on with scripted-1"]
    assert broken.calls == 1
    assert engine.name == "scripted-1"


def test_where_the_second_cannot_either_the_error_comes_through(scripted):
    engine = FallbackEngine(BrokenEngine(), scripted(directions=[VI_EN]), warn=lambda _: None)
    with pytest.raises(ModelUnavailable):
        engine.translate(["a"], Direction.EN_VI)


def test_a_hub_model_that_is_not_there_leaves_the_compact_engine(tmp_path):
    from translations import Translator

    said = []
    engine = make_engine(f"hub:{tmp_path / 'nothing-vi-en'}", cache=tmp_path, warn=said.append)
    translator = Translator(engine)
    result = translator.translate(["Cảm ơn các bạn."], VI_EN)[0]
    assert result.engine.startswith("compact")
    assert len(said) == 1
    assert "\n" not in said[0]
