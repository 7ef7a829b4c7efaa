"""Compares what is due, again and again; a graph that is away is waited for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Event

from graph.errors import GraphUnavailable
from symbiosis.logs import log
from symbiosis.operations import rematch_due
from symbiosis.wiring import Services

PAUSE_S = 2.0
LONGEST_PAUSE_S = 30.0


def keep_matching(
    services: Services, *, clock: Callable[[], datetime], stop: Event, pause_s: float = PAUSE_S
) -> None:
    """Compare due listings until `stop` is set. What fails is logged and tried again, later each time.

    Args:
        pause_s: how long to wait when nothing was due.
    """
    wait_s = pause_s
    while not stop.is_set():
        try:
            n_done = rematch_due(services, now=clock())
        except GraphUnavailable as error:
            log.warning("rematch_waits", reason=str(error.facts.get("reason")), wait_s=wait_s)
            stop.wait(wait_s)
            wait_s = min(wait_s * 2, LONGEST_PAUSE_S)
            continue
        except Exception:  # the loop must outlive one listing that cannot be compared
            log.exception("rematch_failed")
            stop.wait(LONGEST_PAUSE_S)
            continue
        wait_s = pause_s
        if n_done:
            log.info("rematched", n_listings=n_done)
        else:
            stop.wait(pause_s)
