"""The training loop: windows of like length together, a rate that rises and falls in a line."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from summarizer.networks.dropout import use_pooled_dropout
from summarizer.networks.masters import Masters
from summarizer.networks.precision import quickest
from summarizer.reading.reader import OUTSIDE, TASK
from summarizer.reading.training.examples import UNKNOWN, Example
from summarizer.reading.training.network import NOWHERE, PAD, Network
from summarizer.reading.training.settings import Pace

_WARMUP = 0.1
_LEAST = 0.02
_JITTER = 8
_PIECES, _NAMES = 0.5, 2.0
"""What the losses of pieces count beside that of passages."""
_EVERY = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as tensors; see :class:`Example`."""

    numbers: Any
    places: Any
    kinds: Any
    task: Any
    tasks: Any
    names: Any


def fit(
    network: Network, examples: Sequence[Example], pace: Pace, chance: random.Random
) -> Iterator[tuple[int, float]]:
    """Train; after every hundredth step and the last, the step and the running loss."""
    format_ = quickest("cpu")
    use_pooled_dropout(chance, format_)
    encoder = Masters(network.encoder, format_)
    heads = [*network.head.parameters(), *network.kinds.parameters()]
    weights = [*encoder.by_name.values(), *heads]
    optimizer = torch.optim.AdamW(
        [
            {"params": list(encoder.by_name.values()), "base": pace.encoder_rate},
            {"params": heads, "base": pace.head_rate},
        ],
        weight_decay=0.01,
        fused=True,
    )
    steps = int(pace.epochs * len(list(_split(examples, pace.batch_pieces, chance))))
    step, running = 0, 0.0
    network.train()
    while step < steps:
        for batch in _split(examples, pace.batch_pieces, chance):
            if step == steps:
                break
            factor = min(1.0, (step + 1) / (_WARMUP * steps)) * max(_LEAST, 1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * factor
            loss = loss_of(network, batch_of(batch))
            loss.backward()
            encoder.take_gradients()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            optimizer.zero_grad()
            encoder.give_weights()
            value = float(loss.detach())
            running = 0.98 * running + 0.02 * value if step else value
            step += 1
            if step % _EVERY == 0 or step == steps:
                yield step, running
    encoder.finish()
    network.eval()


def loss_of(network: Network, batch: Batch) -> Any:
    """Of passages whether there is a task, of marked pieces whether they are of one, of names."""
    scores, passages = network(batch.numbers, batch.places, batch.kinds)
    known = batch.task != UNKNOWN
    loss = scores.new_zeros(())
    if known.any():
        loss = functional.binary_cross_entropy_with_logits(passages[known], batch.task[known])
    known = batch.tasks != UNKNOWN
    if known.any():
        loss = loss + _PIECES * functional.binary_cross_entropy_with_logits(
            scores[..., TASK][known], batch.tasks[known].float()
        )
    known = batch.names != UNKNOWN
    return loss + _NAMES * functional.cross_entropy(
        scores[..., OUTSIDE:][known], batch.names[known]
    )


def batch_of(examples: Sequence[Example]) -> Batch:
    """Examples side by side, filled up to the longest."""
    width = max(len(example.numbers) for example in examples)
    numbers = torch.full((len(examples), width), PAD)
    tasks, names = torch.full_like(numbers, UNKNOWN), torch.full_like(numbers, UNKNOWN)
    for row, example in enumerate(examples):
        length = len(example.numbers)
        numbers[row, :length] = torch.tensor(example.numbers)
        tasks[row, :length] = torch.tensor(example.tasks)
        names[row, :length] = torch.tensor(example.names)
    passages = [(row, its) for row, example in enumerate(examples) for its in example.passages]
    places = torch.full((len(passages), max(its.end - its.start for _, its in passages)), NOWHERE)
    for at, (row, its) in enumerate(passages):
        own = torch.arange(its.start, its.end)
        places[at, : len(own)] = row * width + own
    return Batch(
        numbers,
        places,
        torch.tensor([its.kind for _, its in passages]),
        torch.tensor([float(its.task) for _, its in passages]),
        tasks,
        names,
    )


def _split(
    examples: Sequence[Example], pieces: int, chance: random.Random
) -> Iterator[list[Example]]:
    """Batches of examples of about one length, in any order."""
    jitter = {id(example): chance.random() * _JITTER for example in examples}
    batches: list[list[Example]] = [[]]
    width = 0
    for example in sorted(examples, key=lambda its: len(its.numbers) + jitter[id(its)]):
        width = max(width, len(example.numbers))
        if batches[-1] and width * (len(batches[-1]) + 1) > pieces:
            batches.append([])
            width = len(example.numbers)
        batches[-1].append(example)
    chance.shuffle(batches)
    yield from batches
