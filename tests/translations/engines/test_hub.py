import pytest
from tiny_models import make_marian, make_t5

from translations import Direction, DirectionUnavailable, ModelUnavailable, Translator
from translations.engine import TranslationError
from translations.engines.conversion import NotConvertible, converted_folder, is_converted
from translations.engines.families import find_recipes
from translations.engines.hub import HubEngine

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


class Tokenizer:
    """As much of a tokenizer as the families look at."""

    def __init__(self, vocabulary=(), codes=(), source=None, target=None):
        self._vocabulary = {piece: i for i, piece in enumerate(vocabulary)}
        self.supported_language_codes = list(codes)
        self.source_lang, self.target_lang = source, target

    def get_vocab(self):
        return self._vocabulary


def recipes(name, model_type, declared=None, **tokenizer):
    return find_recipes(name, model_type, Tokenizer(**tokenizer), declared)


def test_marian_models_of_one_pair_need_nothing():
    found = recipes("Helsinki-NLP/opus-mt-vi-en", "marian")
    assert set(found) == {VI_EN}
    assert found[VI_EN].before == ""


def test_marian_models_of_many_targets_get_a_code():
    found = recipes("Helsinki-NLP/opus-mt-en-vi", "marian", codes=[">>vie<<", ">>vie_Hani<<"])
    assert {d: r.before for d, r in found.items()} == {EN_VI: ">>vie<< "}
    found = recipes("x/opus-mt-deu_eng-aav", "marian", codes=[">>vie<<", ">>khm<<"])
    assert {d: r.before for d, r in found.items()} == {EN_VI: ">>vie<< "}


def test_marian_folders_say_it_in_the_tokenizer_or_the_setting():
    assert set(recipes("/tmp/model", "marian", source="en", target="vi")) == {EN_VI}
    assert set(recipes("/tmp/model", "marian", declared=VI_EN)) == {VI_EN}
    with pytest.raises(ModelUnavailable, match="@vi-en"):
        recipes("/tmp/model", "marian")


def test_t5_models_are_told_in_words():
    found = recipes("VietAI/envit5-translation", "t5")
    assert (found[VI_EN].before, found[VI_EN].says) == ("vi: ", "en: ")
    assert (
        recipes("google/madlad400", "t5", vocabulary=["<2en>", "<2vi>"])[EN_VI].before == "<2vi> "
    )
    assert recipes("x/y", "mt5")[VI_EN].before == "translate Vietnamese to English: "


def test_models_with_language_codes():
    nllb = recipes("facebook/nllb", "m2m_100", vocabulary=["vie_Latn", "eng_Latn"])
    assert (nllb[VI_EN].source_code, nllb[VI_EN].target_code) == ("vie_Latn", "eng_Latn")
    m2m = recipes("facebook/m2m100", "m2m_100", vocabulary=["__vi__", "__en__"])
    assert (m2m[EN_VI].source_code, m2m[EN_VI].target_code) == ("en", "__vi__")
    mbart = recipes("vinai/translate-vi2en", "mbart", vocabulary=["vi_VN", "en_XX"])
    assert set(mbart) == {VI_EN}


def test_other_families_are_refused():
    with pytest.raises(ModelUnavailable, match="'gpt2' are not known"):
        recipes("x/y", "gpt2")
    with pytest.raises(ModelUnavailable, match="neither its name"):
        recipes("x/y", "m2m_100", vocabulary=["deu_Latn"])


def test_without_torch_the_error_names_the_extra(tmp_path, monkeypatch):
    import builtins

    real = builtins.__import__

    def without_torch(name, *args, **kwargs):
        if name == "torch":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_torch)
    with pytest.raises(ModelUnavailable, match=r"briefing-bot\[hub\]"):
        HubEngine("someone/opus-vi-en", cache=tmp_path).translate(["a"], VI_EN)


@pytest.mark.parametrize(
    ("folder", "said"),
    [("absent", "there is no such folder"), (".", "holds no model: no config.json")],
)
def test_a_wrong_folder_is_named_whatever_is_installed(tmp_path, folder, said):
    with pytest.raises(ModelUnavailable, match=said):
        HubEngine(str(tmp_path / folder), cache=tmp_path / "cache").translate(["a"], VI_EN)


@pytest.fixture(scope="module")
def torch():
    return pytest.importorskip("torch", reason="torch is not installed (the hub extra)")


@pytest.mark.hub
def test_a_marian_model_is_converted_once_and_runs(torch, tmp_path):
    folder, cache = make_marian(tmp_path / "tiny-vi-en"), tmp_path / "cache"
    engine = HubEngine(str(folder), cache=cache)
    first = engine.translate(["Hội nghị tại Hà Nội.", "", "hội nghị " * 200], VI_EN)
    assert first[1] == ""
    assert first[0]
    assert engine.directions == {VI_EN}
    converted = converted_folder(str(folder), cache)
    assert is_converted(converted)
    assert [path.name for path in cache.iterdir()] == [converted.name]
    stamp = (converted / "model.bin").stat().st_mtime_ns
    again = HubEngine(str(folder), cache=cache)
    assert again.translate(["Hội nghị tại Hà Nội."], VI_EN) == first[:1]
    assert (converted / "model.bin").stat().st_mtime_ns == stamp
    with pytest.raises(DirectionUnavailable):
        again.translate(["a"], EN_VI)


@pytest.mark.hub
def test_a_marian_model_of_many_targets(torch, tmp_path):
    folder = make_marian(tmp_path / "tiny-eng-aav", codes=(">>vie<<", ">>khm<<"))
    engine = HubEngine(str(folder), cache=tmp_path / "cache")
    assert engine.translate(["The conference."], EN_VI)[0]
    assert engine.directions == {EN_VI}


@pytest.mark.hub
@pytest.mark.parametrize("name", ["envit5-tiny", "other-t5"])
def test_a_t5_model_runs_both_ways(torch, tmp_path, name):
    engine = HubEngine(str(make_t5(tmp_path / name)), cache=tmp_path / "cache")
    assert engine.directions == set(Direction)
    assert engine.translate(["Hội nghị."], VI_EN)[0]
    assert engine.translate(["A conference."], EN_VI)[0]


@pytest.mark.hub
def test_what_cannot_be_converted_is_run_by_transformers(torch, tmp_path, monkeypatch):
    def refuse(name, folder):
        raise NotConvertible("unknown architecture")

    monkeypatch.setattr("translations.engines.hub.convert", refuse)
    engine = HubEngine(str(make_marian(tmp_path / "tiny-vi-en")), cache=tmp_path / "cache")
    assert engine.decoder(VI_EN) is None
    outputs = engine.translate(["Hội nghị tại Hà Nội.", "", "hội nghị " * 60], VI_EN)
    assert outputs[0]
    assert outputs[1] == ""


@pytest.mark.hub
def test_a_half_made_conversion_is_not_used(torch, tmp_path):
    folder, cache = make_marian(tmp_path / "tiny-vi-en"), tmp_path / "cache"
    converted = converted_folder(str(folder), cache)
    (cache / f".{converted.name}.dead").mkdir(parents=True)
    (cache / f".{converted.name}.dead" / "model.bin").write_bytes(b"half")
    assert not is_converted(converted)
    assert HubEngine(str(folder), cache=cache).translate(["Hội nghị."], VI_EN)[0]


@pytest.mark.hub
def test_a_changed_folder_is_converted_anew(torch, tmp_path):
    folder = make_marian(tmp_path / "tiny-vi-en")
    before = converted_folder(str(folder), tmp_path)
    (folder / "config.json").write_text((folder / "config.json").read_text() + "\n")
    assert converted_folder(str(folder), tmp_path) != before


@pytest.mark.hub
def test_a_broken_conversion_says_what_to_do(torch, tmp_path):
    folder, cache = make_marian(tmp_path / "tiny-vi-en"), tmp_path / "cache"
    HubEngine(str(folder), cache=cache).translate(["Hội nghị."], VI_EN)
    (converted_folder(str(folder), cache) / "model.bin").write_bytes(b"broken")
    with pytest.raises(TranslationError, match=r"its conversion is broken.*remove"):
        HubEngine(str(folder), cache=cache).translate(["Hội nghị."], VI_EN)


@pytest.mark.hub
def test_a_folder_without_a_model_is_an_error_of_one_line(torch, tmp_path):
    (tmp_path / "empty-vi-en").mkdir()
    with pytest.raises(ModelUnavailable) as caught:
        HubEngine(str(tmp_path / "empty-vi-en"), cache=tmp_path / "c").translate(["a"], VI_EN)
    assert "\n" not in str(caught.value)


@pytest.mark.hub
def test_the_translator_steers_hub_models_too(torch, tmp_path, glossary):
    folder = make_marian(tmp_path / "tiny-vi-en")
    translator = Translator(HubEngine(str(folder), cache=tmp_path / "cache"), glossary)
    result = translator.translate(["Bộ Ngoại giao tổ chức hội nghị tại Hà Nội."], VI_EN)[0]
    assert result.engine.startswith("hub:")
