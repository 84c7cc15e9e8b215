"""The command line: ``briefing-bot`` and ``python -m bot``."""

from __future__ import annotations


def main() -> None:
    """Run the command line and leave with its exit status."""
    from bot.cli.failures import leaving
    from bot.cli.streams import prepare_streams

    prepare_streams()
    with leaving():
        from bot.cli.commands import app

        app(prog_name="briefing-bot")
