"""Float weights read back from a finished model (CTranslate2, int8), to train on from it.

The file holds named arrays; a matrix in int8 has a scale for each of its rows. What rounding to
int8 lost is regained in the first few hundred steps.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

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
Arrays = Mapping[str, Any]


class WeightsUnreadable(Exception):
    """A file holds no such weights; the message says what is wrong with it."""


class _Numbers:
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


def read_arrays(path: Path, spec: str) -> dict[str, Any]:
    """The arrays of a CTranslate2 ``model.bin`` by their names, int8 ones as float32.

    Args:
        path: the file.
        spec: the kind of model that it must be, as ``TransformerSpec``.

    Raises:
        WeightsUnreadable: if the file cannot be read or is no such model.
    """
    try:
        raw = _parse(_Numbers(path.read_bytes()), spec)
    except (OSError, ValueError, KeyError, struct.error) as error:
        raise WeightsUnreadable(f"not a CTranslate2 model: {error}") from None
    return {
        name: array.astype(np.float32) / raw[f"{name}_scale"][:, None]
        if array.dtype == np.int8 and f"{name}_scale" in raw
        else array
        for name, array in raw.items()
        if not name.endswith("weight_scale")
    }


def _parse(numbers: _Numbers, wanted: str) -> dict[str, Any]:
    version, spec, _ = numbers.number("I"), numbers.text(), numbers.number("I")
    if version != _VERSION or spec != wanted:
        raise ValueError(f"{spec or 'something'} in version {version}")
    arrays: dict[str, Any] = {}
    for _ in range(numbers.number("I")):
        name = numbers.text()
        shape = [numbers.number("I") for _ in range(numbers.number("B"))]
        kind = _KINDS[numbers.number("B")]
        arrays[name] = np.frombuffer(numbers.block(numbers.number("I")), kind).reshape(shape)
    return arrays


def layers(arrays: Arrays, side: str) -> int:
    """How many layers a side, ``encoder`` or ``decoder``, has."""
    numbers = [
        int(name.split("/")[1].removeprefix("layer_"))
        for name in arrays
        if name.startswith(f"{side}/layer_")
    ]
    return max(numbers, default=-1) + 1


def shape_of(arrays: Arrays, pieces: int) -> dict[str, Any]:
    """The shape of a BART's encoder as arguments for ``BartConfig``; ``pieces`` in its vocabulary.

    Raises:
        KeyError: if an array is missing.
    """
    positions = arrays["encoder/position_encodings/encodings"]
    return {
        "vocab_size": pieces, "d_model": positions.shape[1], "activation_function": "gelu",
        "encoder_layers": layers(arrays, "encoder"), "scale_embedding": False,
        "encoder_attention_heads": int(arrays["encoder/num_heads"]), "pad_token_id": 1,
        "encoder_ffn_dim": len(arrays["encoder/layer_0/ffn/linear_0/bias"]),
        "max_position_embeddings": len(positions),
    }  # fmt: skip


def state_of(arrays: Arrays, side: str) -> Iterator[tuple[str, Any]]:
    """The state of a BART's encoder or decoder, without its pieces: names and arrays.

    Raises:
        KeyError: if an array is missing.
    """
    positions = arrays[f"{side}/position_encodings/encodings"]
    unused = np.zeros((_OFFSET, positions.shape[1]), np.float32)
    yield "embed_positions.weight", np.concatenate([unused, positions])
    yield from _norm(arrays, f"{side}/layernorm_embedding", "layernorm_embedding")
    for number in range(layers(arrays, side)):
        ours, theirs = f"{side}/layer_{number}", f"layers.{number}"
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


def _norm(arrays: Arrays, ours: str, theirs: str) -> Iterator[tuple[str, Any]]:
    yield f"{theirs}.weight", arrays[f"{ours}/gamma"]
    yield f"{theirs}.bias", arrays[f"{ours}/beta"]
