"""What arises in a municipality or region by estimate, for everybody."""

from __future__ import annotations

from graph.errors import NotFound
from matching.estimates import estimates
from matching.reference.flows import Statistic
from matching.reference_book import ReferenceBook
from symbiosis.access import Viewer, require
from symbiosis.views import PlaceView
from symbiosis.wiring import Services

FIRMS = "entities-"
"""Indicators that begin so count the active firms of a section."""


def show_place(services: Services, viewer: Viewer, place_id: str) -> PlaceView:
    """A municipality or region with its estimates; a city that is a region of its own is shown once.

    Raises:
        NotFound: there is no such place, or no statistic speaks of it (occupied regions).
    """
    require(viewer, "see_book")
    book = services.book
    place = book.regions.get(place_id) or book.municipalities.get(place_id)
    if place is None or not any(id == place_id for id, _indicator in book.statistics):
        raise NotFound(what="place", id=place_id)
    region = None if place_id in book.regions else book.regions[book.municipalities[place_id].region]
    return PlaceView(
        place=place,
        estimates=estimates(place_id, book),
        firms=_firms(place_id, book),
        region=region,
        of_region=estimates(region.id, book) if region else (),
        municipalities=tuple(
            one.id for one in book.municipalities.values() if one.region == place_id and one.id != place_id
        ),
    )


def _firms(place_id: str, book: ReferenceBook) -> tuple[Statistic, ...]:
    """Active firms by section, most first."""
    found = (
        one
        for (place, indicator), one in book.statistics.items()
        if place == place_id and indicator.startswith(FIRMS)
    )
    return tuple(sorted(found, key=lambda one: -one.value))
