"""Conferences that a few words name, and those whose names only have them.

"kinh tế" stands in the name of a forum, and is not what that is called: who sends it wants what
there is on the economy, and may want the forum.
"""

from __future__ import annotations

from typing import Final

from bot.briefings.cards import ArticleList, Bilingual, Card, Choice, ConferenceCard
from bot.conversation.turn import Turn
from bot.render.actions import Open
from bot.render.messages import Button
from bot.render.telegram import packed
from bot.render.voice import capital, clip
from bot.texts import N_
from summarizer.text.folding import fold, words

ALSO = N_("There are also conferences whose names have “{words}”:")
LABEL: Final = 60
"""Characters of a button."""
SHARE: Final = 0.5
"""Part of the words of a name that calls the conference by it."""
_MEETING: Final = frozenset(
    """hoi nghi thao dam dien dan doi thoai phien thuong dinh cap cao tham chuyen khoa lan
    conference conferences summit summits forum meeting meetings dialogue session workshop seminar
    consultation visit visits trip""".split()  # noqa: SIM905 - shorter
)
"""Folded words of what is held: who sends one of them means a conference."""


def only_has(text: str, card: Card | None) -> bool:
    """Whether a text is only a small part of the names of the conferences that were found, and
    says not that one is meant.
    """
    asked = set(words(fold(text)))
    if not asked or any(word.isdigit() for word in asked) or not asked.isdisjoint(_MEETING):
        return False
    names = [name for name, _ in _found(card)]
    return bool(names) and all(_share(asked, name) < SHARE for name in names)


async def show(turn: Turn, text: str, card: Card | None, found: ArticleList) -> None:
    """Show the articles on a text, and the conferences whose names have it."""
    await turn.show(found)
    language, asked = turn._.each[0].language, set(words(fold(text)))
    rows = tuple(
        (Button(clip(capital(name.in_(language)), LABEL), Open("conference", id_)),)
        for name, id_ in _found(card)
        if any(asked.issubset(own) for own in _words(name))  # and not only such as is spelt like it
    )
    if rows:
        await turn.send(packed([turn.words(ALSO, words=text)], rows), aside=True)


def _found(card: Card | None) -> list[tuple[Bilingual, int]]:
    match card:
        case ConferenceCard(conference=one):
            return [(one.name, one.id)]
        case Choice(thing="conference", exact=True, latest=False, hits=hits):
            return [(hit.label, hit.id) for hit in hits]
    return []


def _share(asked: set[str], name: Bilingual) -> float:
    """The part that words are of the name that has them; one word that none has is another name,
    and more are of the longer one.
    """
    each = _words(name)
    sizes = [len(own) for own in each if asked.issubset(own)]
    if not sizes and len(asked) == 1:
        return 1.0
    return len(asked) / (min(sizes) if sizes else max(map(len, each)))


def _words(name: Bilingual) -> list[list[str]]:
    """The words of a name in each language, as far as it has any."""
    each = [words(fold(name.in_(language))) for language in ("vi", "en")]
    return [own for own in each if own] or [[""]]
