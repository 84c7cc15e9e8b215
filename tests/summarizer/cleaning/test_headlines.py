"""Headlines found and made."""

import pytest

from summarizer.cleaning.headlines import derive_title, is_headline, is_subheading


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Hội nghị hợp tác vùng thành công", True),
        ("Vì sao hợp tác vùng quan trọng?", True),
        ("“Phải hợp tác” - thông điệp của hội nghị", True),
        ("Hội nghị đã kết thúc tốt đẹp.", False),
        ("và ông cũng nói thế", False),
        ("- Đẩy mạnh hợp tác vùng", False),
        ("Phóng viên: Ông nghĩ sao về việc ấy?", False),
        ("Thưa ông, ông nghĩ sao?", False),
        ("Nhiệm vụ trọng tâm sau:", False),
        ("Hợp tác", False),
        ("chữ " * 100, False),
    ],
)
def test_shape_of_headlines(line, headline):
    assert is_headline(line) is headline


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Điểm sáng của năm", True),
        ('"Một ngày khó quên"', True),
        ("Liệu có kịp?", True),
        ("100% hộ dân có điện", True),
        ("Ông nói thế.", False),
        ('" Liệu có kịp?', False),
        ("1. Xây dựng đường", False),
        ("như vậy là xong", False),
        ("Nhiệm vụ sau:", False),
    ],
)
def test_shape_of_subheadings(line, heading):
    assert is_subheading(line) is heading


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hội nghị đã bàn nhiều việc. Rồi kết thúc.", "Hội nghị đã bàn nhiều việc"),
        ("Vâng. Hội nghị đã bàn nhiều việc.", "Hội nghị đã bàn nhiều việc"),
        ("rồi ông cũng nói về vùng này. Hội nghị đã bàn nhiều việc.", "Hội nghị đã bàn nhiều việc"),
        ("Tuy nhiên, hội nghị đã bàn nhiều việc.", "Hội nghị đã bàn nhiều việc"),
        ("PV: Thưa bà, hội nghị đã bàn những gì?", "Hội nghị đã bàn những gì?"),
        ("Chào", "Chào"),
    ],
)
def test_derived_titles(text, title):
    assert derive_title(text) == title


def test_a_long_sentence_is_cut_at_a_border():
    text = (
        "Hội nghị đã bàn về hợp tác giữa các tỉnh trong vùng và thống nhất nhiều việc phải làm ngay "
        "trong năm nay, mà các bộ ngành đã giao cho từng cơ quan thực hiện đến cuối năm sau."
    )
    title = derive_title(text)
    assert 35 <= len(title) <= 100
    assert text.startswith(title)
    assert text[len(title)] in " ,"
    assert not title.endswith(("và", "mà", ",", " "))
    assert derive_title("dài" * 200).endswith("…")


def test_a_long_sentence_loses_where_and_when_and_never_ends_in_the_air():
    text = (
        "Chiều 5/3, tại Hà Nội, Thứ trưởng Trần Văn Khánh đã trao quyết định thành lập ban chỉ đạo mới "
        "cho lãnh đạo nhiều địa phương."
    )
    title = derive_title(text)
    assert title.startswith("Thứ trưởng Trần Văn Khánh đã trao quyết định")
    text = (
        "Bà Mai Thị Cúc, người phụ trách chương trình hợp tác của vùng, cho biết, "
        + "nhiều việc " * 20
    )
    assert derive_title(text) == "Bà Mai Thị Cúc, người phụ trách chương trình hợp tác của vùng"
