"""Weights read back from finished models; those shipped with the package serve as examples."""

import numpy as np
import pytest

from summarizer.networks.finished import WeightsUnreadable, layers, read_arrays, state_of
from summarizer.reading import shipped_reader

SPEC = "TransformerEncoderSpec"
MODEL = shipped_reader() / "model.bin"


def test_the_layers_of_an_encoder_come_back_under_the_names_of_a_bart():
    arrays = read_arrays(MODEL, SPEC)
    state = dict(state_of(arrays, "encoder"))
    width = arrays["encoder/embeddings_0/weight"].shape[1]
    assert layers(arrays, "encoder") == 6
    assert layers(arrays, "decoder") == 0
    parts = [f"layers.5.self_attn.{part}_proj.weight" for part in "qkv"]
    assert {state[part].shape for part in parts} == {(width, width)}
    assert all(np.isfinite(array).all() for array in state.values())
    # what was stacked in one matrix is cut in the order in which it was stacked
    stacked = arrays["encoder/layer_5/self_attention/linear_0/weight"]
    assert np.array_equal(np.concatenate([state[part] for part in parts]), stacked)


def test_a_matrix_in_int8_is_widened_by_the_scales_of_its_rows():
    weights = read_arrays(MODEL, SPEC)["encoder/layer_0/ffn/linear_0/weight"]
    assert weights.dtype == np.float32
    # the largest number of each row of int8 is 127
    steps = weights / (np.abs(weights).max(1, keepdims=True) / 127)
    assert np.abs(steps - steps.round()).max() < 1e-3


@pytest.mark.parametrize("length", [0, 3, 40, 100_000])
def test_a_file_that_was_cut_short_is_told(tmp_path, length):
    path = tmp_path / "model.bin"
    path.write_bytes(MODEL.read_bytes()[:length])
    with pytest.raises(WeightsUnreadable, match="not a CTranslate2 model"):
        read_arrays(path, SPEC)


def test_another_kind_of_model_and_no_file_are_told(tmp_path):
    with pytest.raises(WeightsUnreadable, match=SPEC):
        read_arrays(MODEL, "TransformerSpec")
    with pytest.raises(WeightsUnreadable):
        read_arrays(tmp_path / "nowhere", SPEC)
