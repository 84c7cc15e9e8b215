"""What the documents say is what the program does."""

import difflib
import importlib.util
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from bot.settings import Settings

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text("utf-8")
OPERATORS = (REPOSITORY / "docs" / "operators.md").read_text("utf-8")
INSTALL = "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt . && .venv/bin/briefing-bot run"
TESTS = ".venv/bin/pip install -c constraints.txt '.[test]' && .venv/bin/python -m pytest"
LIKE = 0.85
"""A transcript may differ in a word: machine translation is not the same on every processor."""


def generator():
    spec = importlib.util.spec_from_file_location("generate", REPOSITORY / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATOR = generator()
PARTS = [(d, name) for d in GENERATOR.DOCUMENTS for name in GENERATOR.parts(d)]


def test_the_two_commands_stand_in_the_readme():
    assert f"```sh\n{INSTALL}\n```" in README
    assert f"<!-- tests -->\n```sh\n{TESTS}\n```" in README


@pytest.mark.parametrize(("document", "name"), PARTS, ids=lambda v: getattr(v, "name", v))
def test_generated_parts_are_up_to_date(document, name, request, tmp_path):
    written = GENERATOR.parts(document)[name]
    if not name.startswith("transcript"):
        assert written == GENERATOR.render(name, tmp_path), "run python docs/generate.py"
        return
    library = tmp_path / "library"
    shutil.copytree(request.getfixturevalue("starter_library"), library)
    made = GENERATOR.render(name, library)
    likeness = difflib.SequenceMatcher(None, written, made, autojunk=False).ratio()
    difference = "\n".join(difflib.unified_diff(written.split("\n"), made.split("\n"), lineterm=""))
    assert likeness >= LIKE, f"run python docs/generate.py\n{difference}"


def test_the_operators_guide_lists_every_setting_with_its_default():
    rows = re.findall(r"^\| `BRIEFING_(\w+)` \| (.+?) \|", OPERATORS, re.MULTILINE)
    assert [name.lower() for name, _ in rows] == list(Settings.model_fields)
    for name, shown in rows:
        default = Settings.model_fields[name.lower()].default
        if shown.startswith("`"):
            assert (
                shown.strip("`") == f"{default:g}" if isinstance(default, float) else str(default)
            )


def test_the_readme_names_every_command_of_the_terminal():
    from typer.main import get_command

    from bot.cli.commands import app

    names = []
    for name, command in get_command(app).commands.items():
        below = getattr(command, "commands", None)
        names += [f"{name} {each}" for each in below] if below else [name]
    for name in names:
        assert f"`briefing-bot {name}" in README, name


def test_no_torch_and_no_machine_in_constraints():
    text = (REPOSITORY / "constraints.txt").read_text("utf-8")
    assert not re.search(r"file:|https?:|--hash|@ ", text)


@pytest.mark.parametrize(
    "document",
    sorted(["README.md", *(f"docs/{p.name}" for p in (REPOSITORY / "docs").glob("*.md"))]),
)
def test_links_lead_somewhere(document):
    path = REPOSITORY / document
    for target in re.findall(r"\]\(([^)]+)\)", path.read_text("utf-8")):
        if "://" not in target:
            file, _, anchor = target.partition("#")
            there = path.parent / file if file else path
            assert there.exists(), target
            if anchor:
                headings = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.MULTILINE)
                assert anchor in {h.lower().replace(" ", "-") for h in headings}, target


def test_the_supported_pythons_are_the_same_everywhere():
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">=3.11,<3.14"
    assert "Python 3.11 (or 3.12, 3.13)" in README
