"""Writes the parts of the documents that are made from the program: ``python docs/generate.py``.

A part stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``. ``NAME`` is ``commands`` or
``commands-full`` (from the table of commands), or ``transcript ARGUMENTS``: what ``briefing-bot ask
ARGUMENTS`` answers on the starter articles, of each answer the first lines. The tests compare.
"""

from __future__ import annotations

import asyncio
import re
import shlex
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
DOCUMENTS = (REPOSITORY / "README.md", REPOSITORY / "docs" / "commands.md")
PART = re.compile(
    r"(<!-- generated: (?P<name>[^\n]*?) -->\n)(?P<body>.*?)(<!-- end -->)", re.DOTALL
)
SHOWN_LINES = 14
"""Lines of an answer that a transcript shows."""


def commands() -> str:
    """The table of commands for the README: English name, Vietnamese twin, what it does."""
    from bot.conversation.commands import COMMANDS
    from bot.texts import translator

    _ = translator("en")
    rows = ["| English | Tiếng Việt | |", "|---|---|---|"]
    for each in COMMANDS:
        usage = f" {_(each.usage)}" if each.usage else ""
        rows.append(_row(f"`/{each.name}{usage}`", f"`/{each.twin}`", _(each.help)))
    return "\n".join(rows) + "\n"


def commands_full() -> str:
    """The table of commands in both languages."""
    from bot.conversation.commands import COMMANDS
    from bot.texts import translator

    en, vi = translator("en"), translator("vi")
    rows = ["| English | | Tiếng Việt | |", "|---|---|---|---|"]
    for each in COMMANDS:
        cells = []
        for _, name in ((en, each.name), (vi, each.twin)):
            usage = f" {_(each.usage)}" if each.usage else ""
            cells += [f"`/{name}{usage}`", _(each.help)]
        rows.append(_row(*cells))
    return "\n".join(rows) + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def transcript(arguments: str, library: Path) -> str:
    """What ``briefing-bot ask`` answers to ``arguments`` on the starter articles."""
    from bot.app import ask_each
    from bot.localchat.display import numbered, plain
    from bot.settings import Settings

    language, *messages = shlex.split(arguments)

    async def talk() -> list[str]:
        lines: list[str] = []
        settings = Settings(data_dir=library, _env_file=None)  # type: ignore[call-arg]
        chat = f"transcript {language}"
        waiting = iter([f"/language {language}", *messages])
        async for answers in ask_each(settings, [f"/language {language}", *messages], chat):
            message = next(waiting)
            if message.startswith("/language"):
                continue
            lines += [f"> {message}", ""]
            for answer in answers:
                text = plain(answer).split("\n")
                lines += text[:SHOWN_LINES]
                if len(text) > SHOWN_LINES:
                    lines.append("…")
                lines += [*numbered(answer), ""]
        return lines

    return "```text\n" + "\n".join(asyncio.run(talk())).rstrip() + "\n```\n"


def render(name: str, library: Path) -> str:
    """The body of the part of this name."""
    if name == "commands":
        return commands()
    if name == "commands-full":
        return commands_full()
    kind, _, arguments = name.partition(" ")
    if kind != "transcript":
        raise ValueError(f"no such generated part: {name}")
    return transcript(arguments, library)


def parts(document: Path) -> dict[str, str]:
    """Names and bodies of the generated parts of a document."""
    return {m["name"]: m["body"] for m in PART.finditer(document.read_text("utf-8"))}


def main() -> None:
    """Write every part anew."""
    with tempfile.TemporaryDirectory() as folder:
        for document in DOCUMENTS:
            text = document.read_text("utf-8")
            new = PART.sub(
                lambda match: match[1] + render(match["name"], Path(folder)) + match[4], text
            )
            if new != text:
                document.write_text(new, "utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))
    main()
