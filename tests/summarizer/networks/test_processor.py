"""What CTranslate2 is told of the processor."""

import os
import subprocess
import sys

import pytest

from summarizer.networks.processor import CHOICE, choose_vectors

WIDE = "avx2 avx512f avx512dq avx512cd avx512bw avx512vl avx512_vnni"
NARROW = "sse4_1 avx avx2 avx512f"


def chosen(tmp_path, *processors, environment=None):
    known = tmp_path / "cpuinfo"
    lines = [f"processor\t: {n}\nflags\t\t: {its}\nbugs\t\t:\n" for n, its in enumerate(processors)]
    known.write_text("\n".join(lines))
    environment = {} if environment is None else environment
    choose_vectors(environment, known)
    return environment.get(CHOICE)


def test_wide_vectors_are_taken_where_every_processor_has_them(tmp_path):
    assert chosen(tmp_path, WIDE, WIDE) == "AVX512"
    assert chosen(tmp_path, WIDE, NARROW) is None
    assert chosen(tmp_path) is None


def test_what_somebody_has_set_stays(tmp_path):
    assert chosen(tmp_path, WIDE, environment={CHOICE: "GENERIC"}) == "GENERIC"


def test_a_machine_that_does_not_say_is_left_alone(tmp_path):
    environment: dict[str, str] = {}
    choose_vectors(environment, tmp_path / "none")
    assert environment == {}


@pytest.mark.parametrize("preset", [None, "GENERIC"])
def test_the_shipped_reader_loads_with_what_was_chosen(preset):
    environment = {key: value for key, value in os.environ.items() if key != CHOICE}
    environment |= {"CT2_VERBOSE": "1"} | ({CHOICE: preset} if preset else {})
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            "from summarizer.reading import Reader, shipped_reader; Reader(shipped_reader())",
        ],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told = [line for line in ran.stderr.splitlines() if "Selected ISA" in line]
    expected: dict[str, str] = {}
    choose_vectors(expected)
    wanted = preset or expected.get(CHOICE)
    assert told
    if wanted:
        assert all(line.endswith(wanted) for line in told)
    else:
        assert not any(line.endswith("AVX512") for line in told)
