"""What only announces a list of tasks: "tập trung vào các nhiệm vụ sau:"."""

from __future__ import annotations

from summarizer.facts.words.lexicon import words_of

MAX_LEAD_IN = 10
"""Words of what only announces a list, without those that close it."""

MIN_HEAD = 3
"""Words that say something beside the list."""


_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight"})


def is_lead_in(text: str) -> bool:
    """Whether a task does no more than announce a list: "thực hiện các nhiệm vụ sau"."""
    words = text.lower().rstrip(" :.").split()
    if "the following" in " ".join(words[-4:]):
        return len(words) <= MAX_LEAD_IN
    if len(words) <= MAX_LEAD_IN and words[-2:-1] and words[-2] in _NUMBERS:
        # "to do three tasks:"
        return _ends_with_noun(words)
    ends = words_of("task_items.toml", "lead_in_ends")
    told = False
    while words:
        tail = next((n for n in (2, 1) if " ".join(words[-n:]) in ends), 0)
        if not tail:
            break
        told, words = True, words[:-tail]
    return told and _ends_with_noun(words) and len(words) <= MAX_LEAD_IN


def _ends_with_noun(words: list[str]) -> bool:
    nouns = words_of("task_items.toml", "lead_ins")
    return any(" ".join(words[-n:]) in nouns for n in (4, 3, 2, 1))


def announces(text: str) -> bool:
    """Whether something says no more than that a list follows: "thực hiện các nhiệm vụ sau", "năm
    nội dung", "rõ ba việc".
    """
    words = text.lower().rstrip(" :.").split()
    return is_lead_in(text) or (len(words) <= MAX_LEAD_IN and _ends_with_noun(words))


def without_lead_in(text: str) -> str:
    """A task without the clause at its end that only announces a list: "phát huy kết quả, thực hiện
    các nhiệm vụ sau" is to "phát huy kết quả"; ``""`` if nothing else is said.
    """
    head, comma, tail = text.rpartition(", ")
    if not (comma and is_lead_in(tail)):
        return "" if is_lead_in(text) else text
    words = head.lower().split()
    # "các nhiệm vụ, giải pháp sau" are one
    return "" if len(words) < MIN_HEAD or _ends_with_noun(words) else head
