"""A fake Bot API, fake briefings and a fake worker; handlers and database are the real ones."""

import asyncio
import json
import shutil
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest
from telegram import Update
from telegram.request import BaseRequest

from bot.app.building import build
from bot.briefings.cards import (
    ArticleCard,
    ArticleList,
    Bilingual,
    Choice,
    ConferenceCard,
    ConferenceList,
    ConferenceRef,
    DigestCard,
    Hit,
    Line,
    Page,
    SourceRef,
    SpeakerCard,
    SpeakerList,
    SpeakerRef,
    SummaryCard,
    TaskCard,
    TaskList,
    TaskRef,
    TermCard,
    TermLine,
    Totals,
)
from bot.briefings.tasks import theme_named
from bot.briefings.themes import like, mostly
from bot.conversation import Services
from bot.pipeline import TextSummary
from bot.settings import Settings
from bot.store.database import Database
from summarizer.document import Document
from summarizer.extract import extract
from summarizer.text.dates import UNKNOWN_DATE, PartialDate
from translations.engine import Direction, DirectionUnavailable, Translation

TOKEN = "77:sentinel-token-that-is-never-to-be-shown"
BOT_USER = {"id": 77, "is_bot": True, "first_name": "Briefing", "username": "briefing_test_bot"}


class FakeTelegram(BaseRequest):
    """Scripted responses in, recorded requests out."""

    def __init__(self):
        self.requests = []
        self.scripts = defaultdict(deque)
        self.files = {}
        self.number = 1000

    async def initialize(self): ...

    async def shutdown(self): ...

    @property
    def read_timeout(self):
        return 5

    def script(self, method, *responses):
        """What the next calls of a method meet: ``(code, description, parameters)`` or an error."""
        self.scripts[method].extend(responses)

    def of(self, method):
        return [parameters for name, parameters in self.requests if name == method]

    async def do_request(self, url, method, request_data=None, **_):
        name = url.rsplit("/", 1)[1]
        if name in self.files:
            return 200, self.files[name]
        given = dict(request_data.parameters) if request_data else {}
        self.requests.append((name, given))
        if self.scripts[name]:
            response = self.scripts[name].popleft()
            if isinstance(response, Exception):
                raise response
            if response is not None:
                code, description, parameters = response
                body = {"ok": False, "error_code": code, "description": description}
                return code, json.dumps(body | {"parameters": parameters}).encode()
        await asyncio.sleep(0)
        return 200, json.dumps({"ok": True, "result": self.result(name, given)}).encode()

    def result(self, name, given):
        if name == "getMe":
            return BOT_USER
        if name in ("sendMessage", "editMessageText"):
            self.number += 1
            return {
                "message_id": given.get("message_id", self.number),
                "date": 0,
                "chat": {"id": given["chat_id"], "type": "private"},
                "text": given["text"],
            }
        if name == "getFile":
            path = f"file-{given['file_id']}"
            return {"file_id": given["file_id"], "file_unique_id": "u", "file_path": path}
        return True


def both(vi, en, **more):
    return Bilingual(vi, en, **more)


SOURCE = SourceRef(1, both("Tin thử", "Trial news"), "Báo Thử", PartialDate(2024, 5, 6))
HALL = ConferenceRef(
    3, both("Hội nghị Thử nghiệm", "Trial Conference"), PartialDate(2024, 5, 6), UNKNOWN_DATE,
    both("Huế", "Hue"), "held", 1,
)  # fmt: skip
BINH = SpeakerRef(4, both("Trần Văn Bình", "Tran Van Binh"), None, "person", 2, 1)
SAID = Line(both("Ông Bình nói.", "Mr Binh spoke."), 1, BINH)
TASK = TaskRef(7, both("Cần thử kỹ hơn.", "Testing must be more thorough."), "economic", 1)


@dataclass
class FakeBriefings:
    """Answers from a small world; ``asked`` records what was asked."""

    asked: list = field(default_factory=list)
    found: dict = field(default_factory=dict)
    news: bool = True
    newest: date | None = date(2024, 5, 6)

    async def conferences(self, page=1, period=None, *, past=False):
        more = (*((period.pack(),) if period else ()), *(("past",) if past else ()))
        self.asked.append(("conferences", page, *more))
        return ConferenceList((HALL,), total=1)

    async def conferences_in(self, place, page=1, period=None):
        time = (period.pack(),) if period else ()
        self.asked.append(("conferences_in", place, page, *time))
        if place == "Atlantis":
            return ConferenceList((), place=place)
        return ConferenceList((HALL,), total=1, place=place)

    async def upcoming(self, page=1):
        self.asked.append(("upcoming", page))
        return ConferenceList((), upcoming=True)

    async def visits(self, place="", page=1, period=None, *, upcoming=False, past=False):
        time = (period.pack(),) if period else ()
        when = "past" if past else upcoming
        self.asked.append(("visits", place, page, when, *time))
        return ConferenceList((), upcoming=upcoming, past=past, visits=True, country=place)

    async def speakers(self, page=1):
        self.asked.append(("speakers", page))
        return SpeakerList((BINH,), total=1)

    async def latest(self, page=1):
        self.asked.append(("latest", page))
        return ArticleList((SOURCE,), total=1)

    async def tasks(self, word="", page=1, zone=None):
        self.asked.append(("tasks", word, page))
        return TaskList((TASK,), word=word, total=1)

    async def conference(self, id_, page=1, section=""):
        self.asked.append(("conference", id_, page, str(section)))
        if id_ != HALL.id:
            return None
        return ConferenceCard(
            HALL, (), None, None, (SAID,), (SAID,), (TASK,), (BINH,), (SOURCE,),
            section=section, totals=Totals(1, 1, 1, 1, 0, 1),
        )  # fmt: skip

    async def speaker(self, id_, page=1, section=""):
        self.asked.append(("speaker", id_, page, str(section)))
        if id_ != BINH.id:
            return None
        return SpeakerCard(BINH, (), (SAID,), (SAID,), (TASK,), (), (HALL,), (SOURCE,))

    async def article(self, number, page=1, section=""):
        self.asked.append(("article", number, page, str(section)))
        if number != 1:
            return None
        return ArticleCard(
            SOURCE, (SAID,), "extract", (SAID,), (TASK,), (HALL,), (BINH,),
            totals=Totals(1, 1, 1, 1, 0, 1),
        )  # fmt: skip

    async def task(self, number):
        self.asked.append(("task", number))
        return TaskCard(TASK, (), SOURCE) if number == TASK.number else None

    async def find_conference(self, query):
        self.asked.append(("find_conference", query))
        return self.found.get(("conference", query))

    async def find_speaker(self, query):
        self.asked.append(("find_speaker", query))
        return self.found.get(("speaker", query))

    async def search(self, words, page=1, period=None, zone=None):
        self.asked.append(("search", words, page))
        there = (SOURCE,) if "news" in words else ()
        return ArticleList(there, query=words, total=len(there))

    async def summary(self, of, id_):
        self.asked.append(("summary", of, id_))
        known = {"article": 1, "conference": 3, "speaker": 4, "task": 7}
        if known[of] != id_:
            return None
        return SummaryCard(of, SOURCE.title, (SAID,), "extract", (SOURCE,), id_)

    async def theme_summary(self, theme, page=1, period=None, zone=None):
        packed = period.pack() if period else ""
        self.asked.append(("theme", theme, page, *([packed, str(zone)] if period else [])))
        there = theme == "economic" and (period is None or self._has(period))
        lines, sources = ((SAID,), (SOURCE,)) if there else ((), ())
        return SummaryCard(
            "theme", both("kinh tế", "economics"), lines, "extract", sources, scope=theme,
            period=packed, total=len(lines), page=Page(page, 3),
        )  # fmt: skip

    def _has(self, period):
        there = period.since is not None or period.first <= self.newest <= period.last
        return there and self.news

    async def period_summary(self, period, zone, page=1):
        self.asked.append(("period", period.pack(), str(zone), page))
        lines, sources = ((SAID,), (SOURCE,)) if self._has(period) else ((), ())
        return SummaryCard(
            "period", both("kỳ", "span"), lines, "extract", sources, scope=period.pack(),
            total=len(lines), page=Page(page, 3),
        )  # fmt: skip

    async def newest_day(self):
        return PartialDate.parse(self.newest.isoformat()) if self.newest else None

    async def themes(self, period=None, zone=None):
        if not self.news or (period and not self._has(period)):
            return []
        return [("economic", 3), ("research", 1), ("other", 2)]

    def themes_like(self, words):
        return like(words)

    def theme_mostly(self, words):
        return mostly(words)

    async def said(self, id_, words, period=None, zone=None):
        packed = period.pack() if period else ""
        self.asked.append(("said", id_, words, *([packed] if period else [])))
        if id_ != BINH.id or words == "quark" or (period and not self._has(period)):
            return None
        return SummaryCard(
            "speaker", BINH.name, (SAID,), "extract", (SOURCE,), id_, asked=words
        )  # fmt: skip

    async def said_then(self, id_, period, zone):
        self.asked.append(("said then", id_, period.pack(), str(zone)))
        if not self._has(period):
            return None
        return SummaryCard(
            "speaker", BINH.name, (SAID,), "extract", (SOURCE,), id_, period=period.pack()
        )  # fmt: skip

    async def digest(self, since, until, **_):
        self.asked.append(("digest", since, until))
        return DigestCard((HALL,) if self.news else (), (), (), (), since, until)

    async def known(self, conference_id):
        return f"planned|None|None|{conference_id}"

    async def named(self, thing, id_):
        names = {("speaker", BINH.id): BINH.name, ("conference", HALL.id): HALL.name}
        return names.get((thing, id_))

    def theme(self, word):
        return theme_named(word)

    async def term(self, word):
        self.asked.append(("term", word))
        return TermCard(word, (TermLine("Bộ Thử nghiệm", "Ministry of Trials", "organisation"),))


class FakeWorker:
    """Summarises for real (it is quick); translates by marking; can be busy or break."""

    def __init__(self):
        self.fails = deque()
        self.translated = []
        self.texts = []
        self.slow = 0.0
        self.directions = {Direction.VI_EN}
        self.engine = "fake"

    async def _meet(self):
        await asyncio.sleep(self.slow)
        if self.fails:
            raise self.fails.popleft()

    async def summarize_text(self, text, sentences=3):
        await self._meet()
        self.texts.append(text)
        if not text.strip():
            from bot.pipeline import Refused

            raise Refused("no text")
        document = Document.of("", [line for line in text.splitlines() if line.strip()])
        return TextSummary(document, extract(document, sentences))

    async def translate(self, sentences, direction, *, reader=True):
        await self._meet()
        self.translated.append((list(sentences), direction))
        if direction not in self.directions:
            raise DirectionUnavailable("no model")
        if self.engine == "none":  # gives back what it was given
            return [Translation(each, "none") for each in sentences]
        return [Translation(f"[{direction.target}] {each}", self.engine) for each in sentences]


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self):
        self.now = datetime(2024, 5, 6, 3, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def forward(self, **how_long):
        self.now += timedelta(**how_long)


class Talk:
    """The reader's side: makes updates, has them answered, returns what was sent."""

    def __init__(self, application, telegram, services):
        self.application, self.telegram, self.services = application, telegram, services
        self.update_number = 0

    async def __call__(self, text, **given):
        return await self.feed({"message": self.message(text, **given)})

    def message(self, text="", *, chat=5, lang=None, user=None, kind="private", **more):
        self.update_number += 1
        sender = {"id": user or abs(chat), "is_bot": False, "first_name": "Lan"}
        if lang:
            sender["language_code"] = lang
        message = {
            "message_id": self.update_number,
            "date": 0,
            "from": sender,
            "chat": {"id": chat, "type": kind},
            **more,
        }
        if text:
            message["text"] = text
            if text.startswith("/"):
                command = text.split()[0]
                length = len(command.encode("utf-16-le")) // 2
                message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return message

    async def feed(self, content, number=None):
        """Have an update answered; returns the requests that it caused."""
        if number is None:
            self.update_number += 1
            number = self.update_number
        before = len(self.telegram.requests)
        update = Update.de_json({"update_id": number, **content}, self.application.bot)
        await self.application.process_update(update)
        return [
            Sent(name, given)
            for name, given in self.telegram.requests[before:]
            if name != "sendChatAction"
        ]

    async def press(
        self, data, *, chat=5, lang=None, buttons=(), reply_to=None, old=False, text="card"
    ):
        """Press a button under a message of the bot's that has ``buttons`` (packed)."""
        message = {
            "message_id": 900,
            "date": 0 if old else 1,
            "chat": {"id": chat, "type": "private"},
        }
        if not old:
            message |= {"from": BOT_USER, "text": text}
            if buttons:
                rows = [[{"text": "x", "callback_data": each}] for each in buttons]
                message["reply_markup"] = {"inline_keyboard": rows}
            if reply_to:
                message["reply_to_message"] = reply_to
        sender = self.message(chat=chat, lang=lang)["from"]
        query = {"id": "q1", "from": sender, "chat_instance": "1", "data": data, "message": message}
        return await self.feed({"callback_query": query})


class Sent:
    """A request that the bot made."""

    def __init__(self, method, given):
        self.method, self.given = method, given

    @property
    def text(self):
        return self.given.get("text", "")

    @property
    def buttons(self):
        markup = self.given.get("reply_markup") or {}
        if isinstance(markup, str):
            markup = json.loads(markup)
        rows = markup.get("inline_keyboard", [])
        return {each["text"]: each["callback_data"] for row in rows for each in row}

    def __repr__(self):
        return f"{self.method}({self.given})"


@pytest.fixture
async def db(tmp_path, empty_database):
    path = tmp_path / "library.sqlite3"
    shutil.copy(empty_database, path)
    database = Database(f"sqlite:///{path}")
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def telegram():
    return FakeTelegram()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
async def open_talk(db, telegram, clock, tmp_path):
    """Makes a talk with the settings given; by default everybody is let in."""
    opened = []

    async def make(bot="telegram:77", **given):
        settings = Settings(
            _env_file=None, data_dir=tmp_path, **({"access": "open", "language": "vi"} | given)
        )
        services = Services(settings, db, FakeBriefings(), FakeWorker(), bot, clock)
        application = build(services, TOKEN, request=telegram, updates_request=telegram)
        await application.initialize()
        telegram.requests.clear()
        opened.append(application)
        return Talk(application, telegram, services)

    yield make
    for application in opened:
        await application.shutdown()


@pytest.fixture
async def talk(open_talk):
    return await open_talk()


@pytest.fixture
def world(talk):
    """The fake briefings of the talk, filled with names."""
    found = talk.services.briefings.found
    card = ConferenceCard(HALL, (), None, None, (SAID,), (), (), (), (SOURCE,))
    found["conference", "trial"] = card
    found["speaker", "tran van binh"] = SpeakerCard(BINH, (), (SAID,), (SAID,), (), (), (), ())
    hits = (Hit("speaker", 4, BINH.name), Hit("speaker", 5, both("Trần Bình", None)))
    found["speaker", "binh"] = Choice("speaker", "binh", hits)
    found["speaker", "bihn"] = Choice("speaker", "bihn", hits, exact=False)
    found["conference", "trail"] = Choice(
        "conference", "trail", (Hit("conference", 3, HALL.name),), exact=False
    )
    return talk.services.briefings
