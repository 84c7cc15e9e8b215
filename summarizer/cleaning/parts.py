"""Sorting the paragraphs of a page into the article and what only stands beside it.

The order matters: first the head (stamps, sections, headline), then the end of the article is
looked for, everything after it being teasers or the page's foot, then each paragraph between is
looked at by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.cleaning.agencies import agency, read_credit, split_dateline
from summarizer.cleaning.captions import is_credit_line, split_caption
from summarizer.cleaning.furniture import (
    is_caption_marker,
    is_foot,
    is_furniture,
    is_related_heading,
    is_section,
    read_stamp,
)
from summarizer.cleaning.headlines import is_headline
from summarizer.text.dates import UNKNOWN_DATE, PartialDate
from summarizer.text.folding import CAPITAL, fold
from summarizer.text.sentences import split_sentences

_REPORT_END = re.compile(r"\s?(?:\.\s?){0,3}\.\s?/(?:\s?\.){0,3}\s?\Z")
_STOPPED = re.compile(r"[.!?…][\"'”’»)\]\s]*\Z")
_TEASER = re.compile(
    r"[(\[>»*\s]*(?:Xem|Đọc|Tham khảo|Mời xem|Mời đọc) thêm\b"
    r"\s?(?P<mark>[:>»]|- )?[>»:\s]*(?P<what>.*)|"
    r"[(\[>»*\s]*(?:Read more|See also|Read also|Related)\s?(?P<sign>[:>»])\s?(?P<other>.*)"
)
_EMBEDDED = re.compile(
    rf"(?P<title>[^.!]{{20,150}}[^\s.!,;])\s(?P<code>[A-ZĐ][A-ZĐ5]{{2,5}})\s[-–]\s(?={CAPITAL})"
)
_SITE_SUFFIX = re.compile(r"\s[|–—-]\s(?P<site>[^|–—]{2,40})\Z")
_LONGEST_TEASER = 250
_END_AFTER = 150
"""Characters of running text an article has before a line can be taken for its end."""


@dataclass(slots=True)
class Parts:
    """The article taken apart; what is found is added as it is found."""

    title: str = ""
    lead: str = ""
    body: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    teasers: list[str] = field(default_factory=list)
    dateline: str | None = None
    credit: str | None = None
    site: str | None = None
    published: PartialDate = UNKNOWN_DATE


def take_apart(
    paragraphs: list[str],
    *,
    title: str = "",
    lead: str = "",
    captions: tuple[str, ...] = (),
    structured: bool = False,
) -> Parts:
    """Sort paragraphs into an article's parts.

    ``structured`` says that the source marked the paragraphs and gave the headline: then only
    what is certainly not body text is taken out, and no headline or lead is looked for.
    """
    parts = Parts(title=title, lead=lead, captions=list(captions))
    rest = _take_head(paragraphs, parts, structured=structured)
    rest, tail = _cut_tail(rest, structured=structured)
    _sort_tail(tail, parts)
    known = {fold(caption) for caption in captions}
    _sort_body(rest, parts, known)
    _take_credits(parts)
    if not structured and not lead:
        _take_lead(parts)
    _take_datelines(parts)
    parts.body = [_REPORT_END.sub(".", paragraph) for paragraph in parts.body]
    if not structured:
        _drop_navigation(parts)
    if parts.title:
        _drop_repeats(parts)
    return parts


def _take_head(paragraphs: list[str], parts: Parts, *, structured: bool) -> list[str]:
    """Take stamps, furniture and sections off the top, and the headline if none is given."""
    start = 0
    while start < len(paragraphs):
        line = paragraphs[start]
        stamp = read_stamp(line)
        if stamp is not None:
            parts.published = stamp
        elif not (
            is_furniture(line)
            or is_related_heading(line)
            or (is_section(line) and start + 1 < len(paragraphs))
        ):
            break
        start += 1
    if (
        not parts.title
        and not structured
        and start + 1 < len(paragraphs)
        and is_headline(paragraphs[start])
    ):
        parts.title = paragraphs[start]
        start += 1
    if match := _SITE_SUFFIX.search(parts.title):
        parts.site = agency(match["site"])
        if parts.site:
            parts.title = parts.title[: match.start()]
    while start < len(paragraphs) and not structured and parts.title:
        line = paragraphs[start]
        stamp = read_stamp(line)
        if stamp is not None:
            parts.published = stamp
        elif not is_furniture(line) and fold(line) != fold(parts.title):
            credit = read_credit(line) if start + 1 < len(paragraphs) else None
            if credit is None:
                break
            parts.site = parts.site or credit.source
        start += 1
    return paragraphs[start:]


def _cut_tail(paragraphs: list[str], *, structured: bool) -> tuple[list[str], list[str]]:
    """Split where the article ends: after a closing credit or "./.", before a foot or teasers.

    What follows must have little running text beside what precedes, else the line is none of
    that: a share bar or a box of links may stand within an article.
    """
    prose = [len(line) if _STOPPED.search(line) else 0 for line in paragraphs]
    after = sum(prose)
    before = 0
    for index, paragraph in enumerate(paragraphs):
        after -= prose[index]
        before += prose[index]
        if before < _END_AFTER:
            continue
        if _REPORT_END.search(paragraph):
            end, share = index + 1, 0.3
        elif is_related_heading(paragraph) or (is_foot(paragraph) and not structured):
            end, share = index, 0.2
        elif (credit := read_credit(paragraph)) and credit.source:
            end, share = index + 1, 0.5 if _STOPPED.search(paragraphs[index - 1]) else 0
        else:
            continue
        if after <= (share / 2 if structured else share) * before:
            return paragraphs[:end], paragraphs[end:]
    return paragraphs, []


def _sort_tail(tail: list[str], parts: Parts) -> None:
    """What stands after the end: teasers up to the page's foot, and again after their headings."""
    foot = False
    for index, line in enumerate(tail):
        if is_related_heading(line):
            foot = False
        elif is_foot(line):
            foot = True
        elif is_furniture(line) or is_caption_marker(line) or is_credit_line(line):
            continue
        elif credit := read_credit(line):
            parts.credit = parts.credit or credit.source
        elif is_section(line) or (foot and not is_headline(line)):
            continue
        elif not foot:
            caption, text = split_caption(line)
            if caption and index == 0:
                parts.captions.append(caption)
            if text:
                _add_teaser(parts, _REPORT_END.sub(".", text))


def _add_teaser(parts: Parts, text: str) -> None:
    text = text.strip(" >»:")
    if text and all(fold(text) != fold(teaser) for teaser in parts.teasers):
        parts.teasers.append(text)


def _sort_body(paragraphs: list[str], parts: Parts, known: set[str]) -> None:
    """Take captions, furniture and boxes with teasers out of the body."""
    caption_next = False
    box = False
    for index, line in enumerate(paragraphs):
        if caption_next and len(line) <= 500 and not is_furniture(line):
            parts.captions.append(line)
            caption_next = False
            continue
        if known and len(line) <= 500 and fold(line) in known:
            continue
        if is_caption_marker(line):
            caption_next = True
            continue
        if is_related_heading(line):
            box = True
            continue
        if is_credit_line(line):
            _take_credited(parts)
            continue
        if is_furniture(line) or read_stamp(line) is not None:
            continue
        if box and is_headline(line) and not _STOPPED.search(line) and read_credit(line) is None:
            _add_teaser(parts, line)
            continue
        box = False
        if teaser := _read_teaser(line, index):
            _add_teaser(parts, teaser)
            # "Xem thêm: …" may be the first of several, but a subheading may follow it, too.
            box = all(not _STOPPED.search(later) for later in paragraphs[index + 1 :])
            continue
        caption, text = split_caption(line, parts.title)
        if caption and read_credit(line) is not None:
            caption, text = "", line
        if caption:
            parts.captions.append(caption)
        if text:
            parts.body.append(text)


def _take_credited(parts: Parts) -> None:
    """A picture's credit on its own line: the short single sentence above it is the caption."""
    if not parts.body:
        return
    above = parts.body[-1]
    short = len(above) <= 160 and len(split_sentences(above)) == 1
    if short and (len(parts.body) == 1 or not _STOPPED.search(above)):
        parts.captions.append(parts.body.pop())


def _read_teaser(line: str, index: int) -> str:
    """The headline in a line that points to another article; ``""`` if it is none."""
    if len(line) <= _LONGEST_TEASER and (match := _TEASER.fullmatch(line)):
        what = match["what"] or match["other"] or ""
        marked = match["mark"] or match["sign"]
        if what and (marked or (what[0].isupper() and not _STOPPED.search(what))):
            return what
    if (
        index >= 2
        and len(line) <= 500
        and (match := _EMBEDDED.match(line))
        and agency(match["code"])
    ):
        return match["title"]
    return ""


def _take_credits(parts: Parts) -> None:
    """Drop by-lines and closing credits after the last paragraph, and remember the agency."""
    for _ in range(3):
        if len(parts.body) < 2:
            return
        credit = read_credit(parts.body[-1])
        if credit is None:
            return
        parts.credit = credit.source or parts.credit
        parts.body.pop()


def _take_lead(parts: Parts) -> None:
    """A first paragraph is the lead if the dateline follows it or the body repeats it."""
    if not parts.title or len(parts.body) < 2 or split_dateline(parts.body[0]):
        return
    first = parts.body[0]
    if len(first) > 600 or not _STOPPED.search(first) or len(split_sentences(first)) > 3:
        return
    key = fold(first)
    if split_dateline(parts.body[1]) or any(key in fold(later) for later in parts.body[1:]):
        parts.lead = parts.body.pop(0)


def _take_datelines(parts: Parts) -> None:
    if parts.lead and (dateline := split_dateline(parts.lead)):
        parts.lead, parts.dateline = dateline.rest, dateline.source
        parts.published = parts.published if parts.published.known else dateline.date
    for index, paragraph in enumerate(parts.body[:3]):
        dateline = split_dateline(paragraph)
        if dateline and dateline.rest:
            parts.body[index] = dateline.rest
            parts.dateline = parts.dateline or dateline.source
            parts.published = parts.published if parts.published.known else dateline.date


def _drop_navigation(parts: Parts) -> None:
    """Drop three or more short unstopped lines in a row at the end: a list of links."""
    count = 0
    for line in reversed(parts.body):
        if len(line) > 45 or _STOPPED.search(line) or not line[0].isalpha():
            break
        count += 1
    if count >= 3 and sum(map(len, parts.body[:-count])) >= _END_AFTER:
        del parts.body[-count:]


def _drop_repeats(parts: Parts) -> None:
    """Drop the headline where the body repeats it, and paragraphs doubled one after another."""
    key = fold(parts.title)
    kept: list[str] = []
    for paragraph in parts.body:
        if len(paragraph) <= len(parts.title) + 10 and fold(paragraph) == key:
            continue
        if kept and paragraph == kept[-1]:
            continue
        kept.append(paragraph)
    parts.body = kept
