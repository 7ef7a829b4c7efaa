"""Processes for which outputs and needs wait, counted without counting anything twice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest

from matching.chains import Gap, Processor, gaps, waits_of
from matching.chains.waits import WITNESSES
from matching.records import Listing
from matching.reference_book import default_book
from tests.matching.chains.builders import a_processor, chips, offcuts

BOOK = default_book()
Pairs = Iterable[tuple[Listing, Listing]]
PAIRS = [
    (offcuts(id=f"output-{number}", tonnes_per_year=tonnes), chips(id=need))
    for number, tonnes in enumerate((100.0, 50.0, None))
    for need in ("one", "two")
]


def _gaps(pairs: Pairs, *processors: Processor) -> tuple[Gap, ...]:
    return gaps(waits_of(pairs, processors, BOOK), BOOK)


def _chipping(pairs: Pairs, *processors: Processor) -> Gap | None:
    return next((gap for gap in _gaps(pairs, *processors) if gap.process_id == "chipping"), None)


def test_each_output_counts_once_however_many_needs_wait() -> None:
    chipping = _chipping(PAIRS)
    assert chipping is not None
    assert chipping.tonnes_per_year == 150.0
    assert (chipping.n_outputs, chipping.n_unknown, chipping.n_needs) == (3, 1, 2)
    assert (chipping.n_givers, chipping.n_known_givers, chipping.n_takers) == (1, 1, 1)
    assert chipping.fills_a_plant == (chipping.tonnes_per_year >= (chipping.smallest_plant or 0))


def test_what_would_flow_through_adds_up_to_the_whole() -> None:
    for gap in _gaps(PAIRS):
        assert sum(flow.n_outputs for flow in gap.flows) == gap.n_outputs
        assert sum(flow.tonnes_per_year for flow in gap.flows) == gap.tonnes_per_year
    chipping = _chipping(PAIRS)
    assert chipping is not None
    (flow,) = chipping.flows
    assert (flow.product_id, flow.n_outputs, flow.n_givers) == ("wood-chips", 3, 1)


def test_only_who_said_an_amount_stands_behind_the_tonnes_and_the_worth() -> None:
    known, unknown = offcuts(id="known", firm_id="one"), offcuts(firm_id="two", tonnes_per_year=None)
    (gap,) = _gaps([(known, chips()), (unknown, chips())])
    assert (gap.n_givers, gap.n_known_givers) == (2, 1)
    assert gap.gel_per_year is not None
    assert gap.n_priced_givers == 1
    assert [(flow.n_givers, flow.n_known_givers) for flow in gap.flows] == [(2, 1)]


@pytest.mark.parametrize(
    ("said", "is_gap"),
    [
        ({}, False),
        ({"treats": ("wood",)}, False),
        ({"treats": ("joinery-offcuts",)}, False),
        ({"treats": ("paper-board",)}, True),
        ({"has_permit": None, "tonnes_per_year": None}, False),
        ({"has_permit": False}, True),
        ({"tonnes_per_year": 0.0}, True),
        ({"process_id": "crushing"}, True),
    ],
)
def test_what_somebody_does_for_such_a_material_is_no_gap(said: dict[str, Any], is_gap: bool) -> None:
    assert (_chipping(PAIRS, a_processor(**said)) is not None) == is_gap
    # One that treats other things takes nothing away from one that does.
    assert _chipping(PAIRS, a_processor(**said), a_processor(id="another")) is None


def test_a_listing_names_the_first_for_whom_it_waits() -> None:
    needs = [chips(id=f"need-{number}") for number in range(WITNESSES + 2)]
    waits = waits_of([(offcuts(id="output"), need) for need in needs], (), BOOK)
    named = {one.listing_id: one.for_ids for one in waits if one.process_id == "chipping"}
    assert named["output"] == tuple(need.id for need in needs[:WITNESSES])
    assert all(named[need.id] == ("output",) for need in needs)


def test_what_one_processor_treats_leaves_the_rest_waiting() -> None:
    pallets = offcuts("Broken wooden pallets", id="pallets", tonnes_per_year=70.0)
    pairs = [*PAIRS, (pallets, chips(id="one"))]
    both, left = _chipping(pairs), _chipping(pairs, a_processor(treats=("joinery-offcuts",)))
    assert both is not None
    assert left is not None
    assert both.tonnes_per_year == 220.0
    assert (left.tonnes_per_year, left.n_outputs, left.n_needs) == (70.0, 1, 1)


def test_twice_the_tonnes_are_worth_twice_as_much() -> None:
    once, twice = (
        next(gap for gap in _gaps([(offcuts(tonnes_per_year=t), chips())]) if gap.gel_per_year)
        for t in (100.0, 200.0)
    )
    assert once.gel_per_year is not None
    assert twice.gel_per_year == tuple(2 * end for end in once.gel_per_year)


def test_the_order_of_the_pairs_changes_nothing() -> None:
    assert len({_gaps(some) for some in permutations(PAIRS[:5])}) == 1


def test_gaps_come_by_worth_then_tonnes() -> None:
    found = _gaps([(output, chips("Wood chips as fuel, biomass boiler")) for output, _ in PAIRS])
    keys = [(-(gap.gel_per_year[1] if gap.gel_per_year else 0.0), -gap.tonnes_per_year) for gap in found]
    assert keys == sorted(keys)
    assert len(found) > 1
