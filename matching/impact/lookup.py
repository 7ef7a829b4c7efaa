"""The factor of the reference book that speaks of a material: its own, else that of the next broader one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from matching.reference.factors import Factor
from matching.reference_book import ReferenceBook

ALTERNATIVES = frozenset({"composting", "anaerobic-digestion", "transfer"})
"""Gates at which waste would be a feedstock already, or stays for a day: not what a holder saves."""

Key = tuple[str, str, str]


@lru_cache(maxsize=8)
def _joined(book: ReferenceBook) -> Mapping[Key, Factor]:
    """(topic and stage, unit, material) -> factor; of several the first in the book."""
    found: dict[Key, Factor] = {}
    for factor in book.factors.values():
        if factor.material and factor.treatment not in ALTERNATIVES:
            topic = f"{factor.topic}:{factor.stage}" if factor.stage else factor.topic
            found.setdefault((topic, factor.unit, factor.material), factor)
    return found


def lineage(material_id: str, book: ReferenceBook) -> tuple[str, ...]:
    """The material and what is broader, nearest first."""
    return (material_id, *book.broader(material_id))


def nearest(topic: str, unit: str, material_id: str | None, book: ReferenceBook) -> Factor | None:
    """The factor of a topic (`prices`, `disposal`, `co2e:primary` …) in a unit, by the nearest material."""
    if material_id is None or material_id not in book.materials:
        return None
    joined = _joined(book)
    keys = ((topic, unit, name) for name in lineage(material_id, book))
    return next((joined[key] for key in keys if key in joined), None)


def own(topic: str, unit: str, material_id: str, book: ReferenceBook) -> Factor | None:
    """As `nearest`, of the very material only."""
    return _joined(book).get((topic, unit, material_id))


@lru_cache(maxsize=8)
def price_classes(book: ReferenceBook) -> Mapping[str, Factor]:
    """Price class -> what a tonne of it brings at the holder's gate."""
    return {factor.price_class: factor for factor in book.factors.values() if factor.price_class}


def family(material_id: str, book: ReferenceBook) -> str:
    """The broadest material that it is one of: `wood`, `plastics`."""
    return lineage(material_id, book)[-1]
