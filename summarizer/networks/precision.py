"""The number format of the matrix products: whichever this machine multiplies quickest."""

from __future__ import annotations

import time
from typing import Any

_ROWS, _WIDTH, _WIDER = 2048, 384, 1536
_TIMES = 5


def quickest(device: str) -> Any:
    """``torch.bfloat16`` where the device has instructions for it, else ``torch.float32``.

    A processor without them multiplies bfloat16 five times slower than float32, one with them
    several times faster, and none says so in a way that all versions of torch can read. A few
    products of the network's own shape tell.
    """
    import torch

    if device != "cpu":
        return torch.bfloat16
    return min((torch.bfloat16, torch.float32), key=_seconds)


def _seconds(format_: Any) -> float:
    """The shortest time of a product of the network's size."""
    import torch

    left = torch.ones(_ROWS, _WIDTH, dtype=format_)
    right = torch.ones(_WIDTH, _WIDER, dtype=format_)
    taken = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        left @ right
        taken.append(time.perf_counter() - began)
    return min(taken)
