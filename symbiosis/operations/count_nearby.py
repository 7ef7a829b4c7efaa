"""How many firms give or seek something, told so that nobody can be recognised by it.

A number is told by what it reaches (3, 5, 10 …), so that two numbers taken from each other tell nothing, and
not at all where fewer than three firms stand behind it, as in the planner's counts. Also none at all is not
told: that somebody lists a rare material would name who it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph import firms, network
from graph.records import FirmStatus
from matching.distance import road_km
from matching.records import Place
from matching.reference_book import ReferenceBook
from symbiosis.access import Viewer, require
from symbiosis.operations.planner_counts import FEWEST
from symbiosis.views import Counted, Nearby
from symbiosis.wiring import Services

TOLD = (FEWEST, 5, 10, 20, 50, 100, 200, 500, 1000)
"""What a number is told by: at least so many."""

SURE = 0.5
"""A listing counts for what it is more likely about than not."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Around:
    """The municipalities within `km` by road of the reader's own sites."""

    km: float
    municipalities: frozenset[str]


def nearby_material(
    services: Services, viewer: Viewer, material_id: str, use_ids: Collection[str], *, now: datetime
) -> Nearby:
    """Who lists a material or a narrower one, and who seeks it or something for one of `use_ids`.

    For a verified firm also how many of them are within reach of its sites: as far as the material is worth
    carrying, from seat to seat of the municipalities.

    Raises:
        GraphUnavailable: nobody can be counted now.
    """
    require(viewer, "see_book")
    book, store = services.book, services.store
    about = {material_id, *(one for one in book.materials if material_id in book.broader(one))}
    listed = network.firms_by_material(store, about, SURE, now)
    for_use = network.firms_by_use(store, use_ids, SURE, now)
    around = _around(services, viewer, material_id)
    return Nearby(
        givers=_counted((row for row in listed if row["side"] == "output"), around),
        takers=_counted([*(row for row in listed if row["side"] == "need"), *for_use], around),
        by_use={
            use: _counted((row for row in for_use if row["use_id"] == use), around) for use in sorted(use_ids)
        },
        reach_km=around.km if around else None,
    )


def seekers_of(services: Services, viewer: Viewer, use_id: str, *, now: datetime) -> Counted:
    """How many firms seek something for a use.

    Raises:
        GraphUnavailable: nobody can be counted now.
    """
    require(viewer, "see_book")
    return _counted(network.firms_by_use(services.store, {use_id}, SURE, now), None)


def at_least(n_firms: int) -> int | None:
    """What a number of firms is told as; None for fewer than three."""
    return max((each for each in TOLD if each <= n_firms), default=None)


def _counted(rows: Iterable[Row], around: _Around | None) -> Counted:
    found = list(rows)
    told, is_demo = _told(found)
    near = [row for row in found if around and row["municipality"] in around.municipalities]
    return Counted(told, _told(near)[0], is_demo)


def _told(rows: Iterable[Row]) -> tuple[int | None, bool]:
    """The number to tell, and whether invented firms are part of it.

    Everybody can know the invented ones, so they never make up the three behind which a real one hides.
    """
    invented = {row["firm_id"] for row in rows if row["is_demo"]}
    real = {row["firm_id"] for row in rows} - invented
    told = at_least(len(invented) + (len(real) if len(real) >= FEWEST else 0))
    return told, told is not None and bool(invented)


def _around(services: Services, viewer: Viewer, material_id: str) -> _Around | None:
    """None for whoever has no verified firm, and for a material whose reach nobody knows.

    An unverified firm could try every place in turn, and learn where others are.
    """
    reach = services.book.reach(material_id)
    if viewer.firm_id is None or reach is None:
        return None
    firm = firms.firm_by_id(services.store, viewer.firm_id)
    if firm is None or firm.status is not FirmStatus.VERIFIED:
        return None
    seats = {site.municipality for site in firms.sites_of(services.store, firm.id)}
    return _Around(reach.km, _within(seats, reach.km, services.book))


def _within(seats: Collection[str], km: float, book: ReferenceBook) -> frozenset[str]:
    return frozenset(
        place
        for place in book.municipalities
        if any((_road(seat, place, book) or 0.0) <= km for seat in seats)
    )


def _road(one: str, other: str, book: ReferenceBook) -> float | None:
    return 0.0 if one == other else road_km(Place(municipality=one), Place(municipality=other), book)
