"""The network: the encoder of a translation model, and one linear layer above its last states."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from torch import nn

from summarizer.networks.finished import WeightsUnreadable, read_arrays, shape_of, state_of
from summarizer.reading.reader import HEAD, STRONGEST, TASK, WITHIN
from summarizer.reading.training.marks import MarksUnreadable

PAD = 1
NOWHERE = -1
"""The place of a piece that is not there."""


class Network(nn.Module):  # type: ignore[misc]
    """Log-odds of a task for every piece and passage, and of names for every piece."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.config.d_model, WITHIN + 1)
        self.kinds = nn.Embedding(3, 1)
        self.dropout = nn.Dropout(encoder.config.dropout)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.kinds.weight)
        with torch.no_grad():
            # Tasks and names are rare: what is learnt first is not that.
            self.head.bias.copy_(torch.tensor([-2.0, 3.0, 0.0, 0.0]))

    def forward(self, numbers: Any, places: Any, kinds: Any) -> tuple[Any, Any]:
        """Scores of pieces (windows, pieces, 4) and of passages (passages).

        Args:
            numbers: of the pieces, filled up with :data:`PAD`; (windows, pieces).
            places: of each passage's pieces among all of them, filled up with :data:`NOWHERE`;
                (passages, pieces).
            kinds: of the passages; (passages).
        """
        states = self.encoder(
            input_ids=numbers, attention_mask=(numbers != PAD).long()
        ).last_hidden_state
        scores = self.head(self.dropout(states.float()))
        there = places != NOWHERE
        tasks = scores[..., TASK].flatten()[places.clamp_min(0)].masked_fill(~there, -torch.inf)
        strongest = tasks.topk(min(STRONGEST, tasks.shape[1]), 1).values
        some = strongest.isfinite()
        mean = strongest.masked_fill(~some, 0.0).sum(1) / some.sum(1).clamp_min(1)
        return scores, mean + self.kinds(kinds)[:, 0]


def load_encoder(folder: Path, layers: int, dropout: float) -> tuple[Any, bytes]:
    """The encoder of a BART model (``config.json``, weights, ``spm.model``), its first layers.

    Raises:
        MarksUnreadable: if a file is missing or does not fit.
    """
    from transformers import BartForConditionalGeneration

    try:
        model = BartForConditionalGeneration.from_pretrained(
            folder, attn_implementation="eager", dropout=dropout, dtype=torch.float32
        )
        pieces = (folder / "spm.model").read_bytes()
    except (OSError, ValueError) as error:
        raise MarksUnreadable(f"no model to start from in {folder}: {error}") from error
    encoder = model.model.encoder
    encoder.layers = encoder.layers[:layers]
    encoder.config.encoder_layers = len(encoder.layers)
    return encoder, pieces


def load_finished(folder: Path, dropout: float) -> tuple[Network, bytes]:
    """The network of a finished reader, its int8 weights widened again, and its pieces.

    Raises:
        MarksUnreadable: if a file is missing or does not fit.
    """
    from transformers import BartConfig
    from transformers.models.bart.modeling_bart import BartEncoder

    try:
        arrays = read_arrays(folder / "model.bin", "TransformerEncoderSpec")
        head = json.loads((folder / HEAD).read_text(encoding="utf-8"))
        pieces = (folder / "spm.model").read_bytes()
        words = arrays["encoder/embeddings_0/weight"]
        config = BartConfig(dropout=dropout, **shape_of(arrays, len(words)))
        config._attn_implementation = "eager"  # noqa: SLF001 - the fused backward is slow on CPUs
        network = Network(BartEncoder(config))
        state = {"embed_tokens.weight": words, **dict(state_of(arrays, "encoder"))}
        network.encoder.load_state_dict({
            name: torch.tensor(array) for name, array in state.items()
        })  # fmt: skip
        network.head.load_state_dict({
            name: torch.tensor(head[name]) for name in ("weight", "bias")
        })  # fmt: skip
        network.kinds.load_state_dict({"weight": torch.tensor(head["kinds"])[:, None]})
    except (OSError, ValueError, TypeError, LookupError, RuntimeError, WeightsUnreadable) as error:
        raise MarksUnreadable(f"no finished reader in {folder}: {error}") from error
    return network, pieces
