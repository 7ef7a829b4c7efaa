"""Chains, pools and gaps, as each reader may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from matching.chains import ChainWorth, Flow
from matching.pools import PoolCost
from matching.reference_records import Limit, Span
from symbiosis.views.listings import CounterpartView
from symbiosis.views.matches import GateView

Band = Literal["under-10", "10-100", "100-1000", "over-1000", "unknown"]
"""What lies in a band of amounts, in t a year."""


@dataclass(frozen=True, slots=True)
class OfferedView:
    """A process that a firm offers to others, for itself and coordinators."""

    firm_id: str
    site_id: str
    process_id: str
    municipality: str
    tonnes_per_year: float | None
    price_gel_per_t: float | None
    takes_hazardous: bool | None
    has_permit: bool | None
    treats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InflowView:
    """Outputs of one kind, region and band of amount that could come to a process of the reader's firm.

    `product_id` None: the material itself, prepared.
    """

    site_id: str
    process_id: str
    material_id: str
    product_id: str | None
    region: str
    is_demo: bool
    band: Band
    n_outputs: int = 1


@dataclass(frozen=True, slots=True)
class ProcessorView:
    """A firm that offers a process: sector and municipality, and for coordinators who it is."""

    process_id: str
    municipality: str
    nace_division: str | None
    tonnes_per_year: float | None
    is_demo: bool
    firm_id: str | None = None
    firm_name_ka: str | None = None
    firm_name_latin: str | None = None
    price_gel_per_t: float | None = None


@dataclass(frozen=True, slots=True)
class ChainAnswerView:
    """What a coordinator said of a chain, for coordinators. `reason`: a key, with a no."""

    verdict: str
    reason: str | None
    note: str | None
    said_at: datetime
    user_email: str | None


@dataclass(frozen=True, slots=True)
class ChainView:
    """A pair that could go through a processor. Ids of the reference book; kilometres by road of each leg.

    `product_id` None: the material itself, prepared. `gates`: what must be clarified first. `worth`: for
    coordinators only, as are `id` and `answers` (newest first). `match_id`: of the pair, None when that is no
    match any more.
    """

    id: str | None
    match_id: str | None
    output: CounterpartView
    need: CounterpartView
    processor: ProcessorView
    material_id: str
    product_id: str | None
    pathway_id: str
    km_in: float | None
    km_out: float | None
    tonnes_in: float | None
    tonnes_out: float | None
    score: float
    gates: tuple[GateView, ...]
    worth: ChainWorth | None = None
    is_current: bool = True
    answers: tuple[ChainAnswerView, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareView:
    """What one output gives to a pool or mixture. `output` None: this reader may not know whose it is."""

    tonnes: float
    is_mine: bool
    output: CounterpartView | None
    leg_km: float | None = None


@dataclass(frozen=True, slots=True)
class PoolView:
    """Small lots that fill the smallest lot of a need, in the order of the round. `cost`: coordinators'."""

    need: CounterpartView
    material_id: str
    tonnes: float
    km: float
    months: tuple[int, ...]
    shares: tuple[ShareView, ...]
    gates: tuple[GateView, ...]
    cost: PoolCost | None = None


@dataclass(frozen=True, slots=True)
class BlendView:
    """A mixture within the limits of a need, the largest share first. `covers`: so much of what is needed.

    `reached`: the limits, and what the mixture comes to.
    """

    need: CounterpartView
    tonnes: float
    covers: float
    reached: tuple[tuple[Limit, float], ...]
    shares: tuple[ShareView, ...]
    gates: tuple[GateView, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """A process that nobody does for what waits for it.

    None where fewer firms stand behind a number than may be counted: `tonnes_per_year`, `n_needs`,
    `n_unknown` (some outputs are of unknown amount), and `gel_per_year` where `is_worth_hidden` (else no
    price is known).
    `flows`: what would go through it, but for `n_flows_hidden` behind which too few firms stand.
    """

    process_id: str
    tonnes_per_year: float | None
    n_outputs: int
    n_unknown: int | None
    n_needs: int | None
    gel_per_year: Span | None
    is_worth_hidden: bool
    smallest_plant: float | None
    fills_a_plant: bool
    flows: tuple[Flow, ...] = ()
    n_flows_hidden: int = 0


@dataclass(frozen=True, slots=True)
class GapsView:
    """What nobody does, worth most first. `n_hidden`: so many more, behind which too few firms stand.

    `n_to_do`: so many listings are still to be compared, or their chains to be reckoned: more may come.
    """

    gaps: tuple[GapView, ...]
    n_hidden: int
    n_to_do: int


@dataclass(frozen=True, slots=True)
class ThirdPartiesView:
    """What could be done with the help of others: for a match, or for all of them.

    `kept`: chains of which a coordinator said something, last said first; for all of them only.
    """

    chains: tuple[ChainView, ...] = ()
    pools: tuple[PoolView, ...] = ()
    blends: tuple[BlendView, ...] = ()
    kept: tuple[ChainView, ...] = ()
