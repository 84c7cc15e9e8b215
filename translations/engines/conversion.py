"""Hub models converted to CTranslate2, once, in a cache folder.

A conversion is made in a folder of its own and moved into place when it is whole, so that a half-
made one is never used, and two processes that convert the same model do not meet. Tokenizer and
configuration are kept beside the weights: a converted model needs neither torch nor the hub.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import uuid
from pathlib import Path

from translations.engine import ModelUnavailable

TOKENIZER = "tokenizer"
_HUB_EXTRA = "install the hub extra: pip install 'briefing-bot[hub]', with a CPU build of torch"


class NotConvertible(Exception):
    """CTranslate2 does not know this architecture."""


def cache_folder() -> Path:
    """Where converted models are kept by default."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("briefing-bot")) / "translation-models"


def converted_folder(name: str, cache: Path) -> Path:
    """Where the conversion of ``name`` belongs: for a folder it follows the folder's files."""
    readable = re.sub(r"[^\w.-]+", "--", name.strip("/"))[-80:].lstrip("-._")
    folder = Path(name)
    if not folder.is_dir():
        return cache / readable
    stamp = hashlib.sha256(str(folder.resolve()).encode())
    for path in sorted(folder.iterdir()):
        if path.is_file():
            status = path.stat()
            stamp.update(f"{path.name}:{status.st_size}:{status.st_mtime_ns}".encode())
    return cache / f"{readable}-{stamp.hexdigest()[:12]}"


def is_converted(folder: Path) -> bool:
    """Whether a whole conversion lies there."""
    return (folder / "model.bin").is_file() and (folder / TOKENIZER).is_dir()


def need_torch(name: str) -> None:
    """Raise the error that tells how to get torch, if it is not there.

    Raises:
        ModelUnavailable: if torch cannot be imported.
    """
    try:
        import torch  # noqa: F401 - only whether it is there
    except ImportError:
        raise ModelUnavailable(
            "a model from the hub needs torch the first time", subject=name, advice=_HUB_EXTRA
        ) from None


def _need_folder(name: str) -> None:
    """Raise an error for a folder that is not there or holds no model, whatever is installed."""
    folder = Path(name).expanduser()
    if folder.is_dir():
        if not (folder / "config.json").is_file():
            raise ModelUnavailable("the folder holds no model: no config.json", subject=name)
    elif folder.is_absolute() or name.startswith(("./", "../")):
        raise ModelUnavailable("there is no such folder", subject=name)


def convert(name: str, folder: Path) -> None:
    """Convert the model ``name`` into ``folder``, in int8.

    Raises:
        ModelUnavailable: if torch is missing, the model cannot be had, or the disk is full.
        NotConvertible: if its architecture is not known to the converter.
    """
    _need_folder(name)
    need_torch(name)
    import transformers
    from ctranslate2.converters import TransformersConverter

    transformers.utils.logging.disable_progress_bar()
    half_made = folder.parent / f".{folder.name}.{uuid.uuid4().hex[:8]}"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            config = transformers.AutoConfig.from_pretrained(name)
            tokenizer = transformers.AutoTokenizer.from_pretrained(name)
            TransformersConverter(name).convert(str(half_made), quantization="int8")
        except (OSError, ImportError) as error:
            raise ModelUnavailable(
                f"cannot be had: {first_line(error)}",
                subject=name,
                advice="check the name, the folder or the network",
            ) from error
        except (ValueError, KeyError, NotImplementedError, RuntimeError, AttributeError) as error:
            raise NotConvertible(first_line(error)) from error
        tokenizer.save_pretrained(half_made / TOKENIZER)
        config.save_pretrained(half_made / TOKENIZER)
        try:
            half_made.rename(folder)
        except OSError:
            if not is_converted(folder):  # another process was not faster: it is a real failure
                raise
    except OSError as error:
        raise ModelUnavailable(
            f"cannot be kept in {folder.parent}: {first_line(error)}", subject=name
        ) from error
    finally:
        shutil.rmtree(half_made, ignore_errors=True)


def first_line(error: BaseException) -> str:
    """The first line of an error's message, or its type where it has none."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:200] if lines else type(error).__name__
