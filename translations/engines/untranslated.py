"""The engine that translates nothing: for machines that shall run no model."""

from __future__ import annotations

from collections.abc import Sequence

from translations.engine import Direction


class NoneEngine:
    """Gives every sentence back as it came; the translator marks it as untranslated."""

    name = "none"

    @property
    def directions(self) -> frozenset[Direction]:
        """Both: there is nothing to be missing."""
        return frozenset(Direction)

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[str]:  # noqa: ARG002 - the protocol's argument
        """The sentences themselves."""
        return list(sentences)
