"""Visits: who visits which country, when, on whose invitation, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts import (
    Conference,
    Coverage,
    EventKind,
    Facts,
    Status,
    VisitSort,
    extract,
)
from summarizer.facts.visits.destinations import destination_key, destination_name
from summarizer.facts.words.lexicon import table_of
from summarizer.text.dates import Basis, PartialDate

MAY = PartialDate(2024, 5, 20, Basis.STATED)


def read(
    *paragraphs: str,
    title: str = "",
    language: str = "vi",
    published: PartialDate = MAY,
) -> Facts:
    title = title or ("Tin trong ngày" if language == "vi" else "News of the day")
    document = Document.of(title, paragraphs, lead="", language=language)
    return extract(replace(document, published=published))


def visits(facts: Facts) -> list[Conference]:
    return [found for found in facts.conferences if found.kind is EventKind.VISIT]


def only(facts: Facts) -> Conference:
    found = visits(facts)
    assert len(found) == 1, [visit.name for visit in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Thủ tướng Lê Văn Mẫn và Phu nhân thăm chính thức Vương quốc Bỉ từ ngày 12 đến 14/6.",
            "Chuyến thăm chính thức Bỉ của Thủ tướng Lê Văn Mẫn",
        ),
        (
            "Chuyến thăm cấp Nhà nước tới Việt Nam của Tổng thống Nga Ivan Orlov bắt đầu hôm nay.",
            "Chuyến thăm cấp Nhà nước tới Việt Nam của Tổng thống Nga Ivan Orlov",
        ),
        (
            "Hôm nay, Bộ trưởng Ngoại giao Đặng Văn Tú bắt đầu chuyến thăm làm việc tại Lào.",
            "Chuyến thăm làm việc tại Lào của Bộ trưởng Ngoại giao Đặng Văn Tú",
        ),
        (
            "Chủ tịch nước Trần Hữu Lộc đang thăm hữu nghị chính thức Cuba.",
            "Chuyến thăm hữu nghị chính thức Cuba của Chủ tịch nước Trần Hữu Lộc",
        ),
        (
            "Đoàn đại biểu Quốc hội do Chủ tịch Quốc hội Trần Thị Lam dẫn đầu sẽ thăm Lào.",
            "Chuyến thăm Lào của Chủ tịch Quốc hội Trần Thị Lam",
        ),
        (
            "Bộ trưởng Ngoại giao Đặng Văn Tú có chuyến công tác tại Liên hợp quốc từ ngày 3/6.",
            "Chuyến thăm Liên hợp quốc của Bộ trưởng Ngoại giao Đặng Văn Tú",
        ),
        (
            "Tổng thống Mỹ Adam Kent và Đệ nhất phu nhân Maria Kent thăm Việt Nam hôm nay.",
            "Chuyến thăm Việt Nam của Tổng thống Mỹ Adam Kent",
        ),
        (
            "Tổng thống Mỹ Adam Kent hoãn kế hoạch thăm Lào của Ngoại trưởng Mỹ John Hill.",
            "Chuyến thăm Lào của Ngoại trưởng Mỹ John Hill",
        ),
        (
            "Bà Anna Ruzova, Chủ tịch Thượng viện Nga, sẽ trao thư của Tổng thống Nga Ivan Orlov cho ông Kim trong chuyến thăm Hàn Quốc.",
            "Chuyến thăm Hàn Quốc của Chủ tịch Thượng viện Nga Anna Ruzova",
        ),
        (
            "Chủ tịch nước Trần Hữu Lộc hội đàm với Tổng thống Nga Ivan Orlov trong chuyến thăm chính thức Việt Nam.",
            "Chuyến thăm chính thức Việt Nam của Tổng thống Nga Ivan Orlov",
        ),
        (
            "Tổng thống Hàn Quốc Kim Min - soo thăm Việt Nam hôm nay.",
            "Chuyến thăm Việt Nam của Tổng thống Hàn Quốc Kim Min-soo",
        ),
        (
            "Tổng thống Nga Ivan Orlov đến Hà Nội, bắt đầu chuyến thăm cấp Nhà nước.",
            "Chuyến thăm cấp Nhà nước tới Việt Nam của Tổng thống Nga Ivan Orlov",
        ),
    ],
)
def test_names_in_vietnamese(text: str, name: str) -> None:
    assert only(read(text)).name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Prime Minister Le Van Man's official visit to Japan from 20 to 22 May went well. PM Man met students.",
            "Official visit to Japan by Prime Minister Le Van Man",
        ),
        (
            "President Tran Huu Loc is on a three-day state visit to Laos.",
            "State visit to Laos by President Tran Huu Loc",
        ),
        (
            "The official visit to Vietnam by US Secretary of State Adam Kent begins on May 22.",
            "Official visit to Vietnam by US Secretary of State Adam Kent",
        ),
        (
            "During his working visit to Thailand, Prime Minister Le Van Man met the King.",
            "Working visit to Thailand by Prime Minister Le Van Man",
        ),
        (
            "President Tran Huu Loc is on a state visit to the United States.",
            "State visit to the United States by President Tran Huu Loc",
        ),
        (
            "Foreign Minister Dang Van Tu will accompany President Tran Huu Loc on a visit to Laos.",
            "Visit to Laos by President Tran Huu Loc",
        ),
        (
            "Foreign Minister Dang Van Tu arrived in Tokyo today for an official visit.",
            "Official visit to Japan by Foreign Minister Dang Van Tu",
        ),
    ],
)
def test_names_in_english(text: str, name: str) -> None:
    assert only(read(text, language="en")).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Lê Văn Mẫn mời Thủ tướng Nhật Bản Kenji Tanabe sang thăm Việt Nam.",
        "Thủ tướng Nhật Bản Kenji Tanabe cảm ơn lời mời thăm chính thức Việt Nam.",
        "Hai nước tăng cường các chuyến thăm cấp cao tới Nhật Bản của Thủ tướng Lê Văn Mẫn.",
        "Thủ tướng Lê Văn Mẫn thăm trường học, thăm Đại sứ quán Việt Nam, thăm chợ ở Nhật Bản.",
        "Thủ tướng Lê Văn Mẫn thăm thương binh và thăm chùa tại Huế.",
        "Thủ tướng Lê Văn Mẫn thăm và làm việc tại Hải Phòng.",
        "Tàu khu trục Nhật Bản thăm hữu nghị Việt Nam, Đại tá Kenji Tanabe cho biết.",
        "Chủ tịch nước Trần Hữu Lộc thăm Việt Nam Airlines.",
        "Thủ tướng Lê Văn Mẫn chuyển lời thăm hỏi tới Nhật Bản.",
        "Chưa rõ liệu Tổng thống Nga Ivan Orlov sẽ thăm Việt Nam hay không.",
        "Cựu Tổng thống Mỹ Adam Kent thăm Việt Nam hôm nay.",
        "Ông Lê Văn Mẫn thăm Nhật Bản hôm nay.",
        "Đệ nhất phu nhân Maria Kent thăm Việt Nam hôm nay.",
        "Đại sứ Nhật Bản Kenji Tanabe thăm Đà Nẵng hôm nay.",
        "Tổng Lãnh sự Nhật Bản Kenji Tanabe thăm Việt Nam hôm nay.",
        "Ông Bae, thư ký của Thủ tướng Lê Văn Mẫn, đã thăm Nhật Bản từ ngày 12 đến 14/5.",
    ],
)
def test_what_is_no_visit(text: str) -> None:
    assert visits(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Le Van Man invited Japanese Prime Minister Kenji Tanabe to visit Vietnam.",
        "Prime Minister Le Van Man visited a school in Japan and Vietnamese soldiers.",
        "The two countries exchange visits to Japan, Prime Minister Le Van Man said.",
        "President Tran Huu Loc welcomed tourists who visited Japan.",
        "President Tran Huu Loc may visit Japan today.",
        "Japanese Ambassador Kenji Tanabe visited Da Nang today.",
    ],
)
def test_what_is_no_visit_in_english(text: str) -> None:
    assert visits(read(text, language="en")) == []


def test_days_year_host_and_status() -> None:
    visit = only(
        read(
            "Theo lời mời của Thủ tướng Lê Văn Mẫn, Thủ tướng Nhật Bản Kenji Tanabe sẽ thăm "
            "chính thức Việt Nam từ ngày 2 đến 4/6."
        )
    )
    assert (str(visit.starts), str(visit.ends)) == ("2024-06-02", "2024-06-04")
    assert visit.starts.basis is Basis.INFERRED
    assert visit.host == "Thủ tướng Lê Văn Mẫn"
    assert (visit.status, visit.coverage) == (Status.PLANNED, Coverage.REPORTED)
    assert visit.place == "Việt Nam"
    assert visit.visit is not None
    assert (visit.visit.visitor, visit.visit.office, visit.visit.sort) == (
        "Kenji Tanabe",
        "Thủ tướng Nhật Bản",
        VisitSort.OFFICIAL,
    )


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("Ngày 18/5, Thủ tướng Lê Văn Mẫn thăm chính thức Lào.", "2024-05-18", ""),
        ("Thủ tướng Lê Văn Mẫn sáng nay đến Vientiane, bắt đầu chuyến thăm chính thức Lào.", "2024-05-20", ""),
        ("Thủ tướng Lê Văn Mẫn đang có chuyến thăm chính thức Lào kéo dài đến ngày 22/5.", "", "2024-05-22"),
        (
            "Theo lời mời của Tổng thống Nga Ivan Orlov, ngày 22/5 Chủ tịch nước Trần Hữu Lộc lên đường thăm Nga.",
            "2024-05-22",
            "",
        ),
        (
            "Chủ tịch Trung Quốc Lý Văn Hoa và Tổng thống Mỹ Adam Kent thăm Việt Nam từ ngày 22 đến 24/5.",
            "2024-05-22",
            "2024-05-24",
        ),
        (
            "Hai bên nói về kết quả chuyến thăm Lào tháng 8-2017 của Thủ tướng Lê Văn Mẫn.",
            "2017-08",
            "",
        ),
        ("Thủ tướng Lê Văn Mẫn thăm Lào và Thái Lan từ ngày 18 đến 22/5.", "2024-05", ""),
        (
            "Trong chuyến thăm chính thức Lào, Thủ tướng Lê Văn Mẫn sẽ dự hội nghị từ ngày 24 đến 25/5.",
            "",
            "",
        ),
        ("Chiều 19/5, trong khuôn khổ chuyến thăm chính thức Lào, Thủ tướng Lê Văn Mẫn gặp bà con.", "", ""),
    ],
)  # fmt: skip
def test_dates(text: str, starts: str, ends: str) -> None:
    for visit in (found := visits(read(text))):
        assert (str(visit.starts), str(visit.ends)) == (starts, ends)
    assert found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bộ trưởng Đặng Văn Tú sẽ tháp tùng Chủ tịch nước Trần Hữu Lộc thăm Lào.", Status.PLANNED),
        ("Bộ trưởng Đặng Văn Tú sẽ cùng Chủ tịch nước Trần Hữu Lộc thăm Lào.", Status.PLANNED),
        (
            "Bộ trưởng Đặng Văn Tú đang tháp tùng Chủ tịch nước Trần Hữu Lộc thăm Lào.",
            Status.HELD,
        ),
        (
            "Dự kiến Bộ trưởng Đặng Văn Tú tháp tùng Chủ tịch nước Trần Hữu Lộc thăm Lào.",
            Status.PLANNED,
        ),
        (
            "Nga tin tưởng chuyến thăm Lào của Chủ tịch nước Trần Hữu Lộc sẽ thành công.",
            Status.PLANNED,
        ),
        (
            "Nga tin tưởng chuyến thăm Lào lần này của Chủ tịch nước Trần Hữu Lộc sẽ thành công.",
            Status.HELD,
        ),
        ("Lào coi trọng chuyến thăm sắp tới của Chủ tịch nước Trần Hữu Lộc.", Status.PLANNED),
        ("Mỹ chuẩn bị ngay trước chuyến thăm Lào của Chủ tịch nước Trần Hữu Lộc.", Status.PLANNED),
        ("Chủ tịch nước Trần Hữu Lộc công du Lào tuần tới.", Status.PLANNED),
        (
            "Ông Bae dự kiến gặp báo chí về kết quả chuyến thăm Lào của Chủ tịch nước Trần Hữu Lộc.",
            Status.HELD,
        ),
        (
            "Trong chuyến thăm và làm việc tại Lào, Chủ tịch nước Trần Hữu Lộc gặp bà con.",
            Status.HELD,
        ),
        ("Theo kế hoạch, Chủ tịch nước Trần Hữu Lộc thăm Lào.", Status.PLANNED),
    ],
)
def test_what_beside_the_visitor_tells_whether_he_has_gone(text: str, status: Status) -> None:
    visit = only(read(text))
    assert visit.visit is not None
    assert (visit.visit.visitor, visit.status) == ("Trần Hữu Lộc", status)


def test_to_accompany_somebody_is_planned_in_english() -> None:
    text = "Foreign Minister Dang Van Tu will accompany President Tran Huu Loc on a visit to Laos."
    assert only(read(text, language="en")).status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chủ tịch nước Trần Hữu Lộc thăm thành phố Thượng Hải, Trung Quốc hôm nay.", "Trung Quốc"),
        ("Chủ tịch nước Trần Hữu Lộc thăm thành phố Thượng Hải hôm nay.", "Trung Quốc"),
        ("Tổng thống Nga Ivan Orlov thăm Đà Nẵng hôm nay.", "Việt Nam"),
        ("Tổng thống Nga Ivan Orlov thăm tỉnh Bắc Ninh hôm nay.", "Việt Nam"),
        ("Tổng thống Nga Ivan Orlov ra Hà Nội thăm cấp Nhà nước.", "Việt Nam"),
        ("Thủ tướng Lê Văn Mẫn đến Tokyo để dự hội nghị và thăm Nhật Bản hôm nay.", "Nhật Bản"),
    ],
)
def test_a_town_stands_for_its_country(text: str, place: str) -> None:
    assert only(read(text)).place == place


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch nước Trần Hữu Lộc thăm Đà Nẵng hôm nay.",
        "Tổng giám đốc Adam Kent thăm Đà Nẵng hôm nay.",
        "Tổng thống Nga Ivan Orlov thăm Vladivostok hôm nay.",
    ],
)
def test_who_is_or_may_be_at_home_in_a_town_does_not_visit_its_country(text: str) -> None:
    assert visits(read(text)) == []


def test_a_town_with_its_country_keeps_the_days() -> None:
    text = "Thủ tướng Lê Văn Mẫn thăm Tokyo, Nhật Bản từ ngày 20 đến 22/5."
    assert str(only(read(text)).ends) == "2024-05-22"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Thủ tướng Lê Văn Mẫn sẽ dự Hội nghị Cấp cao Trà sen lần thứ 12, Hội nghị thượng đỉnh Đối tác vì Tăng trưởng sen xanh và các Mục tiêu toàn cầu đến năm 2030 và thăm chính thức Bỉ.",
            ["Bỉ"],
        ),
        (
            "Tổng thống Mỹ Adam Kent sẽ dừng chân trước khi bắt đầu chuyến thăm tới 3 nước châu Á - Nhật Bản, Lào và Việt Nam.",
            ["Nhật Bản", "Lào", "Việt Nam"],
        ),
        ("Chuyến thăm Lào (19 và 20-5) của Thủ tướng Lê Văn Mẫn bắt đầu hôm nay.", ["Lào"]),
    ],
)
def test_visits_far_from_the_visitor(text: str, places: list[str]) -> None:
    found = visits(read(text))
    assert [visit.place for visit in found] == places
    assert all(visit.starts.year in {None, 2024} for visit in found)


@pytest.mark.parametrize(
    ("title", "text", "who"),
    [
        (
            "",
            "Lào hoan nghênh chuyến thăm của Thủ tướng Lê Văn Mẫn diễn ra từ ngày 20 đến 22/5.",
            {"Lê Văn Mẫn"},
        ),
        (
            "Hai nhà lãnh đạo thăm chính thức Lào",
            "Chuyến thăm chính thức của Chủ tịch Trung Quốc Lý Văn Hoa và Tổng thống Mỹ Adam Kent bắt đầu.",
            {"Lý Văn Hoa", "Adam Kent"},
        ),
        (
            "Hai nhà lãnh đạo thăm Lào và Nga",
            "Chuyến thăm của Thủ tướng Lê Văn Mẫn bắt đầu.",
            set(),
        ),
        (
            "Tổng thống Mỹ thăm Lào",
            "Chuyến thăm chính thức của Thủ tướng Nhật Bản Kenji Tanabe bắt đầu hôm nay.",
            set(),
        ),
        (
            "Tổng thống Mỹ Adam Kent thăm Lào",
            "Chuyến thăm chính thức của Tổng thống Mỹ John Hill bắt đầu hôm nay.",
            {"Adam Kent"},
        ),
        ("Mời Thủ tướng thăm Lào", "Chuyến thăm của Thủ tướng Lê Văn Mẫn bắt đầu hôm nay.", set()),
        ("", "Chuyến thăm của Thủ tướng Lê Văn Mẫn bắt đầu hôm nay.", set()),
        ("", "Lào phản đối chuyến thăm của Thủ tướng Lê Văn Mẫn bắt đầu hôm nay.", set()),
    ],
)
def test_a_destination_that_stands_elsewhere(title: str, text: str, who: set[str]) -> None:
    found = visits(read(text, title=title))
    assert {visit.visit.visitor for visit in found if visit.visit} == who
    assert {visit.place for visit in found} <= {"Lào"}


@pytest.mark.parametrize(
    ("answer", "visits_made"),
    [
        ("Thủ tướng Ivan Orlov vui vẻ nhận lời.", 1),
        ("Thủ tướng Ivan Orlov cảm ơn.", 0),
        ("Thủ tướng Lê Văn Mẫn nhận lời phát biểu.", 0),
    ],
)
def test_an_invitation_that_the_next_sentence_has_accepted(answer: str, visits_made: int) -> None:
    text = f"Thủ tướng Lê Văn Mẫn mời Thủ tướng Nga Ivan Orlov thăm chính thức Việt Nam. {answer}"
    found = visits(read(text))
    assert len(found) == visits_made
    assert all(visit.status is Status.PLANNED for visit in found)


def test_several_countries_named_together() -> None:
    text = "Thủ tướng Lê Văn Mẫn sẽ thăm chính thức các nước Áo, Bỉ và Đan Mạch."
    assert [visit.place for visit in visits(read(text))] == ["Áo", "Bỉ", "Đan Mạch"]


def test_an_invitation_that_is_accepted_is_a_planned_visit() -> None:
    text = (
        "Thủ tướng Lê Văn Mẫn mời Thủ tướng Nhật Bản Kenji Tanabe sang thăm Việt Nam "
        "và ông Tanabe đã nhận lời."
    )
    assert only(read(text)).status is Status.PLANNED


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tổng thống Nga Ivan Orlov đã hoãn chuyến thăm Việt Nam dự kiến ngày 25/5.", "vi"),
        ("Russian President Ivan Orlov has postponed his visit to Vietnam on May 25.", "en"),
    ],
)
def test_what_is_put_off_is_planned_without_a_date(text: str, language: str) -> None:
    visit = only(read(text, language=language))
    assert (visit.status, visit.starts.known, visit.ends.known) == (Status.PLANNED, False, False)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Chủ tịch Trung Quốc Lý Văn Hoa và Tổng thống Mỹ Adam Kent thăm Việt Nam hôm nay.",
            {"Lý Văn Hoa", "Adam Kent"},
        ),
        (
            "Thủ tướng Lê Văn Mẫn và Bộ trưởng Ngoại giao Đặng Văn Tú thăm Lào hôm nay.",
            {"Lê Văn Mẫn"},
        ),
        (
            "Sau khi gặp Tổng thống Mỹ Adam Kent, Chủ tịch Trung Quốc Lý Văn Hoa thăm Việt Nam hôm nay.",
            {"Lý Văn Hoa"},
        ),
    ],
)
def test_two_who_are_named_together(text: str, who: set[str]) -> None:
    assert {its.visit.visitor for its in visits(read(text)) if its.visit} == who


def test_an_accepted_invitation_without_who_invites() -> None:
    text = "Thủ tướng Lê Văn Mẫn cảm ơn và vui vẻ nhận lời mời thăm Nga từ Thủ tướng Ivan Orlov."
    visit = only(read(text))
    assert (visit.place, visit.status) == ("Nga", Status.PLANNED)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Tổng thống Mỹ Adam Kent tại Việt Nam", True),
        ("Tổng thống Mỹ Adam Kent nói về Biển Đông", False),
        ("Quan hệ của Mỹ và Việt Nam", False),
    ],
)
def test_what_the_title_is_about_is_no_history(title: str, kept: bool) -> None:
    fill = ["Hai nước hợp tác tốt."] * 5
    text = "Kết quả chuyến thăm Việt Nam của Tổng thống Mỹ Adam Kent là một tuyên bố chung."
    assert bool(visits(read(*fill, text, title=title))) is kept


def test_who_leaves_in_may_makes_a_visit() -> None:
    text = "President Tran Huu Loc left Hanoi on May 19 for a state visit to Cuba."
    assert only(read(text, language="en")).place == "Cuba"


def test_one_visit_under_several_wordings() -> None:
    visit = only(
        read(
            "Thủ tướng Lê Văn Mẫn sẽ thăm Nhật Bản.",
            "Ông Mẫn sẽ có chuyến thăm chính thức Nhật Bản từ ngày 2 đến 4/6.",
            "Chuyến thăm này có ý nghĩa lớn. Chuyến thăm của ông tới Tokyo là lần thứ hai.",
        )
    )
    assert visit.name == "Chuyến thăm chính thức Nhật Bản của Thủ tướng Lê Văn Mẫn"
    assert str(visit.starts) == "2024-06-02"


def test_another_year_is_another_visit_and_only_referred_to() -> None:
    facts = read(
        "Thủ tướng Lê Văn Mẫn bắt đầu chuyến thăm chính thức Nhật Bản từ ngày 20 đến 22/5.",
        "Đây là hoạt động tiếp nối.",
        "Hai bên làm việc.",
        "Năm 2019, Thủ tướng Lê Văn Mẫn thăm Nhật Bản.",
        "Thủ tướng Lê Văn Mẫn thăm Nhật Bản năm 2019.",
    )
    assert [(str(v.starts), v.coverage) for v in visits(facts)] == [
        ("2024-05-20", Coverage.REPORTED),
        ("2019", Coverage.REFERRED),
    ]


def test_what_only_a_month_dates_is_referred_to() -> None:
    text = "Hai bên nói về kết quả chuyến thăm Lào tháng 8-2017 của Thủ tướng Lê Văn Mẫn."
    visit = only(read(text, published=PartialDate()))
    assert visit.coverage is Coverage.REFERRED


def test_history_without_a_date_is_left_out() -> None:
    fill = ["Hai nước hợp tác tốt."] * 5
    text = "Trước đây, Thủ tướng Lê Văn Mẫn thăm Nhật Bản và gặp bạn bè."
    assert visits(read(*fill, text)) == []


def test_visits_stand_behind_meetings_and_date_only_what_no_meeting_dates() -> None:
    visit = "Thủ tướng Lê Văn Mẫn thăm chính thức Nhật Bản từ ngày 20 đến 22/5."
    meeting = "Hội nghị Ngoại giao Trà sen lần thứ 4 diễn ra ngày 18/5 tại Hà Nội."
    assert str(read(visit).event_date) == "2024-05-20"
    both = read(meeting, visit)
    assert [found.kind for found in both.conferences] == [EventKind.MEETING, EventKind.VISIT]
    assert str(both.event_date) == "2024-05-18"
    assert both.meetings == both.conferences[:1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nhật Bản", "Japan"),
        ("Hanoi", "Việt Nam"),
        ("Liên hợp quốc", "United Nations"),
        ("Mỹ", "US"),
    ],
)
def test_a_destination_has_one_key_in_both_languages(one: str, other: str) -> None:
    assert destination_key(one) == destination_key(other)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_destination_is_found_by_what_it_is_called(language: str) -> None:
    table = table_of("visits.toml")
    parts = ("bodies", "capitals", "towns", "english")
    keys = {key for part in parts for key in table[part]}
    assert len(keys) > 50
    names = {key: destination_name(key, language) for key in keys}
    assert {key: destination_key(name) for key, name in names.items()} == {key: key for key in keys}
    assert len(set(names.values())) == len(keys)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Thủ tướng Lê Văn Mẫn",
                "Tổng thống Nga Ivan Orlov",
                "ông",
                "đoàn",
                "thăm",
                "chuyến",
                "chuyến thăm",
                "chuyến công tác",
                "chính thức",
                "cấp Nhà nước",
                "Nhật Bản",
                "Lào",
                "Hà Nội",
                "và",
                ",",
                "của",
                "tới",
                "tại",
                "từ",
                "ngày 20 đến 22/5",
                "ngày 18/5",
                "mời",
                "nhận lời",
                "theo lời mời của",
                "sẽ",
                "hoãn",
                "“",
                "”",
                "sau",
                "trong",
            ]
        ),
        min_size=1,
        max_size=16,
    )
)
def test_whatever_stands_there_a_visit_names_who_and_where(words: list[str]) -> None:
    text = " ".join(words) + "."
    for visit in visits(read(text)):
        assert visit.visit is not None
        assert visit.visit.visitor in visit.name
        assert visit.place in visit.name
        assert visit.visit.visitor in text
        assert visit.place in {"Nhật Bản", "Lào", "Việt Nam"}
        assert visit.visit.office != ""


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Prime Minister Le Van Man", "Russian President Ivan Orlov", "he", "will",
                "visit", "visits", "visited", "a state visit", "his visit", "to", "in", "by", "'s",
                "Japan", "Laos", "Hanoi", "and", ",", "during", "accompany", "invited", "accepted",
                "arrived", "left", "on May 20", "from May 20 to 22", "postponed", "welcomed", "“",
                "”", "ahead of", "(", ")",
            ]
        ),
        min_size=1,
        max_size=16,
    )
)  # fmt: skip
def test_whatever_stands_there_in_english_too(words: list[str]) -> None:
    text = " ".join(words) + "."
    for visit in visits(read(text, language="en")):
        assert visit.visit is not None
        assert visit.visit.visitor in text
        assert visit.visit.visitor in visit.name
        assert visit.place in {"Japan", "Laos", "Viet Nam"}
        assert visit.visit.office != ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tổng thống Nga Ivan Orlov đã hủy chuyến thăm Việt Nam dự kiến ngày 25/5.", "vi"),
        ("Russian President Ivan Orlov has cancelled his visit to Vietnam on May 25.", "en"),
    ],
)
def test_what_is_cancelled_is_no_visit(text: str, language: str) -> None:
    assert visits(read(text, language=language)) == []


def test_what_is_cancelled_and_made_after_all_is_a_visit() -> None:
    visit = only(
        read(
            "Tổng thống Nga Ivan Orlov từng hủy chuyến thăm Lào vào giờ chót.",
            "Hôm nay, Tổng thống Ivan Orlov bắt đầu chuyến thăm chính thức Lào.",
        )
    )
    assert visit.visit is not None
    assert visit.visit.sort is VisitSort.OFFICIAL


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Lao Prime Minister Kham Senga will pay an official visit to Vietnam from May 23.",
            "Official visit to Vietnam by Lao Prime Minister Kham Senga",
        ),
        (
            "Kuwaiti Foreign Minister Ali Hadan begins an official visit to Vietnam today.",
            "Official visit to Vietnam by Kuwaiti Foreign Minister Ali Hadan",
        ),
        (
            "Prime Minister Le Van Man will visit the Lao People's Democratic Republic on May 23.",
            "Visit to the Lao People's Democratic Republic by Prime Minister Le Van Man",
        ),
    ],
)
def test_a_visitor_is_called_by_what_english_calls_his_country(text: str, name: str) -> None:
    assert only(read(text, language="en")).name == name


def test_who_visits_a_town_that_begins_as_a_country_does_is_at_home() -> None:
    text = "Prime Minister Le Van Man will visit Lao Cai province on May 23."
    assert visits(read(text, language="en")) == []
