"""Ranges of figures become the range of what is reckoned from them."""

from __future__ import annotations

from math import sqrt

import pytest

from matching.impact.ranges import spread


def test_a_figure_alone_gives_its_own_range_whichever_way_it_works() -> None:
    spans = {"a": (1.0, 2.0, 5.0)}
    assert spread(lambda v: v["a"], spans) == (1, 2, 5)
    assert spread(lambda v: -v["a"], spans) == (-5, -2, -1)


def test_moves_are_squared_and_summed_each_side_apart() -> None:
    spans = {"a": (7.0, 10.0, 11.0), "b": (1.0, 5.0, 5.0)}
    low, central, high = spread(lambda v: v["a"] - v["b"], spans)
    assert (low, central) == (5 - 3, 5)
    assert high == pytest.approx(5 + sqrt(1 + 16))


def test_what_is_sure_has_no_range() -> None:
    assert spread(lambda v: 2 * v["a"], {"a": (3.0, 3.0, 3.0)}) == (6, 6, 6)
