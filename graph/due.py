"""Which listings are to be compared. That stands in an index: a look costs what is due, not what there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.store import Store


@dataclass(frozen=True, slots=True)
class Left:
    """How many listings are to be compared, and of the others how many wait for their chains.

    `n_failed`: of all these, how many failed a short while ago and are tried again later.
    """

    n_to_compare: int
    n_to_chain: int
    n_failed: int


def to_compare(store: Store, present: str, now: datetime, limit: int = 100) -> list[str]:
    """Ids of listings that changed since they were last compared, never were, or were compared by something
    else; changed ones first, longest waiting first.

    Paused, withdrawn and expired ones are among them: comparing them takes their matches away.

    Args:
        present: names what listings are compared by now.
        now: those put off until later are left out.
    """
    return [row["id"] for row in store.read("due/to_compare", present=present, now=now, limit=limit)]


def compared(store: Store, listing_id: str, changed_at: datetime, at: datetime, by: str) -> None:
    """Notes that a listing was compared as it was read; it stays due when it was changed meanwhile.

    Args:
        changed_at: of the listing as it was read before.
        at: when it was compared.
        by: names what it was compared by.
    """
    store.write("due/compared", id=listing_id, changed_at=changed_at, at=at, matched_by=by)


def put_off(store: Store, listing_id: str, until: datetime) -> None:
    """Something failed with a listing: it stays due, and lets others go first until then."""
    store.write("due/put_off", id=listing_id, until=until)


def left(store: Store, present: str, now: datetime) -> Left:
    """How much there is to do now, `present` as in `to_compare`."""
    [row] = store.read("due/left", present=present, now=now)
    return Left(**row)
