"""Whom a firm does not want to be matched with, as the graph keeps it. Frozen; times are UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

OptOutState = Literal["asked", "holds", "refused", "removed"]


@dataclass(frozen=True, slots=True)
class OptOut:
    """A firm is not to be matched with another one, named by its code whether it is registered or not.

    `label`: what the firm that asks calls the other one. `identification_code`: 9 digits, or None beside
    `personal_number_digest`. `asked_by`, `decided_by`: ids of users. When it is read: `firm_name_ka`,
    `firm_name_latin`, `is_demo` of the firm that asks, `other_firm_id` of the other one, None until that is
    registered.
    """

    id: str
    firm_id: str
    label: str
    state: OptOutState
    asked_at: datetime
    asked_by: str
    identification_code: str | None = None
    personal_number_digest: str | None = None
    decided_at: datetime | None = None
    decided_by: str | None = None
    firm_name_ka: str | None = None
    firm_name_latin: str | None = None
    other_firm_id: str | None = None
    is_demo: bool = False
