"""The voice: how names, texts and dates are put to a reader of one language, or of both.

A voice remembers what it had to show by machine, uncertain or untranslated, so that a sheet can
say so once, at its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from bot.briefings.cards import Bilingual, DateOf, SourceRef
from bot.texts import BOTH, LANGUAGES, beside, translator
from bot.texts.dates import Detail, date_text, range_text
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold, words

UNCERTAIN: Final = " ⚠\N{VARIATION SELECTOR-15}"
"""Set after a translation in which a check found something amiss."""

_OPENING: Final = "“"
_CLOSING: Final = "”"
_PLAIN: Final = '"'
_QUOTES: Final = re.compile('["“”„«»]')
_SPACE: Final = re.compile(r"\s+")


@dataclass(slots=True)
class Remembered:
    """What had to be shown by machine, uncertain or untranslated so far."""

    machine_from: set[str] = field(default_factory=set)
    uncertain: bool = False
    untranslated: bool = False


class Voice:
    """Speaks to a reader of ``vi``, ``en`` or ``both``.

    ``texts`` says the bot's labels. A voice for both has two ``singles``, Vietnamese first, that
    share what is remembered; what it says itself of names and dates is for short lines, both
    sides beside each other.
    """

    def __init__(
        self, language: str, remembered: Remembered | None = None, *, place: int = 0
    ) -> None:
        self.language = language
        self._place = place
        self.texts = translator(language)
        self.remembered = remembered or Remembered()
        self.both = language == BOTH
        self.singles: tuple[Voice, ...] = (
            tuple(Voice(v, self.remembered, place=n) for n, v in enumerate(LANGUAGES, 1))
            if self.both
            else (self,)
        )

    def speaking(self, text: Bilingual | None) -> tuple[Voice, ...]:
        """The single voices that have ``text`` in their language; one of them where none has."""
        if not self.both:
            return (self,)
        if text is None or (text.vi and text.vi == text.en):
            return self.singles[:1]
        return tuple(v for v in self.singles if text.has(v.language)) or self.singles[:1]

    def leads(self, text: Bilingual) -> bool:
        """Whether this is the only voice for ``text``, or the first of two."""
        return self._place < 2 or not text.vi

    def clip(self, text: str, most: int) -> str:
        """``text`` cut to ``most`` characters, to fewer beside its other language; 0 is whole."""
        if not most:
            return text
        return clip(text, most * 2 // 3 if self._place else most)

    def say(self, text: Bilingual | None, *, quoted: bool = False) -> str:
        """``text`` in the reader's language, else in the other one; both sides for both."""
        if text is None:
            return ""
        if self.both:
            return beside([single.say(text, quoted=quoted) for single in self.speaking(text)])
        plain = text.in_(self.language)
        if quoted and plain:
            plain = quote(plain, like=text.in_(text.original))
        if not text.has(self.language):
            self.remembered.untranslated |= bool(plain)
        elif self.language != text.original and text.machine:
            self.remembered.machine_from.add(text.original)
            if text.uncertain:
                self.remembered.uncertain = True
                plain += UNCERTAIN
        return plain

    def original(self, text: Bilingual | None) -> str:
        """The original of a text whose translation, which :meth:`say` shows, misstates a number or
        date; empty where it does not, or the original stands beside it anyway.
        """
        if text is None or self._place or self.both or not text.misstated or not text.machine:
            return ""
        translated = self.language != text.original and text.has(self.language)
        return text.in_(text.original) if translated else ""

    def name(self, text: Bilingual | None) -> str:
        """A name or other short text in one line."""
        return one_line(self.say(text))

    def date(self, date: PartialDate, detail: Detail = Detail.FULL) -> str:
        """A date in one line."""
        return beside([date_text(date, _, detail) for _ in self.texts.each])

    def span(self, start: PartialDate, end: PartialDate, detail: Detail = Detail.FULL) -> str:
        """A span of days in one line."""
        return beside([range_text(start, end, _, detail) for _ in self.texts.each])

    def source_date(self, source: SourceRef, detail: Detail = Detail.LISTED) -> str:
        """The date of a source, saying so where it is that of the event; or ``date unknown``."""
        _ = self.texts
        if source.date_of is DateOf.NOTHING or not source.date.known:
            return _("date unknown")
        if source.date_of is DateOf.EVENT:
            return beside(
                [
                    _("event of {date}", date=date_text(source.date, _, detail))
                    for _ in self.texts.each
                ]
            )
        return self.date(source.date, detail)

    def notes(self) -> list[str]:
        """What has to be said of what this voice has shown so far."""
        _ = self.texts
        notes = []
        if self.remembered.machine_from:
            if self.both:
                notes.append(_("Translated by machine; the original stands with it."))
            elif self.language == "en":
                notes.append(_("Machine translation; the Vietnamese original is one tap away."))
            else:
                notes.append(_("Machine translation; the English original is one tap away."))
        if self.remembered.uncertain:
            notes.append(self.uncertain_note())
        if self.remembered.untranslated:
            notes.append(_("What is not translated yet stands in its original language."))
        return notes

    def uncertain_note(self) -> str:
        """What the mark of uncertain translations means."""
        _ = self.texts
        meaning = _("Machine-uncertain: a name or number may be missing in the translation.")
        return f"{UNCERTAIN.strip()} {meaning}"


def one_line(text: str) -> str:
    """``text`` with every run of white space as one blank."""
    return _SPACE.sub(" ", text).strip()


def quote(text: str, like: str | None = None) -> str:
    """A quotation, or its translation, in quotation marks.

    An original (``like``) with marks of its own quotes only in part: then no marks are put around
    the translation, and both only get what is missing at their ends.
    """
    text = text.strip()
    original = text if like is None else like.strip()
    if not _QUOTES.search(original):
        return text if _QUOTES.search(text) else f"{_OPENING}{text}{_CLOSING}"
    if text != original:
        return _paired(text)
    opened, closed = text.find(_OPENING), text.find(_CLOSING)
    if closed >= 0 and (opened < 0 or closed < opened):
        return _OPENING + text
    if opened >= 0 and text.rfind(_CLOSING) < text.rfind(_OPENING):
        return text + _CLOSING
    return text


def _paired(text: str) -> str:
    """``text`` with the partner of the one mark that it begins or ends with."""
    if text.count(_PLAIN) == 1 and text.startswith(_PLAIN):
        return text + _PLAIN
    if text.count(_PLAIN) == 1 and text.rstrip(".,;!?").endswith(_PLAIN):
        return _PLAIN + text
    return text


def capital(text: str) -> str:
    """``text`` with its first letter large: what was cut from within a sentence."""
    return text[:1].upper() + text[1:]


def excerpt(text: str, query: str, most: int) -> str:
    """At most ``most`` characters of ``text`` around the first word of ``query`` in it."""
    text = one_line(text)
    folded = fold(text)
    if len(text) <= most or len(folded) != len(text):
        return clip(text, most)
    asked = [re.escape(word) for word in words(fold(query))]
    match = re.search(rf"\b(?:{'|'.join(asked)})\b", folded) if asked else None
    if match is None or match.end() < most:
        return clip(text, most)
    start = text.rfind(" ", 0, max(0, match.start() - most // 3)) + 1
    return "…" + clip(text[start:], most - 1)


def clip(text: str, most: int) -> str:
    """``text`` in one line of at most ``most`` characters, cut at a word, with ``…`` where cut."""
    text = one_line(text)
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > most // 2 else cut).rstrip(" ,;:–-") + "…"
