"""A firm registers itself, or a coordinator enters one that has no login yet."""

from __future__ import annotations

from datetime import datetime

from graph import accounts, firms
from graph.errors import AlreadyThere
from graph.ids import new_id
from graph.records import Firm, FirmStatus, Role, Site, User
from symbiosis.access import Viewer, require
from symbiosis.errors import InvalidInput, WeakPassword
from symbiosis.identification import is_personal_number, personal_number_digest
from symbiosis.inputs import EnrolmentInput, FirmInput, RegistrationInput, SiteInput
from symbiosis.operations.meaning import check_firm_and_site
from symbiosis.passwords import check_strength, hash_password
from symbiosis.reducing import firm_view
from symbiosis.views import FirmView
from symbiosis.wiring import Services


def register_firm(
    services: Services, viewer: Viewer, given: RegistrationInput, *, now: datetime, is_demo: bool = False
) -> User:
    """Store the firm, its first site and its first login in one transaction. Its role is always business.

    Returns:
        The user, to start a session for; it holds a password hash and is not for showing.
    Raises:
        InvalidInput: an unknown industry or municipality, or a weak password.
        AlreadyThere: naming `identification_code` or `email`.
    """
    require(viewer, "register_firm")
    check_firm_and_site(given.firm, given.site, services.book)
    try:
        check_strength(given.password, given.email)
    except WeakPassword as error:
        raise InvalidInput({"password": [error]}) from None
    if accounts.user_by_email(services.store, given.email) is not None:  # spares a hash, and names the field
        raise AlreadyThere(field="email")
    firm = new_firm(services, given.firm, FirmStatus.UNVERIFIED, now=now, is_demo=is_demo)
    user = User(
        id=new_id(),
        email=given.email,
        password_hash=hash_password(given.password),
        role=Role.BUSINESS,
        language=viewer.language,
        created_at=now,
        firm_id=firm.id,
        name=given.contact_name,
        phone=given.phone,
        is_demo=is_demo,
    )
    firms.register(services.store, firm, new_site(firm, given.site), user)
    return user


def enrol_firm(services: Services, viewer: Viewer, given: EnrolmentInput, *, now: datetime) -> FirmView:
    """Store a firm and its first site for a coordinator who acts for it.

    Raises:
        InvalidInput, AlreadyThere: as for `register_firm`.
        NotAllowed: it is to be verified at once, and the viewer may not verify firms.
    """
    require(viewer, "enrol_firm")
    if given.is_verified:
        require(viewer, "verify_firm")
    check_firm_and_site(given.firm, given.site, services.book)
    status = FirmStatus.VERIFIED if given.is_verified else FirmStatus.UNVERIFIED
    firm = new_firm(services, given.firm, status, now=now)
    site = new_site(firm, given.site)
    firms.register(services.store, firm, site, None)
    return firm_view(firm, sites=(site,))


def new_firm(
    services: Services, given: FirmInput, status: FirmStatus, *, now: datetime, is_demo: bool = False
) -> Firm:
    """The record of a new firm. A personal number becomes a keyed hash here and goes no further."""
    code = given.identification_code
    is_person = code is not None and is_personal_number(code)
    key = services.settings.personal_number_key
    return Firm(
        id=new_id(),
        name_ka=given.name_ka,
        name_latin=given.name_latin,
        nace_division=given.nace_division,
        status=status,
        created_at=now,
        identification_code=None if is_person else code,
        personal_number_digest=personal_number_digest(code, key) if code and is_person else None,
        verified_at=now if status is FirmStatus.VERIFIED else None,
        is_demo=is_demo,
    )


def new_site(firm: Firm, given: SiteInput) -> Site:
    """The record of a new site; unnamed ones are called after their municipality by whoever shows them."""
    return Site(new_id(), firm.id, given.site_name or "", given.municipality, given.lat, given.lon)
