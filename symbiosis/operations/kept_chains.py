"""Chains that the job found, as a reader may see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph import chain_answers, listings, offers
from graph.chains import StoredChain
from graph.offers import ProcessOffer
from graph.records import StoredListing
from matching.chains import Chain, ChainWorth, Leg, Step, chain_worth
from matching.reference_book import ReferenceBook
from symbiosis.operations.find_matches import on_grid
from symbiosis.reducing_chains import Names, chain_view
from symbiosis.views import ChainView
from symbiosis.wiring import Services

Pair = tuple[StoredListing, StoredListing]


def chain_views(
    services: Services, found: Sequence[StoredChain], names: Names, past: Iterable[ProcessOffer] = ()
) -> tuple[ChainView, ...]:
    """Chains in the order given; those whose listings or whose offer are gone meanwhile are left out.

    Args:
        names: all firms by id for who sees them by name; with it comes what each chain brings, and what
            coordinators said of it.
        past: what stands for offers that are gone.
    """
    answers = chain_answers.of_chains(services.store, [one.id for one in found]) if names is not None else {}
    ids = {id for one in found for id in (one.output_id, one.need_id)}
    known = listings.by_ids(services.store, sorted(ids))
    there = offers.open_for(services.store, {one.process_id for one in found})
    offered = {(one.site_id, one.process_id): one for one in (*past, *there)}
    views = []
    for one in found:
        pair = known.get(one.output_id), known.get(one.need_id)
        offer = offered.get((one.site_id, one.process_id))
        if pair[0] is None or pair[1] is None or offer is None:
            continue
        if not _is_in(services.book, one):
            continue  # the book was changed, and the job has not been there yet, or comes there no more
        both = pair[0], pair[1]
        worth = _worth(services, one, both, offer) if names is not None else None
        views.append(chain_view(one, both, offer, names=names, worth=worth, answers=answers.get(one.id, ())))
    return tuple(views)


def _is_in(book: ReferenceBook, one: StoredChain) -> bool:
    materials = {one.material_id, one.product_id or one.material_id}
    is_known_way = one.pathway_id in book.pathways and one.process_id in book.processes
    return is_known_way and materials <= book.materials.keys()


def _worth(services: Services, one: StoredChain, pair: Pair, offer: ProcessOffer) -> ChainWorth | None:
    output, need = (on_grid(listing.for_ranking()) for listing in pair)
    return chain_worth(
        _as_found(one),
        output,
        need,
        services.book,
        reading=services.ranker.reading,
        price_gel_per_t=offer.price_gel_per_t,
        giver_pays_gel_per_year=pair[0].cost_gel_per_year,
        taker_pays_gel_per_year=pair[1].cost_gel_per_year,
    )


def _as_found(one: StoredChain) -> Chain:
    """The chain as its worth is reckoned: what was asked of it is left out."""
    return Chain(
        output_id=one.output_id,
        need_id=one.need_id,
        processor_id=one.site_id,
        step=Step(
            material_id=one.material_id,
            process_id=one.process_id,
            use_id=one.use_id,
            product_id=one.product_id,
            pathway_id=one.pathway_id,
            confidence=one.confidence,
        ),
        first=Leg(one.first_probability, one.km_in, ()),
        second=Leg(one.second_probability, one.km_out, ()),
        gates=(),
        score=one.score,
        tonnes_in=one.tonnes_in,
        tonnes_out=one.tonnes_out,
    )
