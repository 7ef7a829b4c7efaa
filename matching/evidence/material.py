"""The same material on both sides."""

from __future__ import annotations

from matching.hops import by_material, given
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def material(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """Whether the need asks for the very material that is given, or for a broader or narrower one.

    Args:
        output, need: listings as read; their materials are confirmed by a person or recognised in the text.
        book: the tree of materials.
    Returns:
        `value` in [0, 1]: both confidences times what the steps in the tree leave; 0 where both sides name
        materials and none is related; None when either side names none.
    """
    if not given(output, book) or not need.materials:
        return Evidence("material", None, 0.0)
    way = by_material(output, need, book)
    return Evidence("material", way.confidence if way else 0.0, 0.0)
