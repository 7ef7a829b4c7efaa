"""The order of likely and worth it."""

from __future__ import annotations

import pytest

from matching.impact.order import keys


def test_of_two_equally_likely_the_one_that_brings_more_comes_first() -> None:
    more, less = keys([(0.5, 2000), (0.5, 100)])
    assert more > less


def test_what_is_not_known_stands_where_the_middle_one_does() -> None:
    low, unknown, middle, high = keys([(0.6, 10), (0.6, None), (0.6, 100), (0.6, 900)])
    assert unknown == pytest.approx(middle)
    assert low < middle < high


def test_what_gains_nothing_comes_last_however_likely() -> None:
    assert keys([(0.99, -5), (0.98, 0), (0.1, 10)]) == [0, 0, pytest.approx(0.05)]


def test_where_nothing_is_known_only_probability_tells() -> None:
    assert keys([(0.4, None), (0.8, None)]) == [0.2, 0.4]
    assert keys([]) == []
