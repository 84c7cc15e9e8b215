"""The starter articles: they read well as data, and no sentence of theirs is taken from a source."""

import csv
import os
import re
from functools import cache
from importlib.resources import files as resources
from pathlib import Path

import pytest

from seeds import read_folder, starter_articles
from summarizer.text.folding import fold
from summarizer.text.sentences import split_sentences

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("BRIEFING_DATA", ROOT.parent / "shared"))
RUN = 7
"""Words in a row that count as taken."""

# Official names that the glossary does not have, as announced. With its names they are the only
# long runs of words that an article may share with a source.
OFFICIAL_NAMES = (
    "Hội nghị Đối ngoại toàn quốc",
    "Hội nghị sơ kết công tác 6 tháng đầu năm",
    "Hội nghị tổng kết công tác năm 2022",
    "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    "Hội đồng Khai thác Bưu chính của Liên minh Bưu chính thế giới",
    "Ủy ban Luật pháp Quốc tế của Liên hợp quốc",
)
NAMED_KINDS = {"office", "organisation", "document", "conference", "place"}

ARTICLES = {article.origin: article for article in starter_articles()}


def test_there_are_enough_of_them():
    assert len(ARTICLES) >= 6


@pytest.mark.parametrize("origin", ARTICLES)
def test_each_is_whole(origin):
    article = ARTICLES[origin]
    assert article.starter
    assert article.language == "vi"
    assert article.paragraphs_known
    assert article.notes == ()
    assert article.title
    assert article.lead
    assert article.source
    assert article.source.startswith("Briefing Bot starter set, after ")
    sentences = split_sentences(article.lead) + [
        sentence for p in article.text.split("\n\n") for sentence in split_sentences(p)
    ]
    assert 8 <= len(sentences) <= 17
    if article.published:
        year, month, day = map(int, article.published.split("-"))
        assert f"{day} tháng {month} năm {year}" in f"{article.lead} {article.text}"


def test_several_tell_of_one_event_and_some_have_no_date():
    dates = [article.published for article in ARTICLES.values()]
    assert dates.count("2021-12-14") == dates.count("2021-07-12") == dates.count("2023-01-13") == 2
    assert None in dates


def _tokens(text):
    """Folded words. Names in a row (of the glossary, of conferences, of people) are one word."""
    text = _names().sub(" § ", " ".join(text.split()))
    text = re.sub(r"(?<!\w)[^\W\d_a-zà-ỹđ]\w+(?: [A-ZÀ-ỸĐ]\w+){1,4}", " § ", text)
    return re.findall(r"[^\W_]+|§", re.sub(r"§[\s§]*§", "§", fold(text)))


@cache
def _names():
    glossary = resources("translations") / "terminology" / "glossary.tsv"
    rows = csv.DictReader(glossary.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    names = {row["vi"] for row in rows if row["kind"] in NAMED_KINDS} | set(OFFICIAL_NAMES)
    longest_first = sorted((n for n in names if len(n) > 3), key=len, reverse=True)
    pattern = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def _runs(text):
    words = _tokens(text)
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}


@cache
def _source_runs():
    found = list(read_folder(DATA / "news" / "seeds"))
    assert found
    return frozenset(run for article in found for run in _runs(article.text))


@pytest.mark.shared
@pytest.mark.skipif(
    not (DATA / "news" / "seeds").is_dir(), reason="needs the texts in the data folder"
)
@pytest.mark.parametrize("origin", ARTICLES)
def test_nothing_is_taken_from_a_source(origin):
    article = ARTICLES[origin]
    text = "\n".join((article.title, article.lead, *article.captions, article.text))
    assert sorted(" ".join(run) for run in _runs(text) & _source_runs()) == []
