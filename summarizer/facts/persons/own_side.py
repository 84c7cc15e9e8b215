"""What a speaker's own country, government or town wants and does: he speaks for it."""

from __future__ import annotations

from summarizer.facts.persons.cast import Person
from summarizer.facts.persons.offices import offices_of
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line
from summarizer.text.folding import fold

MAX_STANCE = 3
"""Words from a country to what it wants: "Nước A cũng luôn mong muốn"."""

_LED_BY = {
    "tp": ("tp", "tp.", "ubnd", "hdnd", "thanh"),
    "thanh pho": ("tp", "tp.", "ubnd", "hdnd", "thanh"),
    "tinh": ("tinh",),
    "bo": ("bo", "thu"),
    "nganh": ("bo", "giam", "thu"),
    "so": ("so",),
    "cuc": ("cuc",),
    "tong cuc": ("cuc",),
}
"""Words of the offices that speak for a body which is named by its kind alone."""

HOME = "viet nam"


def phrase_at(line: Line, position: int, words: str) -> int:
    """Length of the phrase of a word list that begins at ``position``, 0 if none does."""
    for length in (4, 3, 2, 1):
        phrase = " ".join(token.low for token in line.tokens[position : position + length])
        if phrase in words_of("speech.toml", words):
            return length
    return 0


def is_own_side(line: Line, person: Person, lexicon: Lexicon) -> bool:
    """Whether the sentence tells what the speaker's country wants, thinks or will do."""
    position = 0
    while step := phrase_at(line, position, "connectives") or phrase_at(line, position, "nowadays"):
        position += step
    if length := phrase_at(line, position, "governments"):
        end = position + length
        theirs = _countries(person, lexicon)
        own = lexicon.places.match(line.tokens, end)
        if own:
            country = lexicon.countries.get(fold(line.cut(end, own[0])))
            return country in theirs and _takes_stance(line, own[0])
        return bool(person.roles) and theirs == {HOME} and _takes_stance(line, end)
    if length := phrase_at(line, position, "own_bodies"):
        body = fold(line.low(position, position + length))
        rest = position + length
        town = lexicon.places.match(line.tokens, rest)
        end = town[0] if town and line.tokens[rest].cap else rest
        mine = any(word in fold(role).split() for role in person.roles for word in _LED_BY[body])
        return mine and (_takes_stance(line, end) or phrase_at(line, end, "at_work") > 0)
    place = lexicon.places.match(line.tokens, position)
    if place is None:
        return False
    named = fold(line.cut(position, place[0]))
    country = lexicon.countries.get(named)
    if country is None and line.tokens[position].cap:
        # "Hà Nội sẽ …" after words of the city's chairman
        busy = _takes_stance(line, place[0]) or phrase_at(line, place[0], "at_work") > 0
        return busy and any(named in fold(role) for role in person.roles)
    if country is None or country not in _countries(person, lexicon):
        return False
    return _takes_stance(line, place[0])


def _takes_stance(line: Line, position: int) -> bool:
    """Whether what a country wants, thinks or will do follows soon after its name."""
    return any(
        phrase_at(line, position + skip, "stances") > 0
        for skip in range(MAX_STANCE)
        if all(token.word and not token.cap for token in line.tokens[position : position + skip])
        and (skip == 0 or line.tokens[position + skip - 1].low not in {"đã", "từng"})
    )


def _countries(person: Person, lexicon: Lexicon) -> set[str]:
    """The countries a person speaks for, by office; a Vietnamese name speaks for Vietnam."""
    found = {
        country
        for role in person.roles
        for office in offices_of(role, lexicon.language)
        for country in office.countries
    }
    native = all(is_syllable(word) for word in person.name.split())
    return found or ({HOME} if native and person.roles else set())
