"""The rows of one article, written from what was prepared of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store import keys as joinkeys
from bot.store.fingerprints import bands, fingerprint
from bot.store.models import (
    ArticleConference,
    ArticleSpeaker,
    JoinKey,
    Mention,
    SearchText,
    Sentence,
    SimilarityBand,
    Statement,
    Summary,
    Task,
)
from bot.store.prepared import (
    Prepared,
    dump_article,
    dump_conference,
    dump_facts,
    dump_renderings,
    dump_speaker,
)
from bot.store.search_texts import search_columns
from summarizer.facts.documents.documents import document_key
from summarizer.facts.model import Facts
from summarizer.text.dates import PartialDate
from summarizer.text.folding import fold

CONFERENCE, SPEAKER, DOCUMENT = "conference", "speaker", "document"
"""``JoinKey.thing``."""

_OWNED = (Sentence, Summary, Mention, Statement, ArticleConference, ArticleSpeaker, JoinKey,
          SimilarityBand, SearchText)  # fmt: skip


def article_columns(prepared: Prepared) -> dict[str, Any]:
    """What stands in the article's own row, but for its number and place in the library."""
    document, facts, raw = prepared.document, prepared.facts, prepared.article
    title = prepared.renderings.get(document.title)
    return {
        "fingerprint": prepared.fingerprint,
        "body_fingerprint": prepared.body_fingerprint,
        "signature": prepared.signature,
        "language": document.language,
        "title": document.title,
        "title_translation": title.text if title else None,
        "title_derived": document.title_derived,
        "lead": document.lead,
        "body": "\n\n".join(document.paragraphs),
        "source": document.source,
        "url": raw.url,
        "origin": raw.origin,
        "published": str(document.published),
        "published_basis": document.published.basis.value,
        "event_date": str(facts.event_date),
        "event_date_basis": facts.event_date.basis.value,
        "own_event_date": str(facts.event_date),
        "own_event_date_basis": facts.event_date.basis.value,
        "sort_date": sort_date(document.published, facts.event_date),
        "documents": list(facts.documents),
        "raw": dump_article(raw),
        "facts": dump_facts(facts),
        "renderings": dump_renderings(prepared.renderings),
        "notes": list(raw.notes),
        "pipeline_version": prepared.versions.pipeline,
        "engine_version": prepared.versions.engine,
        "glossary_version": prepared.versions.glossary,
    }


def sort_date(published: PartialDate, event: PartialDate) -> str:
    """By what an article is ordered: ``""`` where no year is known."""
    for date in (published, event):
        if date.year is not None:
            return str(date)
    return ""


async def clear(session: AsyncSession, article_id: int) -> None:
    """Remove an article's rows, but for its own and its tasks, whose numbers are permanent."""
    for table in _OWNED:
        await session.execute(delete(table).where(table.article_id == article_id))


async def write_texts(session: AsyncSession, article_id: int, prepared: Prepared) -> None:
    """Sentences, summary, and what search and stories look at."""
    document = prepared.document
    summary = prepared.summary
    chosen = [sentence.position for sentence in summary.sentences]
    written = any(position < 0 for position in chosen)
    await _insert(
        session,
        Sentence,
        [
            {
                "article_id": article_id,
                "position": sentence.position,
                "paragraph": sentence.paragraph,
                "text": sentence.text,
                **_rendered(prepared, sentence.text, engine=True),
            }
            for sentence in document.sentences
        ],
    )
    await _insert(
        session,
        Summary,
        [
            {
                "article_id": article_id,
                "language": document.language,
                "positions": [] if written else chosen,
                "text": "\n".join(s.text for s in summary.sentences) if written else None,
                "method": summary.method,
            }
        ],
    )
    await _insert(
        session,
        SimilarityBand,
        [
            {"article_id": article_id, "number": number, "band": band}
            for number, band in enumerate(bands(prepared.signature))
        ],
    )
    await session.execute(insert(SearchText), [search_columns(article_id, prepared)])


async def write_sightings(
    session: AsyncSession,
    article_id: int,
    prepared: Prepared,
    conferences: Mapping[str | int, int],
    speakers: Mapping[str | int, int],
) -> None:
    """The conferences and speakers as this article has them, and the keys under which they and the
    documents meet those of other articles.

    ``conferences`` and ``speakers`` are the ids of what the article had before it was prepared
    anew, by folded names and sentences.
    """
    facts, language = prepared.facts, prepared.document.language
    await _insert(
        session,
        ArticleConference,
        [
            {
                "article_id": article_id,
                "number": number,
                "conference_id": _before(
                    conferences, conference.name, conference.aliases, conference.sentence
                ),
                "name": conference.name,
                "coverage": conference.coverage.value,
                "sentence": conference.sentence,
                "sighting": dump_conference(conference),
                "renderings": _some(
                    prepared,
                    (conference.name, *conference.aliases, conference.place, conference.host),
                ),
                "date": str(conference.starts),
                "date_basis": conference.starts.basis.value,
            }
            for number, conference in enumerate(facts.conferences)
        ],
    )
    await _insert(
        session,
        ArticleSpeaker,
        [
            {
                "article_id": article_id,
                "number": number,
                "speaker_id": _before(speakers, speaker.name, speaker.aliases),
                "sighting": dump_speaker(speaker),
                "renderings": _some(
                    prepared,
                    (
                        speaker.name,
                        *speaker.aliases,
                        speaker.role,
                        *(role.title for role in speaker.roles),
                    ),
                ),
            }
            for number, speaker in enumerate(facts.speakers)
        ],
    )
    found = [
        (CONFERENCE, number, key)
        for number, conference in enumerate(facts.conferences)
        for key in joinkeys.of_conference(
            conference, facts.event_date, language, prepared.renderings
        )
    ]
    found += [
        (SPEAKER, number, key)
        for number, speaker in enumerate(facts.speakers)
        for key in joinkeys.of_speaker(speaker)
    ]
    found += [(DOCUMENT, number, document_key(name)) for number, name in enumerate(facts.documents)]
    await _insert(
        session,
        JoinKey,
        [
            {"thing": thing, "article_id": article_id, "number": number, "key": key}
            for thing, number, key in found
        ],
    )


async def write_facts(session: AsyncSession, article_id: int, prepared: Prepared) -> None:
    """Mentions, statements and tasks, once the article's sightings are joined."""
    facts = prepared.facts
    numbers = _numbers_by_name(facts)
    speakers = await _speakers(session, article_id)
    conferences = await _conferences(session, article_id)
    mentions = {
        (number, mention.place.value, mention.sentence, mention.text): None
        for number, speaker in enumerate(facts.speakers)
        for mention in speaker.mentions
    }
    await _insert(
        session,
        Mention,
        [
            {
                "article_id": article_id,
                "speaker_id": speakers[number],
                "number": number,
                "place": place,
                "sentence": sentence,
                "text": text,
                **_rendered(prepared, text),
            }
            for number, place, sentence, text in mentions
            if speakers[number] is not None  # a single name is no speaker
        ],
    )
    await _insert(
        session,
        Statement,
        [
            {
                "article_id": article_id,
                "speaker_id": speakers[numbers[statement.speaker]],
                "speaker_number": numbers[statement.speaker],
                "conference_id": _link(conferences, statement.conference),
                "conference_number": statement.conference,
                "sentence": statement.sentence,
                "text": statement.text,
                **_rendered(prepared, statement.text),
                "addressee": statement.addressee,
                "quoted": statement.quoted,
                "confidence": statement.confidence,
            }
            for statement in facts.statements
            if speakers.get(numbers.get(statement.speaker, -1)) is not None
        ],
    )
    await _write_tasks(session, article_id, prepared, numbers, speakers, conferences)


async def _write_tasks(
    session: AsyncSession,
    article_id: int,
    prepared: Prepared,
    numbers: Mapping[str, int],
    speakers: Mapping[int, int | None],
    conferences: Mapping[int, int | None],
) -> None:
    rows: dict[str, dict[str, Any]] = {}
    for task in prepared.facts.tasks:
        set_by, stated_by = numbers.get(task.set_by), numbers.get(task.stated_by)
        assignee = prepared.renderings.get(task.assignee)
        rows.setdefault(
            fingerprint(task.text)[:16],
            {
                "sentence": task.sentence,
                "text": task.text,
                **_rendered(prepared, task.text),
                "set_by_id": _link(speakers, set_by),
                "stated_by_id": _link(speakers, stated_by),
                "set_by_text": task.set_by,
                "stated_by_text": task.stated_by,
                "set_by_number": set_by,
                "stated_by_number": stated_by,
                "assignee": task.assignee,
                "assignee_translation": assignee.text if assignee else None,
                "due": str(task.due),
                "due_basis": task.due.basis.value,
                "conference_id": _link(conferences, task.conference),
                "conference_number": task.conference,
                "theme": task.theme.value,
                "confidence": task.confidence,
                "withdrawn": False,
            },
        )
    found = await session.execute(
        select(Task.text_key, Task.id).where(Task.article_id == article_id)
    )
    kept = dict(found.all())
    for key in kept.keys() - rows.keys():
        await session.execute(
            update(Task)
            .where(Task.id == kept[key])
            .values(
                withdrawn=True, set_by_id=None, stated_by_id=None, conference_id=None,
                set_by_number=None, stated_by_number=None, conference_number=None,
            )
        )  # fmt: skip
    for key in kept.keys() & rows.keys():
        await session.execute(update(Task).where(Task.id == kept[key]).values(rows[key]))
    new = [
        {"article_id": article_id, "text_key": key, **row}
        for key, row in rows.items()
        if key not in kept
    ]
    await _insert(session, Task, new)


async def _speakers(session: AsyncSession, article_id: int) -> dict[int, int | None]:
    """From the indices in an article's facts to the ids of the joined speakers."""
    table = ArticleSpeaker
    query = select(table.number, table.speaker_id).where(table.article_id == article_id)
    return dict((await session.execute(query)).all())


async def _conferences(session: AsyncSession, article_id: int) -> dict[int, int | None]:
    """The same of conferences."""
    table = ArticleConference
    query = select(table.number, table.conference_id).where(table.article_id == article_id)
    return dict((await session.execute(query)).all())


def _numbers_by_name(facts: Facts) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, speaker in enumerate(facts.speakers):
        numbers.setdefault(speaker.name, number)
    for number, speaker in enumerate(facts.speakers):
        for alias in speaker.aliases:
            numbers.setdefault(alias, number)
    return numbers


def _link(ids: Mapping[int, int | None], number: int | None) -> int | None:
    return None if number is None else ids.get(number)


def _before(
    ids: Mapping[str | int, int], name: str, aliases: Sequence[str], sentence: int | None = None
) -> int | None:
    keys: list[str | int] = [fold(text) for text in (name, *aliases)]
    if sentence is not None:
        keys.append(sentence)
    return next((ids[key] for key in keys if key in ids), None)


def _some(prepared: Prepared, texts: Sequence[str]) -> dict[str, Any]:
    return dump_renderings(
        {text: prepared.renderings[text] for text in texts if text in prepared.renderings}
    )


def _rendered(prepared: Prepared, text: str, *, engine: bool = False) -> dict[str, Any]:
    rendering = prepared.renderings.get(text)
    columns: dict[str, Any] = {
        "translation": rendering.text if rendering else None,
        "findings": [list(pair) for pair in rendering.findings] if rendering else [],
    }
    if engine:
        columns["engine"] = rendering.engine if rendering else None
    return columns


async def _insert(session: AsyncSession, table: type, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        await session.execute(insert(table), list(rows))
