"""The training loop: batches by length, one learning-rate curve over wall-clock time, checkpoints.

The rate rises over the first steps, stays, and falls in a line to nearly nothing when the time is
up: a run on a slow machine sees less data, but ends as a finished model all the same.
"""

from __future__ import annotations

import json
import random
import shutil
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.networks.dropout import use_pooled_dropout
from summarizer.networks.masters import Masters
from summarizer.networks.precision import quickest
from translations.engine import TranslationError
from translations.training.annotation import Span, annotate
from translations.training.loss import smoothed_loss
from translations.training.network import BEGIN, END, PAD, load_network
from translations.training.prepared import read_rows
from translations.training.settings import Recipe

Example = tuple[list[int], list[int]]
_CHUNK = 12_000
_BUCKET = 3
"""Sources that differ by no more pieces than this stand together."""
OPTIMIZER = "optimizer.pt"
"""State of the optimiser at the last checkpoint, and how far the run has come."""
RESUME = "resume"
"""Folder in the work folder for the weights that a resumed run begins with."""


class Examples:
    """The prepared pairs as piece numbers, drawn from the sources by their shares."""

    def __init__(self, recipe: Recipe, work: Path, pieces: Any, chance: random.Random) -> None:
        self._recipe, self._pieces, self._chance = recipe, pieces, chance
        self._rows: dict[str, list[list[Any]]] = {}
        for name, row in read_rows(work):
            self._rows.setdefault(name, []).append(row)
        self._order: dict[str, list[int]] = {}

    def encode(self, row: list[Any], *, learning: bool = True) -> Example:
        """A row as source and target numbers; when learning, some sources carry their terms."""
        source, target, spans, phrases = row
        chance, share = self._chance, self._recipe.annotation
        markers = self._recipe.network.markers
        if learning and spans and chance.random() < share.share:
            source = annotate(source, [Span(*span) for span in spans], markers, chance)
        elif learning and phrases and chance.random() < share.phrases:
            source = annotate(source, [Span(*span) for span in phrases], markers, chance)
        sampled = learning and chance.random() < self._recipe.train.sampling
        numbers = (
            self._pieces.encode(source, enable_sampling=True, alpha=0.3, nbest_size=-1)
            if sampled
            else self._pieces.encode(source)
        )
        return [BEGIN, *numbers, END], [*self._pieces.encode(target), END]

    def batches(self) -> Iterator[list[Example]]:
        """Batches without end."""
        settings = self._recipe.train
        while True:
            chunk = []
            for row in self._draw():
                source, target = self.encode(row)
                if (
                    len(source) <= settings.longest_source
                    and len(target) <= settings.longest_target
                ):
                    chunk.append((source, target))
            # By the source to within a few pieces, then by the target: with the source alone, a
            # third of the decoder's work would be padding.
            chunk.sort(key=lambda e: (int(len(e[0]) / _BUCKET + self._chance.random()), len(e[1])))
            batches = list(split(chunk, settings.batch_tokens))
            self._chance.shuffle(batches)
            yield from batches

    def _draw(self) -> Iterator[list[Any]]:
        """A chunk of rows; each source goes through all its rows before it begins anew."""
        names = [s.name for s in self._recipe.sources if self._rows.get(s.name)]
        shares = [s.share for s in self._recipe.sources if s.name in names]
        for name in self._chance.choices(names, shares, k=_CHUNK):
            order = self._order.get(name)
            if not order:
                order = list(range(len(self._rows[name])))
                self._chance.shuffle(order)
                self._order[name] = order
            yield self._rows[name][order.pop()]


def split(examples: list[Example], tokens: int) -> Iterator[list[Example]]:
    """Examples in order of length, cut into batches of at most ``tokens`` padded tokens."""
    batch: list[Example] = []
    source = target = 0
    for example in examples:
        wide = max(source, len(example[0])), max(target, len(example[1]))
        if batch and max(wide[1], 0.8 * wide[0]) * (len(batch) + 1) > tokens:
            yield batch
            batch, wide = [], (len(example[0]), len(example[1]))
        batch.append(example)
        source, target = wide
    if batch:
        yield batch


def rate(step: int, share: float, warmup: int, flat: float) -> float:
    """The factor of the learning rates at a step, when ``share`` of the time is gone."""
    fall = 1.0 if share < flat else max(0.02, (1 - share) / (1 - flat))
    return min(1.0, (step + 1) / warmup) * fall


def _mark(network: Any) -> int:
    """A number of the weights: a run that goes on from another draws the pairs in another order.

    With the seed alone each run would begin with the pairs that the one before began with.
    """
    return zlib.crc32(network.model.encoder.layers[0].fc1.weight.detach().numpy().tobytes())


class Training:
    """One run; ``start`` holds weights to go on from, ``work`` what was prepared and comes out.

    With ``resume`` a run that was broken off goes on: its last weights, the state of its optimiser
    and its place on the curve of the learning rate are in ``work``. The pairs are shuffled anew.
    """

    def __init__(
        self, recipe: Recipe, work: Path, start: Path | None, *, resume: bool = False
    ) -> None:
        import sentencepiece
        import torch

        self.recipe, self.work = recipe, work
        self.chance = random.Random(recipe.seed)  # noqa: S311 - no secret
        torch.manual_seed(recipe.seed)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        if self.device == "cpu":
            torch.set_num_threads(recipe.train.threads)
        self.format = quickest(self.device)
        if self.device == "cpu":
            use_pooled_dropout(self.chance, self.format)
        settings = recipe.train
        begun = self._read_resume() if resume else None
        if begun is not None:
            start = work / RESUME
        if start is None:
            raise TranslationError("no weights to start from", advice="--start FOLDER")
        self.network, spm = load_network(start, recipe.network.markers, settings.dropout)
        self.chance.seed(f"{recipe.seed}:{_mark(self.network)}")
        self.network.to(self.device)
        (work / "spm.model").write_bytes(spm)
        self.pieces = sentencepiece.SentencePieceProcessor(model_proto=spm)
        self.examples = Examples(recipe, work, self.pieces, self.chance)
        self.masters = Masters(self.network, self.format)
        encoder = self.masters.of(self.network.model.encoder.parameters())
        own = {id(p) for p in encoder}
        decoder = [p for p in self.masters.by_name.values() if id(p) not in own]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": encoder, "base": settings.encoder_rate},
                {"params": decoder, "base": settings.decoder_rate},
            ],
            lr=1e-4,
            betas=(0.9, 0.98),
            eps=1e-8,
            weight_decay=0.01,
            fused=True,
        )
        self.step, self.minutes, self.seen = 0, 0.0, 0
        if begun is not None:
            self.optimizer.load_state_dict(begun["optimizer"])
            self.step, self.minutes, self.seen = begun["step"], begun["minutes"], begun["seen"]
            self.chance.seed(f"{recipe.seed}:{self.step}")

    def loss(self, batch: list[Example], smoothing: float) -> tuple[Any, float, int]:
        """Smoothed loss, negative log-likelihood a token, and the number of target tokens."""
        import torch

        source = self._padded([e[0] for e in batch])
        target = self._padded([e[1] for e in batch])
        begun = torch.cat([torch.full_like(target[:, :1], END), target[:, :-1]], 1)
        hidden = self.network.model(
            input_ids=source, attention_mask=(source != PAD).long(), decoder_input_ids=begun
        ).last_hidden_state
        real = target != PAD
        loss, wanted = smoothed_loss(
            hidden[real], self.network.model.shared.weight, target[real], smoothing
        )
        return loss, float(wanted.detach()), int(real.sum())

    def _padded(self, rows: list[list[int]]) -> Any:
        import torch

        width = max(map(len, rows))
        filled = [row + [PAD] * (width - len(row)) for row in rows]
        return torch.tensor(filled, device=self.device)

    def dev_loss(self) -> float:
        """Negative log-likelihood a token on the held-out sentences, without annotation."""
        import torch

        lines = (self.work / "dev.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        examples = sorted(
            (self.examples.encode(row, learning=False) for row in rows), key=lambda e: len(e[0])
        )
        self.network.eval()
        total, count = 0.0, 0
        with torch.no_grad():
            for batch in split(examples, self.recipe.train.batch_tokens):
                _, wanted, tokens = self.loss(batch, 0.0)
                total, count = total + wanted * tokens, count + tokens
        self.network.train()
        return total / max(1, count)

    def run(self, steps: int | None = None) -> None:
        """Train until the time is up (or for ``steps``); checkpoints and a curve in ``work``."""
        import torch

        settings = self.recipe.train
        before, seen_before = self.minutes, self.seen
        began = saved = time.monotonic()
        smooth = 0.0
        if not self.step:
            self._note(self.dev_loss())
        self.network.train()
        for batch in self.examples.batches():
            self.minutes = before + (time.monotonic() - began) / 60
            share = self.step / steps if steps else self.minutes / settings.minutes
            if share >= 1:
                break
            factor = rate(self.step, share, settings.warmup_steps, settings.flat)
            for group in self.optimizer.param_groups:
                group["lr"] = group["base"] * factor
            loss, wanted, tokens = self.loss(batch, settings.label_smoothing)
            loss.backward()
            self.masters.take_gradients()
            torch.nn.utils.clip_grad_norm_(self.masters.by_name.values(), 1.0)
            self.optimizer.step()
            self.optimizer.zero_grad()
            self.masters.give_weights()
            self.step += 1
            self.seen += tokens
            smooth = 0.97 * smooth + 0.03 * wanted if smooth else wanted
            if self.step % 50 == 0:
                speed = (self.seen - seen_before) / (time.monotonic() - began)
                print(  # noqa: T201 - the command's own progress
                    f"step {self.step} minute {self.minutes:.1f} nll {smooth:.3f} "
                    f"tokens/s {speed:.0f}",
                    flush=True,
                )
            if time.monotonic() - saved > settings.checkpoint_minutes * 60:
                self._checkpoint()
                saved = time.monotonic()
        self._checkpoint()

    def _checkpoint(self) -> None:
        """Write the weights down, and what ``resume`` needs; a checkpoint is whole or not there."""
        import torch
        from safetensors.torch import save_file

        self._note(self.dev_loss())
        state = {
            name: self.masters.by_name.get(name, tensor).detach().float().cpu().clone()
            for name, tensor in self.network.state_dict().items()
            if not name.endswith(("embed_tokens.weight", "lm_head.weight"))
        }
        path = self.work / f"checkpoint-{self.step:06d}.safetensors"
        partial = path.with_suffix(".partial")
        save_file(state, str(partial))
        partial.rename(path)
        self.network.config.save_pretrained(self.work)
        for old in sorted(self.work.glob("checkpoint-*.safetensors"))[
            : -self.recipe.train.checkpoints_kept
        ]:
            old.unlink()
        begun = {
            "step": self.step, "minutes": self.minutes, "seen": self.seen,
            "optimizer": self.optimizer.state_dict(),
        }  # fmt: skip
        partial = self.work / "optimizer.partial"
        torch.save(begun, partial)
        partial.rename(self.work / OPTIMIZER)

    def _read_resume(self) -> dict[str, Any]:
        """What the broken run left, its weights laid out as a folder to start from."""
        import torch

        try:
            begun: dict[str, Any] = torch.load(self.work / OPTIMIZER, weights_only=True)
            folder = self.work / RESUME
            folder.mkdir(exist_ok=True)
            weights = self.work / f"checkpoint-{begun['step']:06d}.safetensors"
            shutil.copy(weights, folder / "model.safetensors")
            for name in ("config.json", "spm.model"):
                shutil.copy(self.work / name, folder / name)
        except (OSError, KeyError, RuntimeError) as error:
            raise TranslationError(
                f"no run to go on with: {error}", subject=str(self.work), advice="use --start"
            ) from None
        return begun

    def _note(self, loss: float) -> None:
        line = {
            "step": self.step, "minutes": round(self.minutes, 1), "dev_nll": round(loss, 4),
            "tokens": self.seen,
        }  # fmt: skip
        print("DEV", line, flush=True)  # noqa: T201 - the command's own progress
        with (self.work / "curve.jsonl").open("a", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")
