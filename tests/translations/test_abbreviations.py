"""Names in capitals: what is kept of English, and what Vietnamese headlines shout."""

import re

import pytest
from obedient import OneDecoderEngine, WordModel, decoder_of

from translations import Direction, FindingKind, Translator
from translations.abbreviations import (
    foreign_letters,
    is_name_in_capitals,
    kept_letters,
    lower_names,
    raise_names,
    spell_out,
    spelled_out,
)
from translations.casing import true_case
from translations.checks import check
from translations.word_lists import read_rows

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("ZORPA, AUKUS and QUAD discuss it.", ["ZORPA", "AUKUS", "QUAD"]),
        ("The ZQRT's plan, the (ZQRT) and the ZQRT-led talks.", ["ZQRT"] * 3),
        # shouted words, headlines, numerals, codes, addresses, parts of others
        ("It MUST stop. BREAKING NEWSZ: part XVII of A/ZQRT and @ZQRT at ZQRT.example.", []),
        ("US$5, AB, F-16, H&M, VND5, Zqrt", []),
    ],
)
def test_abbreviations_that_are_kept(source, letters):
    assert [kept.word for kept in kept_letters(source)] == letters


def test_what_is_taken_is_no_abbreviation_again():
    assert kept_letters("The ZQRT met.", [(4, 8)]) == []


@pytest.mark.parametrize(
    ("source", "target", "lacking"),
    [
        ("NATO, AUKUS and QUAD meet.", "NATO, Australia, QUAD họp.", ["AUKUS"]),
        ("NATO, AUKUS and QUAD meet.", "NATO, AUKUS và Bộ tứ họp.", []),
        ("The CEO left.", "Giám đốc điều hành rời đi.", []),
        ("It cost USD 5 million.", "Nó có giá 5 triệu đô la.", []),
        ("The WHO and the UAE signed.", "Tổ chức Y tế thế giới và UAE ký.", []),
    ],
)
def test_an_abbreviation_that_was_lost_is_found(glossary, source, target, lacking):
    findings = check(source, target, EN_VI, glossary)
    assert [f.expected for f in findings if f.kind is FindingKind.NAME] == lacking


def test_an_abbreviation_that_was_lost_is_asked_for_inline(glossary):
    model = WordModel({"ZQRT": "Úc"})
    translator = Translator(OneDecoderEngine(decoder_of(model)), glossary)
    (result,) = translator.translate(["Yesterday ZQRT met them."], EN_VI)
    assert "Yesterday <t> ZQRT <tr> ZQRT </t> met them." in model.asked
    assert "ZQRT" in result.text


def test_an_abbreviation_that_stays_lost_is_marked(glossary, scripted):
    engine = scripted({"Yesterday ZQRT met them.": "Hôm qua Úc gặp họ."})
    (result,) = Translator(engine, glossary).translate(["Yesterday ZQRT met them."], EN_VI)
    assert [f.expected for f in result.findings] == ["ZQRT"]


@pytest.mark.parametrize("word", ["INDONESIA", "QATAR", "VIETCOMBANK", "MERCOSUR"])
def test_names_that_both_languages_write_alike(word):
    assert is_name_in_capitals(word)
    assert lower_names(f"Họ đến {word}.") == f"Họ đến {word.capitalize()}."


@pytest.mark.parametrize(
    "text", ["UBTVQH", "UNESCO", "NGHIENG", "TRUNG", "THÀNH CÔNG", "Qatar", "MTTQVN", "25/QATAR"]
)
def test_what_is_no_name_in_capitals(text):
    assert lower_names(text) == text


def test_a_shouted_name_is_given_to_the_model_as_names_are_written(glossary):
    headline = "THỦ TƯỚNG DỰ HỘI NGHỊ TẠI INDONESIA"
    assert true_case(headline, VI_EN, glossary) == "Thủ tướng dự hội nghị tại Indonesia"
    model = WordModel()
    translator = Translator(OneDecoderEngine(decoder_of(model)), glossary)
    translator.translate(["Họ họp tại QATAR tuần này."], VI_EN)
    assert "Qatar" in model.asked[0]


def test_a_shouted_name_that_was_lost_is_found(glossary):
    headline = "THỦ TƯỚNG DỰ HỘI NGHỊ TẠI INDONESIA"
    lost = check(headline, "Prime Minister attends a conference at INDOIIA", VI_EN, glossary)
    assert (FindingKind.NAME, "Indonesia") in [(f.kind, f.expected) for f in lost]
    kept = check(headline, "Prime Minister attends a conference in Indonesia", VI_EN, glossary)
    assert kept == ()


def test_the_list_is_one_of_abbreviations():
    rows = read_rows("abbreviations.tsv")
    assert [letters for letters, _ in rows] == sorted({letters for letters, _ in rows})
    assert all(
        (letters.isupper() and len(letters) > 2) or re.fullmatch("[kMGT]Wh?", letters)
        for letters, _ in rows
    )


def test_capitals_come_back_but_for_countries():
    source = "CENTCOM và VIETCOMBANK họp ở QATAR."
    assert raise_names("Centcom and Vietcombank met in Qatar.", source) == (
        "CENTCOM and VIETCOMBANK met in Qatar."
    )
    assert raise_names("Centcoms met.", source) == "Centcoms met."


def test_a_long_run_of_capitals_is_read_in_one_go():
    assert kept_letters("A" * 50_000) == []


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
