"""Making an engine from a setting: ``compact``, ``hub:NAME`` or ``none``."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from translations.engine import Direction, Engine, TranslationError
from translations.engines.compact import CompactEngine
from translations.engines.decoding import Decoder
from translations.engines.untranslated import NoneEngine

_LOG = logging.getLogger(__name__)


class FallbackEngine:
    """A chosen engine, and another one that goes on where the first fails.

    The first failure of each direction is reported once, in one line.
    """

    def __init__(self, first: Engine, second: Engine, *, warn: Callable[[str], None]) -> None:
        self._first, self._second, self._warn = first, second, warn
        self._failed: set[Direction] = set()

    @property
    def name(self) -> str:
        """The name of the first engine, or of the second once the first has failed."""
        return self._second.name if self._failed else self._first.name

    @property
    def directions(self) -> frozenset[Direction]:
        """What either engine can do."""
        return self._first.directions | self._second.directions

    def engine_for(self, direction: Direction) -> Engine:
        """The engine that serves ``direction`` as things stand."""
        failed = direction in self._failed or direction not in self._first.directions
        return self._second if failed else self._first

    def decoder(self, direction: Direction) -> Decoder | None:
        """The decoder of the engine that serves ``direction``, or ``None`` where it has none."""
        engine = self.engine_for(direction)
        if engine is self._first:
            try:
                find = getattr(engine, "decoder", None)
                return find(direction) if find else None
            except TranslationError as error:
                self._give_up(direction, error)
                engine = self._second
        find = getattr(engine, "decoder", None)
        return find(direction) if find else None

    def way_back(self, direction: Direction) -> Decoder | None:
        """A second opinion on what the second engine says; the first, of a hub, is not asked twice,
        nor judged by smaller models.
        """
        if self.engine_for(direction) is self._first:
            return None
        find = getattr(self._second, "way_back", None)
        return find(direction) if find else None

    def _give_up(self, direction: Direction, error: TranslationError) -> None:
        self._failed.add(direction)
        if direction not in self._second.directions:
            raise error
        self._warn(f"{error}; going on with {self._second.name}")

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[str]:
        """Translate with the first engine; when it is unavailable, with the second."""
        engine = self.engine_for(direction)
        if engine is self._second:
            return engine.translate(sentences, direction)
        try:
            return engine.translate(sentences, direction)
        except TranslationError as error:
            self._give_up(direction, error)
            return self._second.translate(sentences, direction)


def make_engine(
    setting: str = "compact",
    *,
    threads: int = 2,
    cache: Path | None = None,
    models: Path | None = None,
    installed: Path | None = None,
    warn: Callable[[str], None] | None = None,
) -> Engine:
    """Make the engine that ``setting`` names; nothing is loaded yet.

    Args:
        setting: ``"compact"``, ``"none"``, ``"hub:OWNER/NAME"`` or ``"hub:FOLDER"``.
        threads: processor threads one call may use.
        cache: where converted hub models are kept; the user's cache folder by default.
        models: folder of the compact models, for tests.
        installed: folder of models that were installed for the compact engine and go before its
            own; see :mod:`translations.engines.installing`.
        warn: called with one line when a hub model or an installed one fails and the compact
            engine goes on; logged as a warning by default.

    Raises:
        TranslationError: if the setting is none of these.
    """
    kind, _, name = setting.strip().partition(":")
    compact = CompactEngine(models=models, installed=installed, threads=threads, warn=warn)
    if kind == "compact" and not name:
        return compact
    if kind == "none" and not name:
        return NoneEngine()
    if kind == "hub" and name.strip():
        from translations.engines.hub import HubEngine

        hub = HubEngine(name.strip(), threads=threads, cache=cache)
        return FallbackEngine(hub, compact, warn=warn or _LOG.warning)
    raise TranslationError(
        "no such translation engine",
        subject=repr(setting),
        advice="use compact, none, hub:OWNER/NAME or hub:FOLDER",
    )
