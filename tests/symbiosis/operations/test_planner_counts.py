"""Counts for planners: no cell tells of a single firm."""

from __future__ import annotations

from typing import Any

from graph.records import Role
from symbiosis import operations
from symbiosis.operations.planner_counts import COUNTS, suppressed
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.town import Town


def a_row(place: str, n_firms: int, *, giving: int | None = None, partners: int = 0) -> dict[str, Any]:
    """A place where `giving` of the firms list two outputs each, and `partners` have three exchanges each."""
    ids = [f"{place}{n}" for n in range(max(n_firms, partners))]
    behind = {
        "n_firms": ids[:n_firms],
        "n_outputs": ids[: n_firms if giving is None else giving],
        "n_needs": [],
        "n_matches": [],
        "n_exchanges": ids[:partners],
    }
    counts = {name: len(firms) for name, firms in behind.items()}
    counts |= {"n_outputs": 2 * counts["n_outputs"], "n_exchanges": 3 * counts["n_exchanges"]}
    return {"municipality": place, "region": "kakheti", **counts, "behind": behind}


def hidden(rows: list[dict[str, Any]], name: str = "n_firms") -> set[str]:
    return {row.municipality for row in suppressed(rows) if getattr(row, name) is None}


def test_fewer_than_three_firms_show_no_numbers() -> None:
    rows = suppressed([a_row("a", 2), a_row("b", 1), a_row("c", 3), a_row("d", 0)])
    assert {row.municipality for row in rows if row.is_suppressed} == {"a", "b"}
    assert all(getattr(row, name) is None for row in rows if row.is_suppressed for name in COUNTS)
    assert {row.municipality: row.n_firms for row in rows if not row.is_suppressed} == {"c": 3, "d": 0}


def test_one_hidden_cell_hides_the_next_smallest_so_that_the_total_does_not_tell_it() -> None:
    assert hidden([a_row("a", 2), a_row("b", 9), a_row("c", 3)]) == {"a", "c"}


def test_what_the_hidden_cells_hold_together_is_of_three_firms_or_more() -> None:
    assert hidden([a_row("a", 1), a_row("b", 1), a_row("c", 4), a_row("d", 5)]) == {"a", "b", "c"}


def test_a_firm_with_two_places_is_one_firm() -> None:
    rows = [a_row("a", 2), a_row("b", 1), a_row("c", 4)]
    rows[1]["behind"] = {name: ids and ["a0"] for name, ids in rows[1]["behind"].items()}
    assert hidden(rows) == {"a", "b", "c"}


def test_a_number_of_one_firm_is_hidden_among_many_firms_too() -> None:
    rows = [
        a_row("a", 6, giving=1),
        a_row("b", 5, giving=4),
        a_row("c", 5, giving=5),
        a_row("d", 5, giving=0),
    ]
    assert hidden(rows) == set()
    assert hidden(rows, "n_outputs") == {"a", "b"}
    assert hidden(rows, "n_needs") == set()
    shown = {row.municipality: row.n_outputs for row in suppressed(rows)}
    assert shown == {"a": None, "b": None, "c": 10, "d": 0}


def test_where_few_give_in_all_nobody_learns_where() -> None:
    rows = [a_row("a", 6, giving=1), a_row("b", 5, giving=0), a_row("c", 0)]
    assert hidden(rows, "n_outputs") == {"a", "b"}


def test_exchanges_of_a_firm_that_counts_no_more_are_hidden() -> None:
    rows = [a_row("a", 0, partners=1), a_row("b", 5, partners=4), a_row("c", 9, partners=8)]
    assert hidden(rows, "n_exchanges") == {"a", "b"}


def test_a_planner_sees_counts_of_the_real_network(services: Services, town: Town) -> None:
    for _ in range(3):
        town.post(town.business(at="kvareli"), an_output())
    for at in ("telavi", "telavi", "batumi"):
        town.post(town.business(at=at), an_output())
    seen = operations.planner_counts(services, town.somebody(Role.PLANNER), now=NOW)
    by_place = {row.municipality: row for row in seen.municipalities}
    assert (by_place["kvareli"].n_firms, by_place["kvareli"].n_outputs) == (3, 3)
    assert by_place["telavi"].is_suppressed
    assert by_place["batumi"].is_suppressed
    assert seen.totals["n_firms"] == 6
    assert by_place["poti"].n_firms == 0
    batumi = [town.business(at="batumi") for _ in range(3)]
    town.post(batumi[0], an_output(text="მინის ბოთლები"))
    seen = operations.planner_counts(services, town.somebody(Role.PLANNER), now=NOW)
    by_place = {row.municipality: row for row in seen.municipalities}
    assert (by_place["batumi"].n_firms, by_place["batumi"].n_outputs) == (4, None)
