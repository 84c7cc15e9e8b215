"""What the reader and the log are told when something fails."""

import logging
import re

import pytest
from sqlalchemy import select
from telegram.error import Conflict, NetworkError

from bot.pipeline import Busy
from bot.store.database import DatabaseError
from bot.store.models import Chat

TEXT = "Hội nghị khai mạc sáng nay tại Huế. Các đại biểu thảo luận về kế hoạch. Bà Mai kết luận."


async def test_a_full_queue_asks_for_a_moment(talk):
    talk.services.worker.fails.append(Busy())
    [sent] = await talk(TEXT, lang="en")
    assert "One moment" in sent.text
    assert "Huế" in (await talk(TEXT))[0].text


async def test_an_unexpected_error_gives_a_reference_that_stands_in_the_log(talk, caplog):
    talk.services.worker.fails.append(RuntimeError("the model is upside down"))
    with caplog.at_level(logging.ERROR):
        [sent] = await talk(TEXT, lang="en")
    [reference] = re.findall(r"\b[0-9A-F]{6}\b", sent.text)
    assert reference in caplog.text
    assert "the model is upside down" in caplog.text
    assert "Hội nghị khai mạc" not in caplog.text  # what readers write is not logged
    assert "upside down" not in sent.text


async def test_a_library_that_cannot_be_reached_is_told(talk, caplog):
    talk.services.worker.fails.append(DatabaseError("is locked", subject="x", advice="y"))
    [sent] = await talk(TEXT, lang="en")
    assert "library cannot be reached" in sent.text


async def test_when_the_guard_itself_fails_nobody_gets_in(open_talk, caplog):
    talk = await open_talk(access="code")
    talk.services.db.read = lambda: (_ for _ in ()).throw(RuntimeError("no database"))
    assert await talk("/conferences") == []
    assert not talk.services.briefings.asked
    operator = await open_talk(access="code", operators="5")
    [sent] = await operator("/conferences", lang="en")
    assert "went wrong" in sent.text
    assert not operator.services.briefings.asked


async def test_refused_markup_is_sent_as_plain_text(talk, telegram):
    telegram.script("sendMessage", (400, "Bad Request: can't parse entities: byte 3", {}))
    refused, plain = await talk("/conferences", lang="en")
    assert refused.given["parse_mode"] == "HTML"
    assert "parse_mode" not in plain.given
    assert plain.text.startswith("Conferences")
    assert "<b>" not in plain.text
    assert plain.buttons == refused.buttons


async def test_refused_markup_of_an_edit_too(talk, telegram):
    telegram.script("editMessageText", (400, "Bad Request: can't parse entities", {}))
    refused, plain, _ = await talk.press("l:conferences")
    assert "<b>" in refused.text
    assert "<b>" not in plain.text


async def test_a_429_is_waited_for(talk, telegram):
    telegram.script("sendMessage", (429, "Too Many Requests", {"retry_after": 1}))
    first, second = await talk("/conferences")
    assert first.text == second.text


async def test_a_lost_answer_is_not_sent_twice(talk, telegram, caplog):
    telegram.script("sendMessage", NetworkError("the line went dead"))
    sent = await talk("/conferences", lang="en")
    assert "went wrong" in sent[1].text
    assert len(sent) == 2


async def test_a_reader_who_blocked_the_bot_is_noted(talk, telegram, db):
    telegram.script("sendMessage", (403, "Forbidden: bot was blocked by the user", {}))
    assert len(await talk("/conferences")) == 1
    async with db.read() as session:
        assert await session.scalar(select(Chat.active)) is False


async def test_when_the_apology_fails_too_the_log_has_it(talk, telegram, caplog):
    telegram.script("sendMessage", NetworkError("dead"), NetworkError("still dead"))
    await talk("/conferences")
    assert "could not be told either" in caplog.text


@pytest.mark.parametrize(
    ("error", "level"), [(Conflict("two"), "ERROR"), (NetworkError("x"), "WARNING")]
)
async def test_errors_of_polling_are_logged(talk, caplog, error, level):
    await talk.application.process_error(update=None, error=error)
    assert [record.levelname for record in caplog.records] == [level]
