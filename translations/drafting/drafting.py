"""From sentences to drafts with a decoder that can be asked twice.

The beam's hypotheses are put in order, by the model of the other direction too where there is one.
The one is taken that keeps most of what must be kept, as long as it is not much less likely than
the first; then it is mended in place; then a model that obeys inline terms
is given what is missing inline, and any model is steered to what is missing after that. Terms of
some kinds can be given inline from the start. Loops are decoded again, and outputs that are far
too short are translated in smaller pieces.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from translations.drafting.asking_anew import Anew
from translations.drafting.drafts import Draft
from translations.drafting.reranking import rerank
from translations.drafting.returning import Returning
from translations.drafting.steering import Wish, steer
from translations.engine import Direction, FindingKind
from translations.engines.chopping import chop
from translations.engines.decoding import Decoder, Hypothesis
from translations.engines.inline import Annotated, Inline
from translations.engines.loops import cut_loops, loops
from translations.output.doubling import drop_doubled
from translations.output.repairs import mend, plain_letters
from translations.output.surface import continue_like, end_like, is_copy, tidy
from translations.output.target_text import missing
from translations.source.expectations import Expectation, find_expectations, find_preferences
from translations.terminology.glossary import Glossary, TermKind
from translations.terminology.lexicon import Lexicon
from translations.words.style import Style
from translations.words.wording import plain

_WINDOW = 64
"""Pieces of text that are drafted at a time: bounds the memory for a text of any length."""
_ROUNDS = 4
"""Things that the model is steered to in one piece of text."""
_MUST = (1.2, -99.0)
_TERM = (0.9, -99.0)
_MAY = (0.15, -3.5)
"""For names and figures, for official terms and for a set phrase: the log-probability a piece that
may be lost on average, and that a piece of the term itself must have."""
_UNKNOWN = 4.0
"""The same for a technical term: how likely the model finds its own guess tells nothing."""
_GUESSED = frozenset({TermKind.TECHNICAL.value, TermKind.EXACT.value})
_TOLERANCE = 0.35
"""How much less likely, in log-probability a piece, a hypothesis may be that keeps more."""
_INLINE = frozenset({FindingKind.TERM, FindingKind.NAME})
"""What can be given inline to a model that obeys it."""
_SHORT = {Direction.VI_EN: 0.45, Direction.EN_VI: 0.8}
"""Words of the output for a word of the source, under which something was dropped."""


class Drafter:
    """Translates sentences with one decoder under one glossary and style."""

    def __init__(
        self,
        decoder: Decoder,
        direction: Direction,
        glossary: Glossary,
        style: Style,
        *,
        back: Decoder | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        """Nothing is decoded yet.

        Args:
            decoder: of ``direction``.
            direction: from which language into which.
            glossary: the official terms.
            style: how Viet Nam and the like are written in English.
            back: the decoder of the other direction, to be asked for a second opinion.
            lexicon: common words that are brought back where they are lost; none by default.
        """
        self._decoder, self._direction, self._back = decoder, direction, back
        self._glossary, self._style = glossary, style
        self._anew = Anew(decoder, direction, glossary, self._choose)
        self._returning = None
        if lexicon is not None and direction is Direction.VI_EN:
            self._returning = Returning(decoder, back, lexicon, self._mended)
        self._alone: dict[str, tuple[str, ...]] = {}
        self._lock = threading.Lock()

    def draft(
        self, sentences: Sequence[str], *, go_on: Callable[[], None] = lambda: None
    ) -> list[str]:
        """Translate sentences; same length and order.

        Args:
            sentences: of any length.
            go_on: called between the steps; what it raises ends the work.
        """
        chunks: list[str] = []
        shares: list[int] = []
        for sentence in sentences:
            parts = self._decoder.chop(self._decoder.harmless(plain(sentence)))
            chunks += parts
            shares.append(len(parts))
        said: list[tuple[str, str]] = []
        for start in range(0, len(chunks), _WINDOW):
            said += self._drafted(chunks[start : start + _WINDOW], go_on)
        rest = iter(said)
        return [self._joined([next(rest) for _ in range(share)]) for share in shares]

    def _drafted(self, chunks: Sequence[str], go_on: Callable[[], None]) -> list[tuple[str, str]]:
        """Each of a window's chunks with its translation."""
        drafts = self._first(chunks, go_on)
        self._say_missing(drafts)
        go_on()
        self._steer(drafts, go_on)
        if self._returning is not None:
            self._returning.bring_back(drafts, go_on)
        self._lengthen(drafts, go_on)
        return [(draft.source, draft.text) for draft in drafts]

    def _joined(self, said: Sequence[tuple[str, str]]) -> str:
        """The pieces of one sentence, each a source and its translation, as one translation."""
        if len(said) < 2 or not self._english:
            return " ".join(text for _, text in said if text)
        texts = [
            continue_like(text, source, self._glossary.proper_words) if number else text
            for number, (source, text) in enumerate(
                (source, end_like(text, source)) for source, text in said
            )
            if text
        ]
        return " ".join(texts)

    def _first(self, chunks: Sequence[str], go_on: Callable[[], None]) -> list[Draft]:
        go_on()
        drafts = [self._asked(chunk) for chunk in chunks]
        found = self._decoder.hypotheses(
            [draft.asked.text for draft in drafts], count=self._decoder.beam, attention=True
        )
        go_on()
        if self._back is not None:
            found = rerank(
                found,
                [draft.source for draft in drafts],
                self._back,
                length_penalty=self._decoder.length_penalty,
            )
            go_on()
        for draft, hypotheses in zip(drafts, found, strict=True):
            self._choose(draft, hypotheses)
        again = [draft for draft in drafts if loops(draft.text, draft.source)]
        if again:
            retried = self._decoder.hypotheses([draft.asked.text for draft in again], no_repeat=3)
            for draft, hypotheses in zip(again, retried, strict=True):
                self._choose(draft, hypotheses)
                if loops(draft.text, draft.source):
                    draft.text = cut_loops(draft.text)
        self._anew.ask(drafts, go_on=go_on)
        go_on()
        self._learn_wrong(drafts)
        for draft in drafts:
            draft.text = self._mend(draft, draft.text)
        return drafts

    def _asked(self, chunk: str) -> Draft:
        """A draft that says nothing yet: what must stand in it, and what the model is given."""
        expectations = find_expectations(chunk, self._direction, self._glossary, self._style)
        preferences = (
            find_preferences(chunk, self._direction, self._glossary, self._style)
            if self._english
            else []
        )
        asked = self._annotated(
            chunk, [e for e in expectations if e.subject in self._decoder.annotated]
        )
        nothing = Hypothesis("", (), 0.0)
        return Draft(chunk, asked, self._glossary, expectations, preferences, nothing, "")

    def _annotated(self, chunk: str, expectations: Sequence[Expectation]) -> Annotated:
        markers = self._decoder.markers
        if markers is None:
            return Annotated(chunk)
        terms = [
            Inline(e.start, e.end, markers.harmless(e.wanted))
            for e in expectations
            if e.kind in _INLINE and e.certain
        ]
        return markers.annotate(chunk, terms)

    def _say_missing(self, drafts: Sequence[Draft]) -> None:
        """Decode what lacks a term or a name once more, with what it lacks inline.

        The new output is taken where it has more of what must stand in it and is not much less
        likely, without the annotations, than the old one.
        """
        if self._decoder.markers is None:
            return
        jobs: list[tuple[Draft, Annotated, float]] = []
        for draft in drafts:
            terms = missing(draft.expectations, draft.text, self._direction)
            phrases = missing(draft.preferences, draft.text, self._direction)
            given = [e for e in draft.expectations if e.subject in self._decoder.annotated]
            asked = self._annotated(draft.source, [*given, *terms, *phrases])
            if asked.text != draft.asked.text:
                unknown = any(term.subject in _GUESSED for term in terms)
                loss = _UNKNOWN if unknown else _TERM[0] if terms else _MAY[0]
                jobs.append((draft, asked, loss))
        if not jobs:
            return
        found = self._decoder.hypotheses(
            [asked.text for _, asked, _ in jobs], count=self._decoder.beam, attention=True
        )
        chosen = [
            min(hypotheses, key=lambda h: (self._shortcomings(draft, h.text), -h.score))
            for (draft, _, _), hypotheses in zip(jobs, found, strict=True)
        ]
        means = self._decoder.means(
            2 * [draft.source for draft, _, _ in jobs],
            [
                *(draft.chosen.pieces for draft, _, _ in jobs),
                *(hypothesis.pieces for hypothesis in chosen),
            ],
        )
        likely = zip(means[: len(jobs)], means[len(jobs) :], strict=True)
        for (draft, asked, loss), hypothesis, (old, new) in zip(jobs, chosen, likely, strict=True):
            better = self._shortcomings(draft, hypothesis.text) < self._shortcomings(
                draft, draft.text
            )
            if better and new >= old - loss and not loops(hypothesis.text, draft.source):
                draft.asked, draft.chosen = asked, hypothesis
                draft.text = self._mended(draft, hypothesis.text)

    def _shortcomings(self, draft: Draft, text: str) -> int:
        """What is wrong with an output once it is mended; a fault weighs ten set phrases."""
        text = self._mended(draft, text)
        lacking = missing(draft.preferences, text, self._direction)
        return 10 * draft.faults(text, self._direction) + len(lacking)

    def _choose(self, draft: Draft, hypotheses: Sequence[Hypothesis]) -> None:
        best: tuple[int, float] | None = None
        for hypothesis in hypotheses:
            if hypothesis.score < hypotheses[0].score - _TOLERANCE:
                continue
            text = (
                tidy(plain_letters(hypothesis.text), draft.source)
                if self._english
                else hypothesis.text
            )
            faults = draft.faults(text, self._direction) + 3 * loops(text, draft.source)
            faults += 5 * is_copy(draft.source, text)
            rank = (-faults, hypothesis.score)
            if best is None or rank > best:
                best = rank
                draft.chosen, draft.text = hypothesis, text
            if faults == 0:
                return  # the others are less likely

    @property
    def _english(self) -> bool:
        return self._direction is Direction.VI_EN

    def _mended(self, draft: Draft, text: str) -> str:
        return self._mend(draft, self._clean(draft, text))

    def _mend(self, draft: Draft, text: str) -> str:
        mended = mend(text, draft.source, draft.expectations, self._direction, draft.wrong)
        return drop_doubled(mended, draft.expectations) if self._english else mended

    def _learn_wrong(self, drafts: Sequence[Draft]) -> None:
        """What the model makes of each missing term alone: its usual wrong rendering.

        Kept by the words of the source, so that what a draft is mended with does not depend on
        which drafts came before it or beside it.
        """
        if not self._english:
            return
        lacking = [
            (draft, expectation.wanted, draft.source[expectation.start : expectation.end])
            for draft in drafts
            for expectation in missing(draft.expectations, draft.text, self._direction)
            if expectation.kind is FindingKind.TERM
        ]
        with self._lock:
            known = {term: self._alone[term] for *_, term in lacking if term in self._alone}
        unknown = list(dict.fromkeys(term for *_, term in lacking if term not in known))
        for term, hypotheses in zip(
            unknown, self._decoder.hypotheses(unknown, count=2), strict=True
        ):
            said = (hypothesis.text.rstrip(".") for hypothesis in hypotheses)
            known[term] = tuple(dict.fromkeys(said))
        with self._lock:
            self._alone.update(known)
        for draft, wanted, term in lacking:
            draft.wrong[wanted] = tuple(dict.fromkeys((*draft.wrong.get(wanted, ()), *known[term])))

    def _steer(self, drafts: Sequence[Draft], go_on: Callable[[], None]) -> None:
        """Steer to what is missing, one thing of each draft at a time; set phrases come last."""
        tried: set[tuple[int, int, int]] = set()
        for _ in range(_ROUNDS):
            wishes: list[Wish] = []
            owners: list[Draft] = []
            for number, draft in enumerate(drafts):
                terms = missing(draft.expectations, draft.text, self._direction)
                # A model that was given a set phrase inline and did better without is left alone.
                phrases = [] if self._decoder.markers else draft.preferences
                for lacking, limits in (
                    (terms, _MUST),
                    (missing(phrases, draft.text, self._direction), _MAY),
                ):
                    fresh = [e for e in lacking if (number, e.start, e.end) not in tried]
                    if fresh:
                        tried.add((number, fresh[0].start, fresh[0].end))
                        term = fresh[0].kind is FindingKind.TERM and limits is _MUST
                        wishes.append(self._wish(draft, fresh[0], _TERM if term else limits))
                        owners.append(draft)
                        break
            if not wishes:
                return
            go_on()
            for draft, hypothesis in zip(owners, steer(self._decoder, wishes), strict=True):
                if hypothesis is not None:
                    draft.chosen = hypothesis
                    draft.text = self._mended(draft, hypothesis.text)

    def _clean(self, draft: Draft, text: str) -> str:
        return tidy(plain_letters(text), draft.source) if self._english else text

    def _wish(self, draft: Draft, expectation: Expectation, limits: tuple[float, float]) -> Wish:
        chosen = draft.chosen
        if draft.text != chosen.text and self._decoder.encode_target is not None:
            pieces = tuple(self._decoder.encode_target(draft.text))
            chosen = Hypothesis(draft.text, pieces, chosen.score)
        written = expectation.written or (expectation.wanted,)

        def faults(text: str) -> int:
            return self._shortcomings(draft, text)

        span = draft.asked.place(expectation.start, expectation.end)
        return Wish(draft.asked.text, chosen, span, (written[0], written[-1]), faults, *limits)

    def _lengthen(self, drafts: Sequence[Draft], go_on: Callable[[], None]) -> None:
        """Translate in halves what came out far too short."""
        short: list[tuple[Draft, list[str]]] = []
        for draft in drafts:
            words = len(draft.source.split())
            if words < 16 or len(draft.text.split()) >= _SHORT[self._direction] * words:
                continue
            half = max(8, len(self._decoder.encode(draft.source)) // 2 + 2)
            short.append((draft, chop(draft.source, self._size, half)))
        again = iter(self._first([part for _, parts in short for part in parts], go_on))
        for draft, parts in short:
            pieces = [next(again) for _ in parts]
            text = self._joined([(piece.source, piece.text) for piece in pieces])
            if draft.faults(text, self._direction) <= draft.faults(draft.text, self._direction):
                draft.text = text

    def _size(self, text: str) -> int:
        return len(self._decoder.encode(text))
