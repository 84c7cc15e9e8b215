"""Picture captions among paragraphs, and how to tell them from the body.

A caption is known by its credit ("… Ảnh: Trần A/TTXVN", "… - Ảnh: AFP"), by the number that some
pages glue between the repeated headline and the caption ("Headline - ảnh 1Caption"), or by a
marker line before it ("Chú thích ảnh"). The word "ảnh" within a sentence means nothing.
"""

from __future__ import annotations

import re

from summarizer.cleaning.agencies import agency
from summarizer.cleaning.furniture import is_anonymous_credit
from summarizer.text.folding import CAPITAL, fold
from summarizer.text.sentences import split_sentences

_LONGEST = 350
"""A paragraph with a credit at its end is a caption as a whole up to this many characters; of a
longer one only the last sentence is."""

_PICTURE = (
    r"(?:Ảnh(?: (?:minh họa|minh hoạ|tư liệu|chụp màn hình|tư liệu minh họa|cắt từ clip))?"
    r"|Nguồn ảnh|Video|Clip|Đồ họa|Đồ hoạ|Photo|Photos|Picture|Image)"
)
_CREDIT = re.compile(
    rf"(?P<before>^|[\s(\[]|[.,…!?)”\"\-–—])(?P<word>{_PICTURE})"
    rf"\s?(?P<sign>[:.]|\sby\s|\s(?={CAPITAL}))"
    r"\s?(?P<who>[^:!?;()\n]{1,70}?)[.)\]\s]*\Z"
)
_CREDIT_LINE = re.compile(
    rf"[(\[]?(?:{_PICTURE}|Nguồn|Source)\s?[:.]\s?(?P<who>[^:!?;()\n]{{1,70}}?)[.)\]\s]*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?P<title>.{0,220}?)\s?[-–—]\s?[ẢảAa]nh (?P<number>\d{1,2})(?P<rest>(?!\d).*)", re.DOTALL
)
_GLUED = re.compile(
    rf"(?P<caption>.{{15,250}}?\s?[-–—(]\s?{_PICTURE}\s?:\s?)(?P<rest>{CAPITAL}.*)", re.DOTALL
)


def is_credit_line(line: str) -> bool:
    """Whether a line is the credit of a picture and nothing else ("Ảnh: TTXVN")."""
    match = _CREDIT_LINE.fullmatch(line) if len(line) <= 100 else None
    return match is not None and _is_credited(match["who"])


def split_caption(paragraph: str, title: str = "") -> tuple[str, str]:
    """Split a paragraph into its caption and its body text; either is ``""`` where there is none.

    ``title`` is the article's headline, which a numbered caption repeats and which is left out.
    """
    if match := _NUMBERED.match(paragraph[:400]):
        named = fold(match["title"])
        rest = paragraph[match.start("rest") :].strip(" .:-–")
        repeats = bool(named) and (
            fold(title).startswith(named) or named.startswith(fold(title)[:40] or "\0")
        )
        if (repeats or not re.search(r"[.!?]\s", match["title"])) and len(rest) <= _LONGEST:
            return (rest or match["title"].strip()), ""
    tail = paragraph[-160:]
    credit = _CREDIT.search(tail)
    if credit and _is_credit(credit):
        if len(paragraph) <= _LONGEST:
            return paragraph, ""
        start = len(paragraph) - len(tail) + credit.start("word")
        body = paragraph[:start].rstrip(" -–—(")
        sentences = split_sentences(body)
        caption = sentences.pop() if len(sentences) > 1 else ""
        if caption and len(caption) <= _LONGEST:
            return f"{caption} {paragraph[start:]}".strip(), body[
                : len(body) - len(caption)
            ].strip()
        return paragraph[start:], body
    return _split_glued(paragraph)


def _is_credit(credit: re.Match[str]) -> bool:
    if credit["sign"] in ":.":
        if credit["sign"] == "." and credit["before"] not in {"-", "–", "—", "("}:
            return False
        return _is_credited(credit["who"])
    # Without a colon only capitals after a dash are a credit: "- Ảnh TRẦN A".
    return credit["before"] in {"-", "–", "—", " ", "("} and credit["who"].isupper()


def _is_credited(who: str) -> bool:
    """Whether ``who`` can be who made a picture: names, agencies, "internet" and the like."""
    who = who.strip(" .")
    if agency(who) or is_anonymous_credit(who):
        return True
    words = re.findall(r"[^\s/.,&-]+", who)
    capitals = sum(not word[0].islower() for word in words)
    return 0 < len(words) <= 9 and capitals * 3 >= len(words) * 2


def _split_glued(paragraph: str) -> tuple[str, str]:
    """A caption with a known agency's credit run together with the first body paragraph."""
    match = _GLUED.match(paragraph[:420])
    if match is None:
        return "", paragraph
    rest = paragraph[match.start("rest") :]
    words = rest[:60].split()
    for count in range(min(4, len(words) - 1), 0, -1):
        name = " ".join(words[:count])
        following = words[count]
        if agency(name) and following[0].isupper() and name[-1] != ".":
            # Only the last sentence before the credit can be its caption.
            *earlier, caption = split_sentences(match["caption"] + name) or [""]
            return caption, " ".join((*earlier, rest[len(name) :].lstrip(" )-–—")))
    return "", paragraph
