"""Puts the demonstration region into a store that has no real firms, by the same operations as real input."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta

from graph import accounts, demo, firms, listings, offers
from graph.ids import new_id
from graph.offers import ProcessOffer
from graph.records import Firm, FirmStatus, Role, Site, User
from graph.server.progress import Progress
from symbiosis import passwords
from symbiosis.access import Viewer
from symbiosis.demo import logins, marks
from symbiosis.demo.answering import give_answers
from symbiosis.demo.logins import Login
from symbiosis.demo.reading import DemoFirm, read_answers, read_firms
from symbiosis.operations.find_chains import find_chains_due
from symbiosis.operations.find_matches import rematch_due
from symbiosis.operations.post_listing import post_listing
from symbiosis.operations.show_first import show_first
from symbiosis.wiring import Services

DAYS = 60
STRIDE = 37  # has no factor in common with DAYS, so that neighbours in the file fall on different days
RANKED_AT_ONCE = 10
RENEWED_BEFORE_DAYS = 14


class DemoRefused(Exception):
    """The store has real firms; nothing fictional is put among them."""


def load(services: Services, *, now: datetime) -> list[Login]:
    """Load the fictional firms with listings of the last 60 days, rank them, and make a login for each role.

    A complete demonstration region is left as it is; one that was interrupted while loading (the planner's
    login comes last) is taken out and loaded anew.

    Returns:
        The logins to print.
    Raises:
        DemoRefused: there are firms that are not fictional.
        BadDemoFile: the files of the region cannot be taken.
    """
    there = logins.logins(services)
    if there:
        _keep_open(services, now)
        return there
    if any(not firm.is_demo for firm in firms.list_firms(services.store)):
        raise DemoRefused("The store has real firms: the demonstration region is for an empty one.")
    region = read_firms(services.book)
    answers = read_answers(region)
    demo.remove_demo(services.store)
    password_hash = passwords.hash_password(logins.demo_password(services.settings))
    coordinator = _office_user(Role.COORDINATOR, password_hash, now)
    accounts.add_user(services.store, coordinator)
    viewers = {}
    for number, firm in enumerate(region, 1):
        contact = _contact(firm, number, password_hash, now)
        viewers[firm.key] = _register(services, firm, number, contact, coordinator)
    n_listings = sum(len(firm.listings) for firm in region)
    with Progress("Demonstration region", 2 * n_listings, unit="steps") as progress:
        _post(services, region, viewers, now, progress)
        while n_compared := rematch_due(services, now=now, most=RANKED_AT_ONCE):
            progress.add(n_compared)
        while find_chains_due(services, now=now):
            pass
    give_answers(services, answers, viewers, now=now)
    show_first(services, now=now)
    accounts.add_user(services.store, _office_user(Role.PLANNER, password_hash, now))
    return logins.logins(services)


def _office_user(role: Role, password_hash: str, now: datetime) -> User:
    return User(
        id=new_id(),
        email=marks.email(role),
        password_hash=password_hash,
        role=role,
        language="ka",
        created_at=now - timedelta(days=DAYS + 2),
        is_demo=True,
    )


def _contact(entry: DemoFirm, number: int, password_hash: str, now: datetime) -> User:
    return User(
        id=new_id(),
        email=marks.email(entry.key),
        password_hash=password_hash,
        role=Role.BUSINESS,
        language="ka",
        created_at=now - timedelta(days=DAYS + 1),
        firm_id=new_id(),
        name=marks.contact_name(number),
        phone=marks.phone(number),
        is_demo=True,
    )


def _register(services: Services, entry: DemoFirm, number: int, contact: User, coordinator: User) -> Viewer:
    """A verified firm with its site and its contact, who is returned as the one who will post for it.

    The password of all contacts is hashed once (that is slow by intention), so the records are written here.
    """
    firm = Firm(
        id=str(contact.firm_id),
        name_ka=marks.name_ka(entry.name_ka),
        name_latin=marks.name_latin(entry.name_latin),
        nace_division=entry.nace_division,
        status=FirmStatus.UNVERIFIED,
        created_at=contact.created_at,
        identification_code=marks.identification_code(number),
        is_demo=True,
    )
    site = Site(id=new_id(), firm_id=firm.id, name=firm.name_ka, municipality=entry.municipality)
    firms.register(services.store, firm, site, contact)
    firms.set_status(services.store, firm.id, FirmStatus.VERIFIED, coordinator.id, contact.created_at)
    for offer in entry.offers:
        offers.put(services.store, ProcessOffer(firm.id, site.id, **asdict(offer)))
    return Viewer(contact.id, contact.role, firm.id, contact.language)


def _post(
    services: Services,
    region: tuple[DemoFirm, ...],
    viewers: dict[str, Viewer],
    now: datetime,
    progress: Progress,
) -> None:
    said = [(viewers[firm.key], listing) for firm in region for listing in firm.listings]
    for number, (viewer, listing) in enumerate(said):
        posted_at = now - timedelta(days=number * STRIDE % DAYS, minutes=number)
        post_listing(services, viewer, listing.said, now=posted_at, compare=False)
        progress.add(1)


def _keep_open(services: Services, now: datetime) -> None:
    """Renew what would soon expire: nobody is there to do it for fictional firms. The job ranks it again."""
    until = now + timedelta(days=services.settings.listing_days)
    for firm in firms.list_firms(services.store):
        for listing in listings.of_firm(services.store, firm.id) if firm.is_demo else ():
            if listing.expires_at < now + timedelta(days=RENEWED_BEFORE_DAYS):
                listings.renew(services.store, listing.id, until, now)
