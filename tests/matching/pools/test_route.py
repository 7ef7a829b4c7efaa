"""The round is the shortest of all, told by trying all."""

from __future__ import annotations

from itertools import pairwise, permutations
from random import Random

import pytest

from matching.pools.route import MOST_STOPS, Rounds


def _tried(between: list[list[float]], home: list[float], stops: list[int]) -> float:
    return min(
        sum(between[here][there] for here, there in pairwise(order)) + home[order[-1]]
        for order in permutations(stops)
    )


@pytest.mark.parametrize("seed", range(5))
def test_no_order_of_the_stops_is_shorter(seed: int) -> None:
    random = Random(seed)
    n = 6
    between = [[random.uniform(1, 100) for _ in range(n)] for _ in range(n)]
    home = [random.uniform(1, 100) for _ in range(n)]
    rounds = Rounds(between, home)
    for stops in range(1, 1 << n):
        members = [place for place in range(n) if stops >> place & 1]
        assert rounds.km(stops) == pytest.approx(_tried(between, home, members))
        order = rounds.order(stops)
        assert sorted(order) == members
        km = sum(between[here][there] for here, there in pairwise(order)) + home[order[-1]]
        assert km == pytest.approx(rounds.km(stops))


def test_more_stops_than_can_be_tried_are_refused() -> None:
    n = MOST_STOPS + 1
    with pytest.raises(ValueError, match="At most"):
        Rounds([[0.0] * n] * n, [0.0] * n)
