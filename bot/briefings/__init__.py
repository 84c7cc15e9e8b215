"""Briefings: questions to the library, answered with cards."""

from bot.briefings.service import Briefings

__all__ = ["Briefings"]
