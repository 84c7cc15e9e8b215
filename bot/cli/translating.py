"""``translate``: a line in, a line out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.failures import Failure, Status, complain, foreseen, report
from bot.cli.models import installed_models
from bot.cli.streams import (
    LineTooLong,
    blocks,
    end_with_the_reader,
    json_line,
    name_of,
    opened,
    write_lines,
)
from bot.settings import Settings

if TYPE_CHECKING:
    from translations import Direction, Translation, Translator

BLOCK = 64
"""Lines that are translated together at most."""
ROOM = 5000
"""Characters of these, but for a longer line alone: what fills the batches of a model. No line is
done before the others of its part, so smaller parts lose less where the program is killed; those
of half this size are slower by a sixth."""
LINE_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def translate(
    settings: Settings, to: str, path: Path | None, *, as_json: bool, fast: bool = False
) -> Status:
    """Translate each line of a file or of standard input; ``fast`` asks for no second opinion.

    Raises:
        Failure: when there is no engine for this direction.
        TranslationError: when its model cannot be loaded.
    """
    from translations import Direction, Style, Translation, make_translator

    direction = Direction.to(to)
    translator = make_translator(
        settings.translator,
        style=Style.PRESS if settings.style == "press" else Style.HOUSE,
        threads=settings.threads,
        installed=installed_models(settings),
        warn=lambda line: complain(line, what="translate"),
        second_opinion=settings.second_opinion and not fast,
    )
    if direction not in translator.directions or settings.translator == "none":
        raise Failure(
            f"translation into {'Vietnamese' if to == 'vi' else 'English'} is not available",
            subject=f"translate --to {to}, BRIEFING_TRANSLATOR={settings.translator}",
            advice="set BRIEFING_TRANSLATOR to hub:NAME or hub:FOLDER of a model that does it; "
            "see briefing-bot doctor for what there is",
        )
    lines = _Lines(path)
    with opened(path) as stream:
        end_with_the_reader()
        for block in blocks(stream, BLOCK):
            for sources in _parts(lines.read(block)):
                worded = [at for at, (_, source) in enumerate(sources) if source.strip()]
                found = _translated(translator, direction, [sources[at] for at in worded], lines)
                done = dict(zip(worded, found, strict=True))
                write_lines(
                    [
                        _worded(source, done.get(at, Translation("", "")), as_json=as_json)
                        for at, (_, source) in enumerate(sources)
                    ]
                )
    return lines.status


Numbered = tuple[int, str]
"""A line with its number, counted from 1."""


def _parts(sources: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Lines in parts that are translated and written one after the other; see :data:`ROOM`."""
    part: list[Numbered] = []
    size = 0
    for number, source in sources:
        if part and size + len(source) > ROOM:
            yield part
            part, size = [], 0
        part.append((number, source))
        size += len(source)
    if part:
        yield part


@dataclass(slots=True)
class _Lines:
    """Numbers the lines of an input and says of which an empty one has to stand in the output."""

    path: Path | None
    status: Status = Status.DONE
    _number: int = 0

    def read(self, block: Sequence[bytes | LineTooLong]) -> list[Numbered]:
        """The texts of a block; an empty one for each line that is none."""
        texts = []
        for line in block:
            self._number += 1
            text = ""
            try:
                if isinstance(line, LineTooLong):
                    complain(f"{self._place(self._number)}: {line}", what="translate")
                    self.status = Status.REFUSALS
                else:
                    # A mark of the encoding at the beginning of a file is no part of its text.
                    text = line.decode("utf-8-sig" if self._number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                complain(
                    f"{self._place(self._number)}: not UTF-8 (byte {error.start + 1}); "
                    "an empty line stands for it",
                    what="translate",
                )
                self.status = Status.REFUSALS
            texts.append((self._number, text))
        return texts

    def failed(self, number: int, error: Exception) -> None:
        """Tell of a line that could not be translated."""
        report(error, self._place(number), what="translate")
        self.status = Status.REFUSALS

    def _place(self, number: int) -> str:
        return f"{name_of(self.path)}:{number}"


def _translated(
    translator: Translator, direction: Direction, sources: Sequence[Numbered], lines: _Lines
) -> list[Translation]:
    """Translate lines together; where a fault of ours breaks that, in ever smaller parts, so that
    the line that is at fault costs no other. Nothing stands for that one.

    Raises:
        TranslationError: when the model cannot be loaded.
    """
    from translations import Translation

    if not sources:
        return []
    try:
        return translator.translate([source for _, source in sources], direction)
    except Exception as error:
        if foreseen(error):
            raise
        if len(sources) == 1:
            lines.failed(sources[0][0], error)
            return [Translation("", "")]
    half = len(sources) // 2
    return [
        *_translated(translator, direction, sources[:half], lines),
        *_translated(translator, direction, sources[half:], lines),
    ]


def _worded(source: str, translation: Translation, *, as_json: bool) -> str:
    text = LINE_BREAKS.sub(" ", translation.text)
    if not as_json:
        return text
    return json_line(
        {
            "text": text,
            "source": source,
            "engine": translation.engine,
            "warnings": [
                {"kind": finding.kind.value, "expected": finding.expected}
                for finding in translation.findings
            ],
        }
    )
