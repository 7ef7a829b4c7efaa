"""What is given, among all that the need could take."""

from __future__ import annotations

from matching.hops import asks_for_another
from matching.profiles import alike, materials_given, materials_taken
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def material_profile(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How far what is given is what the need names, or what usually serves such a need.

    Args:
        output, need: listings as read.
        book: the pathways.
    Returns:
        `value` in [0, 1]: the cosine of the two, times 0.7 where both sides surely name different materials;
        None when the materials of either side are unknown.
    """
    mine, theirs = materials_given(output, book), materials_taken(need, book)
    return Evidence("material_profile", alike(mine, theirs, asks_for_another(output, need, book)), 0.0)
