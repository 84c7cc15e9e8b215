"""Questions in whole sentences, with and without marks, in both languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.questions import LONGEST, Question, asks, key_words, read_question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("What did Minister Do Thanh Quyen say about tea?", ("Minister Do Thanh Quyen", "tea")),
        ("what has do thanh quyen said on the tea trade", ("do thanh quyen", "the tea trade")),
        ("What did Do Thanh Quyen say?", ("Do Thanh Quyen", "")),
        ("Who spoke about tea?", ("", "tea")),
        ("Who said something about tea", ("", "tea")),
        ("Đỗ Thanh Quyên nói gì về trà sen?", ("Đỗ Thanh Quyên", "trà sen")),
        ("Bộ trưởng Đỗ Thanh Quyên đã phát biểu gì tại Hội nghị Trà?",
         ("Bộ trưởng Đỗ Thanh Quyên", "Hội nghị Trà")),
        ("do thanh quyen noi gi ve tra sen", ("do thanh quyen", "tra sen")),
        ("Đỗ Thanh Quyên nhấn mạnh những gì?", ("Đỗ Thanh Quyên", "")),
        ("Ai nói về trà sen?", ("", "trà sen")),
        ("Ai nói gì về trà sen?", ("", "trà sen")),
    ],
)  # fmt: skip
def test_questions(text, question):
    assert read_question(text) == Question(*question)
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    ["", "?", "Hội nghị Trà sen", "trà sen", "Bộ trưởng nói về trà sen.", "What is tea?",
     "x" * (LONGEST + 1), "Ai nói gì?"],
)  # fmt: skip
def test_no_such_questions(text):
    assert read_question(text) is None


def test_what_is_a_question_and_what_a_text():
    assert asks("Khi nào thì Hội nghị Trà sen lần thứ tư được tổ chức ở thành phố Hà Tân?")
    assert not asks("Hội nghị bế mạc. Ai đã phát biểu?")
    assert not asks("Ai đã phát biểu\nvề trà sen?")
    assert not asks("Hội nghị bế mạc.")


def test_key_words():
    assert key_words("Trà sen là gì?") == "Trà sen"
    assert key_words("là gì") == ""


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=250))
def test_any_text_is_read(text):
    found = read_question(text)
    assert found is None or found.who or found.about
