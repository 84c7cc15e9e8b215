"""Scoring of facts: what counts as the same, what counts at all, and marks read from positions."""

import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import facts, facts_gold
from benchmarks.facts_peers import fixed_words, names_after_titles, runs_of_capitals
from benchmarks.facts_scoring import (
    Answer,
    Event,
    Outcome,
    Part,
    Person,
    Said,
    Total,
    answer_of,
    bylines,
    pair,
    same_conference,
    same_name,
    same_role,
    score,
)
from summarizer.document import Document
from summarizer.facts import Facts, Kind, Mention, Place, Speaker, Statement, Task, Theme

WHOLE = {"id", "sha256", "persons", "statements", "conferences", "tasks"}
KEYS = (
    WHOLE,
    WHOLE - {"persons", "statements"},
    WHOLE - {"conferences", "tasks"},
    WHOLE - {"persons", "statements", "tasks"},
)
DATA = Path(os.environ.get("BRIEFING_DATA", Path(__file__).parents[3] / "shared"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lê Văn Tám", "lê  văn tám", True),
        ("Lê Văn Tám", "Văn Tám", True),
        ("Lê Văn Tám", "Tám", False),  # one syllable ends many names
        ("Tám", "Tám", True),
        ("Lê Văn Tám", "Lê Văn", False),
        ("Han So-min", "Han So - min", True),
        ("Han So-min", "Park Han So Min", True),
        ("Đỗ Hoà", "Do Hoa", True),
        ("", "", False),
        ("...", "Lê Tám", False),
    ],
)
def test_names(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bộ trưởng Ngoại giao Xanh Lam", "bộ trưởng ngoại giao", True),
        ("Phó Chủ tịch, Bộ trưởng", "Phó chủ tịch Bộ trưởng", True),
        ("Thứ trưởng Ngoại giao", "Thứ trưởng Bộ Ngoại giao", False),
        ("", "Bộ trưởng", False),
        ("", "", False),
    ],
)
def test_roles(one, other, same):
    assert same_role(one, other) is same
    assert same_role(other, one) is same


def test_conferences_share_six_words_of_ten():
    ten = "a b c d e f g h i k"
    assert same_conference(ten, "a b c d e f")
    assert not same_conference(ten, "a b c d e")
    assert not same_conference("", "")


def test_a_person_found_twice_is_right_once():
    outcome = score(
        Answer(persons=(Person("Lê Văn Tám"),)),
        Answer(persons=(Person("Văn Tám"), Person("Lê Văn Tám"))),
    )[Part.PERSONS]
    assert outcome.right == 1
    assert len(outcome.false) == 1
    assert not outcome.missed


def test_pairing_finds_a_place_for_everybody():
    # "Văn Tám" fits both finds, "Lê Văn Tám" only the first: taken greedily one would be left over.
    marked = (Person("Văn Tám"), Person("Lê Văn Tám"))
    found = (Person("Lê Văn Tám"), Person("Hồ Văn Tám"))
    assert score(Answer(persons=marked), Answer(persons=found))[Part.PERSONS].right == 2


def test_roles_are_asked_only_of_persons_that_have_one():
    marked = Answer(persons=(Person("Lê Tám", "Bộ trưởng"), Person("Hồ Sen")))
    found = Answer(persons=(Person("Lê Tám", "Thứ trưởng"), Person("Hồ Sen", "đại sứ")))
    outcome = score(marked, found)[Part.ROLES]
    assert (outcome.right, len(outcome.missed), len(outcome.false)) == (0, 1, 2)
    assert score(marked, marked)[Part.ROLES].right == 1


def test_statements_need_paragraph_and_speaker():
    marked = Answer(statements=(Said(0, "Lê Văn Tám"), Said(1, "Hồ Sen"), Said(1, "Lê Văn Tám")))
    found = Answer(statements=(Said(0, "Văn Tám"), Said(0, "Văn Tám"), Said(2, "Hồ Sen")))
    outcome = score(marked, found)[Part.STATEMENTS]
    assert (outcome.right, len(outcome.missed), len(outcome.false)) == (1, 2, 1)


def test_tasks_are_paragraphs():
    outcome = score(Answer(tasks=(-1, 2)), Answer(tasks=(2, 2, 5)))[Part.TASKS]
    assert outcome == Outcome(1, (-1,), (5,))


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("Hồ Sen", ["Hồ Sen"]),
        ("Hồ Sen (Theo Báo Xanh)", ["Hồ Sen"]),
        ("Hồ Sen - Lê Tám", ["Hồ Sen", "Lê Tám"]),
        ("Hồ Sen nói như vậy.", []),
        ("- Đại sứ Hồ Sen", []),
        ("Theo baoxanh.vn", []),
        ("Sen", []),
        ("", []),
    ],
)
def test_bylines(paragraph, names):
    assert bylines(["Bộ trưởng đến thăm làng.", paragraph]) == names


def test_a_byline_counts_neither_way_unless_the_person_is_marked():
    found = Answer(persons=(Person("Hồ Sen"),), statements=(Said(3, "Hồ Sen"),))
    ignored = score(Answer(), found, ["Hồ Sen"])
    assert ignored[Part.PERSONS] == ignored[Part.STATEMENTS] == Outcome(0)
    marked = Answer(persons=(Person("Hồ Sen"),))
    assert score(marked, found, ["Hồ Sen"])[Part.PERSONS].right == 1


def test_totals():
    total = Total.of([Outcome(3, ("a",), ()), Outcome(0, (), ("b", "c"))])
    assert (total.right, total.found, total.marked) == (3, 5, 4)
    assert total.precision == pytest.approx(3 / 5)
    assert total.recall == pytest.approx(3 / 4)
    assert total.f1 == pytest.approx(2 * 3 / 9)
    assert Total().f1 == Total().precision == Total().recall == 0


@settings(max_examples=60)
@given(st.lists(st.integers(0, 5), max_size=7), st.lists(st.integers(0, 5), max_size=7))
def test_every_mark_and_find_is_counted_once(marked, found):
    outcome = pair(marked, found, lambda one, other: abs(one - other) <= 1)
    assert outcome.right + len(outcome.missed) == len(marked)
    assert outcome.right + len(outcome.false) == len(found)
    mirrored = pair(found, marked, lambda one, other: abs(one - other) <= 1)
    assert mirrored.right == outcome.right


def _speaker(name, kind=Kind.PERSON, *places):
    mentions = tuple(Mention(place, "", 0 if place is Place.BODY else -1) for place in places)
    return Speaker(name, kind, "đại sứ", (), mentions, 1.0)


def test_bodies_and_captions_are_not_scored():
    document = Document.of("Tên bài", ["Đại sứ Hồ Sen nói rằng trời đẹp."])
    facts_found = Facts(
        speakers=(
            _speaker("Hồ Sen", Kind.PERSON, Place.CAPTION, Place.BODY),
            _speaker("Lê Tám", Kind.PERSON, Place.CAPTION),
            _speaker("Bộ Mây", Kind.BODY, Place.BODY),
        ),
        statements=tuple(
            Statement(0, 0, name, "", quoted=False, confidence=1.0) for name in ("Hồ Sen", "Bộ Mây")
        ),
        tasks=(Task(0, 0, "", Theme.OTHER, 1.0),),
    )
    assert answer_of(facts_found, document) == Answer(
        (Person("Hồ Sen", "đại sứ", 0),), (Said(0, "Hồ Sen"),), (), (0,)
    )


TITLE = "Nước Xanh mời nước Lam dự Hội nghị Sông Dài"
LEAD = "Đại sứ Hồ Sen đến thành phố Mây."
BODY = ["Bà nói hai bên cần gặp nhau.", "Bộ trưởng Lê Văn Tám đồng ý.", "Đỗ Gió"]


def _span(paragraph, text, words):
    return [paragraph, text.index(words), text.index(words) + len(words)]


def _line(identity, checksum):
    return {
        "id": identity,
        "sha256": checksum,
        "persons": [
            {"name": _span(-1, LEAD, "Hồ Sen"), "role": _span(-1, LEAD, "Đại sứ")},
            {"name": _span(1, BODY[1], "Lê Văn Tám"), "role": None},
        ],
        "statements": [{"paragraph": 0, "speaker": 0}],
        "conferences": [
            {
                "name": _span(-2, TITLE, "Hội nghị Sông Dài"),
                "date": None,
                "place": _span(-1, LEAD, "Mây"),
            }
        ],
        "tasks": [{"paragraph": 0, "issuer": 0}, {"paragraph": -2, "issuer": None}],
    }


@pytest.fixture
def folder(tmp_path):
    """A data folder with two articles; the marks of the second were made on another text."""
    whole = "\n".join([TITLE, LEAD, *BODY])
    rows = [
        {"id": identity, "title": TITLE, "lead": LEAD, "paragraphs": BODY, "captions": []}
        for identity in ("one", "two")
    ]
    lines = [_line("one", hashlib.sha256(whole.encode()).hexdigest()), _line("two", "0" * 64)]
    lines.append(_line("three", "0" * 64))
    (tmp_path / "news").mkdir()
    _write(tmp_path / "news" / "articles.jsonl", rows)
    _write(tmp_path / "facts-development.jsonl", lines)
    (tmp_path / "corpus" / "facts").mkdir(parents=True)
    text = (
        'Tên bài\n\nÔng <ENAMEX TYPE="PERSON">Lê Văn Tám</ENAMEX> ở <ENAMEX TYPE="ORGANIZATION">Hội '
        '<ENAMEX TYPE="PERSON">Bà Sen</ENAMEX></ENAMEX>.\n<ENAMEX TYPE="PERSON">Tám</ENAMEX> vui.'
    )
    tagged = json.dumps({"topic": "", "id": "v", "text": text})
    (tmp_path / "corpus" / "facts" / "vlsp2018-dev.jsonl.gz").write_bytes(
        gzip.compress(tagged.encode())
    )
    return tmp_path


def _write(file, rows):
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def test_marks_are_read_from_positions(folder, capsys):
    [article] = facts_gold.read_gold("development", folder, folder)
    assert article.marks == Answer(
        (Person("Hồ Sen", "Đại sứ", -1), Person("Lê Văn Tám", "", 1)),
        (Said(0, "Hồ Sen"),),
        (Event("Hội nghị Sông Dài", -2),),
        (0, -2),
    )
    assert article.bylines == ("Đỗ Gió",)
    assert [article.text(number) for number in (-2, -1, 1)] == [TITLE, LEAD, BODY[1]]
    told = capsys.readouterr().err
    assert "two: left out, reads otherwise" in told
    assert "three: left out, is not in" in told


def test_marks_without_texts_are_a_clear_error(folder, tmp_path):
    with pytest.raises(facts_gold.GoldUnreadable, match=r"articles\.jsonl cannot be read.*--data"):
        facts_gold.read_gold("development", tmp_path / "elsewhere", folder)
    _write(folder / "facts-development.jsonl", [_line("two", "0" * 64)])
    with pytest.raises(facts_gold.GoldUnreadable, match="No marks of the development half"):
        facts_gold.read_gold("development", folder, folder)


def test_tagged_persons_once_each(folder):
    [article] = facts_gold.read_vlsp(folder)
    assert {person.name for person in article.marks.persons} == {"Lê Văn Tám", "Bà Sen"}
    assert article.paragraphs == ("Ông Lê Văn Tám ở Hội Bà Sen.", "Tám vui.")


def test_mistakes_are_told_by_article_and_paragraph(folder):
    [article] = facts_gold.read_gold("development", folder, folder)
    found = Answer(persons=(Person("Mây Trời", "", 0),), tasks=(0,))
    scores = {part: [outcome] for part, outcome in score(article.marks, found).items()}
    told = list(facts.mistakes([article], scores))
    assert told[0].strip().startswith("one ")
    assert f"  - persons [-1] Hồ Sen: {LEAD}" in told
    assert f"  + persons [0] Mây Trời: {BODY[0]}" in told
    assert f"  - persons with roles [-1] Hồ Sen = Đại sứ: {LEAD}" in told
    assert f"  - tasks [-2] task: {TITLE}" in told
    assert not any("+ tasks" in line for line in told)


def test_a_run_from_end_to_end(folder, monkeypatch, capsys):
    monkeypatch.setattr(facts_gold, "GOLD", folder)
    monkeypatch.setattr(
        "sys.argv", ["facts", "--data", str(folder), "--half", "development", "--errors"]
    )
    assert facts.main() == 0
    told = capsys.readouterr().out
    assert "development, 1 articles" in told
    assert "VLSP 2018 development part, 1 articles" in told
    assert all(part in told for part in Part)


@pytest.mark.parametrize("half", facts.UNREAD)
def test_mistakes_that_are_not_to_be_read_are_refused(half, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["facts", "--half", half, "--errors"])
    with pytest.raises(SystemExit):
        facts.main()
    assert f"{half} is for totals" in capsys.readouterr().err


def test_only_what_was_marked_is_scored(folder):
    marks = folder / "facts-development.jsonl"
    line = json.loads(marks.read_text("utf-8").splitlines()[0])
    _write(marks, [{key: line[key] for key in line if key not in {"persons", "statements"}}])
    articles = facts_gold.read_gold("development", folder, folder)
    scores, _ = facts.measure(articles)
    assert set(scores[facts.OURS]) == {Part.CONFERENCES, Part.TASKS}


def test_no_data_folder(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr("sys.argv", ["facts", "--data", str(tmp_path)])
    assert facts.main() == 2
    assert "--data" in capsys.readouterr().err


def test_peers():
    paragraphs = ["Đại sứ Hồ Sen nói rằng hai nước cần gặp nhau.", "Ông Sen cho biết thêm."]
    persons = runs_of_capitals("Tin", "", paragraphs).persons
    assert [person.name for person in persons] == ["Hồ Sen", "Ông Sen"]
    answer = names_after_titles("Tin", "", paragraphs)
    assert answer.persons == (Person("Hồ Sen", "Đại sứ", 0),)
    assert answer.statements == (Said(0, "Hồ Sen"), Said(1, "Hồ Sen"))
    answer = fixed_words("Dự Diễn đàn Sông Dài lần thứ 3 ở Lam", "", paragraphs)
    assert answer.conferences == (Event("Diễn đàn Sông Dài lần thứ 3", -2),)
    assert answer.tasks == (0,)


@pytest.mark.parametrize("half", [*facts.SETS, "training"])
def test_the_gold_files_hold_positions_only(half):
    text = (facts_gold.GOLD / f"facts-{half}.jsonl").read_text("utf-8")
    assert text.isascii()
    assert all(set(json.loads(line)) in KEYS for line in text.splitlines())


def test_no_article_is_in_two_sets():
    ids = [
        json.loads(line)["id"]
        for half in (*facts.SETS, "training")
        for line in (facts_gold.GOLD / f"facts-{half}.jsonl").read_text("utf-8").splitlines()
    ]
    assert len(ids) == len(set(ids)) == 104 + 247 + 39 + 111 + 455 + 617 + 120


@pytest.mark.shared
@pytest.mark.parametrize(
    ("half", "count"),
    [
        ("development", 22),
        ("development-2", 12),
        ("development-3", 30),
        ("development-4", 247),
        ("development-5", 39),
        ("development-6", 617),
        ("validation", 111),
    ],
)
def test_development_marks_fit_the_texts(half, count):
    if not (DATA / "news" / "articles.jsonl").exists():
        pytest.skip(f"no articles in {DATA} (set BRIEFING_DATA)")
    articles = facts_gold.read_gold(half, DATA)
    assert len(articles) == count
    for article in articles:
        assert all(person.name.strip() == person.name != "" for person in article.marks.persons)
        assert score(article.marks, article.marks, article.bylines)[Part.PERSONS].right == len(
            article.marks.persons
        )
