"""Bare imperatives: in lists ("Đẩy mạnh …"), in headlines, and at the head of a quotation."""

from __future__ import annotations

from summarizer.document import LEAD, TITLE
from summarizer.facts.duties.asking import is_subject
from summarizer.facts.duties.duties import FINITE
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.list_marks import after_mark
from summarizer.facts.words.tokens import Line

HEAD = 12
"""Tokens in which a finite word shows that a sentence is no imperative."""


def find_imperative(line: Line, lexicon: Lexicon) -> int | None:
    """Where a bare imperative begins, if the sentence is one."""
    tasks = lexicon.tasks
    position = after_mark(line)
    carried = tasks["carries"].match(line.tokens, position)
    position = carried[0] if carried else position
    while position < len(line.tokens) and not line.tokens[position].word:
        position += 1
    match = tasks["verbs"].match(line.tokens, position)
    if match is None:
        match = tasks["imperatives"].match(line.tokens, position)
    if match is None:
        return None
    head = line.tokens[position : position + HEAD]
    if any(token.low in FINITE for token in head):
        return None
    comma = next((at for at, token in enumerate(line.tokens) if token.text == ","), None)
    if comma is not None and lexicon.titles.match(line.tokens, comma + 1):
        # "Nhắc nhở điều ấy, ông A nói": only the opening of what he says
        return None
    of = "_en" if lexicon.language == "en" else ""
    noun = line.low(position, match[0]) in words_of("tasks.toml", "also_nouns" + of)
    if noun and any(token.low in words_of("tasks.toml", "predicates" + of) for token in head):
        # "Hợp tác kinh tế đạt kết quả tốt": what it begins with is its subject
        return None
    return position


def is_demand(line: Line, lexicon: Lexicon) -> bool:
    """Whether a headline is an imperative, and no subject of a remark: "Đưa tàu ra khơi: …"."""
    said = any(token.text in {":", "?"} for token in line.tokens)
    return not said and find_imperative(line, lexicon) is not None


def _opens_marked(line: Line) -> bool:
    """Whether a line of some length opens with a quotation mark or the dot of a list."""
    marked = len(line.tokens) >= HEAD and line.paragraph >= 0
    return marked and line.tokens[0].text in {'"', "“", "+", "•", "*"}


def find_quoted(line: Line, lexicon: Lexicon, *, spoken: bool) -> int | None:
    """Where an imperative opens a quotation that is announced: "… nhắc lại: “Kiên quyết …”."""
    if _opens_marked(line) and (told := find_imperative(line, lexicon)) is not None:
        return None if is_subject(line, told) else told
    if not spoken and line.paragraph != TITLE:
        return None
    if spoken and line.paragraph in {TITLE, LEAD}:
        for position in range(1, len(line.tokens)):
            told = line.tokens[position - 1].text == ":"
            if told and lexicon.tasks["strong"].match(line.tokens, position):
                # "… nhấn mạnh tại lễ ra quân: Phấn đấu …"
                return position
    for position in range(2, len(line.tokens)):
        quoted = line.inside[position] or line.tokens[position - 1].text in {"'", "‘"}
        if line.tokens[position - 2].text == ":" and quoted:
            hit = lexicon.tasks["verbs"].match(line.tokens, position)
            hit = hit or lexicon.tasks["imperatives"].match(line.tokens, position)
            if hit and not is_subject(line, position):
                return position
    return None
