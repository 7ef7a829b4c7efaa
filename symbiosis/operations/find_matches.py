"""One listing is compared with all that could fit it, and what the ranker says is kept."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime

from graph import candidates, due, listings, matches, offers
from graph.errors import GraphUnavailable, NotFound
from matching.ranker import Ranker
from matching.records import Listing, Match, Side
from matching.understood import to_keep
from symbiosis.operations.meaning import today
from symbiosis.operations.one_by_one import done_one_by_one
from symbiosis.reducing import is_open
from symbiosis.wiring import Services

GRID_DEGREES = 0.05
"""Pins are compared on a grid of about five kilometres: no distance or score can be turned back into a
place.
"""

WORTH_A_LOOK = 0.01
"""Pairs less likely than one in a hundred are not suggested. Probabilities are not calibrated yet, so this is
low on purpose: on the practice exchanges 0.01 hid none that stood among the first ten, 0.05 one in fifteen.
"""

BATCH = 50


def find_matches(services: Services, listing_id: str, *, now: datetime) -> int:
    """Compare a listing anew and keep the pairs worth a look; one that is not open loses the undecided ones.

    May run twice, or late, with the same end. Not asked for by a viewer: operations and the job call it.

    Returns:
        How many pairs there are.
    Raises:
        NotFound: no such listing.
    """
    listing = listings.by_id(services.store, listing_id)
    if listing is None:
        raise NotFound(what="listing", id=listing_id)
    ranker = services.ranker
    mine = listing.for_ranking()
    if is_open(listing, now):
        kept = to_keep(mine.text, services.book)
        traces = ranker.traces_of(mine)
        candidates.keep(services.store, mine, traces, ranker.sketch_of(mine, traces), kept)
        found = _rank(services, ranker, mine, now)
    else:
        candidates.keep(services.store, mine, (), None, None)
        found = ()
    matches.replace_for(services.store, listing_id, found, ranker.version, now)
    due.compared(
        services.store,
        listing_id,
        listing.changed_at,
        at=max(now, listing.changed_at),
        by=compared_by(ranker.version),
    )
    return len(found)


def compared_by(ranker_version: str) -> str:
    """Names all that a listing was read and compared by, of which any change makes it due again."""
    return f"{ranker_version}+{candidates.VERSION}"


def find_matches_soon(services: Services, listing_id: str, *, now: datetime) -> None:
    """As `find_matches`; when the graph went away meanwhile, the listing stays due and the job catches up."""
    with contextlib.suppress(GraphUnavailable):
        find_matches(services, listing_id, now=now)


def rematch_firm(services: Services, firm_id: str, *, now: datetime) -> None:
    """Compare all listings of a firm anew. Its change made them due; what cannot be done now stays so."""
    with contextlib.suppress(GraphUnavailable):
        offers.firm_changed(services.store, firm_id)
        for listing in listings.of_firm(services.store, firm_id):
            find_matches(services, listing.id, now=now)


def rematch_due(services: Services, *, now: datetime, most: int = BATCH) -> int:
    """Compare what changed after it was last compared, or was compared by another ranker or book; oldest
    change first. One that cannot be compared is put off and holds up none of the others.

    Returns:
        How many listings it was tried with, at most `most`.
    """
    return done_one_by_one(
        services.store,
        due.to_compare(services.store, compared_by(services.ranker.version), now, most),
        lambda listing_id: _find_if_there(services, listing_id, now),
        id_of=str,
        now=now,
    )


def _find_if_there(services: Services, listing_id: str, now: datetime) -> None:
    with contextlib.suppress(NotFound):  # removed meanwhile
        find_matches(services, listing_id, now=now)


def _rank(services: Services, ranker: Ranker, mine: Listing, now: datetime) -> tuple[Match, ...]:
    found = candidates.candidates_for(services.store, mine, ranker.leads_of(mine), now)
    others = [pair.need if mine.side is Side.OUTPUT else pair.output for pair in found]
    ranking = ranker.rank(on_grid(mine), [on_grid(other) for other in others], today=today(now))
    return tuple(match for match in ranking.matches if match.probability >= WORTH_A_LOOK)


def on_grid(listing: Listing) -> Listing:
    """The listing with its pin moved to the middle of its cell of the grid."""
    place = listing.place
    if place.lat is None or place.lon is None:
        return listing
    lat, lon = (round(round(degrees / GRID_DEGREES) * GRID_DEGREES, 4) for degrees in (place.lat, place.lon))
    return replace(listing, place=replace(place, lat=lat, lon=lon))
