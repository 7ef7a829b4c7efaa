"""Where the counterparts of a listing may be found, and how much each trace is worth.

The evidence turned round: not how well two listings fit, but which materials, uses, codes and places those
that fit best would have. Worth is in log-odds, by the same weights as the score, so that what is found first
is what the ranker would put first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from math import fsum

import numpy as np
from scipy.sparse import csr_matrix

from matching.distance import road_km
from matching.evidence.code import accepted, likeness
from matching.evidence.distance import HALF_AT
from matching.evidence.wording import ACROSS_ALPHABETS
from matching.glance import glance, outline_of
from matching.hops import STRENGTH, given, particular, pathways_from, reachable, related, relatives, sought
from matching.profiles import (
    Profile,
    length_of,
    materials_given,
    materials_taken,
    strength_by_use,
    uses_served,
    uses_sought,
)
from matching.reading import Reading
from matching.records import LEADING, Lead, Leads, Place, Side, Thing
from matching.reference_book import ReferenceBook
from matching.reference_records import Named
from matching.vectors import bag_of_meanings
from matching.weighing import Weights

LIKEST = 0.5
"""How alike the likest of many texts usually are to one, by the evidence of wording."""

USUALLY_ALIKE = 0.8
"""How far the uses of who asks for a material by its name usually are those that it serves."""

LEAST_ALIKE = 0.1
"""How alike a name must be to what the text means, at least."""

USUAL_REACH_KM = 100.0
"""For what has no known reach."""

BY_USE = 0.3
"""What it says that an output is offered for the very use that is sought."""

BY_PRECEDENT = 0.5
"""What it says that some firm once turned this material into that use."""

CODE_DIGITS = 6
LIKE_CODE = 0.5
"""How alike another code must be to be looked for: the same four digits."""

Key = tuple[Thing, str]
"""A thing and its id."""

Hint = tuple[Key, str, float]
"""What to look for, the way, the value of its evidence."""

Shares = Mapping[Key, tuple[float, float]]
"""What to look for -> the worth of a share of the counterpart's uses, and of its materials."""

_NO_SHARES = (0.0, 0.0)


def leads_of(mine: Reading, book: ReferenceBook, weights: Weights) -> Leads:
    """What to look for on the other side, most worth first; equal ones by id.

    Args:
        mine: the listing for which counterparts are sought.
        weights: by which the ranker adds up its evidence.
    """
    is_output = mine.listing.side == Side.OUTPUT
    hints = chain(_of_output(mine, book) if is_output else _of_need(mine, book), _alike(mine, book))
    shares = _shares_for_output(mine, book, weights) if is_output else _shares_for_need(mine, book, weights)
    parts: dict[Key, dict[str, float]] = {key: {} for key in shares}
    counting = {way: _weight(way, weights) for way in LEADING}
    for key, way, value in hints:
        by_way = parts.setdefault(key, {})
        by_way[way] = max(value * counting[way], by_way.get(way, 0.0))
    besides = _besides(uses_served(mine, book), book, weights) if is_output else {}
    found = (
        _lead(key, by_way, shares.get(key, _NO_SHARES), besides.get(key, 0.0))
        for key, by_way in parts.items()
    )
    ordered = sorted((-_most(lead), lead.thing, lead.id, lead) for lead in found)
    leads = tuple(lead for most, *_, lead in ordered if most < 0)
    near = nearness(mine, book, weights)
    return Leads(
        leads,
        near,
        LIKEST * _weight("wording", weights),
        partial(glance, outline_of(mine, book, weights), leads, near),
    )


def _lead(key: Key, by_way: Mapping[str, float], shares: tuple[float, float], besides: float) -> Lead:
    way = min(by_way, key=lambda way: (-by_way[way], way), default="pathway")
    worth = round(fsum(by_way.values()), 4)
    return Lead(*key, worth, way, round(shares[0], 4), round(shares[1], 4), besides)


def _most(lead: Lead) -> float:
    return fsum((lead.worth, lead.by_use_share, lead.by_material_share))


def _weight(way: str, weights: Weights) -> float:
    """What evidence counts at its best; a precedent, and a use that both sides name, as a pathway."""
    return weights.by_name["pathway" if way in {"precedent", "use"} else way].weight


def nearness(mine: Reading, book: ReferenceBook, weights: Weights) -> dict[str, float]:
    """Municipality -> what its distance is worth by the reach of what the listing most surely is about.

    0 for all where its place is unknown: then they are alike.
    """
    materials = given(mine, book) if mine.listing.side == Side.OUTPUT else mine.materials
    likeliest = min(materials, key=lambda name: (-materials[name], name), default=None)
    reach = book.reach(likeliest) if likeliest else None
    km_by_reach = HALF_AT * (reach.km if reach else USUAL_REACH_KM)
    weight = weights.by_name["distance"].weight
    return {
        name: 0.0 if km is None else round(weight / (1 + (km / km_by_reach) ** 2), 4)
        for name, km in _km_to_all(mine.listing.place, book)
    }


@lru_cache(maxsize=4096)
def _km_to_all(place: Place, book: ReferenceBook) -> tuple[tuple[str, float | None], ...]:
    """Every municipality with how far it is; None where the place is unknown."""
    return tuple((name, road_km(place, Place(name), book)) for name in book.municipalities)


def _shares_for_output(output: Reading, book: ReferenceBook, weights: Weights) -> Shares:
    """By what the output can serve and may be, of the uses and the materials of needs."""
    by_use, by_material = _weight("use_profile", weights), _weight("material_profile", weights)
    mine = materials_given(output, book)
    found: dict[Key, tuple[float, float]] = {
        ("material", name): (0.0, by_material * value) for name, value in mine.items()
    }
    for use, value in uses_served(output, book).items():
        serving = strength_by_use(book).get(use, {})
        usual = fsum(mine[name] * serving[name] for name in mine if name in serving)
        found["use", use] = by_use * value, by_material * usual
    return found


def _shares_for_need(need: Reading, book: ReferenceBook, weights: Weights) -> Shares:
    """By what the need could take and is after, of the uses and the materials of outputs."""
    by_use, by_material = _weight("use_profile", weights), _weight("material_profile", weights)
    for_uses: dict[str, float] = {}
    for use, value in uses_sought(need, book).items():
        for material, worth in serving(book).get(use, ()):
            for_uses[material] = for_uses.get(material, 0.0) + value * worth
    usual = materials_taken(need, book)
    return {
        ("material", name): (by_use * for_uses.get(name, 0.0), by_material * usual.get(name, 0.0))
        for name in dict.fromkeys((*for_uses, *usual))
    }


def _besides(served: Profile, book: ReferenceBook, weights: Weights) -> dict[Key, float]:
    """What a need for a material usually adds to an output that serves these uses: its own uses."""
    uses = _uses_of(book)
    mine = np.zeros(len(uses.columns))
    for use, value in served.items():
        mine[uses.columns[use]] = value
    usual = USUALLY_ALIKE * _weight("use_profile", weights)
    alike = (uses.rows @ mine).tolist()
    return {key: round(usual * value, 4) for key, value in zip(uses.keys, alike, strict=True) if value}


@lru_cache(maxsize=8)
def _uses_of(book: ReferenceBook) -> _Rows:
    """Of each material the uses that it serves, by how well; of length 1."""
    found: dict[str, dict[str, float]] = {}
    for use, materials in serving(book).items():
        for material, worth in materials:
            found.setdefault(material, {})[use] = worth
    lengths = {material: length_of(uses) for material, uses in found.items()}
    return _rows(
        (("material", material), {use: worth / lengths[material] for use, worth in uses.items()})
        for material, uses in found.items()
    )


def _of_output(output: Reading, book: ReferenceBook) -> Iterator[Hint]:
    """Of needs: the materials they ask for, the uses they are after, the codes they accept."""
    for name, way in related(output, book).items():
        yield ("material", name), "material", way.confidence
    for use, way in reachable(output, book).items():
        yield ("use", use), "pathway", way.confidence
    for use, sure in output.uses.items():
        yield ("use", use), "use", BY_USE * sure
    for material, sure in given(output, book).items():
        for use in turned(book).get(material, ()):
            yield ("use", use), "precedent", BY_PRECEDENT * sure
    if output.code is not None:
        yield from _of_code(output.code, book)


@lru_cache(maxsize=1024)
def _of_code(stated: str, book: ReferenceBook) -> tuple[Hint, ...]:
    found: list[Hint] = []
    for code, materials in _by_code(book).items():
        alike = likeness(stated, code)
        if alike >= LIKE_CODE:
            found.append((("code", code), "code", alike))
        if alike > 0:
            found += ((("material", material), "code", alike) for material in materials)
    return tuple(found)


def _of_need(need: Reading, book: ReferenceBook) -> Iterator[Hint]:
    """Of outputs: the materials that are sought or serve what is sought, and the codes these go under."""
    for wanted, sure in need.materials.items():
        for material, kin in relatives(book).get(wanted, ()):
            yield ("material", material), "material", sure * kin
    for use, sure in need.uses.items():
        yield ("use", use), "use", BY_USE * sure
    for use, sure in sought(need, book).items():
        for material, worth in serving(book).get(use, ()):
            yield ("material", material), "pathway", sure * worth
        for material, uses in turned(book).items():
            if use in uses:
                yield ("material", material), "precedent", sure * BY_PRECEDENT
    for wanted, sure in accepted(need, book).items():
        for code in _by_code(book):
            if likeness(wanted, code) >= LIKE_CODE:
                yield ("code", code), "code", likeness(wanted, code) * sure


def _alike(mine: Reading, book: ReferenceBook) -> Iterator[Hint]:
    """Materials and uses whose names mean what the words of the text mean, named or not: who lists them
    words it alike, in whatever language.
    """
    names = _names(book)
    asked = np.zeros(len(names.columns))
    for part, value in mine.meanings.items():
        if part in names.columns:
            asked[names.columns[part]] = value
    alike = names.rows @ asked
    found: dict[Key, float] = {}
    for number in np.flatnonzero(alike >= LEAST_ALIKE).tolist():
        key = names.keys[number]
        found[key] = max(found.get(key, 0.0), float(alike[number]))
    for key, likest in found.items():
        yield key, "wording", ACROSS_ALPHABETS * likest


@lru_cache(maxsize=8)
def _names(book: ReferenceBook) -> _Rows:
    """The names of materials and uses by their meanings."""
    entries: list[tuple[Thing, Named]] = [("material", entry) for entry in book.materials.values()]
    entries += [("use", entry) for entry in book.uses.values()]
    return _rows(
        ((thing, entry.id), bag_of_meanings(entry.name(lang), book))
        for thing, entry in entries
        for lang in ("en", "ka", "ru")
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Rows:
    """Weights of parts, a row for each thing of `keys` and a column for each part."""

    rows: csr_matrix
    columns: Mapping[str, int]
    keys: tuple[Key, ...]


def _rows(bags: Iterable[tuple[Key, Mapping[str, float]]]) -> _Rows:
    columns: dict[str, int] = {}
    keys: list[Key] = []
    data: list[float] = []
    indices: list[int] = []
    ends = [0]
    for key, bag in bags:
        keys.append(key)
        for part, weight in bag.items():
            indices.append(columns.setdefault(part, len(columns)))
            data.append(weight)
        ends.append(len(indices))
    return _Rows(csr_matrix((data, indices, ends), shape=(len(keys), len(columns))), columns, tuple(keys))


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
