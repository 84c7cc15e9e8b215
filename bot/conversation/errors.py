"""What happens when an answer fails: a friendly word with a reference that stands in the log.

The text of a message is never logged; the reference leads to the update's number and the error.
"""

from __future__ import annotations

import contextlib
import logging
import secrets

from telegram import Update
from telegram.error import Conflict, Forbidden, NetworkError, TelegramError, TimedOut
from telegram.ext import ApplicationHandlerStop, CallbackContext

from bot.conversation import guard, outgoing
from bot.conversation.services import Services
from bot.pipeline import Busy
from bot.render import telegram as render
from bot.store import chats, deliveries
from bot.store.chats import ChatView
from bot.store.database import DatabaseError
from bot.texts import N_

log = logging.getLogger(__name__)

BUSY = N_("One moment, please: I have many texts before me. Send it again in a minute.")
LIBRARY_BUSY = N_(
    "One moment, please: the library cannot be reached just now. Send it again in a minute. "
    "(Reference {reference})"
)
FAILED = N_(
    "Something went wrong and I could not answer. Please send it again; if it happens again, "
    "give the bot's operator this reference: {reference}"
)


async def on_error(services: Services, update: object, context: CallbackContext) -> None:
    """Log an error and tell the reader. The update goes no further."""
    error = context.error
    assert error is not None
    if not isinstance(update, Update):
        _log_polling(error)
        return
    if isinstance(error, Forbidden):
        await _blocked(services, update)
        raise ApplicationHandlerStop
    reference = secrets.token_hex(3).upper()
    text = FAILED
    if isinstance(error, Busy):
        text = BUSY
        log.info("%s: update %s met a full queue", reference, update.update_id)
    elif isinstance(error, DatabaseError):
        text = LIBRARY_BUSY
        log.error("%s: update %s could not be answered: %s", reference, update.update_id, error,
                  exc_info=error if log.isEnabledFor(logging.DEBUG) else None)  # fmt: skip
    else:
        log.error("%s: update %s could not be answered", reference, update.update_id,
                  exc_info=error)  # fmt: skip
    await _apologise(services, update, context, text, reference)
    raise ApplicationHandlerStop


def _log_polling(error: Exception) -> None:
    if isinstance(error, Conflict):
        log.error("another program polls with the same token: %s", error)
    elif isinstance(error, TimedOut | NetworkError):
        log.warning("no connection to the Bot API, trying again: %s", error)
    else:
        log.error("an error outside of any update", exc_info=error)


async def _blocked(services: Services, update: Update) -> None:
    """The reader blocked the bot before its answer came."""
    with contextlib.suppress(DatabaseError):
        if row := await _row(services, update):
            async with services.db.write() as session:
                await deliveries.pause_chat(session, row.id, services.clock())


async def _row(services: Services, update: Update) -> ChatView | None:
    if update.effective_chat is None:
        return None
    async with services.db.read() as session:
        row = await chats.find(session, services.bot, update.effective_chat.id)
        return chats.view(row) if row else None


async def _apologise(
    services: Services, update: Update, context: CallbackContext, text: str, reference: str
) -> None:
    row = None
    with contextlib.suppress(Exception):  # the database may be what failed
        row = await _row(services, update)
    if update.effective_chat is None or not guard.is_let_in(services, update, row):
        return
    with contextlib.suppress(Exception):
        async with services.db.write() as session:
            await chats.claim(session, services.bot, update.update_id, services.clock())
    language = (row.language if row else "") or guard.first_language(services, update)
    notice = render.notice(text, language, reference=reference)
    try:
        await outgoing.send(context.bot, guard.place_of(update), notice)
    except TelegramError as second:
        log.warning("%s: the reader could not be told either: %s", reference, second)
