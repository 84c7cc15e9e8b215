"""Tables that nobody is shown: what joining, stories, search and translation work with."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import Base


class JoinKey(Base):
    """A key under which a sighting may meet others that are the same thing; of a document, under
    which it is the same as one that other articles name.
    """

    __tablename__ = "join_key"
    __table_args__ = (Index("ix_join_key_key", "thing", "key"),)
    thing: Mapped[str] = mapped_column(primary_key=True)
    """``conference``, ``speaker`` or ``document``."""
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)


class Moved(Base):
    """A conference or speaker that was joined into another: old links lead on from here."""

    __tablename__ = "moved"
    thing: Mapped[str] = mapped_column(primary_key=True)
    old_id: Mapped[int] = mapped_column(primary_key=True)
    new_id: Mapped[int]


class SimilarityBand(Base):
    """A band of an article's signature: articles that share one may be near-duplicates."""

    __tablename__ = "similarity_band"
    __table_args__ = (Index("ix_similarity_band_band", "band"),)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    band: Mapped[int] = mapped_column(BigInteger)


class NearDuplicate(Base):
    """Two articles with nearly the same text; ``first_id`` is the smaller."""

    __tablename__ = "near_duplicate"
    first_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    second_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class SearchText(Base):
    """An article's texts for full-text search: folded, both languages in each column; and all of
    them as they are spelt, with marks (:mod:`bot.store.spelling`), what is not Vietnamese only
    where the article is in that language.
    """

    __tablename__ = "search_text"
    article_id: Mapped[int] = mapped_column(
        ForeignKey("article.id", ondelete="CASCADE"), primary_key=True
    )
    title: Mapped[str]
    body: Mapped[str]
    names: Mapped[str]
    spelt: Mapped[str] = mapped_column(default="", server_default="")


class TranslationMemory(Base):
    """Sentences that were translated before, by the same engine, glossary and style."""

    __tablename__ = "translation_memory"
    __table_args__ = (UniqueConstraint("source_hash", "direction", "engine_version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    source_hash: Mapped[str]
    direction: Mapped[str]
    engine_version: Mapped[str]
    engine: Mapped[str]
    text: Mapped[str]
    findings: Mapped[list[Any]] = mapped_column(default=list)


class Meta(Base):
    """Small facts about this database, by name."""

    __tablename__ = "meta"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
