"""The factor of the reference book that speaks of a material: its own, else that of the next broader one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from matching.reference.factors import Factor
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway

ALTERNATIVES = frozenset({"composting", "anaerobic-digestion", "transfer"})
"""Gates at which waste would be a feedstock already, or stays for a day: not what a holder saves."""

NEW, RECOVERED = "primary", "secondary"
"""Stage of a price: of the product bought new, where its id is also that of the waste; or one at which what
is recovered sells as well. Without a stage: of what is bought as it is, such as straw or sand."""

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


def market_price(unit: str, material_id: str, book: ReferenceBook) -> Factor | None:
    """What the very material costs as it is recovered; None where the book only knows what it costs new."""
    return own("prices", unit, material_id, book) or own(f"prices:{RECOVERED}", unit, material_id, book)


def price_of_replaced(unit: str, material_id: str | None, book: ReferenceBook) -> Factor | None:
    """What a product costs who buys it today, by the nearest material; new where it is bought new."""
    if material_id is None or material_id not in book.materials:
        return None
    topics = ("prices", f"prices:{RECOVERED}", f"prices:{NEW}")
    for name in lineage(material_id, book):
        for topic in topics:
            if found := own(topic, unit, name, book):
                return found
    return None


def is_through_same_process(pathway: Pathway, book: ReferenceBook) -> bool:
    """Whether the product that a way replaces would go through its process, too: manure is composted as well.

    Then the process costs the taker nothing more than it costs already.
    """
    process = book.processes.get(pathway.process_id or "")
    if process is None or pathway.replaces is None or pathway.replaces in process.outputs:
        return False
    is_put_in = pathway.replaces in process.inputs
    return is_put_in or (pathway.replaces, process.id, pathway.use_id) in _ways(book)


def is_same(pathway: Pathway, book: ReferenceBook) -> bool:
    """Whether a way ends in the very product that it replaces, not in another one in its place."""
    process = book.processes.get(pathway.process_id or "")
    is_made = process is not None and pathway.replaces in process.outputs
    return is_made or pathway.replaces == pathway.material_id


@lru_cache(maxsize=8)
def _ways(book: ReferenceBook) -> frozenset[tuple[str, str | None, str]]:
    return frozenset(
        (way.material_id, way.process_id, way.use_id)
        for way in book.pathways.values()
        if way.strength != "never"
    )


@lru_cache(maxsize=8)
def price_classes(book: ReferenceBook) -> Mapping[str, Factor]:
    """Price class -> what a tonne of it brings at the holder's gate."""
    return {factor.price_class: factor for factor in book.factors.values() if factor.price_class}


def family(material_id: str, book: ReferenceBook) -> str:
    """The broadest material that it is one of: `wood`, `plastics`."""
    return lineage(material_id, book)[-1]
