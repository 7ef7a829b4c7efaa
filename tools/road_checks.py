"""Whether the roads between municipal seats can be: as long as roads are, and leading everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from matching.distance import great_circle_km
from tools.reference_tables import Book, Row

WINDING = 2.6
"""Road kilometres for each kilometre of the great circle that only a mountain road exceeds."""


def road_problems(book: Book) -> Iterator[str]:
    """Every fault of `roads.csv`, as `roads.csv: from-to: what is wrong`."""
    places = book.by_id("places.csv")
    open_all_year: dict[str, set[str]] = {name: set() for name in places}
    for row in book.rows("roads.csv"):
        entry = f"roads.csv: {row['from']}-{row['to']}"
        if row["from"] == row["to"] or not {row["from"], row["to"]} <= places.keys():
            yield f"{entry}: both ends are municipalities, and different ones"
            continue
        yield from (f"{entry}: {problem}" for problem in _length(row, places))
        if not row["source"] or not row["road"]:
            yield f"{entry}: road or source is empty"
        if not row["closed_months"]:
            open_all_year[row["from"]].add(row["to"])
            open_all_year[row["to"]].add(row["from"])
    for name in sorted(places.keys() - _reached(open_all_year)):
        yield f"roads.csv: {name}: no road that is open all the year leads there"


def _length(row: Row, places: Mapping[str, Row]) -> Iterator[str]:
    here, there = places[row["from"]], places[row["to"]]
    straight = great_circle_km(_point(here), _point(there))
    try:
        km = float(row["km"])
    except ValueError:
        yield f"km is {row['km']!r}"
        return
    if km < straight:
        yield f"{km:g} km is less than the {straight:.1f} km of the great circle"
    if km > WINDING * straight and "mountain road" not in row["road"]:
        yield f"{km:g} km for {straight:.1f} km of the great circle: a mountain road would say so"


def _point(place: Row) -> tuple[float, float]:
    return float(place["lat"]), float(place["lon"])


def _reached(roads: Mapping[str, set[str]]) -> set[str]:
    ahead = list(roads)[:1]
    found = set(ahead)
    while ahead:
        new = roads[ahead.pop()] - found
        found |= new
        ahead += new
    return found
