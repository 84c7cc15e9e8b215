"""Collections in JSON lines: fields, broken lines, and memory."""

import io
import json
import tracemalloc

import pytest

from seeds import Article, Refusal, RefusalKind, read
from seeds.lines import read_lines


def lines(*values):
    data = b"\n".join(
        v if isinstance(v, bytes) else json.dumps(v, ensure_ascii=False).encode() for v in values
    )
    return list(read_lines(io.BytesIO(data), "news.jsonl"))


def test_all_fields():
    (found,) = lines(
        {
            "title": " Phiên họp\nthứ ba ",
            "lead": "Mở đầu.",
            "paragraphs": ["Đoạn một.", "", "Đoạn\n\nhai."],
            "date": "2024-05-06",
            "source": "Báo Hạ Lâm",
            "url": "https://example.org/3",
            "captions": ["Toàn cảnh"],
            "language": "vi-VN",
            "id": 17,
        }
    )
    assert found == Article(
        origin="news.jsonl:1",
        text="Đoạn một.\n\nĐoạn hai.",
        title="Phiên họp thứ ba",
        lead="Mở đầu.",
        paragraphs_known=True,
        captions=("Toàn cảnh",),
        published="2024-05-06",
        source="Báo Hạ Lâm",
        url="https://example.org/3",
        language="vi",
        source_id="17",
    )


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_line_ends_of_unicode_in_a_text_break_no_line(end):
    (found,) = lines({"title": f"Phiên{end}họp", "paragraphs": [f"Đoạn{end}một."]})
    assert isinstance(found, Article)
    assert (found.title, found.text) == ("Phiên họp", "Đoạn một.")


def test_text_instead_of_paragraphs_keeps_its_lines():
    (found,) = lines({"text": "Dòng một\nDòng hai"})
    assert found.text == "Dòng một\nDòng hai"
    assert not found.paragraphs_known


def test_broken_lines_are_named_and_the_others_read():
    found = lines(
        {"text": "một"},
        b"{not json",
        b"",
        {"title": "chỉ có tiêu đề"},
        {"paragraphs": "một chuỗi"},
        {"paragraphs": ["a", 3]},
        {"text": 5},
        b"[1, 2]",
        b"[" * 100_000,
        b'{"text": ' + b"9" * 5000 + b"}",
        b"\xff\xfe\0\0",
        {"paragraphs": [], "text": "hai"},
    )
    assert [f.text for f in found if isinstance(f, Article)] == ["một", "hai"]
    refused = {f.origin: f for f in found if isinstance(f, Refusal)}
    assert list(refused) == [f"news.jsonl:{n}" for n in (2, 4, 5, 6, 7, 8, 9, 10, 11)]
    assert refused["news.jsonl:2"].reason.startswith("is not JSON")
    assert refused["news.jsonl:4"].kind is RefusalKind.NO_TEXT
    assert refused["news.jsonl:5"].reason == "paragraphs is one text, not a list of texts"
    assert found[-1].origin == "news.jsonl:12"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2021-12-14", "2021-12-14"),
        ("2021-12-14T07:30:00+07:00", "2021-12-14T07:30:00+07:00"),
        ("2021-12", "2021-12"),
        ("2021", "2021"),
        ("14/12/2021", "2021-12-14"),
        ("4/2/2021 7:05", "2021-02-04T07:05:00"),
        ("Tue, 14 Dec 2021 07:00:00 +0700", "2021-12-14T07:00:00+07:00"),
        ("2021-02-30", None),
        ("2021-13", None),
        ("30/2/2021", None),
        ("hôm qua", None),
        (["2021"], None),
    ],
)
def test_dates_are_read_as_stated_or_not_at_all(date, published):
    (found,) = lines({"text": "x", "date": date})
    assert found.published == published
    if published is None:
        assert found.notes


def test_lone_surrogates_and_controls_do_not_get_through():
    (found,) = lines(b'{"text": "a\\ud83d\\u0000b\\u0007c"}')
    assert found.text == "a\ufffdbc"


def test_a_line_too_long_is_skipped_and_the_next_read(monkeypatch):
    monkeypatch.setattr("seeds.lines.DOCUMENT_BYTES", 1000)
    found = lines({"text": "a" * 3000}, {"text": "sau"}, {"text": "b" * 5000})
    assert [type(f) for f in found] == [Refusal, Article, Refusal]
    assert found[1].origin == "news.jsonl:2"


def test_too_many_lines_keep_those_before(monkeypatch):
    monkeypatch.setattr("seeds.lines.COLLECTION_LINES", 2)
    found = lines(*({"text": "x"},) * 5)
    assert [type(f) for f in found] == [Article, Article, Refusal]
    assert found[2].kind is RefusalKind.TOO_LARGE


def test_a_huge_collection_takes_the_memory_of_a_line(tmp_path):
    path = tmp_path / "huge.jsonl"
    line = json.dumps({"text": "từ " * 3000}) + "\n"
    with path.open("w") as file:
        for _ in range(2000):
            file.write(line)
    assert path.stat().st_size > 20_000_000
    tracemalloc.start()
    count = sum(1 for _ in read(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 2000
    assert peak < 2_000_000


def test_an_empty_collection():
    (found,) = lines(b"\n\n")
    assert found.kind is RefusalKind.EMPTY
