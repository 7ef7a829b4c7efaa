"""An open exchange: names and contacts appear here and nowhere else, and each showing is logged."""

from __future__ import annotations

from datetime import datetime

from graph import accounts, exchanges, firms, listings
from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Disclosure, Exchange, FirmStatus, StoredListing
from matching.records import Side
from symbiosis.access import Closeness, Viewer, require, require_for
from symbiosis.errors import ContactsWithheld
from symbiosis.operations.record_outcome import outcomes_seen
from symbiosis.operations.show_firm import firm_of
from symbiosis.reducing import contact_view, counterpart_view, listing_view, party_view, side_of
from symbiosis.views import DisclosureView, ExchangeLine, ExchangeView, PartyView
from symbiosis.wiring import Services


def show_exchange(services: Services, viewer: Viewer, exchange_id: str, *, now: datetime) -> ExchangeView:
    """Both firms of an exchange by name, with their contacts. What is not the viewer's own is logged first.

    Raises:
        NotFound: it does not exist, or the viewer's firm has no part in it.
        ContactsWithheld: the viewer's firm is suspended.
    """
    require(viewer, "see_exchange")
    exchange = exchanges.by_id(services.store, exchange_id)
    if exchange is None:
        raise NotFound(what="exchange", id=exchange_id)
    parties = {Side.OUTPUT: exchange.output_firm_id, Side.NEED: exchange.need_firm_id}
    require_for(viewer, "see_exchange", *parties.values(), what="exchange", id=exchange_id)
    side = side_of(exchange, viewer.firm_id)
    if viewer.firm_id and firm_of(services, viewer.firm_id).status is FirmStatus.SUSPENDED:
        raise ContactsWithheld
    for other, firm_id in parties.items():
        if other is not side:
            seen = Disclosure(new_id(), viewer.user_id or "", firm_id, exchange_id, "name and contacts", now)
            exchanges.log_disclosure(services.store, seen)
    known = listings.by_ids(services.store, [exchange.output_id, exchange.need_id])
    return ExchangeView(
        id=exchange.id,
        match_id=exchange.match_id,
        stage=exchange.stage,
        opened_at=exchange.opened_at,
        my_side=side,
        output=_party(services, known[exchange.output_id]),
        need=_party(services, known[exchange.need_id]),
        outcomes=outcomes_seen(services, exchange_id, side),
    )


def my_exchanges(services: Services, viewer: Viewer, *, now: datetime) -> tuple[ExchangeLine, ...]:
    """The exchanges of the viewer's firm, or all for a coordinator, newest first, without any name."""
    require(viewer, "see_exchange")
    if viewer.firm_id is None:
        require(viewer, "list_exchanges")
        found = exchanges.all_exchanges(services.store)
    else:
        found = exchanges.of_firm(services.store, viewer.firm_id)
    ids = [each for exchange in found for each in (exchange.output_id, exchange.need_id)]
    known = listings.by_ids(services.store, ids)
    return tuple(
        _line(exchange, known[exchange.output_id], known[exchange.need_id], viewer, now)
        for exchange in found
        if exchange.output_id in known and exchange.need_id in known
    )


def list_disclosures(
    services: Services, viewer: Viewer, *, firm_id: str | None = None, limit: int = 200, now: datetime
) -> tuple[DisclosureView, ...]:
    """Who was shown whose name and contacts, newest first."""
    require(viewer, "see_disclosures")
    emails = {user.id: user.email for user in accounts.list_users(services.store)}
    names = {firm.id: firm for firm in firms.list_firms(services.store)}
    return tuple(
        DisclosureView(
            at=line.at,
            viewer_user_id=line.viewer_user_id,
            viewer_email=emails.get(line.viewer_user_id),
            firm_id=line.firm_id,
            firm_name_ka=names[line.firm_id].name_ka if line.firm_id in names else None,
            firm_name_latin=names[line.firm_id].name_latin if line.firm_id in names else None,
            exchange_id=line.exchange_id,
            what=line.what,
            is_demo=line.firm_id in names and names[line.firm_id].is_demo,
        )
        for line in exchanges.disclosures(services.store, firm_id=firm_id, limit=limit)
    )


def _party(services: Services, listing: StoredListing) -> PartyView:
    firm = firm_of(services, listing.firm_id)
    places = {site.id: site for site in firms.sites_of(services.store, firm.id)}
    contacts = tuple(contact_view(each) for each in firms.contacts_of(services.store, firm.id))
    return party_view(listing, firm, places.get(listing.site_id), contacts)


def _line(
    exchange: Exchange, output: StoredListing, need: StoredListing, viewer: Viewer, now: datetime
) -> ExchangeLine:
    side = side_of(exchange, viewer.firm_id)
    mine, other = (need, output) if side is Side.NEED else (output, need)
    return ExchangeLine(
        id=exchange.id,
        match_id=exchange.match_id,
        stage=exchange.stage,
        opened_at=exchange.opened_at,
        my_side=side,
        mine=listing_view(mine, now=now) if side else counterpart_view(mine, Closeness.MATCHED),
        other=counterpart_view(other, Closeness.MATCHED),
    )
