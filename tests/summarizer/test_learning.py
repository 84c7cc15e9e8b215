"""Learning: choices by hand, a planted preference found again, the command."""

import gzip
import json
import tomllib

import numpy as np
import pytest

from summarizer.caption_lines import CAPTION_FEATURES
from summarizer.document import Document, Sentence
from summarizer.features import FEATURES
from summarizer.learning.__main__ import main
from summarizer.learning.captions import learn_captions, read_first_lines
from summarizer.learning.choices import pairs
from summarizer.learning.corpus import (
    Case,
    CorpusUnreadable,
    document_of,
    read_vietnamesemds,
    read_vietnews,
)
from summarizer.learning.fitting import learn
from summarizer.learning.rouge import overlap, rouge
from summarizer.learning.telling import evidence, learn_telling
from summarizer.vectors import tokens
from summarizer.weights import names_of, read_weights
from summarizer.word_pairs import PAIR_FEATURES

WORDS = [
    "cầu",
    "phao",
    "sông",
    "bến",
    "chợ",
    "thuyền",
    "lúa",
    "mưa",
    "gió",
    "đê",
    "phà",
    "tàu",
    "xe",
    "dân",
    "tỉnh",
    "huyện",
    "xã",
    "làng",
]


def test_rouge_by_hand():
    # common words 2 of 3 and 4; common pair 1 of 2 and 3; longest common subsequence 2
    found = rouge(["a", "b", "c"], ["a", "b", "d", "e"])
    assert found == pytest.approx((2 * 2 / 7, 2 * 1 / 5, 2 * 2 / 7))
    assert rouge(["b", "a"], ["a", "b"]) == pytest.approx((1, 0, 2 * 1 / 4))
    assert rouge([], ["a"]) == (0, 0, 0)
    # A word counts as often as the reference has it.
    assert overlap(["a", "a"], ["a"], 1) == pytest.approx(2 / 3)


def test_pairs_by_hand():
    case = Case((document_of("x", ["một hai", "hai ba", "bốn"]),), (("một", "ba", "bốn"),))
    found = pairs(case)
    assert found.members.tolist() == [0, 1, 0, 2, 1, 2]
    # common/total: {một, ba} of 4+3, {một, bốn} of 3+3, {ba, bốn} of 3+3; no common pair of words
    assert found.rewards == pytest.approx([4 / 7, 4 / 6, 4 / 6])
    assert pairs(Case((document_of("x", ["một"]),), (("một",),))) is None


def invented(rng, sentences=8):
    return [" ".join(rng.choice(WORDS, size=10)).capitalize() + "." for _ in range(sentences)]


def test_a_planted_preference_is_found_again():
    rng = np.random.default_rng(3)
    parts = []
    for _ in range(60):
        texts = invented(rng)
        # The reference is the last two sentences: depth must win over early.
        reference = tuple(" ".join(texts[-2:]).lower().replace(".", "").split())
        parts.append(pairs(Case((document_of("x", texts),), (reference,))))
    learned = learn(parts, names_of("one"))
    assert learned.weights.values["depth"] > 1
    assert set(learned.effects) == set(FEATURES)
    assert max(learned.expected.values()) == learned.expected[learned.penalty]


def test_too_few_articles_to_learn_from_are_refused():
    rng = np.random.default_rng(3)
    case = Case((document_of("x", invented(rng)),), (tuple(rng.choice(WORDS, size=9)),))
    with pytest.raises(ValueError, match="at least"):
        learn([pairs(case)] * 2, names_of("one"))
    with pytest.raises(ValueError, match="at least"):
        learn_telling([])


def test_evidence_by_hand():
    documents = (document_of("Cầu phao", ["Cầu phao mở."]), document_of("Phà", ["Phà nghỉ. "]))
    case = Case(documents, (("cầu", "phao", "nghỉ"), ("phao", "mở", "cầu", "phao")))
    found = evidence(case)
    # Pairs in the order of the text: cầu phao (in both references), phao mở (in one), phà nghỉ.
    assert found.used == pytest.approx([1, 1 / 2, 0])
    assert found.features.shape == (3, len(names_of("several")))
    assert found.features[:, PAIR_FEATURES.index("in_title")].tolist() == [1, 0, 0]
    assert evidence(Case(documents[:1], case.references)) is None


def test_what_people_tell_is_found_again():
    rng = np.random.default_rng(5)
    parts = []
    for _ in range(30):
        one, two = (
            [" ".join(f"từ{n}" for n in rng.integers(2000, size=9)) for _ in range(8)]
            for _ in range(2)
        )
        # People tell the last sentence of each article.
        reference = tuple(tokens(f"{one[-1]} {two[-1]}"))
        parts.append(evidence(Case((document_of("x", one), document_of("y", two)), (reference,))))
    learned = learn_telling(parts)
    assert max(learned.expected.values()) == learned.expected[learned.penalty] < 0
    # The first pair is of the first sentence of the first article, the last of the last one.
    odds = np.array(
        [learned.weights.sum(part.features[[0, -1]], names_of("several")) for part in parts]
    )
    assert np.mean(odds[:, 1] > odds[:, 0]) > 0.9


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path):
    rng = np.random.default_rng(2)
    folder = tmp_path / "corpus" / "summaries"
    rows = [
        {"title": texts[0], "summary": texts[1], "document": texts[1:], "tags": texts[1:3:2]}
        for texts in (invented(rng) for _ in range(12))
    ]
    write(folder / "vietnews-train.jsonl.gz", rows)
    clusters = [
        {
            "documents": [
                {
                    "text": " ".join(invented(rng)),
                    "meta": "LINK: x\nTITLE: cầu_phao mở lại \nTIME: x",
                }
                for _ in range(2)
            ],
            "summaries": [" ".join(rng.choice(WORDS, size=30)) for _ in range(2)],
        }
        for _ in range(6)
    ]
    write(folder / "vietnamesemds.jsonl.gz", clusters)
    return tmp_path


def test_corpora_are_read(data):
    assert len(read_vietnews(data, "train")) == 12
    assert len(read_vietnews(data, "train", 5)) == 5
    cluster = read_vietnamesemds(data)[0]
    assert cluster.documents[0].title == "cầu phao mở lại"
    assert len(cluster.documents[0].sentences) == 8
    assert len(cluster.references) == 2
    assert isinstance(cluster.documents[0], Document)
    assert isinstance(cluster.documents[0].sentences[0], Sentence)


def test_the_command_writes_the_same_readable_file_again(data, capsys):
    first, second = data / "one.toml", data / "two.toml"
    assert main(["--data", str(data), "--out", str(first)]) == 0
    assert main(["--data", str(data), "--out", str(second)]) == 0
    text = first.read_text(encoding="utf-8")
    assert text == second.read_text(encoding="utf-8")
    found = read_weights(text)
    assert set(found["one"].values) == set(names_of("one"))
    assert set(found["several"].values) == set(names_of("several"))
    assert found["one"].redundancy == tomllib.loads(text)["one"]["redundancy"]
    assert set(found["caption"].values) == set(CAPTION_FEATURES)
    assert found["several"].base == tomllib.loads(text)["several"]["base"]
    assert "12 articles" in text


def test_missing_and_broken_data_are_named(data, capsys):
    assert main(["--data", str(data / "nowhere"), "--out", str(data / "x.toml")]) == 2
    assert "vietnews-train.jsonl.gz: not there" in capsys.readouterr().err
    assert not (data / "x.toml").exists()
    path = data / "corpus" / "summaries" / "vietnews-train.jsonl.gz"
    write(path, [{"title": "x"}])
    with pytest.raises(CorpusUnreadable, match="line 1: needs title, summary and document"):
        read_vietnews(data, "train")
    path.write_bytes(b"no gzip")
    with pytest.raises(CorpusUnreadable, match="cannot be read"):
        read_vietnews(data, "train")
    write(path, [{"title": "x", "document": ["một", "hai"]}])
    with pytest.raises(CorpusUnreadable, match="line 1: needs title, document and tags"):
        read_first_lines(data, "train")


def test_first_lines_by_hand(data):
    path = data / "corpus" / "summaries" / "vietnews-train.jsonl.gz"
    caption, news, more = "Ông A (trái) gặp bà B.", "Hôm nay, ông A họp.", "Ông về."
    rows = [
        {"title": "x", "document": [caption, news], "tags": [f"{caption} "]},
        {"title": "x", "document": [news, more], "tags": ["Bà C."]},
        # Nothing is known where an article has no captions, and nothing to be told apart in one.
        {"title": "x", "document": [news, more], "tags": []},
        {"title": "x", "document": [caption], "tags": [caption]},
    ]
    write(path, rows)
    found = read_first_lines(data, "train")
    assert [its.used.tolist() for its in found] == [[1], [0]]
    learned = learn_captions(found * 6)
    sums = [float(learned.weights.sum(its.features, CAPTION_FEATURES)[0]) for its in found]
    assert sums[0] > sums[1]
