"""Valid things to keep in the graph; a test says what matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from graph import due, firms, listings
from graph.chains import StoredChain
from graph.ids import new_id
from graph.opt_out_records import OptOut
from graph.records import (
    Decision,
    Firm,
    FirmStatus,
    ListingState,
    Role,
    Site,
    StoredListing,
    User,
    Visibility,
)
from graph.store import Store
from matching.records import Evidence, GateResult, Match, Side, Verdict

NOW = datetime(2026, 5, 4, 10, 30, 0, 123456, tzinfo=UTC)
_numbers = count(1)


def a_user(**changes: Any) -> User:
    number = next(_numbers)
    values: dict[str, Any] = {
        "id": new_id(),
        "email": f"person{number}@example.ge",
        "password_hash": "$argon2id$not-a-real-one",
        "role": Role.BUSINESS,
        "language": "ka",
        "created_at": NOW,
        "name": f"პირი {number}",
        "phone": "+995 555 00 00 00",
    }
    return User(**(values | changes))


def a_firm(**changes: Any) -> Firm:
    number = next(_numbers)
    values: dict[str, Any] = {
        "id": new_id(),
        "name_ka": f"ფირმა {number}",
        "name_latin": f"Firm {number}",
        "nace_division": "11",
        "status": FirmStatus.VERIFIED,
        "created_at": NOW,
        "identification_code": f"{400_000_000 + number}",
    }
    return Firm(**(values | changes))


def a_site(firm_id: str, **changes: Any) -> Site:
    values: dict[str, Any] = {
        "id": new_id(),
        "firm_id": firm_id,
        "name": "საწარმო",
        "municipality": "telavi",
    }
    return Site(**(values | changes))


@dataclass(frozen=True)
class Enrolled:
    """A firm as `enrol` left it in the graph."""

    firm: Firm
    site: Site
    user: User


def enrol(store: Store, *, municipality: str = "telavi", **changes: Any) -> Enrolled:
    """A firm with a site and a user, stored."""
    firm = a_firm(**changes)
    site = a_site(firm.id, municipality=municipality)
    user = a_user(firm_id=firm.id)
    firms.register(store, firm, site, user)
    return Enrolled(firm, site, user)


def a_listing(at: Enrolled, side: Side = Side.OUTPUT, **changes: Any) -> StoredListing:
    values: dict[str, Any] = {
        "id": new_id(),
        "side": side,
        "text": "ნახერხი მშრალი",
        "lang": "ka",
        "kind": "material",
        "site_id": at.site.id,
        "firm_id": at.firm.id,
        "municipality": at.site.municipality,
        "state": ListingState.ACTIVE,
        "visibility": Visibility.ANONYMOUS,
        "posted_at": NOW,
        "changed_at": NOW,
        "expires_at": NOW + timedelta(days=90),
        "nace_division": at.firm.nace_division,
        "firm_status": at.firm.status,
        "lat": at.site.lat,
        "lon": at.site.lon,
    }
    return StoredListing(**(values | changes))


def posted(
    store: Store, at: Enrolled, side: Side = Side.OUTPUT, recognised: Any = None, **changes: Any
) -> str:
    """A listing, stored; its id."""
    listing = a_listing(at, side, **changes)
    listings.post(store, listing, recognised)
    return listing.id


def compare(store: Store, *listing_ids: str, at: datetime = NOW, by: str = "1") -> None:
    """Notes that listings were compared as they are."""
    for one in listings.by_ids(store, listing_ids).values():
        due.compared(store, one.id, one.changed_at, at, by)


def a_chain(output_id: str, need_id: str, site_id: str, **changes: Any) -> StoredChain:
    """A chain through pelletising at a site."""
    values: dict[str, Any] = {
        "id": new_id(),
        "output_id": output_id,
        "need_id": need_id,
        "site_id": site_id,
        "process_id": "pelletising",
        "score": 0.18,
        "material_id": "sawdust",
        "product_id": "pellets",
        "use_id": "fuel",
        "pathway_id": "sawdust-fuel",
        "confidence": 0.9,
        "first_probability": 0.5,
        "second_probability": 0.6,
        "km_in": 20.0,
        "km_out": 30.0,
        "tonnes_in": 24.0,
        "tonnes_out": 20.0,
        "questions": (GateResult("permit", "unknown", question="permit.has_it"),),
        "rule_ids": ("a-rule",),
        "computed_at": NOW,
    }
    return StoredChain(**(values | changes))


def a_match(output_id: str, need_id: str, **changes: Any) -> Match:
    values: dict[str, Any] = {
        "output_id": output_id,
        "need_id": need_id,
        "score": 1.25,
        "probability": 0.7773,
        "evidence": (Evidence("material", 1.0, 2.0), Evidence("quantity", None, 0.0)),
        "gates": (GateResult("hazard", "unknown", question="is_it_hazardous"),),
        "distance_km": 12.5,
        "rule_ids": ("ge-registration-carrier",),
        "precedent_id": "dk-kalundborg-fly-ash",
    }
    return Match(**(values | changes))


def a_decision(
    match_id: str, side: Side, by: Enrolled, verdict: Verdict = Verdict.YES, **changes: Any
) -> Decision:
    values: dict[str, Any] = {
        "id": new_id(),
        "match_id": match_id,
        "side": side,
        "verdict": verdict,
        "user_id": by.user.id,
        "firm_id": by.firm.id,
        "decided_at": NOW,
        "shown": {"score": 1.25, "evidence": [{"name": "material"}]},
    }
    return Decision(**(values | changes))


def an_opt_out(firm_id: str, **changes: Any) -> OptOut:
    """What a firm asks for, of whom it names only to itself; `changes` are fields of OptOut."""
    values: dict[str, Any] = {
        "id": new_id(),
        "firm_id": firm_id,
        "label": "კონკურენტი",
        "state": "asked",
        "asked_at": NOW,
        "asked_by": "u",
    }
    return OptOut(**(values | changes))
