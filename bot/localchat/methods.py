"""The methods of the Bot API that the bot uses, answering and refusing as Telegram does."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Any

from bot.localchat import entities as markup
from bot.localchat.content import MESSAGE_LIMIT, buttons_of, inline_answer, text_of
from bot.localchat.errors import ApiError, bad_request
from bot.localchat.ledger import Ledger
from bot.localchat.parameters import Parameters
from bot.localchat.records import (
    BOT_USER,
    Answer,
    Files,
    Inbox,
    Messages,
    answer_of,
)

CAPTION_LIMIT = 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
NOTICE_LIMIT = 200

Method = Callable[[Parameters], Awaitable[Any]]
Poll = Callable[[int, int, float], Awaitable[list[dict[str, Any]]]]


def chat_object(number: int, name: str) -> dict[str, Any]:
    """The Bot API chat of a number: private when positive, else a supergroup."""
    if number < 0:
        return {"id": number, "type": "supergroup", "title": name}
    return {"id": number, "type": "private", "first_name": name}


class Methods:
    """The table of methods; each takes the parameters of a call and returns its ``result``."""

    def __init__(
        self, ledger: Ledger, inbox: Inbox, messages: Messages, files: Files, poll: Poll
    ) -> None:
        self.ledger, self.inbox, self.messages, self.files = ledger, inbox, messages, files
        self._poll = poll
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.queries: dict[str, tuple[int, int]] = {}
        """Unanswered callback and inline queries: id → (update, chat)."""
        self.told: Callable[[Answer, bool], None] = lambda _answer, _asked: None
        """Called with each answer and whether it belongs to an update."""
        self._table: dict[str, Method] = {
            name.lower(): method
            for name, method in {
                "getMe": self.get_me,
                "getUpdates": self.get_updates,
                "deleteWebhook": self.agree,
                "setWebhook": self.refuse_webhook,
                "getWebhookInfo": self.webhook_info,
                "setMyCommands": self.set_my_commands,
                "getMyCommands": self.get_my_commands,
                "deleteMyCommands": self.delete_my_commands,
                "setMyDescription": self.agree,
                "setMyShortDescription": self.agree,
                "sendMessage": self.send_message,
                "editMessageText": self.edit_message_text,
                "editMessageReplyMarkup": self.edit_message_reply_markup,
                "deleteMessage": self.delete_message,
                "answerCallbackQuery": self.answer_callback_query,
                "answerInlineQuery": self.answer_inline_query,
                "sendChatAction": self.send_chat_action,
                "sendDocument": self.send_document,
                "getFile": self.get_file,
                "getChat": self.get_chat,
                "logOut": self.agree,
                "close": self.agree,
            }.items()
        }

    def find(self, name: str) -> Method | None:
        """A method by its name, in any case as Telegram takes it."""
        return self._table.get(name.lower())

    # --- the bot itself ---

    async def get_me(self, _: Parameters) -> dict[str, Any]:
        return {
            **BOT_USER,
            "can_join_groups": False,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def get_updates(self, given: Parameters) -> list[dict[str, Any]]:
        offset = given.integer("offset", 0) or 0
        limit = min(max(given.integer("limit", 100) or 100, 1), 100)
        timeout = min(max(given.integer("timeout", 0) or 0, 0), 50)
        return await self._poll(offset, limit, float(timeout))

    async def agree(self, _: Parameters) -> bool:
        return True

    async def refuse_webhook(self, given: Parameters) -> bool:
        if not given.text("url"):
            return True
        raise bad_request("bad webhook: the local chat has no webhooks, use getUpdates")

    async def webhook_info(self, _: Parameters) -> dict[str, Any]:
        return {
            "url": "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.inbox.updates),
        }

    @staticmethod
    def _scope(given: Parameters) -> tuple[str, str]:
        scope = given.structure("scope") or {"type": "default"}
        return ":".join(str(value) for value in scope.values()), given.text("language_code")

    async def set_my_commands(self, given: Parameters) -> bool:
        commands = given.structure("commands")
        if not isinstance(commands, list) or len(commands) > 100:
            raise bad_request("can't parse bot commands")
        for command in commands:
            name, description = command.get("command", ""), command.get("description", "")
            if not (
                name
                and len(name) <= 32
                and name.isascii()
                and name.replace("_", "").isalnum()
                and name == name.lower()
            ):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(description) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[self._scope(given)] = commands
        return True

    async def get_my_commands(self, given: Parameters) -> list[dict[str, str]]:
        return self.commands.get(self._scope(given), [])

    async def delete_my_commands(self, given: Parameters) -> bool:
        self.commands.pop(self._scope(given), None)
        return True

    # --- chats ---

    def _chat(self, given: Parameters) -> int:
        raw = given.text("chat_id")
        if not raw:
            raise bad_request("chat_id is empty")
        try:
            chat = int(raw)
        except ValueError:
            raise bad_request("chat not found") from None
        if self.ledger.name(chat) is None:
            raise bad_request("chat not found")
        if given.integer("message_thread_id"):
            raise bad_request("message thread not found")
        return chat

    async def get_chat(self, given: Parameters) -> dict[str, Any]:
        chat = self._chat(given)
        return {
            **chat_object(chat, self.ledger.name(chat) or ""),
            "accent_color_id": 0,
            "max_reaction_count": 0,
            "accepted_gift_types": {
                "unlimited_gifts": False,
                "limited_gifts": False,
                "unique_gifts": False,
                "premium_subscription": False,
                "gifts_from_channels": False,
            },
        }

    async def send_chat_action(self, given: Parameters) -> bool:
        self._chat(given)
        if not given.text("action"):
            raise bad_request("wrong parameter action in request")
        return True

    # --- messages ---

    def _reply(self, given: Parameters, chat: int) -> dict[str, Any] | None:
        reply = given.structure("reply_parameters") or {}
        number = reply.get("message_id") or given.integer("reply_to_message_id")
        if not number:
            return None
        found = self.messages.find(chat, int(number))
        if found is None:
            if reply.get("allow_sending_without_reply") or given.flag(
                "allow_sending_without_reply"
            ):
                return None
            raise bad_request("message to be replied not found")
        return {key: value for key, value in found.items() if key != "reply_to_message"}

    def _new_message(self, given: Parameters, chat: int) -> dict[str, Any]:
        message: dict[str, Any] = {
            "message_id": 0,
            "from": BOT_USER,
            "chat": chat_object(chat, self.ledger.name(chat) or ""),
            "date": int(time.time()),
        }
        reply = self._reply(given, chat)
        if reply is not None:
            message["reply_to_message"] = reply
        buttons = buttons_of(given)
        if buttons is not None:
            message["reply_markup"] = buttons
        return message

    def _publish(self, message: dict[str, Any]) -> dict[str, Any]:
        message["message_id"] = self.ledger.take("message")
        self.messages.keep(message)
        self._tell(answer_of(message))
        return message

    def _tell(self, answer: Answer, update: int | None = None) -> None:
        self.told(answer, self.inbox.record(answer, update=update))

    async def send_message(self, given: Parameters) -> dict[str, Any]:
        chat = self._chat(given)
        text, found = text_of(given, "text")
        if not text:
            raise bad_request("message text is empty")
        if markup.width(text) > MESSAGE_LIMIT:
            raise bad_request("message is too long")
        message = self._new_message(given, chat)
        message["text"] = text
        if found:
            message["entities"] = found
        return self._publish(message)

    async def send_document(self, given: Parameters) -> dict[str, Any]:
        chat = self._chat(given)
        caption, found = text_of(given, "caption", "caption_")
        if markup.width(caption) > CAPTION_LIMIT:
            raise bad_request("message caption is too long")
        upload = given.upload("document")
        known = self.files.find(given.text("document"))
        if upload is None and known is None:
            raise bad_request("there is no document in the request")
        if upload is not None:
            if not upload.content:
                raise bad_request("file must be non-empty")
            known = self.files.keep(upload.name, upload.content, upload.media_type)
        message = self._new_message(given, chat)
        assert known is not None
        message["document"] = {
            "file_id": known.file_id,
            "file_unique_id": known.file_id,
            "file_name": known.name,
            "mime_type": known.media_type,
            "file_size": len(known.content),
        }
        if caption:
            message["caption"] = caption
            message["caption_entities"] = found
        return self._publish(message)

    def _own_message(self, given: Parameters) -> dict[str, Any]:
        chat = self._chat(given)
        message = self.messages.find(chat, given.integer("message_id", 0) or 0)
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"]["id"] != BOT_USER["id"]:
            raise bad_request("message can't be edited")
        return message

    def _replace(self, message: dict[str, Any], changed: dict[str, Any]) -> dict[str, Any]:
        for key in ("text", "entities", "reply_markup"):
            if message.get(key) != changed.get(key):
                break
        else:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        changed["edit_date"] = int(time.time())
        self.messages.keep(changed)
        self._tell(answer_of(changed, "edit"))
        return changed

    async def edit_message_text(self, given: Parameters) -> dict[str, Any]:
        message = self._own_message(given)
        if "text" not in message:
            raise bad_request("there is no text in the message to edit")
        text, found = text_of(given, "text")
        if not text:
            raise bad_request("message text is empty")
        if markup.width(text) > MESSAGE_LIMIT:
            raise bad_request("MESSAGE_TOO_LONG")
        changed = {k: v for k, v in message.items() if k not in {"entities", "reply_markup"}}
        changed["text"] = text
        if found:
            changed["entities"] = found
        buttons = buttons_of(given)
        if buttons is not None:
            changed["reply_markup"] = buttons
        return self._replace(message, changed)

    async def edit_message_reply_markup(self, given: Parameters) -> dict[str, Any]:
        message = self._own_message(given)
        changed = {k: v for k, v in message.items() if k != "reply_markup"}
        buttons = buttons_of(given)
        if buttons is not None:
            changed["reply_markup"] = buttons
        return self._replace(message, changed)

    async def delete_message(self, given: Parameters) -> bool:
        chat = self._chat(given)
        number = given.integer("message_id", 0) or 0
        if not self.messages.remove(chat, number):
            raise bad_request("message to delete not found")
        self.inbox.withdraw(chat, number)
        return True

    # --- queries ---

    def _query(self, given: Parameters, field: str) -> tuple[int, int]:
        query = self.queries.pop(given.text(field), None)
        if query is None:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return query

    async def answer_callback_query(self, given: Parameters) -> bool:
        text = given.text("text")
        if len(text) > NOTICE_LIMIT:
            raise bad_request("MESSAGE_TOO_LONG")
        update, chat = self._query(given, "callback_query_id")
        if text:
            self._tell(
                Answer("notice", chat, 0, text, alert=given.flag("show_alert")), update=update
            )
        return True

    async def answer_inline_query(self, given: Parameters) -> bool:
        results = given.structure("results") or []
        if len(results) > 50:
            raise bad_request("RESULTS_TOO_MUCH")
        identifiers = [str(result.get("id", "")) for result in results]
        if any(not 1 <= len(name.encode()) <= 64 for name in identifiers):
            raise bad_request("RESULT_ID_INVALID")
        if len(set(identifiers)) != len(identifiers):
            raise bad_request("RESULT_ID_DUPLICATE")
        answers = [inline_answer(result) for result in results]
        update, _ = self._query(given, "inline_query_id")
        for answer in answers:
            self._tell(answer, update=update)
        return True

    # --- files ---

    async def get_file(self, given: Parameters) -> dict[str, Any]:
        stored = self.files.find(given.text("file_id"))
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.content) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.file_id,
            "file_size": len(stored.content),
            "file_path": stored.path,
        }


def error_body(error: ApiError) -> dict[str, Any]:
    """The JSON body of a refusal."""
    body: dict[str, Any] = {
        "ok": False,
        "error_code": error.code,
        "description": error.description,
    }
    if error.parameters:
        body["parameters"] = error.parameters
    return body
