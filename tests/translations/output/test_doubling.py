import pytest

from translations import Direction, Style, Translator
from translations.output.doubling import drop_doubled, repeated_terms
from translations.output.surface import tidy
from translations.source.expectations import find_expectations

VI_EN = Direction.VI_EN


def expected(glossary, source):
    return find_expectations(source, VI_EN, glossary, Style.HOUSE)


@pytest.mark.parametrize(
    ("source", "text", "better"),
    [
        (
            "Đại hội XIII của Đảng đề ra mục tiêu.",
            "The Party's 13th National Party Congress set the goal.",
            "The 13th National Party Congress set the goal.",
        ),
        (
            "Bộ Ngoại giao họp.",
            "The Ministry of Foreign Affairs ministry met.",
            "The Ministry of Foreign Affairs met.",
        ),
        (
            "Bộ Ngoại giao họp.",
            "The foreign Ministry of Foreign Affairs's affair met.",
            "The Ministry of Foreign Affairs met.",
        ),
        ("Bộ Ngoại giao họp.", "The Ministry of Foreign Affairs met.", None),
        (
            "Bộ Ngoại giao và Bộ Y tế họp.",
            "The Ministry of Foreign Affairs, Ministry of Health met.",
            None,
        ),
    ],
)
def test_words_of_a_term_beside_it_are_dropped(glossary, source, text, better):
    assert drop_doubled(text, expected(glossary, source)) == (better or text)


def test_terms_said_too_often_are_counted(glossary):
    wanted = expected(glossary, "Bộ Ngoại giao họp.")
    assert repeated_terms(wanted, "The Ministry of Foreign Affairs met.") == 0
    assert repeated_terms(
        wanted, "The Ministry of Foreign Affairs met the ministry of foreign affairs."
    ) == 1  # fmt: skip
    assert repeated_terms([], "The Ministry of Foreign Affairs met.") == 0


def test_nothing_belongs_to_itself():
    assert tidy("the Secretariat's Secretariat met", "Ban Bí thư họp") == "the Secretariat met"
    assert (
        tidy("the Secretariat's members met", "Ban Bí thư họp") == "the Secretariat's members met"
    )


def test_the_capital_is_its_name(translator: Translator):
    sources = ["Hội nghị diễn ra tại Thủ đô Hà Nội.", "Thủ đô Hà Nội"]
    texts = [result.text for result in translator.translate(sources, VI_EN)]
    assert all("Hanoi" in text and "capital" not in text.lower() for text in texts)


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("các đại biểu", "the delegates"),
        ("Các tham luận", "The presentations"),
        ("các ý kiến", "participants"),
        ("Nhiều ý kiến", "Many participants"),
        ("Đảng ta", "The Party"),
    ],
)
def test_bodies_that_speak_have_their_renderings(translator: Translator, vi, en):
    assert translator.translate([vi], VI_EN)[0].text == en


@pytest.mark.parametrize(
    ("text", "better"),
    [
        (
            "The pandemic of the COVID-19 pandemic is spreading",
            "The COVID-19 pandemic is spreading",
        ),
        (
            "to keep the sovereignty of the Fatherland's territorial sovereignty.",
            "to keep the Fatherland's territorial sovereignty.",
        ),
        ("The strength of its own strength is known", "Its own strength is known"),
        ("the first hurricane of the 2010 hurricane season", None),
        ("the south of the South River", None),
        ("the future of health and the future of security", None),
        ("the people of our village people met", None),
    ],
)
def test_nothing_is_of_itself(text, better):
    assert tidy(text, "Nguồn nói một lần") == (better or text)
