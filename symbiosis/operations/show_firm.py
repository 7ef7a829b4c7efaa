"""Firms and their sites, as they themselves and coordinators see them."""

from __future__ import annotations

from datetime import datetime

from graph import exchanges, firms
from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Disclosure, Firm, FirmStatus
from symbiosis.access import Viewer, may_see_all, require, require_for
from symbiosis.errors import FirmSuspended
from symbiosis.operations.open_code import open_codes
from symbiosis.reducing import contact_view, firm_view, site_view
from symbiosis.views import ContactView, DeskView, FirmView, SiteView
from symbiosis.wiring import Services


def show_firm(services: Services, viewer: Viewer, firm_id: str, *, now: datetime) -> FirmView:
    """A firm with its sites; for a coordinator also its contacts, and that showing is logged.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
    """
    require_for(viewer, "see_firm", firm_id, what="firm", id=firm_id)
    firm = firm_of(services, firm_id)
    contacts: tuple[ContactView, ...] = ()
    if may_see_all(viewer, "see_contacts"):
        seen = Disclosure(new_id(), viewer.user_id or "", firm_id, None, "contacts", now)
        exchanges.log_disclosure(services.store, seen)
        contacts = tuple(contact_view(each) for each in firms.contacts_of(services.store, firm_id))
    return firm_view(firm, sites=tuple(firms.sites_of(services.store, firm_id)), contacts=contacts)


def list_sites(services: Services, viewer: Viewer, firm_id: str, *, now: datetime) -> tuple[SiteView, ...]:
    """The sites of a firm, for itself or a coordinator.

    Raises:
        NotFound: the firm does not exist, or is not the viewer's.
    """
    require_for(viewer, "see_firm", firm_id, what="firm", id=firm_id)
    firm_of(services, firm_id)
    return tuple(site_view(site) for site in firms.sites_of(services.store, firm_id))


def list_firms(
    services: Services, viewer: Viewer, *, status: FirmStatus | None = None, now: datetime
) -> tuple[FirmView, ...]:
    """All firms, or those of one status, without contacts."""
    require(viewer, "list_firms")
    return tuple(firm_view(firm) for firm in firms.list_firms(services.store, status))


def show_desk(services: Services, viewer: Viewer, *, now: datetime) -> DeskView:
    """A coordinator's queue: firms and listings that wait, then the other firms."""
    everybody = list_firms(services, viewer, now=now)
    return DeskView(
        to_verify=tuple(firm for firm in everybody if firm.status is FirmStatus.UNVERIFIED),
        verified=tuple(firm for firm in everybody if firm.status is FirmStatus.VERIFIED),
        suspended=tuple(firm for firm in everybody if firm.status is FirmStatus.SUSPENDED),
        to_classify=open_codes(services, viewer, now=now),
    )


def firm_of(services: Services, firm_id: str) -> Firm:
    """The record of a firm.

    Raises:
        NotFound: there is none.
    """
    firm = firms.firm_by_id(services.store, firm_id)
    if firm is None:
        raise NotFound(what="firm", id=firm_id)
    return firm


def require_active_firm(services: Services, viewer: Viewer, firm_id: str) -> Firm:
    """The firm, when the viewer may change something of it now.

    Raises:
        NotFound: there is none.
        FirmSuspended: the viewer acts for a firm that is suspended.
    """
    firm = firm_of(services, firm_id)
    if firm.status is FirmStatus.SUSPENDED and viewer.firm_id == firm_id:
        raise FirmSuspended
    return firm
