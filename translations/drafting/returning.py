"""Bringing back a word that was lost: the model is told inline what it commonly becomes.

A small model that does not know a word writes one that looks like it. Its other renderings come
from the lexicon, and each is put into the source where the word stands, as a term is. What comes
of it is taken only where the model finds it hardly less likely than what it said by itself, and
the model of the other direction finds more of the source in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translations.drafting.drafts import Draft
from translations.engine import Direction, FindingKind
from translations.engines.decoding import Decoder, Hypothesis
from translations.engines.inline import Inline
from translations.engines.loops import loops
from translations.output.lost_words import Lost, lost_words
from translations.terminology.lexicon import Lexicon

_WORDS = 2
"""Words that are brought back into one text."""
_FORMS = 2
"""Renderings that are tried for a word."""
_WORSE = 0.6
"""How much less likely, in log-probability a piece, a text with the word may be for the model."""
_WEIGHT = 0.5
"""Of the way back beside the way there."""
_WORSE_BACK = 0.1
_WORSE_TOGETHER = 0.2
"""How much less likely it may be for the way back, and for both together: what lost a word is wrong
more often than not, and a model finds its own slips likely."""
_WORSE_ALONE = 0.2
"""How much less likely it may be where there is no second model to be asked."""


_TOLD = frozenset({FindingKind.TERM, FindingKind.NAME})


@dataclass(frozen=True, slots=True)
class _Job:
    """A text that is asked for: with which words inline, and how many it lacked without."""

    draft: Draft
    told: tuple[Inline, ...]
    lost: int


class Returning:
    """Brings words back with one decoder that obeys inline terms."""

    def __init__(
        self,
        decoder: Decoder,
        back: Decoder | None,
        lexicon: Lexicon,
        mend: Callable[[Draft, str], str],
    ) -> None:
        """Nothing is asked yet.

        Args:
            decoder: from Vietnamese into English.
            back: of the other direction.
            lexicon: the words that are looked for.
            mend: mends an output for a draft.
        """
        self._decoder, self._back = decoder, back
        self._lexicon, self._mend = lexicon, mend

    def bring_back(self, drafts: Sequence[Draft], go_on: Callable[[], None]) -> None:
        """Put into each draft what has more of its source's words, where there is such a text."""
        if self._decoder.markers is None or self._decoder.encode_target is None:
            return
        tried: set[tuple[int, int]] = set()
        told: dict[int, tuple[Inline, ...]] = {}
        for _ in range(_WORDS):
            jobs: list[_Job] = []
            for number, draft in enumerate(drafts):
                lost = self._lost(draft, draft.text)
                fresh = [word for word in lost if (number, word.start) not in tried]
                if fresh:
                    word = fresh[0]
                    tried.add((number, word.start))
                    jobs += [
                        _Job(
                            draft,
                            (*told.get(id(draft), ()), Inline(word.start, word.end, form)),
                            len(lost),
                        )
                        for form in word.forms[:_FORMS]
                    ]
            if not jobs:
                return
            go_on()
            for job in self._take_better(jobs):
                told[id(job.draft)] = job.told

    def _lost(self, draft: Draft, text: str) -> list[Lost]:
        taken = ((e.start, e.end) for e in draft.expectations)
        return lost_words(draft.source, text, taken, self._lexicon)

    def _asked(self, job: _Job) -> str:
        """The source with the words and the terms inline."""
        markers = self._decoder.markers
        assert markers is not None
        terms = [
            Inline(e.start, e.end, form)
            for e in job.draft.expectations
            if e.kind in _TOLD and e.certain
            # as the model said it: another form would have to fight its way in
            for form in [next((form for form in e.forms if form in job.draft.text), "")]
            if form
        ]
        return markers.annotate(
            job.draft.source,
            [Inline(i.start, i.end, markers.harmless(i.target)) for i in (*terms, *job.told)],
        ).text

    def _take_better(self, jobs: Sequence[_Job]) -> list[_Job]:
        """Give each draft the best text of its jobs, where it is better; returns these jobs."""
        found = self._decoder.hypotheses([self._asked(job) for job in jobs])
        candidates: list[tuple[_Job, Hypothesis, str]] = []
        for job, hypotheses in zip(jobs, found, strict=True):
            text = self._mend(job.draft, hypotheses[0].text)
            if (
                len(self._lost(job.draft, text)) < job.lost
                and job.draft.faults(text, Direction.VI_EN)
                <= job.draft.faults(job.draft.text, Direction.VI_EN)
                and not loops(text, job.draft.source)
            ):
                candidates.append((job, hypotheses[0], text))
        if not candidates:
            return []
        owners = list({id(job.draft): job.draft for job, _, _ in candidates}.values())
        old = {
            id(draft): worth
            for draft, worth in zip(
                owners,
                self._worths([(draft, draft.chosen, draft.text) for draft in owners]),
                strict=True,
            )
        }
        new = self._worths([(job.draft, said, text) for job, said, text in candidates])
        best: dict[int, tuple[float, _Job]] = {}
        for (job, said, text), (there, back) in zip(candidates, new, strict=True):
            old_there, old_back = old[id(job.draft)]
            gain = there - old_there + _WEIGHT * (back - old_back)
            if self._back is None:
                good = there >= old_there - _WORSE_ALONE
            else:
                good = (
                    gain >= -_WORSE_TOGETHER
                    and there >= old_there - _WORSE
                    and back >= old_back - _WORSE_BACK
                )
            if good and (id(job.draft) not in best or gain > best[id(job.draft)][0]):
                best[id(job.draft)] = gain, job
                job.draft.chosen, job.draft.text = said, text
        return [job for _, job in best.values()]

    def _worths(self, texts: Sequence[tuple[Draft, Hypothesis, str]]) -> list[tuple[float, float]]:
        """How likely each text is for its draft's source, there and back."""
        there = self._decoder.means(
            [draft.source for draft, _, _ in texts], [said.pieces for _, said, _ in texts]
        )
        if self._back is None or self._back.encode_target is None:
            return [(mean, 0.0) for mean in there]
        back = self._back.means(
            [self._back.harmless(text) for _, _, text in texts],
            [self._back.encode_target(draft.source) for draft, _, _ in texts],
        )
        return list(zip(there, back, strict=True))
