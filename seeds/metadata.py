"""Fields as sources state them: dates, languages, one-line texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from seeds.decoding import tidy

_PARTIAL = re.compile(r"(?P<y>[12]\d{3})(?:-(?P<m>\d{2}))?")
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>[12]\d{3})"
    r"(?:[ ,T]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?))?"
)
_SPACE = re.compile(r"\s+")
_SHOWN = 40
_LANGUAGES = {"vi": "vi", "vn": "vi", "vie": "vi", "en": "en", "eng": "en"}


def one_line(text: str) -> str:
    """Tidy text with every run of white space as one blank."""
    return _SPACE.sub(" ", tidy(text)).strip()


def parse_date(text: str) -> tuple[str | None, str | None]:
    """A date as stated, in ISO 8601, and a note on how it was read.

    Understands ISO 8601 (year, year and month, day, day with time), the day-first form of
    Vietnamese papers (``14/12/2021``, noted) and the dates of feeds and mail. What cannot be read
    is ``None`` with a note: a date is never guessed.
    """
    text = one_line(text)
    if not text:
        return None, None
    unreadable = f"date not understood, left out: {text[:_SHOWN]!r}"
    if match := _PARTIAL.fullmatch(text):
        if match["m"] and not 1 <= int(match["m"]) <= 12:
            return None, unreadable
        return text, None
    try:
        # A bare day must not grow a midnight that nobody stated.
        if len(text) <= len("2021-12-14"):
            return date.fromisoformat(text).isoformat(), None
        return datetime.fromisoformat(text).isoformat(), None
    except ValueError:
        pass
    if match := _DAY_FIRST.fullmatch(text):
        try:
            day = date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
            if match["time"]:
                hour, rest = match["time"].split(":", 1)
                day = datetime.fromisoformat(f"{day}T{int(hour):02d}:{rest}").isoformat()
        except ValueError:
            return None, unreadable
        return day, f"date read as day/month/year: {text}"
    try:
        return parsedate_to_datetime(text).isoformat(), None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None, unreadable


def parse_language(text: str) -> str | None:
    """``"vi"`` or ``"en"`` of a language tag (``vi-VN``, ``en_GB``), else ``None``."""
    return _LANGUAGES.get(re.split(r"[-_]", one_line(text).lower(), maxsplit=1)[0])


@dataclass(slots=True)
class Fields:
    """Reads the fields of a mapping from outside, collecting notes on those it cannot use."""

    values: Mapping[str, object]
    notes: list[str] = field(default_factory=list)

    def text(self, name: str) -> str | None:
        """The field as one line, ``None`` where it is missing, empty or no text."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float | None):
            self.notes.append(f"{name} is not a text, left out")
            return None
        return one_line(str(value)) or None if value is not None else None

    def date(self, name: str) -> str | None:
        """The field as an ISO 8601 date."""
        text = self.text(name)
        if text is None:
            return None
        published, note = parse_date(text)
        if note:
            self.notes.append(note)
        return published

    def language(self, name: str) -> str | None:
        """The field as a language of ours."""
        text = self.text(name)
        return parse_language(text) if text else None

    def texts(self, name: str) -> tuple[str, ...]:
        """The field as a list of one-line texts; one text counts as a list of one."""
        value = self.values.get(name)
        if value is None:
            return ()
        values = value if isinstance(value, list) else [value]
        texts = [one_line(item) for item in values if isinstance(item, str)]
        if len(texts) < len(values):
            self.notes.append(f"{name} holds something that is not a text, left out")
        return tuple(text for text in texts if text)
