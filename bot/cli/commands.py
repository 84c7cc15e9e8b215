"""The commands and their options. What a command does is imported when it is called."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__
from bot.cli.failures import Status

EXITS = (
    "Exit status: 0 done, 1 failed, 2 wrong use, 3 done, but something was refused. "
    "All settings are BRIEFING_… variables of the environment or of a .env file."
)

app = typer.Typer(
    help="A bilingual briefing bot for Viet Nam's foreign affairs.",
    epilog=EXITS,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
digest = typer.Typer(help="Digests.", no_args_is_help=True)
app.add_typer(digest, name="digest")
models = typer.Typer(help="Translation models: list, install, remove, bench.", no_args_is_help=True)
app.add_typer(models, name="models")


class Target(StrEnum):
    """A language to translate into."""

    EN = "en"
    VI = "vi"


class Language(StrEnum):
    """A language of answers."""

    VI = "vi"
    EN = "en"
    BOTH = "both"


Input = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="Standard input by default, or with -.")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefing-bot {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """What holds for all commands."""


def _named(chat: str) -> str:
    """A chat's name, which must not be blank."""
    if not chat.strip():
        raise typer.BadParameter("a chat needs a name")
    return chat


def _moment(at: str) -> str:
    """A time, of a day or of the clock, or nothing."""
    from bot.cli.previewing import is_moment

    if at and not is_moment(at):
        raise typer.BadParameter(f"{at!r} is no time: 2026-12-01T07:00 or 07:00 is wanted")
    return at


def _leave(status: Status) -> None:
    raise typer.Exit(int(status))


@app.command()
def translate(
    to: Annotated[Target, typer.Option("--to", help="Language to translate into.")],
    file: Input = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
    fast: Annotated[
        bool, typer.Option("--fast", help="Twice as fast: no second opinion on each sentence.")
    ] = False,
) -> None:
    """Translate lines: one line in, one line out."""
    from bot.cli.translating import translate as work
    from bot.settings import load_settings

    _leave(work(load_settings(), to.value, file, as_json=as_json, fast=fast))


@app.command()
def summarize(
    file: Input = None,
    sentences: Annotated[
        int | None,
        typer.Option("--sentences", "-n", min=1, max=1000, help="At most so many; 3 by default."),
    ] = None,
    characters: Annotated[
        int | None,
        typer.Option(
            "--characters",
            "-c",
            min=1,
            max=1_000_000,
            help="At most so many, blanks included; alone or beside --sentences.",
        ),
    ] = None,
) -> None:
    """Summarise articles: one article in JSON a line in, one summary a line out."""
    from bot.cli.mining import summarize as work
    from bot.settings import load_settings

    if sentences is None and characters is None:
        sentences = 3
    _leave(work(load_settings(), file, sentences, characters))


@app.command()
def facts(
    file: Input = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="Rules alone, without the learned reader: faster.")
    ] = False,
) -> None:
    """Find persons, statements, conferences, tasks and documents: JSON lines in and out."""
    from bot.cli.mining import facts as work
    from bot.settings import load_settings

    _leave(work(file, read=not rules and load_settings().reader == "compact"))


@app.command()
def run() -> None:
    """Serve the bot: on Telegram where BRIEFING_TELEGRAM_TOKEN is set, else in the local chat."""
    from bot.cli.talking import run as work
    from bot.settings import load_settings

    _leave(work(load_settings()))


@app.command()
def ask(
    messages: Annotated[
        list[str], typer.Argument(metavar="MESSAGE...", help="Commands or texts, in order.")
    ],
    chat: Annotated[
        str,
        typer.Option("--chat", metavar="NAME", callback=_named, help="Which chat they come from."),
    ] = "ask",
    as_json: Annotated[
        bool, typer.Option("--json", help="One object a message: text, buttons, entities.")
    ] = False,
) -> None:
    """Send messages to the bot from one local chat and print its answers."""
    if not all(message.strip() for message in messages):
        raise typer.BadParameter("an empty message cannot be sent", param_hint="MESSAGE")
    from bot.cli.talking import ask as work
    from bot.settings import load_settings

    _leave(work(load_settings(), messages, chat, as_json=as_json))


@app.command()
def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Files or folders: .txt, .md, .html, .jsonl."),
    ],
    backfill: Annotated[
        bool | None,
        typer.Option(
            "--backfill/--news",
            help="Old material for the library only, or news for digests too. Without either it "
            "is judged by the articles' dates and number.",
        ),
    ] = None,
) -> None:
    """Take articles into the library."""
    from bot.cli.library import ingest as work
    from bot.settings import load_settings

    _leave(work(load_settings(), paths, backfill))


@app.command()
def reprocess(
    outdated: Annotated[
        bool,
        typer.Option("--outdated", help="Only what other versions of models and rules have made."),
    ] = False,
) -> None:
    """Clean, summarise, mine and translate the library's articles anew; can be stopped."""
    from bot.cli.library import reprocess as work
    from bot.settings import load_settings

    _leave(work(load_settings(), outdated_only=outdated))


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
) -> None:
    """Say what is installed and in use, what is wrong and how to mend it. Changes nothing."""
    from bot.cli.examining import doctor as work

    _leave(work(as_json=as_json))


@models.command("list")
def models_list(
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
) -> None:
    """Every model that is here: direction, size, version, licence, origin, whether it is whole."""
    from bot.cli.models import list_models as work
    from bot.settings import load_settings

    _leave(work(load_settings(), as_json=as_json))


@models.command("install")
def models_install(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="Folder, archive, or OWNER/NAME on the hub.")
    ],
) -> None:
    """Install a model; it is checked first, and used from then on."""
    from bot.cli.models import install as work
    from bot.settings import load_settings

    _leave(work(load_settings(), source))


@models.command("remove")
def models_remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As models list has it.")],
) -> None:
    """Remove an installed model."""
    from bot.cli.models import remove as work
    from bot.settings import load_settings

    _leave(work(load_settings(), name))


@models.command("bench")
def models_bench(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Those in use by default.")
    ] = None,
    sentences: Annotated[int, typer.Option("--sentences", "-n", min=2, max=1000)] = 64,
) -> None:
    """Measure sentences a second at batch 1 and 32, loading time and memory."""
    from bot.cli.benching import bench as work
    from bot.settings import load_settings

    _leave(work(load_settings(), name, sentences))


@digest.command("preview")
def digest_preview(
    chat: Annotated[
        str,
        typer.Option(
            "--chat",
            metavar="NAME",
            callback=_named,
            help="Local chat, or the number of any chat.",
        ),
    ] = "ask",
    language: Annotated[
        Language | None, typer.Option("--language", help="By default the chat's own.")
    ] = None,
    at: Annotated[
        str,
        typer.Option(
            "--at",
            metavar="TIME",
            callback=_moment,
            help="Local time, 2026-12-01T07:00 or 07:00; now.",
        ),
    ] = "",
) -> None:
    """Print what a chat's digest tells, and why, or what was sent at a time; sends nothing."""
    from bot.cli.previewing import preview as work
    from bot.settings import load_settings

    _leave(work(load_settings(), chat, language.value if language else None, at))


@digest.command("deliveries")
def digest_deliveries(
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
) -> None:
    """Say how many digests arrived, failed or are in doubt, and which are."""
    from bot.cli.delivering import show as work
    from bot.settings import load_settings

    _leave(work(load_settings(), as_json=as_json))


@digest.command("resend")
def digest_resend(
    numbers: Annotated[
        list[int] | None,
        typer.Argument(metavar="[NUMBER...]", help="As `digest deliveries` shows them."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every one that is in doubt.")] = False,
) -> None:
    """Send digests that may not have arrived once more. Who got them already has them twice."""
    if not numbers and not every:
        raise typer.BadParameter("name deliveries, or --all", param_hint="NUMBER")
    from bot.cli.delivering import resend as work
    from bot.settings import load_settings

    _leave(work(load_settings(), numbers or [], every=every))
