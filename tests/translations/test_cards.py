"""Card, manifest, licence and model of every shipped model agree."""

import json
import shutil
from pathlib import Path

import pytest

from translations import Direction
from translations.engine import TranslationError
from translations.engines.compact import shipped_models
from translations.engines.manifest import read_manifest
from translations.training import card
from translations.training.packaging import FREE, RESEARCH, package

DOCS = Path(__file__).parents[2] / "docs"
MODELS = sorted(path for path in shipped_models().iterdir() if path.is_dir())
MEGABYTES = 40e6


@pytest.fixture(params=MODELS, ids=lambda path: path.name)
def model(request):
    return request.param


def generated(direction):
    found = card.PART.search((DOCS / f"model-card-{direction}.md").read_text("utf-8"))
    assert found, "a card needs <!-- generated: model --> … <!-- end -->"
    return found[2]


def test_the_files_are_those_of_the_manifest_and_small(model):
    manifest = read_manifest(model)
    manifest.check()
    assert manifest.bytes <= MEGABYTES
    assert sum(path.stat().st_size for path in model.iterdir()) <= MEGABYTES
    assert [direction.value for direction in manifest.directions] == [model.name]


def test_the_card_says_what_the_manifest_says(model):
    written = f"run python -m translations.training card --model translations/models/{model.name}"
    assert generated(model.name) == card.describe(model), written


def test_the_licence_names_the_same_data(model):
    manifest = read_manifest(model)
    licence = " ".join((model / manifest.licence_file).read_text("utf-8").split())
    assert f'"{manifest.name}" {manifest.version}' in licence
    assert ("research" in licence) == (manifest.licence == RESEARCH)
    if (model / "training.json").is_file():
        assert all(line in licence for line in manifest.data)


@pytest.mark.parametrize("direction", list(Direction))
def test_every_direction_has_a_card_and_a_missing_model_is_said(direction):
    if not (shipped_models() / direction.value).is_dir():
        assert generated(direction.value) == "No model of this direction is in the package.\n"
    scores = (DOCS / f"model-card-{direction.value}.md").read_text("utf-8")
    assert scores.count("<!-- generated: scores -->") == 1


@pytest.fixture
def exported(tmp_path):
    """What export leaves: files, and notes on the training."""
    for name in ("config.json", "model.bin", "shared_vocabulary.json", "spm.model"):
        (tmp_path / name).write_bytes(name.encode())
    counts = {"read": 9, "kept": 7, "measured": 1, "twice": 1, "unfit": 0, "share": 0.5}
    notes = {
        "settings": {
            "network": {"encoder_layers": 6, "decoder_layers": 3, "markers": ["<t>", "<tr>", "</t>"]},
            "source": [{"name": "wiki-alt"}, {"name": "evbnews", "research": True}],
        },
        "data": {"direction": "en-vi", "sources": {"wiki-alt": counts, "evbnews": counts}},
        "curve": [
            {"step": 0, "minutes": 0.0, "dev_nll": 9.0, "tokens": 0},
            {"step": 50, "minutes": 3.0, "dev_nll": 2.5, "tokens": 123456},
        ],
    }  # fmt: skip
    (tmp_path / "training.json").write_text(json.dumps(notes))
    return tmp_path


def without(folder, source):
    path = folder / "training.json"
    notes = json.loads(path.read_text())
    del notes["data"]["sources"][source]
    path.write_text(json.dumps(notes))


def test_a_packaged_model_says_what_it_saw(exported):
    manifest = package(exported, "3", words={"hardware": "two cores"})
    manifest.check()
    assert manifest.licence == RESEARCH
    assert manifest.markers.all == ("<t>", "<tr>", "</t>")
    assert manifest.data[0] == "Asian Language Treebank, Wikinews: CC BY 4.0"
    licence = (exported / "LICENSE").read_text()
    assert licence.startswith('Weights of the English-Vietnamese model "compact" 3: research use')
    text = card.describe(exported)
    for part in ("| direction | en-vi |", "compact-3", "two cores", "| 7 | 1, 1, 0 | 0.5 |",
                 "50 steps, 123,456 target tokens, 3 minutes.", "9.00 at 0, 2.50 at 3"):  # fmt: skip
        assert part in text


def test_without_research_sources_the_weights_are_free_unless_they_began_with_them(exported):
    without(exported, "evbnews")
    assert package(exported, "3").licence == FREE
    assert "ShareAlike" in (exported / "LICENSE").read_text()
    began = package(exported, "3", earlier=("ted-devtest",))
    assert began.licence == RESEARCH
    assert "TED talks: CC BY-NC-ND" in card.describe(exported)


def test_cards_are_filled_in_their_place(exported, tmp_path):
    package(exported, "3")
    file = tmp_path / "card.md"
    shutil.copy(DOCS / "model-card-en-vi.md", file)
    card.write(exported, file)
    before, after = (DOCS / "model-card-en-vi.md").read_text("utf-8"), file.read_text("utf-8")
    assert card.describe(exported) in after
    assert after.split("<!-- end -->")[1:] == before.split("<!-- end -->")[1:]
    file.write_text("no place")
    with pytest.raises(TranslationError, match="no place"):
        card.write(exported, file)


def test_what_cannot_be_packaged_is_named(exported):
    (exported / "model.bin").unlink()
    with pytest.raises(TranslationError, match=r"model\.bin"):
        package(exported, "3")
    (exported / "training.json").write_text("{}")
    with pytest.raises(TranslationError, match=r"training\.json"):
        package(exported, "3")
