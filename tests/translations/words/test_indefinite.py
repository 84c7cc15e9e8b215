"""A or an: by the sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.words.indefinite import indefinite

AN = """agreement interim honest hour hourly honour honorary heir heiress unusual unimportant
uninterrupted unidentified umbrella urgent upbeat Uzbek onerous oil EU FTA MoU MOU LNG IMF NPT RCEP
HIV ASEAN OPEC APEC F-16 S-300 X-ray 8-year 11-nation 18-month 80"""
A = """deal historic hotel honey horse university union uniform unique unilateral unanimous European
euro useful usual uranium Ukrainian Ugandan utility one-off one-year once UN UAE UNESCO UNICEF NATO
NASA WTO WHO CPTPP U-turn U.S. pact Honolulu 10-year 110-day 180-day 3-year"""


@pytest.mark.parametrize(("article", "words"), [("an", AN.split()), ("a", A.split())])
def test_by_sound(article, words):
    assert [word for word in words if indefinite(word) != article] == []


@given(st.text(max_size=20))
def test_any_word_has_one(word):
    assert indefinite(word) in {"a", "an"}
