"""The translator: engine, glossary, names and checks put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translations.engine import Direction, Engine, Finding, FindingKind, Translation
from translations.names import find_names
from translations.style import Style, apply_style
from translations.terminology import Glossary

REPAIRS = "1"
"""Rises when the rules around the engine change what comes out."""


class Cancelled(Exception):  # noqa: N818 - it is no error: somebody asked for it
    """A translation was stopped because its caller asked for it."""


class Translator:
    """Translates sentences and says of each what did not come out right."""

    def __init__(
        self, engine: Engine, glossary: Glossary | None = None, style: Style = Style.HOUSE
    ) -> None:
        self.engine = engine
        self.glossary = glossary or Glossary.load()
        self.style = style

    @property
    def version(self) -> str:
        """Fingerprint of engine, glossary, style and rules: the key of a translation memory."""
        return f"{self.engine.name}/{REPAIRS}/{self.glossary.version}/{self.style.value}"

    @property
    def directions(self) -> frozenset[Direction]:
        """What the engine can do."""
        return self.engine.directions

    def translate(
        self,
        sentences: Sequence[str],
        direction: Direction,
        *,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Translation]:
        """Translate each sentence; the result has the same length and order."""
        distinct = list(dict.fromkeys(sentences))
        outputs: dict[str, Translation] = {}
        for start in range(0, len(distinct), 64):
            if cancelled():
                raise Cancelled
            block = distinct[start : start + 64]
            for source, text in zip(block, self.engine.translate(block, direction), strict=True):
                outputs[source] = self._finish(source, text, direction)
        return [outputs[sentence] for sentence in sentences]

    def _finish(self, source: str, text: str, direction: Direction) -> Translation:
        findings: list[Finding] = []
        if self.engine.name == "none" and source.strip():
            findings.append(Finding(FindingKind.UNTRANSLATED, source.strip()))
        elif direction is Direction.VI_EN:
            text = apply_style(text, self.style)
            for name in find_names(source):
                if name.english not in text:
                    findings.append(Finding(FindingKind.NAME, name.english))
        return Translation(text, self.engine.name, tuple(findings))
