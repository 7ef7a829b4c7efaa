"""How much the two listings say."""

from __future__ import annotations

from matching.reading import FACTS, Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def completeness(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """What part of the facts that a partner asks for first the two listings state.

    Args:
        output, need: listings as read.
        book: not used.
    Returns:
        `value` in [0, 1]: the share of stated facts (code or material, hazard, amount, place, sector) on
        both sides; never None, because it is always known what was stated.
    Source: more information in a listing goes with more deals (Dhanorkar et al., MNExchange).
    """
    share = (output.n_stated + need.n_stated) / (2 * FACTS)
    return Evidence("completeness", round(share, 4), 0.0)
