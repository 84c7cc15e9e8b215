"""From a trained network to the reader's folder: the encoder in int8, the layer as numbers."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from summarizer.reading.reader import HEAD
from summarizer.reading.training.network import Network

_DIGITS = 5


def export(network: Network, pieces: bytes, out: Path) -> None:
    """Write ``model.bin``, its configuration and vocabulary, ``head.json`` and ``spm.model``."""
    import sentencepiece
    from ctranslate2.converters import transformers as converters
    from ctranslate2.specs import common_spec, transformer_spec

    # what is converted is changed in place
    encoder = copy.deepcopy(network.encoder).float()
    config = encoder.config
    its = transformer_spec.TransformerEncoderSpec(
        config.encoder_layers,
        config.encoder_attention_heads,
        pre_norm=False,
        activation=common_spec.Activation.GELU,
        layernorm_embedding=True,
    )
    converters.BartLoader().set_encoder(its, encoder)
    spec = transformer_spec.TransformerEncoderModelSpec(its)
    model = sentencepiece.SentencePieceProcessor(model_proto=pieces)
    spec.register_vocabulary([model.id_to_piece(at) for at in range(model.get_piece_size())])
    spec.config.unk_token = "<unk>"  # noqa: S105 - a piece
    spec.validate()
    spec.optimize(quantization="int8")
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))
    (out / "spm.model").write_bytes(pieces)
    head = {
        "weight": _rounded(network.head.weight),
        "bias": _rounded(network.head.bias),
        "kinds": _rounded(network.kinds.weight[:, 0]),
    }
    (out / HEAD).write_text(json.dumps(head), encoding="utf-8")


def _rounded(tensor: Any) -> Any:
    values = tensor.detach().float()
    if values.dim() > 1:
        return [_rounded(row) for row in values]
    return [round(float(value), _DIGITS) for value in values]
