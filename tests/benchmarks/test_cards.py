import pytest

from benchmarks import cards
from benchmarks.cards import Row, Speed
from translations import Direction

VI_EN = Direction.VI_EN
SHARES = {"term": (98.5, 200), "number": (98.0, 100), "date": (0.0, 0), "name": (100.0, 10)}


def row(system, bleu, name="flores-dev"):
    return Row(VI_EN, name, 997, system, bleu, bleu, SHARES, 0.25)


def test_scores_and_aims():
    rows = [row("reference", None), row("translator", 34.0), row("translator", 20.0, "news-tst")]
    speeds = [Speed(VI_EN, "engine", 10.0, 40.0, 19.0), Speed(VI_EN, "peer", 1.0, 2.1)]
    text = cards.scores(rows, speeds, 301.2, 26.7)
    assert (
        "| flores-dev, 997 sentences | BLEU | chrF2 | term % | number % | date % | name % | made up |"
        in text
    )
    assert (
        "| translator | 34.0 | 34.0 | 98.5 of 200 | 98.0 of 100 | - | 100.0 of 10 | 0.2 |" in text
    )
    assert "| reference |  |  |" in text
    assert cards.aims(rows, speeds, 301.2, 26.7) == [
        "BLEU on flores-dev at least Firefox tiny's 33.6: 34.0, reached",
        "terms kept, all sets together, at least 98 %: 98.5, reached",
        "numbers kept, all sets together, at least 99 %: 98.0, **not reached**",
        "names kept, all sets together, at least 99 %: 100.0, reached",
        "20 times the speed of opus-mt's dimensions at batch 32: 19.0, **not reached**",
        "at most 300 MB of memory with both directions loaded: 301.2, **not reached**",
        "at most 40 MB a model: 26.7, reached",
    ]


def test_scores_are_written_in_their_place(tmp_path):
    card = tmp_path / "card.md"
    card.write_text("before\n<!-- generated: scores -->\nold\n<!-- end -->\nafter\n")
    cards.write(card, "new\n")
    assert card.read_text() == "before\n<!-- generated: scores -->\nnew\n<!-- end -->\nafter\n"
    card.write_text("none")
    with pytest.raises(ValueError, match="no place for scores"):
        cards.write(card, "new\n")
