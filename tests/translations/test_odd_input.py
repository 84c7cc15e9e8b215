"""Long and odd input in both directions: nothing dropped, nothing said over and over."""

import pytest
from obedient import OneDecoderEngine, WordModel, decoder_of

from translations import Direction, FindingKind, Translator
from translations.source.dates import mend_vietnamese_dates
from translations.words.figures import swap_figures

VI_EN, EN_VI = Direction.VI_EN, Direction.EN_VI
BOTH = [VI_EN, EN_VI]


@pytest.fixture
def words(glossary):
    """A translator whose model says each word again, or in capitals where it has no marks."""
    return Translator(OneDecoderEngine(decoder_of(WordModel())), glossary)


@pytest.fixture(params=BOTH)
def real(request, translator):
    """The shipped model of each direction."""
    if request.param not in translator.directions:
        pytest.skip("this package has no English→Vietnamese model")
    return lambda text: translator.translate([text], request.param)[0]


def one(translator, text, direction):
    return translator.translate([text], direction)[0]


@pytest.mark.parametrize("direction", BOTH)
@pytest.mark.parametrize(
    "text",
    [
        "😀", "🇻🇳🎉", "习近平主席访问", "https://example.org/a?b=c&d=1,5", "a@example.org", "?!…",
        "a) b) c)", "IV.", "12:30", "14/12", "192.0.2.1", "***", "\u200b", "x" * 200,
    ],
)  # fmt: skip
def test_what_is_no_language_passes_as_it_is(words, direction, text):
    assert one(words, text, direction).text == text


@pytest.mark.parametrize(
    ("direction", "text", "there"),
    [
        (VI_EN, "- Họp báo về hợp tác\n- Thăm Lào;\n1. Dự tiệc\n2) Ra về", ["- ", "\n- ", "1. ", "2) "]),
        (EN_VI, "- They met there\n- They left;\n1. He spoke\n2) She sang", ["- ", "\n- ", "1. ", "2) "]),
        (VI_EN, "Năm\tSố vụ\tTỷ lệ\r\n2031\t12,5\t1.234,5", ["\t12.5\t1,234.5", "\r\n2031"]),
        (EN_VI, "Year\tNumber\tShare\r\n2031\t12.5\t1,234.5", ["\t12,5\t1.234,5", "\r\n2031"]),
        (VI_EN, "| Tỉnh này | 12 |\n| Tỉnh kia | 13 |", ["| 12 |\n| ", " | 13 |"]),
        (EN_VI, "🎉 They came back today 🇻🇳! See them 👋", ["🎉 ", " 🇻🇳! ", " 👋"]),
        (VI_EN, "Xem ở https://example.org/a-b?x=1 và www.example.vn nhé.", ["https://example.org/a-b?x=1 ", "www.example.vn "]),
        (EN_VI, "Write to news@example.org or see #ASEAN2031 there.", ["news@example.org", "#ASEAN2031"]),
        (VI_EN, "Ông gặp 习近平 và Владимир ở đó hôm qua.", ["习近平", "Владимир"]),
        (EN_VI, "He met 习近平 and Владимир there yesterday.", ["习近平", "Владимир"]),
        (EN_VI, 'He said "chúng tôi sẽ cùng làm việc" at the table there.', ['"chúng tôi sẽ cùng làm việc"']),
        (VI_EN, "Ông nói “we will work on this together” ở đó hôm qua.", ["we will work on this together"]),
    ],
)  # fmt: skip
def test_literals_keep_their_places(words, direction, text, there):
    result = one(words, text, direction).text
    for piece in there:
        assert piece in result


@pytest.mark.parametrize(
    ("direction", "text"),
    [
        (VI_EN, "This sentence is in English already and stays as it is."),
        (EN_VI, "Câu này đã được viết bằng tiếng Việt và giữ nguyên."),
    ],
)
def test_the_target_language_stays(words, direction, text):
    result = one(words, text, direction)
    assert (result.text, result.findings) == (text, ())


@pytest.mark.parametrize("direction", BOTH)
def test_another_language_is_marked(words, direction):
    text = "Ceci est une phrase qui est écrite en français pour nous."
    result = one(words, text, direction)
    assert result.text == text
    assert [finding.kind for finding in result.findings] == [FindingKind.UNTRANSLATED]


def test_a_stand_in_that_grew_a_letter_is_worked_around(scripted, glossary):
    engine = scripted({"Xem tin ở XYZ vào sáng nay.": "Read news at XYZX this morning."})
    text = "Xem tin ở https://example.org/tin vào sáng nay."
    result = one(Translator(engine, glossary), text, VI_EN).text
    assert "https://example.org/tin" in result
    assert "tinX" not in result


@pytest.mark.parametrize("direction", BOTH)
def test_five_thousand_words_without_a_full_stop(words, direction):
    clause = (
        "đoàn thứ {} mang quà đến" if direction is VI_EN else "group number {} brings gifts now"
    )
    text = " và ".join(clause.format(i) for i in range(1000, 1834))
    if direction is EN_VI:
        text = text.replace(" và ", " and ")
    assert len(text.split()) >= 5000
    result = one(words, text, direction).text
    found = [word for word in result.replace(",", "").split() if word.isdigit()]
    assert [number for number in found if 1000 <= int(number) < 1834] == [
        str(i) for i in range(1000, 1834)
    ]


def test_loops_are_cut_whoever_makes_them(glossary):
    model = WordModel({"bạn": " ".join(["the friend and the guest"] * 30)})
    translator = Translator(OneDecoderEngine(decoder_of(model)), glossary)
    result = one(translator, "Hôm qua bạn đến.", VI_EN).text
    assert result.count("the guest") == 1


@pytest.mark.parametrize(
    ("direction", "text", "swapped"),
    [
        (VI_EN, "12,5 và 1.234,5", "12.5 và 1,234.5"),
        (VI_EN, "12.5", "12.5"),
        (VI_EN, "3.200.000", "3,200,000"),
        (EN_VI, "12.5 or 1,234", "12,5 or 1.234"),
        (EN_VI, "12,5", "12,5"),
        (EN_VI, "14.12.2031 10.0.0.1 1,2,3", "14.12.2031 10.0.0.1 1,2,3"),
    ],
)
def test_figures_as_the_other_language_writes_them(direction, text, swapped):
    assert swap_figures(text, direction) == swapped
    assert swap_figures(text, direction, only=()) == text


def test_copied_figures_are_put_right(words):
    assert one(words, "Giá tăng 12,5% trong tuần này.", VI_EN).text.count("12.5%") == 1
    assert one(words, "It rose by 12.5% to 1,234.5 there.", EN_VI).text == (
        "It rose by 12,5% to 1.234,5 there."
    )


@pytest.mark.parametrize(
    ("text", "source", "mended"),
    [
        ("Họ gặp ngày 13 tháng 1-2026.", "They met on January 13, 2026.",
         "Họ gặp ngày 13 tháng 1 năm 2026."),
        ("Trong tháng 3 - 2031, giá tăng.", "In March 2031 prices rose.",
         "Trong tháng 3/2031, giá tăng."),
        ("Họ gặp ngày 5/4/2031.", "They met on 5 March 2031.", "Họ gặp ngày 5/3/2031."),
        ("Họ gặp ngày 5/4/2031 và ngày 6/7/2031.", "They met on 5 March 2031.",
         "Họ gặp ngày 5/4/2031 và ngày 6/7/2031."),
        ("Họ gặp hôm qua.", "They met on 5 March.", "Họ gặp hôm qua."),
    ],
)  # fmt: skip
def test_vietnamese_dates(text, source, mended):
    assert mend_vietnamese_dates(text, source) == mended


def test_headlines_stay_in_capitals(real):
    for text in ("HỘI NGHỊ KHAI MẠC TẠI HÀ NỘI", "LEADERS MEET IN HANOI TO DISCUSS TRADE"):
        result = real(text).text
        assert result == result.upper()


def test_every_line_and_cell_is_there(real):
    for text in ("Năm 2031\t12,5\nNăm 2032\t13,1", "Year 2031\t12.5\nYear 2032\t13.1"):
        result = real(text).text
        assert (result.count("\t"), result.count("\n")) == (2, 1)
        assert "2031" in result
        assert "2032" in result
