"""Steering goes on from the likeliest place, and from others only where that is of no use."""

from translations.drafting.steering import Wish, steer
from translations.engines.decoding import Hypothesis


class WordDecoder:
    """A decoder of words that likes each start less the longer it is."""

    reach = 100

    def __init__(self, useless=()):
        self.useless, self.started = useless, []

    def encode(self, text):
        return text.split()

    def encode_target(self, text):
        return ["▁" + word for word in text.split()]

    def log_probabilities(self, sources, targets):
        return [[-float(len(target))] * (len(target) + 1) for target in targets]

    def means(self, sources, targets):
        return [-1.0] * len(targets)

    def hypotheses(self, sources, *, starts):
        self.started.append([len(start) for start in starts])
        return [
            [Hypothesis("nothing" if len(start) in self.useless else "the term", tuple(start), -1)]
            for start in starts
        ]


def wish():
    said = Hypothesis("one two three", ("▁one", "▁two", "▁three"), -1.0)
    return Wish(
        source="a b c",
        output=said,
        span=(0, 1),
        phrases=("term", "term"),
        faults=lambda text: int("term" not in text),
        loss=1.0,
        least=-99.0,
    )


def test_the_likeliest_place_is_enough_where_it_has_fewer_faults():
    decoder = WordDecoder()
    outputs = steer(decoder, [wish(), wish()])
    assert [output.pieces for output in outputs] == [("▁term",), ("▁term",)]
    assert decoder.started == [[1, 1]]


def test_the_others_are_tried_where_it_has_not():
    decoder = WordDecoder(useless={1})
    (output,) = steer(decoder, [wish()])
    assert output.pieces == ("▁one", "▁term")
    assert decoder.started == [[1], [2, 3]]


def test_none_where_no_place_is_of_use():
    decoder = WordDecoder(useless={1, 2, 3})
    assert steer(decoder, [wish()]) == [None]
    assert decoder.started == [[1], [2, 3]]
