"""How often right pairs lie above wrong ones."""

from __future__ import annotations

from math import inf

from benchmark.apart import share_above


def test_every_pair_of_the_two_counts_and_equal_ones_count_half() -> None:
    assert share_above([2.0, 1.0], [0.0, 1.0]) == (1 + 1 + 1 + 0.5) / 4


def test_what_is_no_match_lies_below_every_match() -> None:
    assert share_above([-5.0], [-inf]) == 1
    assert share_above([-inf], [-inf]) == 0.5
