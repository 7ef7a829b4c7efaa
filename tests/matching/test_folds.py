"""No firm is learned from and tested on at once."""

from __future__ import annotations

import pytest

from matching.folds import folds
from matching.labels import Row
from tests.matching.labelled import a_row


def firms_of(rows: list[Row], numbers: list[int]) -> set[str]:
    return {firm_id for number in numbers for firm_id in rows[number].firm_ids}


def hub(n: int) -> list[Row]:
    """Many givers, and one firm that takes from all of them and gives to one."""
    rows = [a_row(k, positive=True, firm_ids=(f"giver{k % 9}", "hub")) for k in range(n)]
    return [*rows, a_row(n, positive=False, firm_ids=("hub", "giver0"))]


def a_chain(n: int) -> list[Row]:
    return [a_row(k, positive=True, firm_ids=(f"firm{k:03}", f"firm{k + 1:03}")) for k in range(n)]


CASES = {
    "apart": [a_row(k, positive=True) for k in range(60)],
    "a hub": hub(40),
    "a chain": a_chain(50),
    "few": [a_row(k, positive=True) for k in range(3)],
}


@pytest.mark.parametrize("rows", CASES.values(), ids=CASES)
def test_no_firm_is_in_train_and_in_test_and_every_row_is_tested_once(rows: list[Row]) -> None:
    found = folds(rows)
    assert sorted(number for _train, test in found for number in test) == list(range(len(rows)))
    for train, test in found:
        assert firms_of(rows, train).isdisjoint(firms_of(rows, test))


def test_firms_that_stand_apart_cost_nothing() -> None:
    rows = CASES["apart"]
    assert all(len(train) + len(test) == len(rows) for train, test in folds(rows))


def test_the_order_of_rows_does_not_matter() -> None:
    rows = CASES["a chain"]

    def as_ids(rows: list[Row]) -> set[tuple[frozenset[str], frozenset[str]]]:
        return {
            (
                frozenset(rows[number].output_id for number in train),
                frozenset(rows[number].output_id for number in test),
            )
            for train, test in folds(rows)
        }

    assert as_ids(rows) == as_ids(rows[::-1])
