"""From the lines a crawler left to paragraphs.

In some files every line is a paragraph, in others paragraphs were wrapped at a fixed width. Which
it is shows in the lines that are followed by another without a blank line between: in a wrapped
text most of them are about as long as the longest, break where the next word would not have fitted,
and go on in small letters.
"""

from __future__ import annotations

import re
from itertools import pairwise

from summarizer.cleaning.breaks import is_cut_off
from summarizer.cleaning.furniture import is_furniture, is_related_heading
from summarizer.text.sentences import split_sentences

_WIDEST = 140
"""No wrapped text has lines longer than this many characters."""

_LONGEST_HEADING = 180

_BLANK_LINES = re.compile(r"\n\s*\n")
_STOPPED = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_ITEM = re.compile(r"(?:[-–—•*+]|\d{1,2}[.)]|[a-zđ][.)])\s")


def split_paragraphs(text: str, *, known: bool = False) -> list[str]:
    """The paragraphs of a normalised text, in order, none empty, without line breaks.

    ``known`` says that blank lines are the true paragraph borders and all other line breaks mean
    nothing.
    """
    if known:
        blocks = _BLANK_LINES.split(text)
        return [joined for block in blocks if (joined := " ".join(block.split("\n")).strip())]
    lines = [line.strip() for line in text.split("\n")]
    width = _wrap_width(lines)
    paragraphs = _merge(lines) if width is None else _unwrap(lines, width)
    return [paragraph for paragraph in paragraphs if paragraph]


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    return [(line, after) for line, after in pairwise(lines) if line and after]


def _room(line: str, after: str) -> int:
    """How long the line would be had the next word been taken up into it."""
    return len(line) + 1 + len(after.split(None, 1)[0])


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which the text was wrapped, or ``None`` if its lines are paragraphs."""
    pairs = _pairs(lines)
    if len(pairs) < 3:
        return None
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    if not 20 <= width <= _WIDEST:
        return None
    # A line with a stop at its end may end a paragraph, so the others tell.
    broken = [(line, after) for line, after in pairs if not _STOPPED.search(line)]
    forced = sum(_room(line, after) > 0.85 * width for line, after in broken)
    small = sum(after[0].islower() for _, after in broken)
    if len(broken) < max(3, 0.3 * len(pairs)):
        return None
    return width if forced >= 0.6 * len(broken) and small >= 0.4 * len(broken) else None


def _merge(lines: list[str]) -> list[str]:
    """Lines as paragraphs; one that goes on in small letters, or after words that end nothing, is
    joined to the line above it.
    """
    paragraphs: list[str] = []
    adjacent = False
    for line in lines:
        if not line:
            adjacent = False
            continue
        if (
            adjacent
            and (line[0].islower() or is_cut_off(paragraphs[-1], line))
            and len(paragraphs[-1]) >= 20
            and not _STOPPED.search(paragraphs[-1])
            and not _ITEM.match(line)
            and not is_furniture(line)
            and not is_furniture(paragraphs[-1])
        ):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        adjacent = True
    return paragraphs


def _unwrap(lines: list[str], width: int) -> list[str]:
    """Join wrapped lines; a paragraph ends at a blank line or where a line breaks early."""
    broken_starts = _has_broken_starts(lines, width)
    paragraphs: list[str] = []
    above = ""
    for line in lines:
        if line and above:
            # A heading may have been wrapped itself, but it has no stop.
            heading = (
                not broken_starts
                and len(paragraphs[-1]) <= _LONGEST_HEADING
                and len(split_sentences(paragraphs[-1])) == 1
            )
            if _is_border(above, line, width, heading):
                paragraphs.append(line)
            else:
                paragraphs[-1] += f" {line}"
        elif line:
            paragraphs.append(line)
        above = line
    return paragraphs


def _has_broken_starts(lines: list[str], width: int) -> bool:
    """Whether first lines of paragraphs break early in mid-sentence, as some pages have it.

    Where that is shown by one that goes on in small letters, another short first line is no
    heading either.
    """
    starts = ["", *lines]
    return any(
        line
        and after
        and (not above or _STOPPED.search(above))
        and len(line) < 0.5 * width
        and not _STOPPED.search(line)
        and after[0].islower()
        for above, line, after in zip(starts, lines, lines[1:], strict=False)
    )


def _is_border(line: str, after: str, width: int, may_be_heading: bool) -> bool:
    early = _room(line, after) <= width
    if (early or _STOPPED.search(line)) and any(
        is_furniture(part) or is_related_heading(part) for part in (line, after)
    ):
        return True
    if early:
        if _ITEM.match(after):
            return True
        if _STOPPED.search(line):
            return not after[0].islower()
        return may_be_heading and not after[0].islower()
    return False
