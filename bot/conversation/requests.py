"""Requests in plain words that mean a command with something after it.

"Tasks set before Q3 2021" is /tasks before Q3 2021, "các hội nghị trong tháng 3/2018" is
/conferences tháng 3/2018, "tóm tắt bài 6" is /summary bài 6 and "article 6" is /article 6. Between
the word for a list and the time only small words may stand; with anything else the message is a
question or a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.briefings.periods import asked_period
from bot.conversation import words as read
from bot.conversation.commands import spoken
from summarizer.text.folding import fold

LONGEST: Final = 120
"""Characters of a request that is looked at."""
_SUMMARY: Final = re.compile(
    r"(?:(?:give|send) me\s+)?(?:(?:a |the )?summary of|summari[sz]e|sum up|brief me on"
    r"|(?:ban )?tom (?:tat|luoc)(?: cho (?:toi|minh|em))?(?: cua)?)\s+(?:the\s+)?(?=\S)"
)
_OPEN: Final = re.compile(
    r"(?:(?:show|open|see|view|read|get|xem|mo|doc)(?: me)?\s+)?(?:the\s+)?"
    r"(?P<thing>article|bai(?: viet| bao)?|task|nhiem vu)\s*(?:no\.?|number|so)?\s*#?\d{1,9}"
)
_LISTS: Final = {
    "tasks": ("tasks", "task", "nhiem vu"),
    "conferences": ("conferences", "conference", "meetings", "hoi nghi"),
    "latest": ("articles", "bai viet", "bai bao", "cac bai", "nhung bai"),
}
_BEFORE: Final = frozenset(
    """a all any are bo ca cac cho co danh give had has have here is ke liet list me mo nhung of
    sach see show tat the there toan was were what which xem""".split()  # noqa: SIM905 - shorter
)
"""Folded words that may stand before the word for a list."""
_AFTER: Final = frozenset(
    """are assigned be been being cac chuc co da dang dat de dien do duoc falling giao given had
    happened happening has have held in is nao nhung of place planned ra published released sap
    scheduled se set taking that the there to took was were which will with written""".split()  # noqa: SIM905 - shorter
)
"""Folded words that may stand between the word for a list and the time. None says until when a
task is due: lists are of the articles' time.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """A command by its name, with the words that would stand after it."""

    command: str
    words: str = ""


def read_request(text: str, today: date) -> Request | None:
    """The command that a message in plain words means, or ``None``."""
    if (command := spoken(text)) is not None:
        return Request(command.name)
    asked = text.strip().strip(" .!?")
    if not asked or len(asked) > LONGEST or "\n" in asked or len(fold(asked)) != len(asked):
        return None
    return _summary(asked) or _opened(asked) or _listed(asked, today)


def _summary(text: str) -> Request | None:
    """A summary of a thing of the library: of an article or a task, by its number."""
    match = _SUMMARY.match(fold(text))
    if match is None:
        return None
    words, language = read.without_language(text[match.end() :])
    wanted = read.wanted(words)
    if wanted.thing not in ("article", "task") or read.year(words):
        return None
    number = read.number(wanted.words)
    return Request("summary", f"{words} {language}".strip()) if number is not None else None


def _opened(text: str) -> Request | None:
    """An article or a task, by its number; what may be a year is none."""
    text, language = read.without_language(text)
    match = _OPEN.fullmatch(fold(text))
    if match is None:
        return None
    number = re.sub(r"\D", "", text)
    thing = "task" if match["thing"] in ("task", "nhiem vu") else "article"
    if read.year(number):
        return None
    if language and thing == "article":
        # a card has the chat's language; a summary may have its own
        return Request("summary", f"article {number} {language}")
    return Request(thing, number)


def _listed(text: str, today: date) -> Request | None:
    """A list of a time: small words, the word for the list, small words, and the time."""
    words, plain = text.split(), fold(text).split()
    for start in range(len(plain)):
        for command, names in _LISTS.items():
            for name in names:
                end = start + len(name.split())
                if plain[start:end] == name.split():
                    # Conferences are planned; there is no article of a time to come.
                    time = _time(words[end:], plain[end:], today, command == "conferences")
                    return Request(command, time) if time else None
        if plain[start] not in _BEFORE:
            return None
    return None


def _time(words: list[str], plain: list[str], today: date, ahead: bool) -> str:
    """The time that words end with after nothing but small words, or nothing; ``ahead`` says that
    it may be to come.
    """
    for start in range(len(words)):
        time = _of(" ".join(words[start:]).strip(" ,:;()"), today)
        if asked_period(time, today, whole=ahead) is not None:
            return time
        if plain[start].strip(",:") not in _AFTER:
            return ""
    return ""


def _of(time: str, today: date) -> str:
    """A time without "from", which of articles means no more than "of" ("from March 2018"); of a
    day it may mean that day and what came later.
    """
    head, _, rest = time.partition(" ")
    period = asked_period(rest, today) if head.lower() == "from" else None
    return rest if period is not None and period.first != period.last else time
