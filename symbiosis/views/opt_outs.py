"""With whom a firm is not matched, as it said it itself; for coordinators with names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.opt_out_records import OptOutState


@dataclass(frozen=True, slots=True)
class OptOutView:
    """`label`, `identification_code`: as they were given; an entrepreneur's number is not kept.

    The names of the firm that asks, and the id of the other one where it is registered, are for coordinators.
    """

    id: str
    label: str
    state: OptOutState
    asked_at: datetime
    identification_code: str | None
    is_entrepreneur: bool
    firm_id: str | None = None
    firm_name_ka: str | None = None
    firm_name_latin: str | None = None
    other_firm_id: str | None = None
    is_demo: bool = False
