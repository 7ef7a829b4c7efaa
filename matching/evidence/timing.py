"""Whether the seasons fit each other."""

from __future__ import annotations

from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def timing(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How much of the year's months the output and the need have in common.

    Args:
        output, need: listings as read, with the months in which each holds.
        book: not used.
    Returns:
        `value` in [0, 1]: 1 minus half the difference of the monthly shares;
        None when a side names no months.
    """
    mine, theirs = set(output.listing.season_months), set(need.listing.season_months)
    if not mine or not theirs:
        return Evidence("timing", None, 0.0)
    common = len(mine & theirs)
    # Shares are equal within each side, so the sum of the smaller shares is what both have in common.
    return Evidence("timing", round(common / max(len(mine), len(theirs)), 4), 0.0)
