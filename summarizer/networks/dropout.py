"""Dropout whose masks come from a pool of random numbers."""

from __future__ import annotations

import random
from typing import Any

_POOL = 1 << 24


def use_pooled_dropout(chance: random.Random, format_: Any) -> None:
    """On a CPU drawing new masks for every layer takes a third of a step; here they are cut from
    one pool, beginning anywhere.

    Replaces ``torch.nn.functional.dropout`` for this process; only training commands do so.
    ``format_`` is the type of the masks, that of most of what they are laid on.
    """
    import torch

    pool = torch.rand(_POOL)
    masks: dict[float, Any] = {}

    def dropout(x: Any, p: float = 0.5, training: bool = True, inplace: bool = False) -> Any:  # noqa: ARG001 - torch's signature
        if not training or p == 0:
            return x
        if p not in masks:
            masks[p] = (pool > p).to(format_) / (1 - p)
        begin = chance.randrange(0, max(1, _POOL - x.numel()))
        return x * masks[p][begin : begin + x.numel()].view(x.shape).to(x.dtype)

    torch.nn.functional.dropout = dropout
