"""Float weights read back from a finished model (CTranslate2, int8), to train on from it.

The file holds named arrays; a matrix in int8 has a scale for each of its rows. What rounding to
int8 lost is regained in the first few hundred steps.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np

from translations.engine import TranslationError

_KINDS: Final = {0: "<f4", 1: "i1", 2: "<i2", 3: "<i4", 4: "<f2"}
_VERSION: Final = 6
_OFFSET: Final = 2
"""BART counts positions from two."""
_PARTS: Final = (
    # CTranslate2's name of a layer's part, BART's, and what is stacked in it.
    ("self_attention/linear_0", "self_attn.", ("q_proj", "k_proj", "v_proj")),
    ("self_attention/linear_1", "self_attn.", ("out_proj",)),
    ("attention/linear_0", "encoder_attn.", ("q_proj",)),
    ("attention/linear_1", "encoder_attn.", ("k_proj", "v_proj")),
    ("attention/linear_2", "encoder_attn.", ("out_proj",)),
    ("ffn/linear_0", "", ("fc1",)),
    ("ffn/linear_1", "", ("fc2",)),
)
_NORMS: Final = (
    ("self_attention/layer_norm", "self_attn_layer_norm"),
    ("attention/layer_norm", "encoder_attn_layer_norm"),
    ("ffn/layer_norm", "final_layer_norm"),
)


class _Reader:
    """Numbers and texts one after the other, as CTranslate2 writes them."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def number(self, kind: str) -> int:
        value: int
        (value,) = struct.unpack_from("<" + kind, self._data, self._at)
        self._at += struct.calcsize("<" + kind)
        return value

    def text(self) -> str:
        return self.block(self.number("H")).rstrip(b"\0").decode()

    def block(self, size: int) -> bytes:
        if self._at + size > len(self._data):
            raise ValueError("the file ends too soon")
        self._at += size
        return self._data[self._at - size : self._at]


def read_arrays(path: Path) -> dict[str, Any]:
    """The arrays of a CTranslate2 ``model.bin`` by their names, int8 ones as float32.

    Raises:
        TranslationError: if the file cannot be read or is no such model.
    """
    try:
        raw = _parse(_Reader(path.read_bytes()))
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise TranslationError(f"not a CTranslate2 model: {error}", subject=str(path)) from None
    return {
        name: array.astype(np.float32) / raw[f"{name}_scale"][:, None]
        if array.dtype == np.int8 and f"{name}_scale" in raw
        else array
        for name, array in raw.items()
        if not name.endswith("weight_scale")
    }


def _parse(reader: _Reader) -> dict[str, Any]:
    version, spec, _ = reader.number("I"), reader.text(), reader.number("I")
    if version != _VERSION or spec != "TransformerSpec":
        raise ValueError(f"{spec or 'something'} in version {version}")
    arrays: dict[str, Any] = {}
    for _ in range(reader.number("I")):
        name = reader.text()
        shape = [reader.number("I") for _ in range(reader.number("B"))]
        kind = _KINDS[reader.number("B")]
        arrays[name] = np.frombuffer(reader.block(reader.number("I")), kind).reshape(shape)
    return arrays


def load_shipped(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Configuration and state of the BART that was exported into ``folder``.

    Returns:
        Arguments for ``BartConfig``, and arrays by the names of its state, tied ones once.

    Raises:
        TranslationError: if it holds no model of this recipe.
    """
    path = folder / "model.bin"
    arrays = read_arrays(path)
    try:
        return _config(arrays), dict(_state(arrays))
    except (KeyError, ValueError) as error:
        raise TranslationError(f"not a model of this recipe: {error}", subject=str(path)) from None


def _layers(arrays: dict[str, Any], side: str) -> int:
    numbers = [
        int(name.split("/")[1].removeprefix("layer_"))
        for name in arrays
        if name.startswith(f"{side}/layer_")
    ]
    return max(numbers) + 1


def _config(arrays: dict[str, Any]) -> dict[str, Any]:
    pieces, width = arrays["decoder/embeddings/weight"].shape
    heads, inner = (
        int(arrays["encoder/num_heads"]),
        len(arrays["encoder/layer_0/ffn/linear_0/bias"]),
    )
    return {
        "vocab_size": pieces, "d_model": width, "activation_function": "gelu",
        "encoder_layers": _layers(arrays, "encoder"), "decoder_layers": _layers(arrays, "decoder"),
        "encoder_attention_heads": heads, "decoder_attention_heads": heads,
        "encoder_ffn_dim": inner, "decoder_ffn_dim": inner, "scale_embedding": False,
        "max_position_embeddings": len(arrays["encoder/position_encodings/encodings"]),
        "pad_token_id": 1, "bos_token_id": 0, "eos_token_id": 2, "decoder_start_token_id": 2,
        "forced_eos_token_id": 2, "tie_word_embeddings": True,
    }  # fmt: skip


def _state(arrays: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    shared = arrays["decoder/embeddings/weight"]
    yield "model.shared.weight", shared
    yield "final_logits_bias", np.zeros((1, len(shared)), np.float32)
    for side in ("encoder", "decoder"):
        positions = arrays[f"{side}/position_encodings/encodings"]
        unused = np.zeros((_OFFSET, positions.shape[1]), np.float32)
        yield f"model.{side}.embed_positions.weight", np.concatenate([unused, positions])
        yield from _norm(arrays, f"{side}/layernorm_embedding", f"model.{side}.layernorm_embedding")
        for number in range(_layers(arrays, side)):
            ours, theirs = f"{side}/layer_{number}", f"model.{side}.layers.{number}"
            for part, prefix, stacked in _PARTS:
                if f"{ours}/{part}/weight" not in arrays:
                    continue  # an encoder's layer looks at no other side
                for field in ("weight", "bias"):
                    cut = np.split(arrays[f"{ours}/{part}/{field}"], len(stacked))
                    for name, array in zip(stacked, cut, strict=True):
                        yield f"{theirs}.{prefix}{name}.{field}", array
            for part, name in _NORMS:
                if f"{ours}/{part}/gamma" in arrays:
                    yield from _norm(arrays, f"{ours}/{part}", f"{theirs}.{name}")


def _norm(arrays: dict[str, Any], ours: str, theirs: str) -> Iterator[tuple[str, Any]]:
    yield f"{theirs}.weight", arrays[f"{ours}/gamma"]
    yield f"{theirs}.bias", arrays[f"{ours}/beta"]
