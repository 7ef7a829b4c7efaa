"""Whether the program that works in the background is there."""

from __future__ import annotations

from datetime import datetime

from graph.store import Store

NAME = "rematch"


def at_work(store: Store, at: datetime) -> None:
    """Says that the program is there."""
    store.write("jobs/at_work", name=NAME, at=at)


def gone(store: Store) -> None:
    """Says that it ends. Another one that is at work says again that it is there."""
    store.write("jobs/gone", name=NAME)


def seen_at(store: Store) -> datetime | None:
    """When it was last there; None when it never was, or has ended in order."""
    rows = store.read("jobs/seen_at", name=NAME)
    return rows[0]["seen_at"] if rows else None
