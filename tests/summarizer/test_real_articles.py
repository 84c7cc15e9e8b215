"""Summaries of real articles, where the data folder has them."""

import itertools
import os
from pathlib import Path

import pytest

import seeds
from summarizer import clean, summarize
from summarizer.hub import source_of
from summarizer.support import unsupported

DATA = Path(os.environ.get("BRIEFING_DATA", Path(__file__).parents[3] / "shared"))
ARTICLES = DATA / "news" / "articles.jsonl"


@pytest.mark.shared
@pytest.mark.skipif(not ARTICLES.is_file(), reason="needs the texts in the data folder")
def test_every_extract_is_supported_by_its_source():
    for article in itertools.islice(seeds.read(ARTICLES), 0, None, 10):
        assert isinstance(article, seeds.Article)
        document = clean(
            article.text,
            title=article.title,
            lead=article.lead,
            paragraphs_known=article.paragraphs_known,
        )
        found = summarize(document, 3, 800)
        assert found.sentences
        assert len(found.text) <= 800
        if not found.text.endswith("…"):
            assert unsupported(found.text, source_of(document), document.language) == ()
