"""The network as a whole: chains, pools and mixtures for coordinators, and for planners what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from graph import chain_answers, chains, due, listings, matches, waits
from matching.chains import Flow, Gap, gaps
from matching.records import Wait
from matching.reference_book import ReferenceBook
from symbiosis.access import Viewer, may_see_all, require
from symbiosis.operations.find_chains import LIKELY, WORTH_A_LOOK
from symbiosis.operations.find_matches import compared_by
from symbiosis.operations.kept_chains import Pair, chain_views
from symbiosis.operations.planner_counts import FEWEST
from symbiosis.operations.third_parties import names_of, outputs_for, pool_and_blend
from symbiosis.views import BlendView, GapsView, GapView, PoolView, ThirdPartiesView
from symbiosis.wiring import Services

LOOKED_AT = 200
"""For pools and mixtures so many of the likeliest pairs are looked at: somebody waits for the page."""

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
    answered = chain_answers.answered(services.store, MOST_KEPT)
    past = [offer for _, offer in answered]
    return ThirdPartiesView(
        chain_views(services, found, names),
        tuple(pools),
        tuple(blends),
        kept=chain_views(services, [one for one, _ in answered], names, past),
    )


def show_gaps(services: Services, viewer: Viewer, *, now: datetime) -> GapsView:
    """The processes that nobody does for those who wait for them, as the job found; worth most first.

    Behind every number that a planner sees at least three firms stand; a coordinator knows them all anyway.
    """
    require(viewer, "see_network")
    found = gaps(_in_the_book(waits.all_open(services.store, now), services.book), services.book)
    sees_all = may_see_all(viewer, "list_matches")
    told = [gap for gap in found if sees_all or gap.n_givers >= FEWEST]
    fewest = 0 if sees_all else FEWEST
    left = due.left(services.store, compared_by(services.ranker.version), now)
    return GapsView(
        gaps=tuple(_view(gap, fewest) for gap in told),
        n_hidden=len(found) - len(told),
        n_to_do=left.n_to_compare + left.n_to_chain,
    )


def _in_the_book(found: Iterable[Wait], book: ReferenceBook) -> Iterator[Wait]:
    """Without what an older book named, where the job has not been yet."""
    for one in found:
        named = {one.material_id, one.product_id} - {None}
        is_way_known = one.pathway_id is None or one.pathway_id in book.pathways
        if one.process_id in book.processes and is_way_known and named <= book.materials.keys():
            yield one


def _view(gap: Gap, fewest: int) -> GapView:
    """A gap without the numbers behind which fewer than so many firms stand."""
    flows = _countable(gap.flows, fewest)
    is_known, is_priced = gap.n_known_givers >= fewest, gap.n_priced_givers >= fewest
    return GapView(
        process_id=gap.process_id,
        tonnes_per_year=gap.tonnes_per_year if is_known else None,
        n_outputs=gap.n_outputs,
        n_unknown=None if gap.n_unknown and fewest else gap.n_unknown,
        n_needs=gap.n_needs if gap.n_takers >= fewest else None,
        gel_per_year=gap.gel_per_year if is_priced else None,
        is_worth_hidden=gap.gel_per_year is not None and not is_priced,
        smallest_plant=gap.smallest_plant,
        fills_a_plant=gap.fills_a_plant and is_known,
        flows=flows,
        n_flows_hidden=len(gap.flows) - len(flows),
    )


def _countable(flows: tuple[Flow, ...], fewest: int) -> tuple[Flow, ...]:
    """The flows behind whose tonnes enough firms stand. Where others are left out, the last of these that has
    any is, too: else what is left out would be the whole less what is shown.
    """
    enough = tuple(flow for flow in flows if flow.n_known_givers >= fewest)
    if len(enough) == len(flows):
        return enough
    last = max((number for number, flow in enumerate(enough) if flow.tonnes_per_year), default=0)
    return enough[:last]


def _likeliest(services: Services, now: datetime) -> list[tuple[str, Pair]]:
    found = matches.likeliest(services.store, now, least=LIKELY, limit=LOOKED_AT)
    known = listings.by_ids(services.store, [id for one in found for id in (one.output_id, one.need_id)])
    return [
        (one.id, (known[one.output_id], known[one.need_id]))
        for one in found
        if one.output_id in known and one.need_id in known
    ]
