"""The shipped engine: CTranslate2 and SentencePiece on model files inside the package.

A model that was installed goes before the shipped one of its direction; where it is broken, the
shipped one goes on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from summarizer.networks.processor import inference
from translations.engine import (
    Direction,
    DirectionUnavailable,
    ModelUnavailable,
    TranslationError,
)
from translations.engines.decoding import Decoder
from translations.engines.manifest import Manifest, find_manifests
from translations.words.wording import plain

_LANGUAGES = {"vi": "Vietnamese", "en": "English"}
_LOG = logging.getLogger(__name__)


def shipped_models() -> Path:
    """The folder of the models inside the package."""
    return Path(str(files("translations"))) / "models"


class CompactEngine:
    """Small models on the CPU, loaded at first use and once; safe from several threads."""

    def __init__(
        self,
        *,
        models: Path | None = None,
        installed: Path | None = None,
        threads: int = 2,
        beam: int | None = None,
        only: Manifest | None = None,
        warn: Callable[[str], None] | None = None,
    ) -> None:
        """Look what is there; nothing is loaded.

        Args:
            models: folder with one folder for each model; the shipped ones by default.
            installed: such a folder of models that go before those, the newest first.
            threads: processor threads one call may use.
            beam: beam width; by default what the model's manifest says.
            only: the one model to use, whatever else is there.
            warn: called with one line for each installed model that cannot be used; logged as a
                warning by default.
        """
        self._threads, self._beam = max(1, threads), beam
        self._warn = warn or _LOG.warning
        own, self._errors = find_manifests(models or shipped_models())
        added, self._told = find_manifests(installed) if installed else ([], [])
        added.sort(key=lambda manifest: manifest.folder.stat().st_mtime, reverse=True)
        self._installed = frozenset(manifest.folder for manifest in added)
        self._candidates: dict[Direction, list[Manifest]] = {}
        for manifest in (only,) if only else (*added, *own):
            for direction in manifest.directions:
                self._candidates.setdefault(direction, []).append(manifest)
        self._decoders: dict[Direction, Decoder] = {}
        self._unheard: set[Direction] = set()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Name and versions of the models in use: ``compact-2``."""
        versions: dict[str, set[str]] = {}
        for manifest in self.manifests:
            versions.setdefault(manifest.name, set()).add(manifest.version)
        names = [f"{name}-{'+'.join(sorted(its))}" for name, its in sorted(versions.items())]
        return "+".join(names) or "compact"

    @property
    def directions(self) -> frozenset[Direction]:
        """The directions for which a manifest is there; the files are checked when loaded."""
        return frozenset(self._candidates)

    @property
    def manifests(self) -> tuple[Manifest, ...]:
        """The models in use, each once."""
        return tuple(dict.fromkeys(found[0] for found in self._candidates.values()))

    @property
    def candidates(self) -> dict[Direction, tuple[Manifest, ...]]:
        """The models for each direction, in the order in which they are tried."""
        return {direction: tuple(found) for direction, found in self._candidates.items()}

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[str]:
        """Translate each sentence; see :class:`translations.engine.Engine`."""
        return self.decoder(direction).translate([plain(sentence) for sentence in sentences])

    def decoder(self, direction: Direction) -> Decoder:
        """The loaded model for ``direction``.

        Raises:
            DirectionUnavailable: if no model for it is there.
            ModelUnavailable: if its files are missing, broken or cannot be loaded.
        """
        with self._lock:
            if direction not in self._decoders:
                self._decoders[direction] = self._first_that_loads(direction)
            return self._decoders[direction]

    def way_back(self, direction: Direction) -> Decoder | None:
        """The loaded model of the other direction, for a second opinion; ``None`` without one."""
        other = Direction.EN_VI if direction is Direction.VI_EN else Direction.VI_EN
        if other not in self._candidates:
            return None
        try:
            return self.decoder(other)
        except TranslationError as error:
            if other not in self._unheard:
                self._warn(f"{error}; going on without its second opinion")
            self._unheard.add(other)
            return None

    def _first_that_loads(self, direction: Direction) -> Decoder:
        told, self._told = self._told, []
        for error in told:
            self._warn(f"{error}; going on without it")
        candidates = self._candidates.get(direction, [])
        while candidates:
            try:
                return load(candidates[0], threads=self._threads, beam=self._beam)
            except ModelUnavailable as error:
                if len(candidates) == 1 or candidates[0].folder not in self._installed:
                    raise
                del candidates[0]
                following = candidates[0]
                self._warn(f"{error}; going on with {following.name}-{following.version}")
        if self._errors:
            raise self._errors[0]
        source, target = _LANGUAGES[direction.source], _LANGUAGES[direction.target]
        raise DirectionUnavailable(
            f"{source}→{target} is not available with the models in this package",
            advice="a model from the hub can be set instead",
        )


def load(manifest: Manifest, *, threads: int = 2, beam: int | None = None) -> Decoder:
    """Check and load a model.

    The steps of a small decoder are too short to be shared by threads: each of ``threads`` works
    on a batch of its own. They share the weights.

    Raises:
        ModelUnavailable: if its files are missing, broken or cannot be loaded.
    """
    manifest.check()
    import sentencepiece

    folder = str(manifest.folder)
    try:
        pieces = sentencepiece.SentencePieceProcessor(model_file=str(manifest.folder / "spm.model"))
        model = inference().Translator(
            folder, device="cpu", compute_type="int8", inter_threads=threads, intra_threads=1
        )
    except (RuntimeError, OSError, ValueError) as error:
        raise ModelUnavailable(
            f"cannot be loaded: {str(error).splitlines()[0]}",
            subject=f"model {manifest.folder.name}",
            advice=manifest.advice,
        ) from error
    return Decoder(
        model=model,
        encode=lambda text: list(pieces.encode(text, out_type=str)),
        decode=lambda tokens: str(pieces.decode(tokens)),
        beam=beam or manifest.beam,
        longest=manifest.longest,
        length_penalty=manifest.length_penalty,
        encode_target=lambda text: list(pieces.encode(text, out_type=str)),
        markers=manifest.markers,
        annotated=manifest.annotated,
        workers=threads,
        shortlist=manifest.shortlist,
    )
