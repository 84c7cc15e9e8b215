"""Each event of a sentence has its own day, place, host and chair."""

from __future__ import annotations

import pytest

from summarizer.document import Document
from summarizer.facts import Conference, Status, extract
from summarizer.text.dates import PartialDate

PUBLISHED = PartialDate(2022, 7, 6)
FIRST, SECOND = "Hội nghị Ngoại vụ lần thứ 20", "Hội nghị Ngoại giao lần thứ 31"
CORAL, GREEN = "Coral Sea Forum", "Green River Summit"


def told(text: str, language: str = "vi") -> dict[str, Conference]:
    document = Document.of("Tin", [text], language=language, published=PUBLISHED)
    return {event.name: event for event in extract(document).conferences}


def facts(event: Conference) -> tuple[str, str]:
    return str(event.starts), event.place


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            f"{FIRST} đã khai mạc tại Huế ngày 3/7, còn {SECOND} diễn ra tại Hà Nội ngày 5/7.",
            ("2022-07-03", "Huế"),
            ("2022-07-05", "Hà Nội"),
        ),
        (
            f"{FIRST} do Bộ Ngoại giao tổ chức, còn {SECOND} diễn ra tại Huế ngày 5/7.",
            ("", ""),
            ("2022-07-05", "Huế"),
        ),
        (
            f"{FIRST} đã khai mạc tại Huế; ngày 5/7, {SECOND} khai mạc tại Hà Nội.",
            ("", "Huế"),
            ("2022-07-05", "Hà Nội"),
        ),
        (
            f"{FIRST} khai mạc tại Huế ngày 3/7 và ngày 5/7, {SECOND} khai mạc tại Hà Nội.",
            ("2022-07-03", "Huế"),
            ("2022-07-05", "Hà Nội"),
        ),
        (
            f"Ngày 3/7, {FIRST} khai mạc tại Huế, ngày 5/7, {SECOND} khai mạc tại Hà Nội.",
            ("2022-07-03", "Huế"),
            ("2022-07-05", "Hà Nội"),
        ),
        (
            f"Ngày 3/7, {FIRST} khai mạc tại Huế trước khi {SECOND} diễn ra.",
            ("2022-07-03", "Huế"),
            ("", ""),
        ),
        (
            f"{FIRST} và {SECOND} đã diễn ra tại Huế ngày 3/7.",
            ("2022-07-03", "Huế"),
            ("2022-07-03", "Huế"),
        ),
        (
            f"Ông Lê Văn Tú dự {FIRST} và {SECOND} tại Huế ngày 3/7.",
            ("2022-07-03", "Huế"),
            ("2022-07-03", "Huế"),
        ),
        (
            f"Ông Lê Văn Tú dự {FIRST} và {SECOND} diễn ra tại Huế ngày 3/7.",
            ("", ""),
            ("2022-07-03", "Huế"),
        ),
        (
            f"{FIRST} trong khuôn khổ {SECOND} đã diễn ra tại Huế ngày 3/7.",
            ("2022-07-03", "Huế"),
            ("2022-07-03", "Huế"),
        ),
        (
            f"{FIRST} và {SECOND} lần lượt diễn ra tại Huế và Hà Nội vào ngày 3/7 và 5/7.",
            ("2022-07-03", "Huế"),
            ("2022-07-05", "Hà Nội"),
        ),
        (
            f"Sau {FIRST} (Huế, ngày 3/7), {SECOND} được tổ chức tại Hà Nội ngày 5/7.",
            ("2022-07-03", "Huế"),
            ("2022-07-05", "Hà Nội"),
        ),
        (
            f"Ông Lê Văn Tú tới Huế dự {FIRST} và tới Hà Nội dự {SECOND}.",
            ("", "Huế"),
            ("", "Hà Nội"),
        ),
    ],
)
def test_days_and_places(text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    events = told(text)
    assert (facts(events[FIRST]), facts(events[SECOND])) == (first, second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            f"The {CORAL} was held in Hanoi, while the {GREEN} takes place in Hue on July 3.",
            ("", "Hanoi"),
            ("2022-07-03", "Hue"),
        ),
        (
            f"The {CORAL} opened in Hue on July 3, and the {GREEN} opened in Hanoi on July 5.",
            ("2022-07-03", "Hue"),
            ("2022-07-05", "Hanoi"),
        ),
        (
            f"On July 3 the {CORAL} opened in Hue, and on July 5 the {GREEN} opened in Hanoi.",
            ("2022-07-03", "Hue"),
            ("2022-07-05", "Hanoi"),
        ),
        (
            f"The {CORAL} and the {GREEN} were held in Hue on July 3.",
            ("2022-07-03", "Hue"),
            ("2022-07-03", "Hue"),
        ),
        (
            f"The {CORAL} hosted by the ministry and the {GREEN} opened in Hue on July 3.",
            ("", ""),
            ("2022-07-03", "Hue"),
        ),
        (
            f"The {CORAL} and the {GREEN} were held in Hue on July 3 and July 5 respectively.",
            ("2022-07-03", "Hue"),
            ("2022-07-05", "Hue"),
        ),
        (
            f"After the {CORAL} in Hue on July 3, the {GREEN} took place in Hanoi on July 5.",
            ("2022-07-03", "Hue"),
            ("2022-07-05", "Hanoi"),
        ),
    ],
)
def test_days_and_places_in_english(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    events = told(text, "en")
    assert (facts(events[CORAL]), facts(events[GREEN])) == (first, second)


def test_three_events_of_one_breath() -> None:
    third = "Diễn đàn Biển xanh lần thứ 2"
    events = told(f"{FIRST}, {SECOND} và {third} sẽ diễn ra tại Huế ngày 12/7.")
    assert {facts(events[name]) for name in (FIRST, SECOND, third)} == {("2022-07-12", "Huế")}


def test_what_is_told_of_a_bare_noun_ends_at_the_next_event() -> None:
    document = Document.of(
        "News",
        [
            f"Ministers prepare the {GREEN}.",
            f"The summit will be held in Hue, while the {CORAL} will open on July 12.",
        ],
        language="en",
        published=PUBLISHED,
    )
    events = {event.name: event for event in extract(document).conferences}
    assert str(events[CORAL].starts) == "2022-07-12"
    assert not events[GREEN].starts.known


def test_three_events_of_one_sentence() -> None:
    third = "Diễn đàn Biển xanh lần thứ 2"
    events = told(
        f"{FIRST} diễn ra tại Huế ngày 3/7, {SECOND} diễn ra tại Hà Nội ngày 4/7 và {third} sẽ"
        " được tổ chức tại Đà Nẵng ngày 12/7."
    )
    assert facts(events[FIRST]) == ("2022-07-03", "Huế")
    assert facts(events[SECOND]) == ("2022-07-04", "Hà Nội")
    assert facts(events[third]) == ("2022-07-12", "Đà Nẵng")
    assert [events[name].status for name in (FIRST, SECOND, third)] == [
        Status.HELD,
        Status.HELD,
        Status.PLANNED,
    ]


@pytest.mark.parametrize(
    ("text", "language", "chairs"),
    [
        (
            (
                f"Ông Lê Văn Tú dự {FIRST} dưới sự chủ trì của bà Trần Thị Ba, Thứ trưởng, và {SECOND}"
                " dưới sự chủ trì của ông Phạm Văn Bốn."
            ),
            "vi",
            {FIRST: "Trần Thị Ba", SECOND: "Phạm Văn Bốn"},
        ),
        (
            (
                f"Dưới sự chủ trì của ông Lê Văn Tú, {FIRST} khai mạc tại Huế, còn dưới sự chủ trì của"
                f" bà Trần Thị Ba, {SECOND} khai mạc tại Hà Nội."
            ),
            "vi",
            {FIRST: "Lê Văn Tú", SECOND: "Trần Thị Ba"},
        ),
        (
            (
                f"Bộ trưởng Lê Văn Tú chủ trì {FIRST} tại Huế, Thứ trưởng Trần Thị Ba chủ trì {SECOND}"
                " tại Hà Nội."
            ),
            "vi",
            {FIRST: "Lê Văn Tú", SECOND: "Trần Thị Ba"},
        ),
        (
            f"Bộ trưởng Lê Văn Tú chủ trì {FIRST} và {SECOND} tại Huế.",
            "vi",
            {FIRST: "Lê Văn Tú", SECOND: "Lê Văn Tú"},
        ),
        (
            f"Sau {FIRST} tại Huế, Bộ trưởng Lê Văn Tú chủ trì {SECOND} tại Hà Nội.",
            "vi",
            {FIRST: "", SECOND: "Lê Văn Tú"},
        ),
        (
            (
                f"The {CORAL} was held under the chair of Minister Tran Van Khai in Hanoi, while the"
                f" {GREEN} takes place in Hue on July 9."
            ),
            "en",
            {CORAL: "Tran Van Khai", GREEN: ""},
        ),
        (
            f"{FIRST} do Thứ trưởng Trần Thị Ba chủ trì và {SECOND} do Bộ trưởng Lê Văn Tú chủ trì.",
            "vi",
            {FIRST: "Trần Thị Ba", SECOND: "Lê Văn Tú"},
        ),
        (
            f"The {CORAL} was chaired by Anna Berg, and the {GREEN} was chaired by Otto Lund.",
            "en",
            {CORAL: "Anna Berg", GREEN: "Otto Lund"},
        ),
        (
            (
                f"Minister Tran Van Khai chaired the {CORAL} in Hue and Minister Le Van Tu chaired the"
                f" {GREEN} in Hanoi."
            ),
            "en",
            {CORAL: "Tran Van Khai", GREEN: "Le Van Tu"},
        ),
    ],
)
def test_chairs(text: str, language: str, chairs: dict[str, str]) -> None:
    events = told(text, language)
    assert {name: events[name].chair for name in chairs} == chairs


@pytest.mark.parametrize(
    ("text", "language", "hosts"),
    [
        (
            f"{FIRST} do Bộ Ngoại giao tổ chức và {SECOND} do Bộ Công Thương tổ chức.",
            "vi",
            {FIRST: "Bộ Ngoại giao", SECOND: "Bộ Công Thương"},
        ),
        (f"{FIRST} và {SECOND} do Bộ Y tế tổ chức.", "vi", {SECOND: "Bộ Y tế"}),
        (
            f"The {CORAL} hosted by the ministry and the {GREEN} opened in Hue.",
            "en",
            {CORAL: "", GREEN: ""},
        ),
        (
            f"The {CORAL}, hosted by Norland, and the {GREEN}, hosted by Sudland, opened in Hue.",
            "en",
            {CORAL: "Norland", GREEN: "Sudland"},
        ),
    ],
)
def test_hosts(text: str, language: str, hosts: dict[str, str]) -> None:
    events = told(text, language)
    assert {name: events[name].host for name in hosts} == hosts


def test_what_is_put_off_is_the_one_of_which_it_is_told() -> None:
    events = told(f"{FIRST} đã diễn ra tại Huế ngày 3/7, còn {SECOND} bị hoãn đến ngày 20/8.")
    assert (events[FIRST].status, str(events[FIRST].starts)) == (Status.HELD, "2022-07-03")
    assert (events[SECOND].status, str(events[SECOND].starts)) == (Status.PLANNED, "2022-08-20")


def test_the_same_event_once_more_in_brackets_is_no_border() -> None:
    events = told(
        "Hội nghị toàn thể Ban Chấp hành Trung ương lần thứ 8 (Hội nghị Trung ương 8) diễn ra tại"
        " Hà Nội ngày 3/7 dưới sự chủ trì của ông Lê Văn Tú."
    )
    assert {(event.place, event.chair) for event in events.values()} == {("Hà Nội", "Lê Văn Tú")}


@pytest.mark.parametrize(
    "end", ["under the chair of", "chaired by", "hosted by", "hosted by Norland and the", "in"]
)
def test_a_line_that_breaks_off(end: str) -> None:
    assert CORAL in told(f"The {CORAL} was held {end}", "en")
