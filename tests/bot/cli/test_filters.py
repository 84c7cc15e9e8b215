"""The filters as their users run them."""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_help_loads_nothing_heavy(briefing_bot):
    done = briefing_bot("--help")
    assert done.returncode == 0
    assert "translate" in done.out
    loading = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "bot", "--help"],
        capture_output=True, text=True, check=True, cwd=REPOSITORY,
    )  # fmt: skip
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0] for line in loading.stderr.split("\n")
    }
    assert "typer" in loaded
    assert not loaded & {"ctranslate2", "numpy", "sqlalchemy", "telegram", "torch", "transformers"}


def test_version(briefing_bot):
    assert briefing_bot("--version").out.startswith("briefing-bot 0.")


@pytest.mark.parametrize(
    "wrong",
    [
        ["translate"],
        ["translate", "--to", "fr"],
        ["summarize", "--sentences", "0"],
        ["no-such"],
        ["ask"],
        ["ask", "--chat", " ", "/help"],
        ["digest", "preview", "--chat", ""],
    ],
)
def test_wrong_use(briefing_bot, wrong):
    done = briefing_bot(*wrong)
    assert (done.returncode, done.out) == (2, "")
    assert done.err


def test_a_line_in_a_line_out(briefing_bot, tmp_path):
    lines = [
        "Hội nghị diễn ra tại Hà Nội ngày 14/12.",
        "",
        "   ",
        "🇻🇳 𝒜 \u2028 https://vn.example/tin",
        "a\x0bb\x85c",
        "Bộ trưởng phát biểu.\r",
        "không có dấu chấm",
    ]
    file = tmp_path / "lines.txt"
    file.write_bytes("\n".join(lines).encode())
    done = briefing_bot("translate", "--to", "en", file)
    assert done.returncode == 0, done.err
    out = done.stdout.decode().split("\n")
    assert len(out) == len(lines) + 1
    assert out[-1] == ""
    assert "Hanoi" in out[0]
    assert "14" in out[0]
    assert (out[1], out[2].strip()) == ("", "")
    as_json = briefing_bot("translate", "--to", "en", "--json", given="\n".join(lines))
    found = records(as_json.out)
    assert [record["text"] for record in found] == out[:-1]
    assert found[0]["engine"].startswith("compact")
    assert found[0]["source"] == lines[0]
    assert isinstance(found[0]["warnings"], list)


def test_bytes_that_are_no_text_are_named_and_the_others_go_on(briefing_bot):
    given = (
        "H\u1ed9i ngh\u1ecb h\u1ecdp.\n".encode() + b"H\xe1\xbb\n\xff\xfe\x00\n" + "Hà Nội".encode()
    )
    done = briefing_bot("translate", "--to", "en", given=given)
    assert done.returncode == 3
    first, second, third, fourth, end = done.out.split("\n")
    assert first
    assert second == third == end == ""
    assert fourth == "Hanoi"
    assert [line.split(": ", 1)[1] for line in done.err.splitlines()] == [
        f"standard input:{number}: not UTF-8 (byte {byte}); an empty line stands for it"
        for number, byte in ((2, 2), (3, 1))
    ]
    as_json = briefing_bot("translate", "--to", "en", "--json", given=given)
    assert [bool(record["text"]) for record in records(as_json.out)] == [True, False, False, True]


def test_what_cannot_be_translated_is_said(briefing_bot):
    done = briefing_bot("translate", "--to", "vi", given="hello", translator="none")
    assert done.returncode == 1
    assert done.out == ""
    assert "not available" in done.err
    assert len(done.err.splitlines()) == 1


def test_a_wrong_setting_is_named(briefing_bot):
    done = briefing_bot("translate", "--to", "en", given="x", zone="Mars/Olympus", style="tabloid")
    assert done.returncode == 1
    assert "BRIEFING_ZONE" in done.err
    assert "BRIEFING_STYLE" in done.err


def test_a_missing_file(briefing_bot):
    for command in (["translate", "--to", "en"], ["summarize"], ["facts"]):
        done = briefing_bot(*command, "none.jsonl")
        assert done.returncode == 1
        assert done.err == "briefing-bot: none.jsonl: No such file or directory\n"


def test_the_reader_may_go(briefing_bot, tmp_path):
    many = "Hội nghị diễn ra tại Hà Nội.\n" * 5000
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "translate", "--to", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    process.stdin.write(many[:3000].encode())
    process.stdin.flush()
    assert process.stdout.readline()
    process.stdout.close()
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(many.encode())
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) in (0, -13)


ARTICLE = {
    "title": "Hội nghị Đối ngoại bàn về ngoại giao số",
    "lead": "Hội nghị Đối ngoại khu vực diễn ra ngày 14/12 tại Hà Nội.",
    "paragraphs": [
        "",
        "Bộ trưởng Ngoại giao Trần Văn Khánh nhấn mạnh ngoại giao số là nhiệm vụ trọng tâm.",
        "  ",
        "Ông Khánh yêu cầu các đơn vị hoàn thành kế hoạch trước tháng 6/2022.",
        "Việc này theo Chỉ thị 25-CT/TW.",
    ],
    "date": "2021-12-15",
}


def test_summaries_keep_the_places_of_the_input(briefing_bot):
    done = briefing_bot("summarize", "-n", "2", given=json.dumps({"id": 7, **ARTICLE}))
    assert done.returncode == 0, done.err
    [record] = records(done.out)
    assert record["id"] == 7
    assert len(record["sentences"]) == 2
    for sentence in record["sentences"]:
        place = sentence["paragraph"]
        paragraph = ARTICLE["lead"] if place == -1 else ARTICLE["paragraphs"][place]
        assert sentence["text"] in paragraph
        assert 0 <= sentence["score"] <= 1


@pytest.mark.parametrize("options", [("--characters", "90"), ("-c", "90", "-n", "1")])
def test_summaries_fit_a_length(briefing_bot, options):
    done = briefing_bot("summarize", *options, given=json.dumps(ARTICLE))
    assert done.returncode == 0, done.err
    [record] = records(done.out)
    assert 0 < len(" ".join(its["text"] for its in record["sentences"])) <= 90


def test_a_length_of_nothing_is_refused(briefing_bot):
    done = briefing_bot("summarize", "--characters", "0", given=json.dumps(ARTICLE))
    assert done.returncode == 2
    assert "--characters" in done.err


def test_facts_keep_the_places_of_the_input(briefing_bot):
    done = briefing_bot("facts", given=json.dumps(ARTICLE, ensure_ascii=False))
    assert done.returncode == 0, done.err
    [record] = records(done.out)
    assert {"persons", "statements", "conferences", "tasks"} <= record.keys()
    assert record["documents"] == ["Chỉ thị 25-CT/TW"]
    assert {"name", "role", "aliases"} <= record["persons"][0].keys()
    assert record["persons"][0]["name"] == "Trần Văn Khánh"
    [statement] = [s for s in record["statements"] if s["paragraph"] == 1]
    assert statement["speaker"] == "Trần Văn Khánh"
    assert next(c["date"] for c in record["conferences"] if c["date"]) in ("2021-12-14", "--12-14")
    assert any(task["paragraph"] == 3 for task in record["tasks"])


def test_facts_date_the_offices_of_a_person(briefing_bot):
    article = {
        "title": "Nhân sự",
        "paragraphs": ["Ông Trần Văn Khánh được bổ nhiệm làm Thứ trưởng ngày 8/4/2021.",
                       "Bộ trưởng Lê Thị Mẫu chúc mừng ông Khánh."],
    }  # fmt: skip
    done = briefing_bot("facts", "--rules", given=json.dumps(article, ensure_ascii=False))
    [record] = records(done.out)
    by_name = {person["name"]: person for person in record["persons"]}
    assert by_name["Trần Văn Khánh"]["roles"] == [
        {"title": "Thứ trưởng", "since": "2021-04-08", "until": None, "former": False}
    ]
    assert "roles" not in by_name["Lê Thị Mẫu"]


def test_facts_by_rules_alone(briefing_bot):
    done = briefing_bot("facts", "--rules", given=json.dumps(ARTICLE, ensure_ascii=False))
    assert done.returncode == 0, done.err
    assert any(task["paragraph"] == 3 for task in records(done.out)[0]["tasks"])


@pytest.mark.parametrize("command", ["summarize", "facts"])
def test_a_bad_line_is_named_and_the_others_go_on(briefing_bot, command):
    lines = [
        json.dumps(ARTICLE),
        "{",
        "[1, 2]",
        '{"title": 5}',
        '{"title": "x", "paragraphs": "one text"}',
        '{"title": " ", "paragraphs": ["\\u200b"]}',
        '{"title": "x", "paragraphs": [], "date": "yesterday"}',
        "",
        '{"title": "Chỉ có tiêu đề", "paragraphs": []}',
        "[" * 100_000,
        '{"title": "\\ud83d lẻ", "paragraphs": ["Hội nghị \\ud83d diễn ra."]}',
        json.dumps(ARTICLE),
        '{"title": "x", "paragraphs": [], "id": NaN}',
        '{"title": "x", "paragraphs": [], "id": [1e999]}',
        '{"title": "x", "paragraphs": [], "date": "2021-13-01"}',
        '{"title": "x", "paragraphs": [], "date": "2021-02-30"}',
        '{"title": "Ngày nhuận", "paragraphs": [], "date": "--02-29"}',
    ]
    given = "\n".join(lines).encode() + b'\n{"title": "\xff"}\n'
    done = briefing_bot(command, given=given)
    assert done.returncode == 3
    named = [int(line.split("standard input:")[1].split(":")[0]) for line in done.err.splitlines()]
    assert named == [2, 3, 4, 5, 6, 7, 10, 13, 14, 15, 16, 18]
    assert len(records(done.out)) == 5


def without(*descriptors):
    """What closes streams of a process before it starts."""

    def close():
        for descriptor in descriptors:
            os.close(descriptor)

    return close


@pytest.mark.parametrize("command", [["translate", "--to", "en"], ["summarize"], ["facts"]])
def test_a_closed_input_is_named(command, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "bot", *command],
        capture_output=True, text=True, check=False, cwd=tmp_path, preexec_fn=without(0),
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "briefing-bot: standard input: is closed (name a file)\n"


def test_closed_outputs_lead_nowhere(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "bot", "summarize"],
        input=json.dumps(ARTICLE).encode() + b"\n{\n", check=False, cwd=tmp_path,
        preexec_fn=without(1, 2), env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    assert done.returncode == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["summarize", "--help"])
def test_a_full_disk_is_said(command, tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", command],
            input=json.dumps(ARTICLE).encode(), stdout=full, stderr=subprocess.PIPE, check=False,
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        )  # fmt: skip
    assert done.returncode == 1
    said = b"briefing-bot: the output cannot be written: No space left on device\n"
    assert done.stderr == said


def test_a_reader_of_help_may_go(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "--help"], cwd=tmp_path,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )  # fmt: skip
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0
