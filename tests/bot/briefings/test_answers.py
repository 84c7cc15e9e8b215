import pytest

from bot.briefings import Briefings


async def test_search_shows_the_sentence_that_has_the_words(briefings: Briefings):
    card = await briefings.search("trạm đo")
    assert [ref.number for ref in card.items] == [2]
    [line] = card.lines
    assert line is not None
    assert line.text.vi == "Các đại biểu cho rằng cần có một trạm đo chung."
    assert card.total == 1


async def test_search_without_marks_and_in_english(briefings: Briefings):
    assert {ref.number for ref in (await briefings.search("song may")).items} == {2, 3}
    assert [ref.number for ref in (await briefings.search("budget")).items] == [3]


@pytest.mark.parametrize("query", ['"', "AND", "a OR", "*", "(", "ví dụ không có", "x" * 5000])
async def test_search_for_strange_things_finds_nothing(briefings: Briefings, query: str):
    assert (await briefings.search(query)).items == ()


async def test_summaries_of_each_kind(briefings: Briefings):
    article = await briefings.summary("article", 3)
    assert article is not None
    assert [line.article for line in article.lines] == [3, 3]
    conference = await briefings.summary("conference", 1)
    assert conference is not None
    assert conference.title.vi == "Hội nghị Hợp tác sông Mây"
    assert {ref.number for ref in conference.sources} == {2, 3}
    speaker = await briefings.summary("speaker", 1)
    assert speaker is not None
    assert all(line.speaker and line.speaker.id == 1 for line in speaker.lines)
    task = await briefings.summary("task", 1)
    assert task is not None
    assert (task.title.vi, task.title.en) == ("Nhiệm vụ 1", "Task 1")
    assert [line.text.vi for line in task.lines] == [
        "“Chúng ta phải giữ nước sạch trước mùa khô”, bà Mẫu nói.",
        "Bộ trưởng Trần Thị Mẫu nhấn mạnh dòng sông là của chung mười hai tỉnh.",
        "Các đại biểu cho rằng cần có một trạm đo chung.",
    ]


async def test_a_task_is_told_once_in_its_summary(briefings: Briefings):
    """Where its sentence says far more, the task stands for the sentence."""
    card = await briefings.summary("task", 2)
    assert card is not None
    texts = [line.text.vi or "" for line in card.lines]
    assert texts[0] == "Cử một đầu mối liên lạc"
    assert sum("một đầu mối liên lạc" in text for text in texts) == 1
    assert card.lines[0].text.en == "Name a contact"


async def test_the_summary_of_somebody_who_never_speaks_has_the_mentions(briefings: Briefings):
    card = await briefings.summary("speaker", 4)
    assert card is not None
    assert [line.place for line in card.lines] == ["teaser", "caption"]
    assert {ref.number for ref in card.sources} == {2, 4}


async def test_summaries_of_nothing(briefings: Briefings):
    for of in ("article", "conference", "speaker", "task"):
        assert await briefings.summary(of, 404) is None


async def test_terms_of_the_glossary(briefings: Briefings):
    card = await briefings.term("bo ngoai giao")
    assert card.terms[0].en == "Ministry of Foreign Affairs"
    assert (await briefings.term("qqqqzzzz")).terms == ()
