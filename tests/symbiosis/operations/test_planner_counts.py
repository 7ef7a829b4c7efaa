"""Counts for planners: no cell tells of a single firm."""

from __future__ import annotations

from typing import Any

from graph.records import Role
from symbiosis import operations
from symbiosis.operations.planner_counts import suppressed
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.town import Town


def a_row(municipality: str, n_firms: int) -> dict[str, Any]:
    counts = {"n_outputs": n_firms, "n_needs": 0, "n_matches": 0, "n_exchanges": 0}
    return {"municipality": municipality, "region": "kakheti", "n_firms": n_firms, **counts}


def test_fewer_than_three_firms_show_no_numbers() -> None:
    rows = suppressed([a_row("a", 2), a_row("b", 1), a_row("c", 3), a_row("d", 0)])
    hidden = {row.municipality for row in rows if row.is_suppressed}
    assert hidden == {"a", "b"}
    assert all(row.n_outputs is None for row in rows if row.is_suppressed)
    assert {row.municipality: row.n_firms for row in rows if not row.is_suppressed} == {"c": 3, "d": 0}


def test_one_hidden_cell_hides_the_next_smallest_so_that_the_total_does_not_tell_it() -> None:
    rows = suppressed([a_row("a", 2), a_row("b", 9), a_row("c", 3)])
    assert {row.municipality for row in rows if row.is_suppressed} == {"a", "c"}


def test_a_planner_sees_counts_of_the_real_network(services: Services, town: Town) -> None:
    for _ in range(3):
        town.post(town.business(at="kvareli"), an_output())
    town.post(town.business(at="telavi"), an_output())
    town.post(town.business(at="batumi"), an_output())
    seen = operations.planner_counts(services, town.somebody(Role.PLANNER), now=NOW)
    by_place = {row.municipality: row for row in seen.municipalities}
    assert (by_place["kvareli"].n_firms, by_place["kvareli"].n_outputs) == (3, 3)
    assert by_place["telavi"].is_suppressed
    assert by_place["batumi"].is_suppressed
    assert seen.totals["n_firms"] == 5
