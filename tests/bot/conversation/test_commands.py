"""The table of commands: names, twins, help, menus."""

import re

import pytest

from bot.conversation.commands import BY_NAME, COMMANDS, in_reader_words, nearest, spoken
from bot.conversation.handlers import BY_COMMAND
from bot.texts import translator

WANTED = {
    "conference": "hoinghi", "speaker": "phatbieu", "task": "nhiemvu", "summary": "tomtat",
    "translate": "dich", "search": "tim", "digest": "bantin",
}  # fmt: skip


def test_no_two_commands_share_a_name_and_telegram_takes_all_of_them():
    names = [name for command in COMMANDS for name in (command.name, command.twin)]
    assert len(set(names)) == len(names) == len(BY_NAME)
    assert all(re.fullmatch("[a-z0-9_]{1,32}", name) for name in names)
    assert {name: BY_NAME[name].twin for name in WANTED} == WANTED


def test_every_command_is_answered():
    assert set(BY_COMMAND) == {command.name for command in COMMANDS}


@pytest.mark.parametrize("language", ["vi", "en", "both"])
def test_menus_are_short_enough(language):
    for command in COMMANDS:
        assert 1 <= len(translator(language)(command.help)) <= 256


def test_commands_are_named_as_the_reader_knows_them():
    named = in_reader_words("conference")
    assert [named(translator(language)) for language in ("vi", "en")] == ["hoinghi", "conference"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("confernce", "conference"), ("Hoinghj", "conference"), ("hội_nghị", "conference"),
     ("serach", "search"), ("xyzzy", None), ("a", None)],
)  # fmt: skip
def test_the_nearest_command(typed, meant):
    found = nearest(typed)
    assert (found.name if found else None) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("tasks", "tasks"), ("Nhiệm vụ", "tasks"), ("Conferences!", "conferences"),
     ("các hội nghị sắp tới?", "upcoming"), ("When is the next conference?", "upcoming"),
     ("Xin chào!", "start"), ("hello", "start"), ("help", "help"), ("speakers", "speakers"),
     ("tasks on climate", None), ("", None), ("?", None)],
)  # fmt: skip
def test_words_that_plainly_mean_a_command(typed, meant):
    found = spoken(typed)
    assert (found.name if found else None) == meant
