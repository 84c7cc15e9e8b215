"""Presidents whom Vietnamese calls otherwise."""

import pytest

from translations.output.heads_of_state import mend_presidents
from translations.words.word_lists import read_rows


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Tổng thống Lương Cường phát biểu.", "Chủ tịch nước Lương Cường phát biểu."),
        ("Phó Tổng thống Võ Thị Ánh Xuân dự họp.", "Phó Chủ tịch nước Võ Thị Ánh Xuân dự họp."),
        ("Tổng thống Tập Cận Bình tới thăm.", "Chủ tịch Tập Cận Bình tới thăm."),
        ("Ông gặp tổng thống nước Lào.", "Ông gặp chủ tịch nước Lào."),
        ("Tổng thống của Việt Nam và các bộ trưởng.", "Tổng thống của Việt Nam và các bộ trưởng."),
        ("Tổng thống Trung Quốc đáp từ.", "Chủ tịch Trung Quốc đáp từ."),
        ("Tổng thống Cuba gặp Tổng thống Pháp.", "Chủ tịch nước Cuba gặp Tổng thống Pháp."),
    ],
)
def test_they_have_their_own_title(text, mended):
    assert mend_presidents(text) == mended
    assert mend_presidents(mended) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Tổng thống Pháp đến Việt Nam.",
        "Tổng thống Việt Nam Cộng hòa từ chức.",
        "Tổng thống Việt Nam Nguyễn Văn Thiệu từ chức.",
        "Tổng thống Ngô Đình Diệm bị lật đổ.",
        "Chủ tịch nước Lương Cường phát biểu.",
        "",
    ],
)
def test_others_keep_it(text):
    assert mend_presidents(text) == text


def test_the_list_has_each_once():
    rows = read_rows("presidents.tsv")
    assert len({name for name, _ in rows}) == len(rows)
    assert {title for _, title in rows} == {"Chủ tịch", "Chủ tịch nước"}
