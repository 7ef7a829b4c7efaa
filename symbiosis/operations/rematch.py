"""A coordinator has everything compared that is due, instead of waiting for the job."""

from __future__ import annotations

from datetime import datetime

from symbiosis.access import Viewer, require
from symbiosis.operations.find_chains import find_chains_due
from symbiosis.operations.find_matches import rematch_due
from symbiosis.operations.show_first import show_first
from symbiosis.wiring import Services

MOST_AT_ONCE = 10_000


def rematch(services: Services, viewer: Viewer, *, now: datetime) -> int:
    """Compare everything that is due, reckon the chains, and decide what is shown first.

    Returns:
        How many listings were compared.
    """
    require(viewer, "rematch")
    n_done = n_chained = 0
    while n_done < MOST_AT_ONCE and (n_more := rematch_due(services, now=now)):
        n_done += n_more
    while n_chained < MOST_AT_ONCE and (n_more := find_chains_due(services, now=now)):
        n_chained += n_more
    show_first(services, now=now)
    return n_done
