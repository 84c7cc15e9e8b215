"""Words of other languages, which stand letter for letter."""

import pytest

from translations.words.foreign import (
    is_renamed,
    kept_names,
    kept_words,
    mend_capitals,
    mend_foreign,
    mend_letters,
    mend_word,
    stands,
    strange_words,
    unmarked_names,
)


def words(found):
    return [word.word for word in found]


def test_what_a_vietnamese_text_keeps():
    source = "Ông Naoki Tanabe và bà Müller gặp ông Trần Minh Khoa ở Phi-líp-pin, theo ASEAN."
    assert words(kept_words(source)) == ["Naoki", "Tanabe", "Müller"]
    assert words(kept_words(source, [(4, 9)])) == ["Tanabe", "Müller"]
    assert words(kept_words("Virus lan ra, Hà Nội họp.")) == []


def test_what_a_title_tells_in_an_english_text():
    source = "Chancellor Friedrich Oberhausen met Mr Brandstetter at the Forum on Tourism."
    assert words(kept_names(source)) == ["Friedrich", "Oberhausen", "Brandstetter"]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Naoki", "Naoki's speech"),
        ("Ukraine", "Ukrainian troops"),
        ("Argentina", "many Argentines"),
        ("Moskva", "He went to Moscow."),
        ("António", "Antonio spoke"),
    ],
)
def test_endings_and_other_names_of_places_will_do(word, text):
    assert stands(word, text)


def test_a_misspelt_name_does_not_stand():
    assert not stands("Naoki", "Naoli spoke")
    assert not stands("Naoki", "Naokita spoke")


@pytest.mark.parametrize(
    ("word", "text", "source", "mended"),
    [
        ("Naoki", "Mr Naoli came.", "Ông Naoki đến.", "Mr Naoki came."),
        ("Kowalczyk", "Ms Kowalcik, Kowalcik's aide", "Bà Kowalczyk", "Ms Kowalczyk, Kowalczyk's aide"),
        ("Marc", "In March he came.", "Tháng 3, ông Marc đến.", "In March he came."),
        ("Naoki", "Mr Naomi came.", "Ông Naoki và bà Naomi.", "Mr Naomi came."),
        ("Naoki", "Nobody came.", "Ông Naoki đến.", "Nobody came."),
    ],
)  # fmt: skip
def test_a_nearly_right_name_is_put_right(word, text, source, mended):
    assert mend_word(word, text, source, []) == mended


def test_what_is_taken_is_left():
    assert mend_word("Iraq", "Iran spoke", "Iraq nói", [(0, 4)]) == "Iran spoke"


@pytest.mark.parametrize(
    ("text", "source", "mended"),
    [
        ("Ông Naoli Tanabe đến.", "Mr Naoki Tanabe came.", "Ông Naoki Tanabe đến."),
        ("Thủ tướng Sebastian Oberhausen", "Chancellor Friedrich Oberhausen",
         "Thủ tướng Friedrich Oberhausen"),
        ("Ông Xyzabc đến.", "Mr Naoki came.", "Ông Xyzabc đến."),
    ],
)  # fmt: skip
def test_names_are_put_right_in_vietnamese(text, source, mended):
    assert mend_foreign(text, source) == mended


def test_words_that_are_neither_vietnamese_nor_of_the_source():
    found = strange_words("Các nhàkeeper ở Siberia xem video.", "Siberian peacekeepers watch.")
    assert words(found) == ["nhàkeeper"]
    assert strange_words("Ông Naoki ở Ô-xtrây-li-a.", "Naoki is in Australia.") == []
    assert strange_words("Ông Ghana.", "He.", {"ghana"}) == []


def test_abbreviations_in_brackets():
    source = "Diễn đàn (APEC) và Trung tâm (CSIS)"
    assert mend_letters("Forum (APC) and Center (CSIS)", source) == "Forum (APEC) and Center (CSIS)"
    assert mend_letters("United Nations (UN)", "Liên Hợp Quốc (LHQ)") == "United Nations (UN)"
    assert mend_letters("Forum (APC)", source) == "Forum (APC)"


def test_countries_with_another_name_in_english():
    assert is_renamed("Campuchia")
    assert not is_renamed("Singapore")


def test_abbreviations_in_the_text():
    assert mend_capitals("the BICS bloc", "khối BRICS") == "the BRICS bloc"
    assert mend_capitals("NATO and the UN", "NATO và LHQ") == "NATO and the UN"
    assert mend_capitals("the EU", "khối UE") == "the EU"


def test_letters_that_vietnamese_has_too_are_left_out_of_foreign_names():
    assert unmarked_names("Thủ tướng Viorica Dăncilă gặp ông Péter Kent.") == (
        "Thủ tướng Viorica Dancila gặp ông Péter Kent."
    )
    same = "Bà Nguyễn Thị Định thăm Đắk Lắk, ông Lê Văn Mẫn."
    assert unmarked_names(same) == same
