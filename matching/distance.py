"""How far two listings lie from each other."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from matching.errors import UnknownMunicipality
from matching.records import Place
from matching.reference_book import ReferenceBook

EARTH_RADIUS_KM = 6371.0088
ROAD_FACTOR = 1.3
"""Road kilometres for each kilometre of the great circle, where no road network is asked. A default."""


def coordinates(place: Place, book: ReferenceBook) -> tuple[float, float] | None:
    """Latitude and longitude of a place: its pin, else the centre of its municipality, else None.

    Raises:
        UnknownMunicipality: naming one that `reference/places.csv` does not have.
    """
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    if place.municipality is None:
        return None
    municipality = book.municipalities.get(place.municipality)
    if municipality is None:
        raise UnknownMunicipality(field="municipality", municipality=place.municipality)
    return municipality.lat, municipality.lon


def great_circle_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Kilometres between two points given as latitude and longitude in degrees (haversine)."""
    lat_a, lon_a, lat_b, lon_b = (radians(degrees) for degrees in (*here, *there))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(half)))


def road_km(a: Place, b: Place, book: ReferenceBook) -> float | None:
    """Kilometres by road between two places, estimated as 1.3 great circles; one decimal.

    Returns:
        None when either place is unknown.
    """
    here, there = coordinates(a, book), coordinates(b, book)
    if here is None or there is None:
        return None
    return round(ROAD_FACTOR * great_circle_km(here, there), 1)
