"""Work on many listings of which one may fail: it holds up none of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from graph import due
from graph.errors import GraphUnavailable
from graph.store import Store
from symbiosis.logs import log

RETRY = timedelta(minutes=1)
T = TypeVar("T")


def done_one_by_one(
    store: Store, things: Sequence[T], do: Callable[[T], object], *, id_of: Callable[[T], str], now: datetime
) -> int:
    """Does it with each. What fails is logged and put off: until then others go first.

    Args:
        id_of: the listing that a thing is about.
    Returns:
        With how many it was tried.
    Raises:
        GraphUnavailable: at once, as the others would fail too.
    """
    for thing in things:
        try:
            do(thing)
        except GraphUnavailable:
            raise
        except Exception:
            log.exception("listing_failed", listing_id=id_of(thing))
            due.put_off(store, id_of(thing), now + RETRY)
    return len(things)
