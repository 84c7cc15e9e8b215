from bot.briefings import Briefings
from bot.briefings.placing import Reason


async def test_stories_are_folded_and_ranked_by_plain_rules(briefings: Briefings):
    card = await briefings.digest(0, 1000)
    assert [item.source.number for item in card.items] == [2, 5, 4, 6]
    first = card.items[0]
    assert [ref.number for ref in first.also_in] == [3]
    assert dict(first.reason) == {
        Reason.OFFICE: 3,
        Reason.SOURCES: 2,
        Reason.CONFERENCE: 1,
        Reason.STATEMENTS: 3,
        Reason.TASKS: 2,
    }
    assert dict(card.items[-1].reason) == {Reason.NEWEST: 1}
    assert first.conference == 1


async def test_groups(briefings: Briefings):
    card = await briefings.digest(0, 1000)
    assert {ref.id for ref in card.conferences} == {1, 2}
    assert [line.speaker and line.speaker.name.vi for line in card.statements] == [
        "Trần Thị Mẫu",
        "các đại biểu",
    ]
    assert 5 not in {task.number for task in card.tasks}
    assert len(card.tasks) == 4
    assert card.more == 0


async def test_only_what_entered_between_the_marks(briefings: Briefings):
    card = await briefings.digest(30, 40)
    assert [item.source.number for item in card.items] == [4]
    assert (await briefings.digest(60, 60)).empty
    assert (await briefings.digest(0, 10)).empty  # the starter that stepped back


async def test_old_material_is_no_news_for_a_scheduled_digest(briefings: Briefings):
    card = await briefings.digest(0, 1000, on_demand=False, late=True)
    assert 5 not in {item.source.number for item in card.items}
    assert card.late
    assert not card.on_demand
    assert 5 in {item.source.number for item in (await briefings.digest(0, 1000)).items}
