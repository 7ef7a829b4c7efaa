"""Where the counterparts of a listing may be found, and how much each trace is worth.

The evidence turned round: not how well two listings fit, but which materials, uses, codes and places those
that fit best would have. Worth is in log-odds, by the same weights as the score, so that what is found first
is what the ranker would put first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from math import fsum

from matching.bags import Bags
from matching.distance import road_km
from matching.evidence.distance import HALF_AT
from matching.glance import glance, outline_of
from matching.hints import Key, hints_of, serving
from matching.hops import given
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
from matching.records import LEADING, Lead, Leads, Place, Side
from matching.reference_book import ReferenceBook
from matching.weighing import Weights

LIKEST = 0.5
"""How alike the likest of many texts usually are to one, by the evidence of wording."""

USUALLY_ALIKE = 0.8
"""How far the uses of who asks for a material by its name usually are those that it serves."""

USUAL_REACH_KM = 100.0
"""For what has no known reach."""

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
    shares = _shares_for_output(mine, book, weights) if is_output else _shares_for_need(mine, book, weights)
    parts: dict[Key, dict[str, float]] = {key: {} for key in shares}
    counting = {way: _weight(way, weights) for way in LEADING}
    for key, way, value in hints_of(mine, book):
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
    materials, uses = _uses_of(book)
    usual = USUALLY_ALIKE * _weight("use_profile", weights)
    alike = uses.cosines(served).tolist()
    return {key: round(usual * value, 4) for key, value in zip(materials, alike, strict=True) if value}


@lru_cache(maxsize=8)
def _uses_of(book: ReferenceBook) -> tuple[tuple[Key, ...], Bags]:
    """Materials, and of each the uses that it serves, by how well; of length 1."""
    found: dict[Key, dict[str, float]] = {}
    for use, materials in serving(book).items():
        for material, worth in materials:
            found.setdefault(("material", material), {})[use] = worth
    lengths = {key: length_of(uses) for key, uses in found.items()}
    bags = [{use: worth / lengths[key] for use, worth in uses.items()} for key, uses in found.items()]
    return tuple(found), Bags.of(bags)
