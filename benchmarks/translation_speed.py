"""Speed, memory and loading of translation, beside opus-mt's dimensions in the same run.

The peer has the shape of opus-mt's models (Marian, 6 encoder and 6 decoder layers, 512 wide, 58,101
pieces) with random weights, run by transformers in fp32 with the same threads, batch and beam. It is
given sources of as many pieces as ours and made to say as many pieces as ours said on average in
each batch, so that both do the same work.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.table import Table

from benchmarks.cards import Speed
from benchmarks.translation import FAST, FULL, SETS, THREADS, read_sample
from translations import Glossary, Style, Translator
from translations.engine import Direction, Engine

SENTENCES = 96
PEER = "opus-mt dimensions, random weights, fp32, transformers"
PEER_SENTENCES = {1: 4, 32: 32}
"""How many the peer translates at each batch size: it is slow."""


def measure(data: Path, engine: Engine, *, peer: bool) -> list[Speed]:
    """Sentences a second of engine, translator and peer at batch 1 and 32."""
    glossary = Glossary.load()
    fast = Translator(engine, glossary, Style.PRESS, second_opinion=False)
    full = Translator(engine, glossary, Style.PRESS)
    found: list[Speed] = []
    for direction in sorted(engine.directions):
        samples = (read_sample(data, name, direction, SENTENCES) for name in SETS)
        sample = next((sample for sample in samples if sample), None)
        if sample is None:
            continue
        rates = {
            "engine": rates_of(
                lambda batch, d=direction: engine.translate(batch, d), sample.sources
            ),
            FAST: rates_of(lambda batch, d=direction: fast.translate(batch, d), sample.sources),
            FULL: rates_of(lambda batch, d=direction: full.translate(batch, d), sample.sources),
        }
        slow = peer_rates(engine, direction, sample.sources) if peer else None
        for name, (single, batched) in rates.items():
            times = batched / slow[1] if slow else None
            found.append(Speed(direction, name, single, batched, times))
        if slow:
            found.append(Speed(direction, PEER, *slow))
    return found


def table_of(speeds: Sequence[Speed]) -> Table:
    """Speeds as a table."""
    table = Table(
        title=f"sentences a second, beam as shipped, {THREADS} threads, on this machine now"
    )
    for column in ("direction", "system", "batch 1", "batch 32", "times the peer"):
        left = column in ("direction", "system")
        table.add_column(column, justify="left" if left else "right")
    for speed in speeds:
        times = f"{speed.times:.1f}" if speed.times else "-"
        single, batched = f"{speed.single:.2f}", f"{speed.batched:.1f}"
        table.add_row(speed.direction.value, speed.system, single, batched, times)
    return table


def rates_of(run: Callable[[list[str]], object], sentences: list[str]) -> tuple[float, float]:
    """Sentences a second at batch 1 and 32."""
    run(sentences[:2])
    found = []
    for size in (1, 32):
        started = time.perf_counter()
        for start in range(0, len(sentences), size):
            run(sentences[start : start + size])
        found.append(len(sentences) / (time.perf_counter() - started))
    return found[0], found[1]


def peer_rates(
    engine: Engine, direction: Direction, sentences: Sequence[str]
) -> tuple[float, float] | None:
    """The same of the peer; ``None`` without torch or for an engine without pieces."""
    find = getattr(engine, "decoder", None)
    decoder = find(direction) if find else None
    try:
        import torch
        from transformers import MarianConfig, MarianMTModel
    except ImportError:
        return None
    if decoder is None:
        return None
    torch.set_num_threads(THREADS)
    torch.manual_seed(0)
    vocabulary = 58_101
    model = MarianMTModel(
        MarianConfig(
            vocab_size=vocabulary, d_model=512, encoder_layers=6, decoder_layers=6,
            encoder_attention_heads=8, decoder_attention_heads=8, encoder_ffn_dim=2048,
            decoder_ffn_dim=2048, pad_token_id=vocabulary - 1, eos_token_id=0,
            decoder_start_token_id=vocabulary - 1, forced_eos_token_id=None,
        )
    ).eval()  # fmt: skip
    found = []
    for size, count in PEER_SENTENCES.items():
        texts = list(sentences[:count])
        sources = [len(decoder.encode(text)) for text in texts]
        targets = [len(decoder.encode(out)) for out in decoder.translate(texts)]
        started = time.perf_counter()
        for start in range(0, count, size):
            long = sources[start : start + size]
            pieces = torch.randint(1, vocabulary - 1, (len(long), max(long)))
            mask = torch.tensor([[int(i < n) for i in range(max(long))] for n in long])
            said = targets[start : start + size]
            new = max(1, round(sum(said) / len(said)))
            with torch.inference_mode():
                model.generate(
                    input_ids=pieces, attention_mask=mask, num_beams=decoder.beam,
                    min_new_tokens=new, max_new_tokens=new,
                )  # fmt: skip
        found.append(count / (time.perf_counter() - started))
    return found[0], found[1]


_ALONE = """
import json, re, resource, sys, time
from pathlib import Path
started = time.perf_counter()
from translations import Direction, make_translator
setting, models = sys.argv[1:3]
translator = make_translator(setting, installed=Path(models) if models else None, threads=2)
loaded = {}
for direction in sorted(translator.directions):
    begun = time.perf_counter()
    translator.engine.translate(["."], direction)
    loaded[direction.value] = time.perf_counter() - begun
begun = time.perf_counter()
text = {"vi": "Hai bên trao đổi về hợp tác kinh tế, văn hóa và giáo dục tại Hà Nội.",
        "en": "Both sides discussed economic, cultural and educational cooperation in Hanoi."}
for direction in loaded:
    translator.translate([f"{text[direction[:2]]} {i}." for i in range(64)], Direction(direction))
try:  # rusage remembers what the parent had before this process was made of it
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
except (OSError, TypeError):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
print(json.dumps({"loaded": loaded, "peak": peak, "all": begun - started}))
"""


def memory(setting: str, models: Path | None) -> tuple[float | None, str]:
    """Peak memory in MB of a process that does nothing but translate, and a line that tells it
    with the loading times.
    """
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, setting, str(models or "")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        return None, f"memory: not measured: {done.stderr.strip().splitlines()[-1]}"
    found = json.loads(done.stdout.splitlines()[-1])
    loaded = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in found["loaded"].items())
    return found["peak"], (
        f"a process of its own, {' and '.join(found['loaded'])} loaded and used: peak memory "
        f"{found['peak']:.0f} MB; loading {loaded}, with all imports {found['all']:.2f} s"
    )
