"""Firms, the places they own, and what coordinators decided about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph.accounts import put_user
from graph.errors import AlreadyThere, NotFound
from graph.records import Firm, FirmStatus, Site, User
from graph.store import Run, Store
from graph.values import point
from matching.errors import UnknownMunicipality


def register(store: Store, firm: Firm, site: Site, user: User | None = None) -> None:
    """A firm with its first site and, unless a coordinator enrols it, its first user, in one transaction.

    The same ids again write the same again.

    Raises:
        AlreadyThere: `field` is `identification_code` (also for a personal number) or `email`.
        UnknownMunicipality: the site's is not in the reference book.
        NotFound: the firm's `nace_division` is not in the classification (`field` says so).
    """

    def work(run: Run) -> None:
        _put_firm(run, firm)
        _put_site(run, site)
        if user is not None:
            put_user(run, user)

    try:
        store.writing(work)
    except AlreadyThere as error:
        if error.field == "personal_number_digest":
            raise AlreadyThere(field="identification_code", label="Firm") from error
        raise


def firm_by_id(store: Store, firm_id: str) -> Firm | None:
    """The firm with an id."""
    rows = store.read("firms/firm_by_id", id=firm_id)
    return _from_node(rows[0]["firm"]) if rows else None


def firm_by_code(store: Store, identification_code: str) -> Firm | None:
    """The legal entity with an identification code (9 digits)."""
    rows = store.read("firms/firm_by_code", identification_code=identification_code)
    return _from_node(rows[0]["firm"]) if rows else None


def list_firms(store: Store, status: FirmStatus | None = None) -> list[Firm]:
    """All firms, or those of a status; oldest first."""
    return [_from_node(row["firm"]) for row in store.read("firms/list_firms", status=status)]


def set_status(store: Store, firm_id: str, status: FirmStatus, by_user_id: str, at: datetime) -> None:
    """What a coordinator decided about a firm, and who it was. Its listings are due for matching again.

    `verified_at` becomes `at` on verification and stays when the firm is suspended later.

    Raises:
        NotFound: no such firm.
    """
    verified_at = at if status is FirmStatus.VERIFIED else None
    params = {"status": status, "by_user_id": by_user_id, "at": at, "verified_at": verified_at}
    if not store.write("firms/set_status", id=firm_id, **params):
        raise NotFound(what="firm", id=firm_id)


def update_firm(
    store: Store,
    firm_id: str,
    name_ka: str,
    name_latin: str,
    nace_division: str,
    *,
    at: datetime,
    is_checked: bool = False,
) -> None:
    """Another name or industry. The firm's listings are due for matching again.

    A verified firm is unverified afterwards when one of the three changed, unless `is_checked`: a coordinator
    corrects it and stands for it. `verified_at` stays.

    Raises:
        NotFound: no such firm, or (`field` is `nace_division`) no such division.
    """
    names = {"name_ka": name_ka, "name_latin": name_latin, "nace_division": nace_division}
    if store.write("firms/update_firm", id=firm_id, at=at, is_checked=is_checked, **names):
        return
    if firm_by_id(store, firm_id) is None:
        raise NotFound(what="firm", id=firm_id)
    raise NotFound(field="nace_division", what="industry", id=nace_division)


def add_site(store: Store, site: Site) -> None:
    """Another place of a firm.

    Raises:
        NotFound: no such firm.
        UnknownMunicipality: not in the reference book.
    """
    store.writing(lambda run: _put_site(run, site))


def update_site(store: Store, site: Site, at: datetime) -> None:
    """Another name or place for a site. Its listings are due for matching again.

    Raises:
        NotFound: the firm owns no such site.
        UnknownMunicipality: not in the reference book.
    """

    def work(run: Run) -> None:
        _check_municipality(run, site)
        if not run("firms/change_site", at=at, **_site_params(site)):
            raise NotFound(what="site", id=site.id)

    store.writing(work)


def sites_of(store: Store, firm_id: str) -> list[Site]:
    """The places of a firm, by name."""
    return [_site_from_node(row["site"]) for row in store.read("firms/sites_of", firm_id=firm_id)]


def contacts_of(store: Store, firm_id: str) -> list[dict[str, str | None]]:
    """Whom to talk to at a firm: dicts with `name`, `email`, `phone`. Who may see them is for the caller."""
    return store.read("firms/contacts_of", firm_id=firm_id)


def _put_firm(run: Run, firm: Firm) -> None:
    params = {"nace_division": firm.nace_division, "properties": _to_properties(firm)}
    if not run("firms/add_firm", id=firm.id, **params):
        raise NotFound(field="nace_division", what="industry", id=firm.nace_division)


def _put_site(run: Run, site: Site) -> None:
    _check_municipality(run, site)
    if not run("firms/add_site", **_site_params(site)):
        raise NotFound(what="firm", id=site.firm_id)


def _check_municipality(run: Run, site: Site) -> None:
    if not run("firms/municipality_exists", id=site.municipality):
        raise UnknownMunicipality(field="municipality", municipality=site.municipality)


def _site_params(site: Site) -> dict[str, Any]:
    return {
        "id": site.id,
        "firm_id": site.firm_id,
        "municipality": site.municipality,
        "properties": _site_to_properties(site),
    }


def _to_properties(firm: Firm) -> dict[str, Any]:
    return {
        "id": firm.id,
        "name_ka": firm.name_ka,
        "name_latin": firm.name_latin,
        "status": firm.status,
        "created_at": firm.created_at,
        "identification_code": firm.identification_code,
        "personal_number_digest": firm.personal_number_digest,
        "verified_at": firm.verified_at,
        "is_demo": firm.is_demo,
    }


def _from_node(node: dict[str, Any]) -> Firm:
    return Firm(
        id=node["id"],
        name_ka=node["name_ka"],
        name_latin=node["name_latin"],
        nace_division=node["nace_division"],
        status=FirmStatus(node["status"]),
        created_at=node["created_at"],
        identification_code=node.get("identification_code"),
        personal_number_digest=node.get("personal_number_digest"),
        verified_at=node.get("verified_at"),
        is_demo=node["is_demo"],
    )


def _site_to_properties(site: Site) -> dict[str, Any]:
    return {"id": site.id, "name": site.name, "location": point(site.lat, site.lon)}


def _site_from_node(node: dict[str, Any]) -> Site:
    return Site(**node)
