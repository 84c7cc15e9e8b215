"""What is done with a text: summarise it, translate it; and summaries of what the library has."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from telegram import Message

from bot.briefings.cards import (
    Bilingual,
    Choice,
    ConferenceCard,
    Line,
    SpeakerCard,
    SummaryCard,
    TranslationCard,
)
from bot.conversation import browsing, scopes, sources
from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.scope_words import Scope
from bot.conversation.sources import Unreadable
from bot.conversation.turn import Turn
from bot.pipeline import Refused
from bot.pipeline.translating import UNTRANSLATED
from bot.render.sheets import View
from bot.texts import N_
from summarizer.dependence import mend
from summarizer.text.language import detect_language
from summarizer.text.sentences import split_sentences
from translations.engine import Direction, Translation, TranslationError
from translations.words.names import transliterate_name

SENTENCES: Final = 3
"""Sentences of a summary of a text that was sent."""
LONGEST: Final = 200_000
"""Characters of a text that are summarised; of more, the beginning."""
LONGEST_TRANSLATED: Final = 20_000
"""Characters that are translated at a time."""

_LAST: Final = 2_000
"""Characters at the end of a text that is cut in which the end of a sentence is looked for."""
_END: Final = re.compile(r"[.!?…][\"”’)\]]*(?=\s)|\n")
_BLANK: Final = re.compile(r"\s")

SUMMARY_WANTED = N_(
    "What shall I summarise? Send a text after the command or reply to one with it, or name "
    "something of the library: `/{command} article 1`, `/{command} conference NAME`, "
    "`/{command} speaker NAME`, `/{command} theme economic diplomacy`, `/{command} this week`, "
    "`/{command} economic diplomacy this week`, `/{command} since my last digest`"
)
TEXT_WANTED = N_("What shall I translate? Send it after the command, or reply to it with it.")
NOTHING_THERE = N_("There is no text in it that I could summarise.")
TOO_LONG = N_("The text is very long: I looked at its first {count} characters.")
NEITHER = N_("The text is neither Vietnamese nor English: I translate between these two only.")
ALREADY = {
    "en": N_("The text is in English already."),
    "vi": N_("The text is in Vietnamese already."),
}
NO_ENGINE = {
    Direction.EN_VI: N_("Translation from English into Vietnamese is not available here."),
    Direction.VI_EN: N_("Translation from Vietnamese into English is not available here."),
}
NOT_FOUND = N_(
    "I found nothing called “{name}”. To have a text summarised, send it whole; /search looks "
    "through the articles."
)
TEXT_GONE = N_("I no longer have the text. Please send it again.")


async def summary(turn: Turn, words: str) -> None:
    """/summary [vi|en] of a thing of the library, of a text, or of what is replied to."""
    wanted = read.wanted(words)
    if wanted.thing == "theme":
        await scopes.named_theme(turn, read.query(wanted.words), wanted.language)
    elif not wanted.words and not wanted.thing:
        await _summary_of_reply(turn, wanted.language)
    elif wanted.thing in ("article", "task"):
        await _summary_of_number(turn, wanted)
    elif wanted.thing:
        await _summary_of_name(turn, [wanted.thing], wanted)
    elif read.is_name(wanted.words):
        words = read.query(wanted.words)
        if await scopes.asked(turn, words, wanted.language):
            return
        # Where a conference bears just this name, with its year perhaps, that is meant.
        scope = scopes.theme_in_time(turn, words)
        await _summary_of_name(turn, ["conference", "speaker"], wanted, scope)
    else:
        await summarize(turn, wanted.words, wanted.language, turn.message)


async def translate(turn: Turn, words: str) -> None:
    """/translate [en|vi] TEXT, or in reply to one."""
    language, text = read.translation(words)
    source = turn.message
    if not text:
        reply = turn.message.reply_to_message
        if reply is None:
            await turn.say(TEXT_WANTED)
            return
        try:
            text, source = (await sources.text_of(turn, reply)).text, reply
        except Unreadable as error:
            await sources.refuse(turn, error)
            return
    await _translate(turn, text, source, language)


async def again(turn: Turn, what: str, language: str) -> str:
    """Do it again with the text that the bot's message answers; a notice where it is gone."""
    message = turn.message
    reply = message.reply_to_message if isinstance(message, Message) else None
    if reply is None:
        await turn.take()
        return TEXT_GONE
    try:
        text = (await sources.text_of(turn, reply)).text
    except Unreadable:
        await turn.take()
        return TEXT_GONE
    if what == "summary":
        turn.edits = message.message_id
        await summarize(turn, text, language, reply)
    else:
        await _translate(turn, text, reply)
    return ""


async def summarize(turn: Turn, text: str, language: str, source: Message) -> None:
    """Answer with the summary of a text that stands in the message ``source``."""
    whole, text = text, beginning(text, LONGEST)
    target = language or turn.language
    async with turn.typing():
        try:
            made = await turn.services.worker.summarize_text(text, SENTENCES)
        except Refused:
            await turn.say(NOTHING_THERE)
            return
        found = made.document.language
        chosen = made.summary.sentences
        title, *texts = await _both_sides(
            turn, [made.document.title, *(each.text for each in chosen)], found, target
        )
        texts = [
            with_name(text, each.antecedent) if each.antecedent else text
            for text, each in zip(texts, chosen, strict=True)
        ]
    card = SummaryCard(
        of="text",
        title=title,
        lines=tuple(Line(each, article=0) for each in texts),
        method=made.summary.method,
        language_found=found,
    )
    turn.answer_to(source)
    await turn.show(card, language)
    if len(whole) > len(text):
        await turn.say(TOO_LONG, count=len(text))


def beginning(text: str, most: int) -> str:
    """The beginning of a text, of at most so many characters, that ends with a sentence; where the
    last ones have no end of a sentence, with a word.
    """
    if len(text) <= most:
        return text
    cut = text[: most + 1]
    for pattern in (_END, _BLANK):
        # Only the last part is looked at: a text may have no end at all.
        ends = [found.end() for found in pattern.finditer(cut, max(0, most - _LAST))]
        if ends:
            return cut[: ends[-1]].rstrip()
    return text[:most]


async def completed(turn: Turn, card: SummaryCard) -> SummaryCard:
    """The summary of a text with its sides in the reader's language; any other as it is."""
    found = card.language_found
    if card.of != "text" or found not in ("vi", "en"):
        return card
    sides = [card.title, *(line.text for line in card.lines)]
    async with turn.typing():
        title, *texts = await _both_sides(
            turn, [each.in_(found) for each in sides], found, turn.language
        )
    lines = zip(card.lines, texts, strict=True)
    return replace(card, title=title, lines=tuple(replace(line, text=text) for line, text in lines))


async def _translate(turn: Turn, text: str, source: Message, language: str = "") -> None:
    whole, text = text, beginning(text, LONGEST_TRANSLATED)
    found = detect_language(text)
    if found == "other":
        await turn.say(NEITHER)
        return
    if found == language:
        await turn.say(ALREADY[language])
        return
    direction = Direction.VI_EN if found == "vi" else Direction.EN_VI
    paragraphs = [split_sentences(line) for line in text.splitlines()]
    async with turn.typing():
        try:
            made = await turn.services.worker.translate(
                [sentence for sentences in paragraphs for sentence in sentences], direction
            )
        except TranslationError:
            await turn.say(NO_ENGINE[direction])
            return
    if any(each.engine == UNTRANSLATED for each in made):
        await turn.say(NO_ENGINE[direction])
        return
    done = iter(made)
    lines = [" ".join(next(done).text for _ in sentences) for sentences in paragraphs]
    other = "\n".join(lines).strip()
    vi, en = (text, other) if found == "vi" else (other, text)
    uncertain = any(each.findings for each in made)
    engine = made[0].engine if made else ""
    turn.answer_to(source)
    await turn.show(TranslationCard(Bilingual(vi, en, original=found, uncertain=uncertain), engine))
    if len(whole) > len(text):
        await turn.say(TOO_LONG, count=len(text))


async def _summary_of_reply(turn: Turn, language: str) -> None:
    reply = turn.message.reply_to_message
    if reply is None:
        await turn.say(SUMMARY_WANTED, command=in_reader_words("summary"))
        return
    try:
        found = await sources.text_of(turn, reply)
    except Unreadable as error:
        await sources.refuse(turn, error)
        return
    await summarize(turn, found.text, language, reply)


async def _summary_of_number(turn: Turn, wanted: read.Wanted) -> None:
    number = read.number(wanted.words)
    if number is None:
        await turn.say(browsing.NOT_A_NUMBER, words=wanted.words)
        return
    card = await turn.services.briefings.summary(wanted.thing, number)
    if card is None and wanted.thing == "article" and read.year(wanted.words):
        await scopes.asked(turn, wanted.words, wanted.language)
    elif card is None:
        await turn.say(browsing.NO_SUCH_NUMBER[wanted.thing], number=number)
    else:
        await turn.show(card, wanted.language)


async def _summary_of_name(
    turn: Turn, things: Sequence[str], wanted: read.Wanted, scope: Scope | None = None
) -> None:
    """Summarise the one thing of that name; of several let the reader choose. ``scope`` is what the
    words mean where nothing is of that name.
    """
    name = read.query(wanted.words)
    choices: list[Choice] = []
    for thing in things:
        match await browsing.find(turn, thing, name):
            case ConferenceCard(conference=found) | SpeakerCard(speaker=found):
                card = await turn.services.briefings.summary(thing, found.id)
                if card is not None:
                    await turn.show(card, wanted.language)
                    return
            case Choice() as choice if choice.hits:
                choices.append(choice)
    exact = [choice for choice in choices if choice.exact]
    if scope is not None and not exact:
        await scopes.show(turn, scope, wanted.language)
        return
    for choice in (exact or choices)[:1]:
        await turn.show(choice, wanted.language, View.SUMMARY)
        return
    await turn.say(NOT_FOUND, name=name, rows=scopes.rows_like(turn, name))


async def _both_sides(turn: Turn, texts: Sequence[str], found: str, target: str) -> list[Bilingual]:
    """The texts with their other-language sides, where the reader needs them and there are any."""
    if found in ("other", target):
        return [_bilingual(text, found) for text in texts]
    direction = Direction.VI_EN if found == "vi" else Direction.EN_VI
    made: list[Translation | None] = [None] * len(texts)
    with contextlib.suppress(TranslationError):  # the sheet says that it is not translated
        made = [
            None if each.engine == UNTRANSLATED else each
            for each in await turn.services.worker.translate(texts, direction)
        ]
    return [
        _bilingual(text, found, translation) for text, translation in zip(texts, made, strict=True)
    ]


def with_name(text: Bilingual, name: str) -> Bilingual:
    """A text with the name of the one it speaks of in brackets before it."""
    return replace(
        text,
        vi=mend(text.vi, name) if text.vi else text.vi,
        en=mend(text.en, transliterate_name(name)) if text.en else text.en,
    )


def _bilingual(text: str, found: str, other: Translation | None = None) -> Bilingual:
    if found == "other":  # shown as it stands to everybody
        return Bilingual(text, text, machine=False)
    sides = {found: text, "en" if found == "vi" else "vi": other.text if other else None}
    uncertain = bool(other and other.findings)
    return Bilingual(sides["vi"], sides["en"], original=found, uncertain=uncertain)
