"""From an exported model to one that can be installed or shipped: manifest and licence.

Both are written from what ``training.json`` says the model was trained on, so that they cannot
disagree with it.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translations.engine import Direction, TranslationError
from translations.engines.manifest import MANIFEST, SHORTLIST, Manifest, read_manifest

_SOURCES = Path(__file__).with_name("sources.toml")
_FILES = ("config.json", "model.bin", "shared_vocabulary.json", "spm.model", "training.json")
_LANGUAGES = {"vi": "Vietnamese", "en": "English"}
RESEARCH = "LicenseRef-Research-Use-Weights"
FREE = "CC-BY-SA-4.0"
BEAM, LONGEST = 4, 64
LENGTH_PENALTY = {Direction.VI_EN: 1.3, Direction.EN_VI: 1.8}
"""How the shipped models are run, by measurement: Vietnamese comes out a tenth short at 1.3. No
kind of term is annotated from the start (``annotated`` in the manifest): what a draft lacks is
given to the model when it lacks it, which costs no fluency and less time."""


def package(
    model: Path,
    version: str,
    *,
    earlier: tuple[str, ...] = (),
    words: Mapping[str, str] | None = None,
    name: str = "compact",
) -> Manifest:
    """Write ``manifest.json`` and ``LICENSE`` into the folder of an exported model.

    Args:
        model: what ``export`` wrote, with or without a shortlist.
        version: of the weights.
        earlier: names of sources (sources.toml) that the weights it started from had seen.
        words: what a person has to say of ``start`` and ``hardware``, for the card.
        name: of the model.

    Raises:
        TranslationError: if ``training.json`` or a file of the model is missing, or a source is
            not in sources.toml.
    """
    try:
        notes = json.loads((model / "training.json").read_text(encoding="utf-8"))
        data, settings = notes["data"], notes["settings"]
        direction = Direction(data["direction"])
    except (OSError, ValueError, KeyError) as error:
        raise TranslationError(
            f"training.json cannot be read: {error}", subject=str(model)
        ) from None
    known = tomllib.loads(_SOURCES.read_text(encoding="utf-8"))
    names = list(dict.fromkeys([*data["sources"], *earlier]))
    if unknown := set(names) - set(known):
        raise TranslationError(
            f"{min(unknown)!r} is no source that is known", subject=str(_SOURCES)
        )
    marked = {source["name"] for source in settings["source"] if source.get("research")}
    free = not earlier and not marked & set(names)
    lines = [f"{known[source]['title']}: {known[source]['licence']}" for source in names]
    network = settings["network"]
    present = [*_FILES, *([SHORTLIST] if (model / SHORTLIST).is_file() else [])]
    fields: dict[str, Any] = {
        "name": name,
        "version": version,
        "directions": [direction.value],
        "architecture": (
            f"BART, {network['encoder_layers']} encoder layers from multilingual-e5-small (MIT), "
            f"{network['decoder_layers']} decoder layers; CTranslate2 int8"
        ),
        **{field: said for field, said in (words or {}).items() if said},
        "licence": FREE if free else RESEARCH,
        "licence_file": "LICENSE",
        "data": lines,
        "decoder": {
            "beam": BEAM,
            "longest": LONGEST,
            "length_penalty": LENGTH_PENALTY[direction],
        },
        "inline_terms": list(network["markers"]),
        "files": {file: _described(model / file) for file in present},
    }
    text = json.dumps(fields, indent=2, ensure_ascii=False) + "\n"
    (model / MANIFEST).write_text(text, encoding="utf-8")
    licence = _licence(name, version, direction, lines, free=free)
    (model / "LICENSE").write_text(licence, encoding="utf-8")
    return read_manifest(model)


def _described(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {"bytes": path.stat().st_size, "sha256": digest}
    except OSError as error:
        raise TranslationError(f"cannot be read: {error.strerror}", subject=str(path)) from None


def _licence(name: str, version: str, direction: Direction, lines: list[str], *, free: bool) -> str:
    pair = f"{_LANGUAGES[direction.source]}-{_LANGUAGES[direction.target]}"
    title = f'Weights of the {pair} model "{name}" {version}' + (
        ": CC BY-SA 4.0" if free else ": research use only"
    )
    terms = _FREE_TERMS if free else _RESEARCH_TERMS
    origins = "\n".join(f"- {line}" for line in lines)
    return f"{title}\n{'=' * len(title)}\n\n{_COVERS}\n{terms}\n{_ORIGINS}\n\n{origins}\n\n{_END}"


_COVERS = """\
This licence covers the files model.bin, shared_vocabulary.json, config.json, spm.model and, where
it is there, vmap.txt in this folder. The program code of the project is under the MIT licence (see
LICENSE at the root of the project) and is not affected.
"""
_RESEARCH_TERMS = """\
The weights were trained on texts of several origins, some of which may be used for research
only or for non-commercial purposes only. They are therefore made available for research,
evaluation and teaching. They may be copied together with the program for these purposes. Any
other use, commercial use in particular, needs the consent of the holders of the rights in the
texts concerned, or a model trained without them.
"""
_FREE_TERMS = """\
The weights were trained on texts that may be used freely, under the condition of some that what
is made of them is passed on under the same licence. They are therefore licensed under Creative
Commons Attribution-ShareAlike 4.0 International
(https://creativecommons.org/licenses/by-sa/4.0/).
"""
_ORIGINS = "Origins and licences of the texts:"
_END = """\
The encoder started from multilingual-e5-small (MIT licence, Copyright (c) Microsoft Corporation).

THE WEIGHTS ARE PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. Translations are made by a machine and may be wrong.
"""
