"""What somebody in office will, will not and wants to do; what only sounds like it."""

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
        # a verb of speech promises, whoever its subject is
        "Hãng đóng tàu bên sông năm ngoái khẳng định sẽ trồng lại rừng ngập mặn.",
        "Bộ Nội vụ Peru đầu tháng trước thông báo sẽ thu hồi giấy phép cũ.",
        # small words after "sẽ"
        "Nhật Bản sẽ vẫn tiếp tục các chuyến tàu cứu trợ.",
        "Phía Lào sẽ luôn đồng hành cùng các tỉnh ven sông.",
        "Chính phủ Peru chắc chắn sẽ thi hành lệnh mới một cách đầy đủ.",
        # what is not to be done
        "Chính phủ Peru sẽ không thanh toán chi phí cho đoàn tàu.",
        "Nhật Bản tuyên bố sẽ không nới lỏng lệnh cấm đánh bắt.",
        # answers for a case
        "Phía Lào sẽ đáp trả thích đáng nếu cửa khẩu bị đóng.",
        # what goes up and down
        "Nhật Bản sẽ tăng nhập khẩu cá hồi của Peru.",
        # parts that are taken on
        "Peru bày tỏ sẵn sàng đóng vai trò tích cực trong việc cứu hộ trên biển.",
        "Ban Bí thư nhất trí với các kiến nghị của đoàn kiểm tra về công tác cán bộ.",
        # decisions and plans that are made known
        "Thanh tra tỉnh vừa công bố quyết định thanh tra các bến phà.",
        "Peru đã thông qua kế hoạch hỗ trợ ngư dân vùng bão.",
        "Nhật Bản hôm qua tuyên bố tái áp đặt các biện pháp hạn chế với tàu cá.",
        # in the passive
        "Phí qua phà vẫn sẽ được thu theo quy định.",
        "Hội đồng quỹ sẽ được bỏ trong năm nay.",
        # threats for a case, preparations, what is left after a comma
        "Peru dọa sẽ ngừng đóng góp nếu quỹ nghề cá không được cải tổ.",
        "Nhật Bản đang chuẩn bị các phương án cứu hộ cho mùa bão.",
        "Chính phủ Peru tiếp thu ý kiến của ngư dân, sẽ bổ sung một khoản vào dự luật.",
        "Phía Lào đã thông báo việc Nhật Bản sẽ hỗ trợ xây bến phà.",
        "Sắp tới sẽ tiến hành kiểm tra toàn bộ các bến phà.",
        # undertakings
        "Dự án sẽ tiếp tục nạo vét các bến phà nhỏ.",
        # what who speaks wants to do himself
        f"{MINISTER} cho biết ông muốn cải thiện quan hệ với các nước ven sông.",
    ],
)
def test_intentions(text: str) -> None:
    assert len(tasks(text)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Peru quyết cải cách luật nghề cá",
        "Peru sắp cắt giảm thuế cho ngư dân",
        "Peru vẫn viện trợ hai triệu USD cho vùng bão",
        "Lào, Peru hủy tập trận chung trên sông",
        "Peru không trả tiền thuê tàu",
        "Peru dọa cắt giảm tiền góp quỹ nghề cá",
    ],
)
def test_short_words_of_headlines(title: str) -> None:
    assert len(tasks("Trời hôm nay nhiều mây.", title=title)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Peru đã viện trợ hai triệu USD cho vùng bão",
        "Peru tăng tốc trên đường đua thuyền",
        "Peru muốn gửi thông điệp tới ngư dân",
        "Peru rút quân là điều bất ngờ",
        "Vì sao Peru viện trợ cho vùng bão?",
    ],
)
def test_headlines_without_a_measure(title: str) -> None:
    assert tasks("Trời hôm nay nhiều mây.", title=title) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hội chợ sẽ chính thức diễn ra vào tháng sau.",
        "Nhật Bản sẽ không vui khi thấy con tàu ấy.",
        "Nhật Bản sẽ hủy diệt hoàn toàn hạm đội ấy nếu cần.",
        "Phía Lào sẽ giảm mạnh trong bảng xếp hạng.",
        "Việc ấy cùng với lời cam kết sẽ mang tới làn gió mới khiến ông nổi tiếng.",
        "Peru chưa công bố quyết định thanh tra các bến phà.",
        "Chính phủ Nhật Bản đang cân nhắc kế hoạch tăng gấp đôi mức thuế.",
        f"{MINISTER} nói ông muốn gửi lời cảm ơn tới các ngư dân.",
        f"{MINISTER} cho rằng Peru muốn mở rộng ảnh hưởng trên biển.",
        "Thủ tướng Lê Văn Tám sẽ trao đổi về tình hình nghề cá.",
        "Dự án này sẽ giúp nhiều làng chài.",
        "Peru sắp tới có mưa lớn.",
        "Theo một nguồn tin, Nhật Bản đang chuẩn bị lập một khu cấm bay.",
        "Peru từng dọa sẽ ngừng đóng góp cho quỹ nghề cá.",
        "Năm 2003, Peru đồng ý từ bỏ đội tàu cũ.",
        "Nhật Bản đe dọa rằng nước này sẽ hủy hợp đồng đóng tàu.",
        "Cuộc gặp giải thích việc Nhật Bản sẽ can dự thế nào vào nghề cá.",
    ],
)
def test_no_intentions(text: str) -> None:
    assert tasks(text) == []
