"""How others could help a pair: a processor between the two, neighbours with lots as small, a mixture.

Chains are found by the job and kept; pools and mixtures are searched among the pairs that the ranker gave,
when somebody asks. Nothing is shown of listings that were closed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from graph import chains, firms, listings, matches
from graph.records import StoredListing, StoredMatch
from matching.pools import blend_for, pool_cost, pool_for
from matching.records import Side
from symbiosis.access import Viewer
from symbiosis.operations.find_chains import WORTH_A_LOOK
from symbiosis.operations.find_matches import on_grid
from symbiosis.operations.kept_chains import Pair, chain_views
from symbiosis.operations.meaning import today
from symbiosis.operations.my_matches import match_for, may_be_shown
from symbiosis.reducing import is_open
from symbiosis.reducing_chains import Names, blend_view, pool_view
from symbiosis.views import BlendView, PoolView, ThirdPartiesView
from symbiosis.wiring import Services

MOST_CHAINS = 3
POOLED = 60
"""So many of the best pairs of a need are weighed for a pool or a mixture."""


def third_parties(services: Services, viewer: Viewer, match_id: str, *, now: datetime) -> ThirdPartiesView:
    """How others could help one pair, read from the viewer's side; a coordinator sees who they are.

    Raises:
        NotFound: it does not exist, or the viewer may not know of it.
    """
    match, pair, side = match_for(services, viewer, "see_match", match_id, now=now)
    if not match.is_current or not all(is_open(listing, now) for listing in pair):
        return ThirdPartiesView()
    names = names_of(services) if side is None else None
    found = chains.of_pair(services.store, match.output_id, match.need_id, least=WORTH_A_LOOK)
    pool, blend = lots_of_need(services, pair, side, names, now=now)
    return ThirdPartiesView(chain_views(services, found[:MOST_CHAINS], names), pool, blend)


def names_of(services: Services) -> Names:
    """All firms by id, for who sees them by name."""
    return {firm.id: firm for firm in firms.list_firms(services.store)}


def lots_of_need(
    services: Services, pair: Pair, side: Side | None, names: Names, *, now: datetime
) -> tuple[tuple[PoolView, ...], tuple[BlendView, ...]]:
    """The pool and the mixture of a need in which the output of a pair has a share.

    Args:
        side: from which the pair is read. The giver learns of its own share, and of the others only how much
            and how many; the taker meets them all anyway.
    """
    output, need = pair
    there = outputs_for(services, need, now=now)
    if output.id not in there:
        return (), ()
    mine = {Side.OUTPUT: output.firm_id, Side.NEED: need.firm_id}.get(side) if side else None
    known = _known(there, output if side is Side.OUTPUT else None)
    pools, blends = pool_and_blend(services, need, there, known, names, mine=mine, now=now)
    return (
        tuple(one for one in pools if side is Side.NEED or side is None or _has_mine(one)),
        tuple(one for one in blends if side is Side.NEED or side is None or _has_mine(one)),
    )


def outputs_for(services: Services, need: StoredListing, *, now: datetime) -> dict[str, StoredListing]:
    """The outputs by id that the firm of a need may meet now, best pairs first."""
    found = [match for match in matches.of_listing(services.store, need.id) if match.is_current][:POOLED]
    known = listings.by_ids(services.store, [match.output_id for match in found])
    return {
        match.output_id: known[match.output_id]
        for match in found
        if match.output_id in known and _may_meet(match, known[match.output_id], need, now)
    }


def pool_and_blend(
    services: Services,
    need: StoredListing,
    there: dict[str, StoredListing],
    known: Callable[[str], StoredListing | None],
    names: Names,
    *,
    mine: str | None = None,
    now: datetime,
) -> tuple[tuple[PoolView, ...], tuple[BlendView, ...]]:
    """The pool and the mixture that a need could have of some outputs; each may be missing."""
    wanted, day, ranker = on_grid(need.for_ranking()), today(now), services.ranker
    outputs = [on_grid(one.for_ranking()) for one in there.values()]
    pool = pool_for(wanted, outputs, ranker, today=day)
    blend = blend_for(wanted, outputs, ranker, today=day)
    cost = pool_cost(pool, services.book) if pool and names is not None else None
    return (
        (pool_view(pool, need, known, mine=mine, names=names, cost=cost),) if pool else (),
        (blend_view(blend, need, known, mine=mine, names=names),) if blend else (),
    )


def _may_meet(match: StoredMatch, output: StoredListing, need: StoredListing, now: datetime) -> bool:
    return is_open(output, now) and may_be_shown(match, (output, need), Side.NEED, now)


def _known(
    there: dict[str, StoredListing], only: StoredListing | None
) -> Callable[[str], StoredListing | None]:
    """Who reads as the giver knows its own output alone."""
    return (lambda id: only if only is not None and id == only.id else None) if only else there.get


def _has_mine(one: PoolView | BlendView) -> bool:
    return any(share.is_mine for share in one.shares)
