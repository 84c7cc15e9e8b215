"""Normal forms of text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.folding import CAPITAL, fold, normalise, unify_tones, words

VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\ufeffHội\u200b nghị", "Hội nghị"),
        ("một\u00a0\u2009hai\tba", "một hai ba"),
        ("dòng một  \r\n  dòng hai\rdòng ba\u2028bốn", "dòng một\ndòng hai\ndòng ba\nbốn"),
        ("đoạn\n\n\nđoạn", "đoạn\n\n\nđoạn"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết"),
        ("Ðại hội, nhưng Garður", "Đại hội, nhưng Garður"),
        ("mềm\u00admại\x07\x00", "mềmmại"),
    ],
)
def test_normalise(raw, clean):
    assert normalise(raw) == clean


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đối ngoại TOÀN quốc", "doi ngoai toan quoc"),
        ("hoà thuỷ khoẻ", fold("hòa thủy khỏe")),
        ("“Ngoại giao”  –  ‘số’", "\"ngoai giao\" - 'so'"),
        ("  a \n b ", "a b"),
        ("Ðà Nẵng", "da nang"),
        ("Łódź, Ångström", "łodz, angstrom"),
        ("", ""),
    ],
)
def test_fold(text, key):
    assert fold(text) == key


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " .,“”–", max_size=60))
@settings(max_examples=60)
def test_folding_vietnamese_keeps_places_and_is_settled(text):
    clean = normalise(text).strip()
    key = fold(clean)
    assert len(key) == len(clean)
    assert key.isascii()
    assert fold(key) == key
    assert fold(unicodedata.normalize("NFD", clean)) == key


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_any_text_normalises_once(text):
    once = normalise(text)
    assert normalise(once) == once
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà bình", "hòa bình"),
        ("HOÀ Thuỷ khoẻ uỷ", "HÒA Thủy khỏe ủy"),
        ("hoàn huỳnh thoại xoáy", "hoàn huỳnh thoại xoáy"),
        ("quý quỷ quỹ QUÝ", "quý quỷ quỹ QUÝ"),
        ("hòa", "hòa"),
        ("loè loẹt, toả sáng", "lòe loẹt, tỏa sáng"),
        ("oà, TOÀ, Oà, oÀ, HUỴ", "òa, TÒA, Òa, òA, HỤY"),
        # no vowel, no end of a syllable, no pair
        ("quý, Quỳ, QUÝ, hoàn, huỳnh, uà, oỳ, qoà", "quý, Quỳ, QUÝ, hoàn, huỳnh, uà, oỳ, qoà"),
    ],
)
def test_unify_tones(new, old):
    assert unify_tones(new) == old


@given(st.text(alphabet=VIETNAMESE + " ", max_size=60))
@settings(max_examples=50)
def test_unified_tones_are_settled_and_only_move(text):
    unified = unify_tones(text)
    assert unify_tones(unified) == unified
    assert fold(unified) == fold(text)


def test_words():
    assert words("Giá 1.234,5 đồng - “rất” tốt, it's 5%!") == (
        ["Giá", "1.234,5", "đồng", "rất", "tốt", "it's", "5"]
    )
    assert words(unicodedata.normalize("NFD", "Nghị quyết")) == ["Nghị", "quyết"]
    assert words(" …—") == []


def test_capitals_are_capitals_only():
    assert all(letter.isupper() for letter in CAPITAL[1:-1])
    assert {"Đ", "Ư", "Ạ", "Ỹ", "A"} <= set(CAPITAL)


def test_plain_letters_fold_to_themselves_and_blanks_to_one():
    plain = "".join(map(chr, range(0x21, 0x7F))).replace("`", "")
    assert fold(plain) == plain.lower()
    assert fold("\x1c a\u2003\n b\xa0") == "a b"
    assert fold(" \n") == fold("") == ""
