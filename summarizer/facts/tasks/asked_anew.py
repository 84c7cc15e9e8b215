"""Several askings in one sentence: "đề nghị Bộ A rà soát …, đồng thời giao Bộ B báo cáo …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.facts.tasks.items import Item
from summarizer.facts.tasks.parts import assignee_of, trimmed
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.tokens import Line
from summarizer.facts.words.utterances import is_noun

MIN_BEFORE = 4
"""Words of a task before who asks it asks for another."""

_ASKING = frozenset({"ask", "give"})
_JOINTS = frozenset({",", "và", "and"})


def asked_anew(line: Line, items: Sequence[Item], lexicon: Lexicon) -> list[Item]:
    """The items, each parted where the one who asks goes on to ask somebody else: what that one is
    to do, and by when, is no business of the first.
    """
    first, *others = [part for item in items for part in _parted(line, item, lexicon)]
    return [first, *(_of_another(line, item, lexicon) for item in others)]


def _of_another(line: Line, item: Item, lexicon: Lexicon) -> Item:
    """An item without the words by which another is asked, if it begins with them."""
    asked = None if item.assignee else _asked_from(line, item.start, lexicon)
    if asked is None or asked[1] >= item.end:
        return item
    named, deed = asked
    text = trimmed(line, deed, item.end)
    return Item(deed, item.end, text, named) if text else item


def _parted(line: Line, item: Item, lexicon: Lexicon) -> Iterator[Item]:
    if not item.text.endswith(trimmed(line, item.start, item.end)):
        # what holds for all of them was put before it
        yield item
        return
    start, assignee, text = item.start, item.assignee, item.text
    for at in range(item.start + MIN_BEFORE, item.end):
        joint = _joint_before(line, at)
        if joint is None or at < start + MIN_BEFORE or line.inside[at] != line.inside[item.start]:
            continue
        asked = _asked_from(line, at, lexicon)
        if asked is None:
            continue
        named, deed = asked
        if not (_is_added(line, joint, at) or _is_named(named)):
            # "rà soát và yêu cầu các đơn vị báo cáo": the first may be who asks
            continue
        before, rest = trimmed(line, start, joint), trimmed(line, deed, item.end)
        if not (before and rest):
            continue
        yield Item(start, joint, before, assignee)
        start, assignee, text = deed, named, rest
    yield Item(start, item.end, text, assignee)


def _joint_before(line: Line, verb: int) -> int | None:
    """Where what joins a second asking to the first begins, if that stands before the verb."""
    at = verb
    while at and line.lows[at - 1] in words_of("task_items.toml", "also"):
        at -= 1
    added = line.low(at - 2, at) == "đồng thời"
    if added:
        at -= 2
    joined = at
    while at and line.lows[at - 1] in _JOINTS | {";"}:
        at -= 1
    return at if added or at < joined else None


def _asked_from(line: Line, verb: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Which body is asked by the verb there, and where what it is to do begins."""
    hit = lexicon.speech.match(line.tokens, verb)
    if hit is None or hit[1] not in _ASKING or is_noun(line, verb, hit[0]):
        return None
    first = hit[0] + (line.low(hit[0], hit[0] + 1) == "cho")
    if first >= len(line.tokens):
        return None
    named, deed = assignee_of(line, first, lexicon)
    return (named, deed) if named and deed > first else None


def _is_added(line: Line, joint: int, verb: int) -> bool:
    """Whether the joint tells that it is the one who asked first that asks anew."""
    return line.lows[joint] == ";" or "đồng" in line.lows[joint:verb]


def _is_named(assignee: str) -> bool:
    """Whether a body is asked by its name."""
    return assignee.removeprefix("the ")[:1].isupper()
