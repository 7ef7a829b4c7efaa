"""Things that many listings have, by the thing: so that only those that have it are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Postings:
    """Key -> the needs that have it (numbers), and how surely."""

    by_key: Mapping[str, tuple[NDArray[np.int64], Numbers]]
    has_any: Flags

    @staticmethod
    def of(rows: Sequence[Mapping[str, float]]) -> Postings:
        """Of the keys of each need, with how surely it has them."""
        found: dict[str, tuple[list[int], list[float]]] = {}
        for number, row in enumerate(rows):
            for key, value in row.items():
                numbers, values = found.setdefault(key, ([], []))
                numbers.append(number)
                values.append(value)
        by_key = {key: (np.array(numbers), np.array(values)) for key, (numbers, values) in found.items()}
        return Postings(by_key, np.array([bool(row) for row in rows], dtype=bool))

    def best(self, weighed: Iterable[tuple[str, float]]) -> Numbers:
        """For each need the largest product of a weight and how surely it has the key."""
        found = np.zeros(len(self.has_any))
        for key, weight in weighed:
            if key in self.by_key:
                numbers, values = self.by_key[key]
                found[numbers] = np.maximum(found[numbers], weight * values)
        return found

    def any_of(self, keys: Iterable[str]) -> Flags:
        """Which needs have any of the keys."""
        found = np.zeros(len(self.has_any), dtype=bool)
        for key in keys:
            if key in self.by_key:
                found[self.by_key[key][0]] = True
        return found
