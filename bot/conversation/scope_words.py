"""Reading what is to be summed up: a theme, a period, or a theme within a period.

Nothing is guessed: words are taken for a theme within a period only where a part of them is all of
a period and the rest a theme's name, or the greater part of one. A question may begin with its
asking words ("what's new on …"), end with them ("… có gì mới?") or have them between the period and
the theme.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Protocol

from bot.briefings.periods import Period, asked_period, cuts, since_digest
from bot.briefings.words_in_time import BETWEEN
from bot.conversation import words as read
from summarizer.text.folding import fold

LONGEST: Final = 200
"""Characters of a question that is looked at."""

_ASKING: Final = (
    r"(?:what(?:\s+has)?\s+happened|what(?:'s|s| is| was)?\s+(?:new|the (?:news|latest))"
    r"|(?:is there\s+)?anything new|what came in|(?:any\s+|the\s+|latest\s+)?news|summary"
    r"|summari[sz]e|sum up|brief me"
    r"|co (?:tin |chuyen )?gi(?: moi| dang chu y)?|chuyen gi(?: da)? xay ra|tin tuc|tin(?: moi)?"
    r"|tom tat|tom luoc|diem tin|diem lai|tinh hinh)(?:\s+(?:tin tuc|tin|tinh hinh))?"
)
_ASKED_FIRST: Final = re.compile(rf"^(?:please\s+)?{_ASKING}(?:\s+|$)")
_ASKED_LAST: Final = re.compile(
    r"\s+(?:co (?:gi|tin gi|chuyen gi)(?: moi| dang chu y)?|dien ra (?:nhung )?gi|xay ra chuyen gi"
    r"|the nao|ra sao|news|summary)$"
)
_ASKED_BETWEEN: Final = re.compile(rf"(?<=\S)\s+{_ASKING}\s+(?=\S)")
_ALONE: Final = re.compile(
    r"today|yesterday|(?:this|last|the (?:past|last)|past|previous) (?:week|month|quarter|year)"
    r"|(?:hom|ngay) (?:nay|qua)|(?:tuan|thang|quy|nam) (?:nay|truoc|qua|vua qua|vua roi|ngoai)"
)
"""Times that ask for what happened then though nothing else stands there."""
_ON: Final = re.compile(
    r"^(?:(?:on|about|in|of|for|with|the|regarding|concerning|ve|về|trong|cua|của|doi voi|đối với"
    r"|lien quan den|liên quan đến)\s+)+",
    re.IGNORECASE,
)


class Themes(Protocol):
    """Finds themes by their names; see :class:`bot.briefings.Briefings`."""

    def theme(self, word: str, /) -> str | None:
        """The theme that a word names."""

    def theme_mostly(self, words: str, /) -> str | None:
        """The theme of whose name the words are the greater part."""

    def themes_like(self, words: str, /) -> list[str]:
        """The themes whose name has these words."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is to be summed up: a theme, a period, or the one within the other."""

    theme: str = ""
    period: Period | None = None
    since_digest: bool = False
    """The period is what came in since the last digest: only the chat knows since when."""
    among: tuple[str, ...] = ()
    """Themes of which any may be meant, where it is not clear which."""


def time_of(words: str, today: date) -> Scope | None:
    """The period that words are and nothing else."""
    if since_digest(words):
        return Scope(since_digest=True)
    period = asked_period(words, today)
    return Scope(period=period) if period is not None else None


def theme_in_time(words: str, today: date, themes: Themes, *, named: bool = False) -> Scope | None:
    """The theme and the period, in either order, that words are and nothing else.

    With ``named`` (they stand after "theme") a part of a theme's name or a key phrase is enough.
    """
    for time, rest in cuts(words):
        meant = _themes(rest, themes, named) if rest else []
        scope = time_of(" ".join(time).strip(BETWEEN), today) if meant else None
        if scope is not None:
            if _has_time(rest, today):
                return None
            if len(meant) > 1:
                return replace(scope, among=tuple(meant))
            return replace(scope, theme=meant[0])
    return None


def without_time(words: str, today: date) -> tuple[str, Scope | None]:
    """Words without the period that they begin or end with, and that period."""
    for time, rest in cuts(words):
        if rest and (scope := time_of(" ".join(time).strip(BETWEEN), today)):
            return " ".join(rest).strip(BETWEEN), scope
    return words, None


def question_rest(text: str) -> str:
    """What a question asks for, folded, where it begins or ends with words of asking; or empty."""
    plain = _plain(text)
    rest, begun = _ASKED_FIRST.subn("", plain)
    if not begun:
        rest, begun = _ASKED_LAST.subn("", plain)
    return rest if begun else ""


def question(text: str, today: date, themes: Themes) -> Scope | None:
    """The period, or the theme within a period, that a question asks for."""
    if len(text) > LONGEST or "\n" in text.strip():
        return None
    rest = question_rest(text)
    if not rest and _ALONE.fullmatch(_plain(text)):
        return time_of(text, today)
    if rest and (scope := time_of(rest, today)):
        return scope
    for words in _rests(text, rest):
        if scope := theme_in_time(words, today, themes):
            return scope
    return None


def bare(text: str, today: date, themes: Themes) -> Scope | None:
    """The theme within a period that a message names without asking and without anything else."""
    if len(text) > LONGEST or "\n" in text.strip():
        return None
    return theme_in_time(" ".join(text.split()).strip(" ?!."), today, themes)


def _rests(text: str, rest: str) -> Iterator[str]:
    if rest:
        yield rest
        yield _ASKED_LAST.sub("", rest)
    plain = _plain(text)
    for asking in _ASKED_BETWEEN.finditer(plain):
        yield f"{plain[: asking.start()]} {plain[asking.end() :]}"


def _plain(text: str) -> str:
    return " ".join(fold(text).split()).strip(" ?!.")


def _themes(parts: list[str], themes: Themes, named: bool) -> list[str]:
    """The themes that words may mean."""
    words = _ON.sub("", " ".join(parts).strip(BETWEEN))
    wanted = read.wanted(words)
    if wanted.language:
        return []
    if wanted.thing == "theme":
        words, named = wanted.words, True
    if (theme := themes.theme(words)) is not None:
        return [theme]
    if named:
        return themes.themes_like(words)
    return [mostly] if (mostly := themes.theme_mostly(words)) is not None else []


def _has_time(parts: list[str], today: date) -> bool:
    """Whether words begin or end with a further period: then it is not clear which is meant."""
    return any(
        time_of(" ".join(time).strip(BETWEEN), today)
        for size in range(1, len(parts))
        for time in (parts[:size], parts[-size:])
    )
