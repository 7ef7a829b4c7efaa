"""Small lots fill the lorry, none gives more than it has, and nothing hazardous rides along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from matching.pools import Pool, pool_cost, pool_for
from matching.records import Listing, Place
from matching.reference_book import default_book
from tests.matching.chains.builders import the_ranker
from tests.matching.pools.builders import a_lot, a_taker, some_lots


def _pool(lots: list[Listing], need: Listing | None = None) -> Pool | None:
    return pool_for(need or a_taker(), lots, the_ranker())


def _found(lots: list[Listing], need: Listing | None = None) -> Pool:
    pool = _pool(lots, need)
    assert pool is not None
    return pool


@pytest.mark.parametrize("least", [10, 20, 30, 45])
def test_the_shares_are_the_smallest_lot_and_none_exceeds_what_is_there(least: int) -> None:
    lots = some_lots()
    pool = _found(lots, a_taker(f"Sawdust for animal bedding, at least {least} t"))
    assert sum(share.tonnes for share in pool.shares) == pytest.approx(least)
    assert pool.tonnes == pytest.approx(least)
    there = {lot.id: lot.tonnes_per_year or 0.0 for lot in lots}
    assert all(0 < share.tonnes <= there[share.output_id] + 1e-6 for share in pool.shares)
    assert len(pool.shares) > 1
    assert sum(share.leg_km for share in pool.shares) == pytest.approx(pool.km, abs=0.2)


def test_the_lot_on_the_other_end_of_the_country_is_left_there() -> None:
    assert "lot-6" not in {share.output_id for share in _found(some_lots()).shares}


def test_the_order_of_the_lots_changes_nothing() -> None:
    assert len({_pool(list(some)) for some in permutations(some_lots()[:5])}) == 1


def test_too_little_altogether_is_no_pool() -> None:
    assert _pool(some_lots()[:2]) is None


def test_who_names_no_smallest_lot_needs_no_pool() -> None:
    assert _pool(some_lots(), a_taker("Sawdust for animal bedding")) is None


def test_what_fills_it_alone_is_pooled_with_nobody() -> None:
    lots = [replace(lot, tonnes_per_year=25.0) for lot in some_lots()]
    assert _pool(lots) is None


def test_hazardous_lots_stay_out() -> None:
    poisoned = [replace(lot, hazardous=True) for lot in some_lots()]
    assert _pool(poisoned) is None
    clean, poisoned_one = some_lots(), replace(some_lots()[0], hazardous=True)
    assert poisoned_one.id not in {share.output_id for share in _found([*clean[1:], poisoned_one]).shares}


def test_a_hazard_that_nobody_ruled_out_is_asked_about() -> None:
    silent = [replace(lot, hazardous=None) for lot in some_lots()]
    assert "hazard.is_it_hazardous" in {gate.question for gate in _found(silent).questions}


@pytest.mark.parametrize("field", ["tonnes_per_year", "place"])
def test_a_lot_of_unknown_amount_or_place_is_not_counted_on(field: str) -> None:
    silence = {"tonnes_per_year": None, "place": Place()}[field]
    lots = [replace(lot, **{field: silence}) for lot in some_lots()]
    assert _pool(lots) is None


def test_all_are_there_in_one_month() -> None:
    apart = [a_lot(1, "telavi", 12.0, season_months=(1, 2)), a_lot(2, "gurjaani", 12.0, season_months=(7, 8))]
    assert _pool(apart) is None
    together = [apart[0], replace(apart[1], season_months=(2, 3))]
    assert _found(together).months == (2,)


def test_all_are_there_on_one_day() -> None:
    early = a_lot(1, "telavi", 12.0, ends_on=date(2026, 3, 1))
    late = a_lot(2, "gurjaani", 12.0, starts_on=date(2026, 4, 1))
    assert _pool([early, late]) is None


def test_the_same_firm_cannot_pool_for_itself() -> None:
    assert _pool([replace(lot, firm_id="taker") for lot in some_lots()]) is None


def test_a_full_lorry_is_cheaper_for_a_tonne_than_vans_one_by_one() -> None:
    lots = [a_lot(number, "telavi", 1.0) for number in range(10)]
    cost = pool_cost(_found(lots, a_taker("Sawdust for animal bedding, at least 8 t")), default_book())
    assert cost is not None
    assert cost.together[1] < cost.alone[1]
    assert cost.together[0] <= cost.together[1] <= cost.together[2]


def test_firms_that_are_kept_apart_share_no_round() -> None:
    together = _found(some_lots())
    ids = [share.output_id for share in together.shares]
    apart = [
        replace(lot, declines=(f"firm-{ids[1].removeprefix('lot-')}",)) if lot.id == ids[0] else lot
        for lot in some_lots()
    ]
    pool = _pool(apart)
    assert pool is None or not set(ids[:2]) <= {share.output_id for share in pool.shares}
