"""How much of each pair is pushed where pairs could be divided: a transport problem, solved exactly.

Of a country's pairs few are ever pushed, and the time to solve grows faster than their number. So it is
solved for the likeliest pairs of each output, and the prices of slots and budgets that come out tell which
others would be worth more than they cost; those are added until none is. What then is best is best of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

FIRST_LOOKED_AT = 12
"""So many pairs of each output are there from the start."""

ADDED = 6
"""So many of an output, at most, are added at once."""

_FIRST_IS_WORTH = 10.0
_NOTHING = 1e-6
"""Of an acceptance: for less no pair is added."""


Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Route:
    """A pair as the problem sees it. `tonnes`: as may be expected; None where it touches no need's budget."""

    output_id: str
    receiver_id: str
    need_id: str
    worth: float
    probability: float
    tonnes: float | None


def taken_of(
    routes: Sequence[Route], of_receiver: Mapping[str, float], of_need: Mapping[str, float], slots: int
) -> Floats:
    """How much of each route is taken, 0 to 1.

    As much worth as the budgets hold; that every output has one counts more than all of it.

    Args:
        routes: those of an output best first.
        of_receiver, of_need: budgets, of probability and of tonnes.
        slots: so many routes of an output, at most.
    """
    if not routes:
        return np.zeros(0)
    problem = _Problem(routes, of_receiver, of_need, slots)
    chosen = problem.rank_within < FIRST_LOOKED_AT
    while True:
        taken, prices = problem.solve(np.flatnonzero(chosen))
        more = problem.worth_adding(prices, chosen)
        if not more.size:
            return taken
        chosen[more] = True


class _Problem:
    """Its numbers as arrays. The limits stand in the order slots, firsts, receivers, needs."""

    def __init__(
        self,
        routes: Sequence[Route],
        of_receiver: Mapping[str, float],
        of_need: Mapping[str, float],
        slots: int,
    ) -> None:
        self._output, outputs = _numbered(route.output_id for route in routes)
        self._receiver, receivers = _numbered(route.receiver_id for route in routes)
        has_tonnes = [route.tonnes is not None for route in routes]
        self._need, needs = _numbered(route.need_id for route in routes)
        self._worth = np.array([route.worth for route in routes])
        self._probability = np.array([route.probability for route in routes])
        self._tonnes = np.array([route.tonnes or 0.0 for route in routes])
        self._has_tonnes = np.array(has_tonnes)
        self._n_outputs = len(outputs)
        starts = np.cumsum([0, len(outputs), len(outputs), len(receivers)])
        self._slot, self._first = self._output, self._output + starts[1]
        self._receiver, self._need = self._receiver + starts[2], self._need + starts[3]
        self._limits = np.concatenate(
            [
                np.full(len(outputs), float(slots)),
                np.zeros(len(outputs)),
                np.array([of_receiver[id] for id in receivers]),
                np.array([of_need.get(id, 0.0) for id in needs]),
            ]
        )
        self.rank_within = _rank_within(self._output, np.arange(len(routes)))

    def solve(self, chosen: Ints) -> tuple[Floats, Floats]:
        """The shares of all routes, where only those chosen may be taken, and the price of each limit."""
        n = len(chosen)
        column = np.arange(n)
        with_tonnes = self._has_tonnes[chosen]
        outputs = np.arange(self._n_outputs)
        cells = (
            (self._slot[chosen], column, np.ones(n)),
            (self._first[chosen], column, -np.ones(n)),
            (self._receiver[chosen], column, self._probability[chosen]),
            (self._need[chosen][with_tonnes], column[with_tonnes], self._tonnes[chosen][with_tonnes]),
            (outputs + self._n_outputs, outputs + n, np.ones(self._n_outputs)),
        )
        y, x, values = (np.concatenate(part) for part in zip(*cells, strict=True))
        worth = np.concatenate([self._worth[chosen], np.full(self._n_outputs, _FIRST_IS_WORTH)])
        matrix = coo_matrix((values, (y, x)), shape=(len(self._limits), len(worth))).tocsr()
        # By the interior: the simplex method takes six times as long for 800 outputs, and more for more.
        solved = linprog(-worth, A_ub=matrix, b_ub=self._limits, bounds=(0, 1), method="highs-ipm")
        taken = np.zeros(len(self._worth))
        taken[chosen] = solved.x[:n]
        return taken, -np.asarray(solved.ineqlin.marginals)

    def worth_adding(self, prices: Floats, chosen: NDArray[np.bool_]) -> Ints:
        """Routes not chosen yet that are worth more than the slots and budgets that they would take."""
        costs = prices[self._slot] - prices[self._first] + prices[self._receiver] * self._probability
        costs += np.where(self._has_tonnes, prices[self._need] * self._tonnes, 0.0)
        gain = np.where(chosen, 0.0, self._worth - costs)
        found = np.flatnonzero(gain > _NOTHING)
        order = found[np.argsort(-gain[found], kind="stable")]
        return order[_rank_within(self._output[order], np.arange(len(order))) < ADDED]


def _numbered(ids: Iterable[str]) -> tuple[Ints, list[str]]:
    """A number for each id, by when it is first met, and the ids in that order."""
    numbers: dict[str, int] = {}
    found = [numbers.setdefault(id, len(numbers)) for id in ids]
    return np.array(found, dtype=np.int64), list(numbers)


def _rank_within(group: Ints, order: Ints) -> Ints:
    """The how manieth of its group each is, from 0, in a given order."""
    by_group = np.lexsort((order, group))
    sorted_group = group[by_group]
    starts = np.searchsorted(sorted_group, sorted_group, side="left")
    ranks = np.empty(len(group), dtype=np.int64)
    ranks[by_group] = np.arange(len(group)) - starts
    return ranks
