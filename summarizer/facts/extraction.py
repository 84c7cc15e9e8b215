"""Putting the finders together: a document in, its facts out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from summarizer.document import TITLE, Document
from summarizer.facts.documents.documents import find_documents
from summarizer.facts.events.conferences import Programme, find_conferences
from summarizer.facts.events.named_days import days_named
from summarizer.facts.events.speaker_venues import conferences_of_speech, occasions_of_speech
from summarizer.facts.model import (
    NO_SENTENCE,
    Conference,
    Coverage,
    Facts,
    Kind,
    Mention,
    Place,
    Role,
    Speaker,
    Statement,
    Task,
    Theme,
)
from summarizer.facts.persons.cast import Cast
from summarizer.facts.persons.persons import cast_of
from summarizer.facts.persons.role_changes import roles_of
from summarizer.facts.persons.tenures import tenures_of
from summarizer.facts.statements.addressees import addressee_of
from summarizer.facts.statements.statements import find_utterances
from summarizer.facts.tasks.parts import unnumbered
from summarizer.facts.tasks.tasks import FoundTask, find_tasks
from summarizer.facts.tasks.themes import theme_of
from summarizer.facts.visits.visits import find_visits
from summarizer.facts.words.lexicon import Lexicon, lexicon
from summarizer.facts.words.tokens import Line, line_of, lines_of
from summarizer.facts.words.utterances import Utterance
from summarizer.reading.passages import Passage, Reading, Reads
from summarizer.text.dates import PartialDate, find_dates, year_ahead
from summarizer.text.folding import fold

_CREDIT = re.compile(
    r"[(\[]?\s*(?:Ảnh|Tin, ảnh|Ảnh minh họa|Photo|Photos|Nguồn|Nguồn ảnh|Đồ họa|Source|Clip|Video)"
    r"\s*:.*$",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE_WORDS = 5
MOST_READ = 400
"""Lines of an article that the reader reads: two seconds of work. The rules read on alone."""


def extract(document: Document, reader: Reads | None = None) -> Facts:
    """The facts of a document; for a language that is neither English nor Vietnamese, none.

    With a ``reader`` (:func:`summarizer.reading.load_reader`) rules and reader decide together what
    is a task or a conference in Vietnamese. That finds more and takes some 5 ms a sentence.
    """
    if document.language not in {"vi", "en"}:
        return Facts()
    known = lexicon(document.language)
    lines = lines_of(document)
    # A byline keeps its place, so that sentence positions stay list positions, but is not read.
    read = [
        line_of("", line.sentence, line.paragraph) if is_byline(line, known) else line
        for line in lines
    ]
    title = line_of(document.title) if document.title and not document.title_derived else None
    captions = [line_of(_CREDIT.sub("", text)) for text in document.captions]
    teasers = [line_of(text) for text in document.teasers]
    pages = [(Place.BODY, line) for line in read]
    pages += [(Place.BODY, title)] if title else []
    pages += [(Place.CAPTION, line) for line in captions]
    pages += [(Place.TEASER, line) for line in teasers]
    cast = cast_of(pages, known)
    main = [line for place, line in pages if place is Place.BODY]
    dates = [find_dates(line.text, document.language) for line in main]
    utterances = find_utterances(main, Cast(cast.people, cast.actors[: len(main)]), known, dates)
    readings = _read(main, reader) if reader is not None and document.language == "vi" else ()
    programme = find_conferences(read, title, cast, known, dates, document.published, readings)
    visits = find_visits(read, title, cast, known, dates, document.published)
    tasks = find_tasks(main, cast, utterances, dates, known, readings, document.published)
    days = [
        days_named(line, its, document.published, document.language)
        for line, its in zip(main, dates, strict=True)
    ]
    told = tenures_of(main, cast, days, known, document.published)
    speakers, names = _speakers(cast, pages, utterances, told, document.language)
    said_at = conferences_of_speech(main, utterances, programme, known)
    return Facts(
        speakers=speakers,
        statements=_statements(main, utterances, names, said_at, cast, known),
        conferences=(*programme.conferences, *visits),
        tasks=_tasks(
            main,
            tasks,
            names,
            programme,
            said_at,
            occasions_of_speech(main, utterances, programme),
            document.language,
            document.published,
        ),
        documents=find_documents([document.title, *(s.text for s in document.sentences)]),
        event_date=_event_date(programme, visits),
    )


def _event_date(programme: Programme, visits: Sequence[Conference]) -> PartialDate:
    """The date of what an article reports: that of a meeting, else of a visit."""
    if programme.event_date.known:
        return programme.event_date
    return next(
        (
            visit.starts
            for visit in visits
            if visit.coverage is Coverage.REPORTED and visit.starts.month is not None
        ),
        programme.event_date,
    )


def is_byline(line: Line, known: Lexicon) -> bool:
    """Whether a line is an author's signature: nothing but a name or an agency."""
    words = [token for token in line.tokens if token.word]
    if not words or len(words) > _BYLINE_WORDS:
        return False
    if line.tokens[-1].text in {".", "!", "?", ":", "”", '"'}:
        return False
    title = known.titles.match(line.tokens, 0)
    if title and title[1] != "honorific":
        return False
    return all(token.cap for token in words)


def _read(lines: list[Line], reader: Reads) -> list[Reading | None]:
    """What the reader says of each line, as far as it reads; the title, the last of the lines, is
    read first.
    """
    titles = [line for line in lines if line.paragraph == TITLE]
    body = [line for line in lines if line.paragraph != TITLE]
    read = body[:MOST_READ]
    passages = [
        Passage(tuple(line.text for line in its), paragraph)
        for paragraph, its in groupby([*titles, *read], key=lambda line: line.paragraph)
    ]
    readings = [reading for found in reader.read(passages) for reading in found]
    first = len(titles)
    return [*readings[first:], *([None] * (len(body) - len(read))), *readings[:first]]


# -- speakers ------------------------------------------------------------------------------------


def _speakers(
    cast: Cast,
    pages: list[tuple[Place, Line]],
    utterances: list[list[Utterance]],
    told: Mapping[int, Sequence[Role]],
    language: str,
) -> tuple[tuple[Speaker, ...], dict[int | str, str]]:
    """The speakers, persons first, and the names by which statements know them; ``told`` are the
    offices that are dated.
    """
    names: dict[int | str, str] = {}
    speakers: list[Speaker] = []
    for who, person in enumerate(cast.people):
        if not person.mentions:
            continue
        names[who] = person.name
        places = {order for _, order in person.mentions}
        places |= {order for order, found in enumerate(cast.actors) for a in found if a.who == who}
        aliases = sorted(name for name in person.aliases if fold(name) != fold(person.name))
        role, roles = roles_of(person, told.get(who, ()), language)
        speakers.append(
            Speaker(
                name=person.name,
                kind=Kind.PERSON,
                role=role,
                aliases=tuple(aliases),
                mentions=tuple(_mention(pages, order) for order in sorted(places)),
                confidence=0.95 if role else 0.85 if person.strong else 0.7,
                roles=roles,
            )
        )
    speakers.sort(key=_first_place)
    bodies: dict[str, tuple[str, set[int]]] = {}
    for found in utterances:
        for utterance in found:
            if utterance.who is None:
                key = fold(utterance.body)
                name, places = bodies.setdefault(key, (utterance.body, set()))
                places.add(utterance.line)
                names[utterance.body] = name
    for name, places in bodies.values():
        speakers.append(
            Speaker(
                name,
                Kind.BODY,
                "",
                (),
                tuple(_mention(pages, order) for order in sorted(places)),
                0.75,
            )
        )
    return tuple(speakers), names


def _first_place(speaker: Speaker) -> tuple[int, int, str]:
    first = min(
        (0 if m.place is Place.BODY else 1, m.sentence if m.sentence >= 0 else 10**6)
        for m in speaker.mentions
    )
    return (*first, speaker.name)


def _mention(pages: list[tuple[Place, Line]], order: int) -> Mention:
    place, line = pages[order]
    return Mention(place, line.text, line.sentence)


# -- statements, tasks ---------------------------------------------------------------------------


def _statements(
    lines: list[Line],
    utterances: list[list[Utterance]],
    names: dict[int | str, str],
    said_at: Mapping[tuple[int, int | str], int],
    cast: Cast,
    known: Lexicon,
) -> tuple[Statement, ...]:
    statements = []
    for number, found in enumerate(utterances):
        line = lines[number]
        for utterance in found:
            who: int | str = utterance.who if utterance.who is not None else utterance.body
            if who not in names:
                continue
            statements.append(
                Statement(
                    sentence=line.sentence,
                    paragraph=line.paragraph,
                    speaker=names[who],
                    text=line.text,
                    quoted=utterance.quoted,
                    confidence=round(utterance.confidence, 2),
                    addressee=addressee_of(line, utterance, cast, cast.actors[number], known),
                    conference=(
                        said_at.get((number, who)) if line.sentence != NO_SENTENCE else None
                    ),
                )
            )
    return tuple(statements)


def _theme(task: FoundTask, language: str) -> Theme:
    """The theme of a task, or, if it tells none, of those who are to do it ("cán bộ đối ngoại")."""
    theme = theme_of(task.text, language)
    if theme is Theme.OTHER and task.assignee[:1].islower():
        return theme_of(task.assignee, language)
    return theme


def _tasks(
    lines: list[Line],
    tasks: list[FoundTask],
    names: dict[int | str, str],
    programme: Programme,
    said_at: Mapping[tuple[int, int | str], int],
    occasions: Mapping[int | str, int],
    language: str,
    published: PartialDate,
) -> tuple[Task, ...]:
    def name(who: int | str | None) -> str:
        return "" if who is None else names.get(who, "")

    return tuple(
        Task(
            sentence=lines[task.line].sentence,
            paragraph=lines[task.line].paragraph,
            text=unnumbered(task.text),
            theme=_theme(task, language),
            confidence=task.confidence,
            set_by=name(task.set_by),
            stated_by=name(task.stated_by),
            assignee=task.assignee,
            due=year_ahead(task.due, published),
            conference=(
                programme.at.get(task.line)
                if task.stated_by is None
                else said_at.get((task.line, task.stated_by), occasions.get(task.stated_by))
            ),
        )
        for task in tasks
    )
