"""Conferences: their names cut at the right word, when, where and by whom, under all wordings."""
