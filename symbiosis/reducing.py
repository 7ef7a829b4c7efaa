"""Records of the graph become what a reader may see of them. Which field goes to whom is said in
`access.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from graph.change_records import AssumptionChange
from graph.opt_out_records import OptOut
from graph.records import (
    Exchange,
    Firm,
    FirmStatus,
    ListingState,
    Site,
    StoredListing,
    StoredMatch,
    Token,
    User,
)
from matching.counterfactual import Counterfactual
from matching.exposure import SLOTS
from matching.impact import Gains, Impact
from matching.records import Side
from symbiosis.access import Closeness, may_know, visible
from symbiosis.views import (
    AccountView,
    ContactView,
    CounterpartView,
    EvidenceView,
    FirmView,
    GateView,
    ListingView,
    MatchView,
    OptOutView,
    PartyView,
    PathwayView,
    SiteView,
    TokenView,
    WhatIfView,
    WorthView,
)


def is_expired(listing: StoredListing, now: datetime) -> bool:
    """Whether its time is over."""
    return listing.expires_at <= now


def is_open(listing: StoredListing, now: datetime) -> bool:
    """Whether it takes part in matching: active, not expired, of a verified firm."""
    return (
        listing.state is ListingState.ACTIVE
        and not is_expired(listing, now)
        and listing.firm_status is FirmStatus.VERIFIED
    )


def _names(view: type, *without: str) -> tuple[str, ...]:
    return tuple(f.name for f in fields(view) if f.name not in without)


_OWN = _names(ListingView, "is_expired", "is_open", "firm_name_ka", "firm_name_latin")
_OTHER = _names(CounterpartView, "listing_id", "firm_id", "firm_name_ka", "firm_name_latin")


def listing_view(listing: StoredListing, *, now: datetime, firm: Firm | None = None) -> ListingView:
    """A listing for its owner, or with `firm` for a coordinator."""
    return ListingView(
        **visible("listing", listing, Closeness.OWNER, _OWN),
        is_expired=is_expired(listing, now),
        is_open=is_open(listing, now),
        firm_name_ka=firm.name_ka if firm else None,
        firm_name_latin=firm.name_latin if firm else None,
    )


def counterpart_view(
    listing: StoredListing, closeness: Closeness, *, firm: Firm | None = None
) -> CounterpartView:
    """The other side for a reader of this closeness. `firm` is shown by name to coordinators only."""
    seen: dict[str, Any] = visible("listing", listing, closeness, _OTHER)
    if closeness is Closeness.OWNER:
        seen |= {"listing_id": listing.id, "firm_id": listing.firm_id}
        if firm:
            seen |= {"firm_name_ka": firm.name_ka, "firm_name_latin": firm.name_latin}
    return CounterpartView(**seen)


def firm_view(
    firm: Firm, *, sites: tuple[Site, ...] = (), contacts: tuple[ContactView, ...] = ()
) -> FirmView:
    """A firm for itself or a coordinator."""
    seen = visible("firm", firm, Closeness.OWNER, _names(FirmView, "is_entrepreneur", "sites", "contacts"))
    return FirmView(
        **seen,
        is_entrepreneur=firm.personal_number_digest is not None,
        sites=tuple(site_view(site) for site in sites),
        contacts=contacts,
    )


def site_view(site: Site) -> SiteView:
    """A site for its owner or a coordinator."""
    return SiteView(**visible("site", site, Closeness.OWNER, _names(SiteView)))


def contact_view(contact: Mapping[str, Any]) -> ContactView:
    """Whom to call, as `graph.firms.contacts_of` gives it."""
    return ContactView(name=contact["name"], email=contact["email"], phone=contact["phone"])


def opt_out_view(opt_out: OptOut, *, sees_all: bool) -> OptOutView:
    """What a firm asked for, for itself; with `sees_all` for a coordinator, who gets the names.

    Whether the other firm is registered is for coordinators: it would tell who is here.
    """
    names = ("id", "label", "state", "asked_at", "identification_code")
    named = ("firm_id", "firm_name_ka", "firm_name_latin", "other_firm_id", "is_demo")
    return OptOutView(
        **visible("opt_out", opt_out, Closeness.OWNER, names),
        is_entrepreneur=opt_out.personal_number_digest is not None,
        **{name: getattr(opt_out, name) for name in named if sees_all},
    )


def account_view(user: User) -> AccountView:
    """A login for its owner or the administrator."""
    return AccountView(**{name: getattr(user, name) for name in _names(AccountView)})


def token_view(token: Token) -> TokenView:
    """A key without anything that opens a door."""
    return TokenView(**{name: getattr(token, name) for name in _names(TokenView)})


def my_side(listings: tuple[StoredListing, StoredListing], firm_id: str | None) -> Side | None:
    """Which of (output, need) belongs to the firm; None when neither does."""
    return next((listing.side for listing in listings if firm_id and listing.firm_id == firm_id), None)


def match_view(
    match: StoredMatch,
    output: StoredListing,
    need: StoredListing,
    *,
    side: Side | None,
    now: datetime,
    firms: Mapping[str, Firm] | None = None,
    worth: WorthView | None = None,
    what_ifs: tuple[WhatIfView, ...] = (),
) -> MatchView:
    """A pair read from one side, or with `side` None by a coordinator, who gets `firms` by id for the
    names.
    """
    mine, other = (need, output) if side is Side.NEED else (output, need)
    verdicts = (match.output_verdict, match.need_verdict)
    lapsed = (match.output_lapsed, match.need_lapsed)
    my_verdict, other_verdict = reversed(verdicts) if side is Side.NEED else verdicts
    my_lapsed, other_lapsed = reversed(lapsed) if side is Side.NEED else lapsed
    names = firms or {}
    seen_as = Closeness.OWNER if side is None else Closeness.MATCHED
    return MatchView(
        id=match.id,
        my_side=side,
        mine=(
            counterpart_view(mine, seen_as, firm=names.get(mine.firm_id))
            if side is None
            else listing_view(mine, now=now)
        ),
        other=counterpart_view(other, seen_as, firm=names.get(other.firm_id)),
        score=match.score,
        probability=match.probability,
        evidence=tuple(
            EvidenceView(part["name"], part["value"], part["contribution"]) for part in match.evidence
        ),
        gates=tuple(GateView(gate["name"], gate["result"], gate.get("question")) for gate in match.gates),
        pathway=_pathway_view(match.pathway),
        distance_km=match.distance_km,
        ranker_version=match.ranker_version,
        computed_at=match.computed_at,
        is_current=match.is_current,
        my_verdict=None if side is None else my_verdict,
        my_yes_lapsed=side is not None and my_lapsed,
        other_said_yes=side is not None and other_verdict == "yes" and not other_lapsed,
        exchange_id=match.exchange_id,
        verdicts=verdicts if side is None else None,
        lapsed=lapsed if side is None else None,
        rule_ids=match.rule_ids,
        precedent_id=match.precedent_id,
        worth=worth,
        what_ifs=what_ifs,
        slot=None if side is Side.NEED else next((slot for slot in SLOTS if slot == match.slot), None),
    )


def what_if_view(found: Counterfactual) -> WhatIfView:
    """A change of a pair for who owns the listing that it is of, or for who sees both."""
    change, after = found.change, found.after
    return WhatIfView(
        side=change.side,
        input=change.input,
        fields=change.fields,
        about=change.about,
        words=change.words,
        score=after.score,
        probability=after.probability,
        gates=tuple(
            GateView(gate.name, gate.result, gate.question) for gate in after.gates if gate.result != "fail"
        ),
        settles=found.settles,
    )


def worth_view(found: Impact, side: Side | None, changes: Sequence[AssumptionChange] = ()) -> WorthView:
    """The worth of a pair as a side may know it; `found` was reckoned with nothing else. Changes by date."""
    return WorthView(
        side=side,
        impact=replace(
            found,
            per_unit=_gains(found.per_unit, side),
            per_year=_gains(found.per_year, side),
            price=found.price if may_know("broker", side) else None,
            assumptions=tuple(one for one in found.assumptions if may_know(one.about, side)),
            missing_money=tuple(one for one in found.missing_money if may_know(one.about, side)),
        ),
        gain_gel_per_year=found.per_year.joint,
        changes=tuple(reversed(changes)) if may_know("broker", side) else (),
    )


def _gains(gains: Gains, side: Side | None) -> Gains:
    return Gains(
        **{
            one.name: getattr(gains, one.name)
            if may_know(one.name if one.name in ("giver", "taker") else "broker", side)
            else None
            for one in fields(Gains)
        }
    )


def _pathway_view(pathway: Mapping[str, Any] | None) -> PathwayView | None:
    if not pathway:
        return None
    known: dict[str, Any] = {name: pathway.get(name) for name in _names(PathwayView)}
    return PathwayView(**known)


def party_view(
    listing: StoredListing, firm: Firm, site: Site | None, contacts: tuple[ContactView, ...]
) -> PartyView:
    """One side of an open exchange, by name."""
    consented = Closeness.CONSENTED
    named = visible("firm", firm, consented, ("name_ka", "name_latin", "identification_code"))
    placed = visible("site", site, consented, ("name", "lat", "lon")) if site else {}
    return PartyView(
        side=listing.side,
        listing=counterpart_view(listing, Closeness.MATCHED),
        firm_id=firm.id,
        firm_name_ka=named["name_ka"],
        firm_name_latin=named["name_latin"],
        identification_code=named["identification_code"],
        municipality=listing.municipality,
        site_name=placed.get("name"),
        lat=placed.get("lat"),
        lon=placed.get("lon"),
        contacts=contacts,
    )


def side_of(exchange: Exchange, firm_id: str | None) -> Side | None:
    """Which side of an exchange a firm is on."""
    if firm_id is None:
        return None
    return {exchange.output_firm_id: Side.OUTPUT, exchange.need_firm_id: Side.NEED}.get(firm_id)
