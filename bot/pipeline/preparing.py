"""From an article as it was read to an article as the library takes it in. Pure: no database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from bot.pipeline.rules import Rules, Thing
from bot.pipeline.titled import render_titled
from bot.pipeline.visits import render_destination, render_host, render_visit
from bot.store.fingerprints import fingerprint, signature
from bot.store.prepared import Prepared, Rendering, Versions
from seeds.article import Article
from summarizer.document import Document
from summarizer.extract import Summary
from summarizer.facts.model import Facts, Kind, Place
from summarizer.reading.passages import Reads
from translations.engine import Direction

PIPELINE = "13"
"""Version of cleaning, summaries and facts; rises when their results change."""
SENTENCES = 3
"""Sentences in the summary of an article."""
_MOST_MINED = 400
# Sentences of a text from a reader in which names are looked for: some tenths of a second.


class Refused(Exception):
    """An article cannot be taken in; the text says why, for people."""


class Summarizer(Protocol):
    """A model that writes summaries, see :class:`summarizer.HubSummarizer`."""

    def summarize(
        self, document: Document, sentences: int | None = ..., characters: int | None = ...
    ) -> Summary:
        """Summarise one article."""
        ...


def preprocess(
    article: Article,
    rules: Rules | None = None,
    summarizer: Summarizer | None = None,
    reader: Reads | None = None,
) -> Prepared:
    """Clean, summarise and mine an article, and render its names as far as rules go.

    What is left for the engine stands in ``pending``.

    Raises:
        Refused: if there is no text left, or not in a language that is read here.
    """
    rules = rules or Rules()
    document = clean_article(article)
    if document.language not in {"vi", "en"}:
        raise Refused("its language is neither Vietnamese nor English")
    facts = _extract(document, reader)
    summary = summarize_document(document, SENTENCES, summarizer, facts)
    names = _render_names(facts, document.language, rules)
    texts = dict.fromkeys(
        text for text in _texts(document, summary, facts) if text.strip() and text not in names
    )
    return Prepared(
        article=article,
        document=document,
        summary=summary,
        facts=facts,
        fingerprint=fingerprint(document.title, document.lead, *document.paragraphs),
        body_fingerprint=fingerprint(document.lead, *document.paragraphs),
        signature=signature(document.lead, *document.paragraphs),
        versions=Versions(PIPELINE, glossary=rules.glossary.version),
        pending=tuple(texts),
        renderings={text: found for text, found in names.items() if found},
    )


def clean_article(article: Article) -> Document:
    """The article's document.

    Raises:
        Refused: if there is no text in it.
    """
    from summarizer.cleaning import clean

    try:
        return clean(
            article.text,
            title=article.title,
            lead=article.lead,
            paragraphs_known=article.paragraphs_known,
            captions=article.captions,
            published=article.published,
            source=article.source,
            language=article.language,
        )
    except ValueError as error:
        raise Refused(str(error)) from error


def summarize_document(
    document: Document,
    sentences: int,
    summarizer: Summarizer | None = None,
    facts: Facts | None = None,
) -> Summary:
    """Summarise with the model where there is one, else by extract.

    In an extract, a sentence that names nobody may stand alone if facts know whom it speaks of.
    Without ``facts`` they are looked for in a text of bounded length.
    """
    if summarizer is not None:
        return summarizer.summarize(document, sentences)
    from summarizer.extract import extract

    if facts is None and len(document.sentences) <= _MOST_MINED:
        facts = _extract(document)
    return extract(document, sentences, antecedents=antecedents(document, facts or Facts()))


def antecedents(document: Document, facts: Facts) -> dict[int | tuple[int, int], str]:
    """For the sentences that begin with a word for one person, whom they speak of, and for those
    that are a quotation from end to end, whose it is.

    That is who makes the statement in it, as :func:`summarizer.dependence.antecedent_of` has it.
    """
    from summarizer.dependence import antecedent_of
    from summarizer.quotations import unattributed

    people = {speaker.name for speaker in facts.speakers if speaker.kind is Kind.PERSON}
    saying: dict[int, set[str]] = {}
    for statement in facts.statements:
        saying.setdefault(statement.sentence, set()).add(statement.speaker)
    quotations = unattributed(document.sentences)
    return {
        sentence.position: name
        for sentence in document.sentences
        if (name := antecedent_of(
            sentence.text,
            document.language,
            saying.get(sentence.position, set()),
            quotation=sentence.position in quotations,
        )) in people
    }  # fmt: skip


def direction_of(language: str) -> Direction:
    """The direction in which an article in ``language`` is translated."""
    return Direction.VI_EN if language == "vi" else Direction.EN_VI


def _extract(document: Document, reader: Reads | None = None) -> Facts:
    from summarizer.facts import extract

    return extract(document, reader)


def _names(facts: Facts) -> Iterator[tuple[str, Thing]]:
    for speaker in facts.speakers:
        yield speaker.name, Thing.PERSON if speaker.kind is Kind.PERSON else Thing.BODY
        for title in (speaker.role, *(role.title for role in speaker.roles)):
            yield title, Thing.ROLE
    for conference in facts.conferences:
        for name in (conference.name, *conference.aliases):
            yield name, Thing.EVENT
        yield conference.place, Thing.PLACE
        yield conference.host, Thing.BODY
    for task in facts.tasks:
        yield task.assignee, Thing.BODY
    for document in facts.documents:
        yield document, Thing.DOCUMENT


def _who(facts: Facts) -> Iterator[str]:
    """Who is asked, who asks and who holds something, as the texts have it."""
    for task in facts.tasks:
        yield from (task.assignee, task.set_by, task.stated_by)
    for conference in facts.conferences:
        yield from (conference.host, conference.chair)


def _render_names(facts: Facts, language: str, rules: Rules) -> dict[str, Rendering | None]:
    """Every name by rule; those for which there is no rule stay out and go to the engine."""
    rendered: dict[str, Rendering | None] = {}
    for its in facts.conferences:
        if visit := render_visit(its, language, rules):
            rendered[its.name] = visit
        if place := render_destination(its, language):
            rendered[its.place] = place
        if host := render_host(its, facts, language, rules):
            rendered[its.host] = host
    for name in _who(facts):
        if name not in rendered and (person := render_titled(name, facts, language, rules)):
            rendered[name] = person
    for name, thing in _names(facts):
        if name and rendered.get(name) is None and (found := rules.render(name, thing, language)):
            rendered[name] = found
    return rendered


def _texts(document: Document, summary: Summary, facts: Facts) -> Iterator[str]:
    """What a reader is shown, in the order in which it matters."""
    yield document.title
    for sentence in summary.sentences:
        yield sentence.text
    for name, _ in _names(facts):
        yield name
    for statement in facts.statements:
        yield statement.text
    for task in facts.tasks:
        yield task.text
        yield from (task.set_by, task.stated_by)
    for speaker in facts.speakers:
        for mention in speaker.mentions:
            if mention.place is not Place.BODY:
                yield mention.text


def with_translations(
    prepared: Prepared, translated: dict[str, Rendering], engine_version: str
) -> Prepared:
    """``prepared`` with what the engine made of its pending texts."""
    missing = tuple(text for text in prepared.pending if text not in translated)
    return replace(
        prepared,
        renderings={**prepared.renderings, **translated},
        pending=missing,
        versions=replace(prepared.versions, engine=engine_version),
    )
