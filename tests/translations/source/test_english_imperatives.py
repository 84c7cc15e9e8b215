"""English fragments that say what is to be done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.source.english_imperatives import (
    is_english_imperative,
    translate_english_imperatives,
)


@pytest.mark.parametrize(
    "text",
    [
        "Widen ocean cooperation", "Issue rules on ship tracking by 1 March 2027",
        "finish the agreement.", "Report the results to the ministry", "Support local fishermen",
    ],
)  # fmt: skip
def test_what_asks_for_something(text):
    assert is_english_imperative(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "Widen", "Issue of the day", "Report on the results", "Plan fails", "Support grows",
        "Build Back Better World Initiative", "Respect for law must be universal", "Finish it?",
        "Developing ties", "The ministry finishes work", "Complete list:",
        "Ensure that " + "every word of this long sentence " * 4,
    ],
)  # fmt: skip
def test_what_does_not(text):
    assert not is_english_imperative(text)


def speaks(said):
    """A translator that knows a few sentences and else gives the source back in brackets."""

    def translate(texts):
        return [said.get(text, f"[{text}]") for text in texts]

    return translate


def test_subject_and_modal_are_taken_away_again():
    translate = speaks({"We must widen cooperation.": "Chúng ta phải mở rộng hợp tác."})
    texts = ["Widen cooperation", "Boats came.", "widen cooperation"]
    assert translate_english_imperatives(texts, translate) == [
        "Mở rộng hợp tác", "[Boats came.]", "mở rộng hợp tác",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "output",
    ["Mở rộng hợp tác.", "Chúng ta phải mở rộng hợp tác của chúng ta.", "", "Chúng ta phải "],
)
def test_where_the_frame_is_not_plain_the_fragment_stands_alone(output):
    translate = speaks({"We must widen cooperation.": output})
    assert translate_english_imperatives(["Widen cooperation"], translate) == [
        "[Widen cooperation]"
    ]


@given(st.lists(st.text(max_size=40), max_size=5))
def test_as_many_come_out_as_go_in(texts):
    assert len(translate_english_imperatives(texts, lambda some: [t[::-1] for t in some])) == len(
        texts
    )
