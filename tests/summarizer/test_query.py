"""Which sentences a question asks for."""

import pytest

from summarizer.query import relevance, relevant

VI = [
    "Giám đốc Lê Văn Mẫn nói về cầu phao trên sông Kiên.",
    "Chợ nổi họp trở lại bên bờ tây.",
    "Cầu phao chỉ dành cho xe máy.",
    "Hơi nước bốc lên từ mặt sông.",
]
EN = [
    "The floating market returns to the west bank.",
    "Ferries cross the river every hour.",
    "A ferry broke down on Monday.",
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cầu phao", [0, 2]),
        ("cau phao", [0, 2]),
        ("CẦU PHAO", [0, 2]),
        ("Ông Lê Văn Mẫn nói gì về cầu phao?", [0]),
        ("chợ nổi ở đâu?", [1]),
        # Other marks are another word, no marks are any.
        ("hỏi nước", [3]),
        ("tàu vũ trụ", []),
        ("là gì?", []),
        ("", []),
    ],
)
def test_vietnamese(query, found):
    assert list(relevant(query, VI, {"vi"})) == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("When did the ferry break down?", [2]),
        ("ferries", [1]),
        ("ferry", [2]),
        ("market of the west bank", [0]),
        ("markets", [0]),
        ("what is it about?", []),
    ],
)
def test_english(query, found):
    assert list(relevant(query, EN, {"en"})) == found


def test_rare_words_and_pairs_weigh_more():
    shares = relevance("cầu phao sông", VI, {"vi"})
    assert shares[0] == max(shares)
    assert shares[2] > shares[3] > shares[1] == 0
    assert relevance("cầu", [], {"vi"}).shape == (0,)
