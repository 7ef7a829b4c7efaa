"""Pairs whose worth is reckoned by the reference book of the installation."""

from __future__ import annotations

from typing import Any

from matching.impact import Impact, impact
from matching.records import Listing, Place, Quantity, Side
from matching.reference_book import default_book


def reckoned(
    gives: str = "sawdust",
    seeks: str = "animal bedding",
    *,
    tonnes: tuple[float | None, float | None] = (100, 100),
    at: tuple[str, str] = ("telavi", "gurjaani"),
    kind: Any = "material",
    unit: str = "t",
    hazardous: bool | None = None,
    **rest: Any,
) -> Impact:
    """What an exchange would bring; `tonnes` a year and places of giver and taker."""
    sides = []
    for side, text, amount, place in zip(Side, (gives, seeks), tonnes, at, strict=True):
        quantity = None if amount is None else Quantity(amount, unit, "year")
        sides.append(
            Listing(
                str(side), side, text, kind=kind, quantity=quantity, place=Place(place), hazardous=hazardous
            )
        )
    found = impact(*sides, default_book(), rest.pop("overrides", None), **rest)
    assert found is not None
    return found
