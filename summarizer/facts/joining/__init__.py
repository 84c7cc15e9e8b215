"""Bringing together what several articles say of one event or one person."""
