import pytest

from translations import (
    Cancelled,
    Direction,
    DirectionUnavailable,
    FindingKind,
    Style,
    Translator,
    make_translator,
)

VI_EN = Direction.VI_EN


def one(translator, text, direction=VI_EN):
    return translator.translate([text], direction)[0]


def test_equal_sentences_are_translated_once(scripted, glossary):
    engine = scripted({"Trời mưa to.": "It rains hard."})
    texts = ["Trời mưa to.", "", "Trời mưa to.", "Trời mưa to. Trời mưa to."]
    results = Translator(engine, glossary).translate(texts, VI_EN)
    assert [r.text for r in results] == [
        "It rains hard.", "", "It rains hard.", "It rains hard. It rains hard.",
    ]  # fmt: skip
    assert engine.asked == ["Trời mưa to."]
    assert {r.engine for r in results} == {"scripted-1"}


def test_a_glossary_entry_needs_no_engine(scripted, glossary):
    engine = scripted()
    translator = Translator(engine, glossary)
    assert one(translator, "Bộ Ngoại giao").text == "Ministry of Foreign Affairs"
    assert one(translator, "HỘI NGHỊ ĐỐI NGOẠI TOÀN QUỐC").text == (
        "NATIONAL FOREIGN AFFAIRS CONFERENCE"
    )
    assert one(translator, "Foreign Ministry", Direction.EN_VI).text == "Bộ Ngoại giao"
    assert engine.asked == []


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Singapore", "Singapore"),
        ("The Philippines", "Philippines"),
        ("Moscow", "Moscow"),
        ("Paris.", "Paris."),
        ("Beijing.", "Bắc Kinh."),
    ],
)
def test_a_place_alone_is_written_as_newspapers_write_it(scripted, glossary, english, vietnamese):
    assert one(Translator(scripted(), glossary), english, Direction.EN_VI).text == vietnamese


def test_a_dateline_is_translated_by_itself(scripted, glossary):
    engine = scripted({"It rained.": "Trời mưa."}, [Direction.EN_VI])
    text = "HANOI, July 14 (Wire) - It rained."
    translated = one(Translator(engine, glossary), text, Direction.EN_VI).text
    assert translated == "Hà Nội, ngày 14/7 (Wire) - Trời mưa."


def test_votes_and_units_are_said_so_that_the_model_understands(scripted, glossary):
    source = "It passed by 12 votes to 2."
    said = "Dự luật được thông qua với 12 phiếu thuận, 2 phiếu chống."
    engine = scripted({"It passed by 12 votes in favour and 2 against.": said})
    result = one(Translator(engine, glossary), source, Direction.EN_VI)
    assert (result.text, result.findings) == (said, ())


def test_any_engine_is_mended_and_checked(scripted, glossary):
    source = "Ông Bùi Quốc Sơn tiếp 35 đại biểu của Bộ Y tế."
    engine = scripted({source: "Mr Bui Quoc Song met 53  delegates of the hospital"})
    result = one(Translator(engine, glossary), source)
    assert result.text == "Mr Bui Quoc Son met 35 delegates of the hospital."
    assert [(f.kind, f.expected) for f in result.findings] == [
        (FindingKind.TERM, "Ministry of Health")
    ]


def test_the_style_goes_through(scripted, glossary):
    engine = scripted({"Ông ở Việt Nam.": "He is in Vietnam."})
    assert one(Translator(engine, glossary), "Ông ở Việt Nam.").text == "He is in Viet Nam."
    press = Translator(engine, glossary, Style.PRESS)
    assert one(press, "Ông ở Việt Nam.").text == "He is in Vietnam."
    assert press.version != Translator(engine, glossary).version


def test_a_lost_stand_in_is_worked_around(scripted, glossary):
    text = "Xem tin ở https://example.org/tin vào sáng nay."
    engine = scripted(
        {
            "Xem tin ở XYZ vào sáng nay.": "Read news this morning.",
            "Xem tin ở": "Read news at",
            "vào sáng nay.": "this morning.",
        }
    )
    assert one(Translator(engine, glossary), text).text == (
        "Read news at https://example.org/tin this morning."
    )


def test_nothing_is_translated_by_none():
    translator = make_translator("none")
    result = one(translator, "Trời mưa.")
    assert (result.text, result.engine) == ("Trời mưa.", "none")
    assert [f.kind for f in result.findings] == [FindingKind.UNTRANSLATED]
    assert one(translator, "").findings == ()


def test_another_language_is_marked_and_the_target_language_is_not(scripted, glossary):
    translator = Translator(scripted(), glossary)
    french = "Ceci est une phrase qui est écrite en français pour nous."
    assert [f.kind for f in one(translator, french).findings] == [FindingKind.UNTRANSLATED]
    english = "This sentence is already written in plain English."
    assert one(translator, english).findings == ()
    assert one(translator, english).text == english


def test_a_cancelled_call_stops(scripted, glossary):
    engine = scripted()
    sentences = [f"Đoàn khách số {i} đã đến nơi." for i in range(500)]
    calls = iter([False, True])
    with pytest.raises(Cancelled):
        Translator(engine, glossary).translate(sentences, VI_EN, cancelled=lambda: next(calls))
    assert 0 < len(engine.asked) < 500


def test_the_shipped_model_says_official_names(translator):
    result = one(
        translator,
        "Phó Thủ tướng Thường trực Chính phủ Trần Minh Khoa dự Hội nghị Đối ngoại toàn quốc do Bộ "
        "Chính trị và Ban Bí thư triệu tập ngày 14/12/2031 tại Hà Nội với 735 đại biểu.",
    )
    for part in (
        "Permanent Deputy Prime Minister", "Tran Minh Khoa", "National Foreign Affairs Conference",
        "Politburo", "Secretariat", "December 14, 2031", "Hanoi", "735",
    ):  # fmt: skip
        assert part in result.text
    assert result.findings == ()


def test_odd_input_comes_through(translator):
    for text in ("😀", "12,5\t13,1", "https://example.org", "习近平", "\n", "ha ha ha ha ha ha"):
        assert one(translator, text).text.strip() or not text.strip()
    assert one(translator, "Dự họp có ông Müller (习近平).").text.count("习近平") == 1
    table = "Năm 2031\t12,5\nNăm 2032\t13,1"
    assert one(translator, table).text.count("\t") == 2
    assert one(translator, table).text.count("\n") == 1


def test_headlines_come_back_in_capitals(translator):
    result = one(translator, "BỘ NGOẠI GIAO HỌP BÁO VỀ HỢP TÁC KINH TẾ")
    assert result.text == result.text.upper()
    assert "MINISTRY OF FOREIGN AFFAIRS" in result.text
    assert result.findings == ()


def test_a_direction_without_a_model_is_an_error(translator):
    if Direction.EN_VI in translator.directions:
        pytest.skip("this package has an English→Vietnamese model")
    with pytest.raises(DirectionUnavailable, match="English→Vietnamese is not available"):
        translator.translate(["Hello, my friends."], Direction.EN_VI)


def test_a_very_long_paragraph_keeps_its_length(translator):
    text = " ".join(f"đoàn thứ {i} đến từ một nước bạn và mang theo quà" for i in range(11, 31))
    result = one(translator, text)
    assert len(result.text.split()) > 80
    assert len(result.findings) <= 2


def test_a_town_in_letters_is_that_of_the_glossary() -> None:
    translator = make_translator("compact")
    texts = ["TP. HCM", "TP.HCM", "TP HCM"]
    found = translator.translate(texts, Direction.VI_EN)
    assert {its.text for its in found} == {"Ho Chi Minh City"}
