"""What a unit of the goods costs and brings either side, and the figures that this rests on."""

from __future__ import annotations

from collections.abc import Mapping

from matching.impact.basis import Basis
from matching.impact.lookup import (
    RECOVERED,
    family,
    is_same,
    is_through_same_process,
    market_price,
    nearest,
    price_classes,
    price_of_replaced,
)
from matching.impact.records import Reference
from matching.reference.factors import Factor
from matching.reference_records import Material, Span

MARKETED = frozenset({"middle", "high", "precious"})
"""Price classes of what is usually sold: without the exchange its holder would not pay to be rid of it."""

SOLD_FOR_LITTLE = frozenset({"low"})
KIN_ONLY = "assumption-kappa"
LEAST_DRY = 0.02
LOOSE = frozenset({"minerals"})
"""Families that a machine loads loose and by the truck."""
Values = Mapping[str, float]


def gather_giver(basis: Basis, pays_gel_per_year: float | None, gives_per_year: float | None) -> Reference:
    """What the giver pays today for a unit, or gets for it (then below zero), and how much of it is saved.

    Args:
        pays_gel_per_year: as the giver stated it; `gives_per_year`: for how many units of its output.
    Returns:
        What happens to the material without the exchange.
    """
    reference = _today(basis, pays_gel_per_year, gives_per_year)
    basis.by_id("truly-saved", "assumption-avoided-disposal")
    return reference


def _today(basis: Basis, pays_gel_per_year: float | None, gives_per_year: float | None) -> Reference:
    deal, book = basis.deal, basis.book
    if pays_gel_per_year is not None and gives_per_year:
        paid = pays_gel_per_year / gives_per_year
        basis.take("today", (paid, paid, paid))
        return "landfilled" if paid > 0 else "sold" if paid < 0 else "unknown"
    material = deal.material
    class_ = (material.price_class if material else None) or ""
    if material and class_ in MARKETED and deal.unit == "t":
        market = market_price("GEL/t", material.id, book)
        if market is None:
            basis.factor("today", price_classes(book).get(class_), times=-1)
        else:
            basis.factor("today", market, times=-book.factors["assumption-gate-share"].central)
        return "sold"
    if material and material.kind == "energy":
        basis.take("today", (0.0, 0.0, 0.0), "judgement", source="practice")  # it is let go
        return "unknown"
    found = nearest("disposal", f"GEL/{deal.unit}", material.id if material else None, book)
    if found is None and deal.unit == "t" and material and not deal.is_hazardous:
        found = book.factors.get("disposal-landfill")
    if not basis.factor("today", found):
        basis.lacks("today", "money")
    return "unknown"


def gather_taker(basis: Basis, pays_gel_per_year: float | None, takes_per_year: float | None) -> None:
    """What the goods save the taker for a unit, and what they must be put through first.

    Args:
        pays_gel_per_year: as the taker stated it; `takes_per_year`: for how many units of what it needs.
    """
    _ratio(basis)
    basis.by_id("lost", "assumption-loss-in-transit")
    deal, book = basis.deal, basis.book
    factor = _price(basis)
    is_of_replaced = bool(factor and factor.material and deal.pathway and deal.pathway.replaces)
    is_discounted = not (
        factor and factor.stage == RECOVERED and deal.pathway and is_same(deal.pathway, book)
    )
    if pays_gel_per_year and takes_per_year:
        paid = pays_gel_per_year / takes_per_year * (deal.made_of_one if deal.sought == "made" else 1.0)
        basis.take("price", (paid, paid, paid))
        is_of_replaced = is_discounted = deal.sought == "replaced"
        _processing(basis, is_of_replaced or deal.sought == "made")
    elif not basis.factor("price", factor):
        basis.lacks("price", "money")
        _processing(basis, True)
    else:
        _processing(basis, is_of_replaced)
        _market(basis)
    if is_of_replaced:
        if is_discounted:
            basis.by_id("price-kept", "assumption-price-retention")
        else:
            basis.take("price-kept", (1.0, 1.0, 1.0), "judgement", source="practice")
        if "ratio" not in basis.figures:
            basis.lacks("ratio", "money")


def _ratio(basis: Basis) -> None:
    """Units of the replaced product that one unit saves."""
    deal, book = basis.deal, basis.book
    pathway, material = deal.pathway, deal.material
    if pathway is None or pathway.replaces is None or material is None:
        basis.take("ratio", None)
        return
    replaced = book.materials[pathway.replaces]
    if pathway.ratio is not None:
        basis.take("ratio", (pathway.ratio,) * 3, "judgement", source=pathway.source)
    elif material.kind == "energy" and replaced.id == "natural-gas":
        boiler = book.factors["assumption-boiler-efficiency"].span
        basis.take("ratio", (1 / boiler[2], 1 / boiler[1], 1 / boiler[0]), "judgement", source="practice")
    elif family(material.id, book) == family(replaced.id, book):
        basis.factor("ratio", book.factors.get(KIN_ONLY), times=_dry(material) / _dry(replaced))
    else:
        basis.take("ratio", None)


def _dry(material: Material) -> float:
    """The share of a material that is not water; all of it where nobody says how wet it usually is."""
    return max(1 - (material.moisture_percent or 0.0) / 100, LEAST_DRY)


def _price(basis: Basis) -> Factor | None:
    """What the taker buys today: the product that is replaced, or the same material from somebody else.

    Where neither has a price, what such material brings at the gate, if it is sold for little; of what has a
    market that would say nothing, since its holder could sell it at that price anyway.
    """
    deal, book = basis.deal, basis.book
    material, unit = deal.material, f"GEL/{deal.unit}"
    if material is None:
        return None
    by_class = None
    if material.price_class in SOLD_FOR_LITTLE and deal.unit == "t":
        by_class = price_classes(book).get(material.price_class)
    if deal.pathway is None:
        return market_price(unit, material.id, book) or by_class
    found = price_of_replaced(unit, deal.pathway.replaces, book)
    return found if found and ("ratio" in basis.figures or by_class is None) else by_class


def _market(basis: Basis) -> None:
    """What the same material costs from others, which is the most that it can save who takes it."""
    deal = basis.deal
    if deal.material is not None and deal.pathway is not None and deal.unit == "t":
        basis.factor("market", market_price("GEL/t", deal.material.id, basis.book))


def _processing(basis: Basis, is_of_product: bool) -> None:
    """What the process costs the taker, where it is more than what the taker does anyway.

    Args:
        is_of_product: whether the price is that of what the goods become, or of what they take the place of.
            Else it is that of the goods, which would have to go through the process from anybody.
    """
    deal, book = basis.deal, basis.book
    process = deal.process
    if process is None:
        return
    if not is_of_product or (deal.pathway and is_through_same_process(deal.pathway, book)):
        basis.take("processing", None)
        return
    times = per_unit(basis)
    if process.cost_gel is None or times is None:
        if not basis.take("processing", None):
            basis.lacks("processing", "money")
        return
    low, central, high = (times * value for value in process.cost_gel)
    basis.take("processing", (low, central, high), "judgement", source=process.source, year=process.cost_year)


def per_unit(basis: Basis) -> float | None:
    """Units by which the process counts in one unit of the goods; None when no density joins them."""
    deal, process = basis.deal, basis.deal.process
    counted = {"t": "t", "m3": "m3", "mwh": "MWh"}.get((process.per if process else None) or "")
    if counted == deal.unit:
        return 1.0
    density = deal.material.density_t_per_m3 if deal.material else None
    if density and {counted, deal.unit} == {"t", "m3"}:
        return density if deal.unit == "m3" else 1 / density
    return None


def gather_way(basis: Basis) -> None:
    """What it costs to bring the goods over, and to come to terms."""
    deal = basis.deal
    basis.by_id("giver-share", "assumption-giver-share")
    basis.by_id("once", "assumption-transaction-once")
    if deal.unit == "t":
        is_loose = deal.material is not None and family(deal.material.id, basis.book) in LOOSE
        basis.by_id("handling", "freight-handling-loose" if is_loose else "freight-handling")
        paperwork = "assumption-transaction-loose" if is_loose else "assumption-transaction-per-tonne"
        basis.by_id("transaction", paperwork)
    if deal.by == "road" and deal.unit == "t":
        liquid = deal.material is not None and deal.material.form == "liquid"
        basis.by_id("freight", "freight-tanker" if liquid else "freight-road")
        if deal.is_hazardous:
            basis.by_id("hazard-surcharge", "freight-hazardous")
        km = deal.distance_km
        if not basis.take("distance", None if km is None else (km, km, km), "reckoned"):
            basis.lacks("distance", "money", "co2e")
    elif not basis.take("carriage", None):
        basis.lacks("carriage", "money")


def freight_per_km(v: Values) -> float:
    """GEL for a unit and kilometre."""
    return v.get("freight", 0.0) * v.get("hazard-surcharge", 1.0)


def carriage(v: Values) -> float:
    """GEL for a unit, all the way."""
    return v.get("carriage", 0.0) + freight_per_km(v) * v.get("distance", 0.0)


def _trouble(v: Values) -> float:
    return v.get("handling", 0.0) + v.get("transaction", 0.0)


def giver(v: Values) -> float:
    """GEL for a unit before anything is paid for it: what the giver no longer pays, less its own costs."""
    today = v["today"] * v["truly-saved"] if v["today"] > 0 else v["today"]
    return today - v["giver-share"] * _trouble(v)


def taker_at_gate(v: Values) -> float:
    """GEL for a unit before anything is paid for it and before it is carried."""
    arrives = 1 - v["lost"]
    kept = v["ratio"] * v["price-kept"] if "price-kept" in v else 1.0
    saved = v["price"] * kept * arrives - v.get("processing", 0.0)
    if "market" in v:  # nobody saves more by it than it costs from others
        saved = min(saved, v["market"] * arrives)
    return saved - (1 - v["giver-share"]) * _trouble(v)


def taker(v: Values) -> float:
    """As `taker_at_gate`, carriage paid."""
    return taker_at_gate(v) - carriage(v)


def joint(v: Values) -> float:
    """GEL for a unit, of both together."""
    return giver(v) + taker(v)


def break_even_km(v: Values) -> float:
    """Kilometres at which freight has eaten the gain of both; 0 where there is none next door either."""
    return max(0.0, (giver(v) + taker_at_gate(v)) / freight_per_km(v))


def suggested_price(v: Values) -> float:
    """GEL for a unit: what the giver must have, and its share of the joint gain."""
    return v.get("agreed-price", v["split"] * joint(v) - giver(v))


def known(figures: Mapping[str, Span], *needed: str) -> bool:
    return all(name in figures for name in needed)
