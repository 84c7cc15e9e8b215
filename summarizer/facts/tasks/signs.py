"""By what a sentence shows that it states a task."""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """What the rules of ``tasks.py`` went by."""

    HEADLINE = "headline"
    """A title that says what is to be done."""
    NAMED = "named"
    """"6 nhiệm vụ mà X giao": tasks that are named, not spelt out."""
    IMPERATIVE = "imperative"
    ASKED = "asked"
    """A verb of asking with somebody who asks."""
    ASKED_BY_NOBODY = "asked_by_nobody"
    SAID = "said"
    """Work right after a verb of speech."""
    MODAL = "modal"
    LIST = "list"
    """What follows "nhiệm vụ trọng tâm sau:"."""
    DUTY = "duty"
    ANNOUNCED = "announced"
    QUOTED = "quoted"
    PROPOSED = "proposed"
    SLOGAN = "slogan"
    INTENDED = "intended"
    PLANNED = "planned"
    URGED = "urged"
    """"đã đến lúc …", "nhấn mạnh việc …", "… là trách nhiệm của …"."""
    READ = "read"
    """The learned reader alone takes the sentence for a task."""
    NONE = "none"


CONFIDENCE = {
    Sign.ASKED: 0.85,
    Sign.LIST: 0.8,
    Sign.MODAL: 0.75,
    Sign.ASKED_BY_NOBODY: 0.7,
    Sign.SAID: 0.7,
    Sign.IMPERATIVE: 0.7,
    Sign.NAMED: 0.7,
    Sign.HEADLINE: 0.6,
}
"""How sure a sign is by itself; the others are 0.65."""
