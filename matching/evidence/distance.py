"""How far the material would travel."""

from __future__ import annotations

from matching.distance import ALL_MONTHS, ROAD_FACTOR, great_circle_km, road_km
from matching.hops import reach_of
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook

HALF_AT = 3.0
"""How many times its reach a material travels when half of the worth of being near is gone."""


def distance(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How near the two places are, measured by how far such a material is worth carrying.

    Args:
        output, need: listings as read, with coordinates of their pin or municipality.
        book: the roads, and the reaches of materials in kilometres.
    Returns:
        `value` in [0, 1]: 1 at the same place, 0.9 at the reach of the material, a half at three times it;
        None when either place, the material or its reach is unknown.
    """
    reach = reach_of(output, need, book)
    km = pipe_kilometres(output, need) if reach and reach.by == "pipe" else kilometres(output, need, book)
    if km is None or reach is None:
        return Evidence("distance", None, 0.0)
    return Evidence("distance", round(1 / (1 + (km / (HALF_AT * reach.km)) ** 2), 4), 0.0)


def kilometres(output: Reading, need: Reading, book: ReferenceBook) -> float | None:
    """Kilometres by road between two listings in the season of both; None when a place is unknown."""
    one, other = output.listing, need.listing
    months = ALL_MONTHS.intersection(one.season_months or ALL_MONTHS, other.season_months or ALL_MONTHS)
    return road_km(one.place, other.place, book, months or ALL_MONTHS)


def pipe_kilometres(output: Reading, need: Reading) -> float | None:
    """Kilometres of a pipe between two listings, 1.3 great circles; None when a place is unknown."""
    if output.coordinates is None or need.coordinates is None:
        return None
    return round(ROAD_FACTOR * great_circle_km(output.coordinates, need.coordinates), 1)
