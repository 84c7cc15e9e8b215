"""Asking the model once more, without what it should not have said: a copy of the source, official
names and words that it made up, the opposite of what the source says.

``The Secretarys attachs importance`` is asked for without the pieces of ``attachs``, then without
those of whatever comes in its place, a few times at most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from translations.drafting.drafts import Draft
from translations.engine import Direction
from translations.engines.decoding import Decoder, Hypothesis
from translations.output.inventions import invented_names
from translations.output.opposites import opposites
from translations.output.surface import is_copy
from translations.terminology.glossary import Glossary
from translations.words.foreign import strange_words
from translations.words.made_up_words import made_up_words, runs_of

_SPELLINGS = 3
"""Times that a text is asked for without words that there are none of."""
_TURNS = 2
"""Times that a text is asked for without words that say the opposite."""
_WORSE = 0.3
"""How much less likely, in log-probability a piece, an output may be that is spelt right: a model
that has to leave a word out may go astray altogether, and one wrong word is less than that."""


class Anew:
    """Asks anew with one decoder."""

    def __init__(
        self,
        decoder: Decoder,
        direction: Direction,
        glossary: Glossary,
        choose: Callable[[Draft, Sequence[Hypothesis]], None],
    ) -> None:
        """Nothing is asked yet.

        Args:
            decoder: of ``direction``.
            direction: from which language into which.
            glossary: the official terms.
            choose: gives a draft the best of several outputs.
        """
        self._decoder, self._direction = decoder, direction
        self._glossary, self._choose = glossary, choose

    def ask(self, drafts: Sequence[Draft], *, go_on: Callable[[], None] = lambda: None) -> None:
        """Ask anew for those of the drafts that need it, each by itself.

        Args:
            drafts: what was said so far; the better is put in its place.
            go_on: called before the model is asked; what it raises ends the work.
        """
        # One text alone keeps one of the model's workers busy.
        with ThreadPoolExecutor(self._decoder.workers) as pool:
            list(pool.map(lambda draft: self._ask(draft, go_on), drafts))

    def _ask(self, draft: Draft, go_on: Callable[[], None]) -> None:
        self._translate_copy(draft, go_on)
        self._take_back(draft, go_on)
        self._turn_back(draft, go_on)
        self._respell(draft, go_on)

    @property
    def _english(self) -> bool:
        return self._direction is Direction.VI_EN

    def _translate_copy(self, draft: Draft, go_on: Callable[[], None]) -> None:
        """Ask once more, without the words of the source, for what came back as it was: headlines
        above all, which look like names.
        """
        if self._decoder.encode_target is None or not is_copy(draft.source, draft.text):
            return
        go_on()
        words = [word for word in draft.source.split() if word.isalpha() and word.islower()]
        self._ask_without(draft, [word for word in words if len(word) > 2])

    def _take_back(self, draft: Draft, go_on: Callable[[], None]) -> None:
        """Ask once more, without the official names that were made up, for what has any: a
        congress is no National Assembly.
        """
        if self._decoder.encode_target is None or not self._english:
            return
        names = invented_names(draft.source, draft.text, self._glossary)
        if not names:
            return
        go_on()
        kept = draft.chosen, draft.text
        self._ask_without(draft, names)
        if draft.faults(draft.text, self._direction) >= draft.faults(kept[1], self._direction):
            draft.chosen, draft.text = kept

    def _turn_back(self, draft: Draft, go_on: Callable[[], None]) -> None:
        """Ask once more, without them, for what has words that say the opposite of the source; and
        without those that come in their place.
        """
        split = self._decoder.encode_target
        if split is None:
            return
        unsaid: set[tuple[str, ...]] = set()
        turned = opposites(draft.source, draft.text, self._direction)
        for _ in range(_TURNS):
            said = {tuple(split(word.text)) for word in turned}
            if said <= unsaid:
                break
            unsaid |= said
            go_on()
            hypotheses = self._without(draft, sorted(unsaid))
            self._take_better(draft, hypotheses)
            if not opposites(draft.source, draft.text, self._direction):
                break
            turned = [
                word
                for hypothesis in hypotheses
                for word in opposites(draft.source, hypothesis.text, self._direction)
            ]

    def _respell(self, draft: Draft, go_on: Callable[[], None]) -> None:
        """Ask once more, without them, for what has words that there are none of."""
        unsaid: set[tuple[str, ...]] = set()
        hypotheses: Sequence[Hypothesis] = [draft.chosen]
        for _ in range(_SPELLINGS):
            if not self._made_up(draft.text, draft.source):
                break
            already = len(unsaid)
            for hypothesis in hypotheses:
                words = self._made_up(hypothesis.text, draft.source)
                unsaid.update(runs_of(words, hypothesis.pieces))
            if len(unsaid) == already:
                break  # the answer would be the same
            go_on()
            hypotheses = self._without(draft, sorted(unsaid))
            self._take_better(draft, hypotheses)

    def _take_better(self, draft: Draft, hypotheses: Sequence[Hypothesis]) -> None:
        """Choose among ``hypotheses`` what has fewer faults than the draft and is not much less
        likely; without that the draft stays.
        """
        kept = draft.chosen, draft.text
        self._choose(draft, hypotheses)
        better = draft.faults(draft.text, self._direction) < draft.faults(kept[1], self._direction)
        if better:
            # Not the scores of the outputs: what may not be said lends its likelihood to the rest.
            old, new = self._decoder.means(
                2 * [draft.asked.text], [kept[0].pieces, draft.chosen.pieces]
            )
            better = new >= old - _WORSE
        if not better:
            draft.chosen, draft.text = kept

    def _made_up(self, text: str, source: str) -> list[str]:
        """The words of an output that its language has not, nor the source; no names."""
        if self._english:
            return made_up_words(text, source)
        strange = strange_words(text, source, self._glossary.vietnamese_words)
        return [odd.word for odd in strange if odd.word.islower()]

    def _ask_without(self, draft: Draft, phrases: Sequence[str]) -> None:
        """Choose anew among outputs that have none of ``phrases``."""
        split = self._decoder.encode_target
        assert split is not None
        self._choose(draft, self._without(draft, [tuple(split(phrase)) for phrase in phrases]))

    def _without(self, draft: Draft, unsaid: Sequence[tuple[str, ...]]) -> Sequence[Hypothesis]:
        """What the model says for a draft where it may not say any of these runs of pieces."""
        [hypotheses] = self._decoder.hypotheses(
            [draft.asked.text], count=self._decoder.beam, attention=True, unsaid=unsaid
        )
        return hypotheses
