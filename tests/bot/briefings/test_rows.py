"""From rows of the library to the parts of cards."""

import pytest

from bot.briefings import rows
from bot.store.models import Sentence, Statement, Task
from translations.engine import FindingKind


@pytest.mark.parametrize(
    ("findings", "uncertain", "misstated"),
    [
        ([], False, False),
        ([["name", "Huế"]], True, False),
        ([["term", "ASEAN"], ["length", ""]], True, False),
        ([["date", "13/5"]], True, True),
        ([["number", "45"]], True, True),
        ([["name", "Huế"], ["date", "12 May"]], True, True),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_a_check_found_is_told_apart(findings, uncertain, misstated, language):
    made = rows.bilingual("Họp 13/5.", "It met.", language, findings)
    assert (made.uncertain, made.misstated) == (uncertain, misstated)
    assert made.in_(language) == "Họp 13/5."
    assert made.original == language


def test_the_kinds_are_those_of_the_translator():
    kinds = {FindingKind.NUMBER, FindingKind.DATE, FindingKind.OPPOSITE}
    assert {kind.value for kind in kinds} == rows.FIGURES


async def test_a_wrong_date_of_any_part_of_a_card_is_known(database, briefings):
    async with database.write() as session:
        for table, number in ((Task, 1), (Statement, 1)):
            (await session.get_one(table, number)).findings = [["date", "3/3"]]
        sentence = await session.get_one(Sentence, (await _first(session)))
        sentence.findings = [["date", "3/3"]]
    task = await briefings.task(1)
    assert task.task.text.misstated
    card = await briefings.article(2)
    assert [line.text.misstated for line in card.statements].count(True) == 1
    assert card.summary[0].text.misstated


async def _first(session):
    """The key of the first sentence of the article on the opening."""
    from sqlalchemy import select

    return await session.scalar(
        select(Sentence.id).where(Sentence.article_id == 2, Sentence.position == 0)
    )
