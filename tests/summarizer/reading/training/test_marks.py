"""Marks made by reading and by rules, and what the network is shown of them."""

import gzip
import json
import os
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


def test_each_passage_is_an_example_with_labels_for_its_pieces(data, model):
    [article] = read_marked(marks(data, LINE), data)
    title, first, second, third = examples_of([article], model)
    for example in (title, first, second, third):
        assert (example.numbers[0], example.numbers[example.first - 1]) == (BEGIN, END)
        assert example.numbers[-1] == END
        assert len(example.tasks) == len(example.names) == len(example.numbers) - example.first - 1
    assert title.first == 2
    # what stands before a passage is seen with it: the title before the first paragraph
    assert first.numbers[1 : first.first - 1] == title.numbers[2:-1]
    assert [its.task for its in (title, first, second, third)] == [False, False, True, False]
    assert set(first.tasks) == {0}
    assert set(second.tasks) == {1, UNKNOWN}
    pieces = pieces_of(ROW["paragraphs"][1], model)
    marked = [p for p, its in zip(pieces, second.tasks, strict=True) if its == 1]
    assert (marked[0].start, marked[-1].end) == (4, 42)


def test_a_name_counts_wherever_it_stands_and_its_other_wordings_are_unknown(data, model):
    [article] = read_marked(marks(data, LINE), data)
    title, first, _, third = examples_of([article], model)
    for example, text in ((title, ROW["title"]), (first, ROW["paragraphs"][0])):
        pieces = pieces_of(text, model)
        named = [p for p, its in zip(pieces, example.names, strict=True) if its in (1, 2)]
        assert text[named[0].start : named[-1].end].startswith("Diễn đàn Biển xanh")
        assert [its for its in example.names if its == 1] == [1]
    assert UNKNOWN in third.names
    assert not {1, 2} & set(third.names)


def test_of_a_long_passage_the_first_pieces_are_seen(model):
    text = "Các tỉnh cần bảo vệ rừng. " * 200
    [example] = examples_of([Marked("x", {0: text}, {0: ()}, ())], model)
    assert len(example.numbers) == LONGEST + 3
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
@pytest.mark.parametrize("name", load_recipe(DEFAULT).sets)
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
    assert not any("held-out" in name or name == "validation" for name in recipe.sets)
    (tmp_path / "r.toml").write_text("seed = 1\n[rules]\n[marks]\n")
    with pytest.raises(MarksUnreadable, match=r"r\.toml"):
        load_recipe(tmp_path / "r.toml")
