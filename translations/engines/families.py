"""Families of translation models on the hub: how each is told the languages.

Marian models of one pair need nothing, those of many targets a code before the text (``>>vie<<``);
T5 models take an instruction in words; M2M100, NLLB and mBART have language codes on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translations.engine import Direction, ModelUnavailable

_LONG_CODES = {"vi": "vie", "en": "eng"}
_NLLB_CODES = {"vi": "vie_Latn", "en": "eng_Latn"}
_MBART_CODES = {"vi": "vi_VN", "en": "en_XX"}
_T5 = ("t5", "mt5", "umt5")
_LANGUAGES = {"vi": "Vietnamese", "en": "English"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one model is run in one direction.

    Attributes:
        before: what stands before the source text.
        source_code: the tokenizer's ``src_lang``, or ``""``.
        target_code: the piece that every output starts with, or ``""``.
        says: words that every output starts with and that are no part of it.
    """

    before: str = ""
    source_code: str = ""
    target_code: str = ""
    says: str = ""


def find_recipes(
    name: str, model_type: str, tokenizer: Any, declared: Direction | None = None
) -> dict[Direction, Recipe]:
    """The directions a model can do, each with its recipe.

    Args:
        name: name on the hub, or folder.
        model_type: ``model_type`` of its configuration.
        tokenizer: its loaded tokenizer.
        declared: the one direction that the setting names (``hub:FOLDER@vi-en``), if any.

    Raises:
        ModelUnavailable: if the family is not known or no direction can be made out.
    """
    base = Path(name).name.lower()
    if model_type == "marian":
        found = _marian(base, tokenizer, declared)
    elif model_type in _T5:
        found = {direction: _t5(base, direction, tokenizer) for direction in Direction}
    elif model_type == "m2m_100":
        found = _coded(tokenizer, _NLLB_CODES, lambda code: code) or _coded(
            tokenizer, {"vi": "vi", "en": "en"}, lambda code: f"__{code}__"
        )
    elif model_type == "mbart":
        found = _coded(tokenizer, _MBART_CODES, lambda code: code)
        found = {d: r for d, r in found.items() if _named(base) in (None, d)}
    else:
        raise ModelUnavailable(
            f"models of type {model_type!r} are not known here",
            subject=name,
            advice="use a Marian, T5, M2M100, NLLB or mBART translation model",
        )
    if declared is not None:
        found = {direction: recipe for direction, recipe in found.items() if direction is declared}
    if not found:
        raise ModelUnavailable(
            "neither its name nor its tokenizer says that it translates between Vietnamese and "
            "English",
            subject=name,
            advice="add @vi-en or @en-vi to the name if it does",
        )
    return found


def _named(base: str) -> Direction | None:
    """The direction that a model's name gives away."""
    for direction in Direction:
        source, target = direction.source, direction.target
        long_source, long_target = _LONG_CODES[source], _LONG_CODES[target]
        pattern = (
            rf"(?<![a-z])(?:{source}|{long_source})(?:-|_|2|to|-to-)"
            rf"(?:{target}|{long_target})(?![a-z])"
        )
        if re.search(pattern, base):
            return direction
    return None


def _marian(base: str, tokenizer: Any, declared: Direction | None) -> dict[Direction, Recipe]:
    codes = set(getattr(tokenizer, "supported_language_codes", None) or ())
    named = declared or _named(base)
    if named is None:
        source = str(getattr(tokenizer, "source_lang", "") or "")[:2]
        target = str(getattr(tokenizer, "target_lang", "") or "")[:2]
        named = next((d for d in Direction if (d.source, d.target) == (source, target)), None)
    found: dict[Direction, Recipe] = {}
    for direction in Direction:
        code = f">>{_LONG_CODES[direction.target]}<<"
        if code in codes and named in (None, direction):
            found[direction] = Recipe(before=f"{code} ")
        elif named is direction:
            found[direction] = Recipe()
    return found


def _t5(base: str, direction: Direction, tokenizer: Any) -> Recipe:
    source, target = direction.source, direction.target
    if "envit5" in base:
        return Recipe(before=f"{source}: ", says=f"{target}: ")
    if f"<2{target}>" in tokenizer.get_vocab():
        return Recipe(before=f"<2{target}> ")
    return Recipe(before=f"translate {_LANGUAGES[source]} to {_LANGUAGES[target]}: ")


def _coded(
    tokenizer: Any, codes: dict[str, str], piece: Callable[[str], str]
) -> dict[Direction, Recipe]:
    vocabulary = tokenizer.get_vocab()
    if not all(piece(code) in vocabulary for code in codes.values()):
        return {}
    return {
        direction: Recipe(
            source_code=codes[direction.source], target_code=piece(codes[direction.target])
        )
        for direction in Direction
    }
