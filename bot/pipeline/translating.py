"""The engine's part in the way of an article: the memory first, then the worker."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.pipeline.bench import EngineState
from bot.pipeline.preparing import direction_of
from bot.pipeline.worker import Worker
from bot.store import memory
from bot.store.database import Database
from bot.store.prepared import Prepared, Rendering
from translations.engine import Direction, Translation, TranslationError

UNTRANSLATED = "none"
"""Engine (version) of what nobody translated."""

_KEPT = 500

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an article has from an earlier preparation, and the engine version that made it."""

    version: str
    renderings: Mapping[str, Rendering]


@dataclass(slots=True)
class Desk:
    """Translates for one run, and says once what it cannot do.

    A text without a translation stays without one: the article enters all the same, and
    ``reprocess --outdated`` finds it by its engine version.
    """

    db: Database
    worker: Worker
    warnings: list[str] = field(default_factory=list)
    _state: EngineState | None = None
    _given_up: set[Direction] = field(default_factory=set)
    _recent: dict[str, Rendering] = field(default_factory=dict)

    async def state(self) -> EngineState:
        """What the worker's engine can do."""
        if self._state is None:
            self._state = await self.worker.state()
            if self._state.trouble:
                self._warn(f"nothing is translated: {self._state.trouble}")
        return self._state

    async def version(self, language: str) -> str:
        """The engine version that an article in ``language`` has when it is done now."""
        state = await self.state()
        direction = direction_of(language)
        able = direction in state.directions and direction not in self._given_up
        return state.version if able else UNTRANSLATED

    async def finish(self, prepared: Prepared, earlier: Earlier | None = None) -> Prepared:
        """Translate what is pending, as far as there is an engine.

        Without one, what ``earlier`` has stays: translations of an older engine beat none. Other
        sentences get the translation that the memory has of them.
        """
        language = prepared.document.language
        found = await self.translate(prepared.pending, language)
        version = await self.version(language)
        if version == UNTRANSLATED and earlier is not None:
            version = earlier.version
            found = {text: r for text, r in earlier.renderings.items() if r.machine}
        elif version != UNTRANSLATED:
            others = [s.text for s in prepared.document.sentences if s.text not in found]
            async with self.db.read() as session:
                direction = direction_of(language).value
                found |= await memory.recall(session, others, direction, version)
        return replace(
            prepared,
            renderings={**found, **prepared.renderings},
            pending=tuple(text for text in prepared.pending if text not in found),
            versions=replace(prepared.versions, engine=version),
        )

    async def translate(
        self, texts: Iterable[str], language: str, *, reader: bool = False
    ) -> dict[str, Rendering]:
        """Translations of texts in ``language``, from the memory or by the engine."""
        wanted = list(dict.fromkeys(texts))
        direction = direction_of(language)
        version = await self.version(language)
        if version == UNTRANSLATED or not wanted:
            return {}
        found = {text: self._recent[text] for text in wanted if text in self._recent}
        if unknown := [text for text in wanted if text not in found]:
            async with self.db.read() as session:
                found |= await memory.recall(session, unknown, direction.value, version)
        # Texts of about one length together: a portion takes as long as its longest.
        missing = sorted((text for text in wanted if text not in found), key=len)
        if missing:
            try:
                made = await self.worker.translate(missing, direction, reader=reader)
            except TranslationError as error:
                self._given_up.add(direction)
                self._warn(f"nothing more is translated {direction.value}: {error}")
                return {}
            new = {
                text: rendering_of(translation)
                for text, translation in zip(missing, made, strict=True)
                if translation.engine != UNTRANSLATED
            }
            found |= new
            self._keep(new)
        return found

    def _keep(self, new: dict[str, Rendering]) -> None:
        """What the next articles may need before this one is written."""
        if len(self._recent) > _KEPT:
            self._recent.clear()
        self._recent |= new

    async def close(self) -> None:
        """Say what else went less than well."""
        if self._state is not None and (trouble := (await self.worker.state()).summary_trouble):
            self._warn(f"summaries are extracts: {trouble}")

    def _warn(self, text: str) -> None:
        self.warnings.append(text)
        _log.warning("%s", text)


def rendering_of(translation: Translation) -> Rendering:
    """A translation as the store keeps it."""
    findings = tuple((finding.kind.value, finding.expected) for finding in translation.findings)
    return Rendering(translation.text, engine=translation.engine, findings=findings)
