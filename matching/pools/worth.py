"""What a collection round costs a tonne, beside what each lot would cost by itself."""

from __future__ import annotations

from dataclasses import dataclass

from matching.pools.pool import Pool
from matching.reference_book import ReferenceBook
from matching.reference_records import Span

LORRIES = ((1.5, "freight-van"), (6.0, "freight-light-truck"), (18.0, "freight-tipper"))
"""Tonnes up to which each is taken, as their entries in `reference/factors/freight.yaml` say."""
LARGEST = "freight-truck-trailer"
TANKER = "freight-tanker"


@dataclass(frozen=True, slots=True)
class PoolCost:
    """GEL for a tonne of the lot: `together` on the round, `alone` when each goes by itself."""

    together: Span
    alone: Span


def pool_cost(pool: Pool, book: ReferenceBook) -> PoolCost | None:
    """What carrying costs, by the smallest lorry that takes the load.

    None where the book has no price, and where all are in one town and nobody said where: the way is then
    not known, not short.

    On the round the whole load is counted all the way, for the lorry that must take it goes all the way.

    Source: docs/explanation/chains.md
    """
    is_liquid = book.materials[pool.material_id].form == "liquid"
    of_round = _price(pool.tonnes, is_liquid, book)
    if of_round is None or pool.tonnes <= 0 or pool.km < 1:
        return None
    low, central, high = 0.0, 0.0, 0.0
    for share, km in zip(pool.shares, pool.alone_km, strict=True):
        price = _price(share.tonnes, is_liquid, book)
        if price is None:
            return None
        part = km * share.tonnes / pool.tonnes
        low, central, high = low + part * price[0], central + part * price[1], high + part * price[2]
    together = of_round[0] * pool.km, of_round[1] * pool.km, of_round[2] * pool.km
    return PoolCost(together, (low, central, high))


def _price(tonnes: float, is_liquid: bool, book: ReferenceBook) -> Span | None:
    lorry = next((name for most, name in LORRIES if tonnes <= most), LARGEST)
    factor = book.factors.get(TANKER if is_liquid else lorry)
    return factor.span if factor else None
