"""A small Bot API server on the loopback address.

The very same python-telegram-bot application that talks to Telegram connects to it:
``base_url=f"{url}/bot"``, ``base_file_url=f"{url}/file/bot"``, where ``url`` is what ``start``
returns. On the other side ``post``, ``press``, ``send_file`` … do what a reader does in a
Telegram client, and ``answers`` gives what the bot sent back. The application tells through
``done`` when it has finished an update; without that (the application runs in another process)
use ``wait_for``.

Only 127.0.0.1 is bound, a request needs the token, and one with a foreign ``Host`` is refused,
so that a page in a browser cannot talk to it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from tornado.httpserver import HTTPServer

from bot.localchat import entities as markup
from bot.localchat.errors import ApiError, LocalChatError
from bot.localchat.faults import Faults
from bot.localchat.ledger import Ledger
from bot.localchat.methods import Methods, chat_object
from bot.localchat.records import Answer, Files, Inbox, Messages
from bot.localchat.server import application

logger = logging.getLogger(__name__)

BODY_LIMIT = 52 * 1024 * 1024
BODY_SECONDS = 60
IDLE_SECONDS = 120
ANSWER_SECONDS = 120.0
CLOSED_SECONDS = 2.0
BACKLOG = 128
KEPT_RECORDS = 100_000


class LocalApi:
    """The server and the readers' side of it. Use it inside a running event loop.

    Args:
        path: file in which ids and chats are kept over restarts; ``None`` keeps none.
        port: port on 127.0.0.1, 0 for a free one.
        token: the token the application must use; a new random one by default.
    """

    def __init__(
        self, path: Path | None = None, *, port: int = 0, token: str | None = None
    ) -> None:
        self.token = token or f"1:{secrets.token_urlsafe(24)}"
        self.faults = Faults()
        self.ledger = Ledger(path)
        self.inbox = Inbox()
        self.messages = Messages()
        self.files = Files()
        self.methods = Methods(self.ledger, self.inbox, self.messages, self.files, self._poll)
        self.methods.told = self._tell
        self.accepted: deque[Answer] = deque(maxlen=KEPT_RECORDS)
        """Every message, edit and notice that was accepted, in order, for tests."""
        self.calls: deque[tuple[str, int | None]] = deque(maxlen=KEPT_RECORDS)
        """Every call that came with the right token: method and chat, for tests."""
        self.listeners: list[Callable[[Answer], None]] = []
        """Called with what comes unasked: a digest, an alert."""
        self._port = port
        self._server: HTTPServer | None = None
        self._news = asyncio.Event()
        self._poll_turn = 0
        self._finished: dict[int, asyncio.Event] = {}
        self._changed = asyncio.Event()
        self.url = ""

    # --- the server ---

    async def start(self) -> str:
        """Bind and serve; returns the root address, ``http://127.0.0.1:PORT``.

        Raises:
            LocalChatError: when the port is taken.
        """
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # elsewhere it would let two servers share the port
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.setblocking(False)
            listening.bind(("127.0.0.1", self._port))
            listening.listen(BACKLOG)
        except OSError as error:
            listening.close()
            raise LocalChatError(
                f"BRIEFING_LOCAL_PORT: port {self._port} on 127.0.0.1 cannot be used: "
                f"{error.strerror or error} (another program has it; set another port or 0)"
            ) from None
        self._server = HTTPServer(
            application(self),
            max_body_size=BODY_LIMIT,
            max_buffer_size=BODY_LIMIT + 1024 * 1024,
            body_timeout=BODY_SECONDS,
            idle_connection_timeout=IDLE_SECONDS,
        )
        self._server.add_socket(listening)
        self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        return self.url

    async def stop(self) -> None:
        """Let go of the port; open polls end with what they have."""
        self._poll_turn += 1
        self._news.set()
        if self._server is not None:
            server, self._server = self._server, None
            server.stop()
            await asyncio.sleep(0)
            try:
                async with asyncio.timeout(CLOSED_SECONDS):
                    await server.close_all_connections()
            except TimeoutError:  # a client that never closes is not waited for
                logger.debug("a connection did not close in time")

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def _poll(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 - Telegram's own parameter
        """Long polling: at once when there is something, else up to ``timeout`` seconds."""
        self.inbox.acknowledge(offset)
        self._poll_turn += 1
        turn = self._poll_turn
        self._news.set()  # an older poll looks up and sees that it is no longer the one
        end = time.monotonic() + timeout
        while not self.inbox.updates and (left := end - time.monotonic()) > 0:
            self._news = asyncio.Event()
            try:
                await asyncio.wait_for(self._news.wait(), left)
            except TimeoutError:
                break
            if self._server is None:
                return []
            if self._poll_turn != turn:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
        return list(self.inbox.updates)[:limit]

    def _tell(self, answer: Answer, asked: bool) -> None:
        self.accepted.append(answer)
        if not asked:
            for listener in self.listeners:
                listener(answer)
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    # --- the reader's side ---

    def open_chat(self, chat: int | str) -> int:
        """Make a chat known, by number or by a name that always gets the same number."""
        return self.ledger.open_chat(chat)

    def _deliver(self, chat: int, kind: str, content: dict[str, Any]) -> int:
        number = self.ledger.take("update")
        self._finished[number] = asyncio.Event()
        while len(self._finished) > self.inbox.bound:
            self._finished.pop(next(iter(self._finished)))
        self.inbox.add({"update_id": number, kind: content}, chat)
        self._news.set()
        return number

    def _message(
        self,
        chat: int,
        user: int | None,
        language: str | None,
        reply_to: int | None,
    ) -> dict[str, Any]:
        name = self.ledger.name(chat) or str(chat)
        message: dict[str, Any] = {
            "message_id": self.ledger.take("message"),
            "from": person(user or abs(chat), name, language),
            "chat": chat_object(chat, name),
            "date": int(time.time()),
        }
        if reply_to is not None:
            original = self.messages.find(chat, reply_to)
            if original is None:
                raise LocalChatError(f"chat {name}: no message {reply_to} to reply to")
            message["reply_to_message"] = {
                key: value for key, value in original.items() if key != "reply_to_message"
            }
        return message

    async def post(
        self,
        chat: int | str,
        text: str,
        *,
        reply_to: int | None = None,
        language: str | None = None,
        user: int | None = None,
        forwarded_from: str | None = None,
    ) -> int:
        """Send a text as a reader; returns the update's id.

        Args:
            chat: number or name of the chat; a negative number is a group.
            text: what was typed; of any length, control characters become blanks.
            reply_to: a message of the chat that it replies to.
            language: the language of the reader's client (``vi``, ``en`` …), unknown by default.
            user: who sends it, in a group.
            forwarded_from: name of the channel that the post is forwarded from.

        Raises:
            LocalChatError: when there is no message ``reply_to``.
        """
        number = self.open_chat(chat)
        message = self._message(number, user, language, reply_to)
        message["text"] = markup.clean(text)
        found = markup.detect(message["text"])
        if found:
            message["entities"] = found
        if forwarded_from is not None:
            message["forward_origin"] = {
                "type": "hidden_user",
                "date": message["date"],
                "sender_user_name": forwarded_from,
            }
        self.messages.keep(message)
        return self._deliver(number, "message", message)

    async def edit(self, chat: int | str, message_id: int, text: str) -> int:
        """Change an own message; returns the update's id."""
        number = self.open_chat(chat)
        original = self.messages.find(number, message_id)
        if original is None:
            raise LocalChatError(f"chat {chat}: no message {message_id} to edit")
        changed = {k: v for k, v in original.items() if k != "entities"}
        changed |= {"text": markup.clean(text), "edit_date": int(time.time())}
        found = markup.detect(changed["text"])
        if found:
            changed["entities"] = found
        self.messages.keep(changed)
        return self._deliver(number, "edited_message", changed)

    async def send_file(
        self,
        chat: int | str,
        name: str,
        content: bytes,
        *,
        caption: str = "",
        media_type: str = "application/octet-stream",
        language: str | None = None,
        user: int | None = None,
    ) -> int:
        """Send a file as a reader; returns the update's id."""
        number = self.open_chat(chat)
        message = self._message(number, user, language, None)
        stored = self.files.keep(name, content, media_type)
        message["document"] = {
            "file_id": stored.file_id,
            "file_unique_id": stored.file_id,
            "file_name": name,
            "mime_type": media_type,
            "file_size": len(content),
        }
        if caption:
            message["caption"] = markup.clean(caption)
            message["caption_entities"] = markup.detect(message["caption"])
        self.messages.keep(message)
        return self._deliver(number, "message", message)

    async def press(
        self,
        chat: int | str,
        message_id: int,
        data: str,
        *,
        language: str | None = None,
        user: int | None = None,
    ) -> int:
        """Press a button; returns the update's id. ``data`` is not compared with the message's
        buttons: a client can be made to send anything, and the bot must stand it.
        """
        number = self.open_chat(chat)
        query = secrets.token_hex(8)
        content: dict[str, Any] = {
            "id": query,
            "from": person(user or abs(number), self.ledger.name(number) or "", language),
            "chat_instance": str(number),
            "data": data,
        }
        message = self.messages.find(number, message_id)
        content["message"] = message or {
            "chat": chat_object(number, self.ledger.name(number) or ""),
            "message_id": message_id,
            "date": 0,
        }
        update = self._deliver(number, "callback_query", content)
        self.methods.queries[query] = (update, number)
        return update

    async def ask_inline(self, chat: int | str, text: str, *, language: str | None = None) -> int:
        """Type ``@bot text`` in some chat as a reader; returns the update's id."""
        number = self.open_chat(chat)
        query = secrets.token_hex(8)
        content = {
            "id": query,
            "from": person(abs(number), self.ledger.name(number) or "", language),
            "query": markup.clean(text),
            "offset": "",
        }
        update = self._deliver(number, "inline_query", content)
        self.methods.queries[query] = (update, number)
        return update

    # --- what came of it ---

    def done(self, update_id: int) -> None:
        """The application has finished an update: its answers are complete."""
        self.inbox.finish(update_id)
        finished = self._finished.get(update_id)
        if finished is not None:
            finished.set()

    async def wait_done(self, update_id: int, seconds: float = ANSWER_SECONDS) -> None:
        """Wait until the application has finished an update.

        Raises:
            LocalChatError: when it has not within ``seconds``.
        """
        finished = self._finished.get(update_id)
        if finished is None:
            raise LocalChatError(f"there is no update {update_id}")
        try:
            async with asyncio.timeout(seconds):
                await finished.wait()
        except TimeoutError:
            raise LocalChatError(
                f"the bot has not finished within {seconds:g} seconds "
                "(BRIEFING_LOG_LEVEL=DEBUG shows what it does)"
            ) from None

    async def answers(self, update_id: int, seconds: float = ANSWER_SECONDS) -> list[Answer]:
        """What the bot sent in answer to an update, once it has finished it.

        Raises:
            LocalChatError: when it has not within ``seconds``.
        """
        await self.wait_done(update_id, seconds)
        return list(self.inbox.answers.get(update_id, ()))

    async def wait_for(
        self, wanted: Callable[[list[Answer]], Any], seconds: float = ANSWER_SECONDS
    ) -> Any:
        """Wait until ``wanted``, given everything accepted so far, returns something true.

        Raises:
            LocalChatError: when it has not within ``seconds``.
        """
        try:
            async with asyncio.timeout(seconds):
                while not (result := wanted(list(self.accepted))):
                    await self._changed.wait()
                return result
        except TimeoutError:
            raise LocalChatError(f"nothing fitting was sent within {seconds:g} seconds") from None


def person(number: int, name: str, language: str | None) -> dict[str, Any]:
    """The Bot API user who writes in a chat."""
    user: dict[str, Any] = {"id": number, "is_bot": False, "first_name": name or "Reader"}
    if language:
        user["language_code"] = language
    return user
