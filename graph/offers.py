"""The processes that firms offer to others, each at one of their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFound
from graph.store import Store


@dataclass(frozen=True, slots=True)
class ProcessOffer:
    """A process of the book that a firm offers to others. `tonnes_per_year`: what it can take in.

    `price_gel_per_t`: what it asks for a tonne that it takes in, private to it and coordinators.
    `takes_hazardous`, `has_permit`: as the firm says, None when it does not. `treats`: ids of the materials
    that it works with; empty when nobody said. Place, division and `is_demo`
    are those of the firm's site, `declines` the firms that it is not to be brought together with; filled when
    it is read by others.
    """

    firm_id: str
    site_id: str
    process_id: str
    tonnes_per_year: float | None = None
    price_gel_per_t: float | None = None
    takes_hazardous: bool | None = None
    has_permit: bool | None = None
    treats: tuple[str, ...] = ()
    municipality: str = ""
    nace_division: str | None = None
    lat: float | None = None
    lon: float | None = None
    is_demo: bool = False
    declines: tuple[str, ...] = ()


def put(store: Store, offer: ProcessOffer) -> None:
    """Keep an offer; the process that the site offers already is said anew.

    Raises:
        NotFound: the firm owns no such site, or (`field` is `process_id`) there is no such process.
    """
    ids = {"firm_id": offer.firm_id, "site_id": offer.site_id, "process_id": offer.process_id}
    said = ("offers/put", ids | {"properties": _to_properties(offer)})
    if store.write_together([said, ("offers/changed", {"process_ids": [offer.process_id]})])[0]:
        return
    if not any(row["site"]["id"] == offer.site_id for row in _sites(store, offer.firm_id)):
        raise NotFound(what="site", id=offer.site_id)
    raise NotFound(field="process_id", what="process", id=offer.process_id)


def remove(store: Store, firm_id: str, site_id: str, process_id: str) -> None:
    """Take an offer away.

    Raises:
        NotFound: there is no such offer.
    """
    ids = {"firm_id": firm_id, "site_id": site_id, "process_id": process_id}
    changed = ("offers/changed", {"process_ids": [process_id]})
    if not store.write_together([("offers/remove", ids), changed])[0]:
        raise NotFound(what="process", id=process_id)


def firm_changed(store: Store, firm_id: str) -> None:
    """Makes the chains due that could lead through what a firm offers: its place or status changed."""
    offered = sorted({one.process_id for one in of_firm(store, firm_id)})
    if offered:
        store.write("offers/changed", process_ids=offered)


def of_firm(store: Store, firm_id: str) -> list[ProcessOffer]:
    """What a firm offers, by process and site."""
    return [_from_node(row["offer"]) for row in store.read("offers/of_firm", firm_id=firm_id)]


def open_for(store: Store, process_ids: Iterable[str]) -> list[ProcessOffer]:
    """Who of the verified firms offers any of some processes, by process and site."""
    wanted = sorted(set(process_ids))
    rows = store.read("offers/open", process_ids=wanted) if wanted else []
    return [_from_node(row["offer"]) for row in rows]


def _sites(store: Store, firm_id: str) -> list[dict[str, Any]]:
    return store.read("firms/sites_of", firm_id=firm_id)


def _to_properties(offer: ProcessOffer) -> dict[str, Any]:
    return {
        "tonnes_per_year": offer.tonnes_per_year,
        "price_gel_per_t": offer.price_gel_per_t,
        "takes_hazardous": offer.takes_hazardous,
        "has_permit": offer.has_permit,
        "treats": list(offer.treats),
    }


def _from_node(node: dict[str, Any]) -> ProcessOffer:
    lists = {name: tuple(sorted(node.get(name, ()))) for name in ("treats", "declines")}
    return ProcessOffer(**(node | lists))
