"""The lexicon from pairs: what is a word, what it becomes, what cannot be told."""

import json
import random

import pytest

from translations.terminology.lexicon import Lexicon, stems_of
from translations.training.__main__ import main
from translations.training.lexicon import find_entries
from translations.training.phrases import words

BRAVE = ("dũng cảm", ["brave", "brave", "courageous"])
GIFT = ("món quà", ["gift", "gifts", "the gift"])
FREE = ("lung tung", [f"w{chr(97 + n)}{chr(97 + m)}rd" for n in range(20) for m in range(20)])
FILLERS = [f"vật{chr(97 + n)}{chr(97 + m)}" for n in range(20) for m in range(20)]


def made_pairs(count=4000):
    """Pairs of a small invented language, with the links as an aligner would find them."""
    chance = random.Random(5)
    pairs, links = [], []
    for number in range(count):
        vi = chance.sample(FILLERS, 6)
        en = list(vi)
        linked = [(k, k) for k in range(6)]
        if number % 40 < 3:
            source, targets = (BRAVE, GIFT, FREE)[number % 40]
            target = chance.choice(targets).split()
            linked += [(i, j) for i in (6, 7) for j in range(6, 6 + len(target))]
            vi += source.split()
            en += target
        pairs.append((" ".join(vi), " ".join(en)))
        links.append(linked)
    return pairs, links


@pytest.fixture(scope="module")
def entries():
    return {row[0]: row for row in find_entries(*made_pairs())}


def test_words_are_found_with_what_they_become(entries):
    assert entries["dũng cảm"][3].split("|")[0] == "brave"
    assert "courageous" in entries["dũng cảm"][3]
    assert stems_of("brave courageous") <= {*entries["dũng cảm"][2].split()}
    # the article is no part of a rendering
    assert set(entries["món quà"][3].split("|")) == {"gift", "gifts"}


def test_what_becomes_anything_cannot_be_looked_for(entries):
    assert len(entries["lung tung"]) == 2


def test_chance_neighbours_are_no_words(entries):
    assert set(entries) == {"dũng cảm", "món quà", "lung tung"}


def test_the_step_writes_what_the_lexicon_reads(tmp_path, monkeypatch, capsys):
    pairs, links = made_pairs()
    work, out = tmp_path / "work", tmp_path / "lexicon.tsv"
    work.mkdir()
    with (work / "train.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(
            json.dumps(["made", vi, en, [], []], ensure_ascii=False) + "\n" for vi, en in pairs
        )
    monkeypatch.setattr("translations.training.lexicon.align", lambda _: links)
    assert main(["lexicon", "--work", str(work), "--out", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["looked for"] == 2
    monkeypatch.setattr("translations.words.word_lists.FOLDER", tmp_path)
    read = Lexicon.load.__wrapped__()
    [word] = read.words("Bà mời họ món quà hay.")
    assert word.entry.forms[0] in {"gift", "gifts"}


def test_nothing_prepared_is_said(tmp_path, capsys):
    assert main(["lexicon", "--work", str(tmp_path), "--out", str(tmp_path / "x")]) == 1
    assert "run prepare first" in capsys.readouterr().err
    assert main(["lexicon", "--work", str(tmp_path)]) == 1
    assert "--out" in capsys.readouterr().err


def test_the_syllables_are_those_of_the_links():
    for text in ("Ông A-b nói: “được”.", "1,5 tỷ USD (2021)"):
        from translations.terminology.lexicon import syllables_of

        assert len(syllables_of(text)) == len(words(text))
