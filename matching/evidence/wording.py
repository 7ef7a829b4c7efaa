"""How alike the two texts are worded."""

from __future__ import annotations

from matching.hops import asks_for_another, by_pathway
from matching.reading import Reading, letters
from matching.records import Evidence
from matching.reference_book import ReferenceBook
from matching.vectors import cosine

ACROSS_ALPHABETS = 0.75
"""Meanings alone, without the letters that one alphabet would share, say a little less."""

OTHER_THINGS = 0.7
"""What alike words still say where both sides surely name materials, and none that could be the other."""


def wording(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How much the words of the two texts have in common, in spelling and in meaning.

    Args:
        output, need: listings as read.
        book: how telling each word and piece of a word is (already applied in the readings), and whether
            any way leads from what is given to what is sought.
    Returns:
        `value` in [0, 1]: the mean of the cosines of character 3- to 5-grams and of meanings; of meanings
        alone, times 0.75, where the texts share no alphabet; half of that where both sides surely name
        materials and no way leads from one to the other; None when either text has no words.
    """
    if not output.meanings or not need.meanings:
        return Evidence("wording", None, 0.0)
    alike = cosine(output.meanings, need.meanings)
    if output.scripts & need.scripts:
        alike = (cosine(letters(output, book), letters(need, book)) + alike) / 2
    else:
        alike *= ACROSS_ALPHABETS
    if asks_for_another(output, need, book) and by_pathway(output, need, book) is None:
        alike *= OTHER_THINGS
    return Evidence("wording", round(alike, 4), 0.0)
