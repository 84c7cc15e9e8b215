"""The translator: engine, glossary, names and checks put together."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from translations.drafting.drafting import Drafter
from translations.engine import Direction, Engine, Finding, FindingKind, Translation
from translations.engines.decoding import Decoder
from translations.output.checks import check
from translations.output.repairs import mend, plain_letters
from translations.output.surface import balance, begin_like, end_like, number_like, tidy
from translations.source.casing import shouts, true_case
from translations.source.dates import mend_dates, mend_vietnamese_dates, spell_dates
from translations.source.english_imperatives import translate_english_imperatives
from translations.source.expectations import find_expectations
from translations.source.imperatives import translate_imperatives
from translations.source.preparation import Part, legible, put_together, take_apart
from translations.source.rewording import reword
from translations.terminology.glossary import Glossary, TermKind, is_makeshift
from translations.terminology.lexicon import Lexicon
from translations.words.abbreviations import lower_names, raise_names
from translations.words.clocks import translate_clocks
from translations.words.figures import swap_figures, write_date
from translations.words.reading import find_dates, find_numbers
from translations.words.style import Style, apply_style
from translations.words.wording import plain

REPAIRS = "11"
"""Rises when the rules around the engine change what comes out."""
_BLOCK = 64
"""Sentences given to the engine at a time."""


_AROUND = " \t\n.,;:!?\"'“”‘’"
_IN_QUOTES = re.compile(r"""(["“‘'])([^"“”‘’']+)(["”’'])""")
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


class Cancelled(Exception):
    """A translation was stopped because its caller asked for it."""


class Translator:
    """Translates sentences, sees to official terms, and says what did not come out right."""

    def __init__(
        self,
        engine: Engine,
        glossary: Glossary | None = None,
        style: Style = Style.HOUSE,
        *,
        second_opinion: bool = True,
    ) -> None:
        """Nothing is loaded yet.

        Args:
            engine: what translates.
            glossary: the official terms; the package's own by default.
            style: how Viet Nam and the like are written in English.
            second_opinion: whether the model of the other direction is asked which output says
                what the source says, where the engine has one: better, for about half the speed.
        """
        self.engine = engine
        self._second_opinion = second_opinion
        self.glossary = glossary or Glossary.load()
        self.style = style
        self._drafters: dict[Direction, tuple[Decoder, Drafter]] = {}

    @property
    def version(self) -> str:
        """Fingerprint of engine, glossary, style and rules: the key of a translation memory."""
        opinions = "2" if self._second_opinion else "1"
        rules = f"{REPAIRS}.{opinions}"
        return f"{self.engine.name}/{rules}/{self.glossary.version}/{self.style.value}"

    @property
    def directions(self) -> frozenset[Direction]:
        """What the engine can do."""
        return self.engine.directions

    def translate(
        self,
        sentences: Sequence[str],
        direction: Direction,
        *,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Translation]:
        """Translate texts, each a sentence, a headline or a whole paragraph.

        Equal texts, and equal sentences inside them, are translated once. What is a glossary
        entry as a whole is answered from the glossary.

        Args:
            sentences: the texts; blank ones give blank ones.
            direction: from which language into which.
            cancelled: asked now and then; true stops the work.

        Returns:
            A translation for each text, in order.

        Raises:
            DirectionUnavailable: if the engine has no model for ``direction``.
            ModelUnavailable: if its model cannot be loaded.
            Cancelled: if ``cancelled`` said so.
        """
        direction = Direction(direction)
        if self.engine.name == "none":
            return [_untranslated(text, self.engine.name) for text in sentences]
        apart = {text: self._take_apart(text, direction) for text in dict.fromkeys(sentences)}
        done: dict[str, str] = {}
        self._translate_parts(
            [part for parts in apart.values() for part in parts], direction, done, cancelled
        )
        self._translate_around(apart, direction, done, cancelled)
        results = {text: self._finish(parts, direction, done) for text, parts in apart.items()}
        return [results[text] for text in sentences]

    def _take_apart(self, text: str, direction: Direction) -> list[Part]:
        """The parts of a text; a Vietnamese one that the glossary has as a whole is one, also mere
        letters ("TP.HCM"), which stay as they are elsewhere.
        """
        whole = legible(text)
        if direction is Direction.VI_EN:
            closed = _TOWN.sub("TP.", whole)
            if closed == closed.strip() and self.glossary.exact(closed, direction) is not None:
                return [Part(closed, literal=False)]
        return take_apart(whole, direction)

    def _translate_parts(
        self,
        parts: Iterable[Part],
        direction: Direction,
        done: dict[str, str],
        cancelled: Callable[[], bool],
    ) -> None:
        """Translate what is not literal and not ``done`` yet, into ``done``."""

        def go_on() -> None:
            if cancelled():
                raise Cancelled

        texts = list(dict.fromkeys(p.text for p in parts if not p.literal and p.text not in done))
        left: list[str] = []
        for text in texts:
            known = self._from_glossary(text, direction)
            if known is None:
                left.append(text)
            else:
                done[text] = known
        for start in range(0, len(left), _BLOCK):
            go_on()
            block = left[start : start + _BLOCK]
            done.update(zip(block, self._translate_block(block, direction, go_on), strict=True))

    def _translate_around(
        self,
        apart: dict[str, list[Part]],
        direction: Direction,
        done: dict[str, str],
        cancelled: Callable[[], bool],
    ) -> None:
        """Where a stand-in was lost, put the parts around it in the sentence's place."""
        for text, parts in apart.items():
            if any(not p.literal and p.restore(done[p.text]) is None for p in parts):
                apart[text] = [
                    piece
                    for part in parts
                    for piece in (
                        [part]
                        if part.literal or part.restore(done[part.text]) is not None
                        else part.around()
                    )
                ]
        self._translate_parts(
            [part for parts in apart.values() for part in parts], direction, done, cancelled
        )

    def _translate_block(
        self, texts: Sequence[str], direction: Direction, go_on: Callable[[], None]
    ) -> list[str]:
        sources = [
            true_case(text, direction, self.glossary) if shouts(text) else text for text in texts
        ]
        if direction is Direction.VI_EN:
            sources = [
                spell_dates(self._short_places(lower_names(reword(plain(source), direction))))
                for source in sources
            ]
        else:
            sources = [reword(source, direction) for source in sources]
        translate = functools.partial(self._drafted, direction=direction, go_on=go_on)
        if direction is Direction.VI_EN:
            outputs = translate_imperatives(sources, translate)
        else:
            outputs = translate_english_imperatives(sources, translate)
        return [
            self._polish(output, source, direction)
            for source, output in zip(sources, outputs, strict=True)
        ]

    def _drafted(
        self, sources: Sequence[str], *, direction: Direction, go_on: Callable[[], None]
    ) -> list[str]:
        drafter = self._drafter(direction)
        if drafter is not None:
            return drafter.draft(sources, go_on=go_on)
        return [
            self._mended(source, output, direction)
            for source, output in zip(
                sources, self.engine.translate(sources, direction), strict=True
            )
        ]

    def _short_places(self, source: str) -> str:
        """Places as the model shall see them: where the glossary renders a longer name like the
        name in it (``Thủ đô Hà Nội``, Hanoi), the shorter one.
        """
        for match in reversed(self.glossary.find_terms(source, Direction.VI_EN)):
            words = match.text.split()
            for cut in range(1, len(words)) if match.term.kind is TermKind.PLACE else ():
                name = " ".join(words[cut:])
                shorter = self.glossary.exact(name, Direction.VI_EN)
                if name[0].isupper() and shorter and shorter.en == match.term.en:
                    source = source[: match.start] + name + source[match.end :]
                    break
        return source

    def _drafter(self, direction: Direction) -> Drafter | None:
        find = getattr(self.engine, "decoder", None)
        decoder: Decoder | None = find(direction) if find else None
        if decoder is None:
            return None
        known = self._drafters.get(direction)
        if known is None or known[0] is not decoder:
            find = getattr(self.engine, "way_back", None) if self._second_opinion else None
            back: Decoder | None = find(direction) if find else None
            # Only a model that obeys inline terms can be told a word, and it costs time.
            told = decoder.markers is not None and self._second_opinion
            lexicon = Lexicon.load() if told else None
            drafter = Drafter(
                decoder, direction, self.glossary, self.style, back=back, lexicon=lexicon
            )
            known = decoder, drafter
            self._drafters[direction] = known
        return known[1]

    def _mended(self, source: str, output: str, direction: Direction) -> str:
        source = plain(source)
        expectations = find_expectations(source, direction, self.glossary, self.style)
        if direction is Direction.VI_EN:
            output = tidy(plain_letters(output), source)
        return mend(output, source, expectations, direction)

    def _polish(self, output: str, source: str, direction: Direction) -> str:
        into_vietnamese = direction is Direction.EN_VI
        text = tidy(balance(output, source), plain(source), reduplicates=into_vietnamese)
        if into_vietnamese:
            text = mend_vietnamese_dates(text, plain(source))
        else:
            text = apply_style(mend_dates(text, plain(source)), self.style)
        copied = {number.text for number in find_numbers(plain(source), direction.source)}
        text = swap_figures(text, direction, {_bare(figure) for figure in copied})
        return begin_like(end_like(number_like(text, source), source), source)

    def _from_glossary(self, text: str, direction: Direction) -> str | None:
        """The rendering of a text that is one glossary entry as a whole."""
        if quoted := _IN_QUOTES.fullmatch(text):
            known = self._from_glossary(quoted[2], direction)
            return known and f"{quoted[1]}{known}{quoted[3]}"
        term = self.glossary.exact(text, direction)
        if term is None:
            return None
        if direction is Direction.EN_VI:
            terms = self.glossary.in_vietnamese(text.strip(_AROUND)) or (term,)
            if terms[0].kind is TermKind.PLACE and is_makeshift(terms[0].vi):
                return _ARTICLE.sub("", text)  # Singapore rather than Xinh-ga-po
            return end_like(begin_like(terms[0].vi, text), text)
        return end_like(begin_like(term.rendering(self.style), text), text)

    def _finish(
        self, parts: Sequence[Part], direction: Direction, done: dict[str, str]
    ) -> Translation:
        free = [part for part in parts if not part.literal]
        outputs = [done[part.text] for part in free]
        findings = [
            Finding(FindingKind.UNTRANSLATED, part.text.strip()) for part in parts if part.strange
        ]
        for part, output in zip(free, outputs, strict=True):
            findings += check(part.text, output, direction, self.glossary, self.style)
        translated = [
            part.restore(_in_case(output, part.text, direction)) or ""
            for part, output in zip(free, outputs, strict=True)
        ]
        return Translation(
            put_together([_localised(part, direction) for part in parts], translated),
            self.engine.name,
            tuple(dict.fromkeys(findings)),
        )


def _in_case(output: str, source: str, direction: Direction) -> str:
    """An output with the capitals of its source: a headline in capitals, ``CENTCOM``."""
    if shouts(source):
        return output.upper()
    return raise_names(output, source) if direction is Direction.VI_EN else output


_TOWN = re.compile(r"^TP\.? +(?=[A-Z]+$)")
"""A town in letters with a blank: "TP. HCM"."""


def _bare(figure: str) -> str:
    """``12.5`` of ``12.5%``."""
    return figure.rstrip("% ")


def _localised(part: Part, direction: Direction) -> Part:
    """A literal of figures and times alone (the cell of a table) as the target language writes
    them.
    """
    if not part.literal or not any(letter.isdigit() for letter in part.text):
        return part
    if direction is Direction.EN_VI and (date := _whole_date(part.text)):
        return replace(part, text=date)
    text = translate_clocks(part.text, direction)
    if text == part.text and any(letter.isalpha() for letter in text):
        return part
    return replace(part, text=swap_figures(text, direction))


def _whole_date(text: str) -> str:
    """An English text that is a date as a whole (of a dateline) in Vietnamese; empty otherwise."""
    found = [m for m in find_dates(text, "en") if m.text == text and not text.isdigit()]
    return f"ngày {write_date(found[0].date, Direction.EN_VI)[0]}" if found else ""


def _untranslated(text: str, engine: str) -> Translation:
    findings = (Finding(FindingKind.UNTRANSLATED, text.strip()),) if text.strip() else ()
    return Translation(text, engine, findings)
