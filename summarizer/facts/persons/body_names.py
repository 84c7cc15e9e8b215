"""Names that bodies bear: "Lực lượng tinh nhuệ Al Quds", "Liên đoàn Judo", "Quỹ từ thiện X"."""

from __future__ import annotations

from summarizer.facts.persons.names import NameReader
from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line

MAX_QUALIFIERS = 2
"""Phrases between the noun and the name: "nhóm vũ trang Hồi giáo X"."""

LONGEST_NOUN = 3
LONGEST_PERSON = 5
"""Syllables of which the first are rather a body's: "Quỹ Hoa Sen | Trần Thị Lan"."""

MIN_PERSON = 3
"""Syllables of a Vietnamese name that is one whatever stands before."""


LED = 3
"""Words from which on a foreign name behind an office is that of the body and of who leads it:
"Tư lệnh lực lượng Quds | Esmail Ghaani".
"""


def past_body_name(line: Line, position: int, lexicon: Lexicon) -> int | None:
    """The token after the name of a body that begins at ``position``, None if no body's does."""
    tokens, english = line.tokens, lexicon.language == "en"
    end = position
    while end < len(tokens) and tokens[end].cap:
        end += 1
    if not english and tokens[position].low in words_of("names.toml", "body_nouns"):
        # "Nhóm Al Shabaab nhận …"
        return end if end - position > 1 else None
    noun = _noun_before(line, position, english=english)
    if noun is None:
        return None
    whole = end - position >= MIN_PERSON and tokens[position].low in lexicon.surnames
    if whole and not (english or tokens[noun].cap):
        # "nhóm Trần Văn Lâm": who works together
        return None
    is_led = not english and any(
        (title := lexicon.titles.match(tokens, start)) and title[0] >= noun
        for start in range(max(0, noun - LONGEST_NOUN), noun)
    )
    return position + 1 if is_led and end - position >= LED else end


def name_in_body(reader: NameReader, position: int) -> int | None:
    """Where the name of a person begins whose office stands before ``position``: behind the name of
    the body, "Chủ tịch Quỹ Hoa Sen | Trần Thị Lan"; None if only the body has one, "Chủ tịch Liên
    đoàn Judo | cho biết".
    """
    line, tokens = reader.line, reader.tokens
    noun = _noun_before(line, position, english=reader.english)
    if noun is None or reader.english or not tokens[noun].cap:
        return position
    end = position
    while reader.is_name_word(end):
        end += 1
    first = position if end - position < LONGEST_PERSON else position + 1
    for start in range(first, end):
        found = reader.strict_name(start) if is_syllable(tokens[start].text) else None
        if found == end and end - start >= MIN_PERSON:
            return start
    if line.low(noun, position) not in words_of("names.toml", "body_nouns"):
        # "Tư lệnh Lực lượng tinh nhuệ Al Quds"
        return None
    town = next((at for at in range(position + 1, end) if at in reader.places), end)
    foreign = not is_syllable(tokens[position].text)
    own = tokens[position].low in reader.lexicon.surnames
    return position if own or (foreign and town - position > 1) else None


def _noun_before(line: Line, position: int, *, english: bool) -> int | None:
    """Where the noun of a body begins that ends, with what qualifies it, right before."""
    nouns = words_of("names.toml", "body_nouns_en" if english else "body_nouns")
    end = position
    for _ in range(MAX_QUALIFIERS + 1):
        if (noun := _start_of(line, end, nouns)) is not None:
            return noun
        found = None if english else _start_of(line, end, words_of("names.toml", "body_qualifiers"))
        if found is None:
            return None
        end = found
    return None


def _start_of(line: Line, end: int, phrases: frozenset[str]) -> int | None:
    starts = (end - length for length in range(LONGEST_NOUN, 0, -1) if length <= end)
    return next((start for start in starts if line.low(start, end) in phrases), None)
