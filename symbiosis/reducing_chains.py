"""Chains, pools and mixtures become what a reader may see of them. Which field goes to whom: `access.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from graph.chain_answers import ChainAnswer
from graph.chains import Inflow, StoredChain
from graph.offers import ProcessOffer
from graph.records import Firm, StoredListing
from matching.chains import ChainWorth
from matching.pools import Blend, Pool, PoolCost, Share
from matching.records import GateResult
from symbiosis.access import Closeness, may_know, visible
from symbiosis.reducing import counterpart_view
from symbiosis.views import (
    Band,
    BlendView,
    ChainAnswerView,
    ChainView,
    CounterpartView,
    GateView,
    InflowView,
    OfferedView,
    PoolView,
    ProcessorView,
    ShareView,
)

Names = Mapping[str, Firm] | None
"""Firms by id for who sees them by name; None for everybody else."""

Known = Callable[[str], StoredListing | None]
"""The listing with an id, where this reader may meet it."""

_OFFERED = tuple(OfferedView.__dataclass_fields__)
_INFLOW = ("site_id", "process_id", "material_id", "product_id", "region", "is_demo")
_PROCESSOR = ("process_id", "municipality", "nace_division", "tonnes_per_year", "is_demo")

_BANDS: tuple[tuple[float, Band], ...] = ((10.0, "under-10"), (100.0, "10-100"), (1000.0, "100-1000"))
"""Amounts are told in bands (t a year): by the exact one a firm could know its neighbours again."""


def offered_view(offer: ProcessOffer) -> OfferedView:
    """What a firm offers to others, for itself or a coordinator."""
    return OfferedView(**visible("process_offer", offer, Closeness.OWNER, _OFFERED))


def inflow_view(inflow: Inflow) -> InflowView:
    """An output that could come, for the firm that offers the process: it is matched with nobody yet."""
    seen = visible("inflow", inflow, Closeness.MATCHED, _INFLOW)
    return InflowView(**seen, band=_band_of(inflow.tonnes_per_year))


def _band_of(tonnes_per_year: float | None) -> Band:
    """The band that an amount lies in; its lower end belongs to it."""
    if tonnes_per_year is None:
        return "unknown"
    return next((name for below, name in _BANDS if tonnes_per_year < below), "over-1000")


def processor_view(offer: ProcessOffer, names: Names) -> ProcessorView:
    """Who offers a process, for a reader of a match; by name with `names`."""
    seen = visible("process_offer", offer, Closeness.MATCHED, _PROCESSOR)
    if names is not None:
        seen |= visible("process_offer", offer, Closeness.OWNER, ("firm_id", "price_gel_per_t"))
        firm = names.get(offer.firm_id)
        if firm is not None:
            seen |= {"firm_name_ka": firm.name_ka, "firm_name_latin": firm.name_latin}
    return ProcessorView(**seen)


def side_view(listing: StoredListing, names: Names) -> CounterpartView:
    """A side of a match; by name with `names`."""
    if names is None:
        return counterpart_view(listing, Closeness.MATCHED)
    return counterpart_view(listing, Closeness.OWNER, firm=names.get(listing.firm_id))


def chain_view(
    stored: StoredChain,
    pair: tuple[StoredListing, StoredListing],
    offer: ProcessOffer,
    *,
    names: Names = None,
    worth: ChainWorth | None = None,
    answers: Iterable[ChainAnswer] = (),
) -> ChainView:
    """A chain; `worth` and `answers` are for who may know all three."""
    return ChainView(
        id=stored.id if names is not None else None,
        match_id=stored.match_id,
        output=side_view(pair[0], names),
        need=side_view(pair[1], names),
        processor=processor_view(offer, names),
        material_id=stored.material_id,
        product_id=stored.product_id,
        pathway_id=stored.pathway_id,
        km_in=stored.km_in,
        km_out=stored.km_out,
        tonnes_in=stored.tonnes_in,
        tonnes_out=stored.tonnes_out,
        score=stored.score,
        gates=_gates(stored.questions),
        worth=worth if names is not None and may_know("broker", None) else None,
        is_current=stored.is_current and stored.match_id is not None,
        answers=tuple(_answer(one) for one in answers) if names is not None else (),
    )


def _answer(answer: ChainAnswer) -> ChainAnswerView:
    return ChainAnswerView(answer.verdict, answer.reason, answer.note, answer.said_at, answer.user_email)


def pool_view(
    pool: Pool,
    need: StoredListing,
    known: Known,
    *,
    mine: str | None = None,
    names: Names = None,
    cost: PoolCost | None = None,
) -> PoolView:
    """A pool; `mine`: the firm of the reader. What each goes alone is told to who sees the listing."""
    return PoolView(
        need=side_view(need, names),
        material_id=pool.material_id,
        tonnes=pool.tonnes,
        km=pool.km,
        months=pool.months,
        shares=_shares(pool.shares, known, mine, names),
        gates=_gates(pool.questions),
        cost=cost if names is not None else None,
    )


def blend_view(
    blend: Blend, need: StoredListing, known: Known, *, mine: str | None = None, names: Names = None
) -> BlendView:
    """A mixture; `mine`: the firm of the reader."""
    return BlendView(
        need=side_view(need, names),
        tonnes=blend.tonnes,
        covers=blend.covers,
        reached=blend.reached,
        shares=_shares(blend.shares, known, mine, names),
        gates=_gates(blend.questions),
    )


def _shares(shares: Iterable[Share], known: Known, mine: str | None, names: Names) -> tuple[ShareView, ...]:
    return tuple(_share(share, known(share.output_id), mine, names) for share in shares)


def _share(share: Share, listing: StoredListing | None, mine: str | None, names: Names) -> ShareView:
    if listing is None:
        return ShareView(share.tonnes, False, None)
    is_mine = mine is not None and listing.firm_id == mine
    return ShareView(share.tonnes, is_mine, side_view(listing, names), share.leg_km)


def _gates(questions: Iterable[GateResult]) -> tuple[GateView, ...]:
    return tuple(GateView(gate.name, "unknown", gate.question) for gate in questions)
