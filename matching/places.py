"""How far many needs lie from one output at least, worked out for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from matching.distance import EARTH_RADIUS_KM, ROAD_FACTOR, seats_km
from matching.reading import Reading
from matching.reference_book import ReferenceBook

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

NEVER_SHUT: frozenset[int] = frozenset()
"""The months of goods that no snow meets."""

TENTH = 0.1
"""Kilometres that rounding may take away."""


@dataclass(frozen=True, eq=False, slots=True)
class Places:
    """Where the needs are: points in radians (NaN where unknown), and the place of their seat in the book."""

    points: Numbers
    seats: NDArray[np.int64]
    all_seats: Numbers

    @staticmethod
    def of(needs: Sequence[Reading], book: ReferenceBook) -> Places:
        numbers = {name: number for number, name in enumerate(book.municipalities)}
        points = [need.coordinates or (np.nan, np.nan) for need in needs]
        seats = [numbers.get(need.listing.place.municipality or "", -1) for need in needs]
        all_seats = [(place.lat, place.lon) for place in book.municipalities.values()]
        return Places(
            np.radians(np.array(points, dtype=float)), np.array(seats), np.radians(np.array(all_seats))
        )

    def at_least_km(self, output: Reading, book: ReferenceBook) -> Numbers:
        """Kilometres by `matching.distance.road_km` with all passes open, a little less where that rounds."""
        here = np.radians(np.array(output.coordinates, dtype=float))
        straight = _great_circles_km(here, self.points)
        winding = ROAD_FACTOR * straight
        home = output.listing.place.municipality
        roads = seats_km(book, NEVER_SHUT).get(home or "")
        if home is None or roads is None:
            return winding - TENTH
        between = np.array([roads.get(name, np.nan) for name in book.municipalities])[self.seats]
        seat = book.municipalities[home]
        home_point = np.radians(np.array((seat.lat, seat.lon)))
        between_straight = _great_circles_km(home_point, self.all_seats)[self.seats]
        with np.errstate(divide="ignore", invalid="ignore"):
            nearer = between / between_straight * straight
        farther = between + ROAD_FACTOR * (straight - between_straight)
        by_road = np.where(straight > between_straight, farther, nearer)
        is_by_road = (self.seats >= 0) & ~np.isnan(between) & (between_straight > 0)
        found: Numbers = np.maximum(straight, np.where(is_by_road, by_road, winding)) - TENTH
        return found


def _great_circles_km(here: Numbers, there: Numbers) -> Numbers:
    lat, lon = here
    lats, lons = there.T
    half = np.sin((lats - lat) / 2) ** 2 + np.cos(lat) * np.cos(lats) * np.sin((lons - lon) / 2) ** 2
    found: Numbers = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return found
