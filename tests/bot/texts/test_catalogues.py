"""Every text of the code has its translation, and no translation loses a value or a mark."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

import bot
from bot.texts import LANGUAGES, beside, translator

CODE = Path(bot.__file__).parent
KEYWORDS = {"_": None, "N_": None, "plural": (1, 2), "notice": None}
MARKED = re.compile(r"\*[^*\n]+\*|`[^`\n]+`")


def msgids() -> dict[str | tuple[str, str], str]:
    """Msgids of the code, as Babel's extractor finds them, with where they stand."""
    found = {}
    for path in sorted(CODE.rglob("*.py")):
        for line, msgid, _comments, _context in extract_from_file(
            "python", str(path), keywords=KEYWORDS
        ):
            found.setdefault(msgid, f"{path.relative_to(CODE.parent)}:{line}")
    return found


def catalogue(language: str) -> Catalog:
    with (CODE / "texts" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


MSGIDS = msgids()


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def forms(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@pytest.mark.parametrize("msgid", MSGIDS, ids=str)
def test_every_text_is_translated_into_vietnamese(msgid):
    message = catalogue_of_vi().get(msgid)
    assert message is not None, f"{MSGIDS[msgid]}: not in vi.po"
    assert all(forms(message.string)), f"{MSGIDS[msgid]}: empty in vi.po"
    assert not message.fuzzy, f"{MSGIDS[msgid]}: fuzzy in vi.po"


_KEPT: dict[str, Catalog] = {}


def catalogue_of_vi() -> Catalog:
    return _KEPT.setdefault("vi", catalogue("vi"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_values_and_marks(language: str):
    for message in catalogue(language):
        if not message.id:
            continue
        source = forms(message.id)[-1]
        for said in forms(message.string):
            assert places(said) == places(source), message.id
            assert len(MARKED.findall(said)) == len(MARKED.findall(source)), message.id


def test_no_translation_is_left_over():
    left = {message.id for message in catalogue_of_vi() if message.id} - set(MSGIDS)
    assert not left, f"in vi.po and nowhere in the code: {sorted(map(str, left))}"


def test_no_text_hides_in_an_f_string_where_the_tools_do_not_find_it():
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.JoinedStr):
                continue
            for call in ast.walk(node):
                named = isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
                if named and call.func.id in KEYWORDS:
                    assert not isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"


def test_the_translator():
    vi, en, both = (translator(language) for language in ("vi", "en", "both"))
    assert vi("Tasks") == "Nhiệm vụ"
    assert en("Tasks") == "Tasks"
    assert both("Tasks") == "Nhiệm vụ · Tasks"
    assert vi("There is no task number {number}.", number=7) == "Không có nhiệm vụ số 7."
    assert vi("no such msgid {x}", x=1) == "no such msgid 1"
    assert [each.language for each in both.each] == ["vi", "en"]
    with pytest.raises(ValueError, match="de"):
        translator("de")


def test_plurals():
    en, vi, both = (translator(language) for language in ("en", "vi", "both"))
    assert en.plural("{n} task", "{n} tasks", 1) == "1 task"
    assert en.plural("{n} task", "{n} tasks", 2) == "2 tasks"
    assert vi.plural("{n} task", "{n} tasks", 1) == "1 nhiệm vụ"
    assert both.plural("{n} task", "{n} tasks", 0) == "0 nhiệm vụ · 0 tasks"


def test_side_by_side_where_short_below_each_other_where_long_once_where_equal():
    assert beside(["a", "a"]) == "a"
    assert beside(["a", "b"]) == "a · b"
    assert beside(["a" * 99, "b"]) == "a" * 99 + "\nb"
    assert beside(["a\nb", "c"]) == "a\nb\nc"


def test_values_with_braces_are_left_as_they_are():
    assert translator("en")("“{words}” is no number.", words="{x}") == "“{x}” is no number."
