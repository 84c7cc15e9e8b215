"""Weights in float32 beside a network in a shorter format.

In bfloat16 a weight is too coarse for the small steps of an optimiser. So the network computes
with rounded copies, and the optimiser moves the weights that they are copies of. A network that
is wholly bfloat16 needs no casts between its layers, a tenth of a step on a CPU.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Masters:
    """The weights of a network that an optimiser moves; those of a float32 network are its own."""

    def __init__(self, network: Any, format_: Any) -> None:
        """Turn ``network`` into ``format_`` and keep its weights as they were."""
        import torch

        names, own = zip(*network.named_parameters(), strict=True)
        self._rounded = format_ != torch.float32
        kept = [torch.nn.Parameter(its.detach().clone()) for its in own] if self._rounded else own
        self._network = network.to(format_)
        self._own = list(network.parameters())
        self.by_name: dict[str, Any] = dict(zip(names, kept, strict=True))

    def of(self, parameters: Iterable[Any]) -> list[Any]:
        """The weights that these parameters of the network are copies of."""
        wanted = {id(its) for its in parameters}
        pairs = zip(self._own, self.by_name.values(), strict=True)
        return [master for its, master in pairs if id(its) in wanted]

    def take_gradients(self) -> None:
        """Move the gradients of the network to the weights."""
        if self._rounded:
            for its, master in zip(self._own, self.by_name.values(), strict=True):
                master.grad = None if its.grad is None else its.grad.to(master.dtype)
                its.grad = None

    def give_weights(self) -> None:
        """Copy the weights to the network."""
        if self._rounded:
            for its, master in zip(self._own, self.by_name.values(), strict=True):
                its.data.copy_(master.data)

    def finish(self) -> None:
        """Turn the network into float32 again, with these very weights."""
        import torch

        self._network.to(torch.float32)
        self.give_weights()
