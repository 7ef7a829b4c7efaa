"""A coordinator says that a firm is real, or stops it."""

from __future__ import annotations

from datetime import datetime

from graph import firms
from graph.records import FirmStatus
from symbiosis.access import Viewer, require
from symbiosis.operations.find_matches import rematch_firm
from symbiosis.operations.show_firm import firm_of
from symbiosis.reducing import firm_view
from symbiosis.views import FirmView
from symbiosis.wiring import Services


def verify_firm(services: Services, viewer: Viewer, firm_id: str, *, now: datetime) -> FirmView:
    """From now on the firm's listings meet those of others; they are compared at once.

    Raises:
        NotFound: no such firm.
    """
    return _set_status(services, viewer, firm_id, FirmStatus.VERIFIED, now)


def suspend_firm(services: Services, viewer: Viewer, firm_id: str, *, now: datetime) -> FirmView:
    """The firm's listings meet nobody any more, and it can change nothing; what was decided stays.

    Raises:
        NotFound: no such firm.
    """
    return _set_status(services, viewer, firm_id, FirmStatus.SUSPENDED, now)


def _set_status(
    services: Services, viewer: Viewer, firm_id: str, status: FirmStatus, now: datetime
) -> FirmView:
    require(viewer, "verify_firm")
    if firm_of(services, firm_id).status is not status:
        firms.set_status(services.store, firm_id, status, viewer.user_id or "", now)
        rematch_firm(services, firm_id, now=now)
    return firm_view(firm_of(services, firm_id), sites=tuple(firms.sites_of(services.store, firm_id)))
