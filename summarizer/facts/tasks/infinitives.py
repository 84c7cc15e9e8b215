"""English infinitives after a semicolon: "to protect citizens; expand markets" has two of them, "to
increase trade; tourism grew last year" one, and something that is told.

No list holds all verbs of English, and an unknown word alone is no sign of one: it counts as a verb
where what follows is what stands before a noun ("galvanise the private sector").
"""

from __future__ import annotations

from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line

_LIST = "task_items.toml"
_SIGNS = ("strong", "verbs", "work", "imperatives")
_DUTIES = frozenset({"must", "should", "shall"})
_SPANS = frozenset({"day", "week", "month", "quarter", "year", "days", "weeks", "months", "years"})
_BEFORE_VERB = frozenset({"also", "not", "never", "together", "further"})


def begins_infinitive(line: Line, position: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the clause of the tokens ``position`` to ``end`` begins with an infinitive."""
    first = _past_adverbs(line, position, end, lexicon)
    if first >= end or not line.tokens[first].text[:1].islower():
        return False
    low = line.lows[first]
    if is_verb(line, first, lexicon):
        return not (_is_noun(line, first, end) and tells(line, first, end, also=_DUTIES))
    if low in words_of(_LIST, "goes_on_en") or low in words_of(_LIST, "opens_clause_en"):
        return False
    return _is_determined(line, first, end) and not tells(line, first, end, also=_DUTIES)


def _is_noun(line: Line, position: int, end: int) -> bool:
    """Whether a known verb may be a noun here: "trade grew", and not "trade the goods"."""
    noun = line.lows[position] in words_of(_LIST, "nouns_too_en")
    return noun and not _is_determined(line, position, end)


def _is_determined(line: Line, position: int, end: int) -> bool:
    """Whether the word after ``position`` is one that stands before a noun."""
    after = line.lows[position + 1] if position + 1 < end else ""
    return after in words_of(_LIST, "determiners_en")


def is_verb(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether a verb of one of the lists stands here, as it is in an infinitive."""
    return line.low(position, position + 1) in words_of(_LIST, "begins_en") or any(
        lexicon.tasks[key].match(line.tokens, position) for key in _SIGNS
    )


def tells(line: Line, start: int, end: int, also: frozenset[str] = frozenset()) -> bool:
    """Whether a clause tells that something is so: "exports to Japan have doubled", "coal output
    fell"; not where only a clause within it does, "farmers who were hit". ``also`` are further
    words that show it.
    """
    clauses, finite = words_of(_LIST, "opens_clause_en"), words_of(_LIST, "finite_en") | also
    for at in range(start, end):
        low = line.lows[at]
        if low in clauses:
            return False
        if at > start and (low in finite or (low == "have" and line.lows[at - 1].endswith("s"))):
            return True
    return False


def stands_alone(line: Line, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a clause tells something and has nothing to do with the infinitive before it."""
    verb = is_verb(line, start, lexicon) and not _is_noun(line, start, end)
    return not verb and tells(line, start, end)


def _past_adverbs(line: Line, position: int, end: int, lexicon: Lexicon) -> int:
    """Where the verb may stand: after "jointly", "every six months"."""
    if line.low(position, position + 1) == "every":
        spans = (at for at in range(position, min(end, position + 3)) if line.lows[at] in _SPANS)
        position = next(spans, position - 1) + 1
    while position < end and not is_verb(line, position, lexicon):
        low = line.lows[position]
        if low not in _BEFORE_VERB and not (low.endswith("ly") and len(low) > 4):
            break
        position += 1
    return position
