"""Lines that belong to the page."""

import pytest

from summarizer.cleaning.furniture import (
    is_caption_marker,
    is_foot,
    is_furniture,
    is_related_heading,
    read_stamp,
)


@pytest.mark.parametrize(
    "line",
    [
        "Không có nhận xét nào:",
        "ĐĂNG NHẬN XÉT",
        "Chia sẻ:",
        "Facebook Twitter Zalo In bài",
        "hoi-nghi-hop-tac-vung-2021",
        "https://vi-du.vn/bai-viet.html",
        "Trang chủ > Thời sự",
        "Chính trị » Đối ngoại",
        "#hop_tac #vung",
        "Từ khóa: hợp tác",
        "Giấy phép số 12/GP-XX cấp ngày 1/1/2020",
        "***",
    ],
)
def test_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ông chia sẻ như vậy.",
        "Tổng biên tập báo ấy từ chức.",
        "Bản quyền phát sóng đã được mua.",
        "Mỹ > Anh về dân số",
        "Covid-19",
        "Hợp tác vùng",
        "2021",
    ],
)
def test_no_furniture(line):
    assert not is_furniture(line)


def test_headings_and_markers():
    assert is_related_heading("TIN LIÊN QUAN:")
    assert not is_related_heading("Tin liên quan đến hội nghị")
    assert is_caption_marker("Chú thích ảnh")
    assert is_foot("Bản quyền thuộc về báo ấy")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ Ba, 14/12/2021 | 19:05 (GMT+7)", "2021-12-14"),
        ("Cập nhật lúc 19h05, ngày 14-12-2021", "2021-12-14"),
        ("14/12/2021", "2021-12-14"),
        ("Published: December 14, 2021 at 7:05 pm", "2021-12-14"),
        ("Ngày 14/12/2021, hội nghị khai mạc", None),
        ("14/12", None),
        ("Thứ Ba", None),
        ("10-12/5/2021", None),
    ],
)
def test_stamps(line, day):
    stamp = read_stamp(line)
    assert (str(stamp) if stamp else None) == day
