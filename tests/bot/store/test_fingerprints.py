from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.store.fingerprints import BANDS, NUMBERS, bands, fingerprint, signature, similarity

WORDS = st.lists(st.text(st.characters(categories=["Ll"]), min_size=1, max_size=6), max_size=30)


@given(WORDS, st.integers(0, 30))
def test_how_a_text_is_cut_does_not_matter(words, cut):
    assert fingerprint(" ".join(words)) == fingerprint(" ".join(words[:cut]), " ".join(words[cut:]))


def test_marks_case_and_punctuation_do_not_matter_words_do():
    assert fingerprint("Đồng bằng, sông Hậu.") == fingerprint("dong bang SONG HAU")
    assert fingerprint("một hai") != fingerprint("hai một")
    assert fingerprint("mộthai") != fingerprint("một hai")


def text(seed: int, length: int = 300) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(1000)}" for _ in range(length)]


def test_similarity_is_near_the_truth():
    one = text(1)
    for share in (0, 50, 150):
        other = one[: 300 - share] + text(2)[:share]
        runs = [{tuple(t[i : i + 3]) for i in range(len(t) - 2)} for t in (one, other)]
        true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        estimate = similarity(signature(" ".join(one)), signature(" ".join(other)))
        assert abs(estimate - true) < 0.16


def test_short_texts_have_no_signature():
    assert signature("một hai ba") == b""
    assert bands(b"") == []
    assert similarity(b"", b"") == 0.0


def test_shape_and_value_are_part_of_the_format():
    signed = signature(" ".join(text(1)))
    assert len(signed) == 4 * NUMBERS
    assert len(bands(signed)) == BANDS
    assert signed[:8].hex() == "dcd971006b654701"
    assert bands(signed)[:2] == [3926422751, 3119755002]


@settings(max_examples=20)
@given(st.integers(0, 1000))
def test_the_same_text_shares_all_bands(seed):
    signed = signature(" ".join(text(seed)))
    assert similarity(signed, signature(" ".join(text(seed)))) == 1.0
