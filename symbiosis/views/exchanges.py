"""Open exchanges, in which both firms see each other, and the log of who saw whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from matching.records import Side
from symbiosis.views.firms import ContactView
from symbiosis.views.listings import CounterpartView, ListingView


@dataclass(frozen=True, slots=True)
class ExchangeLine:
    """An exchange in a list: nothing in it names the other firm."""

    id: str
    match_id: str
    stage: str
    opened_at: datetime
    my_side: Side | None
    mine: ListingView | CounterpartView
    other: CounterpartView


@dataclass(frozen=True, slots=True)
class PartyView:
    """One of the two firms of an open exchange, by name, with the people to call."""

    side: Side
    listing: CounterpartView
    firm_id: str
    firm_name_ka: str
    firm_name_latin: str
    identification_code: str | None
    municipality: str
    site_name: str | None
    lat: float | None
    lon: float | None
    contacts: tuple[ContactView, ...]


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """The latest word of one side. `cost_gel`, `reason`, `note` are None for the other side."""

    side: Side
    happened: bool
    recorded_at: datetime
    tonnes: float | None
    happened_on: date | None
    cost_gel: float | None
    reason: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """An open exchange; both firms see each other. Each showing to the other side is logged."""

    id: str
    match_id: str
    stage: str
    opened_at: datetime
    my_side: Side | None
    output: PartyView
    need: PartyView
    outcomes: tuple[OutcomeView, ...] = ()

    @property
    def is_confirmed(self) -> bool:
        """Whether both sides tell that it happened."""
        return len(self.outcomes) == len(Side) and all(said.happened for said in self.outcomes)


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """A line of the log of who was shown whose name and contact."""

    at: datetime
    viewer_user_id: str
    viewer_email: str | None
    firm_id: str
    firm_name_ka: str | None
    firm_name_latin: str | None
    exchange_id: str | None
    what: str
    is_demo: bool = False
