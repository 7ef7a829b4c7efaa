"""Typical for a sector: what a firm of an activity usually has left over and needs, by its size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from matching.reference.flows import FlowSide, TypicalFlow
from matching.reference_book import ReferenceBook
from matching.reference_records import Span

DIVISION_DIGITS = 2


@lru_cache(maxsize=8)
def _by_activity(book: ReferenceBook) -> dict[str, tuple[TypicalFlow, ...]]:
    found: dict[str, list[TypicalFlow]] = {}
    for flow in book.typical_flows:
        found.setdefault(flow.nace, []).append(flow)
    return {nace: tuple(flows) for nace, flows in found.items()}


def typical(nace: str, book: ReferenceBook, known: Collection[str | None] = ()) -> tuple[TypicalFlow, ...]:
    """What a firm of an activity usually has and needs: one line for each output and each need.

    Args:
        nace: section letter, division or class, digits only.
        known: ids of the drivers whose value the firm told.
    Returns:
        Outputs, then needs, the most specific level first, then as in `typical_flows.csv`. The class settles
        an item over its division, the division over its section. Where one level knows several drivers of an
        item, the one that is known counts, else the one by which most of the level is told: they are ways to
        measure the same firm, so their amounts are never added. Empty for an activity that the book lacks.
    """
    chosen: dict[tuple[FlowSide, str], TypicalFlow] = {}
    for level in lineage(nace, book):
        own = _by_activity(book).get(level, ())
        for flow in _by_usefulness(own, known):
            chosen.setdefault((flow.side, flow.item_id), flow)
    return tuple(sorted(chosen.values(), key=lambda flow: flow.side != "output"))


def _by_usefulness(flows: Sequence[TypicalFlow], known: Collection[str | None]) -> list[TypicalFlow]:
    """Told drivers first, then those of most lines; each item keeps the place of its best driver."""
    lines = Counter(flow.driver_id for flow in flows)
    best: dict[tuple[FlowSide, str], TypicalFlow] = {}
    for flow in sorted(flows, key=lambda flow: (flow.driver_id not in known, -lines[flow.driver_id])):
        best.setdefault((flow.side, flow.item_id), flow)
    kept = set(map(id, best.values()))
    return [flow for flow in flows if id(flow) in kept]


def lineage(nace: str, book: ReferenceBook) -> tuple[str, ...]:
    """An activity, its division and its section, as far as the book has them."""
    entry = book.nace.get(nace)
    if entry is None:
        return ()
    levels = dict.fromkeys((nace, nace[:DIVISION_DIGITS], entry.section))
    return tuple(level for level in levels if level in book.nace)


def drivers_of(flows: Sequence[TypicalFlow]) -> tuple[str, ...]:
    """Ids of the drivers by which these amounts are told, those of most lines first."""
    return tuple(driver for driver, _count in Counter(flow.driver_id for flow in flows).most_common())


def yearly(flow: TypicalFlow, size: float) -> Span:
    """The amount a year, low, central and high in `flow.unit`, of a firm with so many units of its driver."""
    low, central, high = flow.amount
    return low * size, central * size, high * size


def usual_items(division: str, book: ReferenceBook) -> tuple[tuple[FlowSide, str], ...]:
    """What firms of a division have and need when nobody knows their class: no amounts, only which items.

    Returns:
        (side, item): those that most classes of the division tell first; then what the division and its
        section tell of all their firms.
    """
    counts: Counter[tuple[FlowSide, str]] = Counter()
    for nace in classes_of(division, book):
        counts.update({(flow.side, flow.item_id) for flow in _by_activity(book).get(nace, ())})
    order = {key: place for place, key in enumerate(_keys(division, book))}
    own = sorted(counts, key=lambda key: (-counts[key], order[key]))
    general = ((flow.side, flow.item_id) for flow in typical(division, book))
    return tuple(dict.fromkeys((*own, *general)))


def _keys(division: str, book: ReferenceBook) -> tuple[tuple[FlowSide, str], ...]:
    flows = (flow for nace in classes_of(division, book) for flow in _by_activity(book).get(nace, ()))
    return tuple(dict.fromkeys((flow.side, flow.item_id) for flow in flows))


def classes_of(division: str, book: ReferenceBook) -> tuple[str, ...]:
    """The classes of a division that the book has, by their number."""
    return tuple(
        sorted(nace for nace in book.nace if nace[:DIVISION_DIGITS] == division and nace != division)
    )
