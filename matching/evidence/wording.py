"""How alike the two texts are worded."""

from __future__ import annotations

from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook
from matching.vectors import cosine

ACROSS_ALPHABETS = 0.75
"""Meanings alone, without the letters that one alphabet would share, say a little less."""


def wording(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How much the words of the two texts have in common, in spelling and in meaning.

    Args:
        output, need: listings as read.
        book: how telling each word and piece of a word is (already applied in the readings).
    Returns:
        `value` in [0, 1]: the mean of the cosines of character 3- to 5-grams and of meanings; of meanings
        alone, times 0.75, where the texts share no alphabet; None when either text has no words.
    """
    if not output.meanings or not need.meanings:
        return Evidence("wording", None, 0.0)
    meaning = cosine(output.meanings, need.meanings)
    if output.scripts & need.scripts:
        return Evidence("wording", round((cosine(output.letters, need.letters) + meaning) / 2, 4), 0.0)
    return Evidence("wording", round(ACROSS_ALPHABETS * meaning, 4), 0.0)
