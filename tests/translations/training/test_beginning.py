"""A network begun from a packed encoder, and weights read back from a finished model."""

import struct

import numpy as np
import pytest

from translations.engine import TranslationError
from translations.training.e5 import read_e5

WIDTH, INNER, LAYERS, HEADS = 32, 64, 2, 2
LETTERS = sorted(set("aăâbcdđeêghiklmnoôơpqrstuưvxyáàộịạ"))
PIECES = ["<s>", "<pad>", "</s>", "<unk>", *LETTERS, *(f"\u2581{one}" for one in LETTERS),
          "\u2581hội", "\u2581nghị", "\u2581meeting", "\u2581never"]  # fmt: skip


def packed(chance) -> bytes:
    """An encoder in the file format of the package, its numbers by chance."""
    words = [piece.encode() for piece in PIECES]
    borders = np.cumsum([0, *map(len, words)]).astype("<u4").tobytes()
    scores = np.linspace(-9, 0, len(words)).astype("<f4").tobytes()
    head = b"E5S1" + struct.pack("<i", 1)
    head += struct.pack("<7i", WIDTH, LAYERS, HEADS, INNER, len(words), 16, 1)
    head += struct.pack("<fi", 1e-5, 32) + struct.pack("<5i", len(words), 0, 2, 1, 3)
    head += struct.pack("<Q", sum(map(len, words))) + borders + scores + b"".join(words)
    head += struct.pack("<iI", 0, 0)

    def matrix(rows, columns):
        blocks = np.zeros(rows * columns // 32, np.dtype([("scale", "<f2"), ("pairs", "u1", 16)]))
        blocks["scale"] = 0.02
        blocks["pairs"] = chance.integers(0, 256, blocks["pairs"].shape)
        return blocks.tobytes()

    def vector(*shape):
        return chance.normal(size=shape).astype("<f4").tobytes()

    arrays = {
        "emb.word": matrix(len(words), WIDTH),
        "emb.pos": vector(16, WIDTH),
        "emb.type": vector(1, WIDTH),
        "emb.ln.w": vector(WIDTH),
        "emb.ln.b": vector(WIDTH),
    }
    for layer in range(LAYERS):
        for name in ("q", "k", "v", "ao"):
            arrays[f"l{layer}.{name}.w"] = matrix(WIDTH, WIDTH)
            arrays[f"l{layer}.{name}.b"] = vector(WIDTH)
        arrays |= {
            f"l{layer}.fi.w": matrix(INNER, WIDTH),
            f"l{layer}.fi.b": vector(INNER),
            f"l{layer}.fo.w": matrix(WIDTH, INNER),
            f"l{layer}.fo.b": vector(WIDTH),
        }
        for name in ("aln", "oln"):
            arrays |= {f"l{layer}.{name}.w": vector(WIDTH), f"l{layer}.{name}.b": vector(WIDTH)}
    table_size = 4 + sum(2 + len(name) + 5 + 16 for name in arrays)
    at = len(head) + table_size
    table = struct.pack("<i", len(arrays))
    for name, data in arrays.items():
        table += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BI", 0, 0)
        table += struct.pack("<QQ", at, len(data))
        at += len(data)
    return head + table + b"".join(arrays.values())


@pytest.fixture
def encoder(tmp_path):
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(packed(np.random.default_rng(1)))
    return path


def test_four_bits_are_widened_block_by_block(encoder):
    e5 = read_e5(encoder)
    assert e5.pieces == tuple(PIECES)
    assert (e5.width, e5.layers, e5.heads, e5.inner) == (WIDTH, LAYERS, HEADS, INNER)
    matrix = e5.arrays["l1.fo.w"]
    assert matrix.shape == (WIDTH, INNER)
    # The low half bytes of a block are its first sixteen numbers, the high ones the rest.
    assert set(np.round(np.unique(matrix) / np.float16(0.02)).astype(int)) <= set(range(-8, 8))
    assert np.array_equal(e5.embeddings([5, 2])[1], e5.embeddings([2])[0])


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: b"", "another kind of file"),
        (lambda data: b"PK" + data[2:], "another kind of file"),
        (lambda data: data[:60], "e5 encoder"),
    ],
)
def test_another_file_is_refused(encoder, spoil, reason):
    encoder.write_bytes(spoil(encoder.read_bytes()))
    with pytest.raises(TranslationError, match=reason):
        read_e5(encoder)


@pytest.mark.hub
def test_a_network_begins_with_the_encoder_and_the_pieces_that_are_used(encoder, tmp_path):
    pytest.importorskip("torch", reason="needs torch (the hub extra)")
    from translations.training.__main__ import main
    from translations.training.network import load_network

    for place, text in (
        ("corpus/own.tsv", "hội nghị\tmeeting\nhội đạo\tmeeting a\n"),
        ("eval/measured.vi", ""),
    ):
        (tmp_path / place).parent.mkdir()
        (tmp_path / place).write_text(text)
    work, recipe = tmp_path / "work", tmp_path / "recipe.toml"
    recipe.write_text(RECIPE)
    arguments = ["--settings", str(recipe), "--work", str(work)]
    assert main(["prepare", *arguments, "--data", str(tmp_path)]) == 0
    assert main(["begin", *arguments, "--encoder", str(encoder)]) == 0

    network, pieces = load_network(work / "begin", ("<t>",), 0.1)
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    kept = [model.id_to_piece(i) for i in range(model.get_piece_size())]
    assert kept[:4] == ["<s>", "<pad>", "</s>", "<unk>"]
    assert kept[-1] == "<t>"
    assert "\u2581hội" in kept
    assert "\u2581never" not in kept
    assert network.config.encoder_layers == 2
    assert network.config.decoder_layers == 1
    e5 = read_e5(encoder)
    state = network.state_dict()
    # The one layer of the decoder is the last of the encoder, also where it looks at the source.
    for place in ("self_attn", "encoder_attn"):
        weights = state[f"model.decoder.layers.0.{place}.k_proj.weight"].numpy()
        assert np.array_equal(weights, e5.arrays["l1.k.w"])
    row = state["model.shared.weight"][kept.index("\u2581hội")].numpy()
    assert np.array_equal(row, e5.embeddings([PIECES.index("\u2581hội")])[0])


@pytest.mark.hub
def test_more_layers_than_there_are_is_an_error(encoder, tmp_path, capsys):
    pytest.importorskip("torch", reason="needs torch (the hub extra)")
    from translations.training.__main__ import main

    recipe = tmp_path / "recipe.toml"
    recipe.write_text(RECIPE.replace("encoder_layers = 2", "encoder_layers = 3"))
    arguments = ["--settings", str(recipe), "--work", str(tmp_path), "--encoder", str(encoder)]
    assert main(["begin", *arguments]) == 1
    assert "3 + 1 layers out of 2" in capsys.readouterr().err


RECIPE = """
direction = "vi-en"
seed = 1
[network]
encoder_layers = 2
decoder_layers = 1
markers = ["<t>"]
pieces = 20
[train]
minutes = 1.0
warmup_steps = 1
encoder_rate = 1e-3
decoder_rate = 1e-3
label_smoothing = 0.0
dropout = 0.0
batch_tokens = 100
longest_source = 40
longest_target = 40
flat = 0.5
sampling = 0.0
threads = 1
checkpoint_minutes = 10.0
checkpoints_kept = 1
[annotation]
share = 0.0
[dev]
sources = []
sentences = 0
[[source]]
name = "own"
file = "own.tsv"
share = 1.0
"""
