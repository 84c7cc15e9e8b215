"""Headlines: whether a line is one, and making one for a text that has none."""

from __future__ import annotations

import re

from summarizer.text.folding import words
from summarizer.text.sentences import split_sentences

_LONGEST_TITLE = 200
_LONGEST_SUBHEADING = 110
_DERIVED = 100
_SHORTEST_CUT = 35

_ITEM = re.compile(r"[-–—•*+]\s|\(?(?:\d{1,2}|[a-zđ])[.)]\s")
_QUESTION = re.compile(
    r"(?:\*?\s?(?:PV|P\.V|Phóng viên|Hỏi|Đáp|Q|A|Question)\s?[:.]|Thưa |Xin )", re.IGNORECASE
)
_STOPPED = re.compile(r"[.;:,][\"'”’»)\]\s]*\Z")
_ENDED = re.compile(r"[.;:,!?…][\"'”’»)\]\s]*\Z")
_QUOTED_END = re.compile(r"[.;,!?…]\s?[\"”’»]\s?[.;,]?\Z")
_BORDER = re.compile(
    r"\s?[,;:–—](?=\s)|[.!?](?=\s)|\s-(?=\s)"
    r"|(?=\s(?:và|mà|nhằm|để|khi|nếu|nhưng|song|trong đó|do|vì|tại|trên|theo|cũng như|thông qua|với"
    r"|and|but|that|which|while|as|to|in|at|for|with|because|after|before|when)\s)"
)
_SPEAKER = re.compile(r"\A(?:PV|P\.V|Phóng viên|Hỏi|Đáp|Trả lời|Q|A)\s?[:.]\s?")
_ADDRESS = re.compile(r"\AThưa [^,.?!]{1,60},\s")
_CIRCUMSTANCES = re.compile(
    r"\A(?:(?:Tại|Ở|Trong|Theo|Ngày|Sáng|Trưa|Chiều|Tối|Đêm|Hôm|Vào|Trước|Sau|Từ|Nhân|Bên lề|Qua"
    r"|Trao đổi|Chia sẻ|Phát biểu|Trả lời|Dự|Với|Để|At|In|On|During|After|According|Speaking)(?!\w)"
    r"[^,.;:]{1,90},\s)(?:(?:tại|ở|trong|vào|theo|nhân|ngày|at|in|on)(?!\w)[^,.;:]{1,60},\s){0,2}",
)
# No title ends with a word that wants another after it.
_DANGLING = re.compile(
    r"(?:[\s,]+(?:cho biết|cho rằng|cho hay|cho|nhấn mạnh|khẳng định|nói|rằng|là|của|các|những"
    r"|được|đã|bị|một|trước đó|phát biểu|trao đổi|đồng thời|cũng|said|that|the|a|an|of|is|are|was"
    r"|has))+\Z"
)
_OPENING = re.compile(
    r"\A(?:Đó là|Đây là|Theo đó|Tuy nhiên|Ngoài ra|Bên cạnh đó|Cùng với đó|Do đó|Vì vậy)[, ]+"
)


def is_headline(line: str) -> bool:
    """Whether a line at the top has a headline's shape: short, from a capital, without a stop."""
    if not 8 <= len(line) <= _LONGEST_TITLE or _STOPPED.search(line) or _ITEM.match(line):
        return False
    if _QUESTION.match(line):
        return False
    return not _first_letter(line).islower() and len(words(line)) >= 3


def is_subheading(line: str) -> bool:
    """Whether a line between paragraphs is shaped like a heading within the article."""
    if not 4 <= len(line) <= _LONGEST_SUBHEADING or _ITEM.match(line) or _QUESTION.match(line):
        return False
    if _first_letter(line).islower() or len(words(line)) > 20:
        return False
    if line.endswith("?") and len(words(line)) <= 12:
        return _is_balanced(line)
    return not _ENDED.search(line) and not _QUOTED_END.search(line)


def derive_title(text: str) -> str:
    """Make a title of the first informative sentence of a text, at most about 100 characters.

    The sentence is cut at a natural border (before a clause or a prepositional phrase, after a
    comma) where it is too long; where it has none the last whole words are kept and "…" is added.
    """
    sentences = split_sentences(text[:4000])
    long = [each for each in sentences if len(words(each)) >= 5]
    # A text that starts in the middle of a sentence has a whole one soon after.
    whole = next((each for each in long[:3] if not _first_letter(each).islower()), None)
    chosen = whole or (long[0] if long else text[:4000].strip())
    chosen = chosen.strip(" -–—•*\"“”'").rstrip(" .;:,…")
    for opening in (_SPEAKER, _ADDRESS, _OPENING):
        bare = opening.sub("", chosen, count=1)
        if len(words(bare)) >= 5:
            chosen = bare
    if len(chosen) > _DERIVED:
        # Where and when may go, if the sentence is too long with it and long enough without.
        bare = _CIRCUMSTANCES.sub("", chosen, count=1)
        if len(words(bare)) >= 8:
            chosen = bare
    chosen = chosen[:1].upper() + chosen[1:]
    if len(chosen) <= _DERIVED:
        return chosen
    borders = [match.start() for match in _BORDER.finditer(chosen[: _DERIVED + 1])]
    for border in reversed(borders):
        cut = _DANGLING.sub("", chosen[:border].rstrip(" ,;:-–—"))
        if len(cut) >= _SHORTEST_CUT and _is_balanced(cut):
            return cut
    head = chosen[:_DERIVED]
    return f"{head.rpartition(' ')[0] or head}…"


def _first_letter(text: str) -> str:
    return next((letter for letter in text if letter.isalnum()), " ")


def _is_balanced(text: str) -> bool:
    return (
        text.count("“") == text.count("”")
        and text.count("(") == text.count(")")
        and text.count('"') % 2 == 0
    )
