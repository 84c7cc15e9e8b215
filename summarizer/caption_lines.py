"""Captions of pictures that stand in the body as if they were its first sentence.

Pages often put the picture between the standfirst and the text, and of its caption nothing is left
but a line: "Thủ tướng A B.", "Ngoại trưởng A (trái) bắt tay ông B hôm 4/8." It says nothing that a
briefing needs. How likely the first sentence of a body is one is told by a dozen features of its
wording, weighed as learned on articles whose captions are known (``weights.toml``, ``[caption]``;
:mod:`summarizer.learning.captions`).

A standfirst says who, when and where, so that what looks like a caption after it is not missed.
Without one, the line may be the article's best sentence however much it looks like a caption, so
that only a line that can hardly be anything else is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from summarizer.cues import cues_of
from summarizer.dependence import leaning_of
from summarizer.document import Document, Sentence
from summarizer.vectors import Floats, tokens
from summarizer.weights import shipped_weights

CAPTION_FEATURES = (
    "length",
    "length_squared",
    "stub",
    "side",
    "time_first",
    "time_last",
    "quotation",
    "colon",
    "unfinished",
    "one_clause",
    "commas",
    "figures",
    "speech",
    "task",
    "spoken",
    "person_first",
    "leaning",
    "told_next",
    "in_title",
)
"""The names, in the order of the columns.

``length`` rises to 1 at 40 words and makes with its square a curve, ``stub`` is 1 under 8;
``commas`` and ``figures`` rise to 1 at three, ``one_clause`` is 1 without a comma; ``told_next``
and ``in_title`` are the shares of the line's words that the next sentence and the headline have.
The others are yes or no: where somebody stands in the picture ("(trái)"), a time at the beginning
or the end, a quotation mark, a colon, no stop at the end, a verb of saying, a word of duty, "I" or
"we", a titled person at the beginning, an opening that points back.
"""

LIKELY = 0.6
"""Chance from which on the line after a standfirst is taken for a caption."""
CERTAIN = 0.95
"""Chance from which on the first line of an article without a standfirst is."""

_LONG = 40
_MANY = 3
_SIDE = re.compile(
    r"[(,] ?(?:(?:ngoài|hàng|đứng|ngồi|bìa|áo|thứ|từ|phía|bên|người|cùng|đầu|hai|ba|tư|năm|2|3|4)"
    r",? )*(?:trái|phải|giữa)(?: sang| qua| ảnh)?(?: trái| phải)?[),]",
    re.IGNORECASE,
)
"""Where somebody stands in a picture: "(trái)", ", phải,", "(thứ hai từ trái sang)"."""
_TIME_FIRST = re.compile(
    r"(?:rạng sáng|sáng|trưa|chiều|tối|đêm|ngày|hôm|mới đây|vừa qua|lúc|khoảng|vào|hơn|trong|tại"
    r"|sau|trước|theo|khi|từ|đến)\b",
    re.IGNORECASE,
)
_TIME_LAST = re.compile(
    r"(?:(?:hôm|ngày|tháng|năm|sáng|chiều|tối|hồi)\s+(?:\w+\s+)?[\d/-]+(?:\s+năm\s+\d+)?"
    r"|(?:hôm|sáng|chiều|tối)\s+(?:nay|qua)|năm\s+ngoái|tuần\s+trước|tháng\s+trước)\W*$",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_QUOTES = ('"', "“", "”", "«")
_STOPS = (".", "!", "?", "…")
_CLOSERS = "\"'”’»)] "


def caption_line(document: Document) -> Sentence | None:
    """The first sentence of the body, if it is the caption of a picture and a paragraph of its own.

    Only of Vietnamese articles, in which it was learned, and not of a text that is nothing else.
    """
    first = next((its for its in document.sentences if its.paragraph >= 0), None)
    if first is None or document.language != "vi" or first.paragraph in document.subheadings:
        return None
    after = next((its for its in document.sentences if its.position > first.position), None)
    if after is None or after.paragraph == first.paragraph:
        return None
    features = measure_line(first.text, after.text, document.title)
    odds = float(shipped_weights("caption").sum(features[None, :], CAPTION_FEATURES)[0])
    least = LIKELY if document.lead else CERTAIN
    return first if odds >= np.log(least / (1 - least)) else None


def measure_line(text: str, after: str, title: str) -> Floats:
    """The features of a line, given the sentence after it and the headline: shape (features,),
    named in :data:`CAPTION_FEATURES`, each from 0 to 1.
    """
    said = tokens(text)
    line = f" {' '.join(said)} "
    cues = cues_of("vi")
    commas, figures = text.count(","), len(_FIGURES.findall(text))
    length = min(len(said), _LONG) / _LONG
    return np.array(
        [
            length,
            length**2,
            len(said) < 8,
            bool(_SIDE.search(text)),
            bool(_TIME_FIRST.match(text)),
            bool(_TIME_LAST.search(text)),
            any(mark in text for mark in _QUOTES),
            ":" in text,
            not text.rstrip(_CLOSERS).endswith(_STOPS),
            commas == 0,
            min(commas, _MANY) / _MANY,
            min(figures, _MANY) / _MANY,
            bool(cues.speech.search(line)),
            bool(cues.task.search(line)),
            bool(cues.spoken.search(line)),
            cues.person.match(text) is not None,
            leaning_of(text, "vi") is not None,
            _share(said, after),
            _share(said, title),
        ],
        dtype=np.float64,
    )


def _share(said: Sequence[str], other: str) -> float:
    own = set(said)
    return len(own & set(tokens(other))) / len(own) if own else 0.0
