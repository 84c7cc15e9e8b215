"""Phrases and where they stand in a line."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.words.lexicon import Phrases, lexicon
from summarizer.facts.words.tokens import line_of

ENDS = Phrases([("hội nghị", "noun"), ("hội nghị cấp cao", "summit"), ("cấp cao", "level")])
WORDS = ("hội", "nghị", "Hội", "cấp", "cao", "của", ",", "yêu", "cầu", "tiếp", "tục", "Hà", "Nội")


def test_the_longest_phrase_at_each_place() -> None:
    line = line_of("Hội nghị cấp cao và một hội nghị, cấp cao hơn")
    assert dict(ENDS.found_in(line)) == {
        0: (4, "summit"),
        2: (4, "level"),
        6: (8, "noun"),
        9: (11, "level"),
    }
    assert list(ENDS.found_in(line)) == [0, 2, 6, 9]


def test_a_first_word_alone_is_no_phrase() -> None:
    assert not ENDS.found_in(line_of("Hội và cấp"))
    assert not ENDS.found_in(line_of("Nghị hội cao"))
    assert not ENDS.found_in(line_of(""))
    assert not Phrases([]).found_in(line_of("Hội nghị"))


def test_two_sets_are_told_apart_on_one_line() -> None:
    line = line_of("Hội nghị cấp cao")
    other = Phrases([("cao", "high")])
    assert list(ENDS.found_in(line)) == [0, 2]
    assert list(other.found_in(line)) == [3]
    assert list(ENDS.found_in(line)) == [0, 2]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_what_a_line_has_is_what_matches_place_by_place(words: list[str]) -> None:
    line = line_of(" ".join(words))
    known = lexicon("vi")
    for phrases in (ENDS, known.organisations, known.places, known.tasks["asks"]):
        matches = {at: phrases.match(line.tokens, at) for at in range(len(line.tokens))}
        assert phrases.found_in(line) == {at: hit for at, hit in matches.items() if hit}
