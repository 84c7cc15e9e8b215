"""What a fault of ours in one line costs the others."""

import pytest

import translations
from bot.cli import translating
from bot.cli.failures import Status
from bot.settings import Settings
from translations import Direction, Translation, TranslationError


class Faulty:
    """Translates by turning letters round; some lines are too much for it."""

    directions = frozenset({Direction.VI_EN})

    def __init__(self, error):
        self.error = error

    def translate(self, sources, direction):
        assert direction is Direction.VI_EN
        if any("lỗi" in source for source in sources):
            raise self.error
        return [Translation(source[::-1], "faulty") for source in sources]


@pytest.fixture
def translate(monkeypatch, tmp_path, capfdbinary):
    monkeypatch.setattr(translating, "end_with_the_reader", lambda: None)
    monkeypatch.delenv("BRIEFING_LOG_LEVEL", raising=False)

    def run(lines, error=None):
        monkeypatch.setattr(translations, "make_translator", lambda *_, **__: Faulty(error))
        file = tmp_path / "lines.txt"
        file.write_bytes("\n".join(lines).encode())
        status = translating.translate(Settings(data_dir=tmp_path), "en", file, as_json=False)
        out, err = capfdbinary.readouterr()
        return status, out.decode().split("\n")[:-1], err.decode()

    return run


@pytest.mark.parametrize("error", [IndexError("list index"), RecursionError("deep")])
def test_one_line_at_fault_costs_no_other(translate, error):
    lines = [f"a{number}" for number in range(70)]
    lines[3] = lines[66] = "lỗi"
    status, out, err = translate(lines, error)
    assert status is Status.REFUSALS
    assert out == ["" if line == "lỗi" else line[::-1] for line in lines]
    assert [line.split(":")[2] for line in err.splitlines()] == ["4", "67"]
    assert type(error).__name__ in err


def test_a_model_that_cannot_be_loaded_ends_it(translate):
    with pytest.raises(TranslationError):
        translate(["a", "lỗi"], TranslationError("is gone", subject="model"))


def test_the_mark_at_the_beginning_of_a_file_is_no_text(translate):
    assert translate(["\ufeffab", "\ufeffcd"])[1] == ["ba", "dc\ufeff"]


def test_lines_are_written_before_the_next_are_translated(monkeypatch, translate, capfdbinary):
    written = []

    class Watching(Faulty):
        def translate(self, sources, direction):
            written.append(capfdbinary.readouterr().out.decode().split("\n")[:-1])
            return super().translate(sources, direction)

    lines = [f"{number} " + "x" * 400 for number in range(40)] + ["y" * (translating.ROOM + 1), "z"]
    monkeypatch.setitem(globals(), "Faulty", Watching)
    _, rest, _ = translate(lines)
    assert len(written) > 3
    assert written[0] == []
    most = translating.ROOM // 400
    assert all(0 < len(part) <= most for part in (*written[1:], rest))
    assert [line for part in (*written, rest) for line in part] == [line[::-1] for line in lines]


def test_short_lines_stay_together(monkeypatch, translate):
    sizes = []

    class Counting(Faulty):
        def translate(self, sources, direction):
            sizes.append(len(sources))
            return super().translate(sources, direction)

    monkeypatch.setitem(globals(), "Faulty", Counting)
    translate(["short line"] * 128)
    assert sizes[0] == 64
