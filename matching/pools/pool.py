"""Small lots of one material for a need that takes no less than so much: who gives what, on which round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from matching.distance import ALL_MONTHS, road_km
from matching.gates.lot import least_a_year
from matching.gates.parties import are_apart
from matching.hops import named, surest_way
from matching.pools.records import Share, may_travel_together, open_questions, tonnes_of
from matching.pools.route import MOST_STOPS, Rounds
from matching.ranker import Ranker
from matching.reading import Reading
from matching.records import GateResult, Listing, Match
from matching.reference_book import ReferenceBook
from matching.units import MASS

LIKELY = 0.3
"""A lot whose way to the need is less sure than this is not counted on: a lorry is sent for it."""

SURE = 0.6
"""So sure it must be that a lot is the material."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Lots that together are what a need takes at least: `tonnes`, the sum of the shares.

    `shares` stand in the order of the round, which is `km` long and ends at the need; `alone_km`: what each
    would go by itself, in the same order. `months`: those that all have in common. `questions`: what must be
    answered first. `material_id`: what all of them are.
    """

    need_id: str
    material_id: str
    tonnes: float
    shares: tuple[Share, ...]
    km: float
    alone_km: tuple[float, ...]
    months: tuple[int, ...]
    questions: tuple[GateResult, ...]


@dataclass(frozen=True, slots=True)
class _Lot:
    output: Reading
    material_id: str
    tonnes: float
    km: float
    gates: tuple[GateResult, ...]

    @property
    def months(self) -> frozenset[int]:
        return frozenset(self.output.listing.season_months) or ALL_MONTHS


def pool_for(
    need: Listing, outputs: Sequence[Listing], ranker: Ranker, *, today: date | None = None
) -> Pool | None:
    """The pool with the shortest collection round that fills the smallest lot of a need.

    Each lot must be too small alone, pass every gate alone, be of known amount and place, and not be
    hazardous. All are of one material, hold in one month at least, and on one day at least.

    Returns:
        None where the need names no smallest lot, or no such lots fill it.
    """
    book, theirs = ranker.book, ranker.reading(need)
    least = least_a_year(theirs, book)
    if least is None or least[1] != MASS or least[0] <= 0:
        return None
    by_material: dict[str, list[_Lot]] = {}
    for output in outputs:
        lot = _lot(output, theirs, least[0], ranker, today)
        if lot is not None:
            by_material.setdefault(lot.material_id, []).append(lot)
    found = [_best(theirs, lots, least[0], book) for _, lots in sorted(by_material.items())]
    return min((pool for pool in found if pool is not None), key=_order, default=None)


def _lot(output: Listing, need: Reading, least: float, ranker: Ranker, today: date | None) -> _Lot | None:
    mine = ranker.reading(output)
    tonnes = tonnes_of(mine)
    if tonnes is None or not 0 < tonnes < least or not may_travel_together(mine, ranker.book):
        return None
    months = _months(mine) & _months(need)
    km = road_km(output.place, need.listing.place, ranker.book, months) if months else None
    match = ranker.compare(output, need.listing, today=today) if km is not None else None
    way = surest_way(mine, need, ranker.book)
    if km is None or not isinstance(match, Match) or way is None or way.confidence < LIKELY:
        return None
    if named(mine, ranker.book).get(way.hop.material_id, 0.0) < SURE:
        return None
    # That it is too little alone is what the pool is for.
    gates = tuple(gate for gate in match.gates if gate.name != "lot")
    return _Lot(mine, way.hop.material_id, tonnes, km, gates)


def _months(side: Reading) -> frozenset[int]:
    return frozenset(side.listing.season_months) or ALL_MONTHS


def _best(need: Reading, lots: list[_Lot], least: float, book: ReferenceBook) -> Pool | None:
    chosen = _worth_weighing(lots, least)
    if sum(lot.tonnes for lot in chosen) < least:
        return None
    rounds = Rounds(_between(chosen, book), [lot.km for lot in chosen])
    enough = [
        stops
        for stops in range(1, 1 << len(chosen))
        if sum(lot.tonnes for lot in _of(stops, chosen)) >= least and _hold_together(need, _of(stops, chosen))
    ]
    if not enough:
        return None
    stops = min(enough, key=lambda one: (round(rounds.km(one), 3), one.bit_count(), one))
    return _pool(need, [chosen[place] for place in rounds.order(stops)], least, rounds.km(stops), book)


def _worth_weighing(lots: list[_Lot], least: float) -> list[_Lot]:
    """The nearest lots, and where these are not enough the largest; whatever the order of the input."""
    by_id = sorted(lots, key=lambda lot: lot.output.listing.id)
    nearest = sorted(by_id, key=lambda lot: lot.km)[:MOST_STOPS]
    if sum(lot.tonnes for lot in nearest) >= least:
        return nearest
    return sorted(by_id, key=lambda lot: (-lot.tonnes, lot.km))[:MOST_STOPS]


def _of(stops: int, lots: Sequence[_Lot]) -> list[_Lot]:
    return [lot for place, lot in enumerate(lots) if stops >> place & 1]


def _hold_together(need: Reading, lots: Sequence[_Lot]) -> bool:
    """Whether there is a month, and a day, on which all can be collected, and no two firms are kept apart."""
    listings = [need.listing, *(lot.output.listing for lot in lots)]
    starts = [one.starts_on for one in listings if one.starts_on is not None]
    ends = [one.ends_on for one in listings if one.ends_on is not None]
    if starts and ends and max(starts) > min(ends):
        return False
    return bool(_common(need, lots)) and not any(are_apart(*two) for two in combinations(listings, 2))


def _common(need: Reading, lots: Sequence[_Lot]) -> frozenset[int]:
    return _months(need).intersection(*(lot.months for lot in lots))


def _between(lots: Sequence[_Lot], book: ReferenceBook) -> list[list[float]]:
    places = [lot.output.listing.place for lot in lots]
    # Both ends are known places: each of them lies so many kilometres from the need.
    return [[road_km(here, there, book) or 0.0 for there in places] for here in places]


def _pool(need: Reading, lots: list[_Lot], least: float, km: float, book: ReferenceBook) -> Pool:
    between = _between(lots, book)
    left, shares = least, []
    for place, lot in enumerate(lots):
        given = round(min(lot.tonnes, left), 6)
        left -= given
        leg = between[place][place + 1] if place + 1 < len(lots) else lot.km
        shares.append(Share(lot.output.listing.id, given, leg))
    return Pool(
        need_id=need.listing.id,
        material_id=lots[0].material_id,
        tonnes=round(sum(share.tonnes for share in shares), 6),
        shares=tuple(shares),
        km=round(km, 1),
        alone_km=tuple(lot.km for lot in lots),
        months=tuple(sorted(_common(need, lots))),
        questions=open_questions(tuple(lot.gates for lot in lots)),
    )


def _order(pool: Pool) -> tuple[float, int, str]:
    return (pool.km, len(pool.shares), pool.material_id)
