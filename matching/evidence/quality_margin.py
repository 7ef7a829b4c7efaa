"""How much better than asked the material is."""

from __future__ import annotations

from collections.abc import Iterator

from matching.gates.specification import asked_by, told_by
from matching.hops import surest_way
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook
from matching.reference_records import Limit
from matching.stated import Stated


def quality_margin(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How far the figures that are told stay inside the limits of the need and of the surest way.

    Args:
        output, need: listings as read; figures and limits stand in their texts.
        book: the limits of pathways, and what their processes change by themselves.
    Returns:
        `value` in [0, 1] by the worst limit: 1 when nothing is left of what it bounds (or twice of what it
        asks for), 0.5 at the limit, 0 at twice of it (or nothing); None when no limit meets a figure.
    """
    told = told_by(output, book)
    worst = min(_margins(told, output, need, book), default=None) if told else None
    return Evidence("quality_margin", None if worst is None else round((1 + worst) / 2, 4), 0.0)


def _margins(told: dict[str, Stated], output: Reading, need: Reading, book: ReferenceBook) -> Iterator[float]:
    for limit in (*asked_by(need, book), *_of_way(output, need, book)):
        found = margin(limit, told.get(limit.property_id))
        if found is not None:
            yield found


def margin(limit: Limit, stated: Stated | None) -> float | None:
    """What lies between a figure and a limit, as a share of the limit in [-1, 1], below 0 outside.

    None without a figure, for a limit of zero, and for a text that tells only the other end: `below 55 %` is
    no moisture of at least 0 %.
    """
    is_most = limit.bound == "most"
    if stated is None or limit.value == 0 or stated.told == ("least" if is_most else "most"):
        return None
    room = limit.value - stated.high if is_most else stated.low - limit.value
    return max(-1.0, min(1.0, room / abs(limit.value)))


def _of_way(output: Reading, need: Reading, book: ReferenceBook) -> Iterator[Limit]:
    """The limits of the surest way, without those that its process sees to."""
    way = surest_way(output, need, book)
    if way is None or way.hop.pathway_id is None:
        return
    for limit in book.pathways[way.hop.pathway_id].limits:
        entry = book.properties[limit.property_id]
        if way.hop.process_id not in (entry.lowered_by if limit.bound == "most" else entry.raised_by):
            yield limit
