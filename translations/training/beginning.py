"""A network to begin with: the first layers of multilingual-e5-small as encoder and as decoder.

The encoder knows both languages already. The decoder's layers start from the encoder's, their
attention to the source from the attention to themselves (Rothe et al. 2020), which learns several
times faster than weights by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

import numpy as np

from translations.engine import TranslationError
from translations.training.e5 import E5, find_e5, read_e5
from translations.training.prepared import read_pairs
from translations.training.settings import Recipe
from translations.training.vocabulary import build_pieces, cut_vocabulary

BEGINNING: Final = "begin"
"""Folder in the work folder for the weights to start from."""
_LINEAR: Final = (
    ("q", "self_attn.q_proj"), ("k", "self_attn.k_proj"), ("v", "self_attn.v_proj"),
    ("ao", "self_attn.out_proj"), ("fi", "fc1"), ("fo", "fc2"),
    ("aln", "self_attn_layer_norm"), ("oln", "final_layer_norm"),
)  # fmt: skip


def begin(recipe: Recipe, work: Path, file: Path | None) -> Path:
    """Build ``work/begin``, a folder of float weights for ``train --start``.

    Args:
        recipe: its network gives the depth and the size of the vocabulary.
        work: where ``prepare`` left the sentences.
        file: the packed encoder; by default that of the installed package.

    Raises:
        TranslationError: if the sentences or the encoder are missing, or it has too few layers.
    """
    from safetensors.numpy import save_file
    from transformers import BartConfig

    e5 = read_e5(file or find_e5())
    wanted = recipe.network
    if not 0 < wanted.decoder_layers <= wanted.encoder_layers <= e5.layers:
        raise TranslationError(
            f"{wanted.encoder_layers} + {wanted.decoder_layers} layers out of {e5.layers}",
            subject="[network]",
        )
    kept = cut_vocabulary(
        e5.pieces, e5.scores, chain.from_iterable(read_pairs(work)), wanted.pieces
    )
    folder = work / BEGINNING
    folder.mkdir(exist_ok=True)
    state = dict(_state(e5, kept, wanted.encoder_layers, wanted.decoder_layers))
    save_file(state, str(folder / "model.safetensors"))
    model = build_pieces([e5.pieces[i] for i in kept], [e5.scores[i] for i in kept])
    (folder / "spm.model").write_bytes(model)
    BartConfig(
        vocab_size=len(kept), d_model=e5.width, activation_function="gelu",
        encoder_layers=wanted.encoder_layers, decoder_layers=wanted.decoder_layers,
        encoder_attention_heads=e5.heads, decoder_attention_heads=e5.heads,
        encoder_ffn_dim=e5.inner, decoder_ffn_dim=e5.inner, scale_embedding=False,
        max_position_embeddings=len(state["model.encoder.embed_positions.weight"]) - 2,
        attention_dropout=0.0, activation_dropout=0.0, pad_token_id=1, bos_token_id=0,
        eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=2, is_encoder_decoder=True,
        tie_word_embeddings=True,
    ).save_pretrained(folder)  # fmt: skip
    return folder


def _state(
    e5: E5, kept: list[int], encoder_layers: int, decoder_layers: int
) -> Iterator[tuple[str, Any]]:
    yield "model.shared.weight", e5.embeddings(kept)
    yield "final_logits_bias", np.zeros((1, len(kept)), np.float32)
    # XLM-R adds the embedding of one token type everywhere, and BART counts positions from two.
    positions = e5.arrays["emb.pos"].reshape(-1, e5.width)
    positions = positions + e5.arrays["emb.type"].reshape(-1, e5.width)[0]
    positions = np.concatenate([np.zeros((2, e5.width), np.float32), positions])
    spread = [(i + 1) * encoder_layers // decoder_layers - 1 for i in range(decoder_layers)]
    for side, layers in (("encoder", list(range(encoder_layers))), ("decoder", spread)):
        yield f"model.{side}.embed_positions.weight", positions.copy()
        yield f"model.{side}.layernorm_embedding.weight", e5.arrays["emb.ln.w"].copy()
        yield f"model.{side}.layernorm_embedding.bias", e5.arrays["emb.ln.b"].copy()
        for number, layer in enumerate(layers):
            for ours, theirs in _LINEAR:
                places = [theirs]
                if side == "decoder" and theirs.startswith("self_attn"):
                    places.append(theirs.replace("self_attn", "encoder_attn"))
                for place in places:
                    name = f"model.{side}.layers.{number}.{place}"
                    yield f"{name}.weight", e5.arrays[f"l{layer}.{ours}.w"].copy()
                    yield f"{name}.bias", e5.arrays[f"l{layer}.{ours}.b"].copy()
