"""Greenhouse gas that a unit of the goods saves, and the figures that this rests on: for a screening."""

from __future__ import annotations

from collections.abc import Mapping

from matching.impact.basis import Basis
from matching.impact.lookup import family, lineage, nearest, own
from matching.impact.money import per_unit
from matching.impact.records import Reference
from matching.reference.factors import Factor

Values = Mapping[str, float]

FUELS = frozenset(
    {"coal", "firewood", "wood-pellets", "charcoal", "natural-gas", "diesel-fuel", "heat", "electricity"}
)
"""Products in whose place the material itself is burnt, so that what burning it emits counts."""

ROTTED: Mapping[str, str] = {"compost-feedstock": "composting", "biogas-feedstock": "anaerobic-digestion"}
ANYWAY: Mapping[Reference, str] = {
    "landfilled": "assumption-reference-landfilled",
    "sold": "assumption-reference-sold",
    "unknown": "assumption-reference-unknown",
}


def gather(basis: Basis, reference: Reference) -> None:
    """All that the screening takes beside what money takes too (`ratio`, `lost`, `distance`)."""
    basis.by_id("anyway", ANYWAY[reference])
    _made_new(basis)
    _made_of_this(basis)
    _buried(basis)
    _treated(basis)
    if basis.deal.by == "road" and basis.deal.unit == "t":
        basis.by_id("freight-co2e", "freight-co2e-road")
        basis.by_id("empty-return", "assumption-empty-return")


def _primary(basis: Basis) -> Factor | None:
    pathway = basis.deal.pathway
    unit = f"kg CO2e/{basis.deal.unit}"
    return nearest("co2e:primary", unit, pathway.replaces if pathway else None, basis.book)


def _made_new(basis: Basis) -> None:
    if not basis.factor("primary", _primary(basis)):
        basis.lacks("primary", "co2e")
    if "ratio" not in basis.figures:
        basis.lacks("ratio", "co2e")


def _made_of_this(basis: Basis) -> None:
    """What making the product of this emits: a secondary factor for recycling, else the energy bought.

    Recycling makes the product new out of its own family (plastics of plastics), and only the secondary
    factor that stands beside the primary one of the very same material compares like with like.
    """
    deal, book, primary = basis.deal, basis.book, _primary(basis)
    if deal.pathway and deal.material and primary and primary.material and deal.pathway.replaces not in FUELS:
        secondary = own("co2e:secondary", primary.unit, primary.material, book)
        is_kin = family(deal.material.id, book) == family(primary.material, book)
        if is_kin and secondary is not None:
            basis.factor("secondary", secondary)
            return
    process = deal.process
    if process is None:
        return
    times = per_unit(basis)
    if process.energy_kwh is None or times is None:
        if not basis.take("energy", None):
            basis.lacks("energy", "co2e")
    else:
        low, central, high = (times * value for value in process.energy_kwh)
        basis.take("energy", (low, central, high), "judgement", source=process.source, year=process.cost_year)
    basis.by_id("grid", "co2e-electricity-primary")


def _buried(basis: Basis) -> None:
    """What rots or lies in a landfill otherwise. Energy, water and gas are not buried."""
    deal = basis.deal
    if deal.unit != "t" or deal.material is None or deal.material.kind != "material":
        return
    if not basis.factor("landfill", nearest("co2e:landfill", "kg CO2e/t", deal.material.id, basis.book)):
        basis.lacks("landfill", "co2e")


def _treated(basis: Basis) -> None:
    """What burning, composting or digesting the material itself emits."""
    deal = basis.deal
    if deal.pathway is None or deal.material is None or deal.material.kind != "material":
        return
    stage = "combustion" if deal.pathway.replaces in FUELS else ROTTED.get(deal.pathway.use_id)
    if stage is None:
        return
    if not basis.factor("treatment", _stage(stage, basis)):
        basis.lacks("treatment", "co2e")


def _stage(stage: str, basis: Basis) -> Factor | None:
    names = lineage(basis.deal.material.id, basis.book) if basis.deal.material else ()
    found = (own(f"co2e:{stage}", "kg CO2e/t", name, basis.book) for name in names)
    return next((one for one in found if one), None)


def saved(v: Values) -> float:
    """kg CO2e for a unit, less the share that would be recycled without the exchange; below zero: emitted."""
    made = v.get("secondary", 0.0)
    new = v["ratio"] * (v["primary"] - made) * (1 - v.get("lost", 0.0))
    energy = v.get("energy", 0.0) * v.get("grid", 0.0) / 1000
    km = v.get("distance", 0.0) * (1 + v.get("empty-return", 0.0))
    spent = energy + v.get("treatment", 0.0) + v.get("freight-co2e", 0.0) * km
    return (1 - v["anyway"]) * (new + v.get("landfill", 0.0) - spent)
