"""The guard: the first handler, which lets an update through or keeps it out.

Everything is kept out that is not let in by name: the local chat (its server only listens on the
loopback address), the operators, the chats of the settings, everybody where access is open, and
chats that once sent the access code. A chat outside is told how to get in, a few times an hour.
"""

from __future__ import annotations

import contextlib
import logging

from telegram import Bot, Message, MessageEntity, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.conversation import outgoing
from bot.conversation.commands import BY_NAME
from bot.conversation.notices import Untold, untold
from bot.conversation.outgoing import Place
from bot.conversation.services import Services
from bot.conversation.turn import Context, Turn
from bot.render import telegram as render
from bot.settings import Access
from bot.store import chats, deliveries
from bot.store.chats import ChatView, Entry
from bot.texts import N_

log = logging.getLogger(__name__)

REFUSALS = 3
"""How often in an hour a chat outside is answered; trying a code is limited by the store."""

WELCOME = N_("Welcome! This chat is let in now. Send /help to see what I can do.")
WRONG_CODE = N_("This code is wrong or was used already. Ask the bot's operator for a new one.")
TOO_MANY_CODES = N_("Too many wrong codes. Please try again in an hour.")
SEND_CODE = N_(
    "Hello! This bot is private. Its operator has a one-time code: send me that code, "
    "alone in a message (in a group: `/start CODE`), and this chat is let in."
)
ASK_OPERATOR = N_(
    "Hello! This bot is private. Ask its operator to let this chat in; its number is `{chat}`."
)
TOO_FAST = N_("One moment, please: that was too fast for me. Try again in {seconds} seconds.")


async def guard(services: Services, update: Update, context: Context) -> None:
    """Let an update through by making its turn, or stop it here.

    Raises:
        ApplicationHandlerStop: to stop it.
    """
    chat, bot = update.effective_chat, context.bot
    if chat is None or update.inline_query is not None:
        raise ApplicationHandlerStop  # inline queries, polls and payments are not answered
    row, seen, left = await _look_up(services, update)
    if update.my_chat_member is not None:
        await _note_membership(services, update, row)
        raise ApplicationHandlerStop
    message = update.message or update.edited_message
    if message is None and update.callback_query is None:
        raise ApplicationHandlerStop  # posts of channels
    if seen or (message is not None and not _addressed(message, bot)):
        raise ApplicationHandlerStop
    if message is not None and message.migrate_to_chat_id is not None:
        await _move(services, row, message.migrate_to_chat_id)
        raise ApplicationHandlerStop
    if not is_let_in(services, update, row):
        await _answer_outside(services, update, bot)
        raise ApplicationHandlerStop
    if not services.local:
        await _limit(services, update, bot, row)
    if row is None or not row.language or not row.active:
        row = await _make(services, update)
    context.turn = Turn(services, bot, update, row, place_of(update), untold=left)


def is_let_in(services: Services, update: Update, row: ChatView | None) -> bool:
    """Whether this chat may use the bot."""
    settings = services.settings
    chat, user = update.effective_chat, update.effective_user
    if services.local or settings.access is Access.OPEN:
        return True
    if chat is not None and chat.id in settings.operators | settings.allowed_chats:
        return True
    if user is not None and user.id in settings.operators:
        return True
    return row is not None and row.allowed


def first_language(services: Services, update: Update) -> str:
    """The language of a chat that has chosen none: its reader's own, else the settings'."""
    user = update.effective_user
    code = (user.language_code or "") if user else ""
    short = code.lower().replace("_", "-").split("-")[0]
    return short if short in ("vi", "en") else services.settings.language


def place_of(update: Update) -> Place:
    """Where the answer to an update goes: its chat and thread; in groups, to its message."""
    chat, message = update.effective_chat, update.effective_message
    assert chat is not None
    if not isinstance(message, Message):  # the button of a message that is too old to be seen
        return Place(chat.id)
    thread = message.message_thread_id if message.is_topic_message else None
    private = chat.type == ChatType.PRIVATE or update.callback_query is not None
    return Place(chat.id, thread, None if private else message.message_id)


async def _look_up(
    services: Services, update: Update
) -> tuple[ChatView | None, bool, Untold | None]:
    """The chat, whether the update was taken in before, and what the chat is still to be told."""
    assert update.effective_chat is not None
    async with services.db.read() as session:
        row = await chats.find(session, services.bot, update.effective_chat.id)
        seen = await chats.was_seen(session, services.bot, update.update_id)
        if row is None:
            return None, seen, None
        return chats.view(row), seen, await untold(session, row, services.clock())


async def _make(services: Services, update: Update) -> ChatView:
    assert update.effective_chat is not None
    async with services.db.write() as session:
        row = await chats.get_or_make(
            session,
            services.bot,
            update.effective_chat.id,
            language=first_language(services, update),
            zone=services.settings.zone,
            now=services.clock(),
        )
        await session.flush()
        return chats.view(row)


async def _note_membership(services: Services, update: Update, row: ChatView | None) -> None:
    """A reader blocked the bot, or a group removed it: no digests until it speaks again."""
    assert update.my_chat_member is not None
    status = update.my_chat_member.new_chat_member.status
    if row is not None and status in (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT):
        async with services.db.write() as session:
            await deliveries.pause_chat(session, row.id, services.clock())


async def _move(services: Services, row: ChatView | None, number: int) -> None:
    if row is not None:
        async with services.db.write() as session:
            await deliveries.migrate_chat(session, row.id, number)


def _addressed(message: Message, bot: Bot) -> bool:
    """Whether a message is for the bot. In a group that is a command, a mention or a reply."""
    if message.chat.type == ChatType.PRIVATE or message.migrate_to_chat_id is not None:
        return True
    reply = message.reply_to_message
    if reply is not None and reply.from_user is not None and reply.from_user.id == bot.id:
        return True
    own = f"@{bot.username}".lower()
    entities = message.parse_entities() if message.text else message.parse_caption_entities()
    for entity, text in entities.items():
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0:
            name, at, whom = text[1:].lower().partition("@")
            return at + whom == own if at else name in BY_NAME
        if entity.type == MessageEntity.MENTION and text.lower() == own:
            return True
        if entity.type == MessageEntity.TEXT_MENTION and entity.user:
            return entity.user.id == bot.id
    return False


async def _limit(services: Services, update: Update, bot: Bot, row: ChatView | None) -> None:
    """Keep a chat to its messages per minute; the first one too many is answered."""
    place, limits, now = place_of(update), services.limits, services.clock()
    if limits.messages.take(place.chat, services.settings.rate_limit, now):
        return
    seconds = limits.messages.seconds_left(place.chat, now)
    language = (row.language if row else "") or first_language(services, update)
    notice = render.notice(TOO_FAST, language, seconds=seconds)
    warn = limits.warnings.take(place.chat, 1, now)
    with contextlib.suppress(TelegramError):
        if update.callback_query is not None:
            await update.callback_query.answer(notice.plain[:200])
        elif warn:
            await outgoing.send(bot, place, notice)
    raise ApplicationHandlerStop


async def _answer_outside(services: Services, update: Update, bot: Bot) -> None:
    """Answer a chat that is not let in: take its code, or tell it about the code."""
    if update.callback_query is not None or update.message is None:
        return
    place, now = place_of(update), services.clock()
    code = (update.message.text or "").strip()
    if code.startswith("/start"):
        code = code.partition(" ")[2].strip()
    if wants_code(services) and chats.looks_like_code(code):
        text = await _try_code(services, update, code)
        if text is not WELCOME and not services.limits.refusals.take(
            place.chat, REFUSALS + chats.TRIES, now
        ):
            return
    elif services.limits.refusals.take(place.chat, REFUSALS, now):
        text = SEND_CODE if wants_code(services) else ASK_OPERATOR
    else:
        return
    language = first_language(services, update)
    await outgoing.send(bot, place, render.notice(text, language, chat=place.chat))


def wants_code(services: Services) -> bool:
    """Whether chats are let in by a code: nobody is named in the settings, nor access open."""
    settings = services.settings
    return settings.access is Access.CODE and not (settings.operators | settings.allowed_chats)


async def _try_code(services: Services, update: Update, code: str) -> str:
    assert update.effective_chat is not None
    now = services.clock()
    async with services.db.write() as session:
        if not await chats.claim(session, services.bot, update.update_id, now):
            raise ApplicationHandlerStop
        row = await chats.get_or_make(
            session,
            services.bot,
            update.effective_chat.id,
            language=first_language(services, update),
            zone=services.settings.zone,
            now=now,
        )
        await session.flush()
        entry = await chats.redeem(session, row, code, now)
    log.info("chat %s sent an access code: %s", update.effective_chat.id, entry)
    texts = {Entry.ALLOWED: WELCOME, Entry.WRONG: WRONG_CODE, Entry.TOO_MANY: TOO_MANY_CODES}
    return texts[entry]
