"""Where the counterparts of a listing may be found, and how much each trace is worth.

The evidence turned round: not how well two listings fit, but which materials, uses, codes and places those
that fit best would have. Worth is in log-odds, by the same weights as the score, so that what is found first
is what the ranker would put first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from math import fsum
from typing import Literal

from matching.distance import road_km
from matching.evidence.code import accepted, likeness
from matching.evidence.distance import HALF_AT
from matching.evidence.wording import ACROSS_ALPHABETS
from matching.hops import STRENGTH, given, particular, pathways_from, reachable, related, relatives, sought
from matching.reading import Reading
from matching.records import Lead, Leads, Place, Side
from matching.reference_book import ReferenceBook
from matching.reference_records import Named
from matching.vectors import bag_of_meanings
from matching.weighing import Weights

LIKEST = 0.5
"""How alike the likest of many texts usually are to one, by the evidence of wording."""

MOST = 120
"""So many leads are followed at most."""

USUAL_REACH_KM = 100.0
"""For what has no known reach."""

BY_CODE = 0.3
"""What is left of a material that only follows from a code, as a rule (`hops.given`)."""

BY_USE = 0.3
"""What it says that an output is offered for the very use that is sought."""

BY_PRECEDENT = 0.5
"""What it says that some firm once turned this material into that use."""

CODE_DIGITS = 6
DIVISION = 2
"""Digits of a division of NACE, which is what a firm states."""

Thing = Literal["material", "use", "code", "activity"]
Trace = tuple[Thing, str, str, float]
"""The thing, its id, the way, the value of its evidence."""

Name = tuple[Thing, str, int, float]
"""A thing, its id, which of its names, how much of a meaning that name has."""


def leads_of(mine: Reading, book: ReferenceBook, weights: Weights) -> Leads:
    """What to look for on the other side, most worth first; equal ones by id.

    Args:
        mine: the listing for which counterparts are sought.
        weights: by which the ranker adds up its evidence.
    """
    known = _of_output(mine, book) if mine.listing.side == Side.OUTPUT else _of_need(mine, book)
    traces = chain(known, _alike(mine, book))
    parts: dict[tuple[Thing, str], dict[str, float]] = {}
    for thing, id_, way, value in traces:
        by_way = parts.setdefault((thing, id_), {})
        by_way[way] = max(value * _weight(way, weights), by_way.get(way, 0.0))
    leads = [
        Lead(thing, id_, round(fsum(by_way.values()), 4), min(by_way, key=lambda way: (-by_way[way], way)))
        for (thing, id_), by_way in parts.items()
    ]
    leads.sort(key=lambda lead: (-lead.worth, lead.thing, lead.id))
    wording = LIKEST * _weight("wording", weights)
    return Leads(
        tuple(lead for lead in leads[:MOST] if lead.worth > 0), nearness(mine, book, weights), wording
    )


def _weight(way: str, weights: Weights) -> float:
    """What evidence counts at its best; a precedent, and a use that both sides name, as a pathway."""
    return weights.by_name["pathway" if way in {"precedent", "use"} else way].weight


def nearness(mine: Reading, book: ReferenceBook, weights: Weights) -> dict[str, float]:
    """Municipality -> what its distance is worth by the reach of what the listing most surely is about.

    Empty where the place or the reach is unknown: then all places are alike.
    """
    materials = given(mine, book) if mine.listing.side == Side.OUTPUT else mine.materials
    likeliest = min(materials, key=lambda name: (-materials[name], name), default=None)
    reach = book.reach(likeliest) if likeliest else None
    km_by_reach = HALF_AT * (reach.km if reach else USUAL_REACH_KM)
    found = {}
    for name in book.municipalities:
        km = road_km(mine.listing.place, Place(name), book)
        if km is not None:
            found[name] = round(weights.by_name["distance"].weight / (1 + (km / km_by_reach) ** 2), 4)
    return found


def _of_output(output: Reading, book: ReferenceBook) -> Iterator[Trace]:
    """Of needs: the materials they ask for, the uses they name or usually buy for, the codes they accept."""
    for name, way in related(output, book).items():
        yield "material", name, "material", way.confidence
    for use, way in reachable(output, book).items():
        yield "use", use, "pathway", way.confidence
        for activity in book.uses[use].nace:
            yield "activity", activity[:DIVISION], "sector", way.confidence
    for use, sure in output.uses.items():
        yield "use", use, "use", BY_USE * sure
    for material, sure in given(output, book).items():
        for use in turned(book).get(material, ()):
            yield "use", use, "precedent", BY_PRECEDENT * sure
    if output.code is not None:
        for code, materials in _by_code(book).items():
            alike = likeness(output.code, code)
            if alike > 0:
                yield "code", code, "code", alike
                for material in materials:
                    yield "material", material, "code", alike


def _of_need(need: Reading, book: ReferenceBook) -> Iterator[Trace]:
    """Of outputs: the materials that are sought or serve what is sought, and the codes these go under."""
    for wanted, sure in need.materials.items():
        for material, kin in relatives(book).get(wanted, ()):
            yield from _material(material, "material", sure * kin, book)
    for use, sure in need.uses.items():
        yield "use", use, "use", BY_USE * sure
    for use, sure in sought(need, book).items():
        for material, worth in serving(book).get(use, ()):
            yield from _material(material, "pathway", sure * worth, book)
        for material, uses in turned(book).items():
            if use in uses:
                yield from _material(material, "precedent", sure * BY_PRECEDENT, book)
    for wanted, sure in accepted(need, book).items():
        for code in _by_code(book):
            if likeness(wanted, code) > 0:
                yield "code", code, "code", likeness(wanted, code) * sure


def _alike(mine: Reading, book: ReferenceBook) -> Iterator[Trace]:
    """Materials and uses whose names mean what the words of the text mean, named or not: who lists them
    words it alike, in whatever language.
    """
    alike: dict[tuple[Thing, str], dict[int, float]] = {}
    names = _names(book)
    for part, value in mine.meanings.items():
        for thing, id_, number, weight in names.get(part, ()):
            by_name = alike.setdefault((thing, id_), {})
            by_name[number] = by_name.get(number, 0.0) + value * weight
    for (thing, id_), by_name in alike.items():
        yield thing, id_, "wording", ACROSS_ALPHABETS * max(by_name.values())


@lru_cache(maxsize=8)
def _names(book: ReferenceBook) -> Mapping[str, tuple[Name, ...]]:
    """Meaning -> the names of materials and uses that have it (thing, id, number of the name), how much."""
    found: dict[str, list[Name]] = {}
    entries: list[tuple[Thing, Named]] = [("material", entry) for entry in book.materials.values()]
    entries += [("use", entry) for entry in book.uses.values()]
    for thing, entry in entries:
        for number, lang in enumerate(("en", "ka", "ru")):
            for part, weight in bag_of_meanings(entry.name(lang), book).items():
                found.setdefault(part, []).append((thing, entry.id, number, weight))
    return {part: tuple(names) for part, names in found.items()}


def _material(material: str, evidence: str, value: float, book: ReferenceBook) -> Iterator[Trace]:
    """A material that an output may name, or only show by its code."""
    yield "material", material, evidence, value
    for code in book.materials[material].ewc_codes:
        yield "code", code, evidence, value * BY_CODE


@lru_cache(maxsize=8)
def _by_code(book: ReferenceBook) -> Mapping[str, tuple[str, ...]]:
    """Each code of six digits -> the materials that go under it."""
    found: dict[str, list[str]] = {code: [] for code in book.waste_codes if len(code) == CODE_DIGITS}
    for material in book.materials.values():
        for code in material.ewc_codes:
            found[code].append(material.id)
    return {code: tuple(materials) for code, materials in found.items()}


@lru_cache(maxsize=8)
def serving(book: ReferenceBook) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Use -> the materials that serve it by a documented pathway, their own or a relative's, and how well."""
    best: dict[str, dict[str, float]] = {}
    for material, pathways in pathways_from(book).items():
        for pathway, kin in pathways:
            if pathway.strength != "never":
                worth = round(kin * STRENGTH[pathway.strength] * particular(book)[pathway.use_id], 4)
                serve = best.setdefault(pathway.use_id, {})
                serve[material] = max(worth, serve.get(material, 0.0))
    return {use: tuple(materials.items()) for use, materials in best.items()}


@lru_cache(maxsize=8)
def turned(book: ReferenceBook) -> Mapping[str, frozenset[str]]:
    """Material -> the uses that somebody is known to have turned it into."""
    found: dict[str, set[str]] = {}
    for precedent in book.precedents.values():
        found.setdefault(precedent.material_id, set()).add(precedent.use_id)
    return {material: frozenset(uses) for material, uses in found.items()}
