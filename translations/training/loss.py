"""The smoothed cross-entropy of the output layer, and its gradient, in pieces that fit a cache.

The layer has one column for each piece of the vocabulary, so its scores are by far the largest
array of a step. Here they never exist as a whole: each block of rows is scored, turned into
probabilities and multiplied back at once. What the right pieces and the smoothing add to the
gradients needs no array of that size, so it is added afterwards. On a CPU that saves half of the
time of the output layer.
"""

from __future__ import annotations

from functools import cache
from typing import Any

_ROWS = 512
_LEAST = -100.0
"""The logarithm that stands for a share too small for the format."""


def smoothed_loss(hidden: Any, weight: Any, target: Any, smoothing: float) -> tuple[Any, Any]:
    """The label-smoothed loss and the negative log-likelihood, both means over the tokens.

    Args:
        hidden: states of the decoder, (tokens, width), bfloat16 or float32.
        weight: the output layer, (pieces, width), of the same type.
        target: the right pieces, (tokens,).
        smoothing: the share of probability spread evenly over all pieces.

    Returns:
        The loss, through which gradients flow to ``hidden`` and ``weight``, and the likelihood,
        through which none do.
    """
    loss, likelihood = _function().apply(hidden, weight, target, smoothing)
    return loss, likelihood


@cache
def _function() -> Any:
    """The loss as torch knows it. A class for each call would hold its tensors until the garbage
    collector comes by, which takes gigabytes.
    """
    import torch

    class Loss(torch.autograd.Function):  # type: ignore[misc]
        """Gradients are known as soon as the scores are; ``backward`` only scales them."""

        @staticmethod
        def forward(
            ctx: Any, hidden: Any, weight: Any, target: Any, smoothing: float
        ) -> tuple[Any, Any]:
            pieces, tokens = weight.shape[0], len(target)
            across = weight.t().contiguous()
            to_hidden, to_weight = torch.empty_like(hidden), torch.zeros_like(weight)
            logarithms = hidden.new_empty(tokens, dtype=torch.float32)
            for begin in range(0, tokens, _ROWS):
                block = slice(begin, begin + _ROWS)
                shares = torch.softmax(hidden[block] @ across, -1)
                logarithms[block] = shares.gather(1, target[block, None])[:, 0].float().log()
                torch.mm(shares, weight, out=to_hidden[block])
                to_weight.addmm_(shares.t(), hidden[block])
            right, states, sure = weight[target].float(), hidden.float(), 1.0 - smoothing
            mean = weight.float().mean(0)
            to_hidden = to_hidden.float().sub_(sure * right).sub_(smoothing * mean)
            to_weight = to_weight.float().sub_(states.sum(0), alpha=smoothing / pieces)
            to_weight.index_add_(0, target, states, alpha=-sure)
            ctx.save_for_backward(
                to_hidden.div_(tokens).to(hidden.dtype), to_weight.div_(tokens).to(weight.dtype)
            )
            wanted = -logarithms.clamp_min(_LEAST).mean()
            above_mean = (states * (right - mean)).sum(-1).mean()
            likelihood = wanted.clone()
            ctx.mark_non_differentiable(likelihood)
            return wanted + smoothing * above_mean, likelihood

        @staticmethod
        def backward(ctx: Any, loss: Any, likelihood: Any) -> tuple[Any, ...]:  # noqa: ARG004 - torch's signature
            to_hidden, to_weight = ctx.saved_tensors
            scale = loss.to(to_hidden.dtype)
            return to_hidden * scale, to_weight * scale, None, None

    return Loss
