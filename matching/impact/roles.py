"""The figures that an estimate may rest on: whose each is, what it is measured in, how far it may go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matching.errors import BadValue
from matching.impact.records import About
from matching.reference_records import Span

LARGEST = 1_000_000.0
Overrides = Mapping[str, Span]
"""Assumption id -> low, central, high, as somebody who knows better says it for one exchange."""


@dataclass(frozen=True, slots=True)
class Role:
    """`unit`: with `*` for the unit of the goods (t, m3, MWh). `least`, `most`: what is possible at all."""

    about: About
    unit: str
    least: float = 0.0
    most: float = LARGEST


ROLES: Mapping[str, Role] = {
    "amount": Role("both", "*/year"),
    "distance": Role("both", "km", 0, 3000),
    "today": Role("giver", "GEL/*", -LARGEST),
    "truly-saved": Role("giver", "ratio", 0, 1),
    "price": Role("taker", "GEL/*", -LARGEST),
    "price-kept": Role("taker", "ratio", 0, 2),
    "market": Role("taker", "GEL/*", -LARGEST),
    "processing": Role("taker", "GEL/*"),
    "ratio": Role("both", "ratio", 0, 1000),
    "lost": Role("both", "ratio", 0, 1),
    "freight": Role("both", "GEL/*·km", 0.0001, 1000),
    "hazard-surcharge": Role("both", "ratio", 1, 100),
    "carriage": Role("both", "GEL/*"),
    "handling": Role("both", "GEL/*"),
    "transaction": Role("both", "GEL/*"),
    "giver-share": Role("both", "ratio", 0, 1),
    "once": Role("both", "GEL"),
    "split": Role("broker", "ratio", 0, 1),
    "agreed-price": Role("broker", "GEL/*", -LARGEST),
    "primary": Role("both", "kg CO2e/*"),
    "secondary": Role("both", "kg CO2e/*"),
    "landfill": Role("both", "kg CO2e/*"),
    "treatment": Role("both", "kg CO2e/*"),
    "energy": Role("both", "kWh/*"),
    "grid": Role("both", "kg CO2e/MWh"),
    "freight-co2e": Role("both", "kg CO2e/*·km", 0, 1000),
    "empty-return": Role("both", "ratio", 0, 1),
    "anyway": Role("both", "ratio", 0, 1),
}


def unit_of(id: str, unit: str) -> str:
    """The unit of a figure for goods measured in `unit`."""
    return ROLES[id].unit.replace("*", unit)


def check(overrides: Overrides) -> None:
    """Refuse what cannot be.

    Raises:
        BadValue: `field` is the figure's id: no such figure, out of order, or beyond what is possible.
    """
    for id, span in overrides.items():
        role = ROLES.get(id)
        if role is None:
            raise BadValue(field=id, value=id, expected=f"one of {sorted(ROLES)}")
        if not role.least <= span[0] <= span[1] <= span[2] <= role.most:
            expected = f"low, central, high in order, from {role.least:g} to {role.most:g}"
            raise BadValue(field=id, value=span, expected=expected)
