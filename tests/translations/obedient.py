"""A model that translates word for word and says what is annotated: a fake for the drafter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translations.engines.decoding import Decoder
from translations.engines.inline import Markers

MARKERS = Markers("<t>", "<tr>", "</t>")


@dataclass
class Result:
    hypotheses: list[list[str]]
    scores: list[float]
    attention: list[list[list[float]]]


@dataclass
class Scores:
    log_probs: list[float]


class WordModel:
    """Speaks like ``ctranslate2.Translator``.

    ``words`` renders single source words; others stay. ``obeys`` says whether an annotation is
    followed; ``leaks`` has the model put markers into what it says.
    """

    def __init__(self, words=None, *, obeys=True, leaks=False):
        self.words = dict(words or {})
        self.obeys, self.leaks = obeys, leaks
        self.asked: list[str] = []
        self.settings: list[dict] = []

    def translate_batch(self, sources, target_prefix=None, **settings):
        self.settings.append(settings)
        results = []
        for index, source in enumerate(sources):
            self.asked.append(" ".join(piece.removeprefix("▁") for piece in source))
            said = self._say(source)
            if target_prefix and target_prefix[index]:
                start = list(target_prefix[index])
                said = start + said[len(start) :]
            count = settings["num_hypotheses"]
            looked = [[1 / len(source)] * len(source) for _ in said]
            results.append(
                Result([said] * count, [-0.1 - 0.1 * k for k in range(count)], [looked] * count)
            )
        return results

    def _say(self, source):
        said, inside, target = [], False, False
        for piece in source:
            word = piece.removeprefix("▁")
            if word == MARKERS.begin:
                inside = True
            elif word == MARKERS.middle:
                target = True
            elif word == MARKERS.end:
                inside = target = False
            elif not inside or target is self.obeys:
                said.append("▁" + (word if target else self.words.get(word, word)))
                continue
            else:
                continue
            if self.leaks:
                said.append("▁" + word)
        return said

    def score_batch(self, sources, targets, **_):
        return [Scores([-0.2] * (len(target) + 1)) for target in targets]


KINDS = frozenset(["office", "organisation", "document", "conference", "place", "person"])


def decoder_of(model, *, markers=MARKERS, longest=64, annotated=KINDS):
    """A decoder of whole words around a model."""

    def encode(text):
        return ["▁" + word for word in re.sub("(</?tr?>)", r" \1 ", text).split()]

    return Decoder(
        model=model,
        encode=encode,
        decode=lambda pieces: " ".join(piece.removeprefix("▁") for piece in pieces),
        longest=longest,
        encode_target=encode,
        markers=markers,
        annotated=annotated,
    )


class OneDecoderEngine:
    """An engine that has one decoder for both directions."""

    name = "words-1"

    def __init__(self, decoder):
        from translations import Direction

        self._decoder = decoder
        self.directions = frozenset(Direction)

    def decoder(self, direction):
        return self._decoder

    def translate(self, sentences, direction):
        return self._decoder.translate(sentences)
