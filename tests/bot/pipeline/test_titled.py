"""Persons with their offices before their names."""

import pytest

from bot.pipeline.rules import Rules
from bot.pipeline.titled import part_title, render_titled
from summarizer.facts.model import Facts, Kind, Speaker

FACTS = Facts(
    speakers=(
        Speaker("Adam Kent", Kind.PERSON, "Tổng thống", ("Kent",), mentions=(), confidence=1.0),
        Speaker("Bộ Ngoại giao", Kind.BODY, "", (), mentions=(), confidence=1.0),
    )
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Tổng thống Adam Kent", ("Tổng thống", "Adam Kent")),
        ("Tổng thống Kent", ("Tổng thống", "Kent")),
        ("Adam Kent", ("", "Adam Kent")),
        ("ông Broken-Kent", None),
        ("các bộ", None),
        ("", None),
    ],
)
def test_the_name_is_that_of_a_person_of_the_article(text, parts):
    assert part_title(text, FACTS) == parts


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Tổng thống Adam Kent", "President Adam Kent"),
        ("Tổng thống Mỹ Kent", "US President Kent"),
        ("nhà vườn Adam Kent", None),  # no rule for the trade
        ("Adam Kent", None),  # a name alone has a rule of its own
        ("Bộ Ngoại giao", None),
    ],
)
def test_office_and_name_are_rendered_together_or_not_at_all(text, english):
    found = render_titled(text, FACTS, "vi", Rules())
    assert (found.text if found else None) == english
    assert found is None or not found.machine
