"""A documented way from the material to the use."""

from __future__ import annotations

from matching.hops import by_pathway, given, sought
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def pathway(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """Whether it is known that this material can serve this use.

    Args:
        output, need: listings as read; uses are confirmed, recognised in the text, or those of its sector.
        book: the pathways, with their strengths.
    Returns:
        `value` in [0, 1]: strength (proven 1, practised 0.8, possible 0.5) times both confidences, less for
        a use that many materials serve; 0 where both ends are known and no pathway joins them; None when an
        end is unknown.
    """
    if not given(output, book) or not sought(need, book):
        return Evidence("pathway", None, 0.0)
    way = by_pathway(output, need, book)
    return Evidence("pathway", way.confidence if way else 0.0, 0.0)
