"""The network in numbers, for planners and the front page.

Counts are exact. Cells of fewer than three firms must not reach a planner: that rule is kept where it is
known who asks.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from graph.store import Store


def counts_by_municipality(store: Store, now: datetime) -> list[dict[str, Any]]:
    """For every municipality, also empty ones, in the order of their ids.

    Returns:
        Dicts with `municipality`, `region` (ids), `n_firms` (verified), `n_outputs`, `n_needs` (open at
        `now`, of verified firms), `n_matches` (current, both listings open) and `n_exchanges`. What lies in
        two municipalities (a firm with two sites, a match, an exchange) counts in both, so the columns do
        not add up to `totals`. `behind`: for each of these numbers the ids of the firms of this place that it
        counts, to know how many they are; nobody is shown them.
    """
    return store.read("network/counts_by_municipality", now=now)


def totals(store: Store, now: datetime) -> dict[str, int]:
    """The same numbers for the whole network, everything counted once, and `n_demo_firms` of the firms."""
    return store.read("network/totals", now=now)[0]


def firms_by_material(
    store: Store, material_ids: Collection[str], sure: float, now: datetime
) -> list[dict[str, Any]]:
    """The verified firms that give or seek one of these materials in open listings that firms may meet.

    Args:
        sure: from which confidence on a listing counts as being about a material; what a person confirmed
            always does.
    Returns:
        Dicts with `side` (`output`, `need`), `firm_id`, `municipality`, `is_demo`. Nobody is shown them: they
        are there to be counted.
    """
    return store.read("network/firms_by_material", material_ids=sorted(material_ids), sure=sure, now=now)


def firms_by_use(store: Store, use_ids: Collection[str], sure: float, now: datetime) -> list[dict[str, Any]]:
    """As `firms_by_material`, for those who seek something for a use: `use_id` stands in place of `side`."""
    return store.read("network/firms_by_use", use_ids=sorted(use_ids), sure=sure, now=now)
