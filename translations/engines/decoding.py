"""Running a CTranslate2 model on plain text: batches, chopping, loops.

Shared by the shipped models and by converted ones from a hub, which differ only in how text
becomes pieces and which pieces the target starts with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from translations.engines.chopping import chop
from translations.engines.inline import Markers
from translations.engines.loops import cut_loops, loops

WINDOW = 256
"""Texts that are tokenised and translated at a time: bounds the memory for a text of any length."""
BATCH_PIECES = 1024
"""Source pieces in one batch of the decoder, with padding."""
_IMPOSSIBLE = -99.0
SCORED_PIECES = 160
"""Target pieces in one batch of forced passes, each with a row of the whole vocabulary."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One decoded text.

    Attributes:
        text: the text.
        pieces: its pieces, without prefix and end marks.
        score: its log-probability, divided by its length to the power of the length penalty.
        attention: for each piece how much it looked at each source piece; empty if not asked for.
    """

    text: str
    pieces: tuple[str, ...]
    score: float
    attention: Sequence[Sequence[float]] = ()


@dataclass(frozen=True, slots=True)
class Decoder:
    """A loaded model with its way of splitting text.

    Attributes:
        model: a ``ctranslate2.Translator``; safe to call from several threads.
        encode: text to source pieces, with the marks that the converter does not add.
        decode: target pieces to text.
        encode_target: text to target pieces without any marks; ``None`` where the tokenizer cannot.
        prefix: pieces every target starts with (a language code), removed from the output.
        beam: beam width.
        longest: source pieces of the longest text given to the model at once.
        length_penalty: above 1, longer outputs are preferred.
        reach: target pieces of the longest output the model has positions for.
        markers: of inline terms, where the model obeys them. They are never among its outputs, and
            texts given to :meth:`hypotheses` must have them for nothing else.
        annotated: kinds of terms (``office``, ``person`` …) that do the output good when they are
            given inline from the start; others are only when an output lacks them.
        workers: batches that the model decodes side by side, each on one thread.
        shortlist: whether only the target pieces are looked at that the model's vocabulary map has
            for the sources of a batch. A text whose rarer pieces only a neighbour's map has may
            then come out otherwise beside it than alone. Not where an output has to begin with
            given pieces, may not have some or may not repeat itself. The map has no markers.
    """

    model: Any
    encode: Callable[[str], list[str]]
    decode: Callable[[list[str]], str]
    prefix: tuple[str, ...] = ()
    beam: int = 4
    longest: int = 64
    length_penalty: float = 1.0
    reach: int = 400
    encode_target: Callable[[str], list[str]] | None = None
    markers: Markers | None = None
    annotated: frozenset[str] = frozenset()
    workers: int = 1
    shortlist: bool = False

    def translate(self, texts: Sequence[str]) -> list[str]:
        """Translate each text, however long; same length and order. Blank text gives ``""``."""
        results: list[str] = []
        for start in range(0, len(texts), WINDOW):
            results += self._translate_window(texts[start : start + WINDOW])
        return results

    def _translate_window(self, texts: Sequence[str]) -> list[str]:
        chunks: list[str] = []
        shares: list[int] = []
        for text in texts:
            parts = self.chop(self.harmless(text))
            chunks += parts
            shares.append(len(parts))
        outputs = iter(self.translate_chunks(chunks))
        return [" ".join(part for part in _take(outputs, share) if part) for share in shares]

    def translate_chunks(self, chunks: Sequence[str]) -> list[str]:
        """Translate texts that are short enough for the model; loops are re-decoded, then cut."""
        outputs = [found[0].text for found in self.hypotheses(chunks)]
        again = [i for i, out in enumerate(outputs) if loops(out, chunks[i])]
        if again:
            retried = self.hypotheses([chunks[i] for i in again], no_repeat=3)
            for i, found in zip(again, retried, strict=True):
                text = found[0].text
                outputs[i] = cut_loops(text) if loops(text, chunks[i]) else text
        return outputs

    def hypotheses(
        self,
        chunks: Sequence[str],
        *,
        count: int = 1,
        no_repeat: int = 0,
        starts: Sequence[Sequence[str]] | None = None,
        attention: bool = False,
        unsaid: Sequence[Sequence[str]] = (),
    ) -> list[list[Hypothesis]]:
        """The best ``count`` outputs for each chunk, best first.

        Args:
            chunks: texts of at most ``longest`` pieces.
            count: hypotheses wanted.
            no_repeat: pieces of the shortest n-gram that may not occur twice; 0 for no limit.
            starts: for each chunk the target pieces its output has to begin with.
            attention: whether to keep where each piece looked.
            unsaid: runs of pieces that no output may have.
        """
        if not chunks:
            return []
        pieces = [self.encode(chunk) for chunk in chunks]
        markers = [[marker] for marker in self.markers.all] if self.markers else []
        prefixes = [[*self.prefix, *(starts[i] if starts else ())] for i in range(len(chunks))]
        # CTranslate2 4.8 does not know that a shortlist numbers the pieces anew: it takes a prefix
        # for other pieces, and what may not be said for places beyond the scores, in memory that
        # is not theirs. So a shortlist goes with none of them; it has no markers in it.
        listed = self.shortlist and not (any(prefixes) or unsaid or no_repeat)
        found = self.model.translate_batch(
            pieces,
            target_prefix=prefixes if any(prefixes) else None,
            beam_size=max(self.beam, count),
            num_hypotheses=count,
            return_scores=True,
            return_attention=attention,
            length_penalty=self.length_penalty,
            no_repeat_ngram_size=no_repeat,
            suppress_sequences=None if listed else [*markers, *map(list, unsaid)] or None,
            use_vmap=listed,
            # The same for every batch: an output must not depend on its neighbours' length.
            max_decoding_length=min(self.reach, 2 * self.longest + 20),
            # CTranslate2 makes batches of similar length of them.
            max_batch_size=_batch_pieces(pieces, self.workers, BATCH_PIECES),
            batch_type="tokens",
        )
        return [
            [self._hypothesis(result, rank) for rank in range(len(result.hypotheses))]
            for result in found
        ]

    def _hypothesis(self, result: Any, rank: int) -> Hypothesis:
        start = len(self.prefix)
        body = tuple(result.hypotheses[rank][start:])
        text = self.decode(list(body)).strip()
        return Hypothesis(
            self.markers.free(text) if self.markers else text,
            body,
            result.scores[rank],
            result.attention[rank][start:] if result.attention else (),
        )

    def harmless(self, text: str) -> str:
        """``text`` in which nothing is taken for a marker of inline terms."""
        return self.markers.harmless(text) if self.markers else text

    def chop(self, text: str) -> list[str]:
        """``text`` in pieces that are short enough for the model."""
        return chop(text, lambda part: len(self.encode(part)), self.longest)

    def log_probabilities(
        self, sources: Sequence[str], targets: Sequence[Sequence[str]]
    ) -> list[list[float]]:
        """For each pair the log-probability of every target piece, and of the end after them.

        A target that is longer than the model reaches is as unlikely as can be.
        """
        start = len(self.prefix)
        fits = [i for i, target in enumerate(targets) if start + len(target) < self.reach]
        results = [[_IMPOSSIBLE] * (len(target) + 1) for target in targets]
        if fits:
            pieces = [self.encode(sources[i]) for i in fits]
            forced = [[*self.prefix, *targets[i]] for i in fits]
            scored = self.model.score_batch(
                pieces,
                forced,
                max_batch_size=_batch_pieces(pieces, self.workers, SCORED_PIECES),
                batch_type="tokens",
            )
            for i, result in zip(fits, scored, strict=True):
                results[i] = list(result.log_probs[start:])
        return results

    def means(self, sources: Sequence[str], targets: Sequence[Sequence[str]]) -> list[float]:
        """For each pair the mean log-probability of a target piece."""
        logs = self.log_probabilities(sources, targets)
        return [sum(values) / len(values) if values else _IMPOSSIBLE for values in logs]


def _take(iterator: Iterator[str], count: int) -> list[str]:
    return [next(iterator) for _ in range(count)]


def _batch_pieces(pieces: Sequence[Sequence[str]], workers: int, most: int) -> int:
    """Source pieces of a batch, padding counted: at most ``most``, and no more than each of the
    workers gets of them.
    """
    longest = max(map(len, pieces))
    return max(longest, min(most, -(-sum(map(len, pieces)) // workers)))
