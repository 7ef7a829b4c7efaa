"""A firm pauses, resumes, withdraws or renews a listing."""

from __future__ import annotations

from datetime import datetime, timedelta

from graph import listings
from graph.records import ListingState
from symbiosis.access import Viewer
from symbiosis.errors import NotPossibleNow
from symbiosis.operations.find_matches import find_matches_soon
from symbiosis.operations.show_firm import require_active_firm
from symbiosis.operations.show_listing import listing_for, shown
from symbiosis.views import ListingView
from symbiosis.wiring import Services

ACTIVE, PAUSED, WITHDRAWN = ListingState.ACTIVE, ListingState.PAUSED, ListingState.WITHDRAWN
STEPS = {
    "pause": ({ACTIVE, PAUSED}, PAUSED),
    "resume": ({ACTIVE, PAUSED}, ACTIVE),
    "withdraw": ({ACTIVE, PAUSED, WITHDRAWN}, WITHDRAWN),
}
"""Action: (states that it may start from, state that it ends in). Doing it twice changes nothing more."""


def change_listing_state(
    services: Services, viewer: Viewer, listing_id: str, action: str, *, now: datetime
) -> ListingView:
    """Do one of `pause`, `resume`, `withdraw`, `renew`; the listing is compared anew.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
        NotPossibleNow: it was withdrawn, which is for good.
        FirmSuspended: nothing can be changed now.
    """
    if action == "renew":
        return renew_listing(services, viewer, listing_id, now=now)
    listing = listing_for(services, viewer, "edit_listing", listing_id)
    require_active_firm(services, viewer, listing.firm_id)
    possible, end = STEPS[action]
    if listing.state not in possible:
        raise NotPossibleNow(action=action, state=listing.state.value)
    if listing.state is not end:
        listings.set_state(services.store, listing_id, end, now)
        find_matches_soon(services, listing_id, now=now)
    return shown(services, viewer, listing_for(services, viewer, "see_listing", listing_id), now=now)


def renew_listing(services: Services, viewer: Viewer, listing_id: str, *, now: datetime) -> ListingView:
    """Let a listing stand for another `listing_days` from now, also after it expired.

    Raises:
        NotFound, NotPossibleNow, FirmSuspended: as for `change_listing_state`.
    """
    listing = listing_for(services, viewer, "edit_listing", listing_id)
    require_active_firm(services, viewer, listing.firm_id)
    if listing.state is WITHDRAWN:
        raise NotPossibleNow(action="renew", state=listing.state.value)
    expires_at = now + timedelta(days=services.settings.listing_days)
    listings.renew(services.store, listing_id, expires_at, now)
    find_matches_soon(services, listing_id, now=now)
    return shown(services, viewer, listing_for(services, viewer, "see_listing", listing_id), now=now)
