"""What a call wants to send: its text with entities, its buttons, an inline result; checked."""

from __future__ import annotations

from typing import Any

from bot.localchat import entities as markup
from bot.localchat.errors import bad_request
from bot.localchat.parameters import Parameters
from bot.localchat.records import Answer

MESSAGE_LIMIT = 4096
"""UTF-16 code units of a message."""
CALLBACK_LIMIT = 64
"""Bytes of a button's data."""
BUTTON_LIMIT = 100


def text_of(given: Parameters, field: str, prefix: str = "") -> tuple[str, list[markup.Entity]]:
    """The text of a call with its entities."""
    raw = given.text(field)
    mode = given.text("parse_mode").lower()
    if mode == "html":
        try:
            text, found = markup.parse_html(raw)
        except markup.MarkupError as error:
            raise bad_request(f"can't parse entities: {error}") from None
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        found = given.structure(f"{prefix}entities") or []
        text, found = markup.trim(raw, found)
    return text, markup.detect(text, found)


def buttons_of(given: Parameters) -> dict[str, Any] | None:
    """The inline keyboard of a call, checked."""
    keyboard = given.structure("reply_markup")
    if keyboard is None:
        return None
    rows = keyboard.get("inline_keyboard") if isinstance(keyboard, dict) else None
    if rows is None:
        if isinstance(keyboard, dict) and keyboard.keys() & {
            "keyboard",
            "remove_keyboard",
            "force_reply",
        }:
            return None  # reply keyboards are the client's business
        raise bad_request("object expected as reply markup")
    if not isinstance(rows, list) or not all(
        isinstance(row, list) and all(isinstance(button, dict) for button in row) for row in rows
    ):
        raise bad_request('field "inline_keyboard" must be an Array of Arrays of objects')
    for button in (button for row in rows for button in row):
        if not str(button.get("text", "")).strip():
            raise bad_request("inline keyboard button text must be non-empty")
        if "callback_data" in button:
            size = len(str(button["callback_data"]).encode())
            if not 1 <= size <= CALLBACK_LIMIT:
                raise bad_request("BUTTON_DATA_INVALID")
        elif not button.keys() & {
            "url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "copy_text",
        }:
            raise bad_request("Text buttons are unallowed in the inline keyboard")
    if sum(len(row) for row in rows) > BUTTON_LIMIT:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if any(rows) else None


def inline_answer(result: dict[str, Any]) -> Answer:
    """One result of an inline query as the reader would see it: title, then message."""
    content = Parameters(result.get("input_message_content") or {}, {})
    text, found = text_of(content, "message_text")
    if not text:
        raise bad_request("MESSAGE_EMPTY")
    if markup.width(text) > MESSAGE_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    title = str(result.get("title", ""))
    keyboard = buttons_of(Parameters(result, {})) or {"inline_keyboard": []}
    rows = tuple(tuple(row) for row in keyboard["inline_keyboard"])
    head = f"{title}\n" if title else ""
    shift = markup.width(head)
    moved = tuple({**entity, "offset": entity["offset"] + shift} for entity in found)
    return Answer("inline", 0, 0, head + text, moved, rows)
