"""What an output can serve as a whole, and what a need could take as a whole.

One surest way between two listings can rest on a single word that was understood wrongly. Where the uses that
an output can serve are altogether those that a need is after, many words say the same thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import fsum, sqrt

from matching.hops import OTHER_THINGS, STRENGTH, given, particular, reachable, sought
from matching.reading import Reading, kept_with_reading
from matching.reference_book import ReferenceBook
from matching.vectors import cosine

Profile = Mapping[str, float]
"""Id -> weight; of length 1, or empty."""


def alike(one: Profile, other: Profile, is_another_thing: bool) -> float | None:
    """The cosine of two profiles, four digits; less where the listings surely name different materials.

    None when either profile is empty.
    """
    if not one or not other:
        return None
    return round(cosine(one, other) * (OTHER_THINGS if is_another_thing else 1.0), 4)


@lru_cache(maxsize=4096)
def uses_served(output: Reading, book: ReferenceBook) -> Profile:
    """The uses that an output can serve, by how sure the ways to them are."""
    return _of_length_1({use: way.confidence for use, way in reachable(output, book).items()})


@kept_with_reading
def uses_sought(need: Reading, book: ReferenceBook) -> Profile:
    """The uses that a need is after."""
    return _of_length_1(sought(need, book))


@lru_cache(maxsize=4096)
def materials_given(output: Reading, book: ReferenceBook) -> Profile:
    """What an output may be."""
    return _of_length_1(given(output, book))


@kept_with_reading
def materials_taken(need: Reading, book: ReferenceBook) -> Profile:
    """What a need names, and all that has a documented way to a use it is after."""
    return _of_length_1(taken(need, book))


def taken(need: Reading, book: ReferenceBook) -> dict[str, float]:
    """As `materials_taken`, each by how surely it would be taken."""
    found = dict(need.materials)
    for use, sure in sought(need, book).items():
        for material, strength in strength_by_use(book).get(use, {}).items():
            likely = sure * strength
            if likely > found.get(material, 0.0):  # sooner than `max`, for hundreds of materials
                found[material] = likely
    return found


@lru_cache(maxsize=8)
def strength_by_use(book: ReferenceBook) -> dict[str, dict[str, float]]:
    """Use -> the materials that serve it, by the strength of the way and how telling the use is."""
    found: dict[str, dict[str, float]] = {}
    for pathway in book.pathways.values():
        if pathway.strength != "never":
            strength = STRENGTH[pathway.strength] * particular(book)[pathway.use_id]
            ways = found.setdefault(pathway.use_id, {})
            ways[pathway.material_id] = max(ways.get(pathway.material_id, 0.0), strength)
    return found


def length_of(raw: Mapping[str, float]) -> float:
    """The length of a vector, by which a profile is divided."""
    return sqrt(fsum([value * value for value in raw.values()]))


def _of_length_1(raw: Mapping[str, float]) -> Profile:
    length = length_of(raw)
    return {name: value / length for name, value in raw.items()} if length else {}
