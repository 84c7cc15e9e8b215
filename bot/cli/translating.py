"""``translate``: a line in, a line out."""

from __future__ import annotations

import re
from pathlib import Path

from bot.cli.failures import Failure, Status, complain
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

BLOCK = 64
LINE_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def translate(
    settings: Settings, to: str, path: Path | None, *, as_json: bool, fast: bool = False
) -> Status:
    """Translate each line of a file or of standard input; ``fast`` asks for no second opinion.

    Raises:
        Failure: when there is no engine for this direction.
        TranslationError: when its model cannot be loaded.
    """
    from translations import Direction, Style, Translation, TranslationError, make_translator

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
    status = Status.DONE
    number = 0
    with opened(path) as stream:
        end_with_the_reader()
        for block in blocks(stream, BLOCK):
            sources = []
            for line in block:
                number += 1
                if isinstance(line, LineTooLong):
                    complain(f"{name_of(path)}:{number}: {line}", what="translate")
                    status = Status.REFUSALS
                    line = b""  # noqa: PLW2901 - a line in, a line out, also for this one
                try:
                    sources.append(line.decode())
                except UnicodeDecodeError as error:
                    complain(
                        f"{name_of(path)}:{number}: not UTF-8 (byte {error.start + 1}); "
                        "an empty line stands for it",
                        what="translate",
                    )
                    status = Status.REFUSALS
                    sources.append("")
            worded = [source for source in sources if source.strip()]
            try:
                done = iter(translator.translate(worded, direction))
            except TranslationError as error:
                raise Failure(error.message, subject=error.subject, advice=error.advice) from error
            written = []
            for source in sources:
                translation = next(done) if source.strip() else Translation("", "")
                written.append(_worded(source, translation, as_json=as_json))
            write_lines(written)
    return status


def _worded(source: str, translation: object, *, as_json: bool) -> str:
    from translations import Translation

    assert isinstance(translation, Translation)
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
