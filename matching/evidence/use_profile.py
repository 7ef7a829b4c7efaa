"""The uses of both sides, taken as a whole."""

from __future__ import annotations

from matching.hops import asks_for_another
from matching.profiles import alike, uses_served, uses_sought
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def use_profile(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How far the uses that the output can serve are altogether those that the need is after.

    Args:
        output, need: listings as read.
        book: the pathways.
    Returns:
        `value` in [0, 1]: the cosine of the two, times 0.7 where both sides surely name different materials;
        None when the uses of either side are unknown.
    """
    mine, theirs = uses_served(output, book), uses_sought(need, book)
    return Evidence("use_profile", alike(mine, theirs, asks_for_another(output, need, book)), 0.0)
