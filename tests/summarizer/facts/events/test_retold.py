"""What a later sentence tells of an event by its noun: its own days, not those of the series."""

from __future__ import annotations

import pytest

from tests.summarizer.facts.events.test_days import NAME, conferences, days

TWO = f"Bộ trưởng sẽ dự {NAME} và Hội nghị Bộ trưởng Ngoại giao ASEAN - EU lần thứ 24."
SUMMIT = "Leaders are preparing for the 40th ASEAN Summit."


@pytest.mark.parametrize(
    "later",
    [
        "Hội nghị bắt đầu được tổ chức từ ngày 14/12/2005 tại Kuala Lumpur.",
        "Hội nghị đã bắt đầu từ năm 1967, tổ chức ngày 8/8.",
        "Hội nghị bắt đầu từ ngày 8/8/1967.",
        "Hội nghị diễn ra ngày 8/8/1967 tại Bangkok.",
        "Hội nghị tổ chức lễ kỷ niệm ngày 8/3.",
        "Hội nghị bắt đầu thảo luận ngày 8/3.",
    ],
)
def test_no_day_of_this_edition(later: str) -> None:
    [event] = conferences(f"Bộ trưởng dự {NAME}.", later)
    assert not event.starts.known


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("Hội nghị bắt đầu từ ngày 10 đến 13/3.", "2022-03-10…2022-03-13"),
        ("Hội nghị sẽ bắt đầu từ ngày 3/8.", "2022-08-03"),
        ("Hội nghị diễn ra ngày 8/8/2021.", "2021-08-08"),
        ("Hội nghị tổ chức tại Huế ngày 12/3.", "2022-03-12"),
    ],
)
def test_a_day_of_this_edition(later: str, day: str) -> None:
    [event] = conferences(f"Bộ trưởng dự {NAME}.", later)
    assert days(event) == day


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("The summit opens doors for trade on November 10.", ""),
        ("The summit began talks on March 10.", ""),
        ("The summit began on December 14, 2005 in Kuala Lumpur.", ""),
        ("The summit opened on March 10.", "2022-03-10"),
        ("The summit opened in Phnom Penh on March 10.", "2022-03-10"),
        ("The summit was held March 10.", "2022-03-10"),
        ("The summit will take place officially on November 10.", "2022-11-10"),
    ],
)
def test_an_english_verb_without_an_object(later: str, day: str) -> None:
    [event] = conferences(SUMMIT, later, lang="en")
    assert str(event.starts) == day


@pytest.mark.parametrize(
    ("later", "told"),
    [
        (
            "Hai hội nghị sẽ diễn ra lần lượt vào các ngày 3/8 và 5/8 tại Hà Nội và Lào.",
            ["2022-08-03", "2022-08-05"],
        ),
        ("Hai hội nghị sẽ lần lượt diễn ra vào ngày 3 và 4/8.", ["2022-08-03", "2022-08-04"]),
        ("Hai hội nghị sẽ diễn ra lần lượt vào ngày 3 và 5/8.", ["2022-08-03", "2022-08-05"]),
        ("Hai hội nghị sẽ lần lượt diễn ra vào ngày 3/8, 5/8 và 10/8.", ["", ""]),
        ("Hai hội nghị sẽ lần lượt diễn ra tại Hà Nội và Lào vào ngày 3/8.", ["", ""]),
        ("Hai hội nghị sẽ diễn ra vào các ngày 3/8 và 5/8.", ["", ""]),
        ("Hai hội nghị sẽ diễn ra ngày 3 và 4/8.", ["2022-08-03…2022-08-04"] * 2),
    ],
)
def test_days_are_shared_out(later: str, told: list[str]) -> None:
    found = sorted(conferences(TWO, later), key=lambda its: TWO.find(its.name))
    assert [days(event) for event in found] == told
    if "lần lượt" in later:
        assert not any(event.place for event in found)


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("Hội nghị sẽ diễn ra ngày 10/2 năm sau tại Huế.", "2023-02-10"),
        ("Hội nghị đã diễn ra ngày 20/12 năm ngoái tại Huế.", "2021-12-20"),
        ("Hội nghị đã diễn ra ngày 20/3 tại Huế.", "2021-03-20"),
        ("Hội nghị sẽ diễn ra từ ngày 3 đến 5 và ngày 8/8.", "2022-08-03…2022-08-05"),
        ("Hội nghị sẽ diễn ra ngày 3/8 và 5/8.", "2022-08-03"),
        ("Hội nghị sẽ diễn ra ngày 3/8 và 4/8.", "2022-08-03…2022-08-04"),
    ],
)
def test_the_year_in_which_it_takes_place(later: str, day: str) -> None:
    [event] = conferences(f"Bộ trưởng dự {NAME}.", later)
    assert days(event) == day
