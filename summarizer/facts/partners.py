"""Which states meet: "thượng đỉnh Mỹ - Triều", "thượng đỉnh giữa Tổng thống X và lãnh đạo Y".

Only a meeting that nothing but its partners (and a town) tells from others is known by them: the
ministers of two states meet oftener than once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from summarizer.facts.cast import Cast
from summarizer.facts.lexicon import Lexicon, lexicon, words_of
from summarizer.facts.tokens import Token, tokenize
from summarizer.facts.wordings import in_common_words, wording_of
from summarizer.text.folding import fold

_BETWEEN = re.compile(r"\bgiữa\b|\s[-–]\s|\bliên Triều\b", re.IGNORECASE)
_WITH = re.compile(r"\bvới\b", re.IGNORECASE)
_SOMEBODY = "?"
"""Before the name of a person whose country the article does not tell."""
_BOTH_KOREAS = re.compile(r"\bliên triều\b", re.IGNORECASE)


def nationalities(cast: Cast, lexicon: Lexicon) -> dict[str, str]:
    """Part of a name → the country that its bearer's role names, where all bearers have one."""
    found: dict[str, set[str]] = {}
    for person in cast.people:
        countries = {
            country
            for role in person.roles
            if (country := _country_in(role, lexicon.language)) is not None
        }
        if len(countries) != 1:
            continue
        for part in person.name.split():
            found.setdefault(fold(part), set()).update(countries)
    return {part: next(iter(of)) for part, of in found.items() if len(of) == 1}


@lru_cache(maxsize=4096)
def _country_in(role: str, language: str) -> str | None:
    places = lexicon(language).places
    tokens = tokenize(in_common_words(role))
    for position, token in enumerate(tokens):
        place = places.match(tokens, position)
        if place and token.cap and place[1] == "country":
            return fold(" ".join(t.low for t in tokens[position : place[0]]))
        if token.cap and fold(token.text) in _SHORT_FORMS:
            return fold(token.text)
    return None


_SHORT_FORMS = frozenset({"trieu", "han", "trung", "nhat", "an", "viet", "my", "nga"})
"""Countries as :func:`in_common_words` writes them, where no gazetteer has the syllable."""


def meeting_of(name: str, countries: Mapping[str, str], lexicon: Lexicon) -> frozenset[str]:
    """The states that meet at a summit, folded; empty if the name tells more than who meets."""
    summit, conference = wording_of("thượng đỉnh").kind, wording_of("hội nghị").kind
    if wording_of(name).kind not in {summit, conference} or not _BETWEEN.search(name):
        return frozenset()
    states = _states_in(name, countries, lexicon)
    return states if len(states) > 1 else frozenset()


def partners_with(name: str, countries: Mapping[str, str], lexicon: Lexicon) -> frozenset[str]:
    """The states with which somebody else meets: "thượng đỉnh với Tổng thống X"."""
    if wording_of(name).kind != wording_of("thượng đỉnh").kind or not _WITH.search(name):
        return frozenset()
    return _states_in(name, countries, lexicon)


def both_named(name: str, lexicon: Lexicon) -> bool:
    """Whether a summit's name tells two states at least, not only the persons who lead them."""
    if wording_of(name).kind != wording_of("thượng đỉnh").kind or not _BETWEEN.search(name):
        return False
    tokens = tokenize(in_common_words(_BOTH_KOREAS.sub("Hàn - Triều", name)))
    states = 0
    position = 0
    while position < len(tokens):
        token = tokens[position]
        place = lexicon.places.match(tokens, position) if token.cap else None
        country = place is not None and place[1] == "country"
        states += country or (token.cap and fold(token.text) in _SHORT_FORMS)
        position = place[0] if place else position + 1
    return states > 1


def _states_in(name: str, countries: Mapping[str, str], lexicon: Lexicon) -> frozenset[str]:
    """The states and leaders of a name, folded; empty if it tells more than them."""
    tokens = tokenize(in_common_words(_BOTH_KOREAS.sub("Hàn - Triều", name)))
    states: set[str] = set()
    position = 0
    while position < len(tokens):
        token = tokens[position]
        title = lexicon.titles.match(tokens, position)
        place = lexicon.places.match(tokens, position) if token.cap else None
        part = fold(token.text)
        if place and place[1] == "country":
            states.add(fold(" ".join(t.low for t in tokens[position : place[0]])))
            position = place[0]
        elif place:
            position = place[0]
        elif token.cap and part in countries:
            states.add(countries[part])
            position += 1
        elif token.cap and part in _SHORT_FORMS:
            states.add(part)
            position += 1
        elif token.cap and _is_beside_dash(tokens, position):
            states.add(_SOMEBODY + part)
            position += 1
        elif title:
            position = title[0]
        elif _tells(token.low) and token.word and not token.text[0].isdigit():
            return frozenset()
        else:
            position += 1
    return frozenset(states)


def are_same_partners(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two meetings are of the same states; somebody may stand for the state left over."""
    known = {state for state in first & second if not state.startswith(_SOMEBODY)}
    if first == second:
        return True
    unknown = [state for state in first ^ second if state.startswith(_SOMEBODY)]
    return bool(known) and len(first) == len(second) and len(unknown) == 1


def _is_beside_dash(tokens: Sequence[Token], position: int) -> bool:
    beside = (tokens[at].text for at in (position - 1, position + 1) if 0 <= at < len(tokens))
    return any(text in {"-", "–"} for text in beside)


def _tells(word: str) -> bool:
    return bool(wording_of(f"hội nghị {word}").words) and word not in words_of(
        "events.toml", "beside_partners"
    )
