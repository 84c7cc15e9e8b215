"""What is found in the starter articles, kept as files that people have read and found right.

``REGENERATE_GOLDEN=1 pytest tests/summarizer/facts/test_starter_facts.py`` writes them anew, on
purpose: read each against its article in ``seeds/articles`` before committing it.
"""

import json
import os
from pathlib import Path

import pytest

from seeds import starter_articles
from seeds.article import Article
from summarizer.cleaning import clean
from summarizer.facts import Facts, extract

GOLDEN = Path(__file__).parent / "golden"
REGENERATE = bool(os.environ.get("REGENERATE_GOLDEN"))
ARTICLES = {Path(article.origin).stem: article for article in starter_articles()}


def found_in(article: Article) -> Facts:
    return extract(
        clean(
            article.text,
            title=article.title,
            lead=article.lead,
            paragraphs_known=article.paragraphs_known,
            captions=article.captions,
            published=article.published,
            source=article.source,
            language=article.language,
        )
    )


def told(facts: Facts) -> dict:
    """The facts as plain values; a conference of a statement or task goes by its name."""

    def at(conference: int | None) -> str:
        return "" if conference is None else facts.conferences[conference].name

    return {
        "event_date": str(facts.event_date),
        "documents": list(facts.documents),
        "speakers": [
            {
                "name": s.name,
                "kind": s.kind,
                "role": s.role,
                "aliases": list(s.aliases),
                "mentions": [[m.place, m.sentence] for m in s.mentions],
                "confidence": s.confidence,
            }
            for s in facts.speakers
        ],
        "conferences": [
            {
                "name": c.name,
                "aliases": list(c.aliases),
                "starts": str(c.starts),
                "starts_basis": c.starts.basis,
                "ends": str(c.ends),
                "place": c.place,
                "host": c.host,
                "chair": c.chair,
                "status": c.status,
                "coverage": c.coverage,
                "paragraph": c.paragraph,
                "sentence": c.sentence,
                "confidence": c.confidence,
            }
            for c in facts.conferences
        ],
        "statements": [
            {
                "speaker": s.speaker,
                "addressee": s.addressee,
                "conference": at(s.conference),
                "quoted": s.quoted,
                "paragraph": s.paragraph,
                "sentence": s.sentence,
                "confidence": s.confidence,
                "text": s.text,
            }
            for s in facts.statements
        ],
        "tasks": [
            {
                "text": t.text,
                "set_by": t.set_by,
                "stated_by": t.stated_by,
                "assignee": t.assignee,
                "due": str(t.due),
                "theme": t.theme,
                "conference": at(t.conference),
                "paragraph": t.paragraph,
                "sentence": t.sentence,
                "confidence": t.confidence,
            }
            for t in facts.tasks
        ],
    }


@pytest.mark.parametrize("name", sorted(ARTICLES))
def test_facts_of_a_starter_article(name: str) -> None:
    got = told(found_in(ARTICLES[name]))
    path = GOLDEN / f"{name}.json"
    if REGENERATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(got, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert got == json.loads(path.read_text(encoding="utf-8"))


def test_every_golden_file_has_its_article() -> None:
    assert {path.stem for path in GOLDEN.glob("*.json")} == set(ARTICLES)
