"""One piece of a sentence while it is being translated, and what is wrong with an output of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from translations.engine import Direction
from translations.engines.decoding import Hypothesis
from translations.engines.inline import Annotated
from translations.output.contrasts import wrong_words
from translations.output.doubling import repeated_terms
from translations.output.inventions import invented_names
from translations.output.opposites import opposites
from translations.output.target_text import missing, strange_numbers
from translations.source.expectations import Expectation
from translations.terminology.glossary import Glossary
from translations.words.foreign import strange_words
from translations.words.made_up_words import made_up_words


@dataclass(slots=True)
class Draft:
    """One piece of a sentence on its way.

    Attributes:
        source: the piece.
        asked: what the model is given for it.
        glossary: the official terms.
        expectations: what must stand in its translation.
        preferences: set phrases that would do it good.
        chosen: the output that was taken.
        text: that output once it is mended.
        wrong: for the wanted form of a term, what the model makes of the term by itself.
    """

    source: str
    asked: Annotated
    glossary: Glossary
    expectations: list[Expectation]
    preferences: list[Expectation]
    chosen: Hypothesis
    text: str
    wrong: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def faults(self, text: str, direction: Direction) -> int:
        """How much of what must stand in ``text`` does not, and how much is made up, turned
        round or doubled.
        """
        made_up = len(strange_numbers(self.source, text, direction))
        made_up += len(wrong_words(self.source, text, direction))
        made_up += len(opposites(self.source, text, direction))
        again = 0
        if direction is Direction.VI_EN:
            made_up += len(invented_names(self.source, text, self.glossary))
            made_up += len(made_up_words(text, self.source))
            again = repeated_terms(self.expectations, text)
        else:
            made_up += len(strange_words(text, self.source, self.glossary.vietnamese_words))
        return len(missing(self.expectations, text, direction)) + made_up + again
