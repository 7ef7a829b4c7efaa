"""Outputs and needs as their owners keep them. Every change makes them due to be compared (`due.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from graph import code_changes
from graph import corrections as said
from graph.correction_records import CodeChange, Correction
from graph.errors import NotFound
from graph.records import FirmStatus, Guess, ListingState, Recognised, StoredListing, Visibility
from graph.store import Run, Store
from matching.errors import UnknownCode
from matching.records import Quantity, Side

OWN_VERB = (
    "posted_at",
    "expires_at",
    "state",
    "matched_at",
    "matched_by",
    "is_demo",
)  # an edit leaves these as they are
SAID = ("text", "kind", "site_id", "quantity", "season_months", "hazardous", "starts_on", "ends_on")
"""What the other side of a match goes by, beside the code, materials and uses: another edition of the listing
when one of them changes."""


def post(
    store: Store,
    listing: StoredListing,
    recognised: Recognised | None = None,
    corrections: Sequence[Correction] = (),
) -> None:
    """Stores a new listing at `listing.site_id`. A second post of the same id changes nothing.

    `listing.material_ids`, `use_ids`, `ewc_code` are kept as confirmed by a person, `not_ids` as not meant,
    what `recognised` adds as guesses with their confidence. `corrections` are added to those that were made
    before. `firm_id`, `municipality`, `lat`, `lon`, `nace_division`, `firm_status`
    follow from the site.

    Raises:
        NotFound: the site, a confirmed material or a confirmed use does not exist.
        UnknownCode: the waste code is not in the List of Waste.
    """

    def work(run: Run) -> None:
        created = run(
            "listings/post",
            id=listing.id,
            site_id=listing.site_id,
            label=listing.side.value.capitalize(),
            properties=_to_properties(listing),
        )
        if created:
            _link(run, listing, recognised)
            said.append_in(run, listing.id, corrections)
        elif not run("listings/exists", id=listing.id):
            raise NotFound(field="site_id", what="site", id=listing.site_id)

    store.writing(work)


def update(
    store: Store,
    listing: StoredListing,
    recognised: Recognised | None = None,
    corrections: Sequence[Correction] = (),
    code_change: CodeChange | None = None,
) -> None:
    """Stores what was edited or corrected; it is due for matching when `changed_at` is later than before.

    Side, state, times of posting and expiry stay: they have verbs of their own. `site_id` may be another site
    of the same firm. The edition rises when the listing now says something else.

    Raises:
        NotFound: the firm has no such listing or site, or a confirmed material or use does not exist.
        UnknownCode: the waste code is not in the List of Waste.
    """
    properties = {name: value for name, value in _to_properties(listing).items() if name not in OWN_VERB}

    def work(run: Run) -> None:
        held = run("listings/hold", id=listing.id)
        before = read_by_ids(run, [listing.id]).get(listing.id) if held else None
        if before is None or not run(
            "listings/update",
            id=listing.id,
            site_id=listing.site_id,
            firm_id=listing.firm_id,
            properties=properties | {"edition": before.edition + (_said(before) != _said(listing))},
        ):
            raise NotFound(what="listing", id=listing.id)
        _link(run, listing, recognised)
        said.append_in(run, listing.id, corrections)
        if code_change is not None:
            code_changes.append_in(run, code_change)

    store.writing(work)


def by_id(store: Store, listing_id: str) -> StoredListing | None:
    """The listing with an id."""
    return by_ids(store, [listing_id]).get(listing_id)


def by_ids(store: Store, ids: Iterable[str]) -> dict[str, StoredListing]:
    """Listings by id, in the order asked for; ids that do not exist are left out."""
    return store.reading(lambda run: read_by_ids(run, ids))


def read_by_ids(run: Run, ids: Iterable[str]) -> dict[str, StoredListing]:
    """As `by_ids`, inside a transaction that reads more."""
    wanted = list(dict.fromkeys(ids))
    found = run("listings/by_ids", ids=wanted)[0]["listings"] if wanted else []
    return {one["id"]: _from_node(one) for one in found}


def of_firm(store: Store, firm_id: str) -> list[StoredListing]:
    """The listings of a firm in every state, newest first."""
    return _read(store, "listings/of_firm", firm_id=firm_id)


def all_listings(
    store: Store, side: Side | None = None, state: ListingState | None = None, skip: int = 0, limit: int = 100
) -> list[StoredListing]:
    """All listings, or those of a side or state; newest first."""
    return _read(store, "listings/all_listings", side=side, state=state, skip=skip, limit=limit)


def set_state(store: Store, listing_id: str, state: ListingState, at: datetime) -> None:
    """Pauses, resumes or withdraws a listing, which is then due for matching.

    Raises:
        NotFound: no such listing.
    """
    _change(store, listing_id, state=state, changed_at=at)


def renew(store: Store, listing_id: str, expires_at: datetime, at: datetime) -> None:
    """Gives a listing a later end; it is then due for matching.

    Raises:
        NotFound: no such listing.
    """
    _change(store, listing_id, expires_at=expires_at, changed_at=at)


def with_open_code(
    store: Store, *, kinds: Iterable[str], pair_codes: Iterable[str], at: datetime, limit: int = 100
) -> list[StoredListing]:
    """Active outputs without a confirmed waste code, or with one of a mirror pair and unknown hazard.

    Args:
        kinds: which kinds go under a code at all.
        pair_codes: the codes (digits only) of mirror pairs.
        at: listings that have expired by then are left out, as are those of suspended firms.
    Returns:
        Longest waiting first.
    """
    return _read(
        store,
        "listings/with_open_code",
        kinds=list(kinds),
        pair_codes=list(pair_codes),
        at=at,
        limit=limit,
    )


def _read(store: Store, query: str, **params: Any) -> list[StoredListing]:
    def work(run: Run) -> list[StoredListing]:
        return list(read_by_ids(run, [row["id"] for row in run(query, **params)]).values())

    return store.reading(work)


def _change(store: Store, listing_id: str, **properties: Any) -> None:
    if not store.write("listings/change", id=listing_id, properties=properties):
        raise NotFound(what="listing", id=listing_id)


def _said(listing: StoredListing) -> tuple[object, ...]:
    lists = (sorted(listing.material_ids), sorted(listing.use_ids), _digits(listing.ewc_code))
    return (*(getattr(listing, name) for name in SAID), *lists)


def _digits(ewc_code: str | None) -> list[str]:
    """The code as the graph keeps it; empty without one."""
    return [re.sub(r"\D", "", ewc_code)] if ewc_code else []


def _link(run: Run, listing: StoredListing, recognised: Recognised | None) -> None:
    code = _digits(listing.ewc_code)
    linked = run(
        "listings/link",
        id=listing.id,
        materials=_links(listing.material_ids, recognised.materials if recognised else (), listing.not_ids),
        uses=_links(listing.use_ids, recognised.uses if recognised else (), listing.not_ids),
        codes=_links(code, recognised.codes if recognised else ()),
        not_ids=listing.not_ids,
    )[0]
    for field, what, wanted in (
        ("material_ids", "material", listing.material_ids),
        ("use_ids", "use", listing.use_ids),
    ):
        for missing in set(wanted) - set(linked[f"{what}s"]):
            raise NotFound(field=field, what=what, id=missing)
    for missing in set(listing.not_ids) - set(linked["not_meant"]):
        raise NotFound(field="not_ids", what="material or use", id=missing)
    if not set(code) <= set(linked["codes"]):
        raise UnknownCode(field="ewc_code", ewc_code=listing.ewc_code)


def _links(
    confirmed: Sequence[str], guessed: Sequence[Guess], not_meant: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """One entry for an id: what a person confirmed wins over a guess, and so does what is not meant."""
    links = {
        guess.id: {"id": guess.id, "confidence": guess.confidence, "is_confirmed": False}
        for guess in guessed
        if guess.id not in not_meant
    }
    links |= {id_: {"id": id_, "confidence": 1.0, "is_confirmed": True} for id_ in confirmed}
    return list(links.values())


def _to_properties(listing: StoredListing) -> dict[str, Any]:
    quantity = listing.quantity
    return {
        "id": listing.id,
        "text": listing.text,
        "lang": listing.lang,
        "kind": listing.kind,
        "state": listing.state,
        "visibility": listing.visibility,
        "posted_at": listing.posted_at,
        "changed_at": listing.changed_at,
        "expires_at": listing.expires_at,
        "quantity_amount": float(quantity.amount) if quantity else None,
        "quantity_unit": quantity.unit if quantity else None,
        "quantity_period": quantity.period if quantity else None,
        "tonnes_per_year": listing.tonnes_per_year,
        "season_months": listing.season_months,
        "hazardous": listing.hazardous,
        "starts_on": listing.starts_on,
        "ends_on": listing.ends_on,
        "cost_gel_per_year": listing.cost_gel_per_year,
        "matched_at": listing.matched_at,
        "matched_by": "",
        "edition": listing.edition,
        "is_demo": listing.is_demo,
    }


def _from_node(node: dict[str, Any]) -> StoredListing:
    node = {name: value for name, value in node.items() if value is not None}
    amount = node.get("quantity_amount")
    shaped = {
        **node,
        "side": Side(node["side"]),
        "state": ListingState(node["state"]),
        "visibility": Visibility(node["visibility"]),
        "firm_status": FirmStatus(node["firm_status"]),
        # As text: the driver takes longer over a time than over all else of a listing.
        **{name: datetime.fromisoformat(node[name]) for name in TIMES if name in node},
        "season_months": tuple(node["season_months"]),
        "material_ids": tuple(node["material_ids"]),
        "use_ids": tuple(node["use_ids"]),
        "not_ids": tuple(node["not_ids"]),
        "declines": tuple(sorted(node["declines"])),
        "quantity": None
        if amount is None
        else Quantity(amount, node["quantity_unit"], node["quantity_period"]),
    }
    return StoredListing(**{name: shaped[name] for name in FIELDS if name in shaped})


FIELDS = tuple(field.name for field in fields(StoredListing))
TIMES = ("posted_at", "changed_at", "expires_at", "matched_at")
