"""What goes into the package, and that the tree is what the tests test."""

import subprocess
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PACKAGES = ("bot", "seeds", "summarizer", "translations")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", PACKAGES)
def test_the_tree_is_what_is_tested(name):
    assert Path(import_module(name).__file__).parents[1] == REPOSITORY


def tracked():
    """The files of the packages, as the repository has them, or as they lie there without git."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *PACKAGES],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0 and listed.stdout:
        return [REPOSITORY / line for line in listed.stdout.splitlines()]
    return [
        file
        for name in PACKAGES
        for file in (REPOSITORY / name).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    ]


def test_every_data_file_of_the_packages_is_listed():
    listed = {
        file
        for name, patterns in PROJECT["tool"]["setuptools"]["package-data"].items()
        for pattern in patterns
        for file in (REPOSITORY / name).glob(pattern)
    }
    missing = [
        str(file.relative_to(REPOSITORY))
        for file in tracked()
        if file.suffix != ".py" and file.is_file() and file not in listed
    ]
    assert not missing, "name them in [tool.setuptools.package-data]"


def test_every_folder_with_code_is_a_package():
    bare = {
        str(file.parent.relative_to(REPOSITORY))
        for file in tracked()
        if file.suffix == ".py" and file.is_file() and not (file.parent / "__init__.py").exists()
    }
    assert not bare, "a folder without __init__.py stays out of the wheel"


def requirements(*extras):
    project = PROJECT["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return lines


def test_constraints_name_exact_versions_of_all_that_is_required():
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    exact = {}
    for line in (REPOSITORY / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            assert version, line
            exact[canonicalize_name(name)] = version
    assert not exact.keys() & {"torch", "briefing-bot"}
    for line in requirements("test", "postgres"):
        required = Requirement(line)
        version = exact.get(canonicalize_name(required.name))
        assert version is not None, f"constraints.txt does not have {required.name}"
        assert required.specifier.contains(version), line


def test_requirements_are_bounded():
    from packaging.requirements import Requirement

    for line in requirements("hub", "postgres"):
        required = Requirement(line)
        assert required.name == "tzdata" or any(
            part.operator in ("<", "~=", "==") for part in required.specifier
        ), line


def test_neither_the_package_nor_its_tests_ask_for_torch():
    assert not [line for line in requirements("test") if line.lower().startswith("torch")]
