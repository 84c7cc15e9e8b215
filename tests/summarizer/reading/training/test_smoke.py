"""The whole training in small: marks of rules and of readers, a tiny network, a reader that reads."""

import gzip
import json
import random

import pytest

from summarizer.reading import Passage, Reader, shipped_reader
from summarizer.reading.reader import HEAD
from summarizer.reading.training.__main__ import LEARNT, main
from summarizer.reading.training.averaging import main as average
from summarizer.reading.training.marks import checksum
from summarizer.reading.training.settings import NOTES

torch = pytest.importorskip("torch", reason="needs torch (the hub extra)")
pytestmark = pytest.mark.hub

SHAPE = """
layers = 1
dropout = 0.0
threads = 1
before_last = 0.5
"""
LESSON = """
[[marks]]
sets = ["own"]
epochs = {epochs}
encoder_rate = {encoder_rate}
head_rate = {head_rate}
batch_pieces = 400
"""
RULES = """
[rules]
articles = 4
epochs = 1.0
encoder_rate = 2e-3
head_rate = 5e-3
batch_pieces = 400
"""
RECIPE = "seed = 1" + SHAPE + RULES
RECIPE += LESSON.format(epochs=60.0, encoder_rate=3e-3, head_rate=1e-2)
RECIPE += LESSON.format(epochs=2.0, encoder_rate=1e-4, head_rate=1e-3)
FURTHER = "seed = 2" + SHAPE + LESSON.format(epochs=1.0, encoder_rate=1e-4, head_rate=1e-3)
DEMAND = "Thủ tướng yêu cầu các tỉnh {} trước ngày 30-6."
REPORT = "Trận đấu ở {} kết thúc với tỷ số hòa, khán giả ra về."
MEETING = "Diễn đàn Biển xanh lần thứ {}"
WORDS = ["rà soát", "báo cáo", "trồng rừng", "dọn kênh", "sửa đường", "đón khách", "học tập"]


@pytest.fixture
def world(tmp_path):
    from transformers import BartConfig, BartForConditionalGeneration

    chance = random.Random(2)
    (tmp_path / "news").mkdir()
    (tmp_path / "gold").mkdir()
    folder = tmp_path / "corpus" / "summaries"
    folder.mkdir(parents=True)
    rows, lines = [], []
    for number in range(12):
        meeting = MEETING.format(number)
        paragraphs = [
            DEMAND.format(chance.choice(WORDS)),
            REPORT.format(chance.choice(WORDS)),
            f"{meeting} khai mạc sáng nay.",
        ]
        row = {"id": f"a{number}", "title": "Tin trong ngày", "lead": "", "paragraphs": paragraphs}
        rows.append(row)
        lines.append({
            "id": row["id"], "sha256": checksum(row),
            "conferences": [{"name": [2, 0, len(meeting)]}],
            "tasks": [{"paragraph": 0, "words": [0, 10, len(paragraphs[0]) - 1]}],
        })  # fmt: skip
    (tmp_path / "news" / "articles.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    (tmp_path / "gold" / "facts-own.jsonl").write_text("".join(json.dumps(r) + "\n" for r in lines))
    with gzip.open(folder / "vietnews-train.jsonl.gz", "wt", encoding="utf-8") as out:
        for number in range(6):
            document = [
                f"Thủ tướng đề nghị Chính phủ nước bạn và các đại sứ {word} sớm, việc {number}."
                for word in WORDS
            ]
            out.write(json.dumps({
                "id": str(number), "title": "Chuyện hôm qua", "summary": "", "document": document,
            }) + "\n")  # fmt: skip
    start = tmp_path / "start"
    pieces = (shipped_reader() / "spm.model").read_bytes()
    import sentencepiece

    size = sentencepiece.SentencePieceProcessor(model_proto=pieces).get_piece_size()
    torch.manual_seed(0)
    config = BartConfig(
        vocab_size=size, d_model=32, encoder_layers=2, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=64, decoder_ffn_dim=64, dropout=0.0,
        max_position_embeddings=256, pad_token_id=1, bos_token_id=0, eos_token_id=2,
    )  # fmt: skip
    BartForConditionalGeneration(config).save_pretrained(start)
    (start / "spm.model").write_bytes(pieces)
    (tmp_path / "recipe.toml").write_text(RECIPE)
    return tmp_path


def arguments(world, **others):
    chosen = {
        "settings": world / "recipe.toml", "data": world, "gold": world / "gold",
        "start": world / "start", "work": world / "work", "out": world / "reader",
    } | others  # fmt: skip
    return [word for name, its in chosen.items() if its for word in (f"--{name}", str(its))]


def test_from_marks_to_a_reader(world):
    assert main(arguments(world)) == 0
    notes = json.loads((world / "reader" / NOTES).read_text())
    assert notes["articles"] == [4, 12, 12]
    learnt = notes["curve"][1]
    assert learnt[-1]["loss"] < 0.7 * notes["curve"][0][0]["loss"]
    reader = Reader(world / "reader")
    meeting = MEETING.format(3)
    demand, report, told = reader.read([
        Passage((DEMAND.format("dọn kênh"),)),
        Passage((REPORT.format("quảng trường"),)),
        Passage((f"{meeting} khai mạc sáng nay.",)),
    ])  # fmt: skip
    assert demand[0].task > report[0].task + 1
    assert told[0].names
    # What all lessons but the last taught is there for the next run, which is nearly the same.
    kept = sorted(its.name for its in (world / "work").glob("*.pt"))
    assert kept == [LEARNT.format(at) for at in (0, 1)]
    assert main(arguments(world, out=world / "again")) == 0
    again = json.loads((world / "again" / NOTES).read_text())
    assert again["curve"][:2] == notes["curve"][:2]
    assert again["articles"] == notes["articles"]
    # … unless it is another one: nothing is taken from a run with another seed.
    assert main(arguments(world, seed=7, out=world / "other")) == 0
    other = json.loads((world / "other" / NOTES).read_text())
    assert other["settings"]["seed"] == 7
    assert other["curve"][1] != notes["curve"][1]


def test_a_finished_reader_learns_further_lessons(world):
    assert main(arguments(world)) == 0
    (world / "further.toml").write_text(FURTHER)
    further = {"settings": world / "further.toml", "start": None, "work": world / "more"}
    assert main(arguments(world, **further, reader=world / "reader", out=world / "on")) == 0
    before, notes = (json.loads((world / its / NOTES).read_text()) for its in ("reader", "on"))
    assert notes["before"] == before
    # It knows what it knew: it begins where the other ended, not where that began.
    assert notes["curve"][0][0]["loss"] < 1.2 * before["curve"][1][-1]["loss"]
    passages = [Passage((f"{MEETING.format(3)} khai mạc sáng nay.",))]
    assert Reader(world / "on").read(passages)[0][0].names
    assert main(arguments(world, **further, reader=world / "work")) == 1


def test_the_mean_of_readers(world, capsys):
    assert main(arguments(world)) == 0
    (world / "further.toml").write_text(FURTHER)
    others = [world / f"on-{seed}" for seed in (1, 2)]
    for seed, out in enumerate(others):
        on = {"settings": world / "further.toml", "start": None, "reader": world / "reader"}
        assert main(arguments(world, **on, seed=seed + 1, out=out)) == 0
    heads = [json.loads((its / HEAD).read_text())["bias"] for its in others]
    assert heads[0] != heads[1]
    assert average(["--of", *map(str, others), "--out", str(world / "mean")]) == 0
    mean = json.loads((world / "mean" / HEAD).read_text())["bias"]
    assert mean == pytest.approx([sum(its) / 2 for its in zip(*heads, strict=True)], abs=1e-4)
    assert len(json.loads((world / "mean" / NOTES).read_text())["mean of"]) == 2
    assert Reader(world / "mean").read([Passage((DEMAND.format("dọn kênh"),))])
    wrong = [str(others[0]), str(shipped_reader())]
    assert average(["--of", *wrong, "--out", str(world / "no")]) == 1
    assert "another shape" in capsys.readouterr().err


def test_what_is_missing_is_named(world, capsys):
    assert main(arguments(world, start=world / "nowhere")) == 1
    assert "nowhere" in capsys.readouterr().err
    assert main(arguments(world, gold=world / "none")) == 1
    assert "facts-own.jsonl" in capsys.readouterr().err
    assert main(arguments(world, settings=world / "no.toml")) == 1
    assert "no.toml" in capsys.readouterr().err
