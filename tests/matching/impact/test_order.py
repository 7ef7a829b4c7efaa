"""The order of likely and worth it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.impact.order import benefit, co2e_gel_per_t, keys
from matching.reference_book import default_book

LIKELY = st.floats(0.01, 0.99)
PAIRS = st.lists(st.tuples(LIKELY, st.one_of(st.none(), st.floats(-1e6, 1e6))), max_size=8)


def test_of_two_equally_likely_the_one_that_brings_more_comes_first() -> None:
    more, less = keys([(0.5, 2000), (0.5, 100)])
    assert more > less


def test_a_gain_at_the_median_counts_half() -> None:
    assert keys([(0.6, 10), (0.6, 100), (0.6, 900)])[1] == pytest.approx(30)


@given(PAIRS, LIKELY)
def test_an_unknown_worth_never_beats_a_known_gain_of_the_same_likelihood(
    others: list[tuple[float, float | None]], likely: float
) -> None:
    *_rest, known, unknown = keys([*others, (likely, 1e-9), (likely, None)])
    assert known >= unknown > 0


@given(PAIRS, LIKELY, st.floats(1e-6, 1e6))
def test_who_leaves_the_figure_out_does_not_raise_the_key(
    others: list[tuple[float, float | None]], likely: float, gain: float
) -> None:
    assert keys([*others, (likely, None)])[-1] <= keys([*others, (likely, gain)])[-1]


def test_what_gains_nothing_comes_last_however_likely() -> None:
    assert keys([(0.99, -5), (0.98, 0), (0.1, 10)]) == [0, 0, pytest.approx(5)]


def test_where_nothing_is_known_only_probability_tells() -> None:
    low, high = keys([(0.4, None), (0.8, None)])
    assert high == 2 * low > 0
    assert keys([]) == []


def test_greenhouse_gas_adds_to_known_money_only() -> None:
    assert benefit(100, 2, 50) == 200
    assert benefit(100, None, 50) == 100
    assert benefit(-60, 2, 50) == 40
    assert 100 <= co2e_gel_per_t(default_book()) <= 200
