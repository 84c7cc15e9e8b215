"""What the library takes in: an article with everything that was made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from seeds.article import Article
from summarizer.document import Document
from summarizer.extract import Summary
from summarizer.facts.model import Conference, Facts, Role, Speaker


@dataclass(frozen=True, slots=True)
class Rendering:
    """The other-language side of a text.

    ``machine`` is false where it is official or by rule. ``findings`` are ``(kind, expected)``
    pairs of what a check found wrong; not empty: uncertain.
    """

    text: str
    machine: bool = True
    engine: str = ""
    findings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Versions:
    """Of what made an article's rows. ``engine`` is the translator's whole version."""

    pipeline: str
    engine: str = "none"
    glossary: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A preprocessed article.

    Attributes:
        fingerprint: hash of the folded title, lead and body.
        body_fingerprint: the same without the title.
        signature: see :mod:`bot.store.fingerprints`.
        pending: texts to be translated by the engine.
        renderings: other-language sides by source text: by rule from the start, by machine once
            ``pending`` is translated.
    """

    article: Article
    document: Document
    summary: Summary
    facts: Facts
    fingerprint: str
    body_fingerprint: str
    signature: bytes
    versions: Versions
    pending: tuple[str, ...] = ()
    renderings: Mapping[str, Rendering] = field(default_factory=dict)


_ARTICLE = TypeAdapter(Article)
_FACTS = TypeAdapter(Facts)
_SPEAKER = TypeAdapter(Speaker)
_CONFERENCE = TypeAdapter(Conference)
_ROLES = TypeAdapter(tuple[Role, ...])


def dump_article(article: Article) -> dict[str, Any]:
    """An article as plain data."""
    return _ARTICLE.dump_python(article, mode="json")


def load_article(data: dict[str, Any]) -> Article:
    """What :func:`dump_article` made."""
    return _ARTICLE.validate_python(data)


def dump_facts(facts: Facts) -> dict[str, Any]:
    """Facts as plain data."""
    return _FACTS.dump_python(facts, mode="json")


def load_facts(data: dict[str, Any]) -> Facts:
    """What :func:`dump_facts` made."""
    return _FACTS.validate_python(data)


def dump_speaker(speaker: Speaker) -> dict[str, Any]:
    """A speaker as one article has it, without the mentions, as plain data."""
    return {**_SPEAKER.dump_python(speaker, mode="json"), "mentions": []}


def load_speaker(data: dict[str, Any]) -> Speaker:
    """What :func:`dump_speaker` made."""
    return _SPEAKER.validate_python(data)


def load_roles(speaker: Mapping[str, Any]) -> tuple[Role, ...]:
    """The offices of a speaker that :func:`dump_speaker` has written, none in older dumps."""
    return _ROLES.validate_python(speaker.get("roles") or ())


def dump_conference(conference: Conference) -> dict[str, Any]:
    """A conference as one article has it, as plain data."""
    return _CONFERENCE.dump_python(conference, mode="json")


def load_conference(data: dict[str, Any]) -> Conference:
    """What :func:`dump_conference` made."""
    return _CONFERENCE.validate_python(data)


def dump_renderings(renderings: Mapping[str, Rendering]) -> dict[str, Any]:
    """Renderings as plain data, by source text."""
    return {
        source: [r.text, r.machine, r.engine, [list(pair) for pair in r.findings]]
        for source, r in renderings.items()
    }


def load_renderings(data: Mapping[str, Any]) -> dict[str, Rendering]:
    """What :func:`dump_renderings` made."""
    return {
        source: Rendering(text, machine, engine, tuple((str(k), str(e)) for k, e in findings))
        for source, (text, machine, engine, findings) in data.items()
    }
