import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation import words
from bot.conversation.words import Wanted, translation


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), (" #12 ", 12), ("số 12", 12), ("bài viết 3", 3), ("No. 4", 4), ("task #5", 5),
     ("bài số 6", 6), ("task no. 7", 7), ("bài báo 3", 3), ("số bài 6", None),
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


VI, EN = "Hội nghị khai mạc sáng nay tại Huế.", "The conference was opened in Hue this morning."


@pytest.mark.parametrize("named", ["en ", "EN ", "en: ", "english ", "English: ", "to English ",
    "into english ", "tiếng Anh: ", "sang tiếng Anh ", "tieng anh\n", "English\n\n"])  # fmt: skip
def test_a_text_to_be_translated_into_english(named):
    assert words.translation(named + VI) == ("en", VI)


@pytest.mark.parametrize("named", ["vi ", "VI: ", "vietnamese: ", "to Vietnamese ", "tiếng Việt ",
    "sang tieng viet ", "Vietnamese\n", "vi：", "into vietnamese\n"])  # fmt: skip
def test_a_text_to_be_translated_into_vietnamese(named):
    assert words.translation(named + EN) == ("vi", EN)


@pytest.mark.parametrize(("named", "language"), [("en", "en"), ("tiếng Anh", "en"), ("vi", "vi"),
    ("to Vietnamese", "vi"), (" English ", "en"), ("", "")])  # fmt: skip
def test_a_language_alone_is_for_what_is_replied_to(named, language):
    assert words.translation(named) == (language, "")


@pytest.mark.parametrize(
    "text",
    ["Vietnamese workers abroad sent more money home.", "vietnamese workers abroad sent money home",
     "English is spoken in most of these countries.", "To Vietnamese people this is a great feast.",
     "English: the language of the conference and of its papers.", "vi phạm hợp đồng là sai",
     "Vi phạm hợp đồng là sai", "tiếng Anh là ngôn ngữ của hội nghị này", "VI Hội nghị khai mạc",
     "Tiếng Việt và tiếng Anh được dùng tại hội nghị", "envoys met in Hanoi", "Enver đến Huế",
     "Sang tiếng Anh thì khó hơn nhiều.", "Translate Vietnamese poems and you learn the language.",
     "EN 15038 is a standard of the European Union", VI, EN, "fr Bonjour"],
)  # fmt: skip
def test_a_text_may_begin_with_the_name_of_a_language(text):
    assert words.translation(text) == ("", text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("in Vietnamese", ("vi", True)), ("bằng tiếng Anh", ("en", True)), ("English", ("en", False)),
     ("and in English?", ("en", True)), ("dịch lại sang tiếng Việt", ("vi", True)),
     ("translate this into Vietnamese", ("vi", True)), ("bang tieng anh", ("en", True)),
     ("cả hai thứ tiếng", ("both", False)), ("tiếng Anh thì sao?", ("en", True)),
     ("English version", ("en", True)), ("the Vietnamese version, please", ("vi", True)),
     ("bản tiếng Anh", ("en", True)), ("ban tieng Viet di", ("vi", True)), ("English please", ("en", True)),
     ("the same in English", ("en", True)), ("same, but in Vietnamese", ("vi", True)),
     ("dịch sang tiếng Anh đi", ("en", True)), ("có bản tiếng Anh không?", ("en", True)),
     ("can I have it in English?", ("en", True)), ("Vietnamese translation", ("vi", True)),
     ("cái này bằng tiếng Anh", ("en", True)), ("the English", ("en", False)),
     ("tie\u0302\u0301ng Anh", ("en", False)), ("song ngữ đi", ("both", True))],
)  # fmt: skip
def test_the_language_in_which_an_answer_is_wanted(text, asked):
    assert words.asked_language(text) == words.Asked(*asked)


@pytest.mark.parametrize(
    "text",
    ["", "vi", "en", "vietnam", "Vietnamese workers", "in English literature", "tiếng Anh là gì",
     "in Vietnam", "translate", "bản tin tiếng Anh", "English text books", "the English Channel",
     "Vietnamese version of the law", "trường tiếng Anh", "version", "the same " * 20, "dịch bài này sang tiếng Pháp", "in Vietnamese " + "x" * 300],
)  # fmt: skip
def test_what_asks_for_no_language(text):
    assert words.asked_language(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("en", "en"), ("VN", "vi"), ("Eng?", "en"), ("English", "en"), ("tiếng Việt", "vi"),
     ("both", "both"), ("in English", "en"), ("hai", None), ("anh", None), ("all", None), ("", None)],
)  # fmt: skip
def test_in_reply_to_an_answer_the_name_of_a_language_is_enough(text, language):
    asked = words.asked_language(text, in_reply=True)
    assert asked == (words.Asked(language, sure=True) if language else None)


@pytest.mark.parametrize("named", ["Sang tiếng Anh: ", "SANG TIẾNG ANH: ", "To English: ",
    "Into English:\n", "Dịch sang tiếng Anh: ", "dịch giúp tôi ra tiếng anh:\n", "Translate to EN: ",
    "please translate this into English: ", "Bằng tiếng Anh: ", "Qua Tieng Anh：", "en:"])  # fmt: skip
def test_a_direction_may_have_capitals(named):
    assert words.translation(named + VI) == ("en", VI)
    assert words.translation(named + EN) == ("en", EN)  # and is told that it is so already


def test_only_with_translate_before_it_a_text_asks_to_be_translated():
    assert words.asks_translation(f"Dịch sang tiếng Anh: {VI}")
    assert words.asks_translation(f"Translate into Vietnamese:\n{EN}")
    for text in (VI, f"sang tiếng Anh: {VI}", "Dịch sang tiếng Anh", "dịch sang tiếng Anh:",
                 "Translate into Vietnamese the words of the minister.", "Dịch bệnh: 12 ca mới",
                 "Dịch sang tiếng Pháp: Bộ trưởng nói.", ""):  # fmt: skip
        assert not words.asks_translation(text)


def test_every_name_of_a_language_is_known_wherever_one_is_read():
    for name, language in (("tiếng Việt", "vi"), ("English", "en"), ("song ngữ", "both"),
                           ("cả hai thứ tiếng", "both"), ("both languages", "both")):  # fmt: skip
        assert words.language(name) == language
        assert words.asked_language(f"in {name}") == words.Asked(language, sure=True)
        assert words.without_language(f"article 6 in {name}") == ("article 6", language)


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_nothing_breaks_the_readers(text):
    assert text.strip().endswith(words.translation(text)[1])
    words.asked_language(text)
    words.without_language(text)
    words.wanted(text)
    words.number(text)
    words.language(text)
    assert len(words.query(text)) <= words.LONGEST_QUERY
    assert "\n" not in words.query(text)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("en route to Hanoi, the minister met the press.", ""),
        ("vi: Bộ trưởng phát biểu tại hội nghị.", "vi"),
        ("en Bộ trưởng phát biểu.", "en"),
        ("vi phạm nghiêm trọng chủ quyền của Việt Nam.", ""),
    ],
)
def test_a_code_before_a_text_to_be_translated(words, language):
    assert translation(words)[0] == language
