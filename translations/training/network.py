"""The network: a BART that starts from float weights, with marks for terms in its vocabulary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from translations.engine import TranslationError
from translations.training.shipped import load_shipped

PAD, BEGIN, END = 1, 0, 2


def load_network(folder: Path, markers: tuple[str, ...], dropout: float) -> tuple[Any, bytes]:
    """The network and the SentencePiece model in ``folder``; markers are added if missing.

    Args:
        folder: config.json, model.fp16.safetensors (or model.safetensors) and spm.model; or a
            finished model (model.bin, spm.model), whose int8 weights are widened again.
        markers: pieces that stand for themselves anywhere in a source.
        dropout: of embeddings and layers while training.

    Returns:
        A ``BartForConditionalGeneration`` in float32, and the serialised SentencePiece model.

    Raises:
        TranslationError: if a file is missing or does not fit the configuration.
    """
    import torch
    from transformers import BartForConditionalGeneration

    config, state, weights = _read_weights(folder)
    config.dropout = dropout
    config._attn_implementation = "eager"  # noqa: SLF001 - the fused backward is slow on CPUs
    network = BartForConditionalGeneration(config)
    missing, unexpected = network.load_state_dict(state, strict=False)
    tied = {
        "lm_head.weight", "model.encoder.embed_tokens.weight", "model.decoder.embed_tokens.weight",
    }  # fmt: skip
    if unexpected or set(missing) - tied:
        raise TranslationError(
            f"weights do not fit: {[*unexpected, *missing][:3]}", subject=str(weights)
        )
    network.tie_weights()
    pieces, added = with_markers(_file(folder, "spm.model").read_bytes(), markers)
    if added:
        with torch.no_grad():
            network.resize_token_embeddings(config.vocab_size + added, mean_resizing=False)
            rows = network.model.shared.weight
            rows[-added:] = rows[:-added].mean(0) + 0.02 * torch.randn(added, rows.shape[1])
    return network, pieces


def _read_weights(folder: Path) -> tuple[Any, dict[str, Any], Path]:
    """Configuration, state and the file it was read from."""
    import torch
    from safetensors.torch import load_file
    from transformers import BartConfig

    for name in ("model.fp16.safetensors", "model.safetensors"):
        path = folder / name
        if path.is_file():
            config = BartConfig.from_json_file(str(_file(folder, "config.json")))
            return config, {key: value.float() for key, value in load_file(str(path)).items()}, path
    path = folder / "model.bin"
    if not path.is_file():
        raise TranslationError(
            "no weights (model.fp16.safetensors or model.bin)", subject=str(folder)
        )
    values, arrays = load_shipped(folder)
    state = {name: torch.tensor(array) for name, array in arrays.items()}
    return BartConfig(**values, attention_dropout=0.0, activation_dropout=0.0), state, path


def with_markers(model: bytes, markers: tuple[str, ...]) -> tuple[bytes, int]:
    """A SentencePiece model with ``markers`` as user-defined pieces at its end.

    Returns:
        The serialised model, and how many pieces were added.
    """
    from sentencepiece import sentencepiece_model_pb2

    proto = sentencepiece_model_pb2.ModelProto()
    proto.ParseFromString(model)
    there = {piece.piece for piece in proto.pieces}
    new = [marker for marker in markers if marker not in there]
    for marker in new:
        piece = proto.pieces.add()
        piece.piece, piece.score, piece.type = marker, 0.0, 4  # 4: user defined
    proto.trainer_spec.vocab_size = len(proto.pieces)
    return proto.SerializeToString(), len(new)


def _file(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise TranslationError("no such file", subject=str(path))
    return path
