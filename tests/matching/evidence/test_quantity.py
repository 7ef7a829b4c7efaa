"""Whether the amounts fit each other."""

from __future__ import annotations

import pytest

from matching.evidence.quantity import quantity
from matching.records import Listing, Quantity
from tests.matching.builders import a_need, an_output, as_read, small_book


def _value(output: Listing, need: Listing) -> float | None:
    return quantity(as_read(output), as_read(need), small_book()).value


@pytest.mark.parametrize(
    ("mine", "theirs", "value"), [(10.0, 10.0, 1.0), (10.0, 40.0, 0.25), (40.0, 10.0, 0.25)]
)
def test_the_smaller_over_the_larger(mine: float, theirs: float, value: float) -> None:
    assert _value(an_output(tonnes_per_year=mine), a_need(tonnes_per_year=theirs)) == value


def test_volumes_and_masses_meet_by_density() -> None:
    output = an_output("Sawdust", quantity=Quantity(100, "m3", "year"))
    assert _value(output, a_need("Animal bedding", tonnes_per_year=20.0)) == 1


def test_two_volumes_of_unknown_density_are_compared_as_volumes() -> None:
    output = an_output("Cheese whey", quantity=Quantity(10, "m3", "year"))
    assert _value(output, a_need("Cheese whey", quantity=Quantity(5, "m3", "year"))) == 0.5


@pytest.mark.parametrize(
    ("output", "need"),
    [
        ({}, {"tonnes_per_year": 5.0}),
        ({"tonnes_per_year": 0.0}, {"tonnes_per_year": 5.0}),
        ({"quantity": Quantity(5, "MWh", "year")}, {"tonnes_per_year": 5.0}),
    ],
)
def test_unknown_where_nothing_can_be_compared(output: dict[str, object], need: dict[str, object]) -> None:
    assert _value(an_output(**output), a_need(**need)) is None
