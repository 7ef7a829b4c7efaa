"""How far two listings lie from each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import heappop, heappush
from math import asin, cos, inf, radians, sin, sqrt

from matching.errors import UnknownMunicipality
from matching.records import Place
from matching.reference_book import ReferenceBook

EARTH_RADIUS_KM = 6371.0088
ROAD_FACTOR = 1.3
"""Road kilometres for each kilometre of the great circle, where no road is known. A default."""
ALL_MONTHS = frozenset(range(1, 13))

Seats = Mapping[str, Mapping[str, float]]
"""Kilometres by road from a municipal seat to every other that can be reached."""


def coordinates(place: Place, book: ReferenceBook) -> tuple[float, float] | None:
    """Latitude and longitude of a place: its pin, else the centre of its municipality, else None.

    Raises:
        UnknownMunicipality: naming one that `reference/places.csv` does not have.
    """
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    if place.municipality is None:
        return None
    return _seat(place.municipality, book)


def great_circle_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Kilometres between two points given as latitude and longitude in degrees (haversine)."""
    lat_a, lon_a, lat_b, lon_b = (radians(degrees) for degrees in (*here, *there))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def road_km(a: Place, b: Place, book: ReferenceBook, months: Iterable[int] = ALL_MONTHS) -> float | None:
    """Kilometres by road between two places, one decimal.

    Between two municipalities that the roads of the book connect, it is the shortest way from seat to seat;
    pins that lie farther apart than the seats lengthen it, pins that lie nearer shorten it. Within a
    municipality, and where no road is known, it is 1.3 great circles. It is never below the great circle.

    Args:
        months: when goods go; a pass that is shut in one of them does not count.
    Returns:
        None when either place is unknown.
    Raises:
        UnknownMunicipality: naming one that `reference/places.csv` does not have.
    """
    here, there = coordinates(a, book), coordinates(b, book)
    if here is None or there is None:
        return None
    straight = great_circle_km(here, there)
    return round(max(straight, _by_road(a, b, straight, book, months)), 1)


def _by_road(a: Place, b: Place, straight: float, book: ReferenceBook, months: Iterable[int]) -> float:
    if a.municipality is None or b.municipality is None or a.municipality == b.municipality:
        return ROAD_FACTOR * straight
    seats = seats_km(book, frozenset(months)).get(a.municipality, {})
    if b.municipality not in seats:
        return ROAD_FACTOR * straight
    between = seats[b.municipality]
    between_straight = _between_seats_km(a.municipality, b.municipality, book)
    if straight > between_straight:
        return between + ROAD_FACTOR * (straight - between_straight)
    # Nearer than the seats, the way is a part of theirs and winds as theirs does.
    return between / between_straight * straight


def _seat(municipality_id: str, book: ReferenceBook) -> tuple[float, float]:
    municipality = book.municipalities.get(municipality_id)
    if municipality is None:
        raise UnknownMunicipality(field="municipality", municipality=municipality_id)
    return municipality.lat, municipality.lon


@lru_cache(maxsize=8192)
def _between_seats_km(one: str, other: str, book: ReferenceBook) -> float:
    return great_circle_km(_seat(one, book), _seat(other, book))


@lru_cache(maxsize=8192)
def _closed(book: ReferenceBook, months: frozenset[int]) -> frozenset[int]:
    """The roads (their places in the book) that are shut in any of the months."""
    return frozenset(
        place for place, road in enumerate(book.roads) if months.intersection(road.closed_months)
    )


def seats_km(book: ReferenceBook, months: frozenset[int] = ALL_MONTHS) -> Seats:
    """Kilometres of the shortest way from each municipal seat to each other, by roads open in all `months`.

    Seats that no open road reaches are left out. Worked out once for each book and set of closed roads.
    """
    return _seats_km(book, _closed(book, months))


@lru_cache(maxsize=64)
def _seats_km(book: ReferenceBook, closed: frozenset[int]) -> Seats:
    roads: dict[str, dict[str, float]] = {name: {} for name in book.municipalities}
    for place, road in enumerate(book.roads):
        if place not in closed:
            roads[road.from_id][road.to_id] = roads[road.to_id][road.from_id] = road.km
    return {name: _shortest(name, roads) for name in roads}


def _shortest(start: str, roads: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Dijkstra's algorithm; `start` itself is 0 km away."""
    found = {start: 0.0}
    ahead = [(0.0, start)]
    while ahead:
        km, name = heappop(ahead)
        if km > found[name]:
            continue
        for neighbour, length in roads[name].items():
            if km + length < found.get(neighbour, inf):
                found[neighbour] = km + length
                heappush(ahead, (km + length, neighbour))
    return found
