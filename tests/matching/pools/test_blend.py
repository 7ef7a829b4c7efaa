"""Mixtures keep the limits of the need, come of three firms at most, and dilute nothing that harms."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from matching.pools import Blend, blend_for
from matching.records import Listing
from tests.matching.chains.builders import the_ranker
from tests.matching.pools.builders import a_lot, a_taker

NEED = a_taker("Sawdust for pellets, moisture at most 30 %", tonnes_per_year=100.0)


def _lots(*told: tuple[float, float]) -> list[Listing]:
    towns = ("telavi", "gurjaani", "sagarejo", "akhmeta", "kvareli")
    return [
        a_lot(number, towns[number], tonnes, text=f"Sawdust, moisture {moisture:g} %")
        for number, (tonnes, moisture) in enumerate(told)
    ]


def _blend(lots: list[Listing], need: Listing = NEED) -> Blend | None:
    return blend_for(need, lots, the_ranker())


def _found(lots: list[Listing], need: Listing = NEED) -> Blend:
    blend = _blend(lots, need)
    assert blend is not None
    return blend


def test_wet_and_dry_together_keep_the_limit() -> None:
    lots = _lots((60, 45), (60, 15))
    blend = _found(lots)
    assert blend.tonnes == pytest.approx(100)
    assert blend.covers == pytest.approx(1)
    ((limit, reached),) = blend.reached
    assert str(limit) == "moisture <= 30"
    assert reached <= 30 + 1e-3
    there = {lot.id: lot.tonnes_per_year or 0.0 for lot in lots}
    assert all(share.tonnes <= there[share.output_id] + 1e-6 for share in blend.shares)
    assert sum(share.tonnes for share in blend.shares) == pytest.approx(blend.tonnes)


def test_no_more_than_three_firms_are_brought_together() -> None:
    blend = _found(_lots((20, 10), (20, 15), (20, 20), (20, 25), (20, 40)))
    assert len(blend.shares) == 3
    assert blend.tonnes == pytest.approx(60)
    assert blend.covers == pytest.approx(0.6)


def test_what_is_all_too_wet_makes_no_dry_mixture() -> None:
    assert _blend(_lots((60, 45), (60, 50))) is None


def test_one_that_is_enough_needs_no_others() -> None:
    assert _blend(_lots((90, 15), (60, 45))) is None


def test_what_says_nothing_of_its_moisture_takes_no_part() -> None:
    lots = [*_lots((60, 15)), a_lot(7, "kvareli", 60.0)]
    assert _blend(lots) is None


@pytest.mark.parametrize("hazardous", [True, None])
def test_only_what_surely_is_harmless_is_mixed(hazardous: bool | None) -> None:
    assert _blend([replace(lot, hazardous=hazardous) for lot in _lots((60, 45), (60, 15))]) is None


def test_what_harms_is_not_diluted() -> None:
    need = a_taker("Sawdust for pellets, zinc at most 30 mg/kg", tonnes_per_year=100.0)
    texts = ("Sawdust, zinc 60 mg/kg", "Sawdust, zinc 5 mg/kg")
    lots = [a_lot(number, "telavi", 60.0, text=text) for number, text in enumerate(texts)]
    assert _blend(lots, need) is None
    wet_too = a_taker("Sawdust, moisture at most 30 %, zinc at most 30 mg/kg", tonnes_per_year=100.0)
    told = ((45, 5), (15, 5), (15, 60))
    mixed = [
        a_lot(number, "telavi", 60.0, text=f"Sawdust, moisture {wet} %, zinc {zinc} mg/kg")
        for number, (wet, zinc) in enumerate(told)
    ]
    assert {share.output_id for share in _found(mixed, wet_too).shares} == {"lot-0", "lot-1"}


def test_the_order_of_the_lots_changes_nothing() -> None:
    lots = _lots((40, 45), (40, 15), (40, 20), (40, 28))
    assert len({_blend(list(some)) for some in permutations(lots)}) == 1


def test_who_states_no_limit_needs_no_mixture() -> None:
    assert _blend(_lots((60, 45), (60, 15)), a_taker(tonnes_per_year=100.0)) is None


def test_firms_that_are_kept_apart_are_mixed_by_nobody() -> None:
    wet, dry = _lots((60, 45), (60, 15))
    assert _blend([wet, dry]) is not None
    assert _blend([replace(wet, declines=("firm-1",)), dry]) is None
    assert _blend([wet, replace(dry, declines=("firm-0",))]) is None
