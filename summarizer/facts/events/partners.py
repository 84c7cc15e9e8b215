"""Which states meet: "thượng đỉnh Mỹ - Triều", "thượng đỉnh giữa Tổng thống X và lãnh đạo Y".

Only a meeting that nothing but its partners (and a town) tells from others is known by them: the
ministers of two states meet oftener than once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from summarizer.facts.events.wordings import in_common_words, wording_of
from summarizer.facts.persons.cast import Cast
from summarizer.facts.persons.reading import words_of_statesmen
from summarizer.facts.words.lexicon import Lexicon, lexicon, phrases_in, table_of, words_of
from summarizer.facts.words.tokens import Token, tokenize
from summarizer.text.folding import fold

_BETWEEN = re.compile(r"\bgiữa\b|\s[-–]\s|\bliên Triều\b", re.IGNORECASE)
_OF_BOTH = re.compile(r"\bcủa\b.+\bvà\b", re.IGNORECASE)
"""Who meets at a summit: "cuộc gặp thượng đỉnh của X và Y"."""
_WITH = re.compile(r"\bvới\b", re.IGNORECASE)
_LEADING = re.compile(r"\b(?:lãnh đạo|tổng thống|chủ tịch|thủ tướng|quốc vương)\b", re.IGNORECASE)
_BOTH = 2
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


def leaders(cast: Cast) -> dict[str, str]:
    """The same of some statesmen, for articles that do not tell; of names that nobody else in the
    article has.
    """
    known = _states_of_leaders()
    others = {
        fold(part)
        for person in cast.people
        if len(person.name.split()) > 1 and _squeezed(person.name) not in _statesmen()
        for part in person.name.split()
    }
    return {part: state for part, state in known.items() if part not in others}


@cache
def _states_of_leaders() -> dict[str, str]:
    return {
        fold(part): fold(in_common_words(state))
        for state, parts in table_of("names.toml")["leaders"].items()
        for part in phrases_in(parts)
    }


@cache
def _statesmen() -> frozenset[str]:
    return frozenset(map(_squeezed, words_of_statesmen()))


def _squeezed(name: str) -> str:
    """A name without blanks and dashes, as foreign names are written in many ways."""
    return re.sub(r"[\s-]", "", fold(name))


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


_COURTESY = frozenset({"ông", "bà"})
_SHORT_FORMS = frozenset({"trieu", "han", "trung", "nhat", "an", "viet", "my", "nga"})
"""Countries as :func:`in_common_words` writes them, where no gazetteer has the syllable."""


def meeting_of(name: str, countries: Mapping[str, str], lexicon: Lexicon) -> frozenset[str]:
    """The states that meet at a summit, folded; empty if the name tells more than who meets."""
    summit, conference = wording_of("thượng đỉnh").kind, wording_of("hội nghị").kind
    kind = wording_of(name).kind
    both = _BETWEEN.search(name) or (kind == summit and _OF_BOTH.search(name))
    if kind not in {summit, conference} or not both:
        return frozenset()
    states = _states_in(name, countries, lexicon)
    return states if len(states) > 1 else frozenset()


def leaders_of(name: str, countries: Mapping[str, str], lexicon: Lexicon) -> frozenset[str]:
    """The states whose leaders meet without a word for a summit: "cuộc họp giữa Tổng thống X và
    lãnh đạo Y"; empty if the name tells more, or not of leaders.
    """
    meeting = wording_of(name).kind == wording_of("cuộc họp").kind and _BETWEEN.search(name)
    if not meeting or len(_LEADING.findall(name)) < _BOTH:
        return frozenset()
    return _states_in(name, countries, lexicon)


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
    titled = led = -1
    """Where the name of a person may begin: after a title, and after the state of that title."""
    while position < len(tokens):
        token = tokens[position]
        named = position in {titled, led}
        state, end = _state_at(tokens, position, {} if named else countries, lexicon)
        title = lexicon.titles.match(tokens, position)
        if end > position:
            states |= {state} if state else set()
            led = end if titled == position else led
        elif named and (end := _name_end(tokens, position)) > position:
            # whoever has a title is one person, of a state that is told or known
            parts = [fold(its.text) for its in tokens[position:end]]
            known = [countries[part] for part in parts if part in countries]
            if position != led and not known:
                return frozenset()
            states |= set() if position == led else {known[-1]}
        elif token.cap and _is_beside_dash(tokens, position):
            states.add(_SOMEBODY + fold(token.text))
            end = position + 1
        elif title or token.low in _COURTESY:
            titled = end = title[0] if title else position + 1
        elif _tells(token.low) and token.word and not token.text[0].isdigit():
            return frozenset()
        else:
            end = position + 1
        position = end
    return frozenset(states)


def _state_at(
    tokens: Sequence[Token], position: int, countries: Mapping[str, str], lexicon: Lexicon
) -> tuple[str, int]:
    """The state named here, or that of the person named, and where the word for it ends.

    A place that is none is read over: ``""``.
    """
    token = tokens[position]
    if not token.cap:
        return "", position
    part = fold(token.text)
    if place := lexicon.places.match(tokens, position):
        country = place[1] == "country"
        words = " ".join(t.low for t in tokens[position : place[0]])
        return fold(words) if country else "", place[0]
    if part in countries:
        return countries[part], position + 1
    return (part, position + 1) if part in _SHORT_FORMS else ("", position)


def _name_end(tokens: Sequence[Token], position: int) -> int:
    """The end of a person's name that begins here, also of one in pieces: "Jae - in"."""
    end = position
    while end < len(tokens) and tokens[end].cap and not tokens[end].text.isupper():
        end += 1
        if position + 1 < end < len(tokens) - 1 and tokens[end].text in {"-", "–"}:
            end += 2
    return end


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
