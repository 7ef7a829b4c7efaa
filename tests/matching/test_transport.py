"""What is solved with the pairs that matter is as good as with all of them."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from matching import transport
from matching.transport import FIRST_LOOKED_AT, Route, taken_of

SLOTS = 4


def _problem(seed: int, n_outputs: int = 30, n_receivers: int = 40) -> tuple[list[Route], dict[str, float]]:
    """Each output fits each receiver, and all like the same few best, who have little room."""
    random = Random(seed)
    lure = [random.random() for _ in range(n_receivers)]
    routes = []
    for output in range(n_outputs):
        for receiver in range(n_receivers):
            probability = max(0.01, min(0.99, lure[receiver] * random.uniform(0.6, 1.4)))
            tonnes = random.choice([None, 10.0 * probability])
            routes.append(
                Route(f"o{output}", f"r{receiver}", f"n{receiver}", probability, probability, tonnes)
            )
    return sorted(routes, key=lambda one: -one.worth), {
        f"n{receiver}": 12.0 for receiver in range(n_receivers)
    }


def _worth(routes: list[Route], taken: np.ndarray) -> float:
    """What is taken, and ten for each output of which anything is."""
    firsts: dict[str, float] = {}
    for route, share in zip(routes, taken, strict=True):
        firsts[route.output_id] = min(1.0, firsts.get(route.output_id, 0.0) + share)
    return float(sum(r.worth * s for r, s in zip(routes, taken, strict=True)) + 10 * sum(firsts.values()))


@pytest.mark.parametrize("seed", range(6))
def test_no_division_of_all_pairs_is_worth_more(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    routes, of_need = _problem(seed)
    of_receiver = {route.receiver_id: 1.5 for route in routes}
    found = taken_of(routes, of_receiver, of_need, SLOTS)
    rank_of: dict[str, int] = {}
    used = 0
    for route, share in zip(routes, found, strict=True):
        rank_of[route.output_id] = rank_of.get(route.output_id, -1) + 1
        used += bool(share > 1e-6 and rank_of[route.output_id] >= FIRST_LOOKED_AT)
    assert used  # pairs that were not there from the start
    monkeypatch.setattr(transport, "FIRST_LOOKED_AT", len(routes))
    assert _worth(routes, found) == pytest.approx(
        _worth(routes, taken_of(routes, of_receiver, of_need, SLOTS)), abs=1e-4
    )


@pytest.mark.parametrize("seed", range(3))
def test_no_budget_is_broken(seed: int) -> None:
    routes, of_need = _problem(seed)
    of_receiver = {route.receiver_id: 1.5 for route in routes}
    taken = taken_of(routes, of_receiver, of_need, SLOTS)
    assert taken.min() >= -1e-7
    assert taken.max() <= 1 + 1e-7
    used: dict[str, float] = {}
    for route, share in zip(routes, taken, strict=True):
        for name, amount in (
            (route.output_id, 1.0),
            (route.receiver_id, route.probability),
            (route.need_id, route.tonnes or 0.0),
        ):
            used[name] = used.get(name, 0.0) + float(share) * amount
    limits = of_receiver | of_need | {route.output_id: SLOTS for route in routes}
    assert all(amount <= limits[name] + 1e-6 for name, amount in used.items())


def test_a_need_of_unknown_tonnes_has_no_budget() -> None:
    route = Route("o", "r", "n", 0.5, 0.5, None)
    assert taken_of([route], {"r": 3.0}, {}, SLOTS) == pytest.approx([1.0])
    full = replace(route, tonnes=2.0)
    assert taken_of([full], {"r": 3.0}, {"n": 1.0}, SLOTS) == pytest.approx([0.5])


def test_nothing_is_divided_among_none() -> None:
    assert taken_of([], {}, {}, SLOTS).size == 0
