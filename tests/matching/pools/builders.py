"""Small lots of sawdust, and one who takes no less than a lorry of it."""

from __future__ import annotations

from typing import Any

from matching.records import Listing, Place
from tests.matching.builders import a_need, an_output


def a_lot(number: int, municipality: str, tonnes: float | None, **rest: Any) -> Listing:
    """So many tonnes of sawdust of a firm of its own."""
    known = {"id": f"lot-{number}", "firm_id": f"firm-{number}", "place": Place(municipality)}
    known |= {"tonnes_per_year": tonnes, "hazardous": False, "text": "Sawdust from a saw mill"}
    return an_output(**(known | rest))


def a_taker(text: str = "Sawdust for animal bedding, at least 20 t", **rest: Any) -> Listing:
    """Who takes no less than twenty tonnes, in Tbilisi."""
    known = {"firm_id": "taker", "place": Place("tbilisi"), "tonnes_per_year": 200.0}
    return a_need(text, **(known | rest))


def some_lots() -> list[Listing]:
    """Six lots around Kakheti and one far away, each too small alone."""
    towns = ("telavi", "gurjaani", "sagarejo", "akhmeta", "kvareli", "lagodekhi", "batumi")
    return [a_lot(number, town, 5.0 + number) for number, town in enumerate(towns)]
