"""The weights as they stand, in every process: what an administrator switches to counts within seconds."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from graph import weights
from graph.store import Store
from matching.errors import BadReference
from matching.evidence.kinds import NAMES
from matching.weighing import Weights
from symbiosis.logs import log
from symbiosis.watching import FRESH_S, Watch


class WeightsWatch(Watch[Weights]):
    """Looks who switched last; a look costs one node.

    Weights that were learned for another list of evidence are refused, and the defaults count.
    """

    def __init__(
        self,
        store: Store,
        defaults: Weights,
        *,
        fresh_s: float = FRESH_S,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(defaults, fresh_s=fresh_s, clock=clock)
        self._store, self._defaults = store, defaults
        self._version: str | None = None

    def _look(self) -> Weights:
        latest = weights.switches(self._store, limit=1)
        version = latest[0].version if latest else None
        if version == self._version:
            return self._state
        found = self._defaults if version is None else self._offered(version)
        self._version = version
        return found

    def _offered(self, version: str) -> Weights:
        offer = weights.offer(self._store, version)
        try:
            return Weights.of(offer.weights, NAMES, version) if offer else self._defaults
        except BadReference as error:
            log.warning("weights_refused", version=version, problem=str(error.facts.get("problem")))
            return self._defaults
