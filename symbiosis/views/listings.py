"""Listings: one's own in full, the other side's reduced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graph.records import FirmStatus, ListingState, Visibility
from matching.records import Kind, Quantity, Side


@dataclass(frozen=True, slots=True)
class ListingView:
    """A listing as its owner or a coordinator sees it. `is_expired` at the time of asking; `is_open`: can
    be matched.

    `firm_name_ka`, `firm_name_latin` are there for coordinators.
    """

    id: str
    side: Side
    text: str
    lang: str
    kind: Kind
    firm_id: str
    site_id: str
    municipality: str
    nace_division: str | None
    state: ListingState
    visibility: Visibility
    is_expired: bool
    is_open: bool
    quantity: Quantity | None
    tonnes_per_year: float | None
    season_months: tuple[int, ...]
    ewc_code: str | None
    hazardous: bool | None
    starts_on: date | None
    ends_on: date | None
    cost_gel_per_year: float | None
    material_ids: tuple[str, ...]
    use_ids: tuple[str, ...]
    not_ids: tuple[str, ...]
    posted_at: datetime
    changed_at: datetime
    expires_at: datetime
    matched_at: datetime | None
    firm_status: FirmStatus
    is_demo: bool
    firm_name_ka: str | None = None
    firm_name_latin: str | None = None


@dataclass(frozen=True, slots=True)
class CounterpartView:
    """The other side of a match: what is offered or sought, and no more of the firm than sector and
    municipality. `edition` is what an answer says it was given to.

    For coordinators also which listing and firm it is.
    """

    side: Side
    text: str
    lang: str
    kind: Kind
    municipality: str
    nace_division: str | None
    quantity: Quantity | None
    tonnes_per_year: float | None
    season_months: tuple[int, ...]
    ewc_code: str | None
    hazardous: bool | None
    starts_on: date | None
    ends_on: date | None
    material_ids: tuple[str, ...]
    use_ids: tuple[str, ...]
    edition: int
    is_demo: bool
    listing_id: str | None = None
    firm_id: str | None = None
    firm_name_ka: str | None = None
    firm_name_latin: str | None = None
