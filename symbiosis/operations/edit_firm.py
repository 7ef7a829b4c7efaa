"""A firm changes what it says of itself, and where it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from graph import firms
from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Site
from symbiosis.access import Viewer, may_see_all, require_for
from symbiosis.inputs import FirmInput, SiteInput
from symbiosis.operations.find_matches import rematch_firm
from symbiosis.operations.meaning import check_firm, check_site
from symbiosis.operations.show_firm import firm_of, require_active_firm
from symbiosis.reducing import firm_view, site_view
from symbiosis.views import FirmView, SiteView
from symbiosis.wiring import Services


def edit_firm(
    services: Services, viewer: Viewer, firm_id: str, given: FirmInput, *, now: datetime
) -> FirmView:
    """Change names and industry; the identification code stays. Its listings are compared anew.

    A verified firm that changes them itself waits for a coordinator again, and its listings meet nobody until
    then; a coordinator's correction keeps it verified. Open exchanges stay.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
        InvalidInput: an unknown industry.
        FirmSuspended: nothing can be changed now.
    """
    require_for(viewer, "edit_firm", firm_id, what="firm", id=firm_id)
    require_active_firm(services, viewer, firm_id)
    check_firm(given, services.book)
    firms.update_firm(
        services.store,
        firm_id,
        given.name_ka,
        given.name_latin,
        given.nace_division,
        at=now,
        is_checked=may_see_all(viewer, "verify_firm"),
    )
    rematch_firm(services, firm_id, now=now)
    sites = tuple(firms.sites_of(services.store, firm_id))
    return firm_view(firm_of(services, firm_id), sites=sites)


def add_site(
    services: Services, viewer: Viewer, firm_id: str, given: SiteInput, *, now: datetime
) -> SiteView:
    """Add a place of the firm.

    Raises:
        NotFound, FirmSuspended: as for `edit_firm`.
        InvalidInput: an unknown municipality.
    """
    require_for(viewer, "edit_firm", firm_id, what="firm", id=firm_id)
    require_active_firm(services, viewer, firm_id)
    check_site(given, services.book)
    site = Site(new_id(), firm_id, given.site_name or "", given.municipality, given.lat, given.lon)
    firms.add_site(services.store, site)
    return site_view(site)


def edit_site(
    services: Services, viewer: Viewer, firm_id: str, site_id: str, given: SiteInput, *, now: datetime
) -> SiteView:
    """Move or rename a place of the firm. Its listings are compared anew.

    Raises:
        NotFound: the firm has no such site, or is not the viewer's.
        FirmSuspended, InvalidInput: as for `add_site`.
    """
    require_for(viewer, "edit_firm", firm_id, what="site", id=site_id)
    require_active_firm(services, viewer, firm_id)
    check_site(given, services.book)
    mine = {site.id: site for site in firms.sites_of(services.store, firm_id)}
    if site_id not in mine:
        raise NotFound(what="site", id=site_id)
    site = replace(
        mine[site_id],
        name=given.site_name or "",
        municipality=given.municipality,
        lat=given.lat,
        lon=given.lon,
    )
    firms.update_site(services.store, site, now)
    rematch_firm(services, firm_id, now=now)
    return site_view(site)
