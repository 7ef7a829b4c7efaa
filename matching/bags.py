"""Many weighted bags held beside one: only those that share a part with it are looked at, a tenth of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from matching.vectors import Bag

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, slots=True)
class Bags:
    """Bags by their parts: `owners_of` has a row for each part and a column for each bag."""

    owners_of: csr_matrix
    columns: Mapping[str, int]
    has_any: Flags

    @staticmethod
    def of(bags: Sequence[Bag]) -> Bags:
        """In their order."""
        columns: dict[str, int] = {}
        data: list[float] = []
        indices: list[int] = []
        ends = [0]
        for bag in bags:
            for part, value in bag.items():
                indices.append(columns.setdefault(part, len(columns)))
                data.append(value)
            ends.append(len(indices))
        rows = csr_matrix((data, indices, ends), shape=(len(bags), len(columns)))
        return Bags(rows.T.tocsr(), columns, np.diff(rows.indptr) > 0)

    def cosines(self, bag: Bag) -> Numbers:
        """How alike each of them is to one of length 1."""
        known = {self.columns[part]: value for part, value in bag.items() if part in self.columns}
        shape = (1, len(self.columns))
        asked = csr_matrix((list(known.values()), list(known), [0, len(known)]), shape=shape)
        alike = asked @ self.owners_of
        found = np.zeros(len(self.has_any))
        found[alike.indices] = alike.data
        return found

    def alike(self, bag: Bag) -> tuple[Numbers, Flags]:
        """The cosines, and which of them are known: those of two bags that hold something."""
        return self.cosines(bag), self.has_any & bool(bag)
