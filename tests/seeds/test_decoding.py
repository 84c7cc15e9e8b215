"""Laws of tidied text."""

import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from seeds.decoding import tidy


@given(st.text(st.characters(exclude_categories=())))
def test_tidy_text_is_clean_and_stays_as_it_is(text):
    clean = tidy(text)
    clean.encode("utf-8")
    assert unicodedata.is_normalized("NFC", clean)
    assert not set(clean) & set("\r\0\x85\u2028\ufeff")
    assert tidy(clean) == clean


def test_piles_of_marks_do_not_take_quadratic_time():
    started = time.perf_counter()
    clean = tidy("a" + "\u0301\u0323" * 200_000 + "b")
    assert time.perf_counter() - started < 2
    assert len(clean) < 40
