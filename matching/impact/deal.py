"""What two listings would exchange: by which way, in which unit, how much in a year, how far apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from matching.distance import ALL_MONTHS, road_km
from matching.hops import by_pathway, given, surest
from matching.law import SURE
from matching.reading import Reading, read
from matching.records import Hop, Kind, Listing
from matching.reference_book import ReferenceBook
from matching.reference_records import Carriage, Material, Pathway, Process, Reach
from matching.units import amount_per_year

UNITS: Mapping[str, tuple[str, str]] = {"energy": ("MWh", "energy"), "water": ("m3", "volume")}
"""Kind -> (unit, dimension) in which it is reckoned; everything else by the tonne."""

Sought = Literal["itself", "made", "replaced"]
TONNE = ("t", "mass")


@dataclass(frozen=True, slots=True)
class Deal:
    """`material`: None where nobody knows what is given. `pathway`: None for the material itself.

    `amount`: units of what is given in a year, as far as both sides can; None when either is not known.
    `sought`: what the need asks for; `made_of_one`: units of it that one unit of what is given stands for.
    `given_a_year`, `sought_a_year`: units of what is given, and of what is sought.
    """

    output: Reading
    need: Reading
    material: Material | None
    pathway: Pathway | None
    process: Process | None
    unit: str
    amount: float | None
    sought: Sought
    made_of_one: float
    given_a_year: float | None
    sought_a_year: float | None
    distance_km: float | None
    by: Carriage
    is_hazardous: bool


def deal(
    output: Listing,
    need: Listing,
    book: ReferenceBook,
    *,
    hop: Hop | None = None,
    distance_km: float | None = None,
    reading: Callable[[Listing], Reading] | None = None,
) -> Deal:
    """The deal between two listings.

    Args:
        hop: the way that the ranker found; None: it is looked for.
        distance_km: by road as the ranker measured it; None: it is measured.
        reading: how the ranker reads a listing; None: by the book alone.
    """
    giving, seeking = (reading(one) if reading else read(one, book) for one in (output, need))
    way = _way(giving, seeking, hop, book)
    material = book.materials.get(way.material_id) if way else _likeliest(giving, book)
    pathway = book.pathways.get(way.pathway_id or "") if way else None
    process = book.processes.get((pathway.process_id if pathway else None) or "")
    unit, dimension = _measure(material.kind if material else output.kind, pathway, book)
    reach: Reach | None = book.reach(material.id) if material else None
    if distance_km is None:
        months = output.season_months or need.season_months or ALL_MONTHS
        distance_km = road_km(output.place, need.place, book, months)
    asked, made_of_one = _sought(seeking, material, pathway, process, book)
    given_a_year, sought_a_year = (_a_year(side, dimension, book) for side in (giving, seeking))
    return Deal(
        output=giving,
        need=seeking,
        material=material,
        pathway=pathway,
        process=process,
        unit=unit,
        amount=_exchanged(given_a_year, sought_a_year, made_of_one),
        sought=asked,
        made_of_one=made_of_one,
        given_a_year=given_a_year,
        sought_a_year=sought_a_year,
        distance_km=distance_km,
        by=reach.by if reach else "road",
        is_hazardous=_is_hazardous(giving, book),
    )


def _way(giving: Reading, seeking: Reading, hop: Hop | None, book: ReferenceBook) -> Hop | None:
    """A way that tells what the material is for says more of its worth than that it is the same one."""
    found = hop or surest(giving, seeking, book)
    if found is None or found.pathway_id is not None:
        return found
    told = by_pathway(giving, seeking, book)
    if told is None or told.hop.material_id != found.material_id:
        return found
    return told.hop if seeking.uses.get(told.hop.use_id or "", 0.0) >= SURE else found


def _measure(kind: Kind, pathway: Pathway | None, book: ReferenceBook) -> tuple[str, str]:
    """Liquor that saves grain is reckoned by the tonne, as the grain is, though it is a kind of water."""
    replaced = book.materials.get((pathway.replaces if pathway else None) or "")
    if replaced is not None and kind == "water" and replaced.kind == "material":
        return TONNE
    return UNITS.get(kind, TONNE)


def _likeliest(giving: Reading, book: ReferenceBook) -> Material | None:
    named = given(giving, book)
    best = min(named, key=lambda name: (-named[name], name), default=None)
    return book.materials.get(best or "")


def _sought(
    seeking: Reading,
    material: Material | None,
    pathway: Pathway | None,
    process: Process | None,
    book: ReferenceBook,
) -> tuple[Sought, float]:
    """What the need asks for, and how much of it one unit of what is given stands for.

    Who asks for the material itself, or by its use alone, takes it as it comes; who asks for what a process
    makes of it gets the yield; who asks for the product that it replaces, the ratio.
    """
    if pathway is None or material is None:
        return "itself", 1.0
    surest_of_all = max(seeking.materials.values(), default=0.0)
    named = [one for one, sure in seeking.materials.items() if sure == surest_of_all]
    if any(book.kinship(one, material.id) is not None for one in named):
        return "itself", 1.0
    if process and process.yields and process.per == "t" and any(one in process.outputs for one in named):
        return "made", process.yields[1]
    if pathway.replaces in named and pathway.ratio:
        return "replaced", pathway.ratio
    return "itself", 1.0


def _exchanged(given: float | None, sought: float | None, made_of_one: float) -> float | None:
    if given is None or sought is None or made_of_one <= 0:
        return None
    return min(given, sought / made_of_one) or None


def _a_year(side: Reading, dimension: str, book: ReferenceBook) -> float | None:
    if side.per_year is not None and side.per_year[1] == dimension:
        return side.per_year[0]
    if side.listing.quantity is None:
        return None
    amount, measured = amount_per_year(side.listing.quantity, side.listing.season_months, book)
    return amount if measured == dimension else None


def _is_hazardous(giving: Reading, book: ReferenceBook) -> bool:
    entry = book.waste_codes.get(giving.code or "")
    return bool(giving.listing.hazardous or (entry and entry.is_hazardous))
