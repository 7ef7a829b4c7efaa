"""Roughly what a tonne is worth on a documented way, before freight: an estimate, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from matching.impact.lookup import RECOVERED, is_same
from matching.reference.factors import Factor
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway, Span

PER_TONNE = "GEL/t"
RETENTION = "assumption-price-retention"


@dataclass(frozen=True, slots=True)
class Worth:
    """GEL a tonne, before freight and before what the process costs: low, central, high.

    `by`: `replaced` where it follows from the price of what is saved, `price_class` where only what such
    material usually brings is known (below 0 the holder pays). `assumptions`: ids of the factors.
    """

    gel_per_t: Span
    by: Literal["replaced", "price_class"]
    assumptions: tuple[str, ...]


@lru_cache(maxsize=8)
def _prices(book: ReferenceBook) -> dict[str, Factor]:
    """Material -> what a tonne of it costs a buyer in Georgia."""
    return {
        factor.material: factor
        for factor in book.factors.values()
        if factor.topic == "prices" and factor.material and factor.unit == PER_TONNE
    }


@lru_cache(maxsize=8)
def _classes(book: ReferenceBook) -> dict[str, Factor]:
    return {factor.price_class: factor for factor in book.factors.values() if factor.price_class}


def rough_worth(material_id: str, pathway: Pathway, book: ReferenceBook) -> Worth | None:
    """What a tonne of a material is worth on a way.

    The price of the product saved × tonnes saved × the share of its price that secondary material keeps.
    Without a price or a ratio, what its price class brings.

    Returns:
        None for what must not be done, for energy and assets, and where nothing is known.
    Source: docs/explanation/worth.md
    """
    if pathway.strength == "never":
        return None
    return _replaced(pathway, book) or _by_class(material_id, book)


def _replaced(pathway: Pathway, book: ReferenceBook) -> Worth | None:
    price = _prices(book).get(pathway.replaces or "")
    retention = book.factors.get(RETENTION)
    if price is None or retention is None or pathway.ratio is None:
        return None
    # What is recovered already sells as it is.
    is_recovered = price.stage == RECOVERED and is_same(pathway, book)
    pairs = zip(price.span, (1.0, 1.0, 1.0) if is_recovered else retention.span, strict=True)
    used = (price.id,) if is_recovered else (price.id, RETENTION)
    low, central, high = (round(pathway.ratio * one * kept, 1) for one, kept in pairs)
    return Worth((low, central, high), "replaced", used)


def _by_class(material_id: str, book: ReferenceBook) -> Worth | None:
    material = book.materials.get(material_id)
    factor = _classes(book).get((material.price_class if material else None) or "")
    return None if factor is None else Worth(factor.span, "price_class", (factor.id,))
