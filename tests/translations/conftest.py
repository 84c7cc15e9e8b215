"""What the tests of translations share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def glossary():
    from translations import Glossary

    return Glossary.load()


@pytest.fixture(scope="session")
def compact():
    from translations.engines.compact import CompactEngine

    return CompactEngine()


@pytest.fixture(scope="session")
def translator(compact, glossary):
    from translations import Translator

    return Translator(compact, glossary)


class ScriptedEngine:
    """An engine that says what it was told to, sentence by sentence."""

    name = "scripted-1"

    def __init__(self, answers=None, directions=None):
        from translations import Direction

        self.answers = dict(answers or {})
        self.directions = frozenset(directions or Direction)
        self.asked = []

    def translate(self, sentences, direction):
        self.asked += list(sentences)
        return [self.answers.get(sentence, f"<{sentence}>") for sentence in sentences]


@pytest.fixture
def scripted():
    return ScriptedEngine
