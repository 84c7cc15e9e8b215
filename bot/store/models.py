"""The tables. One article's rows are written in one transaction; see docs/architecture.md.

Texts stand in the language of their article (``text``) with a translation into the other one
beside them (``translation``, ``None`` until there is one). Partial dates are kept as
``PartialDate`` writes them (``"2021-12-14"``, ``"2021-12"``, ``"--12-14"``, ``""``) with their
basis beside them. Instants are UTC.

The library stands here, the readers in :mod:`bot.store.readers`, what is
kept for joining and searching in :mod:`bot.store.workings`; all can be had from here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bot.store.base import LAST, Base, UtcDateTime
from bot.store.readers import (
    AccessCode,
    Chat,
    CodeTry,
    Delivery,
    DeliveryItem,
    DeliveryPart,
    Follow,
    Lease,
    Schedule,
    SeenUpdate,
)
from bot.store.workings import (
    JoinKey,
    Meta,
    Moved,
    NearDuplicate,
    SearchText,
    SimilarityBand,
    TranslationMemory,
)

__all__ = [
    "AccessCode",
    "Article",
    "ArticleConference",
    "ArticleSpeaker",
    "Base",
    "Chat",
    "CodeTry",
    "Conference",
    "Correction",
    "Delivery",
    "DeliveryItem",
    "DeliveryPart",
    "Follow",
    "JoinKey",
    "Lease",
    "Mention",
    "Meta",
    "Moved",
    "NearDuplicate",
    "Role",
    "Schedule",
    "SearchText",
    "SeenUpdate",
    "Sentence",
    "SimilarityBand",
    "Speaker",
    "Statement",
    "Story",
    "Summary",
    "Task",
    "TranslationMemory",
    "UtcDateTime",
]


class Story(Base):
    """Near-duplicate and same-event articles."""

    __tablename__ = "story"
    id: Mapped[int] = mapped_column(primary_key=True)
    articles: Mapped[list[Article]] = relationship(back_populates="story")


class Article(Base):
    """A preprocessed article. ``id`` is its permanent number, shown to readers."""

    __tablename__ = "article"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    """Order of entry into the library; rises by one, never reused."""
    fingerprint: Mapped[str] = mapped_column(unique=True)
    """Hash of the folded title and body: the same text never enters twice."""
    body_fingerprint: Mapped[str] = mapped_column(index=True)
    """The same without the title."""
    signature: Mapped[bytes] = mapped_column(LargeBinary, sort_order=LAST)
    """MinHash of the text's three-word runs, for near-duplicates; empty for very short texts."""
    language: Mapped[str]
    title: Mapped[str]
    title_translation: Mapped[str | None]
    title_derived: Mapped[bool] = mapped_column(default=False)
    lead: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(sort_order=LAST)
    """Clean paragraphs separated by blank lines."""
    source: Mapped[str | None]
    url: Mapped[str | None]
    origin: Mapped[str]
    published: Mapped[str] = mapped_column(default="")
    published_basis: Mapped[str] = mapped_column(default="unknown")
    event_date: Mapped[str] = mapped_column(default="")
    """Date of the event the article reports, completed from other articles where possible."""
    event_date_basis: Mapped[str] = mapped_column(default="unknown")
    own_event_date: Mapped[str] = mapped_column(default="")
    own_event_date_basis: Mapped[str] = mapped_column(default="unknown")
    """The same from this article alone: what joining starts from."""
    sort_date: Mapped[str] = mapped_column(default="", index=True)
    """``published`` or else ``event_date`` where its year is known: only for ordering."""
    starter: Mapped[bool] = mapped_column(default=False)
    hidden: Mapped[bool] = mapped_column(default=False)
    """True for starter articles once a real article is there. Without an index: nearly all rows
    are the same, and SQLite would start from it."""
    backfill: Mapped[bool] = mapped_column(default=False)
    """True for old or bulk-loaded material: not news for a scheduled digest."""
    added_at: Mapped[datetime]
    story_id: Mapped[int | None] = mapped_column(ForeignKey("story.id"), index=True)
    documents: Mapped[list[Any]] = mapped_column(default=list)
    raw: Mapped[dict[str, Any]] = mapped_column(sort_order=LAST)
    """The article as it was read (``seeds.Article`` as a dict): what reprocess starts from."""
    facts: Mapped[dict[str, Any]] = mapped_column(sort_order=LAST)
    """The facts as extracted from this article alone: what joining starts from."""
    renderings: Mapped[dict[str, Any]] = mapped_column(default=dict, sort_order=LAST)
    """The other-language side of every name and short text of the facts, by its source:
    ``[text, machine, engine, findings]`` (``machine`` false: official or by rule)."""
    notes: Mapped[list[Any]] = mapped_column(default=list)
    """What reader or pipeline had to assume or leave out, one line each."""
    pipeline_version: Mapped[str]
    engine_version: Mapped[str]
    glossary_version: Mapped[str]

    story: Mapped[Story | None] = relationship(back_populates="articles")
    sentences: Mapped[list[Sentence]] = relationship(
        back_populates="article", order_by="Sentence.position", cascade="all, delete-orphan"
    )
    summaries: Mapped[list[Summary]] = relationship(
        back_populates="article", cascade="all, delete-orphan"
    )
    conferences: Mapped[list[ArticleConference]] = relationship(
        back_populates="article", cascade="all, delete-orphan"
    )
    mentions: Mapped[list[Mention]] = relationship(
        back_populates="article", cascade="all, delete-orphan"
    )
    statements: Mapped[list[Statement]] = relationship(
        back_populates="article", cascade="all, delete-orphan"
    )
    tasks: Mapped[list[Task]] = relationship(back_populates="article")


class Sentence(Base):
    """A sentence of lead or body with its translation."""

    __tablename__ = "sentence"
    __table_args__ = (UniqueConstraint("article_id", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    position: Mapped[int]
    paragraph: Mapped[int]
    text: Mapped[str]
    translation: Mapped[str | None]
    engine: Mapped[str | None]
    findings: Mapped[list[Any]] = mapped_column(default=list)
    """What the checks found wrong, as ``[kind, expected]`` pairs; not empty: machine-uncertain."""
    article: Mapped[Article] = relationship(back_populates="sentences")


class Summary(Base):
    """A summary: chosen sentence positions, or an abstract's own text."""

    __tablename__ = "summary"
    __table_args__ = (UniqueConstraint("article_id", "language"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    language: Mapped[str]
    positions: Mapped[list[Any]] = mapped_column(default=list)
    text: Mapped[str | None]
    method: Mapped[str]
    article: Mapped[Article] = relationship(back_populates="summaries")


class Conference(Base):
    """One event, joined over all articles that report or mention it."""

    __tablename__ = "conference"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name_vi: Mapped[str | None]
    name_en: Mapped[str | None]
    name_machine: Mapped[bool] = mapped_column(default=False)
    """Whether the name in the other language than the sources' was made by machine."""
    aliases: Mapped[list[Any]] = mapped_column(default=list)
    status: Mapped[str]
    starts_on: Mapped[str] = mapped_column(default="", index=True)
    ends_on: Mapped[str] = mapped_column(default="")
    date_basis: Mapped[str] = mapped_column(default="unknown")
    ends_basis: Mapped[str] = mapped_column(default="unknown")
    place_vi: Mapped[str | None]
    place_en: Mapped[str | None]
    host_vi: Mapped[str | None]
    host_en: Mapped[str | None]
    place_machine: Mapped[bool] = mapped_column(default=False)
    host_machine: Mapped[bool] = mapped_column(default=False)
    chair: Mapped[str | None]
    kind: Mapped[str] = mapped_column(default="meeting", server_default="meeting")
    """Of :class:`summarizer.facts.EventKind`."""
    articles: Mapped[list[ArticleConference]] = relationship(back_populates="conference")


class ArticleConference(Base):
    """That an article reports a conference or refers to it. ``number`` indexes its own facts;
    ``sighting`` is the conference as this article alone has it: what joining starts from.
    """

    __tablename__ = "article_conference"
    __table_args__ = (UniqueConstraint("article_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    conference_id: Mapped[int | None] = mapped_column(ForeignKey("conference.id"), index=True)
    number: Mapped[int]
    name: Mapped[str]
    coverage: Mapped[str]
    sentence: Mapped[int]
    sighting: Mapped[dict[str, Any]]
    renderings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Those of the article's renderings that concern the sighting."""
    date: Mapped[str] = mapped_column(default="")
    """Start of the conference as this article tells it, completed from others where possible."""
    date_basis: Mapped[str] = mapped_column(default="unknown")
    article: Mapped[Article] = relationship(back_populates="conferences")
    conference: Mapped[Conference | None] = relationship(back_populates="articles")


class Speaker(Base):
    """A person or a body, one page under all spellings."""

    __tablename__ = "speaker"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    """Fullest spelling in the sources, with its marks."""
    name_en: Mapped[str | None]
    name_machine: Mapped[bool] = mapped_column(default=False)
    """Whether ``name_en`` was made by machine (of a body that the glossary does not have)."""
    aliases: Mapped[list[Any]] = mapped_column(default=list)
    name_folded: Mapped[str] = mapped_column(index=True)
    roles: Mapped[list[Role]] = relationship(
        back_populates="speaker", cascade="all, delete-orphan", order_by="Role.last_seen.desc()"
    )
    mentions: Mapped[list[Mention]] = relationship(back_populates="speaker")
    statements: Mapped[list[Statement]] = relationship(back_populates="speaker")


class ArticleSpeaker(Base):
    """That an article names a speaker. ``number`` indexes its own facts; ``sighting`` is the
    speaker as this article alone has it, without the mentions: what joining starts from.
    """

    __tablename__ = "article_speaker"
    __table_args__ = (UniqueConstraint("article_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    number: Mapped[int]
    sighting: Mapped[dict[str, Any]]
    renderings: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Role(Base):
    """An office a speaker was seen to hold, with the partial dates of first and last sight."""

    __tablename__ = "role"
    id: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[int] = mapped_column(
        ForeignKey("speaker.id", ondelete="CASCADE"), index=True
    )
    title_vi: Mapped[str | None]
    title_en: Mapped[str | None]
    title_machine: Mapped[bool] = mapped_column(default=False)
    first_seen: Mapped[str] = mapped_column(default="")
    last_seen: Mapped[str] = mapped_column(default="")
    speaker: Mapped[Speaker] = relationship(back_populates="roles")


class Mention(Base):
    """That a speaker is named in an article: in its body, a caption, or a teaser."""

    __tablename__ = "mention"
    id: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), index=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    """Index of the speaker in the article's own facts."""
    place: Mapped[str]
    sentence: Mapped[int]
    text: Mapped[str]
    translation: Mapped[str | None]
    findings: Mapped[list[Any]] = mapped_column(default=list)
    speaker: Mapped[Speaker] = relationship(back_populates="mentions")
    article: Mapped[Article] = relationship(back_populates="mentions")


class Statement(Base):
    """That a speaker said what stands in a sentence."""

    __tablename__ = "statement"
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), index=True
    )
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), index=True)
    conference_id: Mapped[int | None] = mapped_column(ForeignKey("conference.id"), index=True)
    speaker_number: Mapped[int]
    conference_number: Mapped[int | None]
    """Indices in the article's own facts, from which the two links above are made."""
    sentence: Mapped[int]
    """Position in the article, −1 when it stands in the title only."""
    text: Mapped[str]
    translation: Mapped[str | None]
    findings: Mapped[list[Any]] = mapped_column(default=list)
    addressee: Mapped[str] = mapped_column(default="")
    quoted: Mapped[bool]
    confidence: Mapped[float]
    article: Mapped[Article] = relationship(back_populates="statements")
    speaker: Mapped[Speaker] = relationship(back_populates="statements")
    conference: Mapped[Conference | None] = relationship()


class Task(Base):
    """Something that is to be done. ``id`` is its permanent number; a task that a reprocess no
    longer finds is marked ``withdrawn``, its number is never given to another.
    """

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("article_id", "text_key"),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), index=True
    )
    text_key: Mapped[str]
    """Hash of the folded text: what makes it the same task at a reprocess."""
    sentence: Mapped[int]
    text: Mapped[str]
    translation: Mapped[str | None]
    findings: Mapped[list[Any]] = mapped_column(default=list)
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    stated_by_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"), index=True)
    set_by_text: Mapped[str] = mapped_column(default="")
    """Who set it as the text names it, also where it is no speaker of ours (an organisation)."""
    stated_by_text: Mapped[str] = mapped_column(default="")
    set_by_number: Mapped[int | None]
    stated_by_number: Mapped[int | None]
    conference_number: Mapped[int | None]
    """Indices in the article's own facts, from which the links are made."""
    assignee: Mapped[str] = mapped_column(default="")
    assignee_translation: Mapped[str | None]
    due: Mapped[str] = mapped_column(default="")
    due_basis: Mapped[str] = mapped_column(default="unknown")
    conference_id: Mapped[int | None] = mapped_column(ForeignKey("conference.id"), index=True)
    theme: Mapped[str] = mapped_column(index=True)
    confidence: Mapped[float]
    withdrawn: Mapped[bool] = mapped_column(default=False)
    article: Mapped[Article] = relationship(back_populates="tasks")
    set_by: Mapped[Speaker | None] = relationship(foreign_keys=[set_by_id])
    stated_by: Mapped[Speaker | None] = relationship(foreign_keys=[stated_by_id])
    conference: Mapped[Conference | None] = relationship()


class Correction(Base):
    """A human correction of one field of one thing; survives every reprocess."""

    __tablename__ = "correction"
    __table_args__ = (UniqueConstraint("thing", "thing_id", "field"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    thing: Mapped[str]
    thing_id: Mapped[int]
    field: Mapped[str]
    value: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
