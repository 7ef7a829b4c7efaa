"""Firms, sites and people, as they themselves and coordinators see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.records import FirmStatus
from symbiosis.views.listings import ListingView


@dataclass(frozen=True, slots=True)
class SiteView:
    """A place of the reader's own firm, or any firm for a coordinator."""

    id: str
    firm_id: str
    name: str
    municipality: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class ContactView:
    name: str | None
    email: str
    phone: str | None


@dataclass(frozen=True, slots=True)
class FirmView:
    """A firm as itself or a coordinator sees it. An entrepreneur's number is never there:
    `is_entrepreneur` says why.

    `contacts` is filled for coordinators when one firm is shown, and each showing is logged.
    """

    id: str
    name_ka: str
    name_latin: str
    nace_division: str
    status: FirmStatus
    created_at: datetime
    verified_at: datetime | None
    identification_code: str | None
    is_entrepreneur: bool
    is_demo: bool
    sites: tuple[SiteView, ...] = ()
    contacts: tuple[ContactView, ...] = ()


@dataclass(frozen=True, slots=True)
class DeskView:
    """A coordinator's queue. `to_classify`: listings whose waste code is open, longest waiting first."""

    to_verify: tuple[FirmView, ...]
    verified: tuple[FirmView, ...]
    suspended: tuple[FirmView, ...]
    to_classify: tuple[ListingView, ...] = ()
