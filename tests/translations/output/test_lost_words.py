"""Words that a translation lost: which count, and which are looked after elsewhere or are names."""

import pytest

from translations.output.lost_words import lost_words
from translations.terminology.lexicon import Entry, Lexicon


def entry(*stems):
    return Entry(0.6, frozenset(stems), tuple(stems))


LEXICON = Lexicon(
    {
        ("dũng", "cảm"): entry("brave", "coura"),
        ("hòa", "bình"): entry("peace"),
        ("món", "quà"): entry("gift"),
        ("hội", "nghị"): Entry(0.6, frozenset(), ()),
    }
)


def lost(source, text, but=()):
    return [word.source for word in lost_words(source, text, but, LEXICON)]


@pytest.mark.parametrize(
    ("source", "text", "words"),
    [
        ("Ông khen bà dũng cảm.", "He praised her for appreciation.", ["dũng cảm"]),
        ("Ông khen bà dũng cảm.", "He praised her courage.", []),
        ("Món quà vì hòa bình", "The mother", ["Món quà", "hòa bình"]),
        ("Ông nói: “Món quà này đẹp”.", "He said: “This is nice”.", ["Món quà"]),
        # a province, not peace
        ("Ông thăm tỉnh Hòa Bình.", "He visited the province.", []),
        ("Hòa Bình đón khách.", "The province receives guests.", []),
        # a word of which it cannot be told what it becomes
        ("Hội nghị đã họp.", "They met.", []),
        ("", "", []),
    ],
)
def test_lost(source, text, words):
    assert lost(source, text) == words


def test_what_others_look_after():
    source = "Ông trao món quà hòa bình."
    start = source.index("món quà")
    assert lost(source, "He gave it.", [(start, start + 7)]) == ["hòa bình"]
    assert lost(source, "He gave it.") == ["món quà", "hòa bình"]
