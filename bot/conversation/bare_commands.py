"""Commands whose words stand without the slash: "follow Trump", "đăng ký 7h sáng", "[70]".

Only what is hardly anything else is read: the command first, and after it little, and of the kind
that the command takes.
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.text.folding import fold

MOST_WORDS: Final = 9
"""Words of a message that is looked at."""
_WHAT: Final = r"(?P<rest>\S.*)"
_TIMED: Final = r"(?P<rest>(?=.*\d)\S.*)"
"""What has a figure, as times and days have."""
_SEND: Final = r"(?:send|give|get|gui|nhan)(?: (?:me|us|cho toi|cho minh|cho em|toi|minh))?"
_DIGEST: Final = r"(?:(?:the|a|my|all|cac|nhung) )?(?:digests?|ban tin)"
_PATTERNS: Final = tuple(
    (command, re.compile(pattern))
    for command, pattern in (
        ("unfollow", rf"(?:unfollow|stop following|(?:bo|thoi|ngung) theo doi)\s+{_WHAT}"),
        ("follow", rf"follow\s+{_WHAT}"),
        ("unsubscribe", rf"(?:unsubscribe(?: from)?|huy dang ky)\s+{_TIMED}"),
        (
            "subscribe",
            (
                r"(?:subscribe(?: at| for| to)?|dang ky(?: nhan)?(?: ban tin)?(?: luc| vao)?"
                rf"|gui ban tin luc|{_SEND} {_DIGEST}(?: (?:at|for|luc|vao|moi|hang))?"
                rf"|(?:the |a |my )?digests? at)\s+{_TIMED}"
            ),
        ),
        (
            "digest",
            (
                r"(?:(?:please )?(?:show|give|send|get|read|see)(?: me| us)? "
                r"|(?:xin |hay )?(?:cho|gui|xem|doc)(?: cho)?(?: (?:toi|minh|em))?"
                r"(?: xem)? )?"
                rf"(?:(?:weekly|today's|latest|this week's) )?{_DIGEST}"
                r"(?: (?:tuan|tuan nay|hom nay|moi nhat|hang tuan|now|today|for today))?(?P<rest>)"
            ),
        ),
        (
            "unsubscribe",
            (
                r"(?:stop|end|turn off|switch off|cancel|no more|tat|dung|ngung|huy|thoi)"
                rf"(?: (?:sending|gui|nhan))?(?: (?:me|toi|minh|cho toi))? {_DIGEST}(?P<rest>)"
            ),
        ),
        (
            "subscribe",
            (
                rf"(?:change|set|edit|doi|chinh|sua|cai dat|cai)(?: (?:the|my|lich|gio))* {_DIGEST}"
                r"(?: .*)?(?P<rest>)"
                rf"|(?:lich|gio) {_DIGEST}"
                rf"|{_DIGEST} (?:settings?|times?|schedule|hours?)"
            ),
        ),
        ("pause", rf"(?:pause(?: for)?|tam dung(?: trong)?)\s+{_TIMED}"),
        ("language", r"(?:language|ngon ngu)\s+(?P<rest>[a-z ]{2,20})"),
        (
            "language",
            (
                r"(?:speak|talk|use|(?:always )?(?:answer|reply|respond)(?: me| to me)? in|noi|dung"
                r"|tra loi(?: bang)?)\s+(?P<rest>english|vietnamese|tieng anh|tieng viet)"
            ),
        ),
        (
            "quiet",
            (
                r"(?:quiet(?: on)?|no digests? on|nghi(?: ban tin)?(?: vao)?)"
                r"\s+(?P<rest>weekends?|cuoi tuan|(?:satur|sun)days?|thu bay|chu nhat)"
            ),
        ),
        ("term", rf"(?:glossary|term|thuat ngu|tra thuat ngu)\s*:?\s+{_WHAT}"),
        ("article", r"(?:#\s?(?=\d+$)|\[(?=\d+\]))(?P<rest>\d{1,9})\]?"),
        ("summary", r"(?:list\s+|all\s+|the\s+|cac\s+|nhung\s+)*(?P<rest>themes?|topics|chu de)"),
        ("tasks", r"(?:the\s+|all\s+|cac\s+)*(?:deadlines?|due dates|han chot)"),
    )
)
_FIXED: Final = {"summary": "theme", "tasks": "due"}
"""What stands after a command that takes nothing of the message."""


def bare_command(text: str) -> tuple[str, str] | None:
    """The command that a message means without its slash, and what would stand after it."""
    words = " ".join(text.split()).strip(" .!?")
    plain = fold(words)
    if len(words.split()) > MOST_WORDS or len(plain) != len(words):
        return None
    for command, pattern in _PATTERNS:
        if found := pattern.fullmatch(plain):
            fixed = _FIXED.get(command)
            return command, fixed or words[max(0, found.start("rest")) : max(0, found.end("rest"))]
    return None
