"""/follow, /unfollow and /following: news of speakers, conferences, themes and words."""

from __future__ import annotations

from typing import Final

from bot.briefings.cards import Choice, ConferenceCard, SpeakerCard
from bot.conversation import browsing
from bot.conversation import words as read
from bot.conversation.commands import in_reader_words
from bot.conversation.turn import Turn
from bot.render.actions import Open
from bot.render.chat_actions import (
    FollowThing,
    FollowWords,
    SetAlerts,
    ShowFollowing,
    ShowSchedules,
    Unfollow,
)
from bot.render.messages import Button
from bot.render.telegram import packed
from bot.render.voice import clip
from bot.store import follows, library
from bot.store.follows import CONFERENCE, KEYWORD, SPEAKER, THEME
from bot.store.models import Chat, Follow
from bot.texts import N_, Translator
from bot.texts.names import THEMES
from summarizer.text.folding import fold

FOLLOWS = N_(
    "Done: you follow {name}. News comes at once, at most {n} messages a day, and stands first in "
    "your digests."
)
FOLLOWS_ALREADY = N_("You follow {name} already.")
HAVE = N_("*What you follow*")
HAVE_NONE = N_("You follow nothing yet.")
HOW = N_(
    "Send `/{follow} Bùi Thanh Sơn`, the name of a conference or a theme, or "
    "`/{follow} {word} ASEAN` for words wherever they stand; or press ☆ under a card."
)
CAP = N_("News comes at once at most {n} times a day; the rest is in the next digest.")
ENDED = N_("Done: you no longer follow {name}.")
NOT_THERE = N_("You do not follow that.")
WHICH = N_("Which one do you mean? Or shall I watch for the words “{words}”?")
TOO_MANY = N_("A chat may follow {n} things; end some first.")
TOO_SHORT = N_("“{words}” is too short to be watched for.")
NO_THEME = N_("There is no theme “{words}”. The themes: {themes}.")
TOO_LONG = N_("“{words}” is too long to be watched for: at most {n} characters.")
GONE = N_("This is no longer in the library.")
CAPS: Final = (1, 3, 5, 10)
"""Numbers of alerts a day offered by buttons."""
HITS: Final = 5
"""Things offered where a name is not exact."""
LABEL: Final = 24
"""Characters of a name on a button beside two others."""
ROWS: Final = 32
"""Rows of buttons under a list; Telegram takes a hundred buttons."""
LONGEST: Final = 80
"""Characters of words that are followed."""
_KEYWORD: Final = ("keyword", "word", "words", "tu khoa", "tu")
_THEME: Final = ("theme", "topic", "chu de")
_SPEAKER: Final = ("speaker", "nguoi", "dien gia")
_CONFERENCE: Final = ("conference", "hoi nghi")


_KINDS: Final = (
    (KEYWORD, _KEYWORD), (THEME, _THEME), (SPEAKER, _SPEAKER), (CONFERENCE, _CONFERENCE),
)  # fmt: skip


def _split(asked: str) -> tuple[str, str]:
    """The kind of thing that is named before what is asked, with a colon or without, and the
    rest.
    """
    head, *after = read.COLON.split(asked, maxsplit=1)
    rest = "".join(after).strip()
    if rest and any(fold(head).strip() in names for _, names in _KINDS):
        asked = f"{head.strip()} {rest}"
    folded = fold(asked)
    for thing, names in _KINDS:
        for name in names:
            if folded.startswith(f"{name} "):
                return thing, asked.split(maxsplit=len(name.split()))[-1]
    return "", asked


async def follow(turn: Turn, words: str) -> None:
    """/follow NAME."""
    asked = read.query(words)
    if not asked:
        await show(turn)
        return
    thing, name = _split(asked)
    if thing == KEYWORD:
        await follow_words(turn, name)
        return
    theme = turn.services.briefings.theme(name)
    if theme and thing in ("", THEME):
        await _add(turn, THEME, 0, theme)
        return
    if thing == THEME:
        await turn.say(NO_THEME, words=name, themes=_themes)
        return
    offered: list[tuple[str, Choice]] = []
    for kind in (SPEAKER, CONFERENCE):
        # “Hội nghị …” is how conferences are called: with the word, both readings are looked for.
        if thing not in ("", kind):
            continue
        for said in dict.fromkeys((asked, name) if kind == CONFERENCE else (name,)):
            match await browsing.find(turn, kind, said):
                case SpeakerCard(speaker=found):
                    await _add(turn, SPEAKER, found.id, "")
                    return
                case ConferenceCard(conference=found):
                    await _add(turn, CONFERENCE, found.id, "")
                    return
                case Choice() as choice:
                    offered.append((kind, choice))
    if not offered:
        await follow_words(turn, name if thing == SPEAKER else asked)
        return
    await _offer(turn, asked, offered)


async def _offer(turn: Turn, asked: str, offered: list[tuple[str, Choice]]) -> None:
    """Let the reader choose among what the name may mean."""
    language = turn._.each[0].language
    rows = [
        (Button(hit.label.in_(language)[:60], FollowThing(kind, hit.id)),)
        for kind, choice in offered
        for hit in choice.hits[:HITS]
    ]
    if (action := FollowWords.of(asked)) is not None:
        rows.append((Button(f"“{asked[:40]}”", action),))
    await turn.say(WHICH, words=asked, rows=tuple(dict.fromkeys(rows)))


async def follow_thing(turn: Turn, thing: str, id_: int) -> str:
    """Follow what a button stands for; a notice (a msgid) if it is gone."""
    briefings = turn.services.briefings
    if thing == "task":
        card = await briefings.task(id_)
        if card is None:
            return GONE
        await _add(turn, THEME, 0, card.task.theme)
        return ""
    if await briefings.named(thing, id_) is None:
        return GONE
    await _add(turn, thing, id_, "")
    return ""


async def follow_words(turn: Turn, words: str) -> None:
    """Follow words wherever they stand."""
    if len(" ".join(fold(words).split())) < 3:
        await turn.say(TOO_SHORT, words=words)
        return
    if len(words) > LONGEST:
        await turn.say(TOO_LONG, words=clip(words, LONGEST), n=LONGEST)
        return
    await _add(turn, KEYWORD, 0, " ".join(words.split()))


async def _add(turn: Turn, thing: str, id_: int, text: str) -> None:
    now = turn.services.clock()
    row: Follow | None = None
    known = await turn.services.briefings.known(id_) if thing == CONFERENCE else ""
    async with turn.write() as session:
        chat = await session.get_one(Chat, turn.chat.id)
        cap = chat.alerts_a_day
        if len(await follows.of_chat(session, chat.id)) < follows.MOST:
            row, new = await follows.add(
                session,
                chat.id,
                thing,
                id_,
                text,
                mark=await library.last_sequence(session),
                thread=turn.place.thread,
                now=now,
                version=known,
            )
    if row is None:
        await turn.say(TOO_MANY, n=follows.MOST)
        return
    name = await _name(turn, row)
    rows = (
        (_alerts_button(turn, row), Button(turn._(N_("Stop following")), Unfollow(row.id))),
        (Button(turn._(N_("What I follow")), ShowFollowing()),),
    )
    await turn.say(FOLLOWS if new else FOLLOWS_ALREADY, name=name, n=cap, rows=rows)


async def unfollow(turn: Turn, words: str) -> None:
    """/unfollow NAME: end what has the name, or choose from the list."""
    asked = read.query(words)
    if not asked:
        await show(turn)
        return
    _thing, name = _split(asked)
    async with turn.services.db.read() as session:
        rows = await follows.of_chat(session, turn.chat.id)
    wanted = {fold(asked), fold(name)}
    theme = turn.services.briefings.theme(name)
    partly = []
    for row in rows:
        names = {fold(each) for each in await _names(turn, row)} | {fold(row.text) or "-"}
        if wanted & names or (theme and row.thing == THEME and row.text == theme):
            await end(turn, row.id)
            return
        if any(f" {part} " in f" {each} " for each in names for part in wanted):
            partly.append(row.id)
    if len(partly) == 1:  # "Trump" for Donald Trump, where no other has it in its name
        await end(turn, partly[0])
        return
    if partly:
        await show(turn)
        return
    await turn.say(NOT_THERE, rows=((Button(turn._(N_("What I follow")), ShowFollowing()),),))


async def end(turn: Turn, number: int) -> str:
    """End a follow, by its button; a notice (a msgid) if it is gone."""
    async with turn.write() as session:
        row = await follows.remove(session, turn.chat.id, number)
    if row is None:
        return NOT_THERE
    rows = ((Button(turn._(N_("What I follow")), ShowFollowing()),),)
    await turn.say(ENDED, name=await _name(turn, row), rows=rows)
    return ""


async def toggle_alerts(turn: Turn, number: int) -> str:
    """Send news of a followed thing at once, or only in digests."""
    async with turn.write() as session:
        row = await session.get(Follow, number)
        if row is not None and row.chat_id == turn.chat.id:
            row.alerts = not row.alerts
            row.mark = max(row.mark, await library.last_sequence(session))
        else:
            row = None
    if row is None:
        return NOT_THERE
    await show(turn)
    return ""


async def set_cap(turn: Turn, number: int) -> None:
    """Set how many alerts the chat gets on one day."""
    async with turn.write() as session:
        chat = await session.get_one(Chat, turn.chat.id)
        chat.alerts_a_day = max(0, min(number, 50))
    await show(turn)


async def following(turn: Turn, _words: str) -> None:
    """/following."""
    await show(turn)


async def show(turn: Turn) -> None:
    """What the chat follows, each with its buttons."""
    async with turn.services.db.read() as session:
        rows = await follows.of_chat(session, turn.chat.id)
        cap = (await session.get_one(Chat, turn.chat.id)).alerts_a_day
    parts = [turn.words(HAVE if rows else HAVE_NONE)]
    buttons: list[tuple[Button, ...]] = []
    for number, row in enumerate(rows, start=1):
        sign = "🔔" if row.alerts else "🔕"
        name = await _name(turn, row)
        parts.append(f"{number}. {sign} " + " · ".join(_spoken(turn, name)))
        end_it = Button(f"✕ {number}", Unfollow(row.id))
        card = None
        if row.thing_id:
            said = name(turn._.each[0]) if callable(name) else str(name)
            card = Button(f"{number}. {clip(said, LABEL)}", Open(row.thing, row.thing_id))
        line = (card, Button(f"{sign} {number}", Unfollow(row.id, 1)), end_it)
        buttons.append(tuple(each for each in line if each is not None))
    if rows:
        parts.append(turn.words(CAP, n=cap))
        caps = [
            Button(("✓ " if n == cap else "") + turn._(N_("{n} a day"), n=n), SetAlerts(n))
            for n in CAPS
        ]
        wide = len(caps) // len(turn._.each)  # in two languages, half as many beside each other
        buttons += [tuple(caps[n : n + wide]) for n in range(0, len(caps), wide)]
    how = {"follow": in_reader_words("follow"), "word": _word}
    parts.append(turn.words(HOW, **how))
    buttons.append((Button(turn._(N_("My digests")), ShowSchedules()),))
    await turn.send(packed(parts, tuple(buttons[-ROWS:]), "\n"))


def _spoken(turn: Turn, name: object) -> list[str]:
    """A name in each of the reader's languages, once where they agree but for the marks."""
    said = turn.words("{name}", name=name).split("\n\n")
    return list({fold(text): text for text in reversed(said)}.values())[::-1]


def _themes(_: Translator) -> str:
    return ", ".join(_(name) for name in THEMES.values())


def _word(_: Translator) -> str:
    return "từ khóa" if _.language == "vi" else "keyword"


def _alerts_button(turn: Turn, row: Follow) -> Button:
    label = turn._(N_("Only in digests")) if row.alerts else turn._(N_("Tell me at once"))
    return Button(label, Unfollow(row.id, 1))


async def _name(turn: Turn, row: Follow) -> object:
    """A followed thing as it is called, a function of the translator where languages differ."""
    if row.thing == THEME:
        return lambda _: _(THEMES.get(row.text, row.text))
    if row.thing == KEYWORD:
        return f"“{row.text}”"
    name = await turn.services.briefings.named(row.thing, row.thing_id)
    if name is None:
        return f"{row.thing} {row.thing_id}"
    return lambda _: name.in_(_.language)


async def _names(turn: Turn, row: Follow) -> list[str]:
    """All that a followed thing is called."""
    if row.thing == THEME:
        return [each(THEMES.get(row.text, row.text)) for each in turn._.each]
    if row.thing == KEYWORD:
        return [row.text]
    name = await turn.services.briefings.named(row.thing, row.thing_id)
    return [each for each in (name.vi, name.en) if each] if name else []
