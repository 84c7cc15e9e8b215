"""Everything sent that is no command: texts, forwarded posts, documents.

A text comes back summarised. A few words are taken for a question: the thing of that name is
shown, or what the library has on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from telegram import Message
from telegram.constants import ChatType

from bot.briefings.cards import (
    ArticleList,
    Card,
    Choice,
    ConferenceCard,
    Hit,
    Section,
    SpeakerCard,
)
from bot.briefings.dated import title
from bot.briefings.periods import Period
from bot.conversation import browsing, meetings, people, questions, reading, scopes, sources
from bot.conversation import words as read
from bot.conversation.about_words import About, Sort, asked_about
from bot.conversation.courtesies import Bare, without_courtesies
from bot.conversation.questions import Question
from bot.conversation.sources import Unreadable
from bot.conversation.turn import Turn
from bot.render.actions import Open, Search, SummarizeScope
from bot.render.messages import Button
from bot.render.telegram import packed
from bot.render.voice import clip
from bot.texts import N_, Translator, beside
from summarizer.text.folding import fold
from summarizer.text.folding import words as words_of

NEAREST: Final = 4
"""Names that are offered where nobody is known by the one that was asked for."""
LABEL: Final = 40
"""Characters of words on a button."""
_SEVERAL: Final = re.compile(
    r"^(?:các|những|cac|nhung|all|the)\s+(?=chuyến|chuyen|visits)", re.IGNORECASE
)
"""What stands before the visits of somebody, and in the name of none."""
_VISIT_OF: Final = re.compile(
    r"^(?P<who>\S+(?: \S+){0,4}?)(?:['’]s|(?<=s)['’]) (?:(?:official|state) )?(?:visit|trip)"
    r"(?P<rest> to .+|)$",
    re.IGNORECASE,
)
"""A visit before which its visitor is named, who stands at the end of its name."""
_TASKS: Final = re.compile(r"(?:(?:cac|nhung|the|all)\s+)*(?:nhiem vu|tasks)\s+(?=\S)")
_MORE: Final = re.compile(
    r"(?:show |see |xem )?(?:more|next|(?:the )?next page|them(?: nua)?|tiep(?: theo)?"
    r"|trang sau|trang tiep(?: theo)?)"
)
"""What asks for the next page, folded."""
FEW_WORDS: Final = 8
FEW_CHARACTERS: Final = 60
GUESSED = N_("The file is not in UTF-8: I had to guess its letters, and some may be wrong.")
NOTHING = N_(
    "I found nothing on “{words}”. Try fewer words or a name; a longer text comes back "
    "summarised. /help shows what else I can do."
)

TURN_THE_PAGE = N_("To turn the page of a list, press ▶ under it.")
NO_WORDS = N_("I cannot read a question in that. /help shows what I can do.")

NOBODY_BUT = N_("I know nobody called “{name}”. The nearest names: {names}.")
NOT_SOUGHT_THEN = N_(
    "I can look for “{words}” at any time only; of this time ({period}) I can tell what its "
    "articles say."
)
AT_ANY_TIME = N_("“{words}” at any time")
THEN = N_("The articles: {period}")
NOT_SAID = N_("I have no statement of {name} on “{words}”.")
NOT_SAID_THEN = N_("I have no statement of {name} on “{words}” from this time ({period}).")
SAID_OTHERWISE = N_("These are from another time:")


async def receive(turn: Turn) -> None:
    """Answer a message that is no command."""
    message = turn.message
    if _is_silent(turn, message):
        await turn.take()
        return
    try:
        found = await sources.text_of(turn, message)
    except Unreadable as error:
        await sources.refuse(turn, error)
        return
    text = _without_mention(turn, found.text)
    if _is_typed(message):
        bare = without_courtesies(text)
        if _is_question(turn, bare) or scopes.asks(turn, bare.text):
            question, language = read.without_language(bare.text, sure=True)
            turn.speak(language if question else "")
            await answer(turn, question or bare.text)
            return
    await reading.summarize(turn, text, "", message)
    if found.guessed:
        await turn.say(GUESSED)


def typed(turn: Turn) -> str:
    """What the reader wrote, without the bot's name; empty where others wrote it."""
    message = turn.message
    return _without_mention(turn, message.text or "") if _is_typed(message) else ""


def _is_typed(message: Message) -> bool:
    """Whether the reader wrote this, and does not hand on what others wrote."""
    return message.document is None and message.forward_origin is None


async def answer(turn: Turn, question: str) -> None:
    """Show what somebody said on something, where that is asked; else the thing of this name, the
    theme in the period that is named, what a search finds, also for the key words only, or the
    nearest names.
    """
    if await scopes.question(turn, question):
        return
    if _MORE.fullmatch(fold(question.strip(" .!?"))):
        await turn.say(TURN_THE_PAGE)
        return
    asked = questions.read_question(question, scopes.today(turn))
    like: Card | None = None
    if asked is not None and asked.who:
        like = await browsing.find(turn, "speaker", read.query(asked.who))
        if people.only_of(asked.who, like) and (asked.about or isinstance(like, SpeakerCard)):
            # "What did China say?" asks for no one person who has an office there.
            asked = replace(asked, who="", about=f"{asked.who} {asked.about}".strip())
            there = await _articles(turn, read.query(asked.about))
            if there.items:
                await turn.show(there)
                return
        elif browsing.fits(like):
            await _statements(turn, asked, like)
            return
        elif not asked.named:
            await _say_nobody(turn, asked, like)
            return
    words = read.query(question).rstrip(" ?!")
    if asked is not None and not asked.named:
        words = asked.about
    if (about := asked_about(question)) is not None:
        if await _told_about(turn, about):
            return
        words = about.name if about.sort is Sort.ARTICLES else words
    if await _tasks_with(turn, words):
        return
    if (person := await people.named(turn, words)) is not None:
        await turn.show(person)
        return
    near: list[Card] = []
    for thing in ("conference", "speaker"):
        named = _as_named(words) if thing == "conference" else words
        card = await browsing.find(turn, thing, named)
        if people.only_of(words, card) or (isinstance(card, Choice) and not card.exact):
            near += [card] if isinstance(card, Choice) else []
        elif meetings.only_has(named, card) and (there := await _articles(turn, words)).items:
            await meetings.show(turn, words, card, there)
            return
        elif card is not None:
            await turn.show(card)
            return
    if (scope := scopes.bare(turn, question)) is not None:
        await scopes.show(turn, scope)
        return
    found = await _articles(turn, words)
    if not found.items and (fewer := questions.key_words(words)) not in ("", words):
        found = await _articles(turn, fewer)
    if found.items:
        await turn.show(found)
    elif asked is not None and asked.named:
        await _say_nobody(turn, asked, like)
    elif near:
        await turn.show(near[0])
    else:
        asks = any(char.isalnum() for char in words)  # "🙂" does not
        await turn.say(NOTHING if asks else NO_WORDS, words=words)


async def _tasks_with(turn: Turn, words: str) -> bool:
    """Show the tasks that have the words after "tasks" ("nhiệm vụ ASEAN"); whether any has."""
    found = _TASKS.match(fold(words))
    if found is None or len(fold(words)) != len(words):
        return False
    card = await turn.services.briefings.tasks(words[found.end() :], zone=ZoneInfo(turn.chat.zone))
    if card.items:
        await turn.show(card)
    return bool(card.items)


async def _articles(turn: Turn, words: str) -> ArticleList:
    return await turn.services.briefings.search(words)


def _as_named(words: str) -> str:
    """Words as the names of visits have them: "visit to Denmark by Ms X"."""
    return _VISIT_OF.sub(_visit_by, _SEVERAL.sub("", words))


def _visit_by(asked: re.Match[str]) -> str:
    return f"visit{asked['rest']} by {asked['who']}"


async def _told_about(turn: Turn, about: About) -> bool:
    """Show whom or what a question asks for by name, if that is known; whether it is."""
    card: Card | None
    if about.sort is Sort.ARTICLES:
        card = await browsing.articles_on(turn, about.name)
        known = bool(card.items or card.elsewhere)
    elif about.sort is Sort.TERM:
        card, known = await turn.services.briefings.term(about.name), True
    else:
        thing = "speaker" if about.sort is Sort.SPEAKER else "conference"
        name = about.name if about.sort is not Sort.VISITS else about.visits
        card = await browsing.find(turn, thing, name)
        known = browsing.fits(card)
    if about.sort is Sort.MEANING and not isinstance(card, ConferenceCard):
        terms = await turn.services.briefings.term(about.name)
        if terms.has(about.name) or not known:  # "What is ASEAN?" asks for none of its summits
            card, known = terms, bool(terms.terms)
    if known and card is not None:
        await turn.show(card)
    return known


async def _statements(turn: Turn, asked: Question, card: Card) -> None:
    """Show what somebody said, on something or at some time, or whom the name may mean."""
    if not isinstance(card, SpeakerCard):
        await turn.show(card)
        return
    period = await scopes.period_of(turn, asked.time) if asked.time is not None else None
    if asked.about:
        await _said_on(turn, card, asked.about, period)
    elif period is not None:
        await browsing.said_then(turn, card.speaker, period)
    elif asked.named:  # "all statements of": every one, not the best of them
        id_, every = card.speaker.id, Section.STATEMENTS
        await turn.show(await turn.services.briefings.speaker(id_, 1, every) or card)
    else:
        await turn.show(card)


async def _say_nobody(turn: Turn, asked: Question, like: Card | None) -> None:
    """Say that nobody of the name is known, and who has a name like it; then tell what there is on
    the matter. Nothing is looked for without the time that was asked for: that is offered.
    """
    name = read.query(asked.who)
    hits = like.hits[:NEAREST] if isinstance(like, Choice) else ()
    language = turn._.each[0].language
    rows: list[tuple[Button, ...]]
    rows = [(Button(hit.label.in_(language)[:60], Open("speaker", hit.id)),) for hit in hits]
    text = NOBODY_BUT if hits else browsing.NO_SUCH_NAME["speaker"]
    said = [turn.words(text, name=name, names=_names(hits))]
    found = await turn.services.briefings.search(asked.about or name)
    if asked.time is not None:
        period = await scopes.period_of(turn, asked.time)
        if found.items:
            said.append(turn.words(NOT_SOUGHT_THEN, words=found.query, period=_title(period)))
        rows += _offered(turn, asked.about, found, period)
    await turn.send(packed(said, (*rows, *browsing.rows_for(turn, "speaker"))))
    if asked.time is None and found.items:
        await turn.show(found)


def _offered(
    turn: Turn, about: str, found: ArticleList, period: Period
) -> list[tuple[Button, ...]]:
    """Buttons to what is found at any time, and to what the articles of a period tell, on a theme
    where one is named.
    """
    rows: list[tuple[Button, ...]] = []
    action = Search.of(found.query)
    if found.items and action is not None and action.words == found.query:  # all of it, with marks
        rows.append((Button(turn._(AT_ANY_TIME, words=clip(found.query, LABEL)), action),))
    if (theme := turn.services.briefings.theme(about)) is not None:
        return [*rows, *scopes.theme_rows(turn, [theme], period)]
    label = beside([each(THEN, period=_title(period)(each)) for each in turn._.each])
    return [*rows, (Button(label, SummarizeScope("period", period.pack())),)]


def _title(period: Period) -> Callable[[Translator], str]:
    return lambda _: title(period).in_(_.language)


def _names(hits: Sequence[Hit]) -> Callable[[Translator], str]:
    return lambda _: ", ".join(hit.label.in_(_.language) for hit in hits)


async def _said_on(turn: Turn, card: SpeakerCard, about: str, period: Period | None) -> None:
    """Show what somebody said on something, within a period perhaps; else say that there is none,
    and show what there is from another time, or offer all of theirs and the articles on it.
    """
    said, who = turn.services.briefings.said, card.speaker
    found = await said(who.id, about, period, ZoneInfo(turn.chat.zone))
    if found is not None:
        await turn.show(found)
        return
    text, time = NOT_SAID, None
    if period is not None:
        text, time = NOT_SAID_THEN, _title(period)
        found = await said(who.id, about)
    parts = [
        turn.words(text, name=lambda _: who.name.in_(_.language), words=about, period=time),
        *([turn.words(SAID_OTHERWISE)] if found is not None else []),
    ]
    rows = [(Button(turn._(N_("Full briefing")), Open("speaker", who.id)),)]
    articles = await turn.services.briefings.search(about)
    if articles.items and (action := Search.of(articles.query)) is not None:
        label = turn._(N_("Articles with “{words}”"), words=clip(about, LABEL))
        rows.append((Button(label, action),))
    await turn.send(packed(parts, tuple(rows)))
    if found is not None:
        await turn.show(found)


def _is_question(turn: Turn, bare: Bare) -> bool:
    text = bare.text
    if questions.asks(bare, scopes.today(turn)):
        return True
    short = len(text) <= FEW_CHARACTERS and len(words_of(text)) <= FEW_WORDS
    return short and read.is_name(text.rstrip(" ?!"))


def _is_silent(turn: Turn, message: Message) -> bool:
    """Whether a message wants no answer: the further pictures of an album, an edit of no text."""
    if message.text or message.caption or message.document:
        return False
    return message.media_group_id is not None or turn.update.edited_message is not None


def _without_mention(turn: Turn, text: str) -> str:
    """The text without the bot's own name, by which it is called in groups."""
    if turn.message.chat.type == ChatType.PRIVATE:
        return text
    own = rf"@{re.escape(turn.bot.username)}\b"
    return re.sub(rf"^\s*{own}[\s,:;.!–—-]*|{own}", "", text, flags=re.IGNORECASE).strip()
