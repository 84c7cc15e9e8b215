import io

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli import streams
from bot.cli.streams import LineTooLong, blocks


class Dribble(io.RawIOBase):
    """A pipe that gives its bytes a few at a time."""

    def __init__(self, data, sizes):
        self.data, self.sizes = data, list(sizes)

    def read(self, size=-1):
        take = min(self.sizes.pop(0) if self.sizes else len(self.data), size)
        part, self.data = self.data[:take], self.data[take:]
        return part


@given(st.binary(max_size=80), st.lists(st.integers(1, 9), max_size=20), st.integers(1, 4))
@settings(max_examples=200)
def test_every_line_once_in_order_whatever_the_reads(data, sizes, most):
    found = list(blocks(Dribble(data, sizes), most))
    lines = data.split(b"\n")
    if not lines[-1]:
        lines.pop()
    expected = [line.removesuffix(b"\r") for line in lines]
    assert [line for block in found for line in block] == expected
    assert all(len(block) <= most for block in found)


def test_a_line_without_end_is_not_held(monkeypatch):
    monkeypatch.setattr(streams, "LINE_LIMIT", 100)
    monkeypatch.setattr(streams, "CHUNK", 16)
    found = [
        line for block in blocks(io.BytesIO(b"a\n" + b"x" * 5000 + b"\nb"), 8) for line in block
    ]
    assert found[0] == b"a"
    assert isinstance(found[1], LineTooLong)
    assert found[2:] == [b"b"]
