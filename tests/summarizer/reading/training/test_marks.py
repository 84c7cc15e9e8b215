"""Marks made by reading and by rules, and what the network is shown of them."""

import gzip
import json
import os
import random
from pathlib import Path

import pytest

from summarizer.document import LEAD, TITLE
from summarizer.reading import shipped_reader
from summarizer.reading.reader import BEGIN, END, LONGEST, pieces_of
from summarizer.reading.training.examples import UNKNOWN, examples_of
from summarizer.reading.training.marks import (
    Marked,
    MarksUnreadable,
    checksum,
    mark_by_rules,
    read_marked,
    texts_of,
)
from summarizer.reading.training.settings import DEFAULT, load_recipe

GOLD = Path(__file__).parents[4] / "benchmarks" / "gold"
DATA = Path(os.environ.get("BRIEFING_DATA", GOLD.parents[2] / "shared"))
ROW = {
    "id": "a1",
    "title": "Bộ trưởng Trần Văn Khải dự Diễn đàn Biển xanh",
    "lead": "",
    "paragraphs": [
        "Diễn đàn Biển xanh khai mạc sáng nay.",
        "Ông yêu cầu các tỉnh bảo vệ rừng ngập mặn. Trời mưa suốt buổi.",
        "Diễn đàn Xanh biển bàn về rừng.",
    ],
}
LINE = {
    "id": "a1",
    "sha256": checksum(ROW),
    "conferences": [{"name": [0, 0, 18], "date": None, "place": None}],
    "tasks": [{"paragraph": 1, "issuer": None, "words": [1, 4, 42]}],
}


@pytest.fixture(scope="module")
def model():
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=str(shipped_reader() / "spm.model"))


@pytest.fixture
def data(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "articles.jsonl").write_text(json.dumps(ROW) + "\n")
    return tmp_path


def marks(folder, *lines):
    file = folder / "marks.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def test_marks_are_read_with_their_words(data):
    [article] = read_marked(marks(data, LINE), data)
    assert article.names == ("Diễn đàn Biển xanh",)
    assert article.tasks == {1: ((4, 42),)}
    assert article.texts[1][4:42] == "yêu cầu các tỉnh bảo vệ rừng ngập mặn."[:38]
    assert list(article.texts) == [TITLE, LEAD, 0, 1, 2]


def test_marks_of_another_text_or_of_other_parts_are_left_out(data):
    changed = LINE | {"sha256": "0" * 64}
    persons = {"id": "a1", "sha256": LINE["sha256"], "persons": []}
    assert len(read_marked(marks(data, changed, persons, LINE), data)) == 1
    with pytest.raises(MarksUnreadable, match="no text in"):
        read_marked(marks(data, changed), data)


def test_what_cannot_be_read_is_named(data, tmp_path):
    with pytest.raises(MarksUnreadable, match=r"nowhere\.jsonl"):
        read_marked(tmp_path / "nowhere.jsonl", data)
    (tmp_path / "bad.jsonl").write_text("{")
    with pytest.raises(MarksUnreadable, match=r"bad\.jsonl"):
        read_marked(tmp_path / "bad.jsonl", data)


class Whole(random.Random):
    """First windows as long as can be: this article is one window."""

    def randint(self, a, b):
        return b


def seen(example, model, *texts):
    """The pieces of the passages of a window, with their labels for tasks and for names."""
    for passage, text in zip(example.passages, texts, strict=True):
        pieces = pieces_of(text, model)
        its = slice(passage.start, passage.end)
        assert list(example.numbers[its]) == [piece.number for piece in pieces]
        yield list(zip(pieces, example.tasks[its], example.names[its], strict=True))


def test_an_article_is_read_in_windows_with_labels_for_each_piece(data, model):
    [article] = read_marked(marks(data, LINE), data)
    [example] = examples_of([article], model, Whole())
    assert len(example.tasks) == len(example.names) == len(example.numbers)
    assert (example.numbers[0], example.numbers[1], example.numbers[-1]) == (BEGIN, END, END)
    assert [its.kind for its in example.passages] == [0, 2, 2, 2]
    assert [its.task for its in example.passages] == [False, False, True, False]
    texts = (ROW["title"], *ROW["paragraphs"])
    title, first, second, third = seen(example, model, *texts)
    assert {its for passage in (title, first, third) for _, its, _ in passage} == {0}
    marked = [piece for piece, its, _ in second if its == 1]
    assert {its for _, its, _ in second} == {1, UNKNOWN}
    assert (marked[0].start, marked[-1].end) == (4, 42)
    # the marks between passages are of none of them
    own = {at for its in example.passages for at in range(its.start, its.end)}
    between = {*range(len(example.numbers))} - own
    assert {example.tasks[at] for at in between} == {UNKNOWN}


def test_a_window_begins_with_the_end_of_what_stands_before_it(data, model):
    [article] = read_marked(marks(data, LINE), data)
    windows = list(examples_of([article], model, random.Random(1)))
    assert sum(len(its.passages) for its in windows) == 4
    alone = list(examples_of([article], model, Short()))
    first, second = alone[:2]
    [title] = first.passages
    assert (
        second.numbers[1 : second.passages[0].start - 1] == first.numbers[title.start : title.end]
    )


class Short(random.Random):
    """First windows as short as can be."""

    def randint(self, a, b):
        return a


def test_a_name_counts_wherever_it_stands_and_its_other_wordings_are_unknown(data, model):
    [article] = read_marked(marks(data, LINE), data)
    [example] = examples_of([article], model, Whole())
    texts = (ROW["title"], *ROW["paragraphs"])
    title, first, _, third = seen(example, model, *texts)
    for passage, text in ((title, texts[0]), (first, texts[1])):
        named = [piece for piece, _, its in passage if its in (1, 2)]
        assert text[named[0].start : named[-1].end].startswith("Diễn đàn Biển xanh")
        assert [its for *_, its in passage if its == 1] == [1]
    assert UNKNOWN in {its for *_, its in third}
    assert not {1, 2} & {its for *_, its in third}


def test_other_wordings_that_are_marked_are_names_too(data, model):
    event = LINE["conferences"][0] | {"also": [[2, 0, 18]]}
    [article] = read_marked(marks(data, LINE | {"conferences": [event]}), data)
    assert article.names == ("Diễn đàn Biển xanh", "Diễn đàn Xanh biển")
    [example] = examples_of([article], model, Whole())
    *_, third = seen(example, model, ROW["title"], *ROW["paragraphs"])
    assert [its for *_, its in third if its == 1] == [1]


def test_marks_of_runs_of_lines_find_their_lines(data):
    folder = data / "corpus" / "mono"
    folder.mkdir(parents=True)
    lines = ["Tin khác", ROW["title"], *ROW["paragraphs"], "Tin khác nữa"]
    with gzip.open(folder / "vietnews-politics.vi.gz", "wt", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    run = LINE | {"id": "politics-1-5"}
    [article] = read_marked(marks(data, run), data)
    assert (article.id, article.names) == ("politics-1-5", ("Diễn đàn Biển xanh",))
    with pytest.raises(MarksUnreadable, match="no text in"):
        read_marked(marks(data, LINE | {"id": "politics-2-5"}), data)


def test_of_a_long_passage_the_first_pieces_are_seen(model):
    text = "Các tỉnh cần bảo vệ rừng. " * 200
    [example] = examples_of([Marked("x", {0: text}, {0: ()}, ())], model, random.Random(1))
    [passage] = example.passages
    assert passage.end - passage.start == LONGEST
    assert set(example.tasks) == {UNKNOWN}


def test_the_rules_mark_articles_about_politics_that_nobody_has_marked(data):
    def row(number, *paragraphs):
        return {
            "id": str(number),
            "title": "Thủ tướng tiếp đại sứ",
            "summary": "Tin vắn.",
            "document": list(paragraphs),
        }

    asked = [
        "Thủ tướng tiếp đại sứ nước láng giềng vào sáng thứ hai, hai bên vui mừng.",
        "Thủ tướng yêu cầu Bộ Ngoại giao khẩn trương triển khai thỏa thuận với Chính phủ bạn.",
        *(
            f"Đoạn thứ {n} kể chuyện bên lề cuộc gặp, với trà, bánh và lời chúc tốt lành."
            for n in range(8)
        ),
    ]
    sport = [
        f"Đội bóng thắng trận thứ {n} trong mùa giải, khán giả reo hò vang dội." for n in range(9)
    ]
    copy = [*ROW["paragraphs"], *asked[:2]] * 1
    folder = data / "corpus" / "summaries"
    folder.mkdir(parents=True)
    with gzip.open(folder / "vietnews-train.jsonl.gz", "wt", encoding="utf-8") as out:
        for number, its in enumerate((sport, asked, [*asked, "Hết."], copy)):
            out.write(json.dumps(row(number, *its)) + "\n")
    found = mark_by_rules(data, 5)
    assert [article.id for article in found] == ["1", "2"]
    assert 1 in found[0].tasks
    assert len(mark_by_rules(data, 1)) == 1


@pytest.mark.shared
@pytest.mark.parametrize("name", load_recipe(DEFAULT).lessons[0].sets)
def test_the_marks_of_the_recipe_fit_their_texts(name):
    if not (DATA / "corpus").exists():
        pytest.skip(f"no articles in {DATA} (set BRIEFING_DATA)")
    file = GOLD / f"facts-{name}.jsonl"
    found = read_marked(file, DATA)
    assert len(found) == len(file.read_text("utf-8").splitlines())
    for article in found:
        assert all(name.strip() == name != "" for name in article.names)
        assert set(article.tasks) <= set(article.texts)


def test_texts_are_in_the_order_of_reading():
    assert list(texts_of("T", "L", ["a", "b"])) == [TITLE, LEAD, 0, 1]


def test_the_recipe_is_read_and_a_broken_one_named(tmp_path):
    recipe = load_recipe(DEFAULT)
    sets = {name for lesson in recipe.lessons for name in lesson.sets}
    assert not any("held-out" in name or name == "validation" for name in sets)
    (tmp_path / "r.toml").write_text("seed = 1\n[rules]\n[marks]\n")
    with pytest.raises(MarksUnreadable, match=r"r\.toml"):
        load_recipe(tmp_path / "r.toml")
