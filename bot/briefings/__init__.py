"""Briefings: questions to the library, answered with cards."""
