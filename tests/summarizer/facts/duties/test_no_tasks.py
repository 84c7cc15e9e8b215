"""What looks like a task and is none: news of sport and everyday life, matters long past, demands
that are only spoken of, wishes and aims of those who hold no office.
"""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"


def tasks(*paragraphs: str, title: str = "Tin trong ngày") -> list[str]:
    return [task.text for task in extract(Document.of(title, paragraphs)).tasks]


@pytest.mark.parametrize(
    "title",
    [
        "Peru cấp cứu bảy ngư dân trên sông",
        "Canada rút thăm vòng bảng môn đua thuyền",
        "Đan Mạch cắt băng khánh thành bến phà",
        "Na Uy lập kỷ lục chèo thuyền",
        "Peru mở cửa hàng cá đầu tiên",
        "Canada mở cửa sổ chuyển nhượng",
        "Đan Mạch dừng bước ở vòng hai",
        "Na Uy hủy diệt đối thủ ở hiệp hai",
        "Peru chi tiết hóa bản đồ bến cảng",
        "Canada giảm sâu số vụ đắm thuyền",
        "Đan Mạch tặng hoa cho hành khách",
        "Na Uy hoãn trận mở màn vì bão",
        "Peru không tham gia vòng loại môn đua thuyền",
        "Canada đóng cửa cầu cảng đêm qua",
    ],
)
def test_headlines_that_only_begin_like_a_measure(title: str) -> None:
    assert tasks("Trời mưa.", title=title) == []


@pytest.mark.parametrize(
    "title",
    [
        "Peru đóng cửa hai cảng cá",
        "Canada cắt giảm viện trợ cho Đan Mạch",
        "Đan Mạch rút ngắn thời gian cấp phép cho tàu cá",
        "Na Uy không tham gia hiệp ước nghề cá",
    ],
)
def test_headlines_that_tell_a_measure(title: str) -> None:
    assert len(tasks("Trời mưa.", title=title)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # long past
        "Hai viện từng thông qua kế hoạch cắt giảm thuế bến cảng.",
        "Nghị viện đã thông qua gói hỗ trợ ngư dân hồi tháng trước.",
        "Nghị viện đã thông qua kế hoạch cải cách bến cảng tháng 3/2006.",
        # demands that are spoken of
        "Đề nghị tăng phí bến cảng khiến nhiều chủ thuyền lo ngại.",
        "Đề xuất hỗ trợ ngư dân vấp phản đối của các chủ xưởng.",
        "Đề nghị tăng phí bến cảng gây tranh cãi ở ven sông.",
        "Đề nghị tăng cường tuần tra làm ngư dân lo lắng.",
        "Đề nghị nâng cấp bến phà giúp giá đất tăng nhanh.",
        # what is somebody's work, or was
        "Xây dựng đập nước năm 1912 là nhiệm vụ của hàng nghìn phu.",
        "Bảo vệ rừng đước là yêu cầu của bài thi cuối kỳ.",
        "Phát triển tàu lặn trở thành mục tiêu mà xưởng theo đuổi suốt chín năm qua.",
        "Bảo tồn thuyền gỗ là công việc của ông Bảy.",
        # no office
        "Mục tiêu của cuốn phim là tránh lối kể cũ.",
        "Mục tiêu của tên trộm là biến con thuyền thành tiền.",
        "Ca sĩ Lý Thu Sương nói cô muốn thực hiện một chuyến đi xa.",
        "Tay đua Lý Văn Bách cho biết anh muốn cải thiện tốc độ.",
        "Dự án sẽ tăng chi phí gấp ba.",
        "Ông Lê Văn Tám kể rằng mùa nước nổi là thời điểm để thực hiện các nghi lễ.",
        "“Giờ là lúc làm mắm của làng tôi”, ông Lê Văn Tám nói.",
        "Mẹ cảnh báo Bình không chạm vào lưới.",
    ],
)
def test_no_tasks(text: str) -> None:
    assert tasks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nghị viện vừa thông qua gói hỗ trợ ngư dân ven sông.",
        "Nghị viện đã thông qua kế hoạch cải cách bến cảng đến năm 2045.",
        "Đề nghị các tỉnh giúp ngư dân làm lại bến phà.",
        "Đề nghị tăng cường tuần tra để làm sạch vùng biển.",
        "Bảo vệ rừng đước là yêu cầu của các nước ven biển.",
        "Mục tiêu của Chính phủ là tránh tăng thuế bến cảng.",
        "Mục tiêu của chuyến thăm là thúc đẩy hợp tác nghề cá.",
        f"{MINISTER} cho biết ông muốn cải thiện quan hệ với Peru.",
        f"{MINISTER} nói giờ là lúc làm rõ trách nhiệm của các bến cảng.",
        f"{MINISTER} cảnh báo Novatek không đóng bến cảng vào mùa đông.",
        "Dự án sẽ tăng cường tuần tra trên sông.",
    ],
)
def test_tasks_beside_them(text: str) -> None:
    assert len(tasks(text)) == 1
