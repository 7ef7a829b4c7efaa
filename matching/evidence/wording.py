"""How alike the two texts are worded."""

from __future__ import annotations

from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook
from matching.vectors import cosine


def wording(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How much the words of the two texts have in common, whole or in part.

    Args:
        output, need: listings as read.
        book: how telling each word and piece of a word is (not used otherwise).
    Returns:
        `value` in [0, 1]: mean cosine of character 3- to 5-grams and of stems; None when the texts share no
        alphabet or one has no words, because then nothing can be compared.
    """
    if not output.letters or not need.letters or not (output.scripts & need.scripts):
        return Evidence("wording", None, 0.0)
    alike = (cosine(output.letters, need.letters) + cosine(output.stems, need.stems)) / 2
    return Evidence("wording", round(alike, 4), 0.0)
