import pytest

from translations.engines.loops import cut_loops, loops


@pytest.mark.parametrize(
    "output",
    [
        "the task of the task of the task of the ministry",
        "peace peace peace and stability",
        "we must promote peace and stability, we must promote peace and stability",
    ],
)
def test_loops_are_seen(output):
    assert loops(output, "Chúng ta phải thúc đẩy hòa bình, ổn định.")


@pytest.mark.parametrize(
    ("output", "source"),
    [
        ("Ha ha ha, he laughed.", "Ha ha ha, ông cười."),
        ("very very good work", "rất tốt"),
        ("The Ministry of Foreign Affairs and the Ministry of Finance met.", "Hai bộ họp."),
        ("", ""),
    ],
)
def test_what_the_source_does_too_or_people_say_is_no_loop(output, source):
    assert not loops(output, source)


def test_loops_are_cut_to_their_first_round():
    assert cut_loops("peace peace peace peace and order") == "peace and order"
    assert cut_loops("to build and develop, to build and develop the land") == (
        "to build and develop the land"
    )
    assert cut_loops("very very good") == "very very good"
    assert cut_loops("a b c a b c a b c") == "a b c"
