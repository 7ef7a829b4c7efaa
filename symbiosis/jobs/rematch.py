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
from matching.exposure import Plan
from symbiosis.logs import log
from symbiosis.operations import find_chains_due, rematch_due, show_first
from symbiosis.wiring import Services

PAUSE_S = 2.0
LONGEST_PAUSE_S = 30.0
SAYS_SO_EVERY = timedelta(seconds=10)
PLACES_HOLD = timedelta(minutes=10)
"""New matches, answers and expired listings move what is shown first, so it is decided anew so often."""

PLACES_TAKE = 20
"""All matches are read for it: it takes no more than a twentieth of the time, however many there are."""


def keep_matching(
    services: Services, *, clock: Callable[[], datetime], stop: Event, pause_s: float = PAUSE_S
) -> None:
    """Compare due listings until `stop` is set. What fails is logged and tried again, later each time.

    Args:
        pause_s: how long to wait when nothing was due.
    """
    wait_s = pause_s
    said_at = None
    places = _Places()
    while not stop.is_set():
        try:
            if said_at is None or clock() - said_at >= SAYS_SO_EVERY:
                said_at = clock()
                jobs.at_work(services.store, said_at)
            n_done = rematch_due(services, now=clock())
            if n_done:
                places.are_moved = True
            elif places.are_due(clock()):
                places.decide(services, clock)
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


class _Places:
    """When what is shown first is decided anew: once what was compared moved it, else every ten minutes."""

    def __init__(self) -> None:
        self.are_moved = True
        self._decided_at: datetime | None = None
        self._took = timedelta()

    def are_due(self, now: datetime) -> bool:
        """Whether they may have moved, and it is not a burden."""
        if self._decided_at is None:
            return True
        rest = PLACES_TAKE * self._took
        return now - self._decided_at >= (rest if self.are_moved else max(rest, PLACES_HOLD))

    def decide(self, services: Services, clock: Callable[[], datetime]) -> None:
        """Decide them."""
        began = clock()
        _log(show_first(services, now=began))
        self._decided_at = clock()
        self._took = self._decided_at - began
        self.are_moved = False


def _log(made: Plan) -> None:
    log.info(
        "places_decided",
        n_outputs=made.n_outputs,
        n_outputs_pushed=made.n_outputs_pushed,
        n_over=made.n_over,
        gini=made.gini,
    )
