"""Whether the amounts fit each other."""

from __future__ import annotations

from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def quantity(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How near the two amounts of a year are to each other.

    Args:
        output, need: listings as read; amounts are in the base unit of their dimension.
        book: densities, for volumes (already applied in the reading).
    Returns:
        `value` in [0, 1]: the smaller over the larger amount; None when either is unknown or zero, or when
        the two have different dimensions and no density joins them.
    """
    if output.per_year is None or need.per_year is None or output.per_year[1] != need.per_year[1]:
        return Evidence("quantity", None, 0.0)
    small, large = sorted((output.per_year[0], need.per_year[0]))
    if small <= 0:
        return Evidence("quantity", None, 0.0)
    return Evidence("quantity", round(small / large, 4), 0.0)
