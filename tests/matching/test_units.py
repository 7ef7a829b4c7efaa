"""Amounts become rates in a year, and only where the dimensions allow it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.errors import UnknownDensity, UnknownPeriod, UnknownUnit
from matching.records import Quantity
from matching.units import amount_per_year, tonnes_per_year

from .builders import small_book


def _tonnes(amount: float, unit: str, period: str = "year", **rest: object) -> float | None:
    months = rest.get("months", ())
    assert isinstance(months, tuple)
    material = rest.get("material")
    return tonnes_per_year(
        Quantity(amount, unit, period), months, small_book(), material if isinstance(material, str) else None
    )


def test_masses_of_any_unit_and_period_become_tonnes_a_year() -> None:
    assert _tonnes(500, "kg", "month") == pytest.approx(6)
    assert _tonnes(3, "t", "week") == pytest.approx(156)
    assert _tonnes(7, "t", "once") == 7


def test_a_season_shortens_what_comes_within_the_year_but_not_what_comes_once_a_year() -> None:
    assert _tonnes(1, "t", "month", months=(9, 10, 11)) == pytest.approx(3)
    assert _tonnes(12, "t", "year", months=(9, 10, 11)) == 12


def test_a_volume_becomes_a_mass_by_the_density_of_its_material_or_a_broader_one() -> None:
    assert _tonnes(10, "m3", material="sawdust") == pytest.approx(2)
    assert _tonnes(10, "m3", material="wood") == pytest.approx(3)


def test_a_volume_of_unknown_density_is_an_error_that_names_the_material() -> None:
    with pytest.raises(UnknownDensity) as caught:
        _tonnes(10, "m3", material="whey")
    assert caught.value.facts == {"material": "whey"}


def test_energy_has_no_mass() -> None:
    assert _tonnes(5, "MWh") is None
    assert amount_per_year(Quantity(5, "MWh", "month"), (), small_book()) == (60, "energy")


def test_unknown_words_are_named_with_those_that_are_known() -> None:
    with pytest.raises(UnknownUnit) as unit:
        _tonnes(1, "stone")
    assert unit.value.facts == {"unit": "stone", "known": ["MWh", "kg", "m3", "t"]}
    with pytest.raises(UnknownPeriod) as period:
        _tonnes(1, "t", "fortnight")
    assert period.value.facts["period"] == "fortnight"


@given(st.floats(0.001, 1e6), st.sampled_from(["kg", "t"]), st.sampled_from(["once", "month", "week"]))
def test_twice_the_amount_is_twice_the_tonnes(amount: float, unit: str, period: str) -> None:
    once, twice = _tonnes(amount, unit, period), _tonnes(2 * amount, unit, period)
    assert once is not None
    assert twice == pytest.approx(2 * once)
