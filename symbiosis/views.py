"""What a reader gets to see, already reduced to what this reader may see. Frozen; words come from presenters.

A field that the reader may not see is None or empty; which fields those are is said in `access.py` alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from graph.records import FirmStatus, ListingState, Role, Visibility
from matching.records import Kind, Quantity, Side, Verdict


@dataclass(frozen=True, slots=True)
class AccountView:
    """The person who is logged in, as this person sees it."""

    id: str
    email: str
    role: Role
    language: str
    firm_id: str | None
    name: str | None
    phone: str | None
    must_change_password: bool
    is_disabled: bool
    created_at: datetime
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class TokenView:
    """A key to the API without its secret."""

    id: str
    name: str
    prefix: str
    created_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A key just made. `secret` is shown this once and kept nowhere."""

    token: TokenView
    secret: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """A place of the reader's own firm, or any firm for a coordinator."""

    id: str
    firm_id: str
    name: str
    municipality: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class ContactView:
    name: str | None
    email: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class FirmView:
    """A firm as itself or a coordinator sees it. An entrepreneur's number is never there:
    `is_entrepreneur` says why.

    `contacts` is filled for coordinators when one firm is shown, and each showing is logged.
    """

    id: str
    name_ka: str
    name_latin: str
    nace_division: str
    status: FirmStatus
    created_at: datetime
    verified_at: datetime | None
    identification_code: str | None
    is_entrepreneur: bool
    is_demo: bool
    sites: tuple[SiteView, ...] = ()
    contacts: tuple[ContactView, ...] = ()


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
    municipality.

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
    is_demo: bool
    listing_id: str | None = None
    firm_id: str | None = None
    firm_name_ka: str | None = None
    firm_name_latin: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One reason in log-odds; `value` None = could not be known, contributes 0."""

    name: str
    value: float | None
    contribution: float


@dataclass(frozen=True, slots=True)
class GateView:
    name: str
    result: Literal["pass", "unknown"]
    question: str | None


@dataclass(frozen=True, slots=True)
class PathwayView:
    """The documented way from material to use. Ids of the reference book; `use_id` None = the material
    itself.
    """

    material_id: str
    process_id: str | None
    use_id: str | None
    strength: str
    pathway_id: str | None


@dataclass(frozen=True, slots=True)
class MatchView:
    """A ranked pair. A business reads it from its own side: `mine`, `other`; for a coordinator both are
    there too.

    `my_side` is None for a coordinator: then `mine` is the output and `other` the need.
    `distance_km` is measured between areas of about five kilometres, never between pins.
    `other_said_yes`: the other side waits for the reader's answer.
    `verdicts` (output, need) are filled for coordinators only.
    """

    id: str
    my_side: Side | None
    mine: ListingView | CounterpartView
    other: CounterpartView
    score: float
    probability: float
    evidence: tuple[EvidenceView, ...]
    gates: tuple[GateView, ...]
    pathway: PathwayView | None
    distance_km: float | None
    ranker_version: str
    computed_at: datetime
    is_current: bool
    my_verdict: Verdict | None
    other_said_yes: bool
    exchange_id: str | None
    verdicts: tuple[Verdict | None, Verdict | None] | None = None

    @property
    def output(self) -> ListingView | CounterpartView:
        """What is given, whichever side the reader is on."""
        return self.mine if self.mine.side is Side.OUTPUT else self.other

    @property
    def need(self) -> ListingView | CounterpartView:
        """What is sought, whichever side the reader is on."""
        return self.mine if self.mine.side is Side.NEED else self.other

    @property
    def my_listing_id(self) -> str | None:
        """The reader's own listing; None for a coordinator."""
        return self.mine.id if isinstance(self.mine, ListingView) else None


@dataclass(frozen=True, slots=True)
class ListingMatches:
    """The matches of one listing, best first. `why_none` is a key when there are none: `unverified`,
    `suspended`,
    `paused`, `withdrawn`, `expired`, `not_yet` (ranking is under way), `nothing_fits`."""

    listing: ListingView
    matches: tuple[MatchView, ...]
    why_none: str | None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """An answer just given. `exchange_id` is there when both sides have now said yes."""

    match_id: str
    verdict: Verdict
    exchange_id: str | None


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
class ExchangeView:
    """An open exchange; both firms see each other. Each showing to the other side is logged."""

    id: str
    match_id: str
    stage: str
    opened_at: datetime
    my_side: Side | None
    output: PartyView
    need: PartyView


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


@dataclass(frozen=True, slots=True)
class MunicipalityCounts:
    """Counts of one municipality. All numbers are None when fewer than three firms could be told apart by
    them.
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


@dataclass(frozen=True, slots=True)
class DeskView:
    """A coordinator's queue."""

    to_verify: tuple[FirmView, ...]
    verified: tuple[FirmView, ...]
    suspended: tuple[FirmView, ...]
