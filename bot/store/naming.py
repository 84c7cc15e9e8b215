"""Matching what a reader typed with names: without marks, misspelt, shortened, or by office.

A query meets each thing in the best of several ways, :class:`Way`; only the things met in the best
way of all count. So a full name is not drowned by things that merely share its words, and a word
that fits several things in the same way finds them all. What differs by a letter counts as found
only where the difference cannot be somebody else's name; otherwise it is among the nearest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from summarizer.facts.words.syllables import is_syllable
from summarizer.text.folding import fold, unify_tones, words

NEAREST = 5
"""How many nearest names are given where none is met."""
NEAR = 72.0
"""Likeness (0 to 100) from which a name is near."""
MOST_WORDS = 40
"""Words of a query that are looked at."""
ROLE_NEAR = 85.0
"""The same for an office."""
_LOOSE = frozenset({"the", "of", "for", "and"})
# English words that may be left out. No shorter ones: "a", "to", "an" are names, too.
_ADDRESS = (("dong", "chi"), ("ong",), ("ba",), ("mr",), ("mrs",), ("ms",), ("dr",), ("ngai",))
_OTHER_OFFICE = frozenset(
    ["vice", "deputy", "former", "acting", "assistant", "pho", "nguyen", "cuu", "quyen"]
)
# Words that make another office of the one they stand before.
_GAP = 2


class Way(IntEnum):
    """How a query meets a thing, best first."""

    SAME = 0
    """It is one of the names."""
    PHRASE = 1
    """It stands in a name, word by word."""
    WORDS = 2
    """All its words stand in a name."""
    OFFICE = 3
    """It is one of the offices."""
    ROLE = 4
    """Its words stand in an office, in their order."""
    BOTH = 5
    """Office and name together."""
    INITIALS = 6


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its names, folded. ``extra`` words (a year) may stand in a query beside a name;
    ``weight`` puts things that are met alike in order, the greater first. ``spelt`` are the words
    of its names with their marks. What ``needs`` words is only meant where a query has one of them.
    """

    id: int
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    extra: frozenset[str] = frozenset()
    weight: tuple[int, ...] = ()
    person: bool = False
    spelt: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Matches:
    """Ids of what a query means, best first; ``near`` only where ``exact`` is empty."""

    exact: tuple[int, ...] = ()
    near: tuple[int, ...] = ()


def match(query: str, things: Sequence[Named]) -> Matches:
    """Find what ``query`` means among ``things``."""
    wanted = _query_words(query)
    if not wanted:
        return Matches()
    marked = frozenset(word for word in spelt([query]) if not word.isascii())
    things = [thing for thing in things if not thing.needs or thing.needs.intersection(wanted)]
    met = [(way, thing) for thing in things if (way := _meet(wanted, marked, thing)) is not None]
    if met:
        best = min(way for way, _ in met)
        # One word that is the whole name of one thing may well mean another that has it in its.
        last = Way.WORDS if best is Way.SAME and len(wanted) == 1 else best
        met = sorted(
            (pair for pair in met if pair[0] <= last),
            key=lambda pair: (pair[0], _rank(wanted, pair[1])),
        )
        return Matches(tuple(thing.id for _, thing in met))
    misspelt = [thing for thing in things if _misspelt(wanted, marked, thing)]
    if len(misspelt) == 1 and _is_slip(wanted, misspelt[0], things):
        return Matches((misspelt[0].id,))
    return Matches(near=_nearest(wanted, misspelt, things))


def folded(names: Iterable[str | None]) -> tuple[str, ...]:
    """Names as :class:`Named` wants them."""
    found = (" ".join(words(fold(name))) for name in names if name)
    return tuple(dict.fromkeys(name for name in found if name))


def spelt(names: Iterable[str | None]) -> frozenset[str]:
    """The words of names with their marks, as :class:`Named` wants them."""
    return frozenset(word for name in names if name for word in words(unify_tones(name.lower())))


def _query_words(query: str) -> list[str]:
    found = words(fold(query))[:MOST_WORDS]
    for address in _ADDRESS:
        if len(found) > len(address) and tuple(found[: len(address)]) == address:
            return found[len(address) :]
    return found


def _meet(wanted: Sequence[str], marked: frozenset[str], thing: Named) -> Way | None:
    plain = [word for word in wanted if word not in thing.extra] or list(wanted)
    phrase = " ".join(plain)
    if phrase in thing.names or " ".join(wanted) in thing.names:
        return Way.SAME
    if any(f" {phrase} " in f" {name} " for name in thing.names):
        return Way.PHRASE
    loose = {word for word in plain if word not in _LOOSE}
    if len(loose) < 2:
        loose = set(plain)
    if any(loose <= set(name.split()) for name in thing.names) and not _by_chance(
        plain, marked, thing
    ):
        return Way.WORDS
    if any(_once(plain) == _once(role.split()) for role in thing.roles):
        return Way.OFFICE
    if any(_in_order(plain, role.split()) for role in thing.roles):
        return Way.ROLE
    for name in thing.names:
        rest = [word for word in plain if word not in name.split()]
        if len(rest) < len(plain) and any(_in_order(rest, role.split()) for role in thing.roles):
            return Way.BOTH
    if len(plain) == 1 and len(plain[0]) >= 3 and plain[0] in _initials(thing.names):
        return Way.INITIALS
    return None


def _by_chance(wanted: Sequence[str], marked: frozenset[str], thing: Named) -> bool:
    """Whether a name only happens to have the syllables of a query: "biển Đông" and "cộng đồng ven
    biển". The names of people are turned about, so theirs are what is meant.
    """
    if thing.person or not thing.spelt:
        return False
    if marked:
        return not marked <= thing.spelt
    first, *others = wanted
    if len(others) != 1 or not (is_syllable(first) and is_syllable(others[0])):
        return False
    return not any(_follows(wanted, name) for name in thing.names)


def _once(office: Sequence[str]) -> list[str]:
    """An office with each word once: ``bộ trưởng bộ ngoại giao`` is ``bộ trưởng ngoại giao``."""
    return list(dict.fromkeys(word for word in office if word not in _LOOSE))


def _in_order(wanted: Sequence[str], role: Sequence[str]) -> bool:
    """Whether ``wanted`` stands in an office, in its order, with small gaps.

    ``bộ trưởng ngoại giao`` is in ``Bộ trưởng Bộ Ngoại giao``, not in ``Thứ trưởng Bộ Ngoại giao``
    nor in ``Nguyên Bộ trưởng Bộ Ngoại giao``.
    """
    return any(
        _from(wanted, role[start:])
        for start in range(len(role))
        if not start or role[start - 1] not in _OTHER_OFFICE
    )


def _from(wanted: Sequence[str], role: Sequence[str]) -> bool:
    if not wanted or not role or role[0] != wanted[0]:
        return False
    position = 1
    for word in wanted[1:]:
        window = list(role[position : position + 1 + _GAP])
        if word not in window:
            return False
        position += window.index(word) + 1
    return True


def _initials(names: Iterable[str]) -> set[str]:
    found = set()
    for name in names:
        parts = name.split()
        found.add("".join(part[0] for part in parts))
        found.add("".join(part[0] for part in parts if part not in _LOOSE))
    return found


def _rank(wanted: Sequence[str], thing: Named) -> tuple[float, tuple[int, ...], int]:
    share = max((len(wanted) / len(name.split()) for name in thing.names), default=0.0)
    return -round(min(share, 1.0), 1), tuple(-part for part in thing.weight), thing.id


# --- misspelt ------------------------------------------------------------------------------


def _misspelt(wanted: Sequence[str], marked: frozenset[str], thing: Named) -> bool:
    """Whether a query is one of the names but for slips; what is right in it is so with its marks,
    and two words stand in their order: "biển Đông" is no "… Đại hội đồng Liên hợp quốc".
    """
    own = _own_words(thing)
    wanted = own(wanted)
    for name in thing.names:
        words_of_name = own(name.split())
        slips = _slips(wanted, words_of_name)
        if slips is None:
            continue
        if thing.person or not thing.spelt:
            return True
        right = {word for word in marked if fold(word) in words_of_name}
        meant = [dict(slips).get(word, word) for word in wanted]
        turned = len(wanted) == 2 and set(meant) <= set(words_of_name) and not _follows(meant, name)
        if right <= thing.spelt and not turned:
            return True
    return False


def _own_words(thing: Named) -> Callable[[Sequence[str]], Sequence[str]]:
    """What leaves out the words that all things of a kind share, where they have such words."""
    if not thing.needs:
        return lambda found: found
    return lambda found: [word for word in found if word not in thing.extra]


def _follows(pair: Sequence[str], name: str) -> bool:
    """Whether the first of two words stands in a name before the second."""
    first, second = (f" {word} " for word in pair)
    return first in f" {name} ".partition(second)[0] + " "


def _slips(wanted: Sequence[str], name: Sequence[str]) -> list[tuple[str, str]] | None:
    """The words that are misspelt, with what they should be, if ``wanted`` is ``name`` but for
    those; most words must be right.
    """
    if len(wanted) != len(name) and "".join(wanted) == "".join(name):
        return [("".join(wanted), "".join(name))]  # spaces in the wrong place
    if not wanted or len(wanted) > len(name):
        return None
    slips: list[tuple[str, str]] = []
    left = list(name)
    for word in wanted:
        if word in left:
            left.remove(word)
            continue
        best = min(left, key=lambda other: OSA.distance(word, other))
        if OSA.distance(word, best) > _allowed(word):
            return None
        slips.append((word, best))
        left.remove(best)
    if not slips or len(slips) * 2 > max(len(wanted), 2):
        return None
    if len(wanted) == 1 and len(wanted[0]) < 5:
        return None
    return slips


def _allowed(word: str) -> int:
    return 0 if len(word) < 3 else 1 if len(word) < 8 else 2


def _is_slip(wanted: Sequence[str], thing: Named, things: Sequence[Named]) -> bool:
    """Whether a misspelt query can only mean ``thing``.

    Of a person, a wrong given name that is a name in itself (``Tân`` for ``Tám``) may mean somebody
    of whom there is nothing.
    """
    if not thing.person:
        return True
    known = {word for other in things for name in other.names for word in name.split()}
    for name in thing.names:
        slips = _slips(wanted, name.split())
        if slips is None:
            continue
        given = name.split()[-1]
        return all(meant != given or typed not in known for typed, meant in slips)
    return False


def _nearest(
    wanted: Sequence[str], misspelt: Sequence[Named], things: Sequence[Named]
) -> tuple[int, ...]:
    typed = " ".join(wanted)
    if len(typed) < 4:
        return ()
    sure = {thing.id for thing in misspelt}
    scored = [(100.0 if thing.id in sure else _likeness(typed, thing), thing) for thing in things]
    near = sorted(
        ((score, thing) for score, thing in scored if score >= NEAR),
        key=lambda pair: (-pair[0], tuple(-part for part in pair[1].weight), pair[1].id),
    )
    return tuple(thing.id for _, thing in near[:NEAREST])


def _likeness(typed: str, thing: Named) -> float:
    names = (max(fuzz.ratio(typed, n), fuzz.token_sort_ratio(typed, n)) for n in thing.names)
    offices = (score for r in thing.roles if (score := fuzz.ratio(typed, r)) >= ROLE_NEAR)
    return max((*names, *offices), default=0.0)
