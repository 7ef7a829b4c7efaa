"""Takes the demonstration region out of a graph again."""

from __future__ import annotations

from graph.store import Store


def remove_demo(store: Store) -> int:
    """Removes everything marked `is_demo` and all that hangs on it alone, in one transaction.

    That is: demonstration firms with their sites and listings; every match of such a listing with its
    decisions, exchange, outcomes and disclosures; every chain with such a listing or site; demonstration
    people with their tokens and what was shown to them. A match between a demonstration listing and a real
    one goes, the real listing stays.

    Returns:
        How many nodes were removed.
    """
    steps = (
        "demo/remove_chains",
        "demo/remove_matches",
        "demo/remove_listings",
        "demo/remove_firms",
        "demo/remove_users",
    )
    return sum(rows[0]["n_removed"] for rows in store.write_together((step, {}) for step in steps))


def is_empty(store: Store) -> bool:
    """Whether there is no firm and no listing. People with a login and the reference book do not count."""
    answer: bool = store.read("demo/is_empty")[0]["is_empty"]
    return answer
