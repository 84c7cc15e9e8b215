"""Requests in plain words that mean a command with something after it.

"Tasks set before Q3 2021" is /tasks before Q3 2021, "các hội nghị trong tháng 3/2018" is
/conferences tháng 3/2018, "tóm tắt bài 6" is /summary bài 6 and "article 6" is /article 6; "show me
the tasks" is /tasks, "tasks due this month" /tasks due this month, "dịch sang tiếng Anh: …"
/translate. Around the word for a list and between it and the time only small words may stand; with
anything else the message is a question or a text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.briefings.assigned import asked_assigned, tells
from bot.briefings.due import Due, asked_due
from bot.briefings.matters import asked_matter_and_time
from bot.briefings.periods import BEGINNING, asked_period
from bot.briefings.places import asked_place_and_time
from bot.briefings.tasks import theme_named
from bot.briefings.words_in_time import words_in_time
from bot.conversation import words as read
from bot.conversation.bare_commands import bare_command
from bot.conversation.commands import spoken
from bot.conversation.questions import without_whether
from bot.conversation.stage_words import asked_stage
from bot.conversation.visit_words import asked_visits
from summarizer.text.folding import fold

LONGEST: Final = 120
"""Characters of a request that is looked at."""
MOST_OF_NAME: Final = 4
"""Words of a name of which a summary is asked for."""
_SUMMARY: Final = re.compile(
    r"(?:(?:give|send) me\s+)?(?:(?:a |the )?summary of|summari[sz]e|sum up|brief me on"
    r"|(?:ban )?tom (?:tat|luoc)(?: cho (?:toi|minh|em))?(?: cua)?)\s+(?:the\s+)?(?=\S)"
)
_OPEN: Final = re.compile(
    r"(?:(?:(?P<translate>dich|translate)|show|open|see|view|read|get|xem|mo|doc)(?: me)?\s+)?"
    r"(?:the\s+)?"
    r"(?P<thing>article|bai(?: viet| bao)?|task|nhiem vu)\s*(?:no\.?|number|so)?\s*#?\d{1,9}"
)
_TRANSLATE: Final = re.compile(
    r"\s*(?:please\s+|hãy\s+)?(?:translate|dịch|dich)(?:\s+(?:this|giúp|giup|hộ|cho|tôi|toi|mình"
    r"|minh|em|câu này|cau nay|đoạn này|doan nay))*\s*[:\uff1a]\s*(?=\S)",
    re.IGNORECASE,
)
"""What stands before a text that is to be translated into whatever language it is not in."""
_TO_DO: Final = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"what (?:must|should|does|do|has|have|is|are|will)\s+(?:the\s+)?(?P<who>\S.*?)\s+"
            r"(?:do|have to do|need to do|to do|supposed to do)"
        ),
        (
            r"(?P<who>\S.*?)\s+(?:se\s+)?(?:phai|can|nen)(?: phai)?\s+(?:lam|thuc hien|hoan thanh)"
            r"\s+(?:nhung\s+)?(?:gi|viec gi|nhiem vu gi|nhiem vu nao)"
        ),
    )
)
"""How it is asked what somebody has to do, folded."""
_WE_ALL: Final = frozenset(
    "i we you one it they he she this that there toi minh em ban ta bot".split()  # noqa: SIM905 - shorter
)
"""Folded words for nobody of whom tasks are known."""
_INTO: Final = re.compile(r"(?<=\d)\s+(?:sang|ra|into)$", re.IGNORECASE)
"""What stands between a number and the language into which it is translated."""
_SOUGHT: Final = re.compile(
    r"(?:please\s+|hay\s+)?(?:search(?: for)?|look for|find|tim(?: kiem)?|tra cuu)"
    r"(?:\s+(?:me|cho toi|cho minh|giup toi|giup minh|articles? (?:on|about)"
    r"|(?:cac |nhung )?bai(?: viet)? ve))*\s+(?=\S)"
)
"""Words of a search; without a time, what is looked for is told as any few words are."""
_LISTS: Final = {
    "tasks": ("tasks", "task", "nhiem vu", "viec can lam"),
    "conferences": (
        "conferences and visits",
        "visits and conferences",
        "hoi nghi va chuyen tham",
        "hoi nghi va cac chuyen tham",
        "hoi nghi, chuyen tham",
        "conferences",
        "conference",
        "meetings",
        "summits",
        "forums",
        "seminars",
        "workshops",
        "hoi nghi, hoi thao",
        "hoi nghi",
        "hoi thao",
    ),
    "speakers": ("speakers", "dien gia", "nguoi phat bieu"),
    "latest": ("articles", "bai viet", "bai bao", "cac bai", "nhung bai"),
}
_SHOWN: Final = re.compile(
    r"(?:please\s+|hay\s+)?(?:show|list|see|view|display|give|get|open|xem|cho xem|liet ke"
    r"|hien thi|mo|danh sach)"
    r"(?:\s+(?:me|us|cho toi|cho minh|cho em|all|of|the|cac|nhung|tat ca|ra))*\s+(?=\S)"
)
_SPOKEN_LISTS: Final = frozenset({*_LISTS, "upcoming", "digest", "following"})
"""What "show me" may stand before, in any of the words for it alone."""
_BEFORE: Final = frozenset(
    """a all any are bao bo ca cac can cho co danh do dang give had has have here hien how i is ke
    liet list many me mo muon need nhieu nhung of please sach see show tat the there thi to toan toi
    want was we were what which xem you""".split()  # noqa: SIM905 - shorter
)
"""Folded words that may stand before the word for a list."""
_AFTER: Final = frozenset(
    """are gi assigned be been being cac chuc co da dang dat de dien do duoc falling giao given had
    happened happening has have held in is nao nhung of place planned ra published released sap
    scheduled se set taking that the there to toi took was were which will with written""".split()  # noqa: SIM905 - shorter
)
"""Folded words that may stand between the word for a list and the time."""
_TIME_FIRST: Final = re.compile(
    r"(?<=\s)(?:(?:thi )?co (?:(?:nhung|cac|bao nhieu) )?(?:hoi nghi|nhiem vu)\b"
    r"|(?:what|which|any|how many) (?:conferences?|tasks)\b)"
)
"""What a question asks for behind its time."""
_TIMES_OWN: Final = re.compile(
    r"(?P<time>\S.*?)['’]s (?P<what>conferences|meetings|events|tasks|articles)", re.IGNORECASE
)
"""A list of which the time stands first: "last year's conferences"."""
_KIND_FIRST: Final = re.compile(
    r"\binternational\s+(?P<what>conferences?|meetings|summits|forums|seminars|workshops)\b",
    re.IGNORECASE,
)
"""What stands before the word for conferences in English, and behind it in Vietnamese."""
_ON: Final = re.compile(
    r"(?:on|about|of|in|regarding|về|ve|thuộc|thuoc|của|cua|trong)"
    r"(?:\s+(?:the|theme|topic|chủ đề|chu de)\b:?)*\s+",
    re.IGNORECASE,
)
"""What stands before the theme of which tasks are asked for."""
_ON_MATTER: Final = frozenset({"on", "about", "regarding", "ve"})
"""What stands before any matter of theirs, folded."""
_AHEAD: Final = frozenset({"upcoming", "coming", "next", "future", "planned", "scheduled", "sap"})
"""Folded words before or after the word for conferences that ask for those to come."""
_TO_COME: Final = re.compile(
    r"^(?:sắp tới|sap toi|tới đây|toi day)(?: thì)?\s+|\s+(?:sắp tới|sap toi|tới đây|toi day"
    r"|sắp diễn ra|sap dien ra|to come|coming up)$",
    re.IGNORECASE,
)
"""The same at the beginning or end of a request."""
_REST: Final = frozenset(
    """a are assigned available co da dang do do duoc gi giao have hien is known nao nay now of
    there you""".split()  # noqa: SIM905 - shorter
)
"""Those of a list of all that there is, which has no time."""


@dataclass(frozen=True, slots=True)
class Request:
    """A command by its name, with the words that would stand after it, and the language in which
    the answer is wished for, if it is not the chat's.
    """

    command: str
    words: str = ""
    language: str = ""


def read_request(text: str, today: date) -> Request | None:
    """The command that a message in plain words means, or ``None``."""
    if (command := spoken(text)) is not None:
        return Request(command.name)
    if read.asks_translation(text):
        return Request("translate", text.strip())
    if (to_translate := _TRANSLATE.match(text)) is not None:
        return Request("translate", text[to_translate.end() :].strip())
    asked = text.strip().strip(" .!?")
    if not asked or len(asked) > LONGEST or "\n" in asked or len(fold(asked)) != len(asked):
        return None
    return _in_language(asked, today) or _read(asked, today)


def _in_language(asked: str, today: date) -> Request | None:
    """A request that begins or ends with the language of its answer."""
    rest, language = read.without_language(asked)
    if not language or not rest:
        return None
    rest = _INTO.sub("", rest)
    command = spoken(rest)
    request = Request(command.name) if command is not None else _read(rest, today)
    return replace(request, language=language) if request is not None else None


def _read(asked: str, today: date) -> Request | None:
    if (bare := bare_command(asked)) is not None:
        return Request(*bare)
    if asked_visits(asked, today) is not None or asked_stage(asked) is not None:
        return Request("conferences", asked)
    return (
        _due(asked, today)
        or _sought(asked, today)
        or _summary(asked)
        or _to_do_by(asked)
        or _opened(asked)
        or _shown(asked)
        or _listed(asked, today)
    )


def _sought(text: str, today: date) -> Request | None:
    """A search within a time: "search ASEAN in October 2025"."""
    match = _SOUGHT.match(fold(text))
    rest = text[match.end() :] if match is not None else ""
    found = rest and words_in_time(rest, today)[1] is not None
    return Request("search", rest) if found else None


def _to_do_by(text: str) -> Request | None:
    """The tasks of somebody: "what should ASEAN do", "Bộ Y tế phải làm gì"."""
    plain = fold(text)
    found = next(filter(None, (each.fullmatch(plain) for each in _TO_DO)), None)
    if (
        found is None
        or found["who"] in _WE_ALL
        or tells(text[found.start("who") : found.end("who")])
    ):
        return None
    return Request("tasks", f"of {text[found.start('who') : found.end('who')]}")


def _due(text: str, today: date) -> Request | None:
    """Tasks by their deadlines: "deadlines this month", "show me what is overdue"."""
    text = without_whether(text)
    shown = _SHOWN.match(fold(text))
    for words in (text, text[shown.end() :] if shown is not None else ""):
        due = asked_due(words, today)
        if due is not None and due != Due():
            return Request("tasks", words)
    return None


def _summary(text: str) -> Request | None:
    """A summary of a thing of the library: of an article or a task, by its number."""
    match = _SUMMARY.match(fold(text))
    if match is None:
        return None
    words = text[match.end() :]
    wanted = read.wanted(words)
    if wanted.thing in ("conference", "speaker", "theme") and wanted.words:
        return Request("summary", words)
    if not wanted.thing and words[:1].isupper() and len(words.split()) <= MOST_OF_NAME:
        return Request("summary", words)
    if wanted.language or wanted.thing not in ("article", "task") or read.year(words):
        return None
    return Request("summary", words) if read.number(wanted.words) is not None else None


def _opened(text: str) -> Request | None:
    """An article or a task, by its number; what may be a year is none."""
    match = _OPEN.fullmatch(fold(text))
    if match is None:
        return None
    number = re.sub(r"\D", "", text)
    thing = "task" if match["thing"] in ("task", "nhiem vu") else "article"
    if read.year(number):
        return None
    # What there is to read is Vietnamese but for little.
    return Request(thing, number, "en" if match["translate"] else "")


def _shown(text: str) -> Request | None:
    """A list by any of the words that mean it: "show upcoming conferences"."""
    match = _SHOWN.match(fold(text))
    command = spoken(text[match.end() :]) if match is not None else None
    listed = command is not None and command.name in _SPOKEN_LISTS
    return Request(command.name) if command is not None and listed else None


def _listed(text: str, today: date) -> Request | None:
    """A list: small words, the word for it, small words, and a time perhaps; those to come of what
    conferences are on, where that is said.
    """
    ahead = _TO_COME.sub("", without_whether(text))
    found = _listed_words(ahead, today) if ahead != without_whether(text) else None
    of_conferences = found if found is not None and found.command == "conferences" else None
    if of_conferences and asked_matter_and_time(of_conferences.words, today)[1] is not None:
        return replace(of_conferences, command="upcoming")
    return _listed_words(text, today)


def _listed_words(text: str, today: date) -> Request | None:
    if whose := _TIMES_OWN.fullmatch(text):
        text = f"{whose['what']} {whose['time']}"
    text = _KIND_FIRST.sub(r"\g<what> international", without_whether(text))
    words = _time_last(text, today).split()
    plain = fold(" ".join(words)).split()
    for start in range(len(plain)):
        for command, names in _LISTS.items():
            for name in names:
                end = start + len(name.split())
                if plain[start:end] == name.split():
                    before, after = plain[:start], plain[end:]
                    request = _whole(command, before, after)
                    request = request or _timed(command, words[end:], after, today)
                    return _coming(request, before)
        if plain[start] not in _BEFORE | _AHEAD:
            return None
    return None


def _time_last(text: str, today: date) -> str:
    """A question with the time behind its other words: "tuần tới có hội nghị nào" as "có hội nghị
    nào tuần tới".
    """
    found = _TIME_FIRST.search(fold(text))
    if found is None or not found.start() or len(fold(text)) != len(text):
        return text
    time, rest = text[: found.start()].strip(" ,"), text[found.start() :].strip()
    return f"{rest} {time}" if asked_period(time, today, whole=True) is not None else text


def _coming(request: Request | None, before: list[str]) -> Request | None:
    """A request for conferences as one for those to come, where that stands before the word."""
    if request is None or request.command != "conferences" or _AHEAD.isdisjoint(before):
        return request
    return replace(request, command="upcoming")


def _whole(command: str, before: list[str], after: list[str]) -> Request | None:
    """A list of all that there is, or of all that is to come."""
    ahead = not _AHEAD.isdisjoint((*before, *after))
    if ahead and command == "conferences" and _AFTER.issuperset(set(after) - _AHEAD):
        return Request("upcoming")
    if not ahead and _REST.issuperset(after) and (before or after):
        return Request(command)
    return None


def _timed(command: str, words: list[str], plain: list[str], today: date) -> Request | None:
    """A list of the time that words end with after nothing but small words, if it has times.

    Conferences are planned and tasks have deadlines; there is no article of a time to come. Of
    what has no beginning and is not over the conferences to come are asked for.
    """
    for start in range(len(words)):
        rest = " ".join(words[start:]).strip(" ,:;()")
        if command == "tasks" and asked_due(rest, today) is not None:
            return Request(command, rest)
        on = _ON.match(rest)
        if command == "tasks" and on is not None and theme_named(rest[on.end() :]):
            return Request(command, rest[on.end() :])
        time = _of(rest, today)
        period = asked_period(time, today, whole=command != "latest")
        if period is not None and command != "speakers":
            coming = period.first == BEGINNING and period.last > today
            return Request("upcoming" if coming and command == "conferences" else command, time)
        if command == "tasks" and on is not None and _matter_of_tasks(on, rest):
            return Request(command, rest[on.end() :])
        if command == "tasks" and _of_somebody(rest, today):
            return Request(command, rest)
        if command == "conferences" and _of_kind(rest, today):
            return Request(command, rest)
        if plain[start].strip(",:") not in _AFTER:
            return None
    return None


def _of_somebody(words: str, today: date) -> bool:
    """Whether words tell whose tasks are asked for, at a time perhaps."""
    return any(asked_assigned(each) for each in (words, words_in_time(words, today)[0]))


def _matter_of_tasks(on: re.Match[str], words: str) -> bool:
    """Whether words tell on what tasks are asked for: "on climate", "về khí hậu"."""
    matter = words[on.end() :]
    return fold(on[0].split()[0]) in _ON_MATTER and bool(matter.strip("!?.")) and not tells(matter)


def _of_kind(words: str, today: date) -> bool:
    """Whether words tell where conferences are held, or on what."""
    return bool(asked_place_and_time(words, today)[0] or asked_matter_and_time(words, today)[1])


def _of(time: str, today: date) -> str:
    """A time without "from", which of articles means no more than "of" ("from March 2018"); of a
    day it may mean that day and what came later.
    """
    head, _, rest = time.partition(" ")
    period = asked_period(rest, today) if head.lower() == "from" else None
    return rest if period is not None and period.first != period.last else time
