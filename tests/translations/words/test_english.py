import pytest

from translations.words.english import EnglishText


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the Ministries of Foreign Affairs met", "Ministry of Foreign Affairs"),
        ("the 13th Congress's Resolution", "Resolution of the 13th Congress"),
        ("the sixth summit", "6th summit"),
        ("Vietnam's Government", "Government of Viet Nam"),
        ("National Defense Minister", "Minister of National Defence"),
        ("a Chairwoman of the council", "Chairman of the Council"),
        ("International Organisation for Migration", "International Organization for Migration"),
        ("the U.S. said", "US"),
    ],
)
def test_inflection_spelling_and_order_do_not_matter(text, phrase):
    assert EnglishText(text).has(phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Deputy Prime Minister", "Permanent Deputy Prime Minister"),
        ("he told us so", "US"),
        ("the Ministry said that foreign guests love affairs", "Ministry of Foreign Trade"),
        ("", "anything"),
        ("anything", ""),
    ],
)
def test_another_thing_is_another_thing(text, phrase):
    assert not EnglishText(text).has(phrase)


def test_spans_point_at_the_phrase():
    text = "In 2031 the Ministry of Health said"
    start, end = EnglishText(text).find("Ministry of Health")
    assert text[start:end] == "Ministry of Health"
