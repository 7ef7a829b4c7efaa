"""The chains between pairs that the ranker gave, through the firms that offer a process."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from graph import offers
from graph.offers import ProcessOffer
from graph.records import StoredListing
from matching.chains import Chain, ChainWorth, Processor, chain_worth, chains_of, fitting
from matching.records import Listing, Place, Side
from matching.reference_book import ReferenceBook
from symbiosis.operations.find_matches import on_grid
from symbiosis.operations.meaning import today
from symbiosis.reducing_chains import Names, chain_view
from symbiosis.views import ChainView
from symbiosis.wiring import Services

Pair = tuple[StoredListing, StoredListing]

WORTH_A_LOOK = 0.05
"""Chains with a lower score are not shown: a weak leg makes a weak chain."""


def chains_of_pairs(
    services: Services, pairs: Sequence[tuple[str, Pair]], names: Names, *, now: datetime
) -> tuple[ChainView, ...]:
    """The chains of some pairs, best first.

    Args:
        pairs: id of the match, with its output and need.
        names: all firms by id for who sees them by name; with it comes what each chain brings.
    """
    ready = [(id, pair, on_grid(pair[0].for_ranking()), on_grid(pair[1].for_ranking())) for id, pair in pairs]
    wanted = {process for _, _, output, need in ready for process in doable(services, output, need)}
    offered = {_id(one): one for one in offers.open_for(services.store, wanted)}
    processors = [_processor(one, services.book) for one in offered.values()]
    found: list[tuple[Chain, ChainView]] = []
    for id, pair, output, need in ready if processors else ():
        for chain in chains_of(output, [need], processors, services.ranker, today=today(now)):
            if chain.score < WORTH_A_LOOK:
                continue
            offer = offered[chain.processor_id]
            worth = _worth(services, chain, pair, (output, need), offer) if names is not None else None
            found.append((chain, chain_view(chain, id, pair, offer, names=names, worth=worth)))
    found.sort(key=lambda one: (-one[0].score, one[0].output_id, one[0].need_id, one[0].processor_id))
    return tuple(view for _, view in found)


def doable(services: Services, output: Listing, need: Listing) -> set[str]:
    """The processes by which an output could become what a need is after."""
    book = services.book
    reading = services.ranker.reading
    return {step.process_id for step in fitting(reading(output), reading(need), book)}


def _worth(
    services: Services, chain: Chain, pair: Pair, ranked: tuple[Listing, Listing], offer: ProcessOffer
) -> ChainWorth | None:
    return chain_worth(
        chain,
        *ranked,
        services.book,
        reading=services.ranker.reading,
        price_gel_per_t=offer.price_gel_per_t,
        giver_pays_gel_per_year=pair[0].cost_gel_per_year,
        taker_pays_gel_per_year=pair[1].cost_gel_per_year,
    )


def _id(offer: ProcessOffer) -> str:
    return f"{offer.site_id}:{offer.process_id}"


def _processor(offer: ProcessOffer, book: ReferenceBook) -> Processor:
    """An offer as the search takes it, its pin on the same grid as those of listings."""
    here = Listing("", Side.NEED, "", place=Place(offer.municipality, offer.lat, offer.lon))
    return Processor(
        id=_id(offer),
        process_id=offer.process_id,
        place=on_grid(here).place,
        firm_id=offer.firm_id,
        nace=offer.nace_division,
        tonnes_per_year=offer.tonnes_per_year,
        takes_hazardous=offer.takes_hazardous,
        has_permit=offer.has_permit,
        treats=tuple(one for one in offer.treats if one in book.materials),
        declines=offer.declines,
    )
