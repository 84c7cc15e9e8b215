"""Who presides, told in a sentence that does not name the event.

"Chủ trì hội nghị là bà X", "Chủ trì: X", "Ông X chủ trì hội nghị" belong to the one event that the
article reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.facts.events.context import Event
from summarizer.facts.events.mention import EventMention
from summarizer.facts.events.reach import Reach
from summarizer.facts.events.roles import names_of, roles_of, together
from summarizer.facts.events.wordings import wording_of
from summarizer.facts.persons.cast import Cast
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line

_TOLD_FIRST = re.compile(r"(?:đồng )?chủ trì\s*(.*?)\s*(?:là|có|gồm|:)")


def read_chairs(
    events: Sequence[Event],
    mentions: Sequence[EventMention],
    lines: Sequence[Line],
    lexicon: Lexicon,
    cast: Cast,
) -> None:
    """Give the one event that is reported the chair which such a sentence tells."""
    reported = [event for event in events if event.early and event.happening]
    if len(reported) != 1 or reported[0].chairs:
        return
    event = reported[0]
    # who leads a session of it presides over that alone
    kinds = {wording_of(mention.name).kind for mention in event.mentions}
    kinds.add(wording_of("hội nghị").kind)
    elsewhere = {m.line for other in events if other is not event for m in other.mentions}
    for number, line in enumerate(lines):
        if number in elsewhere:
            continue
        chair = _told_first(line, number, cast, lexicon)
        for mention in mentions:
            bare = mention.line == number and not (mention.distinctive or mention.embedded)
            if not chair and bare and wording_of(mention.name).kind in kinds:
                chair = roles_of(Reach(line, mention), lexicon, cast).chair
        if chair:
            event.chairs.append(chair)
            return


def _told_first(line: Line, number: int, cast: Cast, lexicon: Lexicon) -> str:
    """Who presides by a sentence that opens with it: "Chủ trì Hội nghị là bà X", "Chủ trì: X"."""
    if number >= len(cast.actors) or not line.tokens:
        return ""
    for actor in cast.actors[number]:
        before = line.text[: line.tokens[actor.start].start].strip().lower()
        before = re.sub(r"\s+(?:các )?đồng chí$", "", before)
        found = _TOLD_FIRST.fullmatch(before)
        if found is None:
            continue
        inner = found[1]
        at = next((n for n, t in enumerate(line.tokens) if t.start >= found.start(1)), 0)
        meets = lexicon.events["formal"].match(line.tokens, at) and "báo" not in inner.split()
        if not inner or meets:
            return names_of(together(line, actor, cast.actors[number]), cast)
    return ""
