"""Whether a person still has to look which waste code a listing goes under."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from graph import firms, listings
from matching.records import Kind, Side
from matching.reference_book import ReferenceBook
from symbiosis.access import Viewer, require
from symbiosis.reducing import listing_view
from symbiosis.views import ListingView
from symbiosis.wiring import Services

KINDS_WITH_CODES: tuple[Kind, ...] = ("material", "water", "gas")
"""Heat and shared equipment are no waste."""

MOST_OPEN = 20
"""As many as a desk shows at once."""


def is_code_open(listing: ListingView, book: ReferenceBook) -> bool:
    """An output without a code, or with one of a mirror pair while nobody said whether it is hazardous."""
    if listing.side is not Side.OUTPUT or listing.kind not in KINDS_WITH_CODES:
        return False
    entry = book.waste_codes.get(listing.ewc_code or "")
    return entry is None or (bool(entry.twins) and listing.hazardous is None)


def open_codes(
    services: Services, viewer: Viewer, *, limit: int = MOST_OPEN, now: datetime
) -> tuple[ListingView, ...]:
    """Active listings whose code is open, longest waiting first, with their firms' names."""
    require(viewer, "list_listings")
    found = listings.with_open_code(
        services.store,
        kinds=KINDS_WITH_CODES,
        pair_codes=sorted(_pair_codes(services.book)),
        at=now,
        limit=limit,
    )
    named = {firm.id: firm for firm in firms.list_firms(services.store)}
    return tuple(listing_view(each, now=now, firm=named.get(each.firm_id)) for each in found)


def _pair_codes(book: ReferenceBook) -> Iterable[str]:
    return (entry.id for entry in book.waste_codes.values() if entry.twins)
