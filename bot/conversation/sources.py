"""The text that a message holds: typed, forwarded, quoted, or in a .txt document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from telegram import Document
from telegram import Message as Received

from bot.conversation import words as read
from bot.conversation.commands import BY_NAME
from bot.conversation.turn import Turn
from bot.render.messages import Message
from bot.texts import N_
from seeds import decoding, refusal
from summarizer.text.folding import fold

LARGEST: Final = 1024 * 1024
"""Bytes of a document that is read."""
ENDINGS: Final = (".txt", ".text", ".md", ".markdown")

NOT_TEXT = N_("I read texts and .txt files; I cannot read this.")
NOT_A_TXT = N_("I read .txt files only; “{name}” is none. Copy its text into a message.")
TOO_LARGE = N_("“{name}” is too large: {size} KB. I read files of up to {most} KB.")
BINARY = N_("“{name}” is no text file, whatever its name says. Save it as plain text in UTF-8.")
EMPTY = N_("There is no text in “{name}”.")


class Unreadable(Exception):
    """There is no text to be had; ``text`` is the msgid that says why, with its ``values``."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.text, self.values = text, values


async def refuse(turn: Turn, error: Unreadable) -> None:
    """Tell the reader why there is no text to be had."""
    turn.edits = None
    await turn.send([Message(turn.words(error.text, **error.values))])


@dataclass(frozen=True, slots=True)
class Found:
    """A text; ``guessed`` says that its letters had to be guessed from the bytes."""

    text: str
    guessed: bool = False


async def text_of(turn: Turn, message: Received) -> Found:
    """The text of a message, without a command before it.

    Raises:
        Unreadable: if it has none.
    """
    if message.document is not None:
        return await _read(turn, message.document)
    text = message.text or message.caption or ""
    if command := re.match(r"/(\w+)", text):
        words = words_after_command(message)
        known = BY_NAME.get(fold(command[1]))
        translates = known is not None and known.name == "translate"
        text = read.translation(words)[1] if translates else read.wanted(words).words
    if not text.strip():
        raise Unreadable(NOT_TEXT)
    return Found(text)


def words_after_command(message: Received) -> str:
    """What stands after the command that a message begins with, line breaks kept."""
    _command, _blank, words = _COMMAND.match(message.text or "").groups()  # type: ignore[union-attr]
    return words.strip()


_COMMAND: Final = re.compile(r"(/\S+)?(\s*)(.*)", re.DOTALL)


async def _read(turn: Turn, document: Document) -> Found:
    name = PurePath(document.file_name or "file").name[:80]
    kind = document.mime_type or ""
    if not name.lower().endswith(ENDINGS) and kind != "text/plain":
        raise Unreadable(NOT_A_TXT, name=name)
    if (document.file_size or 0) > LARGEST:
        raise _too_large(name, document.file_size or 0)
    file = await turn.bot.get_file(document.file_id)
    data = bytes(await file.download_as_bytearray())
    if len(data) > LARGEST:
        raise _too_large(name, len(data))
    try:
        text, notes = decoding.decode(data)
    except refusal.Unreadable:
        raise Unreadable(BINARY, name=name) from None
    if not text.strip():
        raise Unreadable(EMPTY, name=name)
    return Found(text, guessed=bool(notes))


def _too_large(name: str, size: int) -> Unreadable:
    return Unreadable(TOO_LARGE, name=name, size=-(-size // 1024), most=LARGEST // 1024)
