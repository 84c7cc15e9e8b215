"""Reading files and folders: the friendly ones, the broken ones, and anything at all."""

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from seeds import Article, Refusal, RefusalKind, limits, read

TEXT = "Hội nghị bàn tròn về sông Kiên diễn ra tại Hạ Lâm. Bà Đỗ Thị Mẫn chủ trì."


def only(path):
    found = list(read(path))
    assert len(found) == 1
    return found[0]


def article(path) -> Article:
    found = only(path)
    assert isinstance(found, Article), found
    return found


def refusal(path) -> Refusal:
    found = only(path)
    assert isinstance(found, Refusal), found
    return found


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [("utf-8", False), ("utf-8-sig", False), ("utf-16", False), ("utf-32", False)],
)
def test_text_in_every_encoding_with_a_mark(tmp_path, encoding, noted):
    path = tmp_path / "bài.txt"
    path.write_bytes(TEXT.encode(encoding))
    found = article(path)
    assert found.text == TEXT
    assert bool(found.notes) is noted
    assert found.origin == str(path)
    assert not found.paragraphs_known


def test_text_in_windows_1258_is_read_with_a_note(tmp_path):
    path = tmp_path / "old.txt"
    # cp1258 has the letters with hooks and breves, and the tones as marks of their own
    marked = "Hô\u0323i nghi\u0323 ta\u0323i Ha\u0323 Lâm, đươ\u0300ng Sông Mơ\u0301i."
    path.write_bytes(marked.encode("cp1258"))
    found = article(path)
    assert found.text == "Hội nghị tại Hạ Lâm, đường Sông Mới."
    assert "Windows-1258" in found.notes[0]


def test_utf8_cut_in_the_middle_of_a_letter_stays_utf8(tmp_path):
    path = tmp_path / "cut.txt"
    path.write_bytes((TEXT + " ậ").encode()[:-1])
    found = article(path)
    assert found.text.startswith(TEXT)
    assert "broken" in found.notes[0]


def test_decomposed_letters_are_composed(tmp_path):
    path = tmp_path / "nfd.txt"
    path.write_text("Ho\u0323p ba\u0301o\r\nNga\u0300y\r", encoding="utf-8")
    assert article(path).text == "Họp báo\nNgày"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", RefusalKind.EMPTY),
        (b" \n\t\n ", RefusalKind.EMPTY),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), RefusalKind.BINARY),
        (TEXT.encode("utf-16-le"), RefusalKind.BINARY),
        (b"\xff\xfe\x00\xd8", RefusalKind.BINARY),
        (b"\xd2\x9d\x9e\xff" * 9, RefusalKind.BINARY),
    ],
    ids=["empty", "blank", "png", "utf-16 without mark", "broken utf-16", "no encoding"],
)
def test_what_is_no_text_is_refused(tmp_path, data, kind):
    path = tmp_path / "file.txt"
    path.write_bytes(data)
    found = refusal(path)
    assert found.kind is kind
    assert found.origin == str(path)


def test_a_folder_is_read_in_order_and_one_broken_file_stops_nothing(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text("Bài trong thư mục con.")
    (tmp_path / "a.txt").write_text("Bài đầu.")
    (tmp_path / "c.html").write_bytes(b"\0\0\0")
    (tmp_path / "d.MD").write_text("Bài cuối.")
    (tmp_path / ".hidden.txt").write_text("Không đọc.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "e.txt").write_text("Không đọc.")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    found = list(read(tmp_path))
    assert [f.text for f in found if isinstance(f, Article)] == [
        "Bài đầu.",
        "Bài trong thư mục con.",
        "Bài cuối.",
    ]
    assert [f.origin for f in found if isinstance(f, Refusal)] == [str(tmp_path / "c.html")]


def test_an_unknown_ending_is_refused_when_named(tmp_path):
    path = tmp_path / "report.docx"
    path.write_text("x")
    found = refusal(path)
    assert found.kind is RefusalKind.UNKNOWN_ENDING
    assert ".docx" in found.reason
    assert ".jsonl" in found.reason


def test_what_is_not_there_and_what_is_not_a_file(tmp_path):
    assert refusal(tmp_path / "none.txt").kind is RefusalKind.MISSING
    assert refusal(str(tmp_path / "a\0b.txt")).kind is RefusalKind.UNREADABLE
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert refusal(pipe).reason == "is not a regular file"


def test_an_address_is_refused_with_advice():
    found = refusal("https://example.org/tin.html")
    assert found.kind is RefusalKind.UNSUPPORTED
    assert "only files and folders" in found.reason


def test_links_that_loop_end(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.txt").write_text("Một bài.")
    (tmp_path / "one" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = list(read(tmp_path))
    assert [f.text for f in found if isinstance(f, Article)] == ["Một bài."]
    reasons = {Path(f.origin).name: f.reason for f in found if isinstance(f, Refusal)}
    assert reasons == {
        "up": "is a link back to a folder above it",
        "self.txt": "is a link that leads back to itself",
        "gone.txt": "is a link to nothing",
    }


def test_a_name_that_is_not_utf8_is_refused_printably(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe0i.txt"))
    try:
        path.write_bytes(b"text")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    found = refusal(tmp_path)
    assert found.kind is RefusalKind.NAME
    assert found.origin.encode("utf-8").endswith("b\ufffdi.txt".encode())


def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "closed.txt"
    path.write_text("x")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert refusal(path).kind is RefusalKind.UNREADABLE


def test_a_large_file_is_refused_without_reading_it(tmp_path, monkeypatch):
    monkeypatch.setattr("seeds.files.DOCUMENT_BYTES", 2**20)
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2**20 + 1)
    found = refusal(path)
    assert found.kind is RefusalKind.TOO_LARGE
    assert "1 MB" in found.reason


def test_a_folder_deeper_than_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("seeds.files.FOLDER_DEPTH", 2)
    deep = tmp_path / "1" / "2" / "3"
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Quá sâu.")
    assert refusal(tmp_path).kind is RefusalKind.TOO_LARGE


# Whatever a file holds, reading it gives articles and refusals and never raises.
_JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["title", "lead", "paragraphs", "text", "date", "captions", "language", "id"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
_PIECES = st.sampled_from(
    [
        b"---\n",
        b"title: x\n",
        b"date: 2021-02-30\n",
        b"a: &b [*b]\n",
        b"# ",
        b"<html><body><p>",
        b"<p hidden>",
        b"</div>",
        b"<figcaption>",
        b"<meta charset='rot13'>",
        b"<meta charset='zip'>",
        b"{",
        b'{"text": "\\ud800"}\n',
        b"[" * 50,
        b"\n\n",
        "Đại hội ".encode(),
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\0",
    ]
)
_BYTES = (
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass"))
    | st.lists(_PIECES | st.binary(max_size=6), max_size=12).map(b"".join)
    | _JSON_VALUES.map(lambda value: json.dumps(value).encode())
)


@settings(max_examples=150, deadline=None)
@given(data=_BYTES, ending=st.sampled_from(seeds.ENDINGS))
def test_anything_gives_articles_or_refusals(data, ending):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        path.write_bytes(data)
        found = list(read(path))
    assert found
    for thing in found:
        if isinstance(thing, Article):
            assert thing.text.strip()
            thing.text.encode("utf-8")
            assert "\0" not in thing.text
        else:
            assert thing.reason
            assert "\n" not in str(thing)


def test_limits_are_what_the_guide_says():
    assert limits.DOCUMENT_BYTES == 5 * 2**20
    assert limits.COLLECTION_BYTES == 2 * 2**30
    assert limits.COLLECTION_LINES == 2_000_000
