"""Own articles: good and broken files, then the briefings on them."""

import json

import pytest

ARTICLE = {
    "title": "Hội nghị Ngoại giao số lần thứ nhất khai mạc tại Huế",
    "lead": "Hội nghị Ngoại giao số lần thứ nhất diễn ra ngày 2/10/2026 tại Huế.",
    "paragraphs": [
        "Thứ trưởng Ngoại giao Trần Minh Khoa nhấn mạnh ngoại giao số phải phục vụ người dân.",
        "Ông Khoa yêu cầu các đơn vị hoàn thành cổng thông tin chung trước cuối năm 2027.",
    ],
    "date": "2026-10-03",
    "source": "Báo Thử nghiệm",
    "url": "https://bao.example/so",
}
TEXT = """Diễn đàn Hợp tác biển khai mạc tại Đà Nẵng

Ngày 5/10/2026, Diễn đàn Hợp tác biển khai mạc tại Đà Nẵng. Bộ trưởng Lê Quang Vinh cho biết
Việt Nam coi trọng hợp tác cứu hộ trên biển.
"""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    (folder / "deep").mkdir(parents=True)
    (folder / "one.jsonl").write_text(
        json.dumps(ARTICLE, ensure_ascii=False)
        + "\n{broken\n"
        + json.dumps({**ARTICLE, "paragraphs": []})
        + "\n"
        + json.dumps(ARTICLE)
        + "\n",
        "utf-8",
    )
    (folder / "deep" / "two.txt").write_text(TEXT, "utf-8")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "empty.md").write_bytes(b"")
    (folder / "french.txt").write_text(
        "La conférence se tiendra demain à Paris. Le ministre prendra la parole devant les "
        "délégués de tous les pays membres.\n",
        "utf-8",
    )
    (folder / "notes.xyz").write_text("what is this", "utf-8")
    return folder


def test_good_and_broken_files_then_the_briefings(command, folder):
    done = command("ingest", folder)
    assert done.returncode == 3, done.stderr
    numbers = next(
        line.split()
        for line in reversed(done.stdout.splitlines())
        if line.split()[:1] != ["read"]
        and all(word.isdigit() for word in line.split())
        and line.split()
    )
    read, new, duplicate, refused = map(int, numbers)
    assert (new, duplicate) == (2, 1)
    assert read == new + duplicate + refused
    for name in ("one.jsonl:2", "one.jsonl:3", "binary.txt", "empty.md", "french.txt"):
        assert name in done.stdout
    again = command("ingest", folder / "deep")
    assert again.returncode == 0
    assert "duplicate" in again.stdout

    shown = command(
        "ask", "/language en", "/conference ngoai giao so", "/speaker le quang vinh", "/latest"
    )
    assert shown.returncode == 0, shown.stderr
    assert "Hue" in shown.stdout
    assert "2 October 2026" in shown.stdout
    assert "Tran Minh Khoa" in shown.stdout
    assert "Báo Thử nghiệm" in shown.stdout
    assert "Le Quang Vinh" in shown.stdout
    assert "starter set" not in shown.stdout, "starters step back once a real article is there"

    preview = command("digest", "preview")
    assert preview.returncode == 0, preview.stderr
    renewed = command("reprocess")
    assert renewed.returncode == 0, renewed.stderr
    assert "renewed" in renewed.stdout


def test_ingest_does_not_load_the_starters(command, folder):
    done = command("ingest", folder / "deep", starters=False)
    assert done.returncode == 0, done.stderr
    assert "starter" not in command("ask", "/latest").stdout


def test_nothing_to_read(command, tmp_path):
    done = command("ingest", tmp_path / "nowhere")
    assert done.returncode == 3
    assert "nowhere" in done.stdout
