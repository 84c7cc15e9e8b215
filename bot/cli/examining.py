"""``doctor``."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.text import Text

from bot.cli.failures import Status
from bot.cli.streams import json_line, write_lines

STYLES = {"ok": "green", "note": "yellow", "wrong": "bold red"}


def doctor(*, as_json: bool) -> Status:
    """Print every finding; fails where something is wrong."""
    from bot.doctor import Level, examine

    console = Console(soft_wrap=True, highlight=False)
    wrong = 0
    for part, findings in groupby(examine(), lambda finding: finding.part):
        if not as_json:
            console.print(Text(part, "bold"))
        for finding in findings:
            wrong += finding.level is Level.WRONG
            if as_json:
                values = {"part": part, "level": finding.level.value, "text": finding.text}
                write_lines([json_line(values | {"advice": finding.advice})])
                continue
            line = Text("  ")
            line.append(f"{finding.level.value:5} ", STYLES[finding.level.value])
            line.append(finding.text)
            if finding.advice:
                line.append(f"\n        → {finding.advice}", "dim")
            console.print(line)
    if not as_json:
        verdict = f"{wrong} wrong" if wrong else "Nothing is wrong."
        console.print(Text(verdict, "bold red" if wrong else "green"))
    return Status.FAILED if wrong else Status.DONE
