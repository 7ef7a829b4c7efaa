"""The synonyms as they stand, in every process: what a coordinator accepts counts within seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from graph import synonyms
from graph.store import Store
from matching.synonyms import NONE, Synonym, Synonyms
from symbiosis.watching import FRESH_S, Watch


class SynonymWatch(Watch[Synonyms]):
    """Looks whether coordinators decided on phrases; a look costs one count of nodes."""

    def __init__(
        self, store: Store, *, fresh_s: float = FRESH_S, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(NONE, fresh_s=fresh_s, clock=clock)
        self._store = store
        self._n_decisions = 0

    def _look(self) -> Synonyms:
        n_decisions = synonyms.count(self._store)
        if n_decisions == self._n_decisions:
            return self._state
        in_force = [one for one in synonyms.latest(self._store) if one.verdict == "accepted"]
        self._n_decisions = n_decisions
        return Synonyms(tuple(Synonym(one.sort, one.entry_id, one.phrase) for one in in_force))
