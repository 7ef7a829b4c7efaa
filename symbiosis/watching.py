"""What is changed while the program runs counts in every process within seconds, without a restart."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from graph.errors import GraphUnavailable

FRESH_S = 5.0
State = TypeVar("State")


class Watch(ABC, Generic[State]):
    """Holds a state that the graph may change, and looks at most once in `fresh_s` seconds.

    While the graph is away the state stays as it was last seen. Threads share it.
    """

    def __init__(
        self, start: State, *, fresh_s: float = FRESH_S, clock: Callable[[], float] = monotonic
    ) -> None:
        self._state = start
        self._fresh_s, self._clock = fresh_s, clock
        self._lock = Lock()
        self._looked_at: float | None = None
        self._n_forgotten = 0

    def now(self) -> State:
        """The state as it stands."""
        # Who finds somebody looking already takes what there is; only at the start all wait.
        if self._is_due() and self._lock.acquire(blocking=self._looked_at is None):
            n_forgotten = self._n_forgotten
            try:
                with suppress(GraphUnavailable):
                    self._state = self._look()
            finally:
                # What was changed while this look was under way it may have missed: the next one looks, too.
                if n_forgotten == self._n_forgotten:
                    self._looked_at = self._clock()
                self._lock.release()
        return self._state

    def forget(self) -> None:
        """After a change of one's own: the next `now()` looks."""
        self._n_forgotten += 1
        self._looked_at = None

    def _is_due(self) -> bool:
        return self._looked_at is None or self._clock() - self._looked_at >= self._fresh_s

    @abstractmethod
    def _look(self) -> State:
        """The state as the graph tells it now; the same object while nothing changed."""
