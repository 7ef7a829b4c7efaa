"""How far the material would travel."""

from __future__ import annotations

from matching.distance import ROAD_FACTOR, great_circle_km
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook

HALF_KM = 32.8
"""Median distance of the synergies of the British programme NISP (Jensen et al. 2011)."""


def distance(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How near the two places are: 1 at the same place, a half at 32.8 km by road.

    Args:
        output, need: listings as read, with coordinates of their pin or municipality.
        book: not used (the reading has the coordinates).
    Returns:
        `value` in [0, 1], halved by every 32.8 km; None when either place is unknown.
    Source: Jensen et al. 2011, median of 20.4 miles.
    """
    km = kilometres(output, need)
    return Evidence("distance", None if km is None else round(0.5 ** (km / HALF_KM), 4), 0.0)


def kilometres(output: Reading, need: Reading) -> float | None:
    """Kilometres by road between two listings, one decimal; None when a place is unknown."""
    if output.coordinates is None or need.coordinates is None:
        return None
    return round(ROAD_FACTOR * great_circle_km(output.coordinates, need.coordinates), 1)
