"""Cleaning the texts of the data folder, where it is there; nothing of them is repeated here."""

import json
import os
import random
from pathlib import Path

import pytest

from summarizer.cleaning import clean
from summarizer.text.folding import normalise

DATA = Path(os.environ.get("BRIEFING_DATA", Path(__file__).parents[4] / "shared"))
SEEDS = DATA / "news" / "seeds"
ARTICLES = DATA / "news" / "articles.jsonl"
NEEDS_DATA = pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the texts in the data folder")


def read(start):
    (path,) = SEEDS.glob(f"{start}_*.txt")
    text = normalise(path.read_text("utf-8"))
    return text, clean(text)


@pytest.mark.shared
@NEEDS_DATA
def test_the_fragment_without_title():
    text, document = read("000")
    assert document.title_derived
    assert " ".join(text.split()).startswith(document.title)
    assert len(document.paragraphs) == 3
    assert not document.subheadings
    assert document.source is None
    assert not document.published.known
    body = " ".join(document.paragraphs)
    assert " ".join(text.split()).startswith(body)
    assert len(body) > 0.97 * len(text)


@pytest.mark.shared
@NEEDS_DATA
def test_the_interview_on_a_page():
    text, document = read("001")
    assert document.title == text.split("\n")[0]
    assert document.source == "VOV5"
    assert len(document.paragraphs) == 5
    assert len(document.captions) == 1
    assert document.captions[0].startswith("Phó Thủ tướng")
    assert document.teasers == ()
    assert not document.published.known


@pytest.mark.shared
@NEEDS_DATA
def test_the_announcement():
    text, document = read("002")
    lines = [line for line in text.split("\n") if line]
    assert document.title == lines[0]
    assert document.captions == (lines[4],)
    assert document.paragraphs == (*lines[1:3], *lines[5:-3])
    assert document.source is None


@pytest.mark.shared
@NEEDS_DATA
def test_the_review_with_lead_and_subheadings():
    text, document = read("003")
    lines = text.strip().split("\n")
    assert (document.title, document.lead) == (lines[0], lines[1])
    assert document.source == "TTXVN"
    assert document.paragraphs[0] == lines[2].partition(" - ")[2]
    assert {document.paragraphs[i] for i in document.subheadings} == {lines[4], lines[13]}
    assert document.paragraphs[-1] + "/." == lines[-1]


@pytest.mark.shared
@NEEDS_DATA
def test_the_review_with_a_teaser():
    text, document = read("004")
    lines = [line for line in text.split("\n") if line]
    assert document.title == lines[0]
    assert document.source == "TTXVN/Báo Tin tức"
    assert document.captions == (lines[3],)
    assert document.teasers == (lines[-5], lines[-4])
    assert document.paragraphs == (lines[1], *lines[4:-7])


@pytest.mark.shared
@NEEDS_DATA
def test_structured_articles_pass():
    """Beside captions, by-lines and teasers nothing of the paragraphs may be lost."""
    records = [json.loads(line) for line in ARTICLES.read_text("utf-8").splitlines()]
    dropped = total = 0
    for record in random.Random(7).sample(records, 120):
        document = clean(
            "\n\n".join(record["paragraphs"]),
            title=record["title"],
            lead=record["lead"],
            captions=record["captions"],
            paragraphs_known=True,
        )
        kept = set(document.paragraphs)
        marked = set(record["captions"])
        for paragraph in record["paragraphs"]:
            clean_paragraph = " ".join(normalise(paragraph).split())
            if paragraph in marked:
                continue
            total += len(clean_paragraph)
            if clean_paragraph not in kept:
                dropped += len(clean_paragraph)
                ended = clean_paragraph[-1] in ".!?…" and len(clean_paragraph) > 120
                assert not ended or "TTO -" in clean_paragraph
        assert document.language == "vi"
        assert document.sentences
    assert dropped < 0.02 * total
