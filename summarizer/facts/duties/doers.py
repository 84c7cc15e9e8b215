"""Who can be given a task or set one: states, bodies, groups in office, holders of an office."""

from __future__ import annotations

from summarizer.facts.persons.collectives import collective_end
from summarizer.facts.words.lexicon import Lexicon
from summarizer.facts.words.tokens import Line


def doer_end(line: Line, position: int, lexicon: Lexicon) -> int:
    """The token after who is to act, if somebody stands here; else ``position``."""
    ends = [
        hit[0]
        for phrases in (
            lexicon.tasks["assignees"],
            lexicon.tasks["intenders"],
            lexicon.organisations,
            lexicon.bodies,
            lexicon.places,
        )
        if (hit := phrases.match(line.tokens, position))
    ]
    group = collective_end(line, position, lexicon)
    return max([*ends, position if group is None else group])


def is_public(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether who stands here has an office, or is a state, a body or a group."""
    if position >= len(line.tokens):
        return False
    token = line.tokens[position]
    if holds_office(line, position, lexicon):
        return True
    if not token.cap and lexicon.places.match(line.tokens, position):
        # "anh" is a young man, "Anh" a state
        return collective_end(line, position, lexicon) is not None
    # an abbreviation is a body that no list has
    return doer_end(line, position, lexicon) > position or (
        token.text.isupper() and len(token.text) > 1
    )


def holds_office(line: Line, position: int, lexicon: Lexicon) -> bool:
    """Whether the title of an office stands here, and not that of a trade or an honorific."""
    title = lexicon.titles.match(line.tokens, position)
    return title is not None and title[1] == "office"
