"""Every command, in both languages, on the starter articles."""

import itertools
import re

import pytest

from bot.conversation.commands import COMMANDS

pytestmark = pytest.mark.asyncio(loop_scope="session")

ARGUMENTS = {
    "conference": "đối ngoại toàn quốc",
    "speaker": "Bùi Thanh Sơn",
    "task": "1",
    "article": "1",
    "summary": "article 1",
    "translate": "Hội nghị diễn ra tại Hà Nội.",
    "term": "Bộ Ngoại giao",
    "search": "ngoại giao",
    "subscribe": "07:00",
    "language": "both",
}
MARKS = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


def lines_of_code(command, name):
    return f"/{name} {ARGUMENTS.get(command.name, '')}".strip()


@pytest.mark.parametrize(
    ("command", "name"),
    [(c, name) for c in COMMANDS for name in (c.name, c.twin)],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_every_command_answers(reader, command, name):
    answers = await reader.say(lines_of_code(command, name))
    assert answers, "silence"
    for answer in answers:
        assert answer.text.strip()
        assert "<b>" not in answer.text
        assert "&amp;" not in answer.text
        assert "unexpected" not in answer.text.lower()
        for button in itertools.chain(*answer.buttons):
            assert button["text"].strip()


async def test_menus_in_the_readers_language(english, vietnamese):
    assert "conferences" in await english.text("/help")
    help_vi = await vietnamese.text("/trogiup")
    assert "/hoinghi" in help_vi
    assert "hội nghị" in help_vi
    nothing = await english.text("/tasks nosuchword")
    assert not MARKS & set(nothing.lower().partition("sources:")[0])


async def test_a_conference_under_all_its_wordings_is_one(english):
    cards = [
        await english.text(f"/conference {name}")
        for name in (
            "doi ngoai toan quoc",
            "Hội nghị Đối ngoại toàn quốc",
            "national foreign affairs conference",
            "hoi nghi doi ngoai toan quoc",
        )
    ]
    assert len(set(cards)) == 1
    assert "National Foreign Affairs Conference" in cards[0]
    assert "14 December 2021" in cards[0]
    assert "Hanoi" in cards[0]
    assert "Pham Binh Minh" in cards[0]


async def test_the_three_reported_conferences_stand_apart_from_those_referred_to(english):
    text = await english.text("/conferences")
    reported, _, referred = text.partition("Only referred to")
    for date in ("13 January 2023", "14 December 2021", "12 July 2021"):
        assert date in reported, date
    assert referred, "the congress is only referred to"


@pytest.mark.parametrize(
    "name", ["bui thanh son", "Bùi Thanh Sơn", "bui than son", "BUI THANH SON"]
)
async def test_names_are_found_without_marks_and_misspelt(english, name):
    text = await english.text(f"/speaker {name}")
    assert "Bui Thanh Son" in text
    assert "Minister of Foreign Affairs" in text
    assert "12 July 2021" in text


async def test_speakers_have_their_roles(english):
    text = await english.text("/speakers")
    for name in ("Pham Binh Minh", "Bui Thanh Son", "Vo Van Thuong", "Le Hoai Trung"):
        assert name in text, name


async def test_a_name_that_is_not_there_gives_the_nearest_as_buttons(english):
    [answer] = await english.say("/speaker Bùi Thanh Sang")
    labels = [button["text"] for row in answer.buttons for button in row]
    assert any("Bui Thanh Son" in label for label in labels), (answer.text, labels)
    [chosen, *_] = [a for a in await english.press(answer, "Bui Thanh Son") if a.kind != "notice"]
    assert "Minister of Foreign Affairs" in chosen.text


async def test_the_starters_say_what_they_are(reader):
    for message in ("/article 1", "/latest", "/conference doi ngoai toan quoc"):
        assert "Briefing Bot starter set, after" in await reader.text(message)


async def test_machine_translation_is_labelled_and_the_original_one_tap_away(english):
    answers = await english.say("/article 1")
    assert "machine" in answers[-1].text.lower()
    turned = [a for a in await english.press(answers[-1], "Tiếng Việt") if a.kind != "notice"]
    assert MARKS & set("".join(answer.text for answer in turned).lower())


async def test_language_is_kept(english):
    await english.say("/language vi")
    assert "Hội nghị" in await english.text("/conferences")
    await english.say("/ngonngu en")
    text = await english.text("/conferences")
    assert text.startswith("Conferences")


async def test_tasks_name_who_set_them_or_nobody(english):
    listed = await english.text("/tasks")
    number = next(word.rstrip(".") for word in listed.split() if word.rstrip(".").isdigit())
    assert await english.text(f"/task {number}")


async def test_summaries_of_things_and_of_replies(english):
    for what in ("1", "1 en", "vi 1", "article 2", "conference doi ngoai", "speaker bui thanh son"):
        text = await english.text(f"/summary {what}")
        assert len(text) > 80, (what, text)
    [card, *_] = await english.say("/article 1")
    assert await english.text("/summary", reply_to=card.message_id)


async def test_translation_and_terms(english):
    assert "Hanoi" in await english.text("/translate Hội nghị khai mạc tại Hà Nội.")
    assert "Ministry of Foreign Affairs" in await english.text("/term bo ngoai giao")
    posted = await english.say("Bộ trưởng sẽ thăm Đà Nẵng.")
    assert posted
    reply = await english.text("/translate", reply_to=posted[-1].message_id)
    assert reply


async def test_subscriptions_echo_the_next_run(english):
    text = await english.text("/subscribe 07:00")
    assert "07:00" in text
    assert "Ho_Chi_Minh" in text or "Ho Chi Minh" in text
    assert "18:30" in await english.text("/subscribe 18:30 Europe/Paris")
    assert await english.text("/unsubscribe")
    assert await english.text("/unsubscribe")


async def test_search_finds_with_and_without_marks(english):
    assert "[" in await english.text("/search ngoai giao kinh te")
    assert "[" in await english.text("/tim ngoại giao kinh tế")


async def test_the_digest_on_demand(english):
    assert len(await english.text("/digest")) > 40


async def test_a_theme_and_a_period_are_summed_up_from_several_articles(english, vietnamese):
    theme = await english.text("/summary theme economic diplomacy")
    assert "Economic diplomacy" in theme
    assert len(set(re.findall(r"\[(\d+)\]", theme.partition("Sources")[0]))) > 1
    year = await vietnamese.text("/tomtat năm 2021")
    assert "Năm 2021" in year
    assert len(set(re.findall(r"\[(\d+)\]", year.partition("\nNguồn\n")[0]))) > 1
    nothing = await english.text("/summary 1/2/1995")
    assert "no articles from this time (1 February 1995)" in nothing
