"""Nouns of duty and what they are said to be: "nhiệm vụ là …", "đòi hỏi …", "… là cần thiết"."""

from __future__ import annotations

from summarizer.facts.duties.doers import is_public
from summarizer.facts.duties.work import names_work
from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

MAX_BETWEEN = 14
"""Tokens between a noun of duty and the "là" that says what it is."""


def is_deed(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether what a duty is said to be is something to do."""
    return names_work(line, position, lexicon) or any(
        lexicon.tasks[key].match(line.tokens, position)
        for key in ("imperatives", "done_to", "aims")
    )


def noun_of_duty(line: Line, lexicon: Lexicon) -> int | None:
    """Where the task begins in "nhiệm vụ quan trọng của ngành là nâng cao …"."""
    tokens = line.tokens
    nouns = lexicon.tasks["duty_nouns"].found_in(line)
    for position, low in enumerate(line.lows):
        if low == "đòi" and _is_demanded(line, position, lexicon):
            return position + 2
        if low == "cam" and (done := _commitment_to(line, position)):
            return done
        if (hit := nouns.get(position)) is None:
            continue
        for at in range(hit[0], min(len(tokens) - 1, hit[0] + MAX_BETWEEN)):
            if tokens[at].text in {",", ".", ";", ":"}:
                break
            if tokens[at].low == "và" and not lexicon.tasks["duty_nouns"].match(tokens, at + 1):
                break
            if tokens[at].low not in {"là", "gồm"} or tokens[at - 1].low in {"hơn", "không"}:
                continue
            if tokens[position].low == "mục" and not _is_owned(line, hit[0], at, lexicon):
                return None
            work = at + 1
            if tokens[work].low in {"phải", "cần"}:
                return work
            if tokens[work].low == "việc":
                # "Các biện pháp gồm việc …"
                return work
            while work < len(tokens) - 1 and tokens[work].low in {"phải", "sẽ", "cần"}:
                work += 1
            return work if is_deed(line, work, lexicon) else None
    return None


def _is_owned(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether an aim is that of somebody who can set one, if it is said whose it is: not "mục tiêu
    của bộ phim là …".
    """
    for at in range(start, end - 1):
        if line.tokens[at].low != "của":
            continue
        owner = at + 1
        return (
            is_public(line, owner, lexicon)
            or any(
                line.low(owner, owner + length) in words_of("tasks.toml", "have_aims")
                for length in (1, 2)
            )
            or lexicon.events["formal"].match(line.tokens, owner) is not None
            or lexicon.tasks["projects"].match(line.tokens, owner) is not None
        )
    return True


def _is_demanded(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether the state of things asks for work: "đòi hỏi sự nỗ lực của các quốc gia"."""
    if line.low(position, position + 2) != "đòi hỏi":
        return False
    if line.low(max(0, position - 3), position).startswith(("điều này", "điều đó", "điều ấy")):
        return True
    end = collective_end(line, position + 2, lexicon)
    named = lexicon.places.match(line.tokens, position + 2)
    end = end or (named[0] if named else None)
    if end is not None:
        return names_work(line, end, lexicon) or line.low(end, end + 1) in {"phải", "cần"}
    asked = line.cut(position + 2, min(len(line.tokens), position + 5)).lower()
    return asked.startswith(tuple(words_of("tasks.toml", "demanded"))) or any(
        asked.startswith(f"sự {word}") for word in words_of("tasks.toml", "demanded")
    )


def _commitment_to(line: Line, position: int) -> int | None:
    """Where the task begins in "cam kết của các bên trong việc thực thi …"."""
    if line.low(position, position + 2) != "cam kết":
        return None
    owned = False
    for at in range(position + 2, min(len(line.tokens) - 2, position + MAX_BETWEEN)):
        if line.tokens[at].text in {",", ";", "."}:
            return None
        owned = owned or line.tokens[at].low == "của"
        if line.low(at, at + 2) in {"trong việc", "về việc"}:
            return at + 2
        if owned and line.tokens[at].low == "nhằm":
            return at + 1
    return None


def is_needed(line: Line, lexicon: Lexicon) -> bool:
    """Whether a sentence ends with what makes a duty of its subject: "Việc … là cần thiết"."""
    end = len(line.tokens)
    while end > 0 and not line.tokens[end - 1].word:
        end -= 1
    if not any(
        token.low == "việc" and line.tokens[at - 1].low != "là"
        for at, token in enumerate(line.tokens)
    ):
        return False
    return any(
        (hit := lexicon.tasks["needed"].match(line.tokens, at)) and hit[0] >= end - 4
        for at in range(max(0, end - 8), end)
    )
