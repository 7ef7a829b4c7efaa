"""Compares what is due, decides what is shown first, and reckons chains, again and again; a graph that is
away is waited for.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Event

from graph import jobs
from graph.errors import GraphUnavailable
from symbiosis.logs import log
from symbiosis.operations import find_chains_due, rematch_due, show_first
from symbiosis.wiring import Services

PAUSE_S = 2.0
LONGEST_PAUSE_S = 30.0
SAYS_SO_EVERY = timedelta(seconds=10)
PLACES_HOLD = timedelta(minutes=10)
"""New matches, answers and expired listings move what is shown first, so it is decided anew so often."""


def keep_matching(
    services: Services, *, clock: Callable[[], datetime], stop: Event, pause_s: float = PAUSE_S
) -> None:
    """Compare due listings until `stop` is set. What fails is logged and tried again, later each time.

    Args:
        pause_s: how long to wait when nothing was due.
    """
    wait_s = pause_s
    placed_at = said_at = None
    while not stop.is_set():
        try:
            if said_at is None or clock() - said_at >= SAYS_SO_EVERY:
                said_at = clock()
                jobs.at_work(services.store, said_at)
            n_done = rematch_due(services, now=clock())
            if n_done:
                placed_at = None
            elif placed_at is None or clock() - placed_at >= PLACES_HOLD:
                _place(services, clock())
                placed_at = clock()
            # Last: places do not hang on chains, and need not wait until all of these are reckoned.
            n_chained = 0 if n_done else find_chains_due(services, now=clock())
        except GraphUnavailable as error:
            log.warning("rematch_waits", reason=str(error.facts.get("reason")), wait_s=wait_s)
            stop.wait(wait_s)
            wait_s = min(wait_s * 2, LONGEST_PAUSE_S)
            continue
        except Exception:  # the loop must outlive what cannot be done
            log.exception("rematch_failed")
            stop.wait(LONGEST_PAUSE_S)
            continue
        wait_s = pause_s
        if n_done:
            log.info("rematched", n_listings=n_done)
        elif n_chained:
            log.info("chains_reckoned", n_listings=n_chained)
        else:
            stop.wait(pause_s)
    with suppress(GraphUnavailable):
        jobs.gone(services.store)


def _place(services: Services, now: datetime) -> None:
    made = show_first(services, now=now)
    log.info(
        "places_decided",
        n_outputs=made.n_outputs,
        n_outputs_pushed=made.n_outputs_pushed,
        n_over=made.n_over,
        gini=made.gini,
    )
