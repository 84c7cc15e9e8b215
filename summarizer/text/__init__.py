"""The ground floor: folding, words, sentences, numbers, dates and language of plain text.

It stands on nothing but the standard library, so that every other package may use it.
"""
