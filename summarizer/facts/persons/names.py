"""Where a name begins and ends among the words of a line."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.facts.words.lexicon import Lexicon, words_of
from summarizer.facts.words.syllables import is_syllable
from summarizer.facts.words.tokens import Line
from summarizer.text.folding import fold

MAX_NAME = 5
"""Words of the longest name."""


_WITH_PARTICLE = re.compile(r"(?:al|el|ul|as|ad|ar|az|an|d|l)[-'’][A-ZÀ-Ý]")
_NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX", "XIV", "XVI"})

_NO_NAME = re.compile(r"^TP\.|^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O)[A-Z])\w*[a-z][A-Z]")
"""What a word with an inner capital or a town's short form looks like: "OceanBank", "TP.Huế"."""

_ALSO_SURNAMES = frozenset({"king", "prince", "bishop", "pope", "chancellor", "dean", "judge"})
"""Titles that are family names too: "Larry King"."""

LONGEST_SYLLABLE = 4
"""Letters of a hyphened syllable within a name."""

KNOWN = 4_000
"""Names of which it is kept how they compare: those of a long article."""
_LOOSE_HYPHEN = re.compile(r"(?<=\w) ?[-–] ?(?=[^\W\d_])")
MIN_UNMARKED = 3
"""Syllables that show a name without marks to be Vietnamese."""


@lru_cache(maxsize=KNOWN)
def name_key(name: str) -> str:
    """A name as it is compared: folded, hyphens as blanks ("Jong-un", "Jong Un", "Jong - un")."""
    return " ".join(fold(name).replace("-", " ").replace("–", " ").split())


def closed_up(name: str) -> str:
    """A name without the blanks that some editors put round its hyphens: "Moon Jae - in"."""
    return _LOOSE_HYPHEN.sub("-", name)


class NameReader:
    """Reads names from the tokens of one line."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        self.tokens = line.tokens
        self.lexicon = lexicon
        self.titles = lexicon.titles.found_in(line)
        self.prefixes = lexicon.prefixes.found_in(line)
        self.places = lexicon.places.found_in(line)
        self.organisations = lexicon.organisations.found_in(line)
        self.english = lexicon.language == "en"
        self.thing_until = -1
        """Where the last name of a street, school … ended: what is listed with it is one too."""

    def is_name_word(self, position: int) -> bool:
        """A capitalised word that is no acronym."""
        if position >= len(self.tokens):
            return False
        token = self.tokens[position]
        if self.english and position == 0 and token.low in words_of("names.toml", "openings_en"):
            # "Receiving Mori, the President said …"
            return False
        if not token.word or (not token.text.isalpha() and any(c.isdigit() for c in token.text)):
            return False
        if not token.cap:
            # "al-Assad", "d'Estaing"
            return _WITH_PARTICLE.match(token.text) is not None
        if _NO_NAME.search(token.text):
            return False
        bare = token.text.rstrip(".")
        if len(bare) == 1:
            # "nhà lãnh đạo G 20" is no Mr G
            following = self.tokens[position + 1 : position + 2]
            return bool(following) and not following[0].text.isdigit()
        return not bare.isupper() or (len(bare) == 2 and bare in {"Lý", "Đỗ"})

    def read_name(self, position: int) -> int | None:
        """The end of the name that begins at ``position``, if one can."""
        if not self.is_name_word(position):
            return None
        first = self.tokens[position]
        if self.english:
            return self._run(position)
        if first.low in self.lexicon.korean and self.is_name_word(position + 1):
            end = self._with_hyphen(position, position + 2)
            if end > position + 2:
                # "Pak Yong - sik"
                return end
        if is_syllable(first.text) and self._is_surname(position):
            end = position + 1
            while end - position < MAX_NAME and self._goes_on(position, end):
                if not is_syllable(self.tokens[end].text) and end - position >= 3:
                    break
                end += 1
            return self._with_hyphen(position, end)
        return self._run(position)

    def _is_surname(self, position: int) -> bool:
        """Whether a Vietnamese, Chinese or Korean family name is here."""
        low, lexicon = self.tokens[position].low, self.lexicon
        if low in lexicon.surnames or low in lexicon.sino_surnames:
            return True
        if low in lexicon.surnames_plain and self._is_unmarked(position):
            return True
        # "Song", "An" and the like are Korean only before a hyphened given name.
        if low not in lexicon.korean or position + 1 >= len(self.tokens):
            return False
        hyphened = "-" in self.tokens[position + 1].text
        return hyphened or self._with_hyphen(position, position + 2) > position + 2

    def _is_unmarked(self, position: int) -> bool:
        """Whether a Vietnamese name of three syllables without marks is here: "Nguyen Van An"."""
        words = self.tokens[position : position + MIN_UNMARKED]
        return len(words) == MIN_UNMARKED and all(
            word.cap and word.text.isascii() and not word.text.isupper() and is_syllable(word.text)
            for word in words
        )

    def _with_hyphen(self, start: int, end: int) -> int:
        """Take in the second half of "Kim Hyong - ryong", which some editors space."""
        tokens = self.tokens
        if (
            end - start == 2
            and end + 1 < len(tokens)
            and tokens[start].low in self.lexicon.korean
            and tokens[end].text == "-"
            and tokens[end + 1].word
            and tokens[end + 1].text.isascii()
            and not self.lexicon.titles.match(tokens, end + 1)
            and (
                tokens[end + 1].text.islower()
                or (
                    len(tokens[end + 1].text) <= LONGEST_SYLLABLE and not self.is_name_word(end + 2)
                )
            )
        ):
            return end + 2
        return end

    def _goes_on(self, start: int, position: int) -> bool:
        if not self.is_name_word(position):
            return False
        if position - start < 2:
            return True
        title = self.titles.get(position)
        if title and (title[0] - position >= 2 or title[1] in {"office", "rank"}):
            return False
        place = self.places.get(position)
        return not (place and place[0] - position >= 2)

    def _run(self, position: int) -> int | None:
        lexicon = self.lexicon
        if self.tokens[position].low in lexicon.not_names | lexicon.things:
            return None
        end = position + 1
        hyphens = 0
        while end < len(self.tokens) and end - position < MAX_NAME + 2 * hyphens:
            token = self.tokens[end]
            if self.is_name_word(end):
                if self.english and end == position + 1 and self._is_office_of_another(end):
                    # "Norvian Ambassador Ingrid Dahl"
                    return None
                if token.low in lexicon.things:
                    # "CEO Summit", "tạp chí Moscow Defense"
                    return None
                if (
                    self.english
                    and token.low in lexicon.not_names
                    and not (
                        fold(self.tokens[position].text) in lexicon.surnames_plain
                        and is_syllable(token.text)
                    )
                ):
                    break
                if not self._goes_on(position, end) and end - position >= 2:
                    break
                if self.tokens[end].start == self.tokens[end - 1].end:
                    break
                end += 1
            elif token.text in _NUMERALS:
                # "Benigno Aquino III"
                end += 1
            elif step := self._over_particle(end):
                hyphens += token.text == "-"
                end += step
            else:
                break
        return end

    def _is_office_of_another(self, position: int) -> bool:
        """Whether an office begins here and a name follows it, in English."""
        title = self.titles.get(position)
        return (
            title is not None
            and title[1] == "office"
            and self.tokens[position].low not in _ALSO_SURNAMES
            and self.is_name_word(title[0])
        )

    def _over_particle(self, position: int) -> int:
        """Tokens to go on over inside a foreign name: "bin", "al -", a hyphen between names."""
        tokens, particles = self.tokens, self.lexicon.particles
        if tokens[position].low in particles:
            if self.is_name_word(position + 1):
                return 1
            second = position + 1 < len(tokens) and tokens[position + 1].low in particles
            if second and self.is_name_word(position + 2):
                # "Ernst van den Ende"
                return 2
            dashed = position + 2 < len(tokens) and tokens[position + 1].text == "-"
            return 3 if dashed and self.is_name_word(position + 2) else 0
        if tokens[position].text != "-":
            return 0
        if self._is_syllabic(position) and self._is_syllabic(position + 2):
            # "Prayuth Chan - o - cha"
            return 4
        after_particle = tokens[position - 1].low in particles and self.is_name_word(position + 1)
        return 2 if after_particle or self._is_double(position) else 0

    def _is_syllabic(self, dash: int) -> bool:
        """Whether a dash and a short word in small letters are here, as in Thai names."""
        if dash + 1 >= len(self.tokens) or self.tokens[dash].text != "-":
            return False
        word = self.tokens[dash + 1].text
        return word.isascii() and word.islower() and len(word) <= LONGEST_SYLLABLE

    def strict_name(self, position: int) -> int | None:
        """The end of a name that shows it is one without a title right before it."""
        if not self.is_name_word(position):
            return None
        first = self.tokens[position]
        if self.english:
            end = self._run(position)
            return end if end is not None and end - position >= 2 else None
        place = self.lexicon.places.match(self.tokens, position)
        if is_syllable(first.text):
            known = self._is_surname(position)
            if not known or not self.is_name_word(position + 1):
                return None
            end = self.read_name(position)
            if end is None or (place and place[0] >= end) or (place and place[0] - position > 1):
                return None
            return end
        if place or self.lexicon.organisations.match(self.tokens, position):
            return None
        return self._run(position)

    def _is_double(self, dash: int) -> bool:
        """Whether "Francois - Philippe Champagne" goes on: foreign names on both sides, and a
        family name after them or a first name before ("Anna Schäfer - Gumbel").
        """
        if dash == 0 or not self._is_foreign(dash - 1):
            return False
        plain = self.is_name_word(dash + 1) and self.tokens[dash + 1].text.isascii()
        if dash > 1 and self._is_foreign(dash - 2) and plain and not self.is_name_word(dash + 2):
            # "Mary Seet - Cheng": the last part happens to be built like a syllable
            return not self.lexicon.places.match(self.tokens, dash + 1)
        if not self._is_foreign(dash + 1):
            return False
        return self._is_foreign(dash + 2) or (
            dash > 1
            and (self._is_foreign(dash - 2) or self.tokens[dash - 2].low in self.lexicon.particles)
            and not self.is_name_word(dash + 2)
        )

    def _is_foreign(self, position: int) -> bool:
        """Whether a capitalised word that is no Vietnamese syllable and no known place is here."""
        return (
            self.is_name_word(position)
            and not is_syllable(self.tokens[position].text)
            and position not in self.places
            and position not in self.organisations
        )

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether a name right after a title is one: with a family name, foreign, or complete."""
        first = self.tokens[start]
        if end - start == 1 and self._is_crowned(start):
            # "King Harald of Denmark"
            return True
        if end - start == 1:
            short = first.low in words_of("names.toml", "short_countries")
            return not short and self._ends_there(end)
        if not is_syllable(first.text) or first.low in self.lexicon.surnames:
            return True
        return not self.is_name_word(end)

    def _is_crowned(self, position: int) -> bool:
        """Whether a title stands here whose holders bear one name: "King", "Nhà vua"."""
        royal = words_of("names.toml", "royal_titles")
        known = self.lexicon.places.match(self.tokens, position)
        return known is None and any(
            self.line.low(position - length, position) in royal for length in (1, 2)
        )

    def _ends_there(self, position: int) -> bool:
        """Whether a one-word name ends here: "Bộ trưởng Sơn nói", not "thí sinh Hoa hậu"."""
        if position >= len(self.tokens):
            return True
        if not self.tokens[position].word:
            # "Trung - Nhật" are countries
            dash = self.tokens[position].text in {"-", "–"}
            return not (dash and self.is_name_word(position + 1))
        if self.tokens[position].low in self.lexicon.role_stops:
            return True
        return self.lexicon.speech.match(self.tokens, position) is not None

    def _named_after(self, position: int) -> bool:
        """Whether what comes before makes a capitalised run the name of a thing."""
        listed = position > 0 and self.thing_until == position - 1
        if listed and self.tokens[position - 1].low in {",", "và", "and", "-", "–"}:
            return True
        for length in (1, 2, 3):
            if position < length:
                break
            before = " ".join(token.low for token in self.tokens[position - length : position])
            if before in self.lexicon.not_after:
                return not self._ends_place(position)
        return False

    def _ends_place(self, position: int) -> bool:
        """Whether the word before ends a place of several words: "Nhật Bản" is no village."""
        return any(
            (place := self.lexicon.places.match(self.tokens, start)) and place[0] == position
            for start in range(max(0, position - 3), position - 1)
        )
