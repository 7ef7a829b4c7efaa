"""The shortest collection round: exact, for the few stops that a lorry makes in a day."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

MOST_STOPS = 10
"""So many places are weighed against each other: every subset of them, in some hundredths of a second."""


class Rounds:
    """The shortest way through every set of stops, each ending where the goods are needed.

    The way begins at its first stop: what brings the empty lorry there is in the price of freight. Worked out
    by the recurrence of Held and Karp (1962), https://doi.org/10.1137/0110015, so the result is exact; equal
    ways are told apart by the numbers of the stops.

    Args:
        between: kilometres from stop to stop; `home`: from each stop to the need.
    Raises:
        ValueError: more than `MOST_STOPS`.
    """

    def __init__(self, between: Sequence[Sequence[float]], home: Sequence[float]) -> None:
        if len(home) > MOST_STOPS:
            raise ValueError(f"At most {MOST_STOPS} stops, not {len(home)}.")
        self._between, self._home = between, home
        self._best = self._all()

    def km(self, stops: int) -> float:
        """Kilometres of the shortest way through a set of stops, given as bits; 0 for the empty set."""
        return min((self._best[stops][first] for first in _members(stops)), default=0.0)

    def order(self, stops: int) -> tuple[int, ...]:
        """The stops in the order of that way."""
        found: list[int] = []
        last: int | None = None
        while stops:
            ahead = {stop: self._best[stops][stop] + self._to(last, stop) for stop in _members(stops)}
            last = min(ahead, key=lambda stop: (round(ahead[stop], 6), stop))
            found.append(last)
            stops &= ~(1 << last)
        return tuple(found)

    def _to(self, here: int | None, there: int) -> float:
        return 0.0 if here is None else self._between[here][there]

    def _all(self) -> list[list[float]]:
        """For each set and each first stop in it: kilometres through the rest of the set and home."""
        n = len(self._home)
        best = [[inf] * n for _ in range(1 << n)]
        for stops in range(1, 1 << n):
            for first in _members(stops):
                rest = stops & ~(1 << first)
                best[stops][first] = (
                    min(self._between[first][then] + best[rest][then] for then in _members(rest))
                    if rest
                    else self._home[first]
                )
        return best


def _members(stops: int) -> list[int]:
    return [place for place in range(stops.bit_length()) if stops >> place & 1]
