"""Captions and credits of pictures."""

import pytest

from summarizer.cleaning.captions import is_credit_line, split_caption

TITLE = "Mở rộng hợp tác, nâng cao vị thế"
SENTENCE = "Thứ trưởng Trần Văn Khánh phát biểu tại hội nghị"


@pytest.mark.parametrize(
    "caption",
    [
        f"{SENTENCE}. Ảnh: Lê Minh/TTXVN",
        f"{SENTENCE} - Ảnh: AFP",
        f"{SENTENCE} - Ảnh TỰ DO.",
        f"{SENTENCE} (Ảnh: L. Minh)",
        f"{SENTENCE}. (Nguồn ảnh: TTXVN)",
        f"{SENTENCE}, Ảnh: chinhphu.vn",
        f"{SENTENCE}. Ảnh minh họa: Internet.",
        "Delegates at the forum. Photo: VNA",
    ],
)
def test_whole_captions(caption):
    assert split_caption(caption) == (caption, "")


@pytest.mark.parametrize(
    "body",
    [
        "Ông tặng bảo tàng nhiều bức Ảnh.",
        "Bà nói ảnh: thứ mà ai cũng thích, cũng có thể làm giả; điều đó đáng lo.",
        "Triển lãm Ảnh Việt Nam đẹp đã khai mạc.",
        "Theo ông, video là bằng chứng. Video: ai cũng xem được điều đó trên mạng xã hội.",
    ],
)
def test_body_text(body):
    assert split_caption(body) == ("", body)


@pytest.mark.parametrize(
    ("paragraph", "caption"),
    [
        (f"{TITLE} - ảnh 1{SENTENCE}. Ảnh: Lê Minh", f"{SENTENCE}. Ảnh: Lê Minh"),
        (f"{TITLE} – Ảnh 12{SENTENCE}.", SENTENCE),
        (f"{TITLE} - ảnh 2", TITLE),
    ],
)
def test_a_caption_glued_to_the_headline(paragraph, caption):
    assert split_caption(paragraph, TITLE) == (caption, "")


def test_a_caption_at_the_end_of_a_long_paragraph():
    body = "Hội nghị đã bàn nhiều việc quan trọng của vùng. " * 9
    caption, rest = split_caption(f"{body}{SENTENCE}. Ảnh: Lê Minh/TTXVN")
    assert caption == f"{SENTENCE}. Ảnh: Lê Minh/TTXVN"
    assert rest == body.strip()


def test_a_caption_glued_to_the_first_paragraph():
    caption, rest = split_caption(
        f"Người dân tại hội chợ sáng nay - Ảnh: AFP Theo ban tổ chức, {SENTENCE}."
    )
    assert caption == "Người dân tại hội chợ sáng nay - Ảnh: AFP"
    assert rest.startswith("Theo ban tổ chức")


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Ảnh: TTXVN", True),
        ("(Ảnh: Lê Minh)", True),
        ("Nguồn: Reuters.", True),
        ("Video: Lê Minh", True),
        ("Ảnh vệ tinh cho thấy điều đó.", False),
        ("Ảnh: thứ mà ai cũng thích và muốn có trong nhà mình", False),
        ("Ảnh gia đình", False),
    ],
)
def test_credit_lines(line, credit):
    assert is_credit_line(line) is credit
