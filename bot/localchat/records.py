"""What the local server keeps: messages, files, answers."""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import Any

from bot.localchat.entities import Entity

KEPT_MESSAGES = 2_000
KEPT_FILE_BYTES = 64 * 1024 * 1024

BOT_ID = 4_000_000_001
BOT_USER: dict[str, Any] = {
    "id": BOT_ID,
    "is_bot": True,
    "first_name": "Briefing Bot",
    "username": "local_briefing_bot",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Something the bot sent, as the reader sees it in the end.

    Attributes:
        kind: ``message``, ``edit`` (of an older message), ``document``, ``notice`` (the pop-up
            after a button was pressed) or ``inline`` (the title and text of one inline result).
        chat: the chat it was sent to; 0 for inline results.
        message_id: the message it is or changed; 0 for notices and inline results.
        text: its plain text (a document's caption).
        entities: Bot API entities, offsets in UTF-16 units.
        buttons: rows of buttons as the Bot API has them: ``text`` with ``callback_data`` or
            ``url``.
        document: name of the file, where there is one.
        alert: whether a notice asks to be confirmed.
    """

    kind: str
    chat: int
    message_id: int
    text: str
    entities: tuple[Entity, ...] = ()
    buttons: tuple[tuple[dict[str, Any], ...], ...] = ()
    document: str | None = None
    alert: bool = False

    def button(self, label: str) -> str:
        """The callback data of the first button whose text contains ``label``.

        Raises:
            LookupError: when there is none; names those there are.
        """
        for row in self.buttons:
            for each in row:
                if label.casefold() in each["text"].casefold() and "callback_data" in each:
                    return str(each["callback_data"])
        labels = [each["text"] for row in self.buttons for each in row]
        raise LookupError(f"no button {label!r} among {labels}")


def answer_of(message: dict[str, Any], kind: str = "message") -> Answer:
    """The answer that a Bot API message is."""
    document = message.get("document")
    markup = message.get("reply_markup", {})
    return Answer(
        kind="document" if document and kind == "message" else kind,
        chat=message["chat"]["id"],
        message_id=message["message_id"],
        text=message.get("text", message.get("caption", "")),
        entities=tuple(message.get("entities", message.get("caption_entities", ()))),
        buttons=tuple(tuple(row) for row in markup.get("inline_keyboard", ())),
        document=document["file_name"] if document else None,
    )


class Messages:
    """The messages of all chats, the oldest forgotten beyond a bound."""

    def __init__(self, bound: int = KEPT_MESSAGES) -> None:
        self._messages: OrderedDict[tuple[int, int], dict[str, Any]] = OrderedDict()
        self._bound = bound

    def keep(self, message: dict[str, Any]) -> None:
        """Add or replace a message."""
        self._messages[message["chat"]["id"], message["message_id"]] = message
        while len(self._messages) > self._bound:
            self._messages.popitem(last=False)

    def find(self, chat: int, number: int) -> dict[str, Any] | None:
        """A message that is still kept."""
        return self._messages.get((chat, number))

    def remove(self, chat: int, number: int) -> bool:
        """Forget a message; whether it was there."""
        return self._messages.pop((chat, number), None) is not None

    def of(self, chat: int) -> list[dict[str, Any]]:
        """The kept messages of a chat in order."""
        return [message for (owner, _), message in self._messages.items() if owner == chat]


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that was sent, under the id by which ``getFile`` knows it."""

    file_id: str
    path: str
    name: str
    media_type: str
    content: bytes


class Files:
    """Files in memory, the oldest forgotten beyond a bound of bytes."""

    def __init__(self, bound: int = KEPT_FILE_BYTES) -> None:
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._bound = bound
        self._count = 0

    def keep(self, name: str, content: bytes, media_type: str) -> StoredFile:
        """Store a file."""
        self._count += 1
        suffix = name.rsplit(".", 1)[-1].lower() if "." in name else "bin"
        suffix = suffix if suffix.isascii() and suffix.isalnum() else "bin"
        stored = StoredFile(
            f"local-file-{self._count}",
            f"documents/file_{self._count}.{suffix}",
            name,
            media_type,
            content,
        )
        self._files[stored.file_id] = stored
        while len(self._files) > 1 and sum(len(f.content) for f in self) > self._bound:
            self._files.popitem(last=False)
        return stored

    def __iter__(self) -> Any:
        return iter(self._files.values())

    def find(self, file_id: str) -> StoredFile | None:
        """A file by its id."""
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """A file by its download path."""
        return next((stored for stored in self if stored.path == path), None)


@dataclass(slots=True)
class Inbox:
    """Updates that wait for the application, and which of them each chat still has answered.

    Answers are given to the oldest update of their chat that the application has not finished:
    it handles the updates of one chat in order.
    """

    updates: deque[dict[str, Any]] = field(default_factory=deque)
    open: dict[int, deque[int]] = field(default_factory=dict)
    """Chat id → ids of its unfinished updates, oldest first."""
    answers: OrderedDict[int, list[Answer]] = field(default_factory=OrderedDict)
    unasked: deque[Answer] = field(default_factory=lambda: deque(maxlen=KEPT_MESSAGES))
    """What came while no update of its chat was unfinished: digests, alerts."""
    bound: int = KEPT_MESSAGES

    def add(self, update: dict[str, Any], chat: int) -> None:
        """Queue an update."""
        number = update["update_id"]
        self.updates.append(update)
        self.open.setdefault(chat, deque()).append(number)
        self.answers[number] = []
        while len(self.answers) > self.bound:
            self.answers.popitem(last=False)

    def acknowledge(self, offset: int) -> None:
        """Forget the updates before ``offset``; a negative one keeps only that many."""
        if offset < 0:
            while len(self.updates) > -offset:
                self.updates.popleft()
        while offset > 0 and self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()

    def finish(self, number: int) -> None:
        """The application is done with an update."""
        for chat, numbers in list(self.open.items()):
            if number in numbers:
                numbers.remove(number)
                if not numbers:
                    del self.open[chat]

    def record(self, answer: Answer, *, update: int | None = None) -> bool:
        """Give an answer to the update it belongs to; false when it belongs to none."""
        numbers = self.open.get(answer.chat)
        number = update if update is not None else (numbers[0] if numbers else None)
        if number is None or number not in self.answers:
            self.unasked.append(answer)
            return False
        self._settle(self.answers[number], answer)
        return True

    @staticmethod
    def _settle(answers: list[Answer], answer: Answer) -> None:
        """Put an answer where the reader sees it: an edit takes the place of what it edits."""
        for index, earlier in enumerate(answers):
            if answer.message_id and earlier.message_id == answer.message_id:
                kind = earlier.kind if answer.kind == "edit" else answer.kind
                answers[index] = Answer(
                    kind,
                    answer.chat,
                    answer.message_id,
                    answer.text,
                    answer.entities,
                    answer.buttons,
                    answer.document,
                )
                return
        answers.append(answer)

    def withdraw(self, chat: int, message_id: int) -> None:
        """A message was deleted: the reader no longer sees it."""
        for answers in self.answers.values():
            answers[:] = [a for a in answers if not (a.chat == chat and a.message_id == message_id)]
