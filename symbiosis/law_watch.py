"""The law as it stands, in every process: what an administrator changes counts everywhere within seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from graph import rule_changes
from graph.store import Store
from matching.law_in_force import Law, changed_law, law_of
from matching.reference_book import ReferenceBook
from symbiosis.watching import FRESH_S, Watch


class LawWatch(Watch[Law]):
    """Looks whether rules were changed; a look costs one count of nodes."""

    def __init__(
        self,
        store: Store,
        book: ReferenceBook,
        *,
        fresh_s: float = FRESH_S,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(law_of(book), fresh_s=fresh_s, clock=clock)
        self._store, self._book = store, book
        self._n_changes = 0

    def _look(self) -> Law:
        n_changes = rule_changes.count(self._store)
        if n_changes == self._n_changes:
            return self._state
        changed = {change.rule_id: change.fields for change in rule_changes.latest(self._store)}
        self._n_changes = n_changes
        return changed_law(self._book, changed)
