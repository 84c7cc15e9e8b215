from hypothesis import given, settings
from hypothesis import strategies as st

from translations.engines.chopping import chop


def words(text):
    return len(text.split())


def test_short_text_stays_whole_and_blank_text_gives_nothing():
    assert chop("Hai bên ký kết.", words, 10) == ["Hai bên ký kết."]
    assert chop("  \n ", words, 10) == []


def test_sentence_borders_come_before_commas_and_commas_before_words():
    text = "Hai bên gặp nhau, bàn bạc và ký. Sau đó, các đoàn về nước ngay."
    assert chop(text, words, 10) == [
        "Hai bên gặp nhau, bàn bạc và ký.",
        "Sau đó, các đoàn về nước ngay.",
    ]
    assert chop("một hai ba bốn, năm sáu bảy tám", words, 5) == [
        "một hai ba bốn,",
        "năm sáu bảy tám",
    ]


def test_a_long_paragraph_without_a_full_stop_is_cut_at_words():
    text = " ".join(f"từ{i}" for i in range(5000))
    parts = chop(text, words, 64)
    assert max(map(words, parts)) <= 64
    assert " ".join(parts) == text


def test_a_run_of_letters_is_cut_between_letters():
    parts = chop("a" * 100, len, 16)
    assert max(map(len, parts)) <= 16
    assert "".join(parts) == "a" * 100


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='aà bđ,.;:\n"“”-và ', max_size=300), st.integers(4, 40))
def test_nothing_is_dropped(text, longest):
    parts = chop(text, len, longest)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(parts)
