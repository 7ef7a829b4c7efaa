"""Listings as their owners and coordinators see them."""

from __future__ import annotations

from datetime import datetime

from graph import firms, listings
from graph.errors import NotFound
from graph.records import ListingState, StoredListing
from matching.records import Side
from symbiosis.access import Viewer, may_see_all, require, require_for
from symbiosis.reducing import listing_view
from symbiosis.views import ListingView
from symbiosis.wiring import Services


def show_listing(services: Services, viewer: Viewer, listing_id: str, *, now: datetime) -> ListingView:
    """One listing.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
    """
    return shown(services, viewer, listing_for(services, viewer, "see_listing", listing_id), now=now)


def my_listings(services: Services, viewer: Viewer, *, now: datetime) -> tuple[ListingView, ...]:
    """The listings of the viewer's firm in every state, newest first."""
    require(viewer, "see_listing")
    if viewer.firm_id is None:
        return ()
    mine = listings.of_firm(services.store, viewer.firm_id)
    return tuple(listing_view(listing, now=now) for listing in mine)


def firm_listings(
    services: Services, viewer: Viewer, firm_id: str, *, now: datetime
) -> tuple[ListingView, ...]:
    """The listings of one firm, for itself or a coordinator.

    Raises:
        NotFound: the firm is not the viewer's.
    """
    require_for(viewer, "see_listing", firm_id, what="firm", id=firm_id)
    return tuple(listing_view(each, now=now) for each in listings.of_firm(services.store, firm_id))


def all_listings(
    services: Services,
    viewer: Viewer,
    *,
    side: Side | None = None,
    state: ListingState | None = None,
    skip: int = 0,
    limit: int = 50,
    now: datetime,
) -> tuple[ListingView, ...]:
    """Listings of all firms, newest first, with the firms' names."""
    require(viewer, "list_listings")
    found = listings.all_listings(services.store, side=side, state=state, skip=skip, limit=limit)
    names = {firm.id: firm for firm in firms.list_firms(services.store)}
    return tuple(listing_view(each, now=now, firm=names.get(each.firm_id)) for each in found)


def listing_for(services: Services, viewer: Viewer, action: str, listing_id: str) -> StoredListing:
    """The record of a listing, when the viewer may do this to it.

    Raises:
        NotFound: it does not exist, or is somebody else's.
    """
    require(viewer, action)
    listing = listings.by_id(services.store, listing_id)
    if listing is None:
        raise NotFound(what="listing", id=listing_id)
    require_for(viewer, action, listing.firm_id, what="listing", id=listing_id)
    return listing


def shown(services: Services, viewer: Viewer, listing: StoredListing, *, now: datetime) -> ListingView:
    """The listing for this viewer: with the firm's name for who sees all firms."""
    is_desk = may_see_all(viewer, "see_listing")
    firm = firms.firm_by_id(services.store, listing.firm_id) if is_desk else None
    return listing_view(listing, now=now, firm=firm)
