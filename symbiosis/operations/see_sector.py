"""Typical for a sector: for everybody, and for a firm what it has not listed yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graph.errors import GraphUnavailable, NotFound
from graph.records import ListingState
from matching.reference_book import ReferenceBook
from matching.reference_records import Industry
from matching.typical import classes_of, lineage, typical, usual_items
from symbiosis.access import Viewer, require
from symbiosis.operations.show_firm import show_firm
from symbiosis.operations.show_listing import my_listings
from symbiosis.views import UsualView
from symbiosis.views.typical import Item, SectorView
from symbiosis.wiring import Services


def show_sector(
    services: Services, viewer: Viewer, nace: str, sizes: Mapping[str, float], *, now: datetime
) -> SectorView:
    """What firms of an activity usually have and need.

    Args:
        nace: section letter, division or class; the points of its number may stand or not.
        sizes: driver id → how large the reader's firm is by it; what the activity does not ask is left out.
    Raises:
        NotFound: the reference book has no such activity.
    """
    require(viewer, "see_book")
    book = services.book
    code = nace.replace(".", "")
    if code not in book.nace:
        raise NotFound(what="sector", id=nace)
    flows = typical(code, book, sizes)
    asked = {flow.driver_id for flow in typical(code, book)} | {flow.driver_id for flow in flows}
    try:
        listed = _listed(services, viewer, now=now)
    except GraphUnavailable:  # the book is there without it
        listed = frozenset()
    return SectorView(
        industry=book.nace[code],
        flows=flows,
        broader=lineage(code, book)[1:],
        narrower=_narrower(book.nace[code], book),
        sizes={driver: size for driver, size in sizes.items() if driver in asked},
        listed=listed,
    )


def usual_for_me(services: Services, viewer: Viewer, *, now: datetime) -> UsualView | None:
    """What firms of the viewer's division usually have and need, without what the viewer lists already.

    None for who has no firm, and where the book tells nothing of the division.
    """
    require(viewer, "see_listing")
    if viewer.firm_id is None:
        return None
    book = services.book
    division = show_firm(services, viewer, viewer.firm_id, now=now).nace_division or ""
    if division not in book.nace:
        return None
    listed = _listed(services, viewer, now=now)
    items = tuple(item for item in usual_items(division, book) if item not in listed)
    return UsualView(book.nace[division], items, _told(classes_of(division, book), book)) if items else None


def _listed(services: Services, viewer: Viewer, *, now: datetime) -> frozenset[Item]:
    """What the viewer's firm lists, with the broader materials: who lists red pomace lists pomace."""
    if viewer.firm_id is None:
        return frozenset()
    found: set[Item] = set()
    for own in my_listings(services, viewer, now=now):
        if own.state is ListingState.WITHDRAWN:
            continue
        if own.side.value == "need":
            found |= {("need", use) for use in own.use_ids}
        else:
            for material in own.material_ids:
                found |= {("output", id) for id in (material, *services.book.broader(material))}
    return frozenset(found)


def _narrower(industry: Industry, book: ReferenceBook) -> tuple[str, ...]:
    """The divisions of a section; the classes of a division of which the book tells something."""
    if industry.level == "division":
        return _told(classes_of(industry.id, book), book)
    if industry.level == "class":
        return ()
    section = (one for one in book.nace.values() if one.section == industry.id and one.level == "division")
    return tuple(sorted(one.id for one in section))


def _told(classes: tuple[str, ...], book: ReferenceBook) -> tuple[str, ...]:
    """Those that have amounts of their own."""
    told = {flow.nace for flow in book.typical_flows}
    return tuple(nace for nace in classes if nace in told)
