"""Who has invited a visitor: "theo lời mời của Thủ tướng B", "at the invitation of …"."""

from __future__ import annotations

from summarizer.facts.persons.cast import Cast
from summarizer.facts.visits.mentions import VisitMention
from summarizer.facts.visits.phrases import phrases_of_visits
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line


def host_of(mention: VisitMention, line: Line, cast: Cast, known: Lexicon) -> str:
    """The person named as the one who invites, with the office as the line has it, else ``""``."""
    for end, _ in phrases_of_visits(known.language, "invitation").found_in(line).values():
        for actor in cast.actors[mention.line]:
            if end <= actor.start <= end + 2 and actor.who != mention.visitor.who:
                return line.cut(actor.start, actor.end)
    return ""
