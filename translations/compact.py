"""The shipped engine: CTranslate2 and SentencePiece on model files inside the package."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from translations.decoding import Decoder
from translations.engine import Direction, DirectionUnavailable, ModelUnavailable
from translations.manifest import Manifest, find_manifests
from translations.wording import plain

_LANGUAGES = {"vi": "Vietnamese", "en": "English"}


def shipped_models() -> Path:
    """The folder of the models inside the package."""
    return Path(str(files("translations"))) / "models"


class CompactEngine:
    """Small models on the CPU, loaded at first use and once; safe from several threads."""

    def __init__(
        self, *, models: Path | None = None, threads: int = 2, beam: int | None = None
    ) -> None:
        """Look what is there; nothing is loaded.

        Args:
            models: folder with one folder for each model; the shipped ones by default.
            threads: processor threads one call may use.
            beam: beam width; by default what the model's manifest says.
        """
        self._threads, self._beam = max(1, threads), beam
        manifests, self._errors = find_manifests(models or shipped_models())
        self._manifests: dict[Direction, Manifest] = {}
        for manifest in manifests:
            for direction in manifest.directions:
                self._manifests.setdefault(direction, manifest)
        versions = sorted({manifest.version for manifest in self._manifests.values()})
        self.name = "compact-" + "+".join(versions) if versions else "compact"
        self._decoders: dict[Direction, Decoder] = {}
        self._lock = threading.Lock()

    @property
    def directions(self) -> frozenset[Direction]:
        """The directions for which a manifest is there; the files are checked when loaded."""
        return frozenset(self._manifests)

    @property
    def manifests(self) -> tuple[Manifest, ...]:
        """The models in use, each once."""
        return tuple(dict.fromkeys(self._manifests.values()))

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
                self._decoders[direction] = self._load(direction)
            return self._decoders[direction]

    def _load(self, direction: Direction) -> Decoder:
        manifest = self._manifests.get(direction)
        if manifest is None:
            if self._errors:
                raise self._errors[0]
            source, target = _LANGUAGES[direction.source], _LANGUAGES[direction.target]
            raise DirectionUnavailable(
                f"{source}→{target} is not available with the models in this package",
                advice="a model from the hub can be set instead",
            )
        manifest.check()
        import ctranslate2
        import sentencepiece

        folder = str(manifest.folder)
        try:
            pieces = sentencepiece.SentencePieceProcessor(
                model_file=str(manifest.folder / "spm.model")
            )
            model = ctranslate2.Translator(
                folder,
                device="cpu",
                compute_type="int8",
                inter_threads=1,
                intra_threads=self._threads,
            )
        except (RuntimeError, OSError, ValueError) as error:
            raise ModelUnavailable(
                f"cannot be loaded: {str(error).splitlines()[0]}",
                subject=f"model {manifest.folder.name}",
                advice="install the package again to restore its models",
            ) from error
        return Decoder(
            model=model,
            encode=lambda text: list(pieces.encode(text, out_type=str)),
            decode=lambda tokens: str(pieces.decode(tokens)),
            beam=self._beam or manifest.beam,
            longest=manifest.longest,
            length_penalty=manifest.length_penalty,
            encode_target=lambda text: list(pieces.encode(text, out_type=str)),
            markers=manifest.markers,
        )
