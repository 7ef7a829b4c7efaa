"""What the graph keeps of learning: what came of exchanges, weights on offer, and who switched to which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from matching.records import Side


@dataclass(frozen=True, slots=True)
class WeightsOffer:
    """Weights that were learned, on offer until an administrator switches to them.

    `weights`: plain values as in `matching/weights/default.json`; `card`: what they were learned from and how
    good they are. `created_by`: the command, or the id of who asked.
    """

    id: str
    version: str
    created_at: datetime
    created_by: str
    weights: Mapping[str, Any]
    card: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WeightsSwitch:
    """From `switched_at` on the ranker weighs by `version`; None: by the defaults. Appended only.

    `number`: counts the switches from 1. `user_email`: of who switched, when it is read.
    """

    id: str
    number: int
    version: str | None
    switched_at: datetime
    user_id: str
    user_email: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one side says came of an exchange; appended, the latest of each side counts.

    `tonnes` were moved from `happened_on` on, at `cost_gel` for this side; `reason`: a key of why nothing
    happened. `user_id`: who wrote it down; a coordinator does so for either side.
    """

    id: str
    exchange_id: str
    side: Side
    happened: bool
    recorded_at: datetime
    user_id: str
    tonnes: float | None = None
    happened_on: date | None = None
    cost_gel: float | None = None
    reason: str | None = None
    note: str | None = None
