"""Putting the Telegram application together."""

from __future__ import annotations

import os
import ssl
from typing import Any, Final
from urllib.parse import urlsplit

from telegram import BotCommand, Update
from telegram.ext import Application, ApplicationBuilder, CallbackContext, ContextTypes
from telegram.request import BaseRequest, HTTPXRequest

from bot.app.processor import InOrder, OnDone
from bot.conversation import Context, Services, handlers, on_error
from bot.conversation.commands import COMMANDS
from bot.digests.pacing import Pacing
from bot.texts import translator

App = Application[Any, Any, Any, Any, Any, Any]

TELEGRAM: Final = "https://api.telegram.org"
UPDATES: Final = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
)
"""What is asked of Telegram; whatever else comes is stopped by the guard."""
SECONDS: Final = 20.0
"""How long an answer of the Bot API may take."""
_LOOPBACK: Final = {"127.0.0.1", "localhost", "::1"}


def build(
    services: Services,
    token: str,
    base_url: str = TELEGRAM,
    *,
    on_done: OnDone | None = None,
    on_failure: OnDone | None = None,
    request: BaseRequest | None = None,
    updates_request: BaseRequest | None = None,
) -> App:
    """The application of one bot, on Telegram or on another server that speaks its Bot API.

    Args:
        services: what the handlers work with.
        token: of the bot.
        base_url: root of the Bot API server, without ``/bot``.
        on_done: called with the number of each update that is worked off.
        on_failure: called with the number of each update that could not be answered, before.
        request: how requests are made, for tests.
        updates_request: how updates are asked for, for tests.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # else the library warns of its own future
    root = base_url.rstrip("/")
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .request(request or _request(root, 64))
        .get_updates_request(updates_request or _request(root, 2))
        .context_types(ContextTypes(context=Context))
        .concurrent_updates(InOrder(on_done=on_done))
        .rate_limiter(Pacing(services.pace))
        .build()
    )
    application.add_handlers(dict(handlers(services)))

    async def failed(update: object, context: CallbackContext) -> None:
        if on_failure is not None and isinstance(update, Update):
            on_failure(update.update_id)
        await on_error(services, update, context)

    application.add_error_handler(failed)
    return application


async def set_menus(application: App, language: str) -> None:
    """Tell Telegram the commands: Vietnamese, English, and ``language`` for everybody else.

    Raises:
        TelegramError: where it cannot be told; the bot works without.
    """
    await application.bot.set_my_commands(_menu(language))
    for code in ("vi", "en"):
        await application.bot.set_my_commands(_menu(code), language_code=code)


def _menu(language: str) -> list[BotCommand]:
    _ = translator(language)
    named = "vi" if language == "vi" else "en"
    return [BotCommand(each.in_(named), _(each.help)[:256]) for each in COMMANDS]


def _request(root: str, connections: int) -> HTTPXRequest:
    parts = urlsplit(root)
    options: dict[str, Any] = {}
    if parts.hostname in _LOOPBACK:
        options["trust_env"] = False  # a proxy of the environment never leads to this machine
    if parts.scheme == "http":
        # Nothing is encrypted there: reading in the certificates of the world takes half a second.
        options["verify"] = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=SECONDS,
        write_timeout=SECONDS,
        connect_timeout=SECONDS,
        pool_timeout=SECONDS,
        httpx_kwargs=options,
    )
