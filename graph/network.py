"""The network in numbers, for planners and the front page.

Counts are exact. Cells of fewer than three firms must not reach a planner: that rule is kept where it is
known who asks.
"""

from __future__ import annotations

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
