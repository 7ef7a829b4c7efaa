"""The law as it stands, in every process: what an administrator changes counts everywhere within seconds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from time import monotonic

from graph import rule_changes
from graph.errors import GraphUnavailable
from graph.store import Store
from matching.law_in_force import Law, changed_law, law_of
from matching.reference_book import ReferenceBook

FRESH_S = 5.0


class LawWatch:
    """Looks whether rules were changed, at most once in `fresh_s` seconds; a look costs one count of nodes.

    While the graph is away the law stays as it was last seen. Threads share it.
    """

    def __init__(
        self,
        store: Store,
        book: ReferenceBook,
        *,
        fresh_s: float = FRESH_S,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._store, self._book = store, book
        self._fresh_s, self._clock = fresh_s, clock
        self._lock = Lock()
        self._law, self._n_changes = law_of(book), 0
        self._looked_at: float | None = None

    def now(self) -> Law:
        """The law as it stands."""
        # Who finds somebody looking already takes what there is; only at the start all wait.
        if self._is_due() and self._lock.acquire(blocking=self._looked_at is None):
            try:
                with suppress(GraphUnavailable):
                    self._look()
            finally:
                self._looked_at = self._clock()
                self._lock.release()
        return self._law

    def forget(self) -> None:
        """After a change of one's own: the next `now()` looks."""
        self._looked_at = None

    def _is_due(self) -> bool:
        return self._looked_at is None or self._clock() - self._looked_at >= self._fresh_s

    def _look(self) -> None:
        n_changes = rule_changes.count(self._store)
        if n_changes != self._n_changes:
            changed = {change.rule_id: change.fields for change in rule_changes.latest(self._store)}
            self._law, self._n_changes = changed_law(self._book, changed), n_changes
