"""The application: Briefing Bot."""
