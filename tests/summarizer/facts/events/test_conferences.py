"""Conferences: names cut at the right word, dates, places, hosts, and what is only referred to."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Conference, Coverage, Facts, Status, extract
from summarizer.text.dates import Basis, PartialDate


def read(
    *paragraphs: str, title: str = "Tin trong ngày", lead: str = "", language: str = "vi"
) -> Facts:
    return extract(Document.of(title, paragraphs, lead=lead, language=language))


def only(facts: Facts) -> Conference:
    assert len(facts.conferences) == 1, [c.name for c in facts.conferences]
    return facts.conferences[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Hội nghị tổng kết công tác năm 2019 và triển khai nhiệm vụ năm 2020 của Ban Dân vận Trung ương diễn ra sáng 9/1 tại Hà Nội.",
            "Hội nghị tổng kết công tác năm 2019 và triển khai nhiệm vụ năm 2020 của Ban Dân vận Trung ương",
        ),
        (
            "Hội nghị sơ kết công tác 6 tháng đầu năm, phương hướng công tác 6 tháng cuối năm 2018 của Bộ Tư pháp, diễn ra ngày 5/7.",
            "Hội nghị sơ kết công tác 6 tháng đầu năm, phương hướng công tác 6 tháng cuối năm 2018 của Bộ Tư pháp",
        ),
        (
            "Ông dự Hội nghị Bộ trưởng Doanh nghiệp nhỏ và vừa APEC lần thứ 9 và thăm một nhà máy.",
            "Hội nghị Bộ trưởng Doanh nghiệp nhỏ và vừa APEC lần thứ 9",
        ),
        ("Diễn đàn Kỹ thuật biển và cử đội thi đấu là hai việc.", "Diễn đàn Kỹ thuật biển"),
        (
            "Các bên gặp nhau tại Hội nghị Thượng đỉnh ASEAN - Nhật Bản lần thứ 5 nhân kỷ niệm ngày thành lập.",
            "Hội nghị Thượng đỉnh ASEAN - Nhật Bản lần thứ 5",
        ),
        (
            'Bài viết đoạt giải tại Hội nghị "Biển xanh và Đất lành" hôm nay.',
            'Hội nghị "Biển xanh và Đất lành"',
        ),
        ("Đại hội XIII và các nghị quyết đã chỉ rõ điều đó.", "Đại hội XIII"),
        ("Hội thảo về Biển Đông và gặp gỡ báo chí kết thúc.", "Hội thảo về Biển Đông"),
        ("Kỳ họp thứ 8 Quốc hội khóa XIV khai mạc.", "Kỳ họp thứ 8 Quốc hội khóa XIV"),
        ("Ông nhắc đến Đối thoại Shangri-La do Singapore tổ chức.", "Đối thoại Shangri-La"),
    ],
)
def test_names_end_at_the_right_word(text: str, name: str) -> None:
    assert [c.name for c in read(text).conferences] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị kết thúc tốt đẹp.",
        "Các hội nghị thượng đỉnh thường kéo dài.",
        "Đối thoại với các nước là cần thiết.",
        "Cuộc họp diễn ra ở Trung tâm Hội nghị Quốc gia.",
        "Hai bên cần đối thoại và hợp tác.",
    ],
)
def test_generic_words_name_no_event(text: str) -> None:
    assert read(text).conferences == ()


def test_planned_with_host_alias_and_year_from_the_title() -> None:
    facts = read(
        "Ngày 9-3, Hội nghị văn thư toàn quốc triển khai thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XI của Đảng (gọi tắt là Hội nghị) do Bộ Nội vụ, Bộ Tư pháp triệu tập, sẽ được tổ chức trực tuyến.",
        "Hội nghị nhằm đánh giá kết quả.",
        title="Hội nghị văn thư 2012: Nhiều việc mới",
    )
    main = only(facts)
    assert (main.status, main.coverage) == (Status.PLANNED, Coverage.REPORTED)
    assert main.host == "Bộ Nội vụ, Bộ Tư pháp"
    # the bare word would be an alias of every conference
    assert main.aliases == ("Hội nghị văn thư 2012",)
    assert (str(main.starts), main.starts.basis) == ("2012-03-09", Basis.INFERRED)


def test_held_with_place_and_year_from_what_it_reviews() -> None:
    facts = read(
        "Bộ trưởng Tư pháp Trần Văn Khải phát biểu tại Hội nghị tổng kết công tác năm 2019 và triển khai nhiệm vụ năm 2020 của Bộ Tư pháp, diễn ra sáng 9/1, tại Hà Nội.",
        "Tại Hội nghị, Bộ trưởng nhấn mạnh nhiều việc.",
    )
    conference = only(facts)
    assert (str(conference.starts), conference.starts.basis) == ("2020-01-09", Basis.INFERRED)
    assert (conference.place, conference.host) == ("Hà Nội", "Bộ Tư pháp")
    assert (conference.status, conference.coverage) == (Status.HELD, Coverage.REPORTED)
    assert facts.event_date == conference.starts
    assert facts.statements[0].conference == 0


def test_a_year_that_nothing_tells_stays_unknown() -> None:
    conference = only(read("Hội nghị Văn thư toàn quốc diễn ra ngày 9/3, tại thủ đô Hà Nội."))
    assert (str(conference.starts), conference.starts.basis) == ("--03-09", Basis.STATED)


def test_a_treaty_gives_no_year() -> None:
    facts = read(
        "Hội nghị Văn thư toàn quốc diễn ra ngày 9/5 tại Hà Nội.",
        "Công ước Luật Biển năm 1982 được nhắc đến nhiều lần.",
    )
    assert facts.conferences[0].starts.year is None


def test_the_publication_date_gives_the_year() -> None:
    document = Document.of(
        "Tin",
        ["Hội nghị Văn thư toàn quốc diễn ra ngày 9/3 tại Hà Nội."],
        language="vi",
        published=PartialDate.parse("2015-03-10"),
    )
    assert str(extract(document).conferences[0].starts) == "2015-03-09"


def test_past_events_are_referred_to() -> None:
    facts = read(
        "Hội nghị tổng kết công tác năm 2021 của Bộ Tư pháp diễn ra ngày 20/12 tại Hà Nội.",
        "Bộ trưởng nhắc lại ý kiến tại Hội nghị Văn thư toàn quốc (tháng 3/2019).",
    )
    reported, referred = facts.conferences
    assert reported.coverage is Coverage.REPORTED
    assert (referred.coverage, str(referred.starts)) == (Coverage.REFERRED, "2019-03")


def test_wordings_of_one_event_are_one_entry() -> None:
    facts = read(
        "Đại hội đại biểu toàn quốc lần thứ XI của Đảng đã chỉ rõ. Đại hội Đảng lần thứ XI khẳng định.",
        "Nghị quyết Đại hội XI của Đảng nêu như vậy, khác với Đại hội X.",
    )
    names = sorted(len(c.aliases) for c in facts.conferences)
    assert names == [0, 2]


def test_chair_and_range_of_days() -> None:
    facts = read(
        "Thủ tướng Trần Hữu Phong chủ trì Hội nghị Cấp cao Sông Hồng lần thứ 2, diễn ra từ ngày 5 đến 7-10-2016 tại Hà Nội."
    )
    conference = only(facts)
    assert conference.chair == "Trần Hữu Phong"
    assert (str(conference.starts), str(conference.ends)) == ("2016-10-05", "2016-10-07")


def test_english_events() -> None:
    facts = read(
        "The 4th River Summit will be held in Hanoi, Vietnam, on October 8, 2024.",
        "It was agreed at the 13th National Party Congress.",
        title="River Summit to open",
        language="en",
    )
    summit, congress = facts.conferences
    assert (summit.name, summit.status, str(summit.starts)) == (
        "4th River Summit",
        Status.PLANNED,
        "2024-10-08",
    )
    assert (congress.name, congress.coverage) == ("13th National Party Congress", Coverage.REFERRED)


def test_a_congress_looked_back_at_is_not_what_the_article_reports() -> None:
    facts = read(
        "Đại hội XI đã nêu rõ đường lối.",
        "Ngày 14/12/2011, tại Hà Nội, khai mạc Hội nghị Văn thư toàn quốc thực hiện Nghị quyết Đại hội XI.",
        "Thứ trưởng phát biểu tại hội nghị.",
        title="Sau Đại hội XI, văn thư đổi mới",
    )
    main, congress = facts.conferences
    assert (main.coverage, str(main.starts)) == (Coverage.REPORTED, "2011-12-14")
    assert (congress.name, congress.coverage) == ("Đại hội XI", Coverage.REFERRED)
    assert not congress.starts.known


def test_the_opening_of_a_congress_is_reported() -> None:
    conference = only(read("Đại hội XI khai mạc ngày 12/1/2011 tại Hà Nội."))
    assert (conference.coverage, str(conference.starts)) == (Coverage.REPORTED, "2011-01-12")


@pytest.mark.parametrize(
    ("text", "name", "date"),
    [
        (
            "Bộ trưởng đề nghị hai bên sớm tổ chức kỳ họp Ủy ban hỗn hợp Việt Nam - Lào và tăng cường kết nối cảng biển.",
            "kỳ họp Ủy ban hỗn hợp Việt Nam - Lào",
            "",
        ),
        (
            "Hai bên nhất trí tổ chức Diễn đàn Biển xanh vào ngày 7/8/2014.",
            "Diễn đàn Biển xanh",
            "2014-08-07",
        ),
        ("Ông mong muốn hai bên tổ chức Diễn đàn Biển xanh.", "Diễn đàn Biển xanh", ""),
    ],
)
def test_a_proposal_is_no_event_of_the_day(text: str, name: str, date: str) -> None:
    facts = read("Ngày 5/5/2014, tại Hà Nội, hai bên gặp nhau.", text)
    conference = only(facts)
    assert (conference.name, str(conference.starts)) == (name, date)
    assert (conference.status, conference.coverage) == (Status.PLANNED, Coverage.REFERRED)
    assert str(facts.event_date) == "2014-05-05"


def test_what_was_agreed_on_and_held_is_no_proposal() -> None:
    conference = only(
        read("Hai bên nhất trí rằng Bộ đã tổ chức Diễn đàn Biển xanh ngày 7/8/2014 tại Huế.")
    )
    assert (conference.status, conference.coverage) == (Status.HELD, Coverage.REPORTED)


@pytest.mark.parametrize(
    ("paragraphs", "date"),
    [
        (["Diễn đàn Biển xanh dự kiến diễn ra ngày 3/12/2026 tại Huế đã bị hoãn lại."], ""),
        (
            [
                "Diễn đàn Biển xanh dự kiến diễn ra ngày 3/12/2026 tại Huế được dời sang ngày 8/1/2027."
            ],
            "2027-01-08",
        ),
        (
            ["Bộ quyết định hủy Diễn đàn Biển xanh.", "Diễn đàn Biển xanh sẽ diễn ra ngày 3/12."],
            "",
        ),
    ],
)
def test_what_is_put_off_has_no_longer_its_old_date(paragraphs: list[str], date: str) -> None:
    conference = only(read(*paragraphs))
    assert (conference.status, str(conference.starts)) == (Status.PLANNED, date)


def test_an_english_event_that_was_cancelled() -> None:
    facts = read("The River Summit planned for December 3, 2026 has been cancelled.", language="en")
    assert (only(facts).status, only(facts).starts.known) == (Status.PLANNED, False)


@pytest.mark.parametrize(
    "text",
    [
        "Sau khi bị hoãn, Diễn đàn Biển xanh khai mạc ngày 3/12/2014 tại Huế.",
        "Diễn đàn Biển xanh từng bị hoãn khai mạc ngày 3/12/2014 tại Huế.",
        "Diễn đàn Biển xanh về vũ khí hủy diệt khai mạc ngày 3/12/2014 tại Huế.",
    ],
)
def test_what_took_place_after_all_was_held(text: str) -> None:
    conference = only(read(text))
    assert (conference.status, str(conference.starts)) == (Status.HELD, "2014-12-03")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Diễn đàn Biển xanh đã không diễn ra ngày 3/12/2014 tại Huế như kế hoạch.", "vi"),
        ("Diễn đàn Biển xanh chưa diễn ra vì bão.", "vi"),
        ("Diễn đàn Biển xanh không được tổ chức.", "vi"),
        ("Diễn đàn Biển xanh tại Huế chưa thể khai mạc.", "vi"),
        ("Nước chủ nhà không tổ chức Diễn đàn Biển xanh.", "vi"),
        ("Diễn đàn Biển xanh tại Huế bị hủy vào phút chót.", "vi"),
        ("The River Summit did not take place on December 3, 2014 as planned.", "en"),
        ("The River Summit has not yet been held.", "en"),
        ("The River Summit never took place.", "en"),
        ("The River Summit in Hue was cancelled.", "en"),
        ("Officials scrapped the River Summit.", "en"),
    ],
)
def test_what_did_not_take_place_was_not_held(text: str, language: str) -> None:
    conference = only(read(text, language=language))
    assert (conference.status, conference.starts.known) == (Status.PLANNED, False)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Diễn đàn Biển xanh, vốn không diễn ra năm trước, đã khai mạc ngày 3/12/2014 tại Huế."],
        ["Diễn đàn Biển xanh diễn ra ngày 3/12/2014, không chỉ bàn về cá."],
        ["Diễn đàn Biển xanh khai mạc ngày 3/12/2014, bàn việc cuộc họp về muối không diễn ra."],
        [
            "Diễn đàn Biển xanh đã khai mạc ngày 3/12/2014 tại Huế.",
            "Diễn đàn Biển xanh không được tổ chức năm 2013 vì bão.",
        ],
    ],
)
def test_what_is_denied_of_something_else_was_held(paragraphs: list[str]) -> None:
    conference = only(read(*paragraphs))
    assert (conference.status, str(conference.starts)) == (Status.HELD, "2014-12-03")


def test_a_congress_turned_into_plans_keeps_its_name() -> None:
    facts = read("Cần biến quyết tâm của Đại hội XI thành những kế hoạch sát thực tế.")
    assert only(facts).name == "Đại hội XI"


def test_a_second_event_with_a_common_name_and_a_day_of_its_own() -> None:
    first, second = read(
        "Ngày 5/3/2014, tại Huế, Bộ Tư pháp tổ chức Hội nghị Văn thư toàn quốc.",
        "Dự kiến ngày 20/5/2014, Hội nghị tổng kết năm sẽ diễn ra tại Đà Nẵng.",
        "Hội nghị kết thúc ngày 6/3/2014.",
    ).conferences
    assert (first.name, first.host) == ("Hội nghị Văn thư toàn quốc", "Bộ Tư pháp")
    assert (first.status, str(first.starts)) == (Status.HELD, "2014-03-05")
    assert (second.name, str(second.starts)) == ("Hội nghị tổng kết", "2014-05-20")
    assert (second.status, second.place) == (Status.PLANNED, "Đà Nẵng")


def test_a_congress_that_names_a_document_is_no_event() -> None:
    facts = read("Bộ đang triển khai Nghị quyết Đại hội XII và Nghị quyết của Đại hội XI.")
    assert facts.conferences == ()
    assert only(read("Đại hội XII thông qua Nghị quyết.")).name == "Đại hội XII"


def test_a_frame_of_cooperation_is_no_summit() -> None:
    assert not read("Hai bên lập Cơ chế hợp tác thượng đỉnh ASEAN - Nhật Bản.").conferences


def test_what_is_told_at_an_event_does_not_place_it() -> None:
    told = (
        "Phát biểu tại Hội nghị An ninh Bắc Âu, ông Lind nhấn mạnh các vụ nổ tại Syria là nặng nề."
    )
    assert only(read(told)).place == ""


def test_a_house_with_a_dash_in_its_name() -> None:
    text = "Đối thoại Biển Bắc 2018 diễn ra tại khách sạn Lind - Berg, Oslo ngày 1/6."
    assert only(read(text)).place == "khách sạn Lind - Berg"


def test_what_stands_before_the_name_of_an_english_event() -> None:
    told = read(
        "Addressing the Asia Forum on Clean Rivers in Oslo on May 5, Erik Lind spoke.",
        language="en",
    )
    assert only(told).name == "Asia Forum on Clean Rivers"
    adopted = "The Resolution of the 13th National Party Congress must be put into practice now."
    assert not read(adopted, language="en").conferences


@pytest.mark.parametrize(
    ("body", "public"),
    [
        ("Ban giám hiệu trường làng", False),
        ("Ban giám đốc công ty", False),
        ("Hội phụ huynh trường làng", False),
        ("Ban chỉ đạo phòng chống thiên tai", True),
        ("Ban Nội chính", True),
        ("Tổ công tác hỗn hợp", True),
    ],
)
def test_a_meeting_of_a_public_body_is_an_event(body: str, public: bool) -> None:
    facts = read(f"Cuộc họp của {body} bàn về bữa ăn trưa.")
    assert bool(facts.conferences) is public


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ông lên đường dự Hội nghị thượng đỉnh G20 ngày 25/11 tại Buenos Aires.", Status.PLANNED),
        ("Hội nghị thượng đỉnh G20 khai mạc ngày 25/11 tại Buenos Aires.", Status.PLANNED),
        ("Hội nghị thượng đỉnh G20 khai mạc ngày 15/11 tại Buenos Aires.", Status.HELD),
        ("Việt Nam sắp tổ chức Hội nghị thượng đỉnh GMS 6 tại Hà Nội.", Status.PLANNED),
    ],
)
def test_what_lies_ahead_of_the_article_was_not_held(text, status):
    document = Document.of(
        "Tin trong ngày", [text], language="vi", published=PartialDate(2018, 11, 20)
    )
    [conference] = extract(document).conferences
    assert conference.status is status
