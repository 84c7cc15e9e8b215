"""A finished translation model as a BART again, to train on from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from summarizer.networks.finished import (
    Arrays,
    WeightsUnreadable,
    layers,
    read_arrays,
    shape_of,
    state_of,
)
from translations.engine import TranslationError

_SPEC = "TransformerSpec"


def load_shipped(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Configuration and state of the BART that was exported into ``folder``.

    Returns:
        Arguments for ``BartConfig``, and arrays by the names of its state, tied ones once.

    Raises:
        TranslationError: if it holds no model of this recipe.
    """
    path = folder / "model.bin"
    try:
        arrays = read_arrays(path, _SPEC)
        return _config(arrays), dict(_state(arrays))
    except WeightsUnreadable as error:
        raise TranslationError(str(error), subject=str(path)) from None
    except (KeyError, ValueError) as error:
        raise TranslationError(f"not a model of this recipe: {error}", subject=str(path)) from None


def _config(arrays: Arrays) -> dict[str, Any]:
    shape = shape_of(arrays, len(arrays["decoder/embeddings/weight"]))
    return shape | {
        "decoder_layers": layers(arrays, "decoder"),
        "decoder_attention_heads": shape["encoder_attention_heads"],
        "decoder_ffn_dim": shape["encoder_ffn_dim"],
        "bos_token_id": 0, "eos_token_id": 2, "decoder_start_token_id": 2,
        "forced_eos_token_id": 2, "tie_word_embeddings": True,
    }  # fmt: skip


def _state(arrays: Arrays) -> Iterator[tuple[str, Any]]:
    shared = arrays["decoder/embeddings/weight"]
    yield "model.shared.weight", shared
    yield "final_logits_bias", np.zeros((1, len(shared)), np.float32)
    for side in ("encoder", "decoder"):
        for name, array in state_of(arrays, side):
            yield f"model.{side}.{name}", array
