"""Groups in office by the way their names are built."""

from __future__ import annotations

import pytest

from summarizer.facts.persons.collectives import collective_end, collectives_in
from summarizer.facts.words.lexicon import lexicon
from summarizer.facts.words.tokens import line_of


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Các bên có liên quan cần kiềm chế.", "Các bên có liên quan"),
        ("9 nước thành viên còn lại đã đồng ý.", "9 nước thành viên còn lại"),
        ("Các bộ, ngành, địa phương liên quan phải làm.", "Các bộ, ngành, địa phương liên quan"),
        ("Đại diện 3 tỉnh Lạng Sơn, Cao Bằng và Hà Giang ký.", "Đại diện 3 tỉnh Lạng Sơn, Cao Bằng và Hà Giang"),
        ("Chính phủ Nhật Bản sẽ chi tiền.", "Chính phủ Nhật Bản"),
        ("Cục này lo việc đó.", "Cục này"),
        ("Phía Bộ Quốc phòng Hoa Kỳ tiếp tục hợp tác.", "Phía Bộ Quốc phòng Hoa Kỳ"),
        ("Tổng thống Ramsey từ chối lời mời.", "Tổng thống Ramsey"),
        ("Các nước Pháp ngữ ủng hộ sáng kiến.", "Các nước Pháp ngữ"),
        ("Các nước ở châu Á cần hợp tác.", "Các nước ở châu Á"),
        ("Các nước G20 tăng cường hỗ trợ các nước đang phát triển.", "Các nước G20"),
        ("Các quan chức cấp cao tổ chức vòng đàm phán.", "Các quan chức cấp cao"),
    ],
)  # fmt: skip
def test_a_group_ends_where_its_verb_begins(text: str, group: str) -> None:
    line = line_of(text)
    end = collective_end(line, 0, lexicon("vi"))
    assert end is not None
    assert line.cut(0, end) == group


@pytest.mark.parametrize(
    "text",
    ["6 nhóm giải pháp đã nêu.", "Trung tâm rất đông.", "Mưa lớn ở các bến.", "Ngành rộng.", ""],
)
def test_other_words_are_no_group(text: str) -> None:
    assert collective_end(line_of(text), 0, lexicon("vi")) is None


def test_english_groups() -> None:
    line = line_of("All parties concerned should show restraint.")
    end = collective_end(line, 0, lexicon("en"))
    assert end is not None
    assert line.cut(0, end) == "All parties concerned"


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên và 11 nước thành viên còn lại họp cùng các bộ trưởng của Lào",
        "Đại diện các bộ, ngành, địa phương trong khu vực dự 2 ngày",
        "Năm 2021, 6 nhóm giải pháp được nêu",
        "",
    ],
)
def test_the_groups_of_a_line_are_those_of_its_places(text: str) -> None:
    line, known = line_of(text), lexicon("vi")
    ends = {at: collective_end(line, at, known) for at in range(len(line.tokens))}
    assert collectives_in(line, known) == [(at, end) for at, end in ends.items() if end is not None]
