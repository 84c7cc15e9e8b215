"""Vietnamese abbreviations are spelled out before the models, foreign ones stand in the English."""

import pytest

from translations import Direction, FindingKind
from translations.output.checks import check
from translations.words.vietnamese_abbreviations import (
    drop_explained,
    foreign_letters,
    is_vietnamese_abbreviation,
    name_city,
    spell_out,
    spelled_out,
)
from translations.words.word_lists import read_rows

VI_EN = Direction.VI_EN


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Dự án hợp tác với các NGO và UBND TP.HCM.", ["NGO"]),
        ("Bộ NN&PTNT làm việc với FAO.", ["FAO"]),
        ("Đại hội XIII, khoản vay 5 triệu USD, QATAR.", []),
        ("HOI NGHI ASEAN; HÔM NAY", []),  # shouted
        ("Chủ tịch SOM APEC", ["SOM", "APEC"]),
        ("xem www.SME.example, a@NGO.example, #COC", []),
        ("HĐND và LHQ", []),
    ],
)
def test_what_is_no_vietnamese_abbreviation_stands_in_the_english(text, kept):
    assert [letters.word for letters in foreign_letters(text)] == kept


@pytest.mark.parametrize(
    ("letters", "text", "is_so"),
    [
        ("PPP", "in the form of public-private partnership", True),
        ("NGO", "a non-governmental organization", True),
        ("COC", "the Code of Conduct", True),
        ("EAS", "the East Asia and Summit", True),
        ("NGO", "cooperation with ASEAN", False),
        ("NGO", "", False),
    ],
)
def test_an_abbreviation_may_be_spelled_out(letters, text, is_so):
    assert spelled_out(letters, text) is is_so


@pytest.mark.parametrize(
    "output", ["with NGOs.", "with the NGO.", "non-governmental organisations"]
)
def test_an_abbreviation_is_there_in_the_plural_too(output, glossary):
    assert not check("với các NGO", output, VI_EN, glossary)


def test_another_abbreviation_in_its_place_is_found(glossary):
    found = check("dự án với các NGO", "projects with ASEAN", VI_EN, glossary)
    assert [finding.expected for finding in found if finding.kind is FindingKind.NAME] == ["NGO"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bộ NN & PTNT, Bộ KH&ĐT", "Bộ Nông nghiệp và Phát triển nông thôn, Bộ Kế hoạch và Đầu tư"),
        ("BĐKH và KT-XH", "Biến đổi khí hậu và kinh tế - xã hội"),
        ("ĐBQH, HĐND TP.HCM", "Đại biểu Quốc hội, Hội đồng nhân dân TP.HCM"),
        # numbers of documents, towns, foreign letters, unknown ones
        ("Kết luận 12-KL/TW, 9/NQ-HĐND, 5/BCH-CNTT", "Kết luận 12-KL/TW, 9/NQ-HĐND, 5/BCH-CNTT"),
        ("UBND TP.HCM, NGO, ZQĐT", "UBND TP.HCM, NGO, ZQĐT"),
        ("www.CNTT.example, #CNTT, CNTT2, A&CNTT", "www.CNTT.example, #CNTT, CNTT2, A&CNTT"),
        ("", ""),
    ],
)
def test_abbreviations_that_the_models_misread_are_spelled_out(text, words):
    assert spell_out(text) == words
    assert spell_out(words) == words


def test_what_an_abbreviation_stands_for_holds_none():
    rows = dict(read_rows("vietnamese_abbreviations.tsv"))
    assert all(spell_out(words) == words for words in rows.values())


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Bộ TN&MT họp với Bộ VH-TT&DL.", ["Natural Resources and Environment", "Culture, Sports and Tourism"]),
        ("ĐBQH thảo luận về BĐKH.", ["National Assembly", "climate change"]),
    ],
)  # fmt: skip
def test_the_model_translates_what_they_stand_for(translator, source, said):
    [result] = translator.translate([source], VI_EN)
    assert all(words in result.text for words in said)


@pytest.mark.parametrize("city", ["TP.HCM", "TP. HCM", "TP HCM", "TPHCM", "Tp. Hồ Chí Minh"])
def test_the_city_is_named_in_full(city, translator):
    assert name_city(f"ở {city}.") == "ở Thành phố Hồ Chí Minh."
    [result] = translator.translate([f"Bí thư Thành uỷ {city}"], VI_EN)
    assert result.text == "Secretary of the Ho Chi Minh City Party Committee"


@pytest.mark.parametrize("text", ["TP.HCMC", "xTPHCM", "TP.Huế", "HCM", ""])
def test_other_words_are_no_city(text):
    assert name_city(text) == text


def test_an_abbreviation_alone_is_translated_and_does_not_shout(translator):
    assert is_vietnamese_abbreviation("UBND")
    [result] = translator.translate(["UBND TP HCM"], VI_EN)
    assert result.text == "Ho Chi Minh City People's Committee"


@pytest.mark.parametrize(
    "text",
    [
        "Liên hợp quốc (LHQ)",
        "Đại hội đồng Liên Hiệp Quốc (ĐHĐ LHQ)",
        "Bộ Giáo dục và Đào tạo (GD&ĐT)",
        "Thành phố Hồ Chí Minh (TP.HCM)",
        "Ban Chấp hành Trung ương (BCHTW)",
    ],
)
def test_what_an_abbreviation_stands_for_is_not_said_again(text):
    assert spell_out(name_city(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hội đồng Bảo an (HĐBA) LHQ", "Hội đồng Bảo an (HĐBA) Liên hợp quốc"),
        ("theo Bộ Y tế (LHQ)", "theo Bộ Y tế (Liên hợp quốc)"),
        ("(LHQ)", "(Liên hợp quốc)"),
        ("() (LHQ) (HTX, LHQ)", "() (Liên hợp quốc) (hợp tác xã, Liên hợp quốc)"),
    ],
)
def test_other_brackets_are_spelled_out(text, words):
    assert spell_out(text) == words


def test_the_city_is_a_city_once():
    assert name_city("ở thành phố TP.HCM") == "ở Thành phố Hồ Chí Minh"


def test_the_un_is_named_with_its_letters_in_brackets(translator):
    [result] = translator.translate(["Ông thăm Liên hợp quốc (LHQ) hôm thứ Hai."], VI_EN)
    assert "United Nations (UN)" in result.text


@pytest.mark.parametrize(
    "english",
    [
        "COMPREHENSIVE AND PROGRESSIVE AGREEMENT",
        "The UBND of the province said that it would build a KCN near the town.",
    ],
)
def test_english_with_such_letters_stays(english, translator):
    [result] = translator.translate([english], VI_EN)
    assert result.text == english


def test_north_korea_keeps_its_name(translator):
    [result] = translator.translate(
        ["Đoàn đại biểu cấp cao của CHDCND Triều Tiên thăm Hà Nội."], VI_EN
    )
    assert "North Korea" in result.text or "DPRK" in result.text
    assert "People's Democratic" not in result.text


@pytest.mark.parametrize(
    ("source", "without"),
    [
        ("Ủy ban nhân dân (UBND) tỉnh họp.", "Ủy ban nhân dân tỉnh họp."),
        ("Đại hội đồng cổ đông (ĐHĐCĐ) và Hội đồng quản trị ( HĐQT ).",
         "Đại hội đồng cổ đông và Hội đồng quản trị."),
        ("Khoa học và Công nghệ (KH&CN) là then chốt.", "Khoa học và Công nghệ là then chốt."),
        # known by its letters, or with letters of its own in English
        ("Hoàng Anh Gia Lai (HAGL) và Liên hợp quốc (LHQ)", None),
        # not what stands before it, nor letters
        ("Tổng sản phẩm quốc nội (GDP) tăng (xem bảng) tại Hà Nội (Việt Nam).", None),
        ("(UBND)", None),
        ("", None),
    ],
)  # fmt: skip
def test_letters_that_repeat_the_words_before_them_are_left_out(source, without):
    assert drop_explained(source) == (source if without is None else without)
