"""People whom a few words name: they go before the meetings that bear their names.

"Trump" is the name of a man, and of half the summits of his years; who sends it means him.
"""

from __future__ import annotations

from typing import Final

from bot.briefings.cards import Card, Choice, SpeakerCard
from bot.conversation import browsing
from bot.conversation.turn import Turn
from summarizer.facts.model import Kind
from summarizer.facts.visits.destinations import destination_named
from summarizer.text.folding import fold, words

_ADDRESS: Final = frozenset("mr mrs ms dr ong ba anh chi ngai dong chi".split())  # noqa: SIM905 - shorter


async def named(turn: Turn, text: str) -> SpeakerCard | None:
    """The card of the one person of whose name a text consists, with a form of address perhaps."""
    asked = words(fold(text))
    while len(asked) > 1 and asked[0] in _ADDRESS:
        del asked[0]
    if not asked:
        return None
    card = await browsing.find(turn, "speaker", text)
    if not isinstance(card, SpeakerCard) or card.speaker.kind != Kind.PERSON:
        return None
    name = card.speaker.name
    of_name = {word for language in ("vi", "en") for word in words(fold(name.in_(language)))}
    return card if of_name.issuperset(asked) else None


def only_of(text: str, card: Card | None) -> bool:
    """Whether a text names a country or body, of which the speakers found have but an office."""
    match card:
        case SpeakerCard(speaker=speaker):
            names = [speaker.name]
        case Choice(thing="speaker", exact=True, hits=hits):
            names = [hit.label for hit in hits]
        case _:
            return False
    asked = " ".join(fold(text).split()).removeprefix("the ").removeprefix("nuoc ")
    own = {fold(name.in_(language)) for name in names for language in ("vi", "en")}
    return asked not in own and destination_named(asked) is not None
