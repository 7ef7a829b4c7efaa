"""What is said of an estimate, as the graph keeps it. Frozen; times are UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AssumptionChange:
    """What a coordinator said of a figure under the worth of a pair, from `changed_at` on. Appended only.

    `assumption_id`: of `matching.impact.ROLES`. `span`: low, central, high in its unit; None: as the book has
    it again. `number`: counts the changes of one pair from 1. `user_email`: of who made it, when it is read.
    """

    id: str
    output_id: str
    need_id: str
    number: int
    assumption_id: str
    span: tuple[float, float, float] | None
    why: str | None
    changed_at: datetime
    user_id: str
    user_email: str | None = None
