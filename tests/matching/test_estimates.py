"""What arises in a place: only what a statistic tells, each figure once, upper limits marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.estimates import Estimate, estimates
from matching.reference.flows import Statistic
from matching.reference_book import ReferenceBook, default_book


def book_with(values: Mapping[str, float], place: str = "kakheti") -> ReferenceBook:
    found = {(place, id): Statistic(place, id, 2023, value, "Geostat") for id, value in values.items()}
    return replace(default_book(), statistics=found)


def by_material(place: str, book: ReferenceBook) -> dict[str, Estimate]:
    return {one.material_id: one for one in estimates(place, book)}


@cache
def everywhere() -> tuple[Estimate, ...]:
    book = default_book()
    return tuple(one for place in {place for place, _ in book.statistics} for one in estimates(place, book))


def test_a_place_without_a_statistic_has_no_estimate() -> None:
    assert estimates("telavi", book_with({"cattle": 100})) == ()
    assert estimates("kakheti", book_with({})) == ()
    assert estimates("kakheti", book_with({"cattle": 0})) == ()


def test_a_municipality_has_no_part_of_its_region() -> None:
    book = default_book()
    assert estimates("kakheti", book)
    assert estimates("telavi", book) == ()
    assert {one.place_id for one in everywhere()} <= book.regions.keys()


def test_every_estimate_is_the_sum_of_its_parts_and_of_one_driver() -> None:
    assert len(everywhere()) > 300
    for one in everywhere():
        for end in range(3):
            parts = sum(statistic.value * flow.amount[end] for statistic, flow in one.parts)
            assert one.amount[end] == pytest.approx(parts)
        assert {flow.driver_id for _statistic, flow in one.parts} == {one.driver_id}
        assert {flow.item_id for _statistic, flow in one.parts} == {one.material_id}
        indicators = [statistic.indicator_id for statistic, _flow in one.parts]
        assert len(indicators) == len(set(indicators))
        assert one.driver_id not in one.not_added
        assert one.years


def test_cattle_and_the_dairy_cows_among_them_are_not_added() -> None:
    both = by_material("kakheti", book_with({"cattle": 100, "dairy-cows": 40}))["manure"]
    alone = by_material("kakheti", book_with({"cattle": 100}))["manure"]
    assert both.amount == alone.amount
    assert both.not_added == ("dairy-cows",)
    assert alone.not_added == ()


def test_sheep_and_goats_are_different_animals() -> None:
    one, other, both = (
        by_material("kakheti", book_with(values))["manure"].amount[1]
        for values in ({"sheep": 100}, {"goats": 50}, {"sheep": 100, "goats": 50})
    )
    assert both == pytest.approx(one + other)


def test_what_must_first_be_processed_is_an_upper_limit() -> None:
    found = by_material("kakheti", book_with({"milk-t": 100, "grapes-t": 100, "beef-t": 10, "cattle": 100}))
    limits = {one.material_id for one in found.values() if one.is_upper_limit}
    assert {"whey", "grape-pomace", "blood"} <= limits
    assert not {"vine-prunings", "manure"} & limits
    assert all(one.is_upper_limit for one in everywhere() if one.driver_id in ("milk-t", "carcass-t"))


def test_poultry_goes_to_the_poultry_slaughterhouse() -> None:
    assert "feathers" in by_material("kakheti", book_with({"poultry-meat-t": 10}))
    assert "feathers" not in by_material("kakheti", book_with({"beef-t": 10}))
    assert "raw-hides" not in by_material("kakheti", book_with({"poultry-meat-t": 10}))


@given(st.sampled_from(["cattle", "milk-t", "grapes-t", "employed-i"]), st.floats(1, 1e6))
def test_twice_the_figure_is_twice_the_amount(indicator: str, value: float) -> None:
    once = by_material("kakheti", book_with({indicator: value}))
    twice = by_material("kakheti", book_with({indicator: 2 * value}))
    assert once.keys() == twice.keys()
    for id, one in once.items():
        assert twice[id].amount == pytest.approx([2 * each for each in one.amount])
