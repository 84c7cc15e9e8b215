"""Since when and until when somebody holds an office, where a text says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Document
from summarizer.facts import Speaker, extract
from summarizer.facts.model import Role
from summarizer.facts.persons.cast import Person
from summarizer.facts.persons.role_changes import roles_of
from summarizer.text.dates import UNKNOWN_DATE, PartialDate

PUBLISHED = PartialDate(2021, 12, 20)


def person(text: str, language: str = "vi", published: PartialDate = PUBLISHED) -> Speaker:
    document = Document.of("Tin", [text], language=language, published=published)
    return extract(document).speakers[0]


def told(speaker: Speaker) -> list[tuple[str, str, str, bool]]:
    return [(r.title, str(r.since), str(r.until), r.former) for r in speaker.roles]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Ông Lê Văn Tú được bổ nhiệm làm Thứ trưởng Bộ Ngoại giao ngày 8/4/2021.",
            [("Thứ trưởng Bộ Ngoại giao", "2021-04-08", "", False)],
        ),
        (
            "Ngày 8/4/2021, Quốc hội bầu ông Lê Văn Tú làm Thủ tướng.",
            [("Thủ tướng", "2021-04-08", "", False)],
        ),
        (
            "Phó Thủ tướng Lê Văn Tú được Quốc hội bầu làm Thủ tướng ngày 5/4.",
            [("Thủ tướng", "2021-04-05", "", False)],
        ),
        (
            "Sáng nay, ông Lê Văn Tú được Quốc hội bầu giữ chức Chủ tịch nước.",
            [("Chủ tịch nước", "2021-12-20", "", False)],
        ),
        (
            "Bà Trần Thị Mẫu giữ chức Bộ trưởng Bộ Y tế từ năm 2016 đến năm 2021.",
            [("nguyên Bộ trưởng Bộ Y tế", "2016", "2021", True)],
        ),
        (
            "Bà Trần Thị Mẫu giữ chức Bộ trưởng Bộ Y tế từ năm 2016 đến nay.",
            [("Bộ trưởng Bộ Y tế", "2016", "", False)],
        ),
        (
            "Bộ trưởng Trần Thị Mẫu phát biểu. Từ năm 2011 đến 2016, bà là Đại sứ Việt Nam tại Lào.",
            [
                ("Bộ trưởng", "", "", False),
                ("nguyên Đại sứ Việt Nam tại Lào", "2011", "2016", True),
            ],
        ),
        (
            "Nguyên Thứ trưởng Bộ Ngoại giao Lê Văn Tú nói về thuế. Ông từng là Đại sứ tại Nhật Bản giai đoạn 2005-2009.",
            [
                ("Nguyên Thứ trưởng Bộ Ngoại giao", "", "", True),
                ("nguyên Đại sứ tại Nhật Bản", "2005", "2009", True),
            ],
        ),
        (
            "Ông Lê Văn Tú, người từng là Bộ trưởng Bộ Công Thương, cho biết thuế sẽ tăng.",
            [("nguyên Bộ trưởng Bộ Công Thương", "", "", True)],
        ),
        (
            "Thủ tướng Lê Văn Tú nói về thuế. Thủ tướng Lê Văn Tú từng là Thủ tướng từ năm 2006 đến 2007.",
            [("Thủ tướng", "", "", False), ("nguyên Thủ tướng", "2006", "2007", True)],
        ),
    ],
)
def test_vietnamese_offices_with_their_time(text: str, roles: list) -> None:
    assert told(person(text)) == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Tran Van Lam was appointed foreign minister on April 8, 2021. Lam said ties grew.",
            [("foreign minister", "2021-04-08", "", False)],
        ),
        (
            "Foreign Minister Tran Van Lam said ties grew. He was ambassador to Japan from 2016 to 2021.",
            [
                ("Foreign Minister", "", "", False),
                ("former ambassador to Japan", "2016", "2021", True),
            ],
        ),
        (
            "Foreign Minister Tran Van Lam said ties grew. From 2011 to March 2016, he served as ambassador to Laos.",
            [
                ("Foreign Minister", "", "", False),
                ("former ambassador to Laos", "2011", "2016-03", True),
            ],
        ),
        (
            "Foreign Minister Tran Van Lam said ties grew. Lam was previously a deputy minister of trade.",
            [
                ("Foreign Minister", "", "", False),
                ("former deputy minister of trade", "", "", True),
            ],
        ),
    ],
)
def test_english_offices_with_their_time(text: str, roles: list) -> None:
    assert told(person(text, "en")) == roles


@pytest.mark.parametrize(
    "text",
    [
        "Bộ trưởng Lê Văn Tú nói về thuế năm 2021.",
        "Thứ trưởng Lê Văn Tú dự hội nghị ngày 8/4/2021.",
        "Bộ trưởng Lê Văn Tú là khách mời ngày 8/4/2021.",
        "Thứ trưởng Lê Văn Tú sẽ được bổ nhiệm làm Bộ trưởng ngày 8/4/2022.",
    ],
)
def test_other_days_date_no_office(text: str) -> None:
    assert person(text).roles == ()


def test_the_year_of_a_day_needs_the_day_of_the_article() -> None:
    text = "Ông Lê Văn Tú được bầu làm Thủ tướng ngày 5/4."
    assert told(person(text, published=UNKNOWN_DATE)) == []
    assert told(person(text, published=PartialDate(2021, 3, 1))) == [
        ("Thủ tướng", "2020-04-05", "", False)
    ]


def test_a_term_that_ends_later_ends_nothing() -> None:
    speaker = person("Bà Trần Thị Mẫu là Bộ trưởng Bộ Y tế từ năm 2016 đến năm 2026.")
    assert told(speaker) == [("Bộ trưởng Bộ Y tế", "2016", "", False)]


def test_who_held_an_office_is_not_called_by_it() -> None:
    speaker = person("Bà Trần Thị Mẫu giữ chức Bộ trưởng Bộ Y tế từ năm 2016 đến năm 2021.")
    assert speaker.role == "nguyên Bộ trưởng Bộ Y tế"


_TITLES = st.sampled_from(
    ("Bộ trưởng Bộ Y tế", "Thứ trưởng", "nguyên Đại sứ", "cựu Thủ tướng", "Thủ tướng", "Giám đốc")
)
_DATES = st.one_of(
    st.just(UNKNOWN_DATE), st.builds(PartialDate, st.integers(1990, 2021), st.integers(1, 12))
)


@given(
    st.lists(_TITLES, max_size=3),
    st.lists(st.builds(Role, _TITLES, _DATES, _DATES, st.booleans()), max_size=4),
)
def test_present_offices_come_first_and_what_is_over_says_so(
    called: list[str], dated: list[Role]
) -> None:
    someone = Person("Lê Văn Tú")
    someone.roles.update(called)
    title, roles = roles_of(someone, dated, "vi")
    assert [role.former for role in roles] == sorted(role.former for role in roles)
    assert all(someone.is_former(role.title) for role in roles if role.former)
    assert bool(title) == bool(called or dated)
    if roles:
        assert title in {role.title for role in roles}


def test_an_appointment_that_was_refused_dates_nothing() -> None:
    text = "Ngày 8/4/2021, Quốc hội không bầu ông Lê Văn Tú làm Thủ tướng."
    speakers = extract(Document.of("Tin", [text])).speakers
    assert [role for its in speakers for role in its.roles if role.since.known] == []


_LAM = "Ambassador Tran Van Lam said ties grew. "
_TU = "Đại sứ Lê Văn Tú nói về thuế. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lam denied that he served as prime minister from 2016 to 2019.", "en"),
        ("It is not true that he was prime minister from 2016 to 2019.", "en"),
        ("Critics claimed that he served as prime minister from 2016 to 2019.", "en"),
        ("There is no evidence that he was appointed foreign minister in 2014.", "en"),
        ("According to unconfirmed reports, he was prime minister from 2016 to 2019.", "en"),
        ("He served as prime minister from 2016 to 2019, a claim that he denies.", "en"),
        ("If he was prime minister from 2016 to 2019, he knows it.", "en"),
        ("Ông phủ nhận việc ông từng là Bộ trưởng Bộ Y tế từ năm 2016 đến 2019.", "vi"),
        ("Ông bác bỏ thông tin rằng ông giữ chức Thứ trưởng từ năm 2010 đến 2014.", "vi"),
        ("Theo tin đồn, ông giữ chức Thứ trưởng từ năm 2010 đến 2014.", "vi"),
        ("Ông giữ chức Thứ trưởng từ năm 2010 đến 2014, điều mà ông phủ nhận.", "vi"),
    ],
)
def test_what_is_denied_or_alleged_is_no_office(text: str, language: str) -> None:
    speaker = person((_LAM if language == "en" else _TU) + text, language)
    assert speaker.roles == ()
    assert speaker.role == ("Ambassador" if language == "en" else "Đại sứ")


@pytest.mark.parametrize(
    ("text", "language", "held"),
    [
        ("He denied the charges when he was finance minister from 2010 to 2014.", "en", "2010"),
        (
            "He was finance minister from 2010 to 2014, and his critics claim he was a spy.",
            "en",
            "2010",
        ),
        ("Ông phủ nhận cáo buộc khi ông giữ chức Thứ trưởng từ năm 2010 đến 2014.", "vi", "2010"),
        ("Lam did not deny that he was finance minister from 2010 to 2014.", "en", "2010"),
        ("Ông không phủ nhận việc ông là Thứ trưởng từ năm 2010 đến 2014.", "vi", "2010"),
        ("Ông bác bỏ tin đó và ông giữ chức Thứ trưởng từ năm 2010 đến 2014.", "vi", "2010"),
    ],
)
def test_what_is_denied_beside_an_office_leaves_it(text: str, language: str, held: str) -> None:
    speaker = person((_LAM if language == "en" else _TU) + text, language)
    assert [str(role.since) for role in speaker.roles if role.former] == [held]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "He was finance minister from 2010 to 2014 and foreign minister from 2014 to 2018.",
            [("finance minister", "2010", "2014"), ("foreign minister", "2014", "2018")],
        ),
        (
            (
                "He was finance minister from 2010 to 2014, foreign minister from 2014 to 2018 and health"
                " minister from 2018 to 2020."
            ),
            [
                ("finance minister", "2010", "2014"),
                ("foreign minister", "2014", "2018"),
                ("health minister", "2018", "2020"),
            ],
        ),
        (
            "He was finance minister (2010-2014) and then foreign minister until 2018.",
            [("finance minister", "2010", "2014"), ("foreign minister", "", "2018")],
        ),
        (
            "He served as finance minister from 2010 to 2014 and was appointed foreign minister in 2014.",
            [("finance minister", "2010", "2014"), ("foreign minister", "2014", "")],
        ),
        (
            "He served as finance minister from 2010 to 2014 before becoming foreign minister in 2014.",
            [("finance minister", "2010", "2014"), ("foreign minister", "2014", "")],
        ),
        (
            "He was finance minister from 2010 to 2014 and never was foreign minister from 2014 to 2018.",
            [("finance minister", "2010", "2014")],
        ),
        (
            "He was finance minister from 2010 to 2014 and met Foreign Minister Anna Berg in 2018.",
            [("finance minister", "2010", "2014")],
        ),
        (
            (
                "Lam was finance minister from 2010 to 2014, and Anna Berg foreign minister from 2014 to"
                " 2018."
            ),
            [("finance minister", "2010", "2014")],
        ),
    ],
)
def test_several_offices_of_one_sentence(text: str, roles: list) -> None:
    found = [
        (role.title.removeprefix("former "), str(role.since), str(role.until))
        for role in person(_LAM + text, "en").roles
        if role.title != "Ambassador"
    ]
    assert sorted(found) == sorted(roles)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Ông là Bộ trưởng Bộ Y tế từ năm 2010 đến 2014 và Chủ tịch nước từ năm 2014 đến 2018.",
            [("Bộ trưởng Bộ Y tế", "2010", "2014"), ("Chủ tịch nước", "2014", "2018")],
        ),
        (
            "Ông từng giữ chức Thứ trưởng từ năm 2010 đến 2014, sau đó là Chủ tịch nước (2014-2018).",
            [("Thứ trưởng", "2010", "2014"), ("Chủ tịch nước", "2014", "2018")],
        ),
        (
            (
                "Ông giữ chức Thứ trưởng từ năm 2010 đến 2014, trước khi được bầu làm Chủ tịch nước năm"
                " 2014."
            ),
            [("Thứ trưởng", "2010", "2014"), ("Chủ tịch nước", "2014", "")],
        ),
        (
            "Ông từng là Bộ trưởng Bộ Y tế và bà Trần Thị Ba là Thứ trưởng từ năm 2010 đến 2014.",
            [("Bộ trưởng Bộ Y tế", "", "")],
        ),
    ],
)
def test_several_offices_of_one_sentence_in_vietnamese(text: str, roles: list) -> None:
    found = [
        (role.title.removeprefix("nguyên "), str(role.since), str(role.until))
        for role in person(_TU + text).roles
        if role.title != "Đại sứ"
    ]
    assert sorted(found) == sorted(roles)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Từ năm 2010 đến 2014, ông là Thứ trưởng Bộ Y tế và từ năm 2014 đến 2018 làm báo.",
            [("Thứ trưởng Bộ Y tế", "2010", "2014")],
        ),
        (
            "Ông từng là thư ký thời Tổng thống Anna Berg.",
            [("thư ký thời Tổng thống Anna Berg", "", "")],
        ),
        (
            "Ông giữ chức Thứ trưởng từ năm 2010 đến 2014, sau đó là Chủ tịch nước từ tháng 7 cùng năm.",
            [("Thứ trưởng", "2010", "2014")],
        ),
    ],
)
def test_names_and_years_beside_an_office(text: str, roles: list) -> None:
    found = [
        (role.title.removeprefix("nguyên "), str(role.since), str(role.until))
        for role in person(_TU + text).roles
        if role.title != "Đại sứ"
    ]
    assert found == roles


@pytest.mark.parametrize(
    ("since", "day"),
    [
        ("từ ngày 28/11/2020", "2020-11-28"),
        ("kể từ ngày 28/11/2020", "2020-11-28"),
        ("từ ngày 28 tháng 11 năm 2020 đến nay", "2020-11-28"),
        ("từ 28/11/2020", "2020-11-28"),
        ("từ tháng 11/2020", "2020-11"),
        ("từ đầu năm 2020", "2020"),
    ],
)
@pytest.mark.parametrize("verb", ["giữ chức", "được bổ nhiệm giữ chức", "đảm nhiệm chức"])
def test_the_word_before_a_day_is_no_part_of_the_title(verb: str, since: str, day: str) -> None:
    speaker = person(f"Ông Lê Văn Tú {verb} Thứ trưởng Bộ Y tế {since}.")
    assert told(speaker) == [("Thứ trưởng Bộ Y tế", day, "", False)]
    assert speaker.role == "Thứ trưởng Bộ Y tế"
