"""The application: Briefing Bot."""

__version__ = "0.1.0"
