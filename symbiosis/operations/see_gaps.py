"""The network as a whole: chains, pools and mixtures for coordinators, and for planners what is missing."""

from __future__ import annotations

from datetime import datetime

from graph import chain_answers, chains, listings, matches, offers
from matching.chains import Flow, Gap, gaps
from symbiosis.access import Viewer, may_see_all, require
from symbiosis.operations.find_chains import LIKELY, WORTH_A_LOOK
from symbiosis.operations.find_matches import on_grid
from symbiosis.operations.kept_chains import Pair, chain_views
from symbiosis.operations.planner_counts import FEWEST
from symbiosis.operations.third_parties import names_of, outputs_for, pool_and_blend
from symbiosis.views import BlendView, GapsView, GapView, PoolView, ThirdPartiesView
from symbiosis.wiring import Services

LOOKED_AT = 200
"""So many of the likeliest pairs are looked at: a page that somebody waits for has no time for all."""

MOST_CHAINS = 30
MOST_KEPT = 100
MOST_NEEDS = 40


def show_third_parties(services: Services, viewer: Viewer, *, now: datetime) -> ThirdPartiesView:
    """The best chain of each output, pools and mixtures among the likeliest pairs, with names and worth."""
    require(viewer, "list_matches")
    pairs, names = _likeliest(services, now), names_of(services)
    needs = {pair[1].id: pair[1] for _, pair in pairs}
    pools: list[PoolView] = []
    blends: list[BlendView] = []
    for need in list(needs.values())[:MOST_NEEDS]:
        there = outputs_for(services, need, now=now)
        some, others = pool_and_blend(services, need, there, there.get, names, now=now)
        pools += some
        blends += others
    found = chains.best(services.store, now, least=WORTH_A_LOOK, limit=MOST_CHAINS)
    said_of = chain_answers.answered(services.store, MOST_KEPT)
    past = [offer for _, offer in said_of]
    return ThirdPartiesView(
        chain_views(services, found, names),
        tuple(pools),
        tuple(blends),
        kept=chain_views(services, [one for one, _ in said_of], names, past),
    )


def show_gaps(services: Services, viewer: Viewer, *, now: datetime) -> GapsView:
    """The processes that nobody offers although the likeliest pairs wait for them; worth most first.

    Behind every number that a planner sees at least three firms stand; a coordinator knows them all anyway.
    """
    require(viewer, "see_network")
    offered = {one.process_id for one in offers.open_for(services.store, services.book.processes)}
    pairs = [
        (on_grid(output.for_ranking()), on_grid(need.for_ranking()))
        for _, (output, need) in _likeliest(services, now)
    ]
    found = gaps(pairs, offered, services.book, services.ranker.reading)
    sees_all = may_see_all(viewer, "list_matches")
    told = [gap for gap in found if sees_all or gap.n_givers >= FEWEST]
    return GapsView(tuple(_view(gap, sees_all) for gap in told), len(found) - len(told))


def _view(gap: Gap, sees_all: bool) -> GapView:
    flows = gap.flows if sees_all else _countable(gap.flows)
    return GapView(
        process_id=gap.process_id,
        tonnes_per_year=gap.tonnes_per_year,
        n_outputs=gap.n_outputs,
        n_unknown=gap.n_unknown,
        n_needs=gap.n_needs if sees_all or gap.n_takers >= FEWEST else None,
        gel_per_year=gap.gel_per_year,
        smallest_plant=gap.smallest_plant,
        fills_a_plant=gap.fills_a_plant,
        flows=flows,
        n_flows_hidden=len(gap.flows) - len(flows),
    )


def _countable(flows: tuple[Flow, ...]) -> tuple[Flow, ...]:
    """The flows behind which enough firms stand. Where others are left out, the last of these is, too: else
    what is left out would be the whole less what is shown.
    """
    enough = tuple(flow for flow in flows if flow.n_givers >= FEWEST)
    return enough if len(enough) == len(flows) else enough[:-1]


def _likeliest(services: Services, now: datetime) -> list[tuple[str, Pair]]:
    found = matches.likeliest(services.store, now, least=LIKELY, limit=LOOKED_AT)
    known = listings.by_ids(services.store, [id for one in found for id in (one.output_id, one.need_id)])
    return [
        (one.id, (known[one.output_id], known[one.need_id]))
        for one in found
        if one.output_id in known and one.need_id in known
    ]
