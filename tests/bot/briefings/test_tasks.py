import pytest

from bot.briefings import Briefings
from bot.briefings.cards import Bilingual, Page, TaskList, TaskRef
from bot.briefings.tasks import theme_named
from bot.render import telegram
from bot.render.actions import ListTasks, unpack
from bot.texts.names import THEMES


async def numbers(briefings: Briefings, word: str) -> list[int]:
    return [task.number for task in (await briefings.tasks(word)).items]


async def test_newest_first_without_withdrawn_and_hidden_ones(briefings: Briefings):
    assert await numbers(briefings, "") == [1, 3, 2, 4]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nuoc sach", [1]),
        ("Nước sạch", [1]),
        ("clean", [1]),
        ("trạm đo", [3]),
        ("đo trạm", [3]),  # not as a phrase, but both words
        ("ban to chuc", [4]),
        ("ngoại giao kinh tế", [2, 4]),
        ("economic diplomacy", [2, 4]),
        ("economic", [2, 4]),
        ("nghiên cứu và dự báo", [3]),
        ("mười hai tỉnh", [1]),
        ("gauging stations", []),
        ("xyz", []),
        ("%", []),
        (".*", []),
    ],
)
async def test_words_in_either_language_and_names_of_themes(
    briefings: Briefings, word: str, expected: list[int]
):
    assert await numbers(briefings, word) == expected


async def test_a_key_phrase_offers_its_theme(briefings: Briefings):
    card = await briefings.tasks("kinh tế")
    assert card.theme == "economic"
    [shown] = telegram.render(card, "vi")
    labels = [button.label for row in shown.rows for button in row]
    assert "Chủ đề: ngoại giao kinh tế" in labels
    assert (await briefings.tasks("kiều bào")).theme == ""  # no task is of it
    assert (await briefings.tasks("ngoại giao kinh tế")).theme == ""
    assert (await briefings.tasks("")).theme == ""


async def test_the_folded_texts_are_kept_between_questions(briefings: Briefings):
    assert await numbers(briefings, "clean") == [1]
    assert await numbers(briefings, "nuoc sach") == [1]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", ["vi", "en", "both"])
def test_buttons_of_a_list_keep_its_theme(theme: str, language: str):
    task = TaskRef(1, Bilingual("Thử", "Try"), theme, 1)
    card = TaskList((task,), word=theme, page=Page(1, 2), total=7)
    [shown] = telegram.render(card, language)
    actions = [unpack(button.action.pack()) for row in shown.rows for button in row]
    turned = [each.word for each in actions if isinstance(each, ListTasks)]
    assert turned
    assert {theme_named(word) for word in turned} == {theme}


def test_themes_by_name():
    assert theme_named("Bảo hộ công dân") == "citizen_protection"
    assert theme_named("bao ho cong dan") == "citizen_protection"
    assert theme_named("Party external relations") == "party"
    assert theme_named("") is None
    assert theme_named("nước") is None


async def test_one_task_in_its_context(briefings: Briefings):
    card = await briefings.task(1)
    assert card is not None
    assert card.task.set_by is not None
    assert card.task.set_by.vi == "Trần Thị Mẫu"
    assert str(card.task.due) == "2031-06"
    assert [line.text.vi for line in card.context] == [
        "Bộ trưởng Trần Thị Mẫu nhấn mạnh dòng sông là của chung mười hai tỉnh.",
        "“Chúng ta phải giữ nước sạch trước mùa khô”, bà Mẫu nói.",
        "Các đại biểu cho rằng cần có một trạm đo chung.",
    ]
    assert [other.number for other in card.related] == [3]
    assert card.source.number == 2


async def test_no_such_task(briefings: Briefings):
    assert await briefings.task(5) is None
    assert await briefings.task(404) is None
