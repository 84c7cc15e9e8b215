"""Names of events that go on over words which end names elsewhere, and the best of wordings."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import extract


def names(*paragraphs: str, title: str = "Tin trong ngày") -> list[str]:
    document = Document.of(title, paragraphs, language="vi")
    return [conference.name for conference in extract(document).conferences]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ông nêu điều đó trước cuộc gặp thượng đỉnh với Tổng thống Pháp Jean Morel ở Oslo.",
            "cuộc gặp thượng đỉnh với Tổng thống Pháp Jean Morel",
        ),
        (
            "Bà chuẩn bị cho cuộc gặp thượng đỉnh mang tính lịch sử với Thủ tướng Lào vào tháng 9.",
            "cuộc gặp thượng đỉnh mang tính lịch sử với Thủ tướng Lào",
        ),
        (
            "Ông công bố địa điểm của cuộc gặp thượng đỉnh giữa ông với Tổng thống Pháp Jean Morel.",
            "cuộc gặp thượng đỉnh giữa ông với Tổng thống Pháp Jean Morel",
        ),
        (
            "Bà trình bày kế hoạch tại hội nghị thượng đỉnh với các lãnh đạo EU vào tuần sau.",
            "hội nghị thượng đỉnh với các lãnh đạo EU",
        ),
        (
            "Ông đứng về phía bà sau hội nghị thượng đỉnh lịch sử của bà với lãnh đạo Lào hôm qua.",
            "hội nghị thượng đỉnh lịch sử của bà với lãnh đạo Lào",
        ),
        (
            "Cuộc họp nằm trong khuôn khổ hội nghị thường niên ADB lần thứ 51.",
            "hội nghị thường niên ADB lần thứ 51",
        ),
        (
            "Phát biểu tại phiên họp gần đây của Hội đồng Bảo an, ông kêu gọi kiềm chế.",
            "phiên họp gần đây của Hội đồng Bảo an",
        ),
        (
            "Hai bên bàn về hội nghị thượng đỉnh sắp tới giữa Pháp và Lào.",
            "hội nghị thượng đỉnh sắp tới giữa Pháp và Lào",
        ),
        (
            "Sở tổ chức hội thảo mang tên “Nghề cá và khí hậu” sáng nay.",
            "hội thảo mang tên “Nghề cá và khí hậu”",
        ),
        (
            "Ông dự phiên họp với chủ đề bảo vệ nguồn nước sáng nay.",
            "phiên họp với chủ đề bảo vệ nguồn nước",
        ),
        (
            "Bộ trưởng trả lời tại phiên họp Chính phủ thường kỳ tháng 8 sáng nay.",
            "phiên họp Chính phủ thường kỳ tháng 8",
        ),
        (
            "Việc này được bàn tại cuộc họp với các bộ về quy chế đấu thầu sáng nay.",
            "cuộc họp với các bộ về quy chế đấu thầu",
        ),
        (
            "Anh phát biểu tại ĐH Đoàn tỉnh Sông Lam khóa VII sáng nay.",
            "ĐH Đoàn tỉnh Sông Lam khóa VII",
        ),
        (
            "Sáng 24/4, kỳ họp thứ 8 (kỳ họp bất thường) HĐND TP HCM khóa IX đã khai mạc.",
            "kỳ họp thứ 8 (kỳ họp bất thường) HĐND TP HCM khóa IX",
        ),
        (
            "Ông đến diễn đàn Vì Đồng bằng sông Cửu Long (ĐBSCL) thịnh vượng hôm nay.",
            "diễn đàn Vì Đồng bằng sông Cửu Long (ĐBSCL) thịnh vượng",
        ),
        (
            "Ông dự Hội nghị sơ kết 5 năm Việt Nam tham gia gìn giữ hòa bình hôm nay.",
            "Hội nghị sơ kết 5 năm Việt Nam tham gia gìn giữ hòa bình",
        ),
        ("Vấn đề được nêu tại hội nghị APEC cuối năm 2031.", "hội nghị APEC"),
        ("Ông tới Diễn đàn An ninh Munich, Munich, Đức.", "Diễn đàn An ninh Munich"),
        (
            "Thành phố tổ chức hội nghị hiệp thương lần thứ hai sáng nay.",
            "hội nghị hiệp thương lần thứ hai",
        ),
        ("Luật sẽ được thông qua tại kỳ họp thứ 4 vào mùa thu.", "kỳ họp thứ 4"),
        (
            "Kế hoạch được báo cáo trong cuộc họp của Tổ công tác nghề cá chiều nay.",
            "cuộc họp của Tổ công tác nghề cá",
        ),
        (
            "Ông dự cuộc gặp các nhà lãnh đạo ASEAN chiều nay.",
            "cuộc gặp các nhà lãnh đạo ASEAN",
        ),
        (
            "Bà chủ trì cuộc họp về chất lượng nước sạch hôm qua.",
            "cuộc họp về chất lượng nước sạch",
        ),
        (
            "Ông chủ trì cuộc họp sơ kết công việc 6 tháng đầu năm của Ban Chỉ đạo.",
            "cuộc họp sơ kết công việc 6 tháng đầu năm của Ban Chỉ đạo",
        ),
        (
            "Điều này được nêu tại hội nghị kêu gọi đầu tư vào Sông Lam.",
            "hội nghị kêu gọi đầu tư vào Sông Lam",
        ),
        (
            "Nghị quyết sẽ được đưa ra trước đại hội quốc gia của đảng này vào ngày 7-12.",
            "đại hội quốc gia của đảng này",
        ),
    ],
)
def test_names_go_on(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ông mong có hội nghị thượng đỉnh với sự tham gia của nhiều bên.",
        "Ông dự cuộc họp với các cố vấn sáng nay.",
        "Phát biểu tại hội nghị tuần trước của Tổng thống đã gây tranh cãi.",
        "Hội nghị Nhân dân tối cao là cơ quan lập pháp.",
        "Sinh viên ĐH Bách khoa đã tốt nghiệp.",
        "Ông dự cuộc gặp các nhà lãnh đạo Việt Nam chiều nay.",
        "Đó là cuộc họp của ông với báo giới.",
        "Họ cần thêm một cuộc họp về chất lượng nước sạch.",
    ],
)
def test_what_follows_names_nothing(text: str) -> None:
    assert names(text) == []


def test_a_summit_of_one_named_side_is_that_of_both() -> None:
    assert names(
        "Tổng thống Pháp Jean Morel sẽ dự thượng đỉnh Pháp - Lào ở Oslo.",
        "Ông Morel nói nhiều về hội nghị thượng đỉnh với Lào.",
    ) == ["thượng đỉnh Pháp - Lào"]


def test_both_states_name_a_summit_better_than_the_leaders() -> None:
    found = names(
        "Chủ nhà lo liệu cho hội nghị thượng đỉnh Morel - Vongsa.",
        "Cuộc họp thượng đỉnh giữa Tổng thống Pháp Jean Morel và lãnh đạo Lào Kham Vongsa sẽ "
        "diễn ra ngày 12/6.",
    )
    assert found == [
        "Cuộc họp thượng đỉnh giữa Tổng thống Pháp Jean Morel và lãnh đạo Lào Kham Vongsa"
    ]


def test_months_keep_regular_sessions_apart() -> None:
    found = names(
        "Báo cáo được trình tại phiên họp Chính phủ thường kỳ tháng 8.",
        "Thủ tướng đã giao việc này tại phiên họp Chính phủ thường kỳ tháng 7.",
    )
    assert sorted(found) == [
        "phiên họp Chính phủ thường kỳ tháng 7",
        "phiên họp Chính phủ thường kỳ tháng 8",
    ]


def test_an_assembly_that_passes_something_is_a_body() -> None:
    assert names("Đại hội đồng Liên Hợp Quốc đã thông qua nghị quyết hôm 1/11.") == []
    assert names("Ông phát biểu trước Đại hội đồng Liên Hợp Quốc hôm 1/11.") == [
        "Đại hội đồng Liên Hợp Quốc"
    ]


def test_the_wording_with_the_edition_is_the_name() -> None:
    assert names(
        "Bộ trưởng bay tới Oslo hôm nay.",
        "Hội nghị thượng đỉnh an ninh Biển Bắc, hay còn gọi là Đối thoại Nordkapp lần thứ 16, "
        "quy tụ 50 nước.",
        "Ông sẽ phát biểu tại Đối thoại Nordkapp lần thứ 16.",
    ) == ["Đối thoại Nordkapp lần thứ 16"]


def test_sorts_of_a_meeting_are_no_other_meeting() -> None:
    assert names(
        "Đối thoại an ninh thường niên Nordkapp lần thứ 16 diễn ra ở Oslo.",
        "Bà tới dự Đối thoại an ninh Nordkapp.",
    ) == ["Đối thoại an ninh thường niên Nordkapp lần thứ 16"]


def test_the_proper_name_inside_is_no_second_event() -> None:
    assert names(
        "Tin này đến trước thềm diễn đàn an ninh châu Á - Thái Bình Dương Đối thoại Nordkapp lần "
        "thứ 15."
    ) == ["diễn đàn an ninh châu Á - Thái Bình Dương Đối thoại Nordkapp lần thứ 15"]


def test_the_subject_and_the_title_are_one_event() -> None:
    assert names(
        "Ông khai mạc hội thảo về phục hồi rừng ngập mặn ở Oslo.",
        "Bà đồng chủ trì hội thảo mang tên “Ven biển: Phục hồi rừng ngập mặn vì cộng đồng”.",
    ) == ["hội thảo mang tên “Ven biển: Phục hồi rừng ngập mặn vì cộng đồng”"]


def test_a_title_that_sums_up_two_events_names_no_third() -> None:
    assert names(
        "Hội nghị Hợp tác Mekong - Lan Thương lần thứ 9 diễn ra tại Oslo.",
        "Hội nghị thượng đỉnh Tiểu vùng Mekong mở rộng lần thứ 8 diễn ra tại Huế.",
        title="Việt Nam sắp dự hội nghị ven sông Mekong",
    ) == [
        "Hội nghị Hợp tác Mekong - Lan Thương lần thứ 9",
        "Hội nghị thượng đỉnh Tiểu vùng Mekong mở rộng lần thứ 8",
    ]


def test_a_week_of_meetings_is_none_of_them() -> None:
    assert sorted(
        names(
            "Ông dự hội nghị cấp cao Diễn đàn Hợp tác Kinh tế châu Á - Thái Bình Dương (APEC).",
            "Bão vào đúng Tuần lễ cấp cao APEC từ ngày 6 đến 11-11.",
        )
    ) == [
        "Tuần lễ cấp cao APEC",
        "hội nghị cấp cao Diễn đàn Hợp tác Kinh tế châu Á - Thái Bình Dương",
    ]


def test_a_meeting_within_a_named_one() -> None:
    assert names(
        "Hội nghị bàn tròn các nhà lãnh đạo trong khuôn khổ Diễn đàn hợp tác Biển Xanh lần thứ hai "
        "đã được tổ chức."
    ) == ["Hội nghị bàn tròn các nhà lãnh đạo", "Diễn đàn hợp tác Biển Xanh lần thứ hai"]
    assert names("Ông gặp bà bên lề các phiên họp trong khuôn khổ Diễn đàn Biển Xanh.") == [
        "Diễn đàn Biển Xanh"
    ]


def test_what_a_committee_is_for_is_in_its_name() -> None:
    assert names(
        "Ông kết luận tại phiên họp thứ năm Ban Chỉ đạo xử lý các tồn tại, yếu kém của một số dự "
        "án chậm tiến độ."
    ) == ["phiên họp thứ năm Ban Chỉ đạo xử lý các tồn tại, yếu kém của một số dự án chậm tiến độ"]


def test_a_town_that_is_a_state_tells_where() -> None:
    assert names("Phát biểu tại hội nghị an ninh tại Singapore, ông kêu gọi kiềm chế.") == [
        "hội nghị an ninh tại Singapore"
    ]
