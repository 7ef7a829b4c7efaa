"""Processes for which outputs and needs wait, counted without counting anything twice."""

from __future__ import annotations

from itertools import permutations

from matching.chains import gaps
from matching.reference_book import default_book
from tests.matching.chains.builders import chips, offcuts

BOOK = default_book()
PAIRS = [
    (offcuts(id=f"output-{number}", tonnes_per_year=tonnes), chips(id=need))
    for number, tonnes in enumerate((100.0, 50.0, None))
    for need in ("one", "two")
]


def test_each_output_counts_once_however_many_needs_wait() -> None:
    chipping = next(gap for gap in gaps(PAIRS, (), BOOK) if gap.process_id == "chipping")
    assert chipping.tonnes_per_year == 150.0
    assert (chipping.n_outputs, chipping.n_unknown, chipping.n_needs) == (3, 1, 2)
    assert (chipping.n_givers, chipping.n_takers) == (1, 1)
    assert chipping.fills_a_plant == (chipping.tonnes_per_year >= (chipping.smallest_plant or 0))


def test_what_would_flow_through_adds_up_to_the_whole() -> None:
    for gap in gaps(PAIRS, (), BOOK):
        assert sum(flow.n_outputs for flow in gap.flows) == gap.n_outputs
        assert sum(flow.tonnes_per_year for flow in gap.flows) == gap.tonnes_per_year
    chipping = next(gap for gap in gaps(PAIRS, (), BOOK) if gap.process_id == "chipping")
    (flow,) = chipping.flows
    assert (flow.product_id, flow.n_outputs, flow.n_givers) == ("wood-chips", 3, 1)


def test_what_somebody_offers_is_no_gap() -> None:
    assert "chipping" not in {gap.process_id for gap in gaps(PAIRS, {"chipping"}, BOOK)}


def test_twice_the_tonnes_are_worth_twice_as_much() -> None:
    once, twice = (
        next(gap for gap in gaps([(offcuts(tonnes_per_year=t), chips())], (), BOOK) if gap.gel_per_year)
        for t in (100.0, 200.0)
    )
    assert once.gel_per_year is not None
    assert twice.gel_per_year == tuple(2 * end for end in once.gel_per_year)


def test_the_order_of_the_pairs_changes_nothing() -> None:
    assert len({gaps(some, (), BOOK) for some in permutations(PAIRS[:5])}) == 1


def test_gaps_come_by_worth_then_tonnes() -> None:
    found = gaps([(output, chips("Wood chips as fuel, biomass boiler")) for output, _ in PAIRS], (), BOOK)
    keys = [(-(gap.gel_per_year[1] if gap.gel_per_year else 0.0), -gap.tonnes_per_year) for gap in found]
    assert keys == sorted(keys)
    assert len(found) > 1
