"""Visits of officials to other countries: who, where to, when, at whose invitation."""
