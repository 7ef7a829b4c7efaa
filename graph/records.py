"""What the graph keeps. Frozen; times are UTC, money is GEL. Who may see what: `symbiosis/access.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from matching.records import Kind, Listing, Place, Quantity, Side, Verdict


class Role(StrEnum):
    """What a user may do. Nobody chooses a role by registering: registration makes a business."""

    BUSINESS = "business"
    COORDINATOR = "coordinator"
    PLANNER = "planner"
    ADMINISTRATOR = "administrator"


class FirmStatus(StrEnum):
    """Until a coordinator verified a firm, its listings are seen by itself and coordinators only."""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    SUSPENDED = "suspended"


class ListingState(StrEnum):
    """What the owner decided. Expiry is not a state: it follows from `expires_at`."""

    ACTIVE = "active"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


class Visibility(StrEnum):
    """Who beside the firm itself may meet a listing: coordinators only, or matched firms, without a name."""

    COORDINATORS = "coordinators"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class User:
    """A person with a login. `session_epoch` rises when the password changes and so ends older sessions."""

    id: str
    email: str
    password_hash: str
    role: Role
    language: str
    created_at: datetime
    firm_id: str | None = None
    name: str | None = None
    phone: str | None = None
    must_change_password: bool = False
    is_disabled: bool = False
    session_epoch: int = 0
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A personal key to the API. Only a digest is kept; `prefix` lets its owner tell it from others."""

    id: str
    user_id: str
    name: str
    prefix: str
    digest: str
    created_at: datetime
    last_used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Firm:
    """A legal entity (9-digit identification code) or an individual entrepreneur.

    An entrepreneur's 11-digit personal number is never kept in clear: `identification_code` is then None and
    `personal_number_digest` a keyed hash that can only tell whether the same number registers again.
    """

    id: str
    name_ka: str
    name_latin: str
    nace_division: str
    status: FirmStatus
    created_at: datetime
    identification_code: str | None = None
    personal_number_digest: str | None = None
    verified_at: datetime | None = None
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """A place of a firm. `lat`, `lon` are the pin, None when only the municipality is known."""

    id: str
    firm_id: str
    name: str
    municipality: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class StoredListing:
    """A listing with all that surrounds it. `cost_gel_per_year` is private to its firm and coordinators.

    `edition` rises whenever what it says is changed; pausing, renewing and comparing leave it.
    """

    id: str
    side: Side
    text: str
    lang: str
    kind: Kind
    site_id: str
    firm_id: str
    municipality: str
    state: ListingState
    visibility: Visibility
    posted_at: datetime
    changed_at: datetime
    expires_at: datetime
    quantity: Quantity | None = None
    tonnes_per_year: float | None = None
    season_months: tuple[int, ...] = ()
    ewc_code: str | None = None
    hazardous: bool | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    cost_gel_per_year: float | None = None
    material_ids: tuple[str, ...] = ()
    use_ids: tuple[str, ...] = ()
    not_ids: tuple[str, ...] = ()
    declines: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    nace_division: str | None = None
    firm_status: FirmStatus = FirmStatus.UNVERIFIED
    matched_at: datetime | None = None
    edition: int = 0
    understood: str | None = None
    is_demo: bool = False

    def for_ranking(self) -> Listing:
        """The part of it that the ranker may see."""
        return Listing(
            id=self.id,
            side=self.side,
            text=self.text,
            kind=self.kind,
            ewc_code=self.ewc_code,
            nace=self.nace_division,
            hazardous=self.hazardous,
            tonnes_per_year=self.tonnes_per_year,
            quantity=self.quantity,
            place=Place(self.municipality, self.lat, self.lon),
            lang=self.lang,
            firm_id=self.firm_id,
            season_months=self.season_months,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            material_ids=self.material_ids,
            use_ids=self.use_ids,
            understood=self.understood,
            not_ids=self.not_ids,
            declines=self.declines,
        )


class Guess(Protocol):
    """An entry of the reference book that a text may mean, with how sure that is (0..1)."""

    @property
    def id(self) -> str: ...
    @property
    def confidence(self) -> float: ...


class Recognised(Protocol):
    """What a listing's text was recognised as. The recognition of `matching` has this shape."""

    @property
    def materials(self) -> Sequence[Guess]: ...
    @property
    def uses(self) -> Sequence[Guess]: ...
    @property
    def codes(self) -> Sequence[Guess]: ...


@dataclass(frozen=True, slots=True)
class StoredMatch:
    """A ranked pair as kept: the evidence is what the ranker said at `computed_at` with `ranker_version`.

    `evidence`, `gates`, `pathway` are plain JSON values of the records in `matching.records`.
    `output_verdict`, `need_verdict` are the latest decision of each side. `is_current` is False once the
    ranker would no longer give the pair; it is kept because somebody decided on it. `output_lapsed`,
    `need_lapsed`: the yes of that side was given to an earlier edition of the other listing and counts no
    longer; never so once an exchange is open. `slot`: `best` and `exploring` are shown first, `further` is
    not, None is not placed yet. `propensity`: how likely it was to be shown first.
    """

    id: str
    output_id: str
    need_id: str
    score: float
    probability: float
    evidence: tuple[dict[str, Any], ...]
    gates: tuple[dict[str, Any], ...]
    pathway: dict[str, Any] | None
    distance_km: float | None
    ranker_version: str
    computed_at: datetime
    rule_ids: tuple[str, ...] = ()
    precedent_id: str | None = None
    is_current: bool = True
    output_verdict: Verdict | None = None
    need_verdict: Verdict | None = None
    output_lapsed: bool = False
    need_lapsed: bool = False
    exchange_id: str | None = None
    slot: str | None = None
    propensity: float | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer of one side, appended, with what was shown when it was given. `edition`: of the other side's
    listing as the person saw it; a yes counts for it alone.
    """

    id: str
    match_id: str
    side: Side
    verdict: Verdict
    user_id: str
    firm_id: str
    decided_at: datetime
    reason: str | None = None
    note: str | None = None
    shown: dict[str, Any] = field(default_factory=dict)
    edition: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """A match that both sides said yes to. From `opened_at` on the two firms may see each other."""

    id: str
    match_id: str
    output_id: str
    need_id: str
    output_firm_id: str
    need_firm_id: str
    opened_at: datetime
    stage: str = "idea"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A line of the log: who was shown whose name and contact, when, and on which page."""

    id: str
    viewer_user_id: str
    firm_id: str
    exchange_id: str | None
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What a rule of law says otherwise than the reference files, from `changed_at` on. Appended only.
    `fields` is all of it, so that the latest change alone tells how the rule stands; empty: as in the files.
    `number`: counts the changes of one rule from 1. `user_email`: of who made it, when it is read.
    """

    id: str
    rule_id: str
    number: int
    changed_at: datetime
    user_id: str
    fields: Mapping[str, str | bool | None]
    user_email: str | None = None
