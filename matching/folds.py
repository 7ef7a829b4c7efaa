"""Splits labelled pairs so that no firm stands on both sides: what is tested was learned from other firms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from matching.labels import Row

N_FOLDS = 5
Fold = tuple[list[int], list[int]]


def folds(rows: Sequence[Row], n_folds: int = N_FOLDS) -> list[Fold]:
    """Numbers of rows to train on and to test on; every row is tested exactly once.

    Firms that are linked by pairs stay together. Where one such group is larger than a fold, it is cut by its
    giving firms, and every row that shares a firm with a tested one is left out of training. The result
    depends on the rows alone, not on their order.
    """
    units = _units(rows, largest=max(1, len(rows) // n_folds))
    tests: list[list[int]] = [[] for _ in range(n_folds)]
    for unit in units:
        min(tests, key=len).extend(unit)
    found: list[Fold] = []
    for test in tests:
        firms = {firm_id for number in test for firm_id in rows[number].firm_ids}
        train = [number for number, row in enumerate(rows) if not firms.intersection(row.firm_ids)]
        if test:
            found.append((train, sorted(test)))
    return found


def _units(rows: Sequence[Row], largest: int) -> list[list[int]]:
    """Numbers of rows that are tested together, the most first."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    parent = _linked(rows)
    for number, row in enumerate(rows):
        groups[_root(parent, row.firm_ids[0])].append(number)
    units: list[list[int]] = []
    for group in groups.values():
        if len(group) <= largest:
            units.append(group)
            continue
        by_giver: defaultdict[str, list[int]] = defaultdict(list)
        for number in group:
            by_giver[rows[number].firm_ids[0]].append(number)
        units.extend(by_giver.values())
    return sorted(units, key=lambda unit: (-len(unit), min(_key(rows[number]) for number in unit)))


def _linked(rows: Sequence[Row]) -> dict[str, str]:
    """Each firm -> another of its group, or itself: the first of them by id."""
    parent: dict[str, str] = {}
    for row in rows:
        for firm_id in row.firm_ids:
            parent.setdefault(firm_id, firm_id)
        first, second = sorted(_root(parent, firm_id) for firm_id in row.firm_ids)
        parent[second] = first
    return parent


def _root(parent: dict[str, str], firm_id: str) -> str:
    while parent[firm_id] != firm_id:
        parent[firm_id] = parent[parent[firm_id]]
        firm_id = parent[firm_id]
    return firm_id


def _key(row: Row) -> tuple[str, str]:
    return (row.output_id, row.need_id)
