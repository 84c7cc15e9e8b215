"""Fifty steps of training on a tiny network, exported and loaded: the whole recipe in small."""

import json
import random

import pytest

torch = pytest.importorskip("torch", reason="needs torch (the hub extra)")
pytestmark = pytest.mark.hub

RECIPE = """
direction = "vi-en"
seed = 1
[network]
encoder_layers = 1
decoder_layers = 1
markers = ["<t>", "<tr>", "</t>"]
[train]
minutes = 1.0
warmup_steps = 10
encoder_rate = 5e-3
decoder_rate = 5e-3
label_smoothing = 0.0
dropout = 0.0
batch_tokens = 300
longest_source = 40
longest_target = 40
flat = 0.5
sampling = 0.1
threads = 1
checkpoint_minutes = 10.0
checkpoints_kept = 2
[annotation]
share = 0.3
[dev]
sources = ["own"]
sentences = 8
[[source]]
name = "own"
file = "own.tsv"
share = 1.0
"""
WORDS = {
    "hội nghị": "conference", "phát biểu": "speech", "đại biểu": "delegate", "hôm nay": "today",
    "bắt đầu": "begins", "kết thúc": "ends", "quan trọng": "important", "hợp tác": "cooperation",
    "hòa bình": "peace", "phát triển": "development",
}  # fmt: skip


@pytest.fixture
def world(tmp_path):
    chance = random.Random(3)
    pairs = []
    for _ in range(300):
        words = chance.sample(sorted(WORDS), 4)
        pairs.append((" ".join(words), " ".join(WORDS[w] for w in words)))
    data = tmp_path / "data"
    (data / "corpus").mkdir(parents=True)
    (data / "eval").mkdir()
    (data / "corpus" / "own.tsv").write_text("".join(f"{v}\t{e}\n" for v, e in pairs))
    measured = pairs[0]
    (data / "eval" / "x.vi").write_text(measured[0] + "\n")
    (tmp_path / "recipe.toml").write_text(RECIPE)
    start = tmp_path / "start"
    start.mkdir()
    _tiny_network(start, pairs)
    return tmp_path


def _tiny_network(folder, pairs):
    import sentencepiece
    from safetensors.torch import save_file
    from transformers import BartConfig, BartForConditionalGeneration

    text = folder / "text"
    text.write_text("".join(f"{v}\n{e}\n" for v, e in pairs))
    sentencepiece.SentencePieceTrainer.train(
        input=str(text), model_prefix=str(folder / "spm"), vocab_size=90, bos_id=0, pad_id=1,
        eos_id=2, unk_id=3, hard_vocab_limit=False, minloglevel=2,
    )  # fmt: skip
    size = sentencepiece.SentencePieceProcessor(
        model_file=str(folder / "spm.model")
    ).get_piece_size()
    config = BartConfig(
        vocab_size=size, d_model=32, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=64, decoder_ffn_dim=64, dropout=0.0,
        max_position_embeddings=64, pad_token_id=1, bos_token_id=0, eos_token_id=2,
        decoder_start_token_id=2, forced_eos_token_id=2, tie_word_embeddings=True,
    )  # fmt: skip
    torch.manual_seed(0)
    network = BartForConditionalGeneration(config)
    state = {
        k: v.clone()
        for k, v in network.state_dict().items()
        if not k.endswith(("embed_tokens.weight", "lm_head.weight"))
    }
    save_file(state, str(folder / "model.safetensors"))
    config.save_pretrained(folder)


def test_prepare_train_average_export_load(world, capsys):
    from translations.training.__main__ import main
    from translations.training.evaluation import load_decoder, measure_terms
    from translations.training.settings import load_recipe

    common = ["--settings", f"{world}/recipe.toml", "--data", f"{world}/data", "--work",
              f"{world}/work"]  # fmt: skip
    assert main(["prepare", *common]) == 0
    report = json.loads((world / "work" / "data.json").read_text())
    assert report["sources"]["own"]["measured"] >= 1
    real_dropout = torch.nn.functional.dropout
    try:
        assert main(["train", *common, "--start", f"{world}/start", "--steps", "50"]) == 0
    finally:
        torch.nn.functional.dropout = real_dropout
    curve = [json.loads(line) for line in (world / "work" / "curve.jsonl").read_text().splitlines()]
    assert curve[-1]["dev_nll"] < curve[0]["dev_nll"] - 0.5
    assert main(["average", *common]) == 0
    assert main(["export", *common, "--out", f"{world}/model"]) == 0
    notes = json.loads((world / "model" / "training.json").read_text())
    assert notes["settings"]["seed"] == 1
    assert notes["data"]["sources"]["own"]["sha256"]
    assert notes["curve"] == curve
    assert main(["shortlist", *common, "--model", f"{world}/model"]) == 0
    listed = (world / "model" / "vmap.txt").read_text(encoding="utf-8").splitlines()
    assert listed[0].startswith("\t")
    assert all(line.count("\t") == 1 for line in listed)
    decoder = load_decoder(world / "model", threads=1)
    assert decoder.shortlist
    outputs = decoder.translate(["hội nghị quan trọng bắt đầu hôm nay", ""])
    assert len(outputs) == 2
    assert outputs[0]
    rows = [json.loads(line) for line in (world / "work" / "dev.jsonl").read_text().splitlines()]
    rows[0][2] = [[0, len(rows[0][0].split()[0]), rows[0][1].split()[0]]]
    shares = measure_terms(decoder, rows, load_recipe(world / "recipe.toml"))
    assert set(shares) == {"without", "inline"}
    # A run that was broken off goes on where it stopped …
    try:
        assert main(["train", *common, "--resume", "--steps", "52"]) == 0
    finally:
        torch.nn.functional.dropout = real_dropout
    curve = [json.loads(line) for line in (world / "work" / "curve.jsonl").read_text().splitlines()]
    assert curve[-1]["step"] == 52
    assert curve[-1]["dev_nll"] < curve[0]["dev_nll"] - 0.5
    # … and another one from the finished model, which is nearly the same in int8.
    (world / "next").mkdir()
    for name in ("train.jsonl", "dev.jsonl"):
        (world / "next" / name).write_bytes((world / "work" / name).read_bytes())
    again = [*common[:-1], f"{world}/next", "--start", f"{world}/model", "--steps", "1"]
    try:
        assert main(["train", *again]) == 0
    finally:
        torch.nn.functional.dropout = real_dropout
    first = json.loads((world / "next" / "curve.jsonl").read_text().splitlines()[0])
    at_fifty = next(line for line in curve if line["step"] == 50)
    assert first["dev_nll"] == pytest.approx(at_fifty["dev_nll"], abs=0.1)
    # A mean may keep a share of the weights that the run began with, if they are of one shape.
    from translations.training.network import load_network

    def bias(folder):
        return load_network(folder, (), 0.0)[0].state_dict()["model.encoder.layers.0.fc1.bias"]

    ends = ["average", *again[:-4]]
    assert main(ends) == 0
    end = bias(world / "next" / "float")
    assert main([*ends, "--start", f"{world}/model", "--share", "0.5"]) == 0
    between = (end + bias(world / "model")) / 2
    assert torch.allclose(bias(world / "next" / "float"), between, atol=1e-3)
    assert main([*ends, "--start", f"{world}/start", "--share", "0.5"]) == 1
    assert "another shape" in capsys.readouterr().err
    assert main([*ends, "--start", f"{world}/model", "--share", "1"]) == 1
    assert "--share" in capsys.readouterr().err


def test_what_is_missing_is_named(world, capsys):
    from translations.training.__main__ import main

    common = ["--settings", f"{world}/recipe.toml", "--work", f"{world}/nowhere"]
    assert main(["average", *common]) == 1
    assert "run train first" in capsys.readouterr().err
    assert main(["train", *common]) == 1
    assert "--start" in capsys.readouterr().err
    assert main(["train", *common, "--resume"]) == 1
    assert "no run to go on with" in capsys.readouterr().err


def test_a_run_from_other_weights_draws_other_pairs(world):
    """With the seed alone every run would see the pairs of the run before in the same order."""
    from safetensors.torch import load_file, save_file

    from translations.training.__main__ import main
    from translations.training.loop import Training
    from translations.training.settings import load_recipe

    recipe = load_recipe(world / "recipe.toml")
    common = ["--settings", f"{world}/recipe.toml", "--data", f"{world}/data"]
    assert main(["prepare", *common, "--work", f"{world}/work"]) == 0
    changed = world / "changed"
    changed.mkdir()
    for path in (world / "start").iterdir():
        (changed / path.name).write_bytes(path.read_bytes())
    state = load_file(str(changed / "model.safetensors"))
    state["model.encoder.layers.0.fc1.weight"] += 0.01
    save_file(state, str(changed / "model.safetensors"))
    real_dropout = torch.nn.functional.dropout

    def order(start):
        try:
            return Training(recipe, world / "work", start).chance.sample(range(1000), 20)
        finally:
            torch.nn.functional.dropout = real_dropout

    assert order(world / "start") == order(world / "start")
    assert order(world / "start") != order(changed)
