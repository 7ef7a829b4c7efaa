"""A firm lists an output or a need, and edits it later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from graph import firms, listings
from graph.ids import new_id
from graph.records import FirmStatus, ListingState, Site, StoredListing
from symbiosis.access import Viewer, require, require_for
from symbiosis.errors import FirmNeeded, ListingMoved, NotPossibleNow, SideFixed, UnknownSite
from symbiosis.inputs import ListingInput
from symbiosis.operations.corrected import corrections_between
from symbiosis.operations.find_matches import find_matches_soon
from symbiosis.operations.meaning import (
    check_listing,
    language_of,
    recognition_of,
    refuse,
    tonnes_per_year,
)
from symbiosis.operations.show_firm import require_active_firm
from symbiosis.operations.show_listing import listing_for, shown
from symbiosis.telling_texts import firm_tells
from symbiosis.views import ListingView
from symbiosis.wiring import Services


def post_listing(
    services: Services,
    viewer: Viewer,
    given: ListingInput,
    *,
    now: datetime,
    compare: bool = True,
    is_demo: bool = False,
) -> ListingView:
    """Store a listing and compare it at once. The same `given.id` again gives the listing as it was stored.

    Args:
        compare: False leaves the comparing to the job, for imports.
    Raises:
        InvalidInput: unknown units, codes, materials, site; impossible dates.
        ListingMoved: the id belongs to another listing.
        FirmSuspended, NotFound: of the firm.
    """
    require(viewer, "post_listing")
    firm_id = given.firm_id or viewer.firm_id
    if firm_id is None:
        refuse(FirmNeeded(field="firm_id"))
    require_for(viewer, "post_listing", firm_id, what="firm", id=firm_id)
    firm = require_active_firm(services, viewer, firm_id)
    if given.id and (existing := listings.by_id(services.store, given.id)):
        if existing.firm_id != firm_id or existing.side is not given.side:
            raise ListingMoved(field="id")
        return shown(services, viewer, existing, now=now)
    given = check_listing(given, services.book, now=now, names=firm_tells(firm))
    site = _site(services, firm_id, given.site_id)
    fresh = StoredListing(
        id=given.id or new_id(),
        firm_id=firm_id,
        posted_at=now,
        state=ListingState.ACTIVE,
        expires_at=now + timedelta(days=services.settings.listing_days),
        nace_division=firm.nace_division,
        firm_status=firm.status,
        is_demo=is_demo or firm.is_demo,
        **_stated(services, given, site, now),
    )
    corrections = corrections_between(None, fresh, viewer, services.book, now)
    listings.post(
        services.store,
        fresh,
        recognition_of(fresh.text, services.book, fresh.not_ids, services.synonyms),
        corrections,
    )
    if compare and firm.status is FirmStatus.VERIFIED:
        find_matches_soon(services, fresh.id, now=now)
    return shown(services, viewer, listing_for(services, viewer, "see_listing", fresh.id), now=now)


def edit_listing(
    services: Services, viewer: Viewer, listing_id: str, given: ListingInput, *, now: datetime
) -> ListingView:
    """Replace what the owner says of a listing, and compare it anew. Its side stays.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
        NotPossibleNow: it was withdrawn.
        InvalidInput, FirmSuspended: as for `post_listing`.
    """
    before = listing_for(services, viewer, "edit_listing", listing_id)
    firm = require_active_firm(services, viewer, before.firm_id)
    if before.state is ListingState.WITHDRAWN:
        raise NotPossibleNow(action="edit", state=before.state.value)
    if given.side is not before.side:
        refuse(SideFixed(field="side"))
    given = check_listing(given, services.book, now=now, names=firm_tells(firm))
    site = _site(services, before.firm_id, given.site_id or before.site_id)
    if given.not_ids is None:
        given = replace(given, not_ids=before.not_ids)
    after = replace(before, **_stated(services, given, site, now))
    corrections = corrections_between(before, after, viewer, services.book, now)
    listings.update(
        services.store,
        after,
        recognition_of(after.text, services.book, after.not_ids, services.synonyms),
        corrections,
    )
    find_matches_soon(services, listing_id, now=now)
    return shown(services, viewer, listing_for(services, viewer, "see_listing", listing_id), now=now)


def _stated(services: Services, given: ListingInput, site: Site, now: datetime) -> dict[str, Any]:
    """What an owner's words say about a listing, with what follows from them."""
    confirmed = {*given.material_ids, *given.use_ids}
    not_ids = tuple(sorted(set(given.not_ids or ()) - confirmed))
    recognition = recognition_of(given.text, services.book, not_ids, services.synonyms)
    return {
        "side": given.side,
        "text": given.text,
        "lang": language_of(given.text),
        "kind": given.kind,
        "site_id": site.id,
        "municipality": site.municipality,
        "lat": site.lat,
        "lon": site.lon,
        "visibility": given.visibility,
        "changed_at": now,
        "quantity": given.quantity,
        "tonnes_per_year": tonnes_per_year(given, recognition, services.book),
        "season_months": given.season_months,
        "ewc_code": given.ewc_code,
        "hazardous": given.hazardous,
        "starts_on": given.starts_on,
        "ends_on": given.ends_on,
        "cost_gel_per_year": given.cost_gel_per_year,
        "material_ids": given.material_ids,
        "use_ids": given.use_ids,
        "not_ids": not_ids,
    }


def _site(services: Services, firm_id: str, site_id: str | None) -> Site:
    """The site named, or the firm's first.

    Raises:
        InvalidInput: the firm has no such site.
    """
    mine = firms.sites_of(services.store, firm_id)
    found = next((site for site in mine if site_id in (None, site.id)), None)
    return found or refuse(UnknownSite(field="site_id"))
