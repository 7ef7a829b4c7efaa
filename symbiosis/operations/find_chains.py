"""The chains of a listing through the firms that offer a process, and for which it waits because nobody does:
reckoned and kept, by the job.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from graph import chains, listings, offers
from graph.chains import Due, Reckoned, StoredChain
from graph.ids import new_id
from graph.offers import ProcessOffer
from matching.chains import Chain, Processor, chains_of, fitting, waits_of
from matching.records import Listing, Place, Side
from matching.reference_book import ReferenceBook
from symbiosis.operations.find_matches import on_grid
from symbiosis.operations.meaning import today
from symbiosis.operations.one_by_one import done_one_by_one
from symbiosis.wiring import Services

LIKELY = 0.02
"""Pairs below this probability are not looked at."""

PAIRS = 300
"""So many of the likeliest pairs of a listing are looked at; a listing seldom has more."""

WORTH_A_LOOK = 0.05
"""Chains with a lower score are not kept: a weak leg makes a weak chain."""

BATCH = 25


def find_chains_due(services: Services, *, now: datetime, most: int = BATCH) -> int:
    """Reckon the chains of listings whose pairs, or whose possible processors, changed since.

    May run twice, or late, with the same end. What fails is put off and holds up none of the others.

    Returns:
        With how many listings it was tried, at most `most`.
    """
    return done_one_by_one(
        services.store,
        chains.due(services.store, now, most),
        lambda one: chains.replace_for(services.store, one, _reckon(services, one, now)),
        id_of=lambda one: one.listing_id,
        now=now,
    )


def _reckon(services: Services, of: Due, now: datetime) -> Reckoned:
    others = chains.pairs_of(services.store, of.listing_id, now, least=LIKELY, limit=PAIRS)
    known = listings.by_ids(services.store, [of.listing_id, *others])
    if not others or of.listing_id not in known:
        return Reckoned((), others, ())
    mine = on_grid(known[of.listing_id].for_ranking())
    theirs = [on_grid(known[id].for_ranking()) for id in others if id in known]
    pairs = [(mine, one) if mine.side is Side.OUTPUT else (one, mine) for one in theirs]
    process_ids = {id for output, need in pairs for id in doable(services, output, need)}
    offered = {processor_id(one): one for one in offers.open_for(services.store, process_ids)}
    processors = [_processor(one, services.book) for one in offered.values()]
    kept = [
        _to_keep(chain, offered[chain.processor_id], now)
        for output, needs in _by_output(pairs)
        for chain in _chains(services, output, needs, processors, now)
    ]
    waits = waits_of(pairs, processors, services.book, services.ranker.reading)
    return Reckoned(kept, others, process_ids, waits)


def _by_output(pairs: Iterable[tuple[Listing, Listing]]) -> list[tuple[Listing, list[Listing]]]:
    needs: dict[Listing, list[Listing]] = {}
    for output, need in pairs:
        needs.setdefault(output, []).append(need)
    return list(needs.items())


def doable(services: Services, output: Listing, need: Listing) -> set[str]:
    """The processes by which an output could become what a need is after."""
    reading = services.ranker.reading
    return {step.process_id for step in fitting(reading(output), reading(need), services.book)}


def _chains(
    services: Services, output: Listing, needs: list[Listing], processors: list[Processor], now: datetime
) -> tuple[Chain, ...]:
    day = today(now)
    return chains_of(output, needs, processors, services.ranker, today=day, least=WORTH_A_LOOK)


def _to_keep(chain: Chain, offer: ProcessOffer, now: datetime) -> StoredChain:
    return StoredChain(
        id=new_id(),
        output_id=chain.output_id,
        need_id=chain.need_id,
        site_id=offer.site_id,
        process_id=offer.process_id,
        score=chain.score,
        material_id=chain.step.material_id,
        product_id=chain.step.product_id,
        use_id=chain.step.use_id,
        pathway_id=chain.step.pathway_id,
        confidence=chain.step.confidence,
        first_probability=chain.first.probability,
        second_probability=chain.second.probability,
        km_in=chain.first.distance_km,
        km_out=chain.second.distance_km,
        tonnes_in=chain.tonnes_in,
        tonnes_out=chain.tonnes_out,
        questions=chain.questions,
        rule_ids=chain.rule_ids,
        computed_at=now,
    )


def processor_id(offer: ProcessOffer) -> str:
    """The id of an offered process, for the search."""
    return f"{offer.site_id}:{offer.process_id}"


def _processor(offer: ProcessOffer, book: ReferenceBook) -> Processor:
    """An offer as the search takes it, its pin on the same grid as those of listings."""
    here = Listing("", Side.NEED, "", place=Place(offer.municipality, offer.lat, offer.lon))
    return Processor(
        id=processor_id(offer),
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
