"""Translation models from the hub or a folder: Marian, T5, M2M100, NLLB, mBART.

``HubEngine("Helsinki-NLP/opus-mt-vi-en")`` converts the model once to CTranslate2 (int8) and runs
it like the shipped ones; what CTranslate2 cannot convert is run by transformers. torch is needed
for the conversion and for running with transformers, not for a converted model.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.networks.processor import inference
from translations.engine import Direction, DirectionUnavailable, ModelUnavailable
from translations.engines.conversion import (
    TOKENIZER,
    NotConvertible,
    cache_folder,
    convert,
    converted_folder,
    first_line,
    is_converted,
    need_torch,
)
from translations.engines.decoding import Decoder
from translations.engines.families import Recipe, find_recipes
from translations.words.wording import plain

_LONGEST = 200
"""Source pieces given to a model at once; less where its positions do not reach so far."""
_REACH = 400
"""Target pieces of the longest output."""
_BEAM = 4
_BATCH = 8


class HubEngine:
    """A sequence-to-sequence model of the hub's formats; safe from several threads."""

    def __init__(self, name: str, *, threads: int = 2, cache: Path | None = None) -> None:
        """Take note of the model; nothing is loaded, converted or fetched yet.

        Args:
            name: ``OWNER/NAME`` on the hub or a folder; ``@vi-en`` or ``@en-vi`` at the end says
                what it translates where its name and tokenizer do not.
            threads: processor threads one call may use.
            cache: folder of converted models; in the user's cache folder by default.
        """
        source, at, direction = name.rpartition("@")
        self._declared = Direction(direction) if at and direction in set(Direction) else None
        self._source = source if self._declared else name
        self.name = f"hub:{name}"
        self._threads = max(1, threads)
        self._cache = cache or cache_folder()
        self._lock = threading.Lock()
        self._tokenizers: dict[Direction, Any] = {}
        self._recipes: dict[Direction, Recipe] | None = None
        self._converted: Any = None
        self._plain_model: Any = None
        self._decoders: dict[Direction, Decoder] = {}
        self._folder: Path | None = None
        self._longest, self._reach = _LONGEST, _REACH

    @property
    def directions(self) -> frozenset[Direction]:
        """What it is known to translate; both as long as it has not been loaded."""
        if self._recipes is None:
            return frozenset({self._declared} if self._declared else Direction)
        return frozenset(self._recipes)

    def translate(self, sentences: Sequence[str], direction: Direction) -> list[str]:
        """Translate each sentence; see :class:`translations.engine.Engine`."""
        decoder = self.decoder(direction)
        texts = [plain(sentence) for sentence in sentences]
        return decoder.translate(texts) if decoder else self._generate(texts, direction)

    def decoder(self, direction: Direction) -> Decoder | None:
        """The converted model for ``direction``, or ``None`` where transformers runs it.

        Raises:
            DirectionUnavailable: if the model does not translate that way.
            ModelUnavailable: if it cannot be had, converted or loaded.
        """
        with self._lock:
            if self._recipes is None:
                self._load()
            assert self._recipes is not None
            if direction not in self._recipes:
                raise DirectionUnavailable(
                    f"this model does not translate {direction.value}", subject=self.name
                )
            if self._converted is None:
                return None
            if direction not in self._decoders:
                self._decoders[direction] = self._make_decoder(direction)
            return self._decoders[direction]

    def _load(self) -> None:
        folder = converted_folder(self._source, self._cache)
        if not is_converted(folder):
            try:
                convert(self._source, folder)
            except NotConvertible:
                self._load_plain()
                return
        self._folder = folder
        try:
            model = inference().Translator(
                str(folder), device="cpu", compute_type="int8", intra_threads=self._threads
            )
        except (RuntimeError, OSError, ValueError) as error:
            raise ModelUnavailable(
                f"its conversion is broken: {first_line(error)}",
                subject=self.name,
                advice=f"remove {folder} and try again",
            ) from error
        self._learn(str(folder / TOKENIZER), self._model_type(str(folder / TOKENIZER)))
        self._converted = model

    def _model_type(self, folder: str) -> str:
        """``model_type`` of the configuration that was kept beside the tokenizer."""
        import transformers

        try:
            config = transformers.AutoConfig.from_pretrained(folder)
        except (OSError, ValueError) as error:
            raise ModelUnavailable(
                f"its configuration cannot be read: {first_line(error)}", subject=self.name
            ) from error
        self._measure(config)
        return str(config.model_type)

    def _load_plain(self) -> None:
        need_torch(self._source)
        import transformers

        try:
            config = transformers.AutoConfig.from_pretrained(self._source)
            self._learn(self._source, str(config.model_type))
            self._plain_model = transformers.AutoModelForSeq2SeqLM.from_pretrained(self._source)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise ModelUnavailable(
                f"cannot be loaded: {first_line(error)}", subject=self.name
            ) from error
        self._measure(config)
        self._plain_model.eval()

    def _measure(self, config: Any) -> None:
        positions = int(getattr(config, "max_position_embeddings", None) or 10**6)
        self._reach = min(_REACH, positions - 2)
        self._longest = max(16, min(_LONGEST, positions // 2))

    def _learn(self, tokenizer_place: str, model_type: str) -> None:
        """Tokenizer and recipe of each direction: ``src_lang`` is a state, so each has its own."""
        import transformers

        try:
            tokenizer = transformers.AutoTokenizer.from_pretrained(tokenizer_place)
        except (OSError, ValueError, ImportError) as error:
            raise ModelUnavailable(
                f"its tokenizer cannot be loaded: {first_line(error)}", subject=self.name
            ) from error
        tokenizer.model_max_length = 10**9
        recipes = find_recipes(self._source, model_type, tokenizer, self._declared)
        for direction, recipe in recipes.items():
            mine = transformers.AutoTokenizer.from_pretrained(tokenizer_place)
            mine.model_max_length = 10**9  # long texts are chopped here, not there
            if recipe.source_code:
                mine.src_lang = recipe.source_code
            self._tokenizers[direction] = mine
        self._recipes = recipes

    def _make_decoder(self, direction: Direction) -> Decoder:
        assert self._recipes is not None
        tokenizer, recipe = self._tokenizers[direction], self._recipes[direction]
        lock = threading.Lock()  # tokenizers of this library are not safe from several threads
        special = set(tokenizer.all_special_tokens)

        def encode(text: str) -> list[str]:
            with lock:
                ids = tokenizer.encode(recipe.before + text)
                return list(tokenizer.convert_ids_to_tokens(ids))

        def encode_target(text: str) -> list[str]:
            with lock:
                ids = tokenizer(text_target=text).input_ids
                pieces = tokenizer.convert_ids_to_tokens(ids)
            return [piece for piece in pieces if piece not in special]

        def decode(pieces: list[str]) -> str:
            with lock:
                ids = tokenizer.convert_tokens_to_ids(pieces)
                text = str(tokenizer.decode(ids, skip_special_tokens=True))
            return text.removeprefix(recipe.says.strip()).strip() if recipe.says else text

        return Decoder(
            model=self._converted,
            encode=encode,
            decode=decode,
            prefix=(recipe.target_code,) if recipe.target_code else (),
            beam=_BEAM,
            longest=self._longest,
            reach=self._reach,
            encode_target=None if recipe.says else encode_target,
        )

    def _generate(self, texts: Sequence[str], direction: Direction) -> list[str]:
        """Run the model with transformers, a few chopped texts at a time."""
        import torch

        from translations.engines.chopping import chop

        assert self._recipes is not None
        tokenizer, recipe = self._tokenizers[direction], self._recipes[direction]
        forced = (
            {"forced_bos_token_id": tokenizer.convert_tokens_to_ids(recipe.target_code)}
            if recipe.target_code
            else {}
        )
        results: list[str] = []
        with self._lock, torch.inference_mode():
            for text in texts:
                parts = chop(text, lambda part: len(tokenizer.encode(part)), self._longest)
                outputs: list[str] = []
                for start in range(0, len(parts), _BATCH):
                    batch = [recipe.before + part for part in parts[start : start + _BATCH]]
                    inputs = tokenizer(batch, return_tensors="pt", padding=True)
                    found = self._plain_model.generate(
                        input_ids=inputs["input_ids"],
                        attention_mask=inputs["attention_mask"],
                        num_beams=_BEAM,
                        max_new_tokens=min(self._reach, 2 * inputs["input_ids"].shape[1] + 20),
                        **forced,
                    )
                    outputs += tokenizer.batch_decode(found, skip_special_tokens=True)
                results.append(
                    " ".join(out.removeprefix(recipe.says.strip()).strip() for out in outputs)
                )
        return results
