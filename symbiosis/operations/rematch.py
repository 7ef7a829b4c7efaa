"""How far the comparing is; and where no program does it in the background, a part of it now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from graph import due, jobs
from symbiosis.access import Viewer, require
from symbiosis.operations.find_chains import find_chains_due
from symbiosis.operations.find_matches import compared_by, rematch_due
from symbiosis.operations.show_first import show_first
from symbiosis.views import ComparingView
from symbiosis.wiring import Services

SEEN_HOLDS = timedelta(minutes=2)
"""Who was seen so long ago is at work still: it says so between two batches."""

AT_MOST_S = 10.0
"""Somebody waits for the answer."""

STEP = 5


def see_comparing(services: Services, viewer: Viewer, *, now: datetime) -> ComparingView:
    """How many listings are still to be compared, and whether the program that does it is at work."""
    require(viewer, "rematch")
    return _comparing(services, now)


def rematch(
    services: Services, viewer: Viewer, *, now: datetime, clock: Callable[[], float] = monotonic
) -> ComparingView:
    """Have everything compared that is due. Who changes a listing makes it due, so nothing is to be marked.

    The program in the background does it, and this returns at once. Where it is not at work, some seconds'
    worth is done here, and what is then left is told: asked again, it goes on.

    Args:
        clock: in seconds, for how long it takes.
    """
    require(viewer, "rematch")
    seen = _comparing(services, now)
    if seen.is_at_work:
        return seen
    ends = clock() + AT_MOST_S
    n_compared = 0
    while clock() < ends and (n_more := rematch_due(services, now=now, most=STEP)):
        n_compared += n_more
    while clock() < ends and find_chains_due(services, now=now, most=STEP):
        pass
    if clock() < ends:
        show_first(services, now=now)
    return _comparing(services, now, n_compared)


def _comparing(services: Services, now: datetime, n_compared: int = 0) -> ComparingView:
    left = due.left(services.store, compared_by(services.ranker.version), now)
    seen_at = jobs.seen_at(services.store)
    return ComparingView(
        n_to_compare=left.n_to_compare,
        n_to_chain=left.n_to_chain,
        n_failed=left.n_failed,
        is_at_work=seen_at is not None and now - seen_at < SEEN_HOLDS,
        n_compared=n_compared,
    )
