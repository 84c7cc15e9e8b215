"""Meetings that open, end or are not held where or when somebody might think."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Conference, Status, extract
from summarizer.facts.events.course import Course, course_of
from summarizer.facts.events.denial import denied, denied_parts
from summarizer.text.dates import PartialDate

PUBLISHED = PartialDate(2022, 7, 6)
FORUM, SUMMIT = "Northbank Forum", "Riverside Summit"
NAME, OTHER = "Hội nghị Ngoại vụ lần thứ 20", "Hội nghị Ngoại giao lần thứ 31"


def told(text: str, language: str) -> dict[str, Conference]:
    document = Document.of("Tin", [text], language=language, published=PUBLISHED)
    return {event.name: event for event in extract(document).conferences}


def facts(event: Conference) -> tuple[str, str]:
    return str(event.starts), event.place


@pytest.mark.parametrize(
    "verb", ["closed", "ended", "concluded", "wrapped up", "kicked off", "finally closed"]
)
def test_what_ends_has_its_day_beside_what_opens(verb: str) -> None:
    text = f"The {FORUM} {verb} in Hue on July 3, 2021, and the {SUMMIT} opened in Hanoi."
    events = told(text, "en")
    assert facts(events[FORUM]) == ("2021-07-03", "Hue")
    assert facts(events[SUMMIT]) == ("", "Hanoi")


@pytest.mark.parametrize(
    ("text", "language", "name", "expected", "status"),
    [
        (f"The {FORUM} will close in Hue on July 12.", "en", FORUM, ("2022-07-12", "Hue"), "planned"),
        (f"The {FORUM}, held yearly, ended in Hue on July 3.", "en", FORUM, ("2022-07-03", "Hue"), "held"),
        (f"{NAME} đã khép lại tại Huế ngày 3/7.", "vi", NAME, ("2022-07-03", "Huế"), "held"),
        (f"The {FORUM} closed its doors in Hue on July 3.", "en", FORUM, ("", ""), "held"),
        (f"The {FORUM} discussed a war that ended in Laos on July 3.", "en", FORUM, ("", ""), "held"),
    ],
)  # fmt: skip
def test_what_tells_of_the_course(
    text: str, language: str, name: str, expected: tuple[str, str], status: str
) -> None:
    event = told(text, language)[name]
    assert (facts(event), event.status) == (expected, status)


def test_what_ends_does_not_lend_its_day_to_the_next() -> None:
    events = told(f"On July 3, the {FORUM} closed in Hue before the {SUMMIT} took place.", "en")
    assert facts(events[FORUM]) == ("2022-07-03", "Hue")
    assert facts(events[SUMMIT]) == ("", "")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Ngày 3/7, sau khi {NAME} bế mạc, {OTHER} đã diễn ra tại Huế.", "vi"),
        (f"On July 3, after the {FORUM} ended, the {SUMMIT} took place in Hue.", "en"),
    ],
)
def test_a_day_before_what_only_leads_up_is_that_of_the_next(text: str, language: str) -> None:
    events = told(text, language)
    assert facts(events[OTHER if language == "vi" else SUMMIT])[0] == "2022-07-03"


@pytest.mark.parametrize(
    ("after", "course"),
    [
        (" closed on monday", Course(ahead=False, past=True)),
        (" (nbf) ended.", Course(ahead=False, past=True)),
        (" is expected to begin in hue", Course(ahead=True, past=False)),
        (" sẽ khép lại tại huế", Course(ahead=True, past=False)),
        (" began talks", None),
        (" bắt đầu vào ngày 3/7", Course(ahead=False, past=False)),
        (" bắt đầu từ tháng 12/2005", None),
        (" disclosed in hue", None),
        ("", None),
    ],
)
def test_course(after: str, course: Course | None) -> None:
    assert course_of(after) == course


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was not held in Hanoi but in Hue on July 3", ("2022-07-03", "Hue")),
        ("did not take place in Hanoi but rather in Hue on July 3", ("2022-07-03", "Hue")),
        ("wasn't held in Hanoi but took place in Hue on July 3", ("2022-07-03", "Hue")),
        ("was held not in Hanoi but in Hue on July 3", ("2022-07-03", "Hue")),
        ("was held in Hue, not in Hanoi, on July 3", ("2022-07-03", "Hue")),
        ("was held in Hue rather than in Hanoi on July 3", ("2022-07-03", "Hue")),
        ("was not held on July 2 but on July 3 in Hue", ("2022-07-03", "Hue")),
        ("did not begin on time in Hue on July 3", ("2022-07-03", "Hue")),
        ("was not held until July 3 in Hue", ("2022-07-03", "Hue")),
        ("was not held only in Hue but also in Hanoi on July 3", ("2022-07-03", "Hue")),
    ],
)
def test_what_is_denied_of_place_or_day_is_not_denied_of_the_meeting(
    text: str, expected: tuple[str, str]
) -> None:
    event = told(f"The {FORUM} {text}.", "en")[FORUM]
    assert (facts(event), event.status) == (expected, Status.HELD)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("không diễn ra tại Huế mà tại Hà Nội ngày 3/7", ("2022-07-03", "Hà Nội")),
        ("không phải diễn ra tại Huế mà tại Hà Nội ngày 3/7", ("2022-07-03", "Hà Nội")),
        ("không diễn ra tại Huế ngày 2/7 mà tại Hà Nội ngày 3/7", ("2022-07-03", "Hà Nội")),
        ("không diễn ra tại Huế mà diễn ra tại Hà Nội ngày 3/7", ("2022-07-03", "Hà Nội")),
        ("không được tổ chức ở Huế mà ở Hà Nội vào ngày 3/7", ("2022-07-03", "Hà Nội")),
        ("diễn ra không phải tại Huế mà tại Hà Nội ngày 3/7", ("2022-07-03", "Hà Nội")),
        ("diễn ra tại Hà Nội chứ không phải tại Huế ngày 3/7", ("2022-07-03", "Hà Nội")),
        ("diễn ra tại Hà Nội thay vì tại Huế", ("", "Hà Nội")),
        ("không khai mạc vào ngày 2/7 mà vào ngày 3/7", ("2022-07-03", "")),
        ("không bắt đầu đúng giờ tại Huế ngày 3/7", ("2022-07-03", "Huế")),
        ("không diễn ra cho đến ngày 3/7", ("2022-07-03", "")),
        ("không diễn ra trực tiếp mà trực tuyến ngày 3/7", ("2022-07-03", "")),
    ],
)
def test_the_same_in_vietnamese(text: str, expected: tuple[str, str]) -> None:
    event = told(f"{NAME} {text}.", "vi")[NAME]
    assert (facts(event), event.status) == (expected, Status.HELD)


@pytest.mark.parametrize(
    ("text", "language", "name", "expected"),
    [
        (f"The {FORUM} will not be held in Hanoi but in Hue.", "en", FORUM, ("", "Hue")),
        (f"The {FORUM} will not open on time.", "en", FORUM, ("", "")),
        (f"The {FORUM} was not held in Hanoi.", "en", FORUM, ("", "")),
        (f"The {FORUM} did not take place on July 3.", "en", FORUM, ("", "")),
        (f"The {FORUM} has not been held until now.", "en", FORUM, ("", "")),
        (f"{NAME} sẽ không diễn ra tại Huế mà tại Hà Nội.", "vi", NAME, ("", "Hà Nội")),
        (f"{NAME} không diễn ra tại Huế.", "vi", NAME, ("", "")),
        (f"{NAME} không diễn ra tại Huế mà không rõ lý do.", "vi", NAME, ("", "")),
        (f"{NAME} đã không diễn ra tại Huế như kế hoạch.", "vi", NAME, ("", "Huế")),
        (f"{NAME} chưa diễn ra cho đến nay.", "vi", NAME, ("", "")),
    ],
)
def test_what_lies_ahead_or_was_not_held(
    text: str, language: str, name: str, expected: tuple[str, str]
) -> None:
    event = told(text, language)[name]
    assert (facts(event), event.status) == (expected, Status.PLANNED)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("was not held in Hanoi but in Hue", ["in Hanoi"]),
        ("was held not in Hanoi but in Hue", ["in Hanoi"]),
        ("was held in Hue", []),
        ("không diễn ra tại Huế mà tại Hà Nội", ["tại Huế"]),
        ("chưa diễn ra tại Huế", []),
        ("not only in Hanoi but also in Hue", []),
    ],
)
def test_denied_parts(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in denied_parts(text)] == parts
    assert denied(text) == (text == "chưa diễn ra tại Huế")
