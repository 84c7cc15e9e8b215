"""The gettext catalogues, read at run time from ``vi.po`` and ``en.po``.

Msgids are English sentences in the code, with named places (``{name}``). A msgid that a catalogue
lacks is shown as it stands; ``en.po`` therefore holds only what differs from its msgid. A test
walks the code and fails where ``vi.po`` lacks one.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from importlib import resources
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES: Final = ("vi", "en")
"""The languages there is a catalogue for."""
BOTH: Final = "both"
"""The language setting of readers who want both."""

SHORT: Final = 48
"""Labels up to this many characters stand side by side in one line for readers of both."""


def N_(text: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """Mark a text for the catalogues that is translated only when it is shown."""
    return text


@cache
def _catalogue(language: str) -> gettext.GNUTranslations:
    with resources.files("bot.texts").joinpath(f"{language}.po").open("rb") as file:
        read = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Translator:
    """Says a text in one language, or in both.

    ``_("Tasks")`` gives the text; named places are filled in by ``_("Hello, {name}", name=…)``,
    or later with ``str.format``. ``_.plural("{n} task", "{n} tasks", n)`` chooses the form. For
    readers of both, short texts stand side by side (``Nhiệm vụ · Tasks``), long ones one below
    the other, a text that is the same in both once.
    """

    def __init__(self, language: str) -> None:
        if language not in (*LANGUAGES, BOTH):
            raise ValueError(f"no such language: {language!r}")
        self.language = language

    @property
    def each(self) -> tuple[Translator, ...]:
        """A translator for each single language of this one, Vietnamese first."""
        if self.language == BOTH:
            return tuple(translator(language) for language in LANGUAGES)
        return (self,)

    def __call__(self, text: str, /, **values: object) -> str:
        """``text`` in the reader's language."""
        if self.language == BOTH:
            return beside([each(text, **values) for each in self.each])
        found = _catalogue(self.language).gettext(text)
        return found.format(**values) if values else found

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """``one`` or ``many`` for ``n`` things in the reader's language; ``{n}`` is filled in."""
        if self.language == BOTH:
            return beside([each.plural(one, many, n, **values) for each in self.each])
        found = _catalogue(self.language).ngettext(one, many, n)
        return found.format(n=n, **values)


def beside(texts: list[str]) -> str:
    """The same text in several languages: side by side where short, once where equal."""
    different = list(dict.fromkeys(texts))
    short = all(len(text) <= SHORT and "\n" not in text for text in different)
    return (" · " if short else "\n").join(different)


@cache
def translator(language: str) -> Translator:
    """The translator for ``vi``, ``en`` or ``both``.

    Raises:
        ValueError: if there is no such language.
    """
    return Translator(language)
