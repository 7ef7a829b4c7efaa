"""Listings that wait for a process: it would join them, and no firm does it for such a material."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from matching.chains.gates import can_do
from matching.chains.records import Link, Processor, Step
from matching.chains.steps import SURE, fitting
from matching.reading import Reading, read
from matching.records import Listing, Wait
from matching.reference_book import ReferenceBook
from matching.units import MASS

WITNESSES = 5
"""So many counterparts are named for whom a listing waits: enough to know that one of them is still there."""


def waits_of(
    pairs: Iterable[tuple[Listing, Listing]],
    processors: Sequence[Processor],
    book: ReferenceBook,
    reading: Callable[[Listing], Reading] | None = None,
) -> tuple[Wait, ...]:
    """For what the listings of some pairs wait, each once for a process.

    Args:
        pairs: outputs and needs that no gate keeps apart: what could be, if somebody did the process.
        processors: who offers processes. One that treats other materials, may not do it or has no room does
            not do it for this output; one of which that is not known does.
        reading: how the ranker reads a listing; None: by the book alone.
    Returns:
        By listing and process. Of the counterparts the first in the order of the pairs are named.
    """
    met: dict[tuple[str, str], list[str]] = {}
    surest: dict[tuple[str, str], tuple[float, str]] = {}
    found: dict[tuple[str, str], Wait] = {}
    for output, need in pairs:
        mine, theirs = (reading(one) if reading else read(one, book) for one in (output, need))
        for step in missing(mine, theirs, processors, book):
            key, order = (output.id, step.process_id), (-step.confidence, step.pathway_id)
            if key not in surest or order < surest[key]:
                surest[key], found[key] = order, _of_output(mine, step)
            found[need.id, step.process_id] = Wait(need.id, need.firm_id or need.id, step.process_id)
            met.setdefault(key, []).append(need.id)
            met.setdefault((need.id, step.process_id), []).append(output.id)
    return tuple(replace(found[key], for_ids=_first(met[key])) for key in sorted(found))


def _first(ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))[:WITNESSES]


def _of_output(output: Reading, step: Step) -> Wait:
    amount = output.per_year
    return Wait(
        listing_id=output.listing.id,
        firm_id=output.listing.firm_id or output.listing.id,
        process_id=step.process_id,
        material_id=step.material_id,
        product_id=step.product_id,
        pathway_id=step.pathway_id,
        tonnes_per_year=amount[0] if amount is not None and amount[1] == MASS else None,
    )


def missing(
    output: Reading, need: Reading, processors: Sequence[Processor], book: ReferenceBook
) -> tuple[Step, ...]:
    """The steps that would join two listings and that none of the processors does, the surest first."""
    return tuple(
        step
        for step in fitting(output, need, book, SURE)
        if not any(can_do(Link(output, need, one, step), book) for one in processors)
    )
