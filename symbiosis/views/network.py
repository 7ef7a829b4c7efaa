"""The network in counts, and the words of the reference book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MunicipalityCounts:
    """Counts of one municipality. A number is None when fewer than three firms could be told apart by it;
    all are when that is so of `n_firms`.
    """

    municipality: str
    region: str
    n_firms: int | None
    n_outputs: int | None
    n_needs: int | None
    n_matches: int | None
    n_exchanges: int | None

    @property
    def is_suppressed(self) -> bool:
        return self.n_firms is None


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The network in counts. `totals` as `graph.network.totals` gives them."""

    municipalities: tuple[MunicipalityCounts, ...]
    totals: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CodeView:
    """An entry of the List of Waste in the reader's language."""

    code: str
    name: str
    is_hazardous: bool | None
