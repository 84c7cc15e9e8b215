"""Tasks that are urged without a verb of asking, and prohibitions."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"


def tasks(*paragraphs: str, title: str = "Tin trong ngày") -> list[str]:
    return [task.text for task in extract(Document.of(title, paragraphs)).tasks]


@pytest.mark.parametrize(
    "text",
    [
        f"{MINISTER} nói đã đến lúc các bên đàm phán về nghề cá.",
        f"{MINISTER} cho rằng đây là thời điểm để giải quyết vấn đề đường sắt.",
        f"{MINISTER} nhấn mạnh đến việc thực thi nghiêm quy tắc trên sông.",
        "Hai bên nhấn mạnh quyết tâm đạt mục tiêu trồng một triệu cây đước.",
        "Nâng cao mức sống của ngư dân là trách nhiệm của các tỉnh ven biển.",
        "Hoàn thành tuyến đường sắt đang trở thành nhiệm vụ cấp bách của ngành.",
        f"{MINISTER} cảnh báo Canada không đóng bến cảng vào mùa đông.",
        f"{MINISTER} nói các nước lớn đừng để ảnh hưởng tới ngư dân.",
        f"{MINISTER} nói việc đánh cá trái phép phải chấm dứt.",
        f"{MINISTER} cho rằng việc hợp tác phải dựa trên sự tôn trọng.",
        f"{MINISTER} nói các bộ không được có ý kiến khác với Chính phủ.",
        f"{MINISTER} bày tỏ hy vọng thông qua cuộc gặp, chính phủ hai nước sẽ củng cố niềm tin.",
        f"{MINISTER} mong muốn hội đồng và Bộ Công Thương sẽ có cơ hội mời thêm ngư dân.",
        f"{MINISTER} yêu cầu, các cơ quan liên quan nộp hồ sơ về bến phà.",
        "Điều này đòi hỏi sự kiên nhẫn của mọi ngư dân trên sông.",
        "Giao Bộ Công Thương phối hợp với các tỉnh mở thêm bến cảng.",
        "Mục tiêu của các nước này là tránh một cuộc tranh cãi về nghề cá.",
        "Cụ thể là tăng tỷ lệ điều tiết ngân sách cho các tỉnh ven biển.",
        "“Quyết liệt giảm thủ tục ở bến cảng, nhất là cho tàu nhỏ và thuyền của ngư dân”, bài viết nêu.",
        "“Đừng làm phiền tới ngư dân và gia đình của họ”, ông Khải nói.",
        "Ngoài ra, chính quyền có trách nhiệm cung cấp cho ngư dân số liệu về mùa cá.",
        "Canada trực tiếp kêu gọi Đan Mạch dừng việc đóng bến cảng.",
        "Họ biểu tình nhằm yêu cầu chính phủ Đan Mạch hủy bỏ thuế bến cảng.",
        f"{MINISTER} nói vì vậy các địa phương nên đầu tư vào đường sông.",
    ],
)
def test_urged(text: str) -> None:
    assert len(tasks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{MINISTER} nói đã đến lúc chuyện cũ sang trang.",
        f"{MINISTER} nhấn mạnh việc mở tuyến đường sắt là bước đi quan trọng.",
        f"{MINISTER} nhấn mạnh việc nhiều tỉnh trồng được cây đước.",
        "Yêu cầu của Bộ Công Thương nằm ngoài những gì đã được bàn.",
        "Kẻ bắt cóc đòi 30.000 USD tiền chuộc cho chiếc tàu cá.",
        "Hy vọng vào Canada, ngư dân chờ một mùa cá mới sẽ tới với họ.",
        "Hy vọng cuộc gặp sẽ mang đến hòa bình cho người dân nơi đây.",
        f"{MINISTER} nhắc lại 5 điểm ông Winkleman cần đưa ra trong diễn văn.",
        f"{MINISTER} nói nếu muốn vậy, họ sẽ phải lôi kéo được nhiều ngư dân khác.",
        "Đường sắt đã hoàn thành sứ mệnh của nó.",
        f"{MINISTER} cảnh báo Canada không có quyền làm vậy ở vùng sông này.",
        "Bộ trưởng Trần Văn Khải, phải, và Thủ tướng Đan Mạch trong lễ đón sáng nay.",
        "Ông Khải là chỉ huy lực lượng hậu cần của hải quân nước này.",
        "Các ngư dân được khen về sự chuyên cần trong công việc của mình.",
    ],
)
def test_not_urged(text: str) -> None:
    assert tasks(text) == []
