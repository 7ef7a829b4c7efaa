"""Which fields of a firm, its listings and what it offers a reader may see, by how close the reader is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import Any

from matching.records import Side


class Closeness(IntEnum):
    """How close a reader is to a firm. A field is shown from its own level on."""

    STRANGER = 0
    MATCHED = 1  # the ranker gave the pair: what it is, sector and municipality
    CONSENTED = 2  # both sides said yes: name, place, contact
    OWNER = 3  # the firm itself, and its coordinator
    NEVER = 9


_M, _C, _O, _N = Closeness.MATCHED, Closeness.CONSENTED, Closeness.OWNER, Closeness.NEVER

FIELDS: Mapping[str, Mapping[str, Closeness]] = {
    "listing": {
        "side": _M,
        "text": _M,
        "lang": _M,
        "kind": _M,
        "municipality": _M,
        "nace_division": _M,
        "quantity": _M,
        "tonnes_per_year": _M,
        "season_months": _M,
        "ewc_code": _M,
        "hazardous": _M,
        "starts_on": _M,
        "ends_on": _M,
        "material_ids": _M,
        "use_ids": _M,
        "not_ids": _O,
        "declines": _N,
        "understood": _N,
        "is_demo": _M,
        "edition": _M,
        "id": _O,
        "firm_id": _O,
        "site_id": _O,
        "state": _O,
        "visibility": _O,
        "posted_at": _O,
        "changed_at": _O,
        "expires_at": _O,
        "matched_at": _O,
        "cost_gel_per_year": _O,
        "firm_status": _O,
        "lat": _C,
        "lon": _C,
    },
    "firm": {
        "nace_division": _M,
        "is_demo": _M,
        "id": _C,
        "name_ka": _C,
        "name_latin": _C,
        "identification_code": _C,
        "status": _O,
        "created_at": _O,
        "verified_at": _O,
        "personal_number_digest": _N,
    },
    "site": {"municipality": _M, "name": _C, "lat": _C, "lon": _C, "id": _O, "firm_id": _O},
    "process_offer": {
        "process_id": _M,
        "municipality": _M,
        "nace_division": _M,
        "tonnes_per_year": _M,
        "takes_hazardous": _M,
        "has_permit": _M,
        "treats": _M,
        "is_demo": _M,
        "firm_id": _O,
        "site_id": _O,
        "price_gel_per_t": _O,
        "lat": _C,
        "lon": _C,
    },
    "inflow": {
        "site_id": _M,
        "process_id": _M,
        "material_id": _M,
        "product_id": _M,
        "region": _M,
        "is_demo": _M,
        "output_id": _N,
        "tonnes_per_year": _N,
    },
    "opt_out": {
        "id": _O,
        "label": _O,
        "state": _O,
        "asked_at": _O,
        "identification_code": _O,
        "personal_number_digest": _N,
    },
    "contact": {"name": _C, "email": _C, "phone": _C},
}


def shows(record: str, field: str, closeness: Closeness) -> bool:
    """Whether a reader of this closeness may see the field. A field that no table names is shown to
    nobody.
    """
    return closeness >= FIELDS[record].get(field, Closeness.NEVER)


def visible(record: str, source: object, closeness: Closeness, names: tuple[str, ...]) -> dict[str, Any]:
    """The values of `names` that may be seen; the others are left out.

    Args:
        source: a record with these attributes.
    """
    return {name: getattr(source, name) for name in _shown(record, closeness, names)}


@cache
def _shown(record: str, closeness: Closeness, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the names that may be seen."""
    return tuple(name for name in names if shows(record, name, closeness))


FIGURES: Mapping[str, frozenset[Side | None]] = {
    "giver": frozenset({Side.OUTPUT, None}),
    "taker": frozenset({Side.NEED, None}),
    "both": frozenset({*Side, None}),
    "broker": frozenset({None}),
}
"""About whom a figure under the worth of a pair is -> the sides that may know it; None: who sees both."""


def may_know(about: str, side: Side | None) -> bool:
    """Whether who reads a pair from a side may know a figure, or anything that was reckoned with it."""
    return side in FIGURES.get(about, frozenset())


OWNER_OF: Mapping[Side, str] = {Side.OUTPUT: "giver", Side.NEED: "taker"}
"""Whose figure that is which a listing of a side could still state."""


def may_change(listing_side: Side, side: Side | None) -> bool:
    """Whether who reads a pair from a side is told what the listing of `listing_side` could still state."""
    return may_know(OWNER_OF[listing_side], side)
