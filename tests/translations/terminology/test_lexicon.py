"""The lexicon: which words a text has, and what of English counts as one."""

import pytest

from translations.terminology.lexicon import Entry, Lexicon, stem, stems_of


def entry(weight, *stems):
    return Entry(weight, frozenset(stems), tuple(stems))


LEXICON = Lexicon(
    {
        ("cam", "kết"): entry(0.6, "pledg", "commi"),
        ("kết", "thúc"): entry(0.5, "end", "concl"),
        ("thúc", "đẩy"): entry(0.6, "promo", "boost"),
        ("ổn", "định"): entry(0.7, "stabl", "stabi"),
        ("mất", "ổn", "định"): entry(0.5, "desta"),
        ("hòa", "bình"): entry(0.7, "peace"),
    }
)


def said(text):
    return [text[word.start : word.end] for word in LEXICON.words(text)]


def test_of_words_that_overlap_those_that_belong_together():
    assert said("Hai nước cam kết thúc đẩy hợp tác.") == ["cam kết", "thúc đẩy"]
    assert said("Hội nghị kết thúc hôm nay.") == ["kết thúc"]


def test_the_longer_word_where_it_is_the_firmer():
    assert said("gây mất ổn định") == ["mất ổn định"]


@pytest.mark.parametrize("text", ["Hoà bình", "HÒA BÌNH", "vì hoà bình, hữu nghị"])
def test_the_tone_and_the_case_do_not_matter(text):
    assert [word.lower() for word in said(text)] in (["hoà bình"], ["hòa bình"])


@pytest.mark.parametrize("text", ["", "   ", "hòa", "hòa, bình", "🙂 123"])
def test_no_words(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("policy", "policies"), ("stable", "stables"), ("pledge", "pledged"), ("brave", "bravery")],
)
def test_inflections_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_stems_of_a_text():
    assert stems_of("Brave, Policies: pass!") == {"brave", "polic", "pass", ",", ":", "!"}


def test_the_shipped_list_can_be_used():
    lexicon = Lexicon.load()
    text = "Ông khen bà dũng cảm và thẳng thắn."
    words = {text[word.start : word.end]: word.entry for word in lexicon.words(text)}
    assert "brave" in words["dũng cảm"].forms
    assert {"frank"} & words["thẳng thắn"].stems
    assert Lexicon.load() is lexicon
