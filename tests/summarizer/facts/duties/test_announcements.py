"""Measures that are announced, put forward, intended or refused; what only sounds like one."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Theme, extract

MINISTER = "Bộ trưởng Bộ Ngoại giao Trần Văn Khải"
EXPERT = "Chuyên gia Harold Winkleman"


def tasks(*paragraphs: str, title: str = "Tin trong ngày", language: str = "vi") -> list[str]:
    facts = extract(Document.of(title, paragraphs, language=language))
    return [task.text for task in facts.tasks]


@pytest.mark.parametrize(
    "text",
    [
        # in the passive
        "Ba cây cầu cũ trên sông Lam sẽ được Bộ Giao thông vận tải xây lại.",
        "Các bến phà nhỏ sẽ tiếp tục được nâng cấp trong năm tới.",
        "Những xưởng gây ô nhiễm ở ven hồ cũng sẽ bị đóng cửa.",
        # announced, put forward
        "Bộ Ngoại giao Peru tuyên bố trục xuất hai nhà ngoại giao.",
        "Cục Đường sông đã đưa ra một số giải pháp đẩy nhanh việc nạo vét.",
        # agreed, planned
        "Chín nước còn lại đã thống nhất tiến tới xây dựng một quỹ chung cho nghề cá.",
        "Hai bộ trưởng đã đạt đồng thuận về những biện pháp để mở lại đường biên.",
        "Chính phủ Nhật Bản có ý định áp thêm thuế lên cá hồi nuôi.",
        "Phía Lào cuối cùng đã nhất trí mở cửa khẩu mới.",
        f"{MINISTER} cho biết sau khi bàn bạc, vì thế sẽ tập trung cải tạo các bến cảng.",
        "Đề án đặt mục tiêu trồng một triệu cây ven sông.",
        "Tokyo cho biết Nhật Bản sẽ có thêm các biện pháp hỗ trợ ngư dân.",
        "Bộ Thương mại Mỹ nới lệnh cấm, nhưng vẫn sẽ hạn chế hàng rủi ro.",
        # to be refrained from
        f"{MINISTER} cho rằng các bên không có hành động làm phức tạp tình hình.",
        f'"Ngành ta không được chủ quan với mùa lũ", {MINISTER} nói.',
        # mottoes
        f'"Tinh thần là không đổ lỗi, chỉ bàn cách", {MINISTER} nói.',
        # by groups and bodies that no list has
        "Các cơ quan thủy văn vùng cao sẽ đặt thêm trạm đo ở thượng nguồn.",
        f"{MINISTER} khẳng định, Bộ Thủy lợi và Bảo vệ đê sẽ phối hợp với các tỉnh.",
        f"{MINISTER} nói rằng 12 đồng minh trong khối đã đồng ý tăng chi tiêu cho cứu hộ.",
        f'"Chúng tôi mong muốn cộng đồng doanh nghiệp hai nước tiếp tục góp sức", {MINISTER} nói.',
        # talks and promises that go on
        f"{MINISTER} cho biết sẽ tiếp tục tiến hành các cuộc đàm phán về nghề cá.",
        f"{MINISTER} nhắc tới việc này sau khi tuyên bố sẽ nâng mức phạt với tàu cá lậu.",
        "Một số chính sách mới dự kiến được ban hành trong quý này.",
        "TP nên tham khảo cách chống ngập của Huế, ông Lê Văn Tám nói.",
        # needed
        "Việc phân định rõ trách nhiệm của từng sở là cần thiết.",
        "Trung tâm có nhiệm vụ dự báo lũ cho hạ lưu sông Lam.",
        "Kế hoạch của Bộ Thủy lợi gồm việc đắp lại đê ở bốn huyện.",
    ],
)
def test_measures(text: str) -> None:
    assert len(tasks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # events on a calendar
        "Hội nghị lần này sẽ được tổ chức ở Vinh.",
        "UBND tỉnh Nghệ An sẽ tổ chức Hội nghị xúc tiến đầu tư vào tháng sau.",
        f"{MINISTER} sẽ cùng các lãnh đạo ASEAN dự phiên khai mạc.",
        f"{MINISTER} cho biết ông sẽ sớm gặp lại người đồng cấp.",
        f"{MINISTER} trân trọng mời Tổng thống Harold Winkleman sớm sang thăm.",
        "Lào sẽ đảm nhiệm vai trò chủ tịch từ năm sau.",
        # deeds of enmity, threats
        "Tổng thống Harold Winkleman tuyên bố Mỹ sẽ hủy diệt hoàn toàn nước này.",
        f"{MINISTER} nói nước ông cần trả đũa bằng mọi cách.",
        "Peru và Chile đã dọa sẽ chặn chuyến hàng.",
        # guesses
        f"{EXPERT} cho rằng rất có thể Nga sẽ thúc giục Lào mở cửa khẩu.",
        "Điều đó cho thấy Nga sẽ đóng vai trò trung gian.",
        f"{MINISTER} tin tưởng hai bên sẽ tiếp tục trao đổi đoàn.",
        f"{MINISTER} cho biết đây là việc làm rất cần thiết.",
        "Hai bộ trưởng nhất trí quan hệ hai nước đang phát triển tốt.",
        "Đại sứ quán Lào nhiều lần từ chối yêu cầu bình luận về tin này.",
        "Liệu Nga sẽ bắt tay với Lào theo hướng nào?",
        # states
        f"{MINISTER} cho biết Lào tiếp tục coi Việt Nam là láng giềng thân thiết.",
        f"{MINISTER} cho rằng thúc đẩy nghề cá là con đường của tương lai.",
        f"{MINISTER} cho rằng tăng cường tuần tra trên sông có ý nghĩa then chốt.",
        f"{MINISTER} cho biết quyết định dời bến đã được tham khảo từ lâu.",
        # words that ask for nothing here
        f"{MINISTER} trân trọng ghi nhận các ý kiến, đề xuất tâm huyết của người dân.",
        f"{MINISTER} nhắc nhở về tình bạn giữa hai bến cảng.",
        "Cà Mau đã nêu chính sách kêu gọi đầu tư của tỉnh.",
        "Đề xuất điều tra chung của Nga bị Hội đồng bác bỏ.",
        "Năm 1997, hai bên có Hiệp định khuyến khích và bảo hộ đầu tư.",
        # words in which a modal only sounds along
        "Đây là những vấn đề cần giải quyết từ lâu.",
        "Việc làm này gây nên nhiều tranh cãi ở các tỉnh.",
        "Dân số trẻ, cần cù và ham học.",
        "Đáng lẽ họ phải mở cửa khẩu từ hôm qua.",
        "Lũ lên nhanh khiến nhiều nước chỉ cần nhìn vào mà lo.",
        # nouns
        "Hợp tác kinh tế giữa hai tỉnh đạt kết quả tốt.",
        "Xem thêm: Thủ tướng yêu cầu rà soát các bến phà",
    ],
)
def test_what_is_no_measure(text: str) -> None:
    assert tasks(text) == []


def test_a_headline_in_the_imperative_says_what_is_to_be_done() -> None:
    assert tasks("Trời mưa.", title="Tăng cường phòng lũ ở hạ lưu") == [
        "Tăng cường phòng lũ ở hạ lưu"
    ]
    assert tasks("Trời mưa.", title="Đưa tàu ra khơi: chuyện của một làng chài") == []


def test_an_imperative_in_a_quotation_that_is_announced() -> None:
    assert tasks(f'{MINISTER} nhắc lại phương châm: "Kiên quyết không lấp hồ để làm đường".')


def test_a_resolve_goes_on_from_the_sentence_before() -> None:
    found = tasks("Hai bên nhất trí tăng cường tuần tra. Quyết tâm giữ yên vùng biển chung.")
    assert len(found) == 2


def test_what_is_done_to_a_group_is_not_asked_of_it() -> None:
    text = "Cán bộ ngoại giao phải được rèn luyện toàn diện"
    facts = extract(Document.of("Tin trong ngày", [f"{text}."], language="vi"))
    assert [(task.text, task.assignee) for task in facts.tasks] == [(text, "")]


def test_who_is_to_do_it_may_give_the_theme() -> None:
    text = f"{MINISTER} yêu cầu cán bộ đối ngoại bám sát tình hình mới."
    [task] = extract(Document.of("Tin trong ngày", [text], language="vi")).tasks
    assert (task.assignee, task.theme) == ("cán bộ đối ngoại", Theme.SECTOR_BUILDING)


def test_a_list_goes_on_after_its_points() -> None:
    found = tasks(
        f"{MINISTER} yêu cầu tập trung nạo vét sông. Hai là tập trung xử lý bãi rác. "
        "Ba là, việc tham gia của người dân cũng đã giúp các xã rất nhiều."
    )
    assert len(found) == 2


def test_a_document_keeps_its_number() -> None:
    assert tasks("Chỉ thị 25 về phòng lũ cần được thực hiện có hiệu quả.") == [
        "Chỉ thị 25 về phòng lũ cần được thực hiện có hiệu quả"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The two bridges will be rebuilt by the Ministry of Transport.",
        "Foreign Minister Tran Van Khai said Laos is determined to expand its ports.",
        "All parties concerned should exercise restraint at sea.",
    ],
)
def test_english_measures(text: str) -> None:
    assert len(tasks(text, language="en")) == 1


def test_english_threats_are_none() -> None:
    assert tasks("President Harold Winkleman said Ruritania will attack.", language="en") == []
