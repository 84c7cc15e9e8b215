"""Official names and set phrases: the glossary, its matching, titles and names of events."""

from translations.terminology.glossary import Glossary, Term, TermKind, TermMatch

__all__ = ["Glossary", "Term", "TermKind", "TermMatch"]
