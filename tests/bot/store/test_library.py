"""The state of the library, and that it does not depend on the order in which articles came.

All names and sentences are invented.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text

from bot.store import identities, keys, library
from bot.store.models import (
    Article,
    ArticleConference,
    Conference,
    Correction,
    Mention,
    Moved,
    NearDuplicate,
    Role,
    Sentence,
    Speaker,
    Statement,
    Story,
    Summary,
    Task,
)
from bot.store.prepared import Rendering
from summarizer.facts.joining.joining import ConferenceSighting, join_conferences
from summarizer.facts.model import (
    Conference as SeenConference,
)
from summarizer.facts.model import (
    Coverage,
    Facts,
    Kind,
    Place,
    Status,
    Theme,
)
from summarizer.facts.model import (
    Mention as SeenMention,
)
from summarizer.facts.model import (
    Speaker as SeenSpeaker,
)
from summarizer.facts.model import (
    Statement as SeenStatement,
)
from summarizer.facts.model import (
    Task as SeenTask,
)
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate


def day(text: str, basis: Basis = Basis.STATED) -> PartialDate:
    return PartialDate.parse(text, basis) if text else UNKNOWN_DATE


def conference(name: str, starts: str = "", *, referred: bool = False, **more) -> SeenConference:
    return SeenConference(
        name=name,
        aliases=more.pop("aliases", ()),
        sentence=0,
        paragraph=0,
        status=Status.HELD,
        coverage=Coverage.REFERRED if referred else Coverage.REPORTED,
        confidence=0.9,
        starts=day(starts),
        **more,
    )


def speaker(name: str, role: str = "", *mentions: str, kind: Kind = Kind.PERSON) -> SeenSpeaker:
    return SeenSpeaker(
        name,
        kind,
        role,
        (),
        tuple(SeenMention(Place.BODY, text, 0) for text in mentions or (name,)),
        0.9,
    )


def statement(who: str, text: str, number: int | None = None) -> SeenStatement:
    return SeenStatement(0, 0, who, text, False, 0.8, conference=number)


def task(text: str, set_by: str = "", number: int | None = None) -> SeenTask:
    return SeenTask(0, 0, text, Theme.OTHER, 0.8, set_by=set_by, conference=number)


async def add(db, prepared, now=datetime(2024, 1, 1, tzinfo=UTC), **options):
    async with db.write() as session:
        return await library.add(session, prepared, now=now, **options)


async def rows(db, query):
    async with db.read() as session:
        return list(await session.execute(query))


async def everything(db):
    """The library without its numbers: things by the origins of their articles."""
    async with db.read() as session:
        origins = dict((await session.execute(select(Article.id, Article.origin))).all())
        names = dict((await session.execute(select(Speaker.id, Speaker.name))).all())
        conferences = {}
        for c in await session.scalars(select(Conference)):
            links = await session.execute(
                select(
                    ArticleConference.article_id, ArticleConference.date,
                    ArticleConference.date_basis,
                ).where(ArticleConference.conference_id == c.id)
            )  # fmt: skip
            conferences[c.id] = (
                c.name_vi, c.name_en, c.name_machine, tuple(sorted(c.aliases)), c.status,
                c.starts_on, c.date_basis, c.ends_on, c.place_vi, c.place_en, c.host_vi, c.chair,
                tuple(sorted((origins[a], d, b) for a, d, b in links)),
            )  # fmt: skip
        speakers = []
        for s in await session.scalars(select(Speaker)):
            held = await session.execute(
                select(Role.title_vi, Role.title_en, Role.first_seen, Role.last_seen).where(
                    Role.speaker_id == s.id
                )
            )
            said = await session.execute(
                select(Statement.text, Statement.article_id, Statement.conference_id).where(
                    Statement.speaker_id == s.id
                )
            )
            named = await session.execute(
                select(Mention.text, Mention.article_id).where(Mention.speaker_id == s.id)
            )
            speakers.append(
                (
                    s.name, s.name_en, s.kind, tuple(sorted(s.aliases)),
                    tuple(sorted(tuple(role) for role in held)),
                    tuple(sorted((t, origins[a], conferences.get(c, ("",))[0]) for t, a, c in said)),
                    tuple(sorted((t, origins[a]) for t, a in named)),
                )
            )  # fmt: skip
        tasks = [
            (t, origins[a], names.get(by), conferences.get(c, ("",))[0])
            for t, a, by, c in await session.execute(
                select(Task.text, Task.article_id, Task.set_by_id, Task.conference_id)
            )
        ]
        stories: dict = {}
        articles = []
        for a in await session.scalars(select(Article)):
            stories.setdefault(a.story_id, []).append(a.origin)
            articles.append((a.origin, a.event_date, a.event_date_basis, a.sort_date, a.hidden))
    return (
        sorted(conferences.values(), key=repr),
        sorted(speakers, key=repr),
        sorted(tasks, key=repr),
        sorted(sorted(story) for story in stories.values()),
        sorted(articles),
    )


NAME = "Hội nghị Nuôi ong toàn quốc"
LONG = "Hội nghị Nuôi ong toàn quốc triển khai chương trình mật ngọt"
LONG_TEXT = " ".join(f"Đoạn {n} kể về đàn ong thứ {n} trong vườn nhà bà Mận." for n in range(12))


@pytest.fixture
def handful(make):
    lan = "Trần Thị Mai Lan"
    return [
        make(
            "Sáng 3/4, hội nghị họp.",
            title="Ong một",
            facts=Facts(
                speakers=(speaker(lan, "Cục trưởng Cục Nuôi ong"),),
                conferences=(conference(NAME, "--04-03", place="Hà Tân"),),
                statements=(statement(lan, "Ong rất cần hoa.", 0),),
                tasks=(task("Trồng thêm hoa", lan, 0),),
                event_date=day("--04-03"),
            ),
            renderings={lan: Rendering("Tran Thi Mai Lan", machine=False)},
        ),
        make(
            "Ngày 3/4/2031 các đại biểu bàn.",
            title="Ong hai",
            published="2031-04-04",
            facts=Facts(
                speakers=(
                    speaker("Trần thị Mai Lan", "Cục trưởng"),
                    speaker("các đại biểu", kind=Kind.BODY),
                ),
                conferences=(conference(LONG, "2031-04-03", place="Hà Tân", host="Hội Nuôi ong"),),
                statements=(statement("các đại biểu", "Mật năm nay nhiều.", 0),),
                event_date=day("2031-04-03"),
            ),
        ),
        make(
            "Nhắc lại hội nghị năm trước.",
            title="Ong ba",
            published="2032",
            facts=Facts(
                speakers=(speaker("Trần Thị Mai Lan", "Nguyên Cục trưởng"),),
                conferences=(
                    conference("Hội nghị Nuôi ong toàn quốc 2031", referred=True),
                    conference("Diễn đàn Hoa và Mật", "2032-01-09"),
                ),
                event_date=day("2032-01-09"),
            ),
        ),
        make(
            "Hội nghị ấy đã xong.",
            title="Ong bốn",
            facts=Facts(conferences=(conference(NAME),)),
        ),
        make(LONG_TEXT, title="Vườn ong"),
        make(LONG_TEXT + " Thêm một câu ở cuối bài này thôi.", title="Vườn ong, bản khác"),
    ]


async def test_one_article_with_all_its_rows(db, make, now):
    prepared = make(
        "Câu một.", "Câu hai.",
        title="Tiêu đề",
        renderings={"Tiêu đề": "Title", "Câu hai.": "Sentence two.", "Hái chè": "Pick tea"},
        summary=(1,),
        facts=Facts(
            speakers=(speaker("Lê Văn Tám", "Trưởng ban", "Câu một.", "Câu hai."),),
            statements=(statement("Lê Văn Tám", "Câu hai."),),
            tasks=(task("Hái chè", "Lê Văn Tám"), task("hái  chè", ""), task("Pha chè", "Hội Chè")),
        ),
    )  # fmt: skip
    added = await add(db, prepared, now)
    assert added == library.Added(article_id=1)
    async with db.read() as session:
        article = await session.get(Article, 1)
        assert (article.title, article.title_translation) == ("Tiêu đề", "Title")
        assert (article.sequence, article.added_at, article.hidden) == (1, now, False)
        sentences = list(await session.scalars(select(Sentence).order_by(Sentence.position)))
        assert [s.translation for s in sentences] == [None, "Sentence two."]
        assert [s.engine for s in sentences] == [None, "fake-1"]
        assert (await session.scalar(select(Summary))).positions == [1]
        mentions = list(await session.scalars(select(Mention).order_by(Mention.id)))
        assert [m.translation for m in mentions] == [None, "Sentence two."]
        tasks = list(await session.scalars(select(Task).order_by(Task.id)))
        assert [(t.text, t.translation, t.set_by_text) for t in tasks] == [
            ("Hái chè", "Pick tea", "Lê Văn Tám"),
            ("Pha chè", None, "Hội Chè"),
        ]
        assert tasks[0].set_by_id == 1
        assert tasks[1].set_by_id is None


async def test_the_same_text_never_enters_twice(db, make):
    await add(db, make("Một câu dài.", "Câu nữa.", title="Tên bài"))
    for again in (
        make("Một câu dài.", "Câu nữa.", title="Tên bài"),
        make("MỘT CÂU DÀI.", "câu nữa", title="Tên  Bài!"),
        make("Mot cau dai. Cau nua.", title="Ten bai"),
        make("Một câu dài.", "Câu nữa.", title="Tên suy ra", title_derived=True),
        make("Tên bài", "Một câu dài.", "Câu nữa.", title="Tên suy ra", title_derived=True),
    ):
        assert await add(db, again) == library.Added(duplicate_of=1)
    other_title = await add(db, make("Một câu dài.", "Câu nữa.", title="Tên hoàn toàn khác"))
    assert other_title.article_id is not None


async def test_sequence_rises_by_one_and_is_not_used_up_by_duplicates(db, make):
    first, second = make("Câu A."), make("Câu B.")
    await add(db, first)
    await add(db, first)
    await add(db, second)
    assert await rows(db, select(Article.sequence).order_by(Article.id)) == [(1,), (2,)]
    async with db.write() as session:
        await session.execute(text("DELETE FROM article WHERE id = 2"))
    await add(db, make("Câu C."))
    assert await rows(db, select(Article.id, Article.sequence)) == [(1, 1), (3, 3)]


async def test_wordings_in_several_articles_are_one_conference(db, handful):
    for prepared in handful:
        await add(db, prepared)
    found = await rows(
        db, select(Conference.name_vi, Conference.starts_on).order_by(Conference.starts_on)
    )
    assert found == [(LONG, "2031-04-03"), ("Diễn đàn Hoa và Mật", "2032-01-09")]
    dates = {
        title: (date, basis)
        for title, date, basis in await rows(
            db, select(Article.title, Article.event_date, Article.event_date_basis)
        )
    }
    assert dates["Ong một"] == ("2031-04-03", "other_article")
    assert dates["Ong hai"] == ("2031-04-03", "stated")
    assert dates["Vườn ong"] == ("", "unknown")
    [lan] = await rows(
        db, select(Speaker.id, Speaker.name_en).where(Speaker.name_folded == "tran thi mai lan")
    )
    assert lan.name_en == "Tran Thi Mai Lan"
    held = await rows(db, select(Role.title_vi, Role.first_seen).where(Role.speaker_id == lan.id))
    assert ("Cục trưởng Cục Nuôi ong", "2031-04-03") in held
    assert ("Nguyên Cục trưởng", "2032") in held


async def test_any_order_gives_the_same_library(tmp_path, handful, empty_database):
    import shutil

    from bot.store.database import Database

    orders = list(itertools.permutations(range(len(handful))))
    random.Random(7).shuffle(orders)
    states = []
    for n, order in enumerate(orders[:8]):
        path = tmp_path / f"{n}.sqlite3"
        shutil.copy(empty_database, path)
        db = Database(f"sqlite:///{path}")
        await db.open()
        for index in order:
            await add(db, handful[index])
        states.append(await everything(db))
        await db.close()
    assert all(state == states[0] for state in states)
    assert ["test:5", "test:6"] in states[0][3]
    assert ["test:1", "test:2"] in states[0][3]  # the fourth does not say when it was


async def test_joining_by_keys_is_joining_everything(db, make):
    """Names from a small pool of words, so that many nearly meet."""
    chance = random.Random(3)
    pool = ["chè", "sen", "hoa", "gạo", "nuôi", "ong", "biển", "đảo", "rừng", "cây"]
    facts = []
    for _ in range(40):
        name = "Hội nghị " + " ".join(chance.sample(pool, chance.choice([1, 2, 3, 4])))
        date = chance.choice(["", "2030-01-02", "2030-01-03", "--01-02", "2031"])
        facts.append(Facts(conferences=(conference(name, date),)))
    prepared = [make(f"Câu {n} nói một chuyện.", facts=f) for n, f in enumerate(facts)]
    for one in prepared:
        await add(db, one)
    stored = await rows(
        db,
        select(Article.fingerprint, ArticleConference.conference_id).join(
            Article, Article.id == ArticleConference.article_id
        ),
    )
    groups: dict = {}
    for mark, number in stored:
        groups.setdefault(number, set()).add(f"{mark}:0000")
    whole = join_conferences(
        [
            ConferenceSighting(f"{p.fingerprint}:0000", p.facts.conferences[0], p.facts.event_date)
            for p in prepared
        ]
    )
    assert sorted(map(sorted, groups.values())) == sorted(sorted(j.members) for j in whole)


async def test_a_joined_thing_keeps_the_smallest_number_and_the_other_leads_to_it(db, make):
    # Two wordings that do not meet, until a third one has both.
    one = make("Câu A.", facts=Facts(conferences=(conference("Diễn đàn Sen hồng", "2030-05-01"),)))
    two = make("Câu B.", facts=Facts(conferences=(conference("Diễn đàn Gạo mới", "2030-05-01"),)))
    both = make(
        "Câu C.",
        facts=Facts(
            conferences=(
                conference("Diễn đàn Sen hồng", "2030-05-01", aliases=("Diễn đàn Gạo mới",)),
            )
        ),
    )
    await add(db, one)
    await add(db, two)
    async with db.write() as session:
        session.add(
            Correction(
                thing="conference", thing_id=2, field="place_vi", value="Làng Sen",
                by="test", at=datetime(2024, 1, 1, tzinfo=UTC),
            )
        )  # fmt: skip
    await add(db, both)
    found = await rows(db, select(Conference.id, Conference.place_vi))
    if len(found) == 1:
        assert found == [(1, "Làng Sen")]
        assert await rows(db, select(Moved.old_id, Moved.new_id)) == [(2, 1)]
        async with db.read() as session:
            assert await identities.current(session, "conference", 2) == 1
    else:  # the third joined one of them and left the other alone
        assert [number for number, _ in found][:2] == [1, 2]


async def test_numbers_stay_while_articles_come(db, handful):
    seen: dict[str, int] = {}
    for prepared in handful:
        await add(db, prepared)
        for number, name in await rows(db, select(Speaker.id, Speaker.name_folded)):
            assert seen.setdefault(name, number) == number


async def test_starters_step_back(db, make):
    starter = make(
        "Câu của bài mẫu.",
        starter=True,
        facts=Facts(
            speakers=(speaker("Lê Văn Tám", "Trưởng ban"),),
            conferences=(conference(NAME, "2031-04-03"),),
        ),
    )
    await add(db, starter)
    assert await rows(db, select(Article.hidden)) == [(False,)]
    real = make(
        "Một bài thật.",
        facts=Facts(speakers=(speaker("Lê Văn Tám"),), conferences=(conference(NAME, "--04-03"),)),
    )
    await add(db, real)
    assert await rows(db, select(Article.starter, Article.hidden).order_by(Article.id)) == [
        (True, True),
        (False, False),
    ]
    # Nothing of the starter stands in what the real article knows.
    [(number, starts)] = await rows(
        db,
        select(Conference.id, Conference.starts_on)
        .join(ArticleConference)
        .where(ArticleConference.article_id == 2),
    )
    assert (number, starts) == (2, "--04-03")
    late = make("Thêm một bài mẫu.", starter=True)
    await add(db, late)
    assert await rows(db, select(Article.hidden).where(Article.id == 3)) == [(True,)]


async def test_near_duplicates_are_one_story_not_refused(db, make):
    first = await add(db, make(LONG_TEXT, title="A"))
    second = await add(db, make(LONG_TEXT.replace("bà Mận", "bà Đào"), title="B"))
    third = await add(db, make("Chuyện khác hẳn, " * 30, title="C"))
    assert None not in (first.article_id, second.article_id, third.article_id)
    stories = [s for (s,) in await rows(db, select(Article.story_id).order_by(Article.id))]
    assert stories[0] == stories[1] != stories[2]
    assert await rows(db, select(func.count()).select_from(Story)) == [(2,)]


async def test_replacing_keeps_numbers_and_corrections(db, make, handful):
    first = handful[0]
    await add(db, first)
    await add(db, handful[1])
    async with db.write() as session:
        for thing, number, name, value in (
            ("article", 1, "title_translation", "A better title"),
            ("speaker", 1, "name_en", "Mai Lan Tran"),
            ("task", 1, "translation", "Plant more flowers"),
        ):
            session.add(
                Correction(
                    thing=thing, thing_id=number, field=name, value=value,
                    by="test", at=datetime(2024, 1, 1, tzinfo=UTC),
                )
            )  # fmt: skip
    facts = replace(
        first.facts,
        tasks=(task("Tưới hoa"), *first.facts.tasks),
        conferences=(),
        event_date=day(""),
    )
    facts = replace(
        facts,
        tasks=tuple(replace(t, conference=None) for t in facts.tasks),
        statements=tuple(replace(s, conference=None) for s in facts.statements),
    )
    async with db.write() as session:
        await library.replace(session, 1, replace(first, facts=facts))
    async with db.read() as session:
        article = await session.get(Article, 1)
        assert (article.title_translation, article.sequence) == ("A better title", 1)
        assert (article.event_date, article.event_date_basis) == ("", "unknown")
        tasks = list(await session.scalars(select(Task).order_by(Task.id)))
        assert [(t.id, t.text, t.translation) for t in tasks] == [
            (1, "Trồng thêm hoa", "Plant more flowers"),
            (2, "Tưới hoa", None),
        ]
        assert (await session.get(Speaker, 1)).name_en == "Mai Lan Tran"
        assert (await session.get(Conference, 1)).name_vi == LONG
    async with db.write() as session:
        await library.replace(session, 1, replace(first, facts=Facts()))
    async with db.read() as session:
        tasks = list(await session.scalars(select(Task).order_by(Task.id)))
        assert [(t.id, t.withdrawn) for t in tasks] == [(1, True), (2, True)]
    async with db.write() as session:
        await library.replace(session, 1, first)
    async with db.read() as session:
        assert not (await session.get(Task, 1)).withdrawn
        assert (await session.get(Task, 2)).withdrawn


async def test_what_another_article_completed_is_taken_back_with_it(db, handful):
    await add(db, handful[0])
    await add(db, handful[1])
    [(date, basis)] = await rows(
        db, select(Article.event_date, Article.event_date_basis).where(Article.id == 1)
    )
    assert (date, basis) == ("2031-04-03", "other_article")
    async with db.write() as session:
        await library.replace(session, 2, replace(handful[1], facts=Facts()))
    [(date, basis)] = await rows(
        db, select(Article.event_date, Article.event_date_basis).where(Article.id == 1)
    )
    assert (date, basis) == ("--04-03", "stated")
    assert await rows(db, select(Conference.starts_on)) == [("--04-03",)]


async def test_replacing_by_the_same_changes_nothing(db, handful):
    for prepared in handful:
        await add(db, prepared)
    before = await everything(db)
    numbers = await rows(db, select(Conference.id, Conference.slug).order_by(Conference.id))
    for number, prepared in enumerate(handful, 1):
        async with db.write() as session:
            await library.replace(session, number, prepared)
    assert await everything(db) == before
    assert numbers == await rows(db, select(Conference.id, Conference.slug).order_by(Conference.id))
    assert await rows(db, select(func.count()).select_from(NearDuplicate)) == [(1,)]


def test_keys_of_names_that_can_be_one_event_meet():
    pairs = [
        (NAME, LONG),
        (NAME, "Hội nghị Nuôi ong 2031"),
        ("Đại hội lần thứ XIII", "Đại hội XIII"),
    ]
    for one, other in pairs:
        mine, its = (
            keys.of_conference(conference(name), UNKNOWN_DATE, "vi", {}) for name in (one, other)
        )
        assert mine & its
    assert not keys.of_conference(conference("Hội nghị"), UNKNOWN_DATE, "vi", {})
    assert keys.of_conference(conference("Hội nghị", "2030-01-01"), UNKNOWN_DATE, "vi", {})


def test_foreign_names_meet_with_and_without_their_middle():
    short, long = speaker("Marc Oakley"), speaker("Marc Evans Oakley")
    assert keys.of_speaker(short) & keys.of_speaker(long)
    assert not keys.of_speaker(short) & keys.of_speaker(speaker("Ann Oakley"))
