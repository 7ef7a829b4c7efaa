"""Amounts made comparable: any mass, volume or energy as a rate in a year."""

from __future__ import annotations

from collections.abc import Sequence

from matching.errors import UnknownDensity, UnknownPeriod, UnknownUnit
from matching.records import Quantity
from matching.reference_book import ReferenceBook
from matching.reference_records import Unit

MASS, VOLUME, ENERGY = "mass", "volume", "energy"


def unit_of(quantity: Quantity, book: ReferenceBook) -> Unit:
    """The unit of a quantity.

    Raises:
        UnknownUnit: naming it and the units that are known.
    """
    unit = book.units.get(quantity.unit)
    if unit is None:
        raise UnknownUnit(field="unit", unit=quantity.unit, known=sorted(book.units))
    return unit


def amount_per_year(
    quantity: Quantity, season_months: Sequence[int], book: ReferenceBook
) -> tuple[float, str]:
    """How much comes in a year, in the base unit of its dimension, and which dimension that is.

    Args:
        quantity: what was stated. What comes once counts as the amount of one year.
        season_months: the months (1..12) in which it comes; empty means all of them.
    Returns:
        (amount, dimension).
    Raises:
        UnknownUnit, UnknownPeriod: naming the word and the ones that are known.
    """
    unit = unit_of(quantity, book)
    period = book.periods.get(quantity.period)
    if period is None:
        raise UnknownPeriod(field="period", period=quantity.period, known=sorted(book.periods))
    times = 1.0 if period.times_per_year is None else period.times_per_year
    # What comes once a year comes in its season anyway; what comes weekly only while the season lasts.
    share = len(set(season_months)) / 12 if season_months and times > 1 else 1.0
    return quantity.amount * unit.to_base * times * share, unit.dimension


def tonnes_per_year(
    quantity: Quantity, season_months: Sequence[int], book: ReferenceBook, material_id: str | None = None
) -> float | None:
    """The mass that comes in a year, in tonnes.

    Args:
        quantity: a mass, or a volume of a material whose density is known.
        season_months: the months (1..12) in which it comes; empty means all of them.
        material_id: of `book.materials`, for volumes; the density of a broader material serves too.
    Returns:
        t/year, or None for what has no mass (energy, pieces, area).
    Raises:
        UnknownUnit, UnknownPeriod: naming the word and the ones that are known.
        UnknownDensity: naming the material, when a volume cannot become a mass.
    """
    amount, dimension = amount_per_year(quantity, season_months, book)
    if dimension == MASS:
        return amount
    if dimension != VOLUME:
        return None
    density = _density(material_id, book)
    if density is None:
        raise UnknownDensity(field="unit", material=material_id)
    return amount * density


def _density(material_id: str | None, book: ReferenceBook) -> float | None:
    if material_id is None or material_id not in book.materials:
        return None
    for candidate in (material_id, *book.broader(material_id)):
        density = book.materials[candidate].density_t_per_m3
        if density is not None:
            return density
    return None
