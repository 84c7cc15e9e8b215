"""Words that no English has: found in outputs, and where they were spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.words.made_up_words import is_word, made_up_words, runs_of
from translations.words.word_lists import read_rows


@pytest.mark.parametrize(
    "word", ["discusses", "strategically", "roadmap", "equitization", "labour", "modernised"]
)
def test_words_in_either_spelling(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "word", ["militarises", "normalising", "cancelled", "theatre", "paralyses"]
)
def test_british_words_that_the_dictionary_has_in_american_only(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "word",
    [
        "subregional", "intraregional", "interparliamentary", "interministerial", "demining",
        "decarbonisation", "decarbonization", "geoeconomic", "micropower", "agrochemicals",
    ],
)  # fmt: skip
def test_prefixes_make_words_of_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["dexyzzq", "subdiscusss", "rebet", "interparliamentarys"])
def test_prefixes_make_no_words_of_anything_else(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize(
    "word",
    [
        "plurilateral", "minilateral", "webinar", "homestays", "upskilling", "deepfake", "vlog",
        "paediatric", "kilogrammes", "manoeuvre", "covid",
    ],
)  # fmt: skip
def test_words_that_were_added_by_hand(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("He discusss trade strategicly and discusss it.", "", ["discusss", "strategicly"]),
        # names, abbreviations, parts of words with a hyphen or an apostrophe, addresses
        ("Kovačik of the ASEAN-plus and Peskov's non-xyzzy; see xyzzy.org, @xyzzy", "", []),
        ("See http://abcx.example/xyzzq?a=xyzzr&b=xyzzs, abcx.example/xyzzq?a=xyzzr.", "", []),
        ("They agreed not to 'discusss' it; the workers' xyzzy's.", "", ["discusss"]),
        ("Write to xyzzq.xyzzr@abcx.example with #xyzzs; they discusss it.", "", ["discusss"]),
        # what the source has stays
        ("The áo dài and the nón lá, ao dai and gongche.", "Áo dài và gongche", []),
        ("", "", []),
    ],
)
def test_made_up_words(text: str, source: str, words: list[str]) -> None:
    assert made_up_words(text, source) == words


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    found = made_up_words(text, "")
    assert len(set(found)) == len(found)
    assert all(word in text for word in found)
    assert made_up_words(text, text) == []


@pytest.mark.parametrize(
    ("words", "pieces", "runs"),
    [
        (["attes"], "▁Nam ▁att es ▁importance", [("▁att", "es")]),
        # in quotation marks, at the end, twice
        (["strue"], '▁a ▁" s tru e " ▁mouth', [("s", "tru", "e")]),
        (["beting"], "▁bet ing , ▁bet ing", [("▁bet", "ing"), ("▁bet", "ing")]),
        # only whole words: not the beginning of another, not its end
        (["att"], "▁att es", []),
        (["es"], "▁att es", []),
        ([], "▁att es", []),
        # with signs at its pieces, and after a beginning that is a piece of its own
        (["exchangeing"], "▁exchange ing.", [("▁exchange", "ing.")]),
        (["exchangeing"], "▁exchange ing,”", [("▁exchange", "ing,”")]),
        (["exchangeing"], "▁“exchange ing", [("▁“exchange", "ing")]),
        (["aa"], "▁ a a", [("▁", "a", "a")]),
        (["mới"], "▁m ớ i ▁mới", [("▁m", "ớ", "i"), ("▁mới",)]),
    ],
)
def test_runs_of_pieces(words: list[str], pieces: str, runs: list[tuple[str, ...]]) -> None:
    assert runs_of(words, pieces.split()) == runs


@pytest.mark.parametrize(
    ("name", "least"), [("english_words.tsv", 500), ("more_english_words.tsv", 20)]
)
def test_the_lists_of_this_domain_are_ones_of_words(name: str, least: int) -> None:
    words = [word for (word,) in read_rows(name)]
    assert len(words) > least
    assert words == sorted(set(words))
    assert all(word.isascii() and word.islower() for word in words)
