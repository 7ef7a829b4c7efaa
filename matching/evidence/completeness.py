"""How much the two listings say."""

from __future__ import annotations

from matching.reading import Reading
from matching.records import Evidence, Listing
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
    facts = (*_facts(output.listing), *_facts(need.listing))
    return Evidence("completeness", round(sum(facts) / len(facts), 4), 0.0)


def _facts(listing: Listing) -> tuple[bool, ...]:
    place = listing.place
    return (
        listing.ewc_code is not None or bool(listing.material_ids) or bool(listing.use_ids),
        listing.hazardous is not None,
        listing.tonnes_per_year is not None or listing.quantity is not None,
        place.municipality is not None or place.lat is not None,
        listing.nace is not None,
    )
