"""What a match is worth, as its reader may know it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.change_records import AssumptionChange
from matching.impact import Impact
from matching.records import Side
from matching.reference_records import Span


@dataclass(frozen=True, slots=True)
class WorthView:
    """`impact` was reckoned with nothing but what this reader may know, and holds nothing else.

    `side`: from which it is read, None by a coordinator; a firm finds only its own money in it.
    `gain_gel_per_year`: what both gain, low, central and high, as far as this reader may know; for the order
    of a list, never shown.
    `changes`: what coordinators said of its figures, newest first; for coordinators only.
    """

    side: Side | None
    impact: Impact
    gain_gel_per_year: Span | None
    changes: tuple[AssumptionChange, ...] = ()

    @property
    def number(self) -> int:
        """Of the latest change; 0 without any."""
        return self.changes[0].number if self.changes else 0
