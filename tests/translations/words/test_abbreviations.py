"""Names in capitals: what is kept of English, and what Vietnamese headlines shout."""

import re

import pytest
from obedient import OneDecoderEngine, WordModel, decoder_of

from translations import Direction, FindingKind, Translator
from translations.output.checks import check
from translations.source.casing import true_case
from translations.words.abbreviations import (
    is_name_in_capitals,
    kept_letters,
    lower_names,
    raise_names,
)
from translations.words.word_lists import read_rows

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
