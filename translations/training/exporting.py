"""From checkpoints to a finished model: averaged, kept in half precision, shipped in int8."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

from translations.engine import TranslationError
from translations.training.network import load_network

FLOAT = "float"
"""Folder in the work folder for the averaged weights, laid out as a folder to start from."""


def average(work: Path, start: Path | None = None, share: float = 0.0) -> Path:
    """Average the kept checkpoints into ``work/float`` (half precision, configuration, pieces).

    With ``start``, the weights that the run began with have ``share`` of the mean (Wortsman et
    al. 2022, "Robust fine-tuning of zero-shot models"): between two ends of the same path the
    loss is often lower than at either.

    Raises:
        TranslationError: if there is no checkpoint, ``share`` is not below 1, or the weights of
            ``start`` are of another shape.
    """
    import torch
    from safetensors.torch import load_file, save_file

    paths = sorted(work.glob("checkpoint-*.safetensors"))
    if not paths:
        raise TranslationError("no checkpoint", subject=str(work), advice="run train first")
    total: dict[str, Any] = {}
    for path in paths:
        for name, tensor in load_file(str(path)).items():
            total[name] = total.get(name, 0) + tensor.float()
    mean = {name: tensor / len(paths) for name, tensor in total.items()}
    if start is not None:
        mean = _mixed(mean, start, share)
    mean = {name: tensor.to(torch.float16) for name, tensor in mean.items()}
    folder = work / FLOAT
    folder.mkdir(exist_ok=True)
    save_file(mean, str(folder / "model.fp16.safetensors"))
    for name in ("config.json", "spm.model"):
        shutil.copy(work / name, folder / name)
    return folder


def _mixed(mean: dict[str, Any], start: Path, share: float) -> dict[str, Any]:
    if not 0 <= share < 1:
        raise TranslationError(f"--share is from 0 to below 1, not {share}")
    begun = load_network(start, (), 0.0)[0].state_dict()
    other = [name for name, its in mean.items() if begun[name].shape != its.shape]
    if other:
        raise TranslationError(f"weights of another shape: {other[:3]}", subject=str(start))
    return {name: (1 - share) * its + share * begun[name].float() for name, its in mean.items()}


def widen(model: Path, out: Path) -> None:
    """Write a finished model's int8 weights as floats, in the hub's format, for others to go on
    from: ``config.json``, ``model.safetensors``, ``spm.model``.

    Raises:
        TranslationError: if it is no such model.
    """
    network, spm = load_network(model, (), 0.0)
    network.save_pretrained(out)
    (out / "spm.model").write_bytes(spm)


def export(work: Path, out: Path, settings: Path) -> None:
    """Write the averaged network as a CTranslate2 model in int8, with its SentencePiece model.

    ``training.json`` beside it keeps the settings (the file ``settings``) with the seed, checksums
    and counts of the data, and the learning curve.
    """
    import sentencepiece
    from ctranslate2.converters import transformers as converters

    network, spm = load_network(work / FLOAT, (), 0.0)
    network.eval()
    # transformers 5 has no such fields any more; CTranslate2's loader still asks for them.
    network.config.normalize_before = False
    network.config.normalize_embedding = True
    network.config.add_final_layer_norm = False
    spec = converters.BartLoader().get_model_spec(network)
    pieces = sentencepiece.SentencePieceProcessor(model_proto=spm)
    vocabulary = [pieces.id_to_piece(i) for i in range(pieces.get_piece_size())]
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
    spec.config.decoder_start_token = "</s>"  # noqa: S105 - a piece
    spec.config.add_source_bos = spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization="int8")
    out.mkdir(parents=True, exist_ok=True)
    spec.save(str(out))
    (out / "spm.model").write_bytes(spm)
    curve = [
        json.loads(line) for line in (work / "curve.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    data = json.loads((work / "data.json").read_text(encoding="utf-8"))
    recipe = tomllib.loads(settings.read_text(encoding="utf-8"))
    notes = {"settings": recipe, "data": data, "curve": curve}
    (out / "training.json").write_text(json.dumps(notes, indent=1), encoding="utf-8")
