"""Splitting a paragraph into sentences, Vietnamese and English alike.

A sentence ends at a stop (``. ! ? …`` or the ``./.`` of Vietnamese reports), with the closing
quotes and brackets after it, where white space and something that can begin a sentence follow.
A stop does not end one

* after an abbreviation (TP., PGS.TS., Mr.), an initial (H.R., J. Doe) or a list number (``1.``);
* before a lower-case letter, whatever the stop was;
* inside a quotation or bracket that is short enough to be read in one go (:data:`KEPT_WHOLE`);
  longer quotations are split at their inner stops, so that no sentence grows without bound;
* before the dash that leads from a quotation to its speaker.

Abbreviations that may also end a sentence (v.v., U.S., a.m.) end it only before a word that
is nearly always the first of one (:data:`STARTERS`), as does an initial. Semicolons never split.
Where a crawler lost the space (``… đất nước.Ông nói``), a stop between a small letter and a
capitalised word still ends the sentence.

False positives that remain: an unknown abbreviation before a capital. The escape hatch is the
lists below. Nothing is lost: the sentences joined are the paragraph, but for white space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from summarizer.text.folding import fold

KEPT_WHOLE = 250
"""Quotations and brackets up to this many characters are never split inside."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ABBREVIATIONS = _set(
    # Vietnamese titles, places and offices
    "tp tx tt gs pgs ts ths bs bsck ks kts ls cn ncs nsnd nsut tsk tskh th.s t.s t.p tr vd "
    # English titles and the like
    "mr mrs ms dr prof st gen lt col sgt capt cmdr maj adm sen rep gov pres hon rev amb messrs "
    "mt vs cf viz fig figs sec vol eds approx dept univ e.g i.e et.al op.cit v"
)
"""Never the end of a sentence before another word. Keys are folded; those of one part count only
when written with a capital or standing for themselves (``vs``, ``cf``)."""

MAYBE_LAST = _set(
    "v.v vv etc u.s u.n u.k e.u u.s.a d.c a.m p.m ph.d m.a b.a m.sc inc corp ltd co jr sr"
)
"""Abbreviations that may end a sentence."""

BEFORE_NUMBER = _set("no nos pp jan feb mar apr jun jul aug sep sept oct nov dec q p h k")
"""Abbreviations only before a number: ``No. 5``, ``Dec. 14``, ``Q. 1``."""

STARTERS = _set(
    "ông bà anh chị theo trong tại tuy ngoài ngày sáng chiều tối hôm sau trước khi nếu đây đó "
    "các những một hai với về từ để do vì nhưng và còn cũng đồng bên cùng hiện việc thủ tổng phó "
    "bộ chủ đại hội tiếp như mặc trên dưới qua chúng tôi ta họ nhiều năm "
    "the a an in on at he she it they we i you this that these those there but and or so as if "
    "when while after before since for with from by to his her its their our however meanwhile "
    "according earlier later last during under also both many some all most"
)
"""Words, in lower case, that make a capital after a doubtful stop a new sentence."""

# "TP. Theo đó": a city is named after its abbreviation, but no city is named Theo; others begin
# with words that begin sentences, too (Đồng Hới, Hội An, Thủ Đức, Bà Rịa, Từ Sơn, Tuy Hòa).
_PLACES = _set("tp tx tt t.p")
_NO_PLACES = _set("theo ông trong tại ngoài các những nhưng và để khi đây đó trước sau với nếu vì")
_SMALL_ABBREVIATIONS = _set("v vs cf viz approx e.g i.e vd")
_CLOSERS = ".,;:!?/%…)]”’»"
_OPENERS = "\"'“‘«([{-–—•*+"
_STOP = re.compile(r"(?:\.\s?/\s?\.|[.!?…]+)(?:[\"'”’»)\]]|\s(?=[”»](?:\s|$)))*")
_BLANK_LINE = re.compile(r"\n\s*\n\s*")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]/,;:–—-]+\Z")
_FIRST_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LIST_NUMBER = re.compile(r"[\"“(]?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđA-ZĐ])")
_LETTERED_ITEM = re.compile(r"[a-eđ][.)]\s")
_WEB = re.compile(r"(?:com|net|org|vn|info|gov|edu)(?!\w)", re.IGNORECASE)
_DOTTED_DAY = re.compile(r"(?:ngày|sáng|chiều|tối|trưa|đêm|hôm)\s+\d{1,2}\Z", re.IGNORECASE)
_ATTRIBUTION_DASH = re.compile(r"\s*[-–—]\s")
_PARTNER = {"”": "“", "»": "«", ")": "("}
_PAIRED = re.compile('["“”«»()]')


def split_sentences(paragraph: str) -> list[str]:
    """Split a paragraph into its sentences, in order, each without white space at its ends.

    A blank line always ends a sentence; a paragraph of white space has none. Time is linear in
    the length of the paragraph.
    """
    sentences: list[str] = []
    for block in _BLANK_LINE.split(paragraph.strip()):
        sentences.extend(_split_block(block))
    return sentences


def _split_block(text: str) -> list[str]:
    spans = _spans_kept_whole(text)
    starts = [start for start, _ in spans]
    pieces = []
    begin = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if end >= len(text):
            break
        index = bisect_right(starts, stop.start()) - 1
        if index >= 0 and end < spans[index][1]:
            continue
        if _ends_sentence(text, begin, stop.start(), end):
            pieces.append(text[begin:end].strip())
            begin = end
    pieces.append(text[begin:].strip())
    return [piece for piece in pieces if piece]


def _ends_sentence(text: str, begin: int, stop: int, end: int) -> bool:
    """Whether the stop at ``stop``, with its closers up to ``end``, ends the sentence."""
    if not any(letter.isalnum() for letter in text[begin : min(stop, begin + 80)]):
        return False
    if not text[end].isspace():
        return _ends_glued(text, stop, end)
    position = end
    quoted = False
    limit = min(len(text), end + 40)
    while position < limit and (text[position].isspace() or text[position] in _OPENERS):
        quoted = quoted or text[position] in '"“«'
        position += 1
    if position >= len(text):
        return False
    if text[position] in _CLOSERS:
        return False
    if text[position].islower() and not _LETTERED_ITEM.match(text, position):
        return False
    mark = text[stop:end]
    if mark[-1] in "\"'”’»" and _ATTRIBUTION_DASH.match(text, end):
        return False
    if mark != ".":
        return True
    word = _FIRST_WORD.match(text, position)
    return _full_stop_ends(text, begin, stop, word[0] if word else "", quoted=quoted)


def _full_stop_ends(text: str, begin: int, stop: int, following: str, *, quoted: bool) -> bool:
    """Judge a single full stop before a capital, a figure or a sign by the word it closes."""
    before = text[max(begin, stop - 24) : stop]
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    token = last[0]
    alone = stop - begin < 12 and _LIST_NUMBER.fullmatch(text[begin:stop].strip()) is not None
    if alone:
        return False
    if token[-1].isdigit():
        return not (following.isdigit() and _DOTTED_DAY.search(before))
    key = fold(token)
    if key in BEFORE_NUMBER and following[:1].isdigit():
        return False
    likely = quoted or following.lower() in STARTERS
    if key in _PLACES:
        return following.lower() in _NO_PLACES
    if key in MAYBE_LAST or (_INITIALS.fullmatch(token) and not token.islower()):
        return likely and key not in ABBREVIATIONS
    if key in ABBREVIATIONS or key.rpartition(".")[2] in ABBREVIATIONS:
        return token.islower() and key not in _SMALL_ABBREVIATIONS
    return True


def _ends_glued(text: str, stop: int, end: int) -> bool:
    """Whether a stop without a space after it still ends a sentence: ``nước.Ông nói``."""
    if end + 1 >= len(text) or not (text[end].isupper() and text[end + 1].islower()):
        return False
    last = _LAST_WORD.search(text[max(0, stop - 24) : stop])
    if last is None:
        return text[end - 1] in "”»"
    token = last[0]
    return len(token) > 1 and token.isalpha() and token.islower() and not _WEB.match(text, end)


def _spans_kept_whole(text: str) -> list[tuple[int, int]]:
    """Quotations and brackets not to be split inside, as sorted, disjoint (start, end) pairs.

    A straight quotation mark opens or closes by its neighbours, else in turn; one without a
    partner counts for nothing.
    """
    spans = []
    opened: dict[str, int] = {}
    for match in _PAIRED.finditer(text):
        mark, at = match[0], match.start()
        if mark in _PARTNER:
            start = opened.pop(_PARTNER[mark], None)
        elif mark == '"' and '"' in opened and not _only_opens(text, at):
            start = opened.pop('"')
        else:
            start = None
            if mark != '"' or not _only_closes(text, at):
                opened[mark] = at
        if start is not None and at + 1 - start <= KEPT_WHOLE:
            spans.append((start, at + 1))
    return _joined(spans)


def _only_opens(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1].isspace()) and not text[at + 1 : at + 2].isspace()


def _only_closes(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
