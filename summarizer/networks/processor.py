"""CTranslate2, told of the widest vectors of the processor before it is loaded.

Of itself it goes no further than AVX2; AVX-512 is taken only where an environment variable says so,
and there loading breaks on a processor that has none. With it the shipped models are a tenth
faster (docs/decisions.md).
"""

from __future__ import annotations

import os
import re
from collections.abc import MutableMapping
from pathlib import Path
from types import ModuleType

CHOICE = "CT2_FORCE_CPU_ISA"
"""The variable by which CTranslate2 is told; what somebody has set stays."""
_KNOWN = Path("/proc/cpuinfo")
_NEEDED = frozenset({"avx512f", "avx512cd", "avx512vl", "avx512bw", "avx512dq"})
_FLAGS = re.compile(r"^flags\s*:(.*)$", re.MULTILINE)


def inference() -> ModuleType:
    """The module ``ctranslate2``, imported at the first call."""
    choose_vectors(os.environ)
    import ctranslate2

    module: ModuleType = ctranslate2
    return module


def choose_vectors(environment: MutableMapping[str, str], known: Path = _KNOWN) -> None:
    """Set :data:`CHOICE` in ``environment`` where every processor in ``known`` has AVX-512."""
    try:
        every = _FLAGS.findall(known.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return
    if every and all(set(flags.split()) >= _NEEDED for flags in every):
        environment.setdefault(CHOICE, "AVX512")
