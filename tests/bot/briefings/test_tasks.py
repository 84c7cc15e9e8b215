import pytest

from bot.briefings import Briefings
from bot.briefings.tasks import theme_named


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


async def test_the_folded_texts_are_kept_between_questions(briefings: Briefings):
    assert await numbers(briefings, "clean") == [1]
    assert await numbers(briefings, "nuoc sach") == [1]


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
