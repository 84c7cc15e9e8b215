"""On which days an event is: named from the day of the report, told later, or another thing's."""

import pytest

from summarizer.document import Document
from summarizer.facts import extract
from summarizer.facts.events.named_days import days_named
from summarizer.facts.model import Conference, Coverage, Status
from summarizer.facts.words.tokens import line_of
from summarizer.text.dates import UNKNOWN_DATE, Basis, PartialDate, find_dates

NAME = "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 55"


def conferences(
    *paragraphs: str, published: str = "2022-03-13", lang: str = "vi"
) -> list[Conference]:
    day = PartialDate.parse(published)
    document = Document.of("Tin trong ngày", paragraphs, language=lang, published=day)
    return list(extract(document).conferences)


def days(event: Conference) -> str:
    return f"{event.starts}…{event.ends}" if event.ends.known else str(event.starts)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Sáng nay, {NAME} khai mạc tại Phnôm Pênh.", "2022-03-13"),
        (f"{NAME} khai mạc hôm qua tại Phnôm Pênh.", "2022-03-12"),
        (f"{NAME} sẽ khai mạc vào sáng mai tại Phnôm Pênh.", "2022-03-14"),
        (f"{NAME} khai mạc sáng nay (12/3) tại Phnôm Pênh.", "2022-03-12"),
        (f"{NAME} khai mạc chiều nay, ngày 12/3, tại Phnôm Pênh.", "2022-03-12"),
        (f"Hôm nay, ông Lê Văn Tám nói về {NAME}.", ""),
    ],
)
def test_a_day_is_named_from_that_of_the_report(text: str, day: str) -> None:
    [event] = conferences(text)
    assert str(event.starts) == day


def test_what_is_named_from_the_report_says_so_and_gives_way_to_what_is_stated() -> None:
    [event] = conferences(f"Sáng nay, {NAME} khai mạc.")
    assert event.starts.basis is Basis.PUBLICATION
    [event] = conferences(f"Sáng nay, {NAME} thảo luận.", f"{NAME} diễn ra từ ngày 11 đến 14/3.")
    assert days(event) == "2022-03-11…2022-03-14"


@pytest.mark.parametrize("published", ["", "2022", "2022-03"])
def test_without_the_day_of_the_report_there_is_none(published: str) -> None:
    [event] = conferences(f"Sáng nay, {NAME} khai mạc.", published=published)
    assert not event.starts.known


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("Hôm nay; và ngày mai", "vi", ["2024-02-28", "2024-02-29"]),
        ("tối qua; đêm nay", "vi", ["2024-02-27", "2024-02-28"]),
        ("Việt Nam ngày nay, hiện nay, năm nay; sáng ngày", "vi", []),
        ('Ông nói: "Hôm nay tôi vui".', "vi", []),
        (
            "yesterday afternoon, today; tomorrow",
            "en",
            ["2024-02-27", "2024-02-28", "2024-02-29"],
        ),
        ("in today's world", "en", []),
        ("tonight and this morning", "en", ["2024-02-28", "2024-02-28"]),
    ],
)
def test_named_days(text: str, language: str, named: list[str]) -> None:
    line = line_of(text)
    found = days_named(line, find_dates(text, language), PartialDate(2024, 2, 28), language)
    assert [str(mention.date) for mention in found] == named
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert days_named(line, [], UNKNOWN_DATE, language) == []
    assert days_named(line, [], PartialDate(2023, 2, 30), language) == []


def test_a_later_sentence_dates_what_it_calls_by_its_noun() -> None:
    [event] = conferences(
        f"Việt Nam chuẩn bị cho {NAME}.",
        "Hội nghị dự kiến diễn ra từ ngày 29/7 đến 5/8 tại Phnôm Pênh.",
    )
    assert days(event) == "2022-07-29…2022-08-05"
    assert (event.place, event.status) == ("Phnôm Pênh", Status.PLANNED)


def test_two_that_are_counted_have_the_same_days() -> None:
    found = conferences(
        f"Bộ trưởng sẽ dự {NAME} và Hội nghị Bộ trưởng Ngoại giao ASEAN - EU lần thứ 24.",
        "Hai hội nghị nói trên sẽ diễn ra từ ngày 29/7 đến 5/8 tại Phnôm Pênh.",
    )
    assert [days(event) for event in found] == ["2022-07-29…2022-08-05"] * 2


@pytest.mark.parametrize(
    "later",
    [
        "Ba hội nghị nói trên sẽ diễn ra ngày 29/7.",  # there are two
        "Hội nghị sẽ diễn ra ngày 29/7.",  # which of both?
        "Đại hội sẽ diễn ra ngày 29/7.",  # neither is one
        "Một hội nghị sẽ diễn ra ngày 29/7.",
        "Trước hội nghị diễn ra ngày 29/7, hai bên gặp nhau.",
    ],
)
def test_where_it_is_open_which_event_is_meant_none_is_dated(later: str) -> None:
    found = conferences(
        f"Bộ trưởng sẽ dự {NAME} và Hội nghị Bộ trưởng Ngoại giao ASEAN - EU lần thứ 24.", later
    )
    assert [event.starts for event in found] == [UNKNOWN_DATE] * 2


def test_a_noun_long_after_the_name_means_something_else() -> None:
    others = [f"Câu thứ {number} nói chuyện khác." for number in range(5)]
    [event] = conferences(f"Việt Nam ủng hộ {NAME}.", *others, "Hội nghị diễn ra ngày 29/7.")
    assert not event.starts.known


def test_what_is_planned_lies_ahead() -> None:
    [event] = conferences(f"{NAME} sẽ diễn ra ngày 10/11 tại Phnôm Pênh.")
    assert str(event.starts) == "2022-11-10"
    # what was held is the nearest
    [event] = conferences(f"{NAME} diễn ra ngày 10/11 tại Phnôm Pênh.")
    assert str(event.starts) == "2021-11-10"
    # what was announced for a day that has just gone by
    [event] = conferences(f"{NAME} sẽ diễn ra ngày 11/3 tại Phnôm Pênh.")
    assert str(event.starts) == "2022-03-11"


@pytest.mark.parametrize(
    ("when", "published", "day"),
    [
        ("vào tháng 12", "2022-01-05", "2022-12"),
        ("vào tháng 3", "2022-03-13", "2022-03"),
        ("ngày 20/12", "2022-01-25", "2022-12-20"),
        ("ngày 30/12", "2022-01-05", "2021-12-30"),
        ("ngày 25/2", "2022-03", "2022-02-25"),
        ("từ ngày 10/2 đến 20/3", "2022-03-13", "2022-02-10…2022-03-20"),
        ("từ ngày 11 đến 12/3", "2022-03-13", "2022-03-11…2022-03-12"),
        ("từ ngày 20/12 đến 5/1", "2022-12-28", "2022-12-20…2023-01-05"),
        ("từ ngày 20/12 đến 5/1", "2022-01-25", "2022-12-20…2023-01-05"),
    ],
)
def test_only_a_day_of_the_last_two_weeks_may_have_been_planned(
    when: str, published: str, day: str
) -> None:
    [event] = conferences(f"{NAME} dự kiến diễn ra {when} tại Phnôm Pênh.", published=published)
    assert days(event) == day


def test_a_plan_to_attend_moves_no_day_that_has_been() -> None:
    [event] = conferences(f"{NAME} đã diễn ra ngày 10/11.", f"Bộ trưởng sẽ dự {NAME}.")
    assert str(event.starts) == "2021-11-10"
    # without a word on the time it is that of the plan
    [event] = conferences(f"{NAME} diễn ra ngày 10/11.", f"Bộ trưởng sẽ dự {NAME}.")
    assert str(event.starts) == "2022-11-10"
    [event] = conferences(f"Ngày 10/11, {NAME} sẽ diễn ra tại Phnôm Pênh.")
    assert str(event.starts) == "2022-11-10"


@pytest.mark.parametrize(
    "text",
    [
        f"Ngày 12/3, Bộ trưởng điện đàm với người đồng cấp Anh, trao đổi về việc tổ chức {NAME}.",
        f"Ngày 12/3, Bộ Ngoại giao thông báo Bộ trưởng sẽ tham dự {NAME}.",
        f"Chiều 12/3, Bộ trưởng tiếp Ngoại trưởng Anh nhân dịp sang dự {NAME}.",
    ],
)
def test_the_day_of_other_acts_is_not_that_of_the_event(text: str) -> None:
    [event] = conferences(text)
    assert not event.starts.known


def test_what_is_done_at_the_event_dates_it() -> None:
    [event] = conferences(f"Ngày 12/3, gặp nhau tại {NAME}, hai bên lạc quan.")
    assert str(event.starts) == "2022-03-12"


def test_on_the_sidelines_only_the_month_is_told_and_the_event_is_not_what_is_reported() -> None:
    [event] = conferences(f"Chiều 12/3, Bộ trưởng gặp Ngoại trưởng Anh bên lề {NAME}.")
    assert (str(event.starts), event.coverage) == ("2022-03", Coverage.REFERRED)


def test_english() -> None:
    name = "The 55th ASEAN Foreign Ministers' Meeting"
    [event] = conferences(f"{name} opened in Phnom Penh this morning.", lang="en")
    assert str(event.starts) == "2022-03-13"
    summit = "The 40th ASEAN Summit will discuss trade."
    later = "The summit will take place in Phnom Penh from 10 to 13 November."
    [event] = conferences(summit, later, lang="en")
    assert (days(event), event.place) == ("2022-11-10…2022-11-13", "Phnom Penh")


def test_a_last_day_alone_is_no_first_one() -> None:
    [event] = conferences(f"Việt Nam dự {NAME}.", "Hội nghị kéo dài đến ngày 5/8.")
    assert not event.starts.known
    summit = "Leaders met at the 40th ASEAN Summit."
    [event] = conferences(summit, "The summit ran until yesterday.", lang="en")
    assert not event.starts.known


def test_a_headline_of_one_word() -> None:
    document = Document.of("Summit", ["The leaders met."], language="en")
    assert extract(document).conferences == ()


def test_a_day_of_setting_out_is_none_of_the_meeting() -> None:
    [event] = conferences(
        "Tối 3-11, Thủ tướng Ian Kana đã bắt đầu chuyến công du, trong đó ông sẽ tham dự Hội nghị "
        "cấp cao APEC tại Đà Nẵng.",
        published="2017",
    )
    assert not event.starts.known
    assert event.status is Status.PLANNED


def test_one_sentence_has_one_year() -> None:
    [event] = conferences(
        "Sáng 14/11/2021, ông Lê Văn Tám lên đường dự Hội nghị Cấp cao ASEAN từ ngày 15 đến 17/11.",
        published="",
    )
    assert days(event) == "2021-11-15…2021-11-17"


def test_what_once_was_is_another_edition_and_tells_no_year() -> None:
    events = conferences(
        "Sáng 8-11, Thủ tướng Ian Kana đã đến Hà Nội, sau đó sẽ đến Đà Nẵng dự Hội nghị cấp cao "
        "APEC.",
        "Ông từng gặp ông Lê Văn Tám bên lề Hội nghị cấp cao APEC tháng 11-2016.",
        published="",
    )
    assert sorted(str(event.starts) for event in events) == ["", "2016-11"]
    document = Document.of(
        "Tin trong ngày",
        [
            "Hội nghị cấp cao APEC khai mạc ngày 8/11.",
            "Ông Lê Văn Tám từng đến Huế tháng 11-2016.",
        ],
    )
    assert extract(document).conferences[0].starts.year is None


@pytest.mark.parametrize("verb", ["dự", "đến Đà Nẵng tham dự"])
def test_who_will_attend_attends_what_lies_ahead(verb: str) -> None:
    [event] = conferences(f"Sau đó, ông Lê Văn Tám sẽ {verb} Hội nghị cấp cao APEC.")
    assert event.status is Status.PLANNED
