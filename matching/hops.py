"""The ways from what one listing gives to what another seeks: the same material, or a documented pathway."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log

from matching.reading import Reading, kept_with_reading
from matching.records import Hop
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway, Reach

STRENGTH = {"same": 1.0, "proven": 1.0, "practised": 0.8, "possible": 0.5}
"""How much a way of each strength is worth, before the confidence with which both ends were recognised."""

_BY_STEPS = {0: 1.0, 1: 0.7, 2: 0.5}
"""What remains over the steps of the material tree: pine sawdust for sawdust, sawdust for wood."""

_BREADTH = 0.5
"""How fast kinship fades with the number of materials under the broader one: all biomass is not one thing."""

_COMMONNESS = 0.5
"""What a use that every material could serve would still be worth is 1 minus this."""

RELATED = 0.2
"""From this confidence on, a need counts as asking for what is given or for a relative of it."""

_FROM_SAME_CODE = 0.5
_BESIDE_NAMED = 0.2
_NAMED = 0.6
_FROM_BUYERS_SECTOR = 0.25

OTHER_THINGS = 0.7
"""What being alike as a whole still says where both sides surely name materials, and not the same."""

_RECENT = 1024
"""Pairs of which the ways are kept: several pieces of evidence and gates ask for those of the same pair."""

FOR_ANOTHER = 0.9
"""What a use is worth when the need names another material for it: lees for spirit are not pomace."""


@dataclass(frozen=True, slots=True)
class Way:
    """A hop and its worth in (0, 1]: strength, how telling the use is, and both confidences, multiplied."""

    hop: Hop
    confidence: float


@lru_cache(maxsize=8)
def _narrower(book: ReferenceBook) -> dict[str, int]:
    """Material -> how many materials lie under it in the tree."""
    found = dict.fromkeys(book.materials, 0)
    for material in book.materials:
        for broader in book.broader(material):
            found[broader] += 1
    return found


@lru_cache(maxsize=65536)
def kinship(one: str, other: str, book: ReferenceBook) -> float:
    """How far two materials are the same thing, 0..1: 1 for equal ones, 0 where neither is the broader."""
    steps = book.kinship(one, other)
    if steps is None or steps not in _BY_STEPS:
        return 0.0
    if steps == 0:
        return 1.0
    broader = other if other in book.broader(one) else one
    return round(_BY_STEPS[steps] / (1 + _BREADTH * log(_narrower(book)[broader])), 4)


@lru_cache(maxsize=8)
def pathways_from(book: ReferenceBook) -> dict[str, tuple[tuple[Pathway, float], ...]]:
    """Material -> the pathways that it or a relative in the tree has, with what the kinship leaves."""
    own: dict[str, list[Pathway]] = {material: [] for material in book.materials}
    for pathway in book.pathways.values():
        own[pathway.material_id].append(pathway)
    return {
        material: tuple((pathway, kin) for relative, kin in relatives for pathway in own[relative])
        for material, relatives in relatives(book).items()
    }


@lru_cache(maxsize=8)
def particular(book: ReferenceBook) -> dict[str, float]:
    """Use -> how telling it is that a material serves it: 1 for the use of one material, else less.

    That wine lees serve tartaric acid says more than that they serve compost, as everything organic does.
    """
    served_by: dict[str, set[str]] = {use: set() for use in book.uses}
    for pathway in book.pathways.values():
        if pathway.strength != "never":
            served_by[pathway.use_id].add(pathway.material_id)
    everything = log(max(len(book.materials), 2))
    return {
        use: round(1 - _COMMONNESS * log(max(len(materials), 1)) / everything, 4)
        for use, materials in served_by.items()
    }


@lru_cache(maxsize=8)
def materials_by_code(book: ReferenceBook) -> dict[str, tuple[str, ...]]:
    """Waste code (6 digits) -> the materials that usually go under it."""
    found: dict[str, list[str]] = {}
    for material in book.materials.values():
        for code in material.ewc_codes:
            found.setdefault(code, []).append(material.id)
    return {code: tuple(materials) for code, materials in found.items()}


@lru_cache(maxsize=4096)
def given(output: Reading, book: ReferenceBook) -> dict[str, float]:
    """Material -> confidence for what an output is: recognised, or usual under the code it states."""
    materials = dict(output.materials)
    usual, not_meant = materials_by_code(book).get(output.code or "", ()), output.listing.not_ids
    under_code = [name for name in usual if name not in not_meant]
    # What the words name surely is not put in doubt by what else goes under the same code.
    alone = _FROM_SAME_CODE if max(materials.values(), default=0.0) < _NAMED else _BESIDE_NAMED
    for material in under_code:
        sure = round(alone / (1 + _BREADTH * log(len(under_code))), 4)
        materials[material] = max(materials.get(material, 0.0), sure)
    return materials


@lru_cache(maxsize=4096)
def named(output: Reading, book: ReferenceBook) -> dict[str, float]:
    """As `given`, without what the text is only worded like."""
    under_code = materials_by_code(book).get(output.code or "", ())
    found = given(output, book)
    return {name: sure for name, sure in found.items() if name in output.named or name in under_code}


@lru_cache(maxsize=4096)
def reachable(output: Reading, book: ReferenceBook) -> dict[str, Way]:
    """Use -> the surest documented way from an output to it."""
    best: dict[str, Way] = {}
    for material, sure in given(output, book).items():
        for pathway, kinship in pathways_from(book).get(material, ()):
            if pathway.strength == "never":
                continue
            telling = STRENGTH[pathway.strength] * particular(book)[pathway.use_id]
            confidence = round(sure * kinship * telling, 4)
            hop = Hop(material, pathway.process_id, pathway.use_id, pathway.strength, pathway.id)
            way = Way(hop, confidence)
            kept = best.get(pathway.use_id)
            if kept is None or _order(way) < _order(kept):
                best[pathway.use_id] = way
    return best


def _order(way: Way) -> tuple[float, str, str]:
    return (-way.confidence, way.hop.material_id, way.hop.pathway_id or "")


@kept_with_reading
def sought(need: Reading, book: ReferenceBook) -> dict[str, float]:
    """Use -> confidence for what a need is after: recognised, or bought by the sector it states."""
    if need.uses or need.nace is None:
        return need.uses
    return _of_buyers(need.nace, book)


@lru_cache(maxsize=4096)
def _of_buyers(nace: str, book: ReferenceBook) -> dict[str, float]:
    """What an activity, or a broader one, buys for; `evidence.sector.bought_by` takes narrower ones, too."""
    return {
        use.id: _FROM_BUYERS_SECTOR
        for use in book.uses.values()
        if any(nace.startswith(buyer) for buyer in use.nace)
    }


@lru_cache(maxsize=_RECENT)
def by_pathway(output: Reading, need: Reading, book: ReferenceBook) -> Way | None:
    """The surest documented pathway from an output to a use that the need is after."""
    ways = reachable(output, book)
    taken = serving_itself(need, book) if asks_for_another(output, need, book) else frozenset()
    best: Way | None = None
    for use, sure in sought(need, book).items():
        if use in ways:
            another = FOR_ANOTHER if use in taken else 1.0
            way = Way(ways[use].hop, round(ways[use].confidence * sure * another, 4))
            if best is None or _order(way) < _order(best):
                best = way
    return best


@lru_cache(maxsize=_RECENT)
def by_material(output: Reading, need: Reading, book: ReferenceBook) -> Way | None:
    """The surest way by which the need asks for the very material, or for a relative of it in the tree."""
    ways = related(output, book)
    best: Way | None = None
    for wanted, sure in need.materials.items():
        if wanted in ways:
            way = Way(ways[wanted].hop, round(ways[wanted].confidence * sure, 4))
            if best is None or _order(way) < _order(best):
                best = way
    return best


@lru_cache(maxsize=_RECENT)
def surest_way(output: Reading, need: Reading, book: ReferenceBook) -> Way | None:
    """The surest way of all; the same material wins over a pathway of equal confidence."""
    same, made = by_material(output, need, book), by_pathway(output, need, book)
    if same is not None and (made is None or same.confidence >= made.confidence):
        return same
    return made


def surest(output: Reading, need: Reading, book: ReferenceBook) -> Hop | None:
    """As `surest_way`, without how sure it is."""
    way = surest_way(output, need, book)
    return way.hop if way else None


@lru_cache(maxsize=_RECENT)
def reach_of(output: Reading, need: Reading, book: ReferenceBook) -> Reach | None:
    """How far that which the need would take of an output is worth carrying.

    Returns:
        The reach of the material on the surest way, else of what the output most surely is; None when the
        material or its reach is unknown.
    """
    way = surest(output, need, book)
    if way is not None:
        return book.reach(way.material_id)
    found = given(output, book)
    likeliest = min(found, key=lambda name: (-found[name], name), default=None)
    return book.reach(likeliest) if likeliest else None


@kept_with_reading
def serving_itself(need: Reading, book: ReferenceBook) -> frozenset[str]:
    """The uses that what a need surely names serves itself, so that nothing else is asked for by them."""
    asked_for = [material for material, sure in need.materials.items() if sure >= _NAMED]
    return frozenset(
        pathway.use_id for material in asked_for for pathway, kin in pathways_from(book)[material] if kin == 1
    )


@lru_cache(maxsize=_RECENT)
def asks_for_another(output: Reading, need: Reading, book: ReferenceBook) -> bool:
    """Whether both sides surely name materials, and none that is given is one that is sought."""
    return is_sure_of_materials(output) and is_sure_of_materials(need) and not _meet(output, need, book)


def is_sure_of_materials(reading: Reading) -> bool:
    """Whether a text surely names what it is about."""
    return max(reading.named.values(), default=0.0) >= _NAMED


def _meet(output: Reading, need: Reading, book: ReferenceBook) -> bool:
    kin = named_or_related(output, book)
    return any(kin.get(other, 0.0) * wanted >= RELATED for other, wanted in need.named.items())


@lru_cache(maxsize=4096)
def named_or_related(output: Reading, book: ReferenceBook) -> dict[str, float]:
    """Material -> how surely an output is named as it or as a relative of it in the tree."""
    best: dict[str, float] = {}
    for material, sure in named(output, book).items():
        for other, kin in relatives(book).get(material, ()):
            best[other] = max(best.get(other, 0.0), kin * sure)
    return best


@lru_cache(maxsize=4096)
def related(output: Reading, book: ReferenceBook) -> dict[str, Way]:
    """Material -> the surest way in which an output is that material or a relative of it."""
    best: dict[str, Way] = {}
    for material, sure in given(output, book).items():
        for wanted, kin in relatives(book).get(material, ()):
            way = Way(Hop(material, None, None, "same"), round(sure * kin, 4))
            if wanted not in best or _order(way) < _order(best[wanted]):
                best[wanted] = way
    return best


@lru_cache(maxsize=8)
def relatives(book: ReferenceBook) -> dict[str, tuple[tuple[str, float], ...]]:
    """Material -> itself and its relatives in the tree, with the kinship."""
    found: dict[str, list[tuple[str, float]]] = {material: [(material, 1.0)] for material in book.materials}
    for material in book.materials:
        for broader in book.broader(material):
            kin = kinship(material, broader, book)
            if kin > 0:
                found[material].append((broader, kin))
                found[broader].append((material, kin))
    return {material: tuple(relatives) for material, relatives in found.items()}
