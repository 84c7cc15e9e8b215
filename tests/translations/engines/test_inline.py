import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations.engines.inline import Inline, Markers

MARKERS = Markers("<t>", "<tr>", "</t>")
SOURCE = "Bộ Ngoại giao cho biết ông Khoa đã đến Hà Nội."


def term(words, target, source=SOURCE):
    start = source.index(words)
    return Inline(start, start + len(words), target)


def test_terms_stand_beside_their_targets():
    found = MARKERS.annotate(
        SOURCE, [term("Hà Nội", "Hanoi"), term("Bộ Ngoại giao", "Ministry of Foreign Affairs")]
    )
    assert found.text == (
        "<t> Bộ Ngoại giao <tr> Ministry of Foreign Affairs </t> cho biết ông Khoa đã đến "
        "<t> Hà Nội <tr> Hanoi </t>."
    )


def test_places_are_found_again():
    found = MARKERS.annotate(SOURCE, [term("ông Khoa", "Mr Khoa"), term("Hà Nội", "Hanoi")])
    for words in ("Bộ Ngoại giao", "ông", "Khoa", "ông Khoa", "đã đến", "Hà Nội", "."):
        start = SOURCE.index(words)
        a, b = found.place(start, start + len(words))
        assert found.text[a:b] == words


def test_of_overlapping_terms_the_first_and_longest_is_annotated():
    terms = [term("Ngoại giao", "diplomacy"), term("Bộ Ngoại giao", "MOFA"), Inline(3, 3, "x")]
    assert MARKERS.annotate(SOURCE, terms).text.count("<t>") == 1
    assert "MOFA" in MARKERS.annotate(SOURCE, terms).text


def test_nothing_to_annotate():
    found = MARKERS.annotate(SOURCE, [])
    assert found.text == SOURCE
    assert found.place(3, 8) == (3, 8)


@pytest.mark.parametrize("text", ["<t>", "a <t>b<tr>c</t>", "<t<t>>", "<tr><tr>", "< t>"])
def test_markers_in_a_text_are_harmless(text):
    harmless = MARKERS.harmless(text)
    assert not any(marker in harmless for marker in MARKERS.all)
    assert harmless.replace(" ", "") == text.replace(" ", "")


def test_markers_never_come_out():
    assert MARKERS.free("The <t> Ministry <tr>of  it</t>.") == "The Ministry of it ."
    assert MARKERS.free("Nothing  here.") == "Nothing  here."


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ab <t>/r", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8), st.sampled_from("XYZ")), max_size=5),
)
def test_words_outside_and_inside_keep_their_places(text, spans):
    source = MARKERS.harmless(text)
    terms = [
        Inline(a, min(a + size, len(source)), target)
        for a, size, target in spans
        if a < len(source)
    ]
    found = MARKERS.annotate(source, terms)
    for at, letter in enumerate(source):
        a, b = found.place(at, at + 1)
        assert found.text[a:b] == letter
