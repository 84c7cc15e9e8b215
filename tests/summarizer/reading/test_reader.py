"""The shipped reader: what it says of plain cases, and that odd input does it no harm."""

import logging
import math
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import LEAD, TITLE
from summarizer.reading import Passage, Reader, ReaderUnavailable, load_reader, shipped_reader
from summarizer.reading import reader as module
from summarizer.reading.reader import BEGIN, CONTEXT, END, LONGEST, Piece, windows_of

DEMANDS = [
    "Thủ tướng yêu cầu các bộ, ngành khẩn trương rà soát, báo cáo kết quả trước ngày 30-6.",
    "Các địa phương cần đẩy mạnh công tác bảo hộ công dân ở nước ngoài trong thời gian tới.",
    "Ông đề nghị hai bên tiếp tục tăng cường hợp tác về kinh tế biển.",
]
REPORTS = [
    "Trận đấu kết thúc với tỷ số hòa, khán giả ra về trong mưa.",
    "Năm ngoái, kim ngạch thương mại hai nước đạt 12 tỉ USD.",
    "Ông sinh năm 1960 tại một làng ven sông và từng dạy học nhiều năm.",
]
MEETING = "Hội nghị Thượng đỉnh Kinh tế số Đông Á lần thứ 7"


@pytest.fixture(scope="module")
def reader():
    return Reader(shipped_reader())


@pytest.mark.parametrize("demand", DEMANDS)
@pytest.mark.parametrize("report", REPORTS)
def test_a_demand_speaks_more_for_a_task_than_a_report(reader, demand, report):
    [[first], [second]] = reader.read([Passage((demand,)), Passage((report,))])
    assert first.task > second.task + 2


def test_each_sentence_has_its_own_reading(reader):
    [readings] = reader.read([Passage((REPORTS[0], DEMANDS[0], REPORTS[1]))])
    assert len(readings) == 3
    assert max(readings, key=lambda its: its.task) is readings[1]


def test_the_name_of_a_meeting_is_found_where_it_stands(reader):
    text = f"Sáng nay tại Hà Nội khai mạc {MEETING} với sự tham dự của 200 đại biểu."
    [[reading]] = reader.read([Passage((text,))])
    [name] = [its for its in reading.names if its.probability > 0.7]
    assert text[name.start : name.end] == MEETING
    assert not any(
        its.probability > 0.7 for r in reader.read([Passage((REPORTS[0],))])[0] for its in r.names
    )


def test_names_have_their_places_in_the_sentence_and_not_in_the_passage(reader):
    text = f"Trước thềm {MEETING}, ông trả lời báo chí."
    [readings] = reader.read([Passage((REPORTS[1], text))])
    places = [text[its.start : its.end] for its in readings[1].names]
    assert any(MEETING in place for place in places)


def test_what_stands_around_a_sentence_does_not_turn_its_reading(reader):
    passages = [Passage((text,)) for text in DEMANDS + REPORTS] + [Passage((DEMANDS[0],), TITLE)]
    for demand, [reading] in zip(
        [*[True] * 3, *[False] * 3, True], reader.read(passages), strict=True
    ):
        assert (reading.task > 0) == demand


def test_windows_hold_neighbours_and_every_part_stands_in_one():
    parts = [[Piece(at, 0, 1)] * length for at, length in enumerate([3, 150, 60, 0, 200, 1, 1])]
    windows = list(windows_of(parts))
    assert [list(window.parts) for window in windows] == [[0, 1], [2, 3], [4], [5, 6]]
    for window in windows:
        assert len(window.numbers) <= LONGEST + CONTEXT + 3
        for at, start in zip(window.parts, window.starts, strict=True):
            its = window.numbers[start : start + len(parts[at]) + 1]
            assert its == (*(piece.number for piece in parts[at]), END)
    assert windows[0].numbers[:2] == (BEGIN, END)
    assert windows[1].numbers[:CONTEXT] == (BEGIN, *[1] * (CONTEXT - 1))
    # what stands before the last window is the end of what is read before it
    assert windows[3].numbers[1 : 1 + CONTEXT] == (4,) * CONTEXT
    assert [list(its.parts) for its in windows_of(parts, first=1)][:2] == [[0], [1]]


def test_many_empty_passages_fill_windows_too():
    windows = list(windows_of([[]] * 1000))
    assert [at for window in windows for at in window.parts] == list(range(1000))
    assert max(len(window.numbers) for window in windows) <= LONGEST + CONTEXT + 3


def test_title_lead_and_body_are_told_apart(reader):
    kinds = [Passage((DEMANDS[0],), paragraph) for paragraph in (TITLE, LEAD, 0, 7)]
    assert [its.kind for its in kinds] == [0, 1, 2, 2]
    scores = [readings[0].task for readings in reader.read(kinds)]
    assert scores[2] == pytest.approx(scores[3], abs=0.3)


def test_a_long_paragraph_is_read_in_parts_and_nothing_is_left_out(reader):
    sentences = tuple((DEMANDS + REPORTS) * 30)
    [readings] = reader.read([Passage(sentences)])
    assert len(readings) == len(sentences)
    assert all(math.isfinite(its.task) for its in readings)


def test_of_an_endless_sentence_the_first_pieces_are_read(reader):
    [[reading]] = reader.read([Passage((DEMANDS[0] + " và" * 20 * LONGEST,))])
    assert reading.task > 0


def test_nothing_is_nothing(reader):
    assert reader.read([]) == []
    assert reader.read([Passage(())]) == [[]]
    [readings] = reader.read([Passage(("", "   ", DEMANDS[0]))])
    assert [its.task for its in readings[:2]] == [-math.inf, -math.inf]
    assert readings[2].task > 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.text(st.characters(), max_size=60), max_size=4), max_size=4))
def test_any_text_is_read(texts):
    passages = [Passage(tuple(sentences)) for sentences in texts]
    found = load_reader().read(passages)
    assert [len(its) for its in found] == [len(its.sentences) for its in passages]
    for passage, readings in zip(passages, found, strict=True):
        for sentence, reading in zip(passage.sentences, readings, strict=True):
            ends = [(its.start, its.end) for its in reading.names]
            assert all(0 <= start < end <= len(sentence) for start, end in ends)
            assert [place for its in ends for place in its] == sorted(
                place for its in ends for place in its
            )


def test_half_a_character_does_no_harm(reader):
    [[reading]] = reader.read([Passage((f"\ud800 {DEMANDS[0]}",))])
    assert reading.task > 0


def test_a_word_is_in_a_name_as_a_whole(reader):
    for text in (f"“{MEETING}”: khai mạc", f"😀{MEETING} khai mạc"):
        [[reading]] = reader.read([Passage((text,))])
        places = [place for its in reading.names for place in (its.start, its.end)]
        assert places == sorted(places)
        assert len(set(places)) == len(places) or places[1::2] != places[2::2]


def test_several_threads_read_alike(reader):
    passages = [Passage((text,)) for text in DEMANDS + REPORTS]
    alone = reader.read(passages)
    with ThreadPoolExecutor(4) as pool:
        assert all(found == alone for found in pool.map(reader.read, [passages] * 8))


@pytest.mark.parametrize("name", ["head.json", "spm.model", "model.bin", "config.json"])
def test_a_missing_file_is_told_with_its_folder(tmp_path, name):
    shutil.copytree(shipped_reader(), tmp_path / "broken")
    (tmp_path / "broken" / name).unlink()
    with pytest.raises(ReaderUnavailable, match="broken"):
        Reader(tmp_path / "broken")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("head.json", b"{}"),
        ("head.json", b"\xff"),
        ("head.json", b'{"weight": [[1.0]], "bias": [0.0], "kinds": []}'),
        ("model.bin", b"half"),
        ("spm.model", b"x"),
        ("spm.model", b""),
    ],
)
def test_a_broken_file_is_told_too(tmp_path, name, content):
    shutil.copytree(shipped_reader(), tmp_path / "broken")
    (tmp_path / "broken" / name).write_bytes(content)
    with pytest.raises(ReaderUnavailable, match="cannot be used"):
        Reader(tmp_path / "broken")


def test_without_a_model_the_rules_go_on_alone(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(module, "shipped_reader", lambda: tmp_path)
    load_reader.cache_clear()
    with caplog.at_level(logging.WARNING):
        assert load_reader() is None
    assert "rules alone" in caplog.text
    load_reader.cache_clear()
