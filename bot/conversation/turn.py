"""A turn: one update of a reader, and all that is needed to answer it."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Bot, Update
from telegram import Message as Received
from telegram.constants import ChatAction
from telegram.error import BadRequest, TelegramError
from telegram.ext import ApplicationHandlerStop, CallbackContext, ExtBot

from bot.briefings.cards import Card, TranslationCard
from bot.conversation import notices, outgoing
from bot.conversation.notices import Untold
from bot.conversation.outgoing import Place
from bot.conversation.recall import Shown
from bot.conversation.services import Services
from bot.render import telegram as render
from bot.render.messages import Button, Message
from bot.store import chats
from bot.store.chats import ChatView
from bot.store.database import DatabaseError
from bot.texts import Translator, translator

log = logging.getLogger(__name__)

TYPING_EVERY = 4.5
"""Seconds after which "typing …" is shown again; Telegram takes it away after five."""


class TakenBefore(ApplicationHandlerStop):
    """The update was answered before: it was delivered twice."""


@dataclass(slots=True)
class Turn:
    """An update of a chat that was let in.

    What it changes is written with :meth:`write`, which takes the update in within the same
    transaction; a turn that changes nothing takes it in just before it answers. An update is thus
    done again if the bot dies before, and never answered twice.

    ``edits`` is the message that the next card replaces (after a button); ``untold`` is what the
    chat is told after its answer.
    """

    services: Services
    bot: Bot
    update: Update
    chat: ChatView
    place: Place
    edits: int | None = None
    untold: Untold | None = None
    taken: bool = field(default=False, init=False)
    answer: list[Shown] = field(default_factory=list, init=False)

    @property
    def language(self) -> str:
        """``vi``, ``en`` or ``both``."""
        return self.chat.language or self.services.settings.language

    @property
    def _(self) -> Translator:
        return translator(self.language)

    @property
    def message(self) -> Received:
        """The reader's message, or the bot's own one whose button was pressed.

        Raises:
            LookupError: if the update has none.
        """
        message = self.update.effective_message
        if message is None:
            raise LookupError("an update without a message")
        return message

    def answer_to(self, message: Received) -> None:
        """Make the answer a reply to ``message``: its buttons find the text there again."""
        self.place = dataclasses.replace(self.place, reply_to=message.message_id)

    def speak(self, language: str) -> None:
        """Answer in ``language`` in this turn, where one is given; the chat keeps its own."""
        if language:
            self.chat = dataclasses.replace(self.chat, language=language)

    # --- taking in -------------------------------------------------------------------------

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A write transaction that also takes the update in.

        Raises:
            TakenBefore: if it was before; nothing is written.
        """
        services = self.services
        async with services.db.write() as session:
            if not self.taken and not await chats.claim(
                session, services.bot, self.update.update_id, services.clock()
            ):
                raise TakenBefore
            yield session
        self.taken = True

    async def take(self) -> None:
        """Take the update in, if that has not been done."""
        if not self.taken:
            async with self.write():
                pass

    # --- answering -------------------------------------------------------------------------

    async def show(self, card: Card, language: str = "", view: Any = None) -> None:
        """Answer with a card, in ``language`` or that of the chat."""
        options = {} if view is None else {"view": view}
        sent = await self.send(render.render(card, language or self.language, **options))
        if not isinstance(card, TranslationCard):
            self._keep(Shown(card, view, self.place.reply_to, sent))

    async def say(
        self,
        text: str,
        /,
        *,
        rows: tuple[tuple[Button, ...], ...] = (),
        **values: object,
    ) -> None:
        """Answer with one of the bot's own texts (a msgid), its values filled in and escaped.

        A value may be a function of the translator of a single language. The answer never
        replaces a card.
        """
        self.edits = None
        await self.send([Message(self.words(text, **values), rows)])

    async def remark(self, text: str, /, **values: object) -> None:
        """Say what is no answer to anything asked: the last answer is still the last one."""
        self.edits = None
        await self.send([Message(self.words(text, **values))], aside=True)

    def words(self, text: str, /, **values: object) -> str:
        """One of the bot's own texts as HTML, in the reader's language or both."""
        said = [
            render.notice(
                text,
                each.language,
                **{name: value(each) if callable(value) else value
                   for name, value in values.items()},
            ).html
            for each in self._.each
        ]  # fmt: skip
        return "\n\n".join(dict.fromkeys(said))

    async def send(self, messages: Sequence[Message], *, aside: bool = False) -> tuple[int, ...]:
        """Answer with messages; the first one replaces the message to be edited, if there is.
        Returns their numbers.

        What is sent so, and not by :meth:`show`, cannot be given again.
        """
        await self.take()
        if not aside:
            self.services.recall.keep(self._chat, tuple(self.answer))
        numbers: list[int] = []
        for message in messages:
            if self.edits is not None:
                edited, self.edits = self.edits, None
                self.services.recall.forget(self._chat, edited)
                try:
                    await outgoing.edit(self.bot, self.place.chat, edited, message)
                    numbers.append(edited)
                    continue
                except BadRequest as error:
                    if not _gone(error):
                        raise
            numbers.append((await outgoing.send(self.bot, self.place, message)).message_id)
        if messages:
            await self._tell()
        return tuple(numbers)

    # --- giving again ----------------------------------------------------------------------

    @property
    def recalled(self) -> tuple[Shown, ...]:
        """What was last answered here, before this turn."""
        return self.services.recall.last(self._chat)

    def recalled_at(self, message: int) -> tuple[Shown, ...]:
        """What one of the bot's messages here shows."""
        return self.services.recall.at(self._chat, message)

    @property
    def _chat(self) -> tuple[int, int | None]:
        return self.chat.id, self.place.thread

    def _keep(self, part: Shown) -> None:
        self.answer.append(part)
        self.services.recall.keep(self._chat, tuple(self.answer))

    async def _tell(self) -> None:
        """Tell what the chat has still to be told, after its answer. If it fails it comes again."""
        what, self.untold = self.untold, None
        if what is None:
            return
        try:
            for message in notices.notice(what, self.language):
                await outgoing.send(self.bot, self.place, message)
            await notices.note_told(self.services.db, what)
        except (TelegramError, DatabaseError) as error:
            log.warning("a chat could not be told of what is in doubt: %s", error)

    @contextlib.asynccontextmanager
    async def typing(self) -> AsyncIterator[None]:
        """Show that an answer is being written, as long as it takes."""
        task = asyncio.create_task(self._type())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _type(self) -> None:
        with contextlib.suppress(TelegramError):  # it is only a courtesy
            while True:
                await self.bot.send_chat_action(
                    self.place.chat, ChatAction.TYPING, message_thread_id=self.place.thread
                )
                await asyncio.sleep(TYPING_EVERY)


def _gone(error: BadRequest) -> bool:
    """Whether a message is too old to be edited, or is there no more."""
    text = str(error).lower()
    return "can't be edited" in text or "not found" in text or "message_id_invalid" in text


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The library's context with the turn that the guard made."""

    turn: Turn | None = None
