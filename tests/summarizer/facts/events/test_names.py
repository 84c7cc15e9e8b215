"""Where names of events end, what names none, and which wordings are one event."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Facts, Status, extract
from summarizer.facts.events.wordings import same_event, wording_of
from summarizer.text.dates import Basis


def read(*paragraphs: str, title: str = "Tin trong ngày", lead: str = "") -> Facts:
    return extract(Document.of(title, paragraphs, lead=lead, language="vi"))


def names(*paragraphs: str, **parts: str) -> list[str]:
    return [conference.name for conference in read(*paragraphs, **parts).conferences]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ông dự Hội nghị thượng đỉnh Đối tác vì tăng trưởng bền vững và các mục tiêu chung.",
            "Hội nghị thượng đỉnh Đối tác vì tăng trưởng bền vững và các mục tiêu chung",
        ),
        (
            "Hai bên gặp nhau tại Hội nghị đối thoại dân tộc Liban ở Geneva.",
            "Hội nghị đối thoại dân tộc Liban",
        ),
        (
            "Ông nói khi dự Hội nghị đặc biệt Bộ trưởng Ngoại giao ASEAN – Nhật Bản tại Osaka.",
            "Hội nghị đặc biệt Bộ trưởng Ngoại giao ASEAN – Nhật Bản",
        ),
        (
            "Phát biểu tại Đối thoại chiến lược Việt Nam – Anh lần thứ 3 hôm nay, bà tỏ ra vui.",
            "Đối thoại chiến lược Việt Nam – Anh lần thứ 3",
        ),
        ("Ông dự Đối thoại Shangri - la cuối tuần này.", "Đối thoại Shangri - la"),
        (
            "Ông dự Hội nghị Cấp cao ASEAN - Nhật Bản và Lễ kỷ niệm ngày thành lập.",
            "Hội nghị Cấp cao ASEAN - Nhật Bản",
        ),
        (
            "Nước này kêu gọi hội nghị thượng đỉnh Nga - Nhật nên được nối lại.",
            "hội nghị thượng đỉnh Nga - Nhật",
        ),
        (
            "Bà tới dự hội nghị về vai trò của ngư dân trong kinh tế biển tổ chức ở Osaka.",
            "hội nghị về vai trò của ngư dân trong kinh tế biển",
        ),
        (
            "Ông dự Hội nghị cấp cao Hợp tác khu vực Lào, Campuchia, Việt Nam lần thứ 4 hôm qua.",
            "Hội nghị cấp cao Hợp tác khu vực Lào, Campuchia, Việt Nam lần thứ 4",
        ),
        (
            "Ông phát biểu tại Hội nghị Thúc đẩy chế biến, bảo quản và tiêu thụ nông sản.",
            "Hội nghị Thúc đẩy chế biến, bảo quản và tiêu thụ nông sản",
        ),
        (
            "Hội nghị thường niên Quỹ Tiền tệ Quốc tế (IMF) - Ngân hàng Thế giới (WB) khai mạc.",
            "Hội nghị thường niên Quỹ Tiền tệ Quốc tế (IMF) - Ngân hàng Thế giới",
        ),
        (
            "Sau hội nghị thượng đỉnh lần hai giữa Tổng thống Hồ Mây và lãnh đạo Nga Petrov Sokol.",
            "hội nghị thượng đỉnh lần hai giữa Tổng thống Hồ Mây và lãnh đạo Nga Petrov Sokol",
        ),
        (
            "Đại biểu thảo luận tại Hội nghị Khắc phục bom mìn sau chiến tranh ở Huế.",
            "Hội nghị Khắc phục bom mìn sau chiến tranh",
        ),
        ("Ông nói ở Diễn đàn Vì Đồng bằng sông Hồng thịnh vượng.", "Diễn đàn Vì Đồng bằng sông Hồng thịnh vượng"),
    ],
)  # fmt: skip
def test_names_are_cut_at_the_right_word(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Hai nước phối hợp tại các hội nghị của ASEAN và các diễn đàn đa phương.",
        "Các bên tham vấn Bộ Quy tắc ứng xử trong năm tới.",
        "Tiến trình đối thoại Nga - Nhật còn bế tắc.",
        "Lễ đón diễn ra tại Cung hội nghị quốc tế Sao Mai.",
        "Đại hội lấy khẩu hiệu hành động là đoàn kết.",
        "Ông nhắc tới hội nghị của ASEAN.",
    ],
)
def test_meetings_in_general_and_buildings_name_no_event(text: str) -> None:
    assert names(text) == []


def test_the_body_that_meets_is_no_second_event() -> None:
    name = "Hội nghị Cấp cao lần thứ 24 Diễn đàn Hợp tác Biển xanh"
    assert names(f"Thủ tướng dự {name} ở Oslo.") == [name]


def test_what_explains_a_name_is_no_second_event() -> None:
    found = names("Ông dự Đối thoại Sao Mai, diễn đàn an ninh khu vực châu Á, vào cuối tuần.")
    assert found == ["Đối thoại Sao Mai"]


def test_the_next_of_a_list_is_a_second_event() -> None:
    found = names("Hai bên phối hợp tại Hội nghị Phong trào không liên kết, diễn đàn khu vực ARF.")
    assert found == ["Hội nghị Phong trào không liên kết", "diễn đàn khu vực ARF"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hội nghị thượng đỉnh Triều Tiên - Hoa Kỳ", "thượng đỉnh Mỹ - Triều"),
        ("hội nghị Diễn đàn Hợp tác Sông Lam", "Diễn đàn Hợp tác Sông Lam"),
        ("cuộc họp Đại hội đồng LHQ", "Đại hội đồng Liên Hợp Quốc"),
        ("Hội nghị thượng đỉnh G 20", "Hội nghị thượng đỉnh G20"),
    ],
)
def test_one_event_under_two_wordings(one: str, other: str) -> None:
    assert same_event(wording_of(one), wording_of(other))


def test_partners_are_no_other_partners() -> None:
    assert not same_event(wording_of("thượng đỉnh Mỹ - Nga"), wording_of("thượng đỉnh Mỹ - Triều"))


def test_wordings_of_one_article_come_together() -> None:
    found = read(
        "Ông dự Hội nghị thượng đỉnh G20 ở Osaka hôm 28/6.",
        "Bên lề hội nghị G20, ông gặp nhiều người.",
        "Kết quả của hội nghị thượng đỉnh Mỹ - Triều lần thứ hai cũng được nhắc tới.",
        "Cuộc họp thượng đỉnh lần thứ hai diễn ra tại Hà Nội.",
    ).conferences
    assert sorted(c.name for c in found) == [
        "Hội nghị thượng đỉnh G20",
        "hội nghị thượng đỉnh Mỹ - Triều lần thứ hai",
    ]


def test_the_lead_dates_what_is_named_further_down() -> None:
    found = read(
        "Phát biểu tại Hội nghị sơ kết công tác của Bộ Ngoại giao, Bộ trưởng Bộ Ngoại giao Trần "
        "Văn Khải khen ngợi cán bộ.",
        lead="Ngày 5 tháng 7 năm 2019, tại Huế, Bộ Ngoại giao họp sơ kết nửa năm.",
    ).conferences
    assert [(str(c.starts), c.starts.basis, c.place) for c in found] == [
        ("2019-07-05", Basis.INFERRED, "Huế")
    ]


def test_a_lead_with_two_days_dates_nothing() -> None:
    found = read(
        "Phát biểu tại Hội nghị sơ kết công tác của Bộ Ngoại giao, Bộ trưởng Bộ Ngoại giao Trần "
        "Văn Khải khen ngợi cán bộ.",
        lead="Sau cuộc họp ngày 5/7, Bộ Ngoại giao họp lần nữa ngày 9/8.",
    ).conferences
    assert [str(c.starts) for c in found] == [""]


def test_on_the_eve_of_an_event_it_is_planned() -> None:
    [found] = read("Ông trả lời báo chí trước thềm Hội nghị Biển xanh lần thứ 3.").conferences
    assert found.status is Status.PLANNED


def test_a_summit_is_no_meeting_of_ministers() -> None:
    found = names(
        "Ông dự hội nghị cấp cao APEC hôm qua.",
        "Trước đó là Hội nghị Bộ trưởng Ngoại giao APEC.",
    )
    assert sorted(found) == ["Hội nghị Bộ trưởng Ngoại giao APEC", "hội nghị cấp cao APEC"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Tại Đại hội của Hội Lương thực TP. Sông Lam nhiệm kỳ 2018-2023, bà nêu nhiều vấn đề.",
            "Đại hội của Hội Lương thực TP. Sông Lam nhiệm kỳ 2018-2023",
        ),
        (
            "Ông nhắc lại tinh thần của Hội nghị lần thứ 11 liên quan việc chuẩn bị nhân sự.",
            "Hội nghị lần thứ 11",
        ),
    ],
)
def test_towns_after_their_short_form_and_what_a_meeting_concerns(text, name):
    assert names(text) == [name]


def test_a_forum_that_publishes_is_a_body():
    text = "Theo khảo sát do Diễn đàn Kinh tế thế giới (WEF) công bố, Việt Nam đứng thứ ba."
    assert names(text) == []
    absent = "Ông vắng mặt do Diễn đàn Biển xanh lần thứ 3 trùng với lịch làm việc."
    assert names(absent) == ["Diễn đàn Biển xanh lần thứ 3"]


def test_leaders_who_meet_are_at_the_summit_of_their_states():
    summit = "Sau hội nghị thượng đỉnh Pháp - Lào, hai bên im lặng."
    told = "Cuộc họp lịch sử giữa Tổng thống Pháp Jean Morel và lãnh đạo Lào Khamphan đã xong."
    assert names(summit, told) == ["hội nghị thượng đỉnh Pháp - Lào"]
    working = "Cuộc họp giữa Pháp và Lào ngày 3/5/2018 nhằm chuẩn bị hội nghị."
    assert len(names(summit, working)) == 2


def test_what_follows_a_conference_is_no_part_of_its_name():
    text = "Các đại biểu dự Hội nghị Bộ trưởng Tài chính APEC đi thăm phố cổ Hội An."
    assert names(text) == ["Hội nghị Bộ trưởng Tài chính APEC"]
