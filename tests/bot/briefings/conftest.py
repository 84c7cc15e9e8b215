"""A small library of invented people, conferences and sentences, written into the tables by hand."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.briefings import Briefings
from bot.store.database import Database
from bot.store.models import (
    Article,
    ArticleConference,
    ArticleSpeaker,
    Conference,
    Mention,
    Moved,
    Role,
    SearchText,
    Sentence,
    Speaker,
    Statement,
    Story,
    Summary,
    Task,
)
from summarizer.text.folding import fold

TODAY = date(2031, 3, 20)

RIVER, FORUM, CONGRESS, OLD = 1, 2, 3, 4
"""Conferences: held, planned, only referred to, and known of only by a starter article."""
MINISTER, DEPUTY, DELEGATES, PICTURED, STARTER = 1, 2, 3, 4, 5
"""Speakers."""
HIDDEN, OPENING, REPORT, NOTICE, ENGLISH, FRAGMENT = 1, 2, 3, 4, 5, 6
"""Articles."""
ROLES = {(REPORT, DEPUTY): "Phó Thủ tướng Thường trực"}
"""Roles as an article itself gives them."""


def article(number: int, title: str, **columns: Any) -> Article:
    values = {
        "id": number,
        "sequence": number * 10,
        "fingerprint": f"f{number}",
        "body_fingerprint": f"b{number}",
        "signature": b"",
        "language": "vi",
        "title": title,
        "title_translation": None,
        "body": "",
        "source": None,
        "url": None,
        "origin": f"test:{number}",
        "added_at": datetime(2031, 3, 10, tzinfo=UTC),
        "raw": {},
        "facts": {},
        "pipeline_version": "1",
        "engine_version": "1",
        "glossary_version": "1",
        **columns,
    }
    if "sort_date" not in values:
        known = [values.get("published", ""), values.get("event_date", "")]
        values["sort_date"] = next((d for d in known if d and not d.startswith("-")), "")
    return Article(**values)


def sentences(number: int, *pairs: tuple[str, str | None]) -> list[Sentence]:
    return [
        Sentence(
            article_id=number, position=n, paragraph=n, text=text, translation=translation,
            engine="test" if translation else None, findings=[],
        )
        for n, (text, translation) in enumerate(pairs)
    ]  # fmt: skip


def said(article_id: int, speaker: int, sentence: int, vi: str, en: str | None, **columns: Any):
    values = {
        "speaker_number": speaker, "conference_number": None, "conference_id": None, "findings": [],
        "quoted": False, "confidence": 0.9, "addressee": "",
    }  # fmt: skip
    return Statement(
        article_id=article_id, speaker_id=speaker, sentence=sentence, text=vi, translation=en,
        **{**values, **columns},
    )  # fmt: skip


def task(number: int, article_id: int, sentence: int, vi: str, en: str | None, **columns: Any):
    values = {"text_key": f"t{number}", "theme": "other", "confidence": 0.9, "findings": []}
    return Task(
        id=number, article_id=article_id, sentence=sentence, text=vi, translation=en,
        **{**values, **columns},
    )  # fmt: skip


def link(article_id: int, conference: int, coverage: str, number: int = 0, sentence: int = 0):
    return ArticleConference(
        article_id=article_id, conference_id=conference, number=number, name="", sighting={},
        coverage=coverage, sentence=sentence,
    )  # fmt: skip


def conference(number: int, vi: str | None, en: str | None, **columns: Any) -> Conference:
    return Conference(
        id=number, slug=f"c{number}", name_vi=vi, name_en=en, **{"status": "held", **columns}
    )


def mention(article_id: int, speaker: int, place: str, vi: str, en: str | None, sentence: int = -1):
    return Mention(
        article_id=article_id, speaker_id=speaker, number=0, place=place, sentence=sentence,
        text=vi, translation=en, findings=[],
    )  # fmt: skip


def speaker(number: int, name: str, name_en: str, kind: str = "person", **columns: Any) -> Speaker:
    return Speaker(
        id=number, slug=f"s{number}", kind=kind, name=name, name_en=name_en,
        name_folded=fold(name), **columns,
    )  # fmt: skip


def rows() -> list[Any]:
    opening = (
        ("Sáng 3/3, Hội nghị Hợp tác sông Mây khai mạc tại thành phố Bến Sông.",
         "The May River Cooperation Conference opened in Ben Song City on the morning of 3 March."),
        ("Hội nghị quy tụ 120 đại biểu từ mười hai tỉnh dọc sông.",
         "The conference gathered 120 delegates from twelve provinces along the river."),
        ("Bộ trưởng Trần Thị Mẫu nhấn mạnh dòng sông là của chung mười hai tỉnh.",
         "Minister Tran Thi Mau stressed that the river belongs to all twelve provinces."),
        ("“Chúng ta phải giữ nước sạch trước mùa khô”, bà Mẫu nói.",
         "“We must keep the water clean before the dry season”, Ms Mau said."),
        ("Các đại biểu cho rằng cần có một trạm đo chung.",
         "The delegates held that a common gauging station is needed."),
    )  # fmt: skip
    report = (
        ("Sáng 3/3, Hội nghị Hợp tác sông Mây đã khai mạc tại thành phố Bến Sông.",
         "The May River Cooperation Conference was opened in Ben Song City on 3 March."),
        ("Phó Thủ tướng Nguyễn Văn Thử đề nghị mỗi tỉnh cử một đầu mối liên lạc.",
         "Deputy Prime Minister Nguyen Van Thu proposed that each province name a contact."),
        ("Kinh phí năm đầu là 45 tỷ đồng.", "The first year's budget is 45 billion dong."),
    )  # fmt: skip
    return [
        Story(id=1),
        article(HIDDEN, "Bài mẫu", starter=True, hidden=True, source="Bộ bài mẫu",
                published="2031-01-01"),
        article(OPENING, "Khai mạc Hội nghị Hợp tác sông Mây", source="Báo Bến Sông",
                title_translation="May River Cooperation Conference opens", story_id=1,
                published="2031-03-04", published_basis="stated", url="https://bensong.example/4"),
        article(REPORT, "Mười hai tỉnh bàn chuyện một dòng sông", source="Đài Đồng Bằng",
                title_translation="Twelve provinces discuss one river", story_id=1,
                event_date="2031-03-03", event_date_basis="other_article",
                renderings={"Ban Tổ chức": ["Organising Committee", True, "test", []]}),
        article(NOTICE, "Sắp có Diễn đàn Thanh niên Biển Xanh", source="Báo Bến Sông",
                title_translation="Blue Sea Youth Forum ahead", published="2031-03-15",
                published_basis="stated"),
        article(ENGLISH, "Young sailors plan a forum", language="en", source="The Harbour Post",
                published="2031-03-16", published_basis="stated", backfill=True),
        article(FRAGMENT, "Lời kể của một người đo nước", title_derived=True),
        *sentences(OPENING, *opening),
        *sentences(REPORT, *report),
        *sentences(NOTICE, ("Diễn đàn Thanh niên Biển Xanh sẽ diễn ra vào tháng 5.",
                            "The Blue Sea Youth Forum will take place in May.")),
        *sentences(ENGLISH, ("The forum will bring sailors together, organisers said.", None)),
        *sentences(FRAGMENT, ("Mỗi sáng tôi ghi mực nước vào sổ.", None)),
        *sentences(HIDDEN, ("Bài mẫu nói về chuyện cũ.", None)),
        Summary(article_id=OPENING, language="vi", positions=[0, 2], text=None, method="extract"),
        Summary(article_id=REPORT, language="vi", positions=[0, 1], text=None, method="extract"),
        Summary(article_id=NOTICE, language="vi", positions=[0], text=None, method="extract"),
        Summary(article_id=ENGLISH, language="en", positions=[0], text=None, method="extract"),
        Summary(article_id=FRAGMENT, language="vi", positions=[],
                text="Một người kể chuyện đo nước.", method="abstract:tiny"),
        conference(RIVER, "Hội nghị Hợp tác sông Mây", "May River Cooperation Conference",
                   name_machine=True, aliases=["Hội nghị sông Mây"], starts_on="2031-03-03",
                   ends_on="2031-03-04", date_basis="other_article", ends_basis="other_article",
                   place_vi="thành phố Bến Sông", place_en="Ben Song City",
                   host_vi="Bộ Thí dụ", host_en="Ministry of Examples", chair="Trần Thị Mẫu"),
        conference(FORUM, "Diễn đàn Thanh niên Biển Xanh", "Blue Sea Youth Forum",
                   status="planned", starts_on="2031-05", date_basis="stated"),
        conference(CONGRESS, "Đại hội Thủy văn lần thứ nhất", None, starts_on="--11-02",
                   date_basis="stated"),
        conference(OLD, "Hội nghị cũ", None, starts_on="2031-01-01"),
        link(HIDDEN, OLD, "reported"),
        link(OPENING, RIVER, "reported"),
        link(REPORT, RIVER, "reported"),
        link(NOTICE, FORUM, "reported"),
        link(NOTICE, RIVER, "referred", 1),
        link(ENGLISH, FORUM, "reported"),
        link(OPENING, CONGRESS, "referred", 1, 1),
        speaker(MINISTER, "Trần Thị Mẫu", "Tran Thi Mau"),
        speaker(DEPUTY, "Nguyễn Văn Thử", "Nguyen Van Thu"),
        speaker(DELEGATES, "các đại biểu", "delegates", "body"),
        speaker(PICTURED, "Phạm Hoàng Ảnh", "Pham Hoang Anh"),
        speaker(STARTER, "Lê Bài Mẫu", "Le Bai Mau"),
        Role(speaker_id=MINISTER, title_vi="Thứ trưởng Bộ Thí dụ",
             title_en="Deputy Minister of Examples", first_seen="2029", last_seen="2030-06"),
        Role(speaker_id=MINISTER, title_vi="Bộ trưởng Bộ Thí dụ",
             title_en="Minister of Examples", first_seen="2031-03-03", last_seen="2031-03-04"),
        Role(speaker_id=DEPUTY, title_vi="Phó Thủ tướng", title_en="Deputy Prime Minister",
             first_seen="2031-03-03", last_seen="2031-03-03"),
        Role(speaker_id=PICTURED, title_vi="Tổng Thư ký Hội Ảnh",
             title_en="Secretary General of the Photo Society", title_machine=True,
             first_seen="2031-03-04", last_seen="2031-03-15"),
        *(
            ArticleSpeaker(
                article_id=number, speaker_id=who, number=who,
                sighting={"role": ROLES.get((number, who), "")},
                renderings={"Phó Thủ tướng Thường trực":
                            ["Permanent Deputy Prime Minister", False, "glossary", []]},
            )
            for number, who in (
                (OPENING, MINISTER), (OPENING, DELEGATES), (OPENING, PICTURED), (REPORT, DEPUTY),
                (REPORT, MINISTER), (NOTICE, PICTURED), (HIDDEN, STARTER),
            )
        ),
        said(OPENING, MINISTER, 2, *opening[2], conference_id=RIVER),
        said(OPENING, MINISTER, 3, *opening[3], conference_id=RIVER, quoted=True),
        said(OPENING, DELEGATES, 4, *opening[4]),
        said(REPORT, DEPUTY, 1, *report[1], conference_id=RIVER,
             findings=[["number", "12"]]),
        said(REPORT, MINISTER, 2, "Bộ trưởng Trần Thị Mẫu nhấn mạnh dòng sông là của chung 12 tỉnh.",
             "Minister Tran Thi Mau stressed that the river is common to 12 provinces.",
             conference_id=RIVER),
        said(HIDDEN, STARTER, 0, "Bài mẫu nói về chuyện cũ.", None),
        mention(OPENING, MINISTER, "body", *opening[2], 2),
        mention(OPENING, MINISTER, "caption", "Bộ trưởng Trần Thị Mẫu bên bờ sông.",
                "Minister Tran Thi Mau on the river bank."),
        mention(OPENING, PICTURED, "caption", "Tổng Thư ký Phạm Hoàng Ảnh tại triển lãm.",
                "Secretary General Pham Hoang Anh at the exhibition."),
        mention(NOTICE, PICTURED, "teaser", "Ông Phạm Hoàng Ảnh mở lớp chụp ảnh sông nước",
                "Mr Pham Hoang Anh opens a class in river photography"),
        mention(HIDDEN, STARTER, "body", "Bài mẫu nói về chuyện cũ.", None, 0),
        task(1, OPENING, 3, "giữ nước sạch trước mùa khô",
             "keep the water clean before the dry season", set_by_id=MINISTER,
             stated_by_id=MINISTER, theme="digital_climate", due="2031-06", due_basis="inferred",
             assignee="mười hai tỉnh", assignee_translation="the twelve provinces",
             conference_id=RIVER),
        task(2, REPORT, 1, "cử một đầu mối liên lạc", "name a contact", stated_by_id=DEPUTY,
             theme="economic"),
        task(3, OPENING, 4, "cần có một trạm đo chung", "a common gauging station is needed",
             theme="research"),
        task(4, REPORT, 2, "quyết toán kinh phí", "settle the budget", set_by_text="Ban Tổ chức",
             theme="economic"),
        task(5, OPENING, 1, "việc không còn", "no longer a task", withdrawn=True),
        task(6, HIDDEN, 0, "việc của bài mẫu", None),
        Moved(thing="conference", old_id=90, new_id=RIVER),
        Moved(thing="speaker", old_id=91, new_id=MINISTER),
        SearchText(article_id=OPENING, title=fold("Khai mạc Hội nghị Hợp tác sông Mây"),
                   body=fold(" ".join(f"{vi} {en}" for vi, en in opening)), names=""),
        SearchText(article_id=REPORT, title=fold("Mười hai tỉnh bàn chuyện một dòng sông"),
                   body=fold(" ".join(f"{vi} {en}" for vi, en in report)), names=""),
    ]  # fmt: skip


async def _write(database: Database, things: list[Any]) -> None:
    await database.open()
    async with database.write() as session:
        for _, group in itertools.groupby(things, key=type):
            session.add_all(group)
            await session.flush()
    await database.close()


def fill(path: Path, things: list[Any]) -> None:
    """Write rows into a new database file, in their order."""
    asyncio.run(_write(Database(f"sqlite:///{path}"), things))


@pytest.fixture(scope="session")
def library_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("library") / "library.sqlite3"
    fill(path, rows())
    return path


@pytest.fixture
async def database(library_file: Path, tmp_path: Path) -> AsyncIterator[Database]:
    copy = tmp_path / "library.sqlite3"
    shutil.copy(library_file, copy)
    database = Database(f"sqlite:///{copy}")
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def empty(tmp_path: Path, empty_database: Path) -> AsyncIterator[Briefings]:
    shutil.copy(empty_database, tmp_path / "empty.sqlite3")
    database = Database(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    await database.open()
    yield Briefings(database, lambda: TODAY)
    await database.close()


@pytest.fixture
def briefings(database: Database) -> Briefings:
    return Briefings(database, lambda: TODAY)
