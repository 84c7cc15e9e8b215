"""The five crawled documents of the data folder, and all articles as a test of robustness."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from summarizer.cleaning import clean
from summarizer.document import Document
from summarizer.facts import Coverage, Facts, Kind, Place, Status, extract
from summarizer.facts.joining.joining import (
    ConferenceSighting,
    SpeakerSighting,
    join_conferences,
    join_speakers,
)

DATA = Path(os.environ.get("BRIEFING_DATA", Path(__file__).parents[4] / "shared"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (DATA / "news" / "seeds").is_dir(), reason=f"no crawled documents in {DATA}"
    ),
]


@pytest.fixture(scope="module")
def found() -> dict[str, Facts]:
    return {
        path.name[:3]: extract(clean(path.read_text(encoding="utf-8")))
        for path in sorted((DATA / "news" / "seeds").glob("*.txt"))
    }


def persons(facts: Facts) -> dict[str, str]:
    return {s.name: s.role for s in facts.speakers if s.kind is Kind.PERSON}


def test_reported_conferences(found: dict[str, Facts]) -> None:
    reported = {
        key: [
            (str(c.starts), c.status) for c in facts.conferences if c.coverage is Coverage.REPORTED
        ]
        for key, facts in found.items()
    }
    assert reported == {
        "000": [],
        "001": [("--12-14", Status.HELD)],
        "002": [("2021-12-14", Status.PLANNED)],
        "003": [("2023-01-13", Status.HELD)],
        "004": [("2021-07-12", Status.HELD)],
    }


def test_places_and_hosts(found: dict[str, Facts]) -> None:
    rows = {
        key: (f.conferences[0].place, f.conferences[0].host)
        for key, f in found.items()
        if key != "000"
    }
    assert rows == {
        "001": ("Thủ đô Hà Nội", ""),
        "002": ("", "Bộ Chính trị, Ban Bí thư"),
        "003": ("Hà Nội", "Ban Đối ngoại Trung ương"),
        "004": ("Hà Nội", "Bộ Ngoại giao"),
    }


def test_joined_over_articles(found: dict[str, Facts]) -> None:
    joined = join_conferences(
        [
            ConferenceSighting((key, n), c, facts.event_date)
            for key, facts in found.items()
            for n, c in enumerate(facts.conferences)
        ]
    )
    by_articles = {tuple(key for key, _ in j.members): j for j in joined}
    national = by_articles["001", "002", "003"]
    assert (str(national.starts), national.status) == ("2021-12-14", Status.HELD)
    assert all(str(d) == "2021-12-14" for d in national.member_dates.values())
    assert ("000", "001", "002", "003", "004") in by_articles
    people = join_speakers(
        [
            SpeakerSighting((key, n), s, f.event_date)
            for key, f in found.items()
            for n, s in enumerate(f.speakers)
        ]
    )
    assert sum(p.kind is Kind.PERSON for p in people) == 7


def test_speakers_and_roles(found: dict[str, Facts]) -> None:
    everybody: dict[str, str] = {}
    for facts in found.values():
        for name, role in persons(facts).items():
            everybody[name] = max(everybody.get(name, ""), role, key=len)
    assert (
        everybody
        == {
            "Nguyễn Phú Trọng": "Tổng Bí thư",
            "Phạm Bình Minh": "Phó Thủ tướng Thường trực Chính phủ",
            "Võ Văn Thưởng": "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
            "Lê Hoài Trung": "Trưởng ban Đối ngoại Trung ương",
            "Bùi Thanh Sơn": "Bộ trưởng Bộ Ngoại giao",
            "Phạm Minh Chính": "Thủ tướng Chính phủ",
            "Emmanuel Macron": "Tổng thống Cộng hòa Pháp",
        }
        or everybody["Emmanuel Macron"] == "Tổng thống"
    )
    bodies = {s.name for s in found["004"].speakers if s.kind is Kind.BODY}
    assert "các đại biểu" in bodies


def test_captions_and_teasers_only(found: dict[str, Facts]) -> None:
    for key, place in (("002", Place.CAPTION), ("004", Place.TEASER)):
        speaker = next(s for s in found[key].speakers if s.name == "Phạm Minh Chính")
        assert {m.place for m in speaker.mentions} == {place}
        assert not [s for s in found[key].statements if s.speaker == speaker.name]


def test_statements(found: dict[str, Facts]) -> None:
    speakers = {key: {s.speaker for s in f.statements} for key, f in found.items()}
    assert speakers["000"] == set()
    assert speakers["001"] == {"Phạm Bình Minh"}
    assert {"Nguyễn Phú Trọng", "Đảng ta"} == speakers["002"]
    assert {"Võ Văn Thưởng", "Lê Hoài Trung"} < speakers["003"]
    assert {"Bùi Thanh Sơn", "các đại biểu"} <= speakers["004"]
    lead = [s for s in found["003"].statements if s.paragraph == -1]
    assert [s.speaker for s in lead] == ["Võ Văn Thưởng"]


def test_tasks(found: dict[str, Facts]) -> None:
    fragment = found["000"].tasks
    assert [t.set_by for t in fragment if t.set_by] == ["Nguyễn Phú Trọng"]
    assert {t.stated_by for t in fragment} == {""}
    assert len(fragment) > 12
    assert {t.set_by for t in found["004"].tasks} <= {"", "Bùi Thanh Sơn"}
    assert "Võ Văn Thưởng" in {t.set_by for t in found["003"].tasks}


def test_every_article_can_be_read() -> None:
    path = DATA / "news" / "articles.jsonl"
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for _, line in zip(range(80), file, strict=False)]
    for row in rows:
        document = Document.of(
            row["title"], row["paragraphs"], lead=row["lead"] or "", language="vi"
        )
        facts = extract(document)
        names = {s.name for s in facts.speakers}
        assert {s.speaker for s in facts.statements} <= names
        assert {t.set_by for t in facts.tasks} | {t.stated_by for t in facts.tasks} <= names | {""}
        for fact in (*facts.statements, *facts.tasks):
            assert fact.conference is None or fact.conference < len(facts.conferences)
