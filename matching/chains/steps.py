"""Which processes a third firm could do for an output, and for whom: the documented ways, cut in two."""

from __future__ import annotations

from functools import lru_cache

from matching.chains.records import Step
from matching.hops import STRENGTH, by_material, kinship, named, surest_way
from matching.impact.lookup import family, lineage
from matching.openings import openings
from matching.reading import Reading
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway

SURE = 0.6
"""From this confidence on, an output is taken for a material."""

ASKED = 0.3
"""From this confidence on, a need is taken to be after a use or a product."""

PREPARED = ("moisture", "contaminants", "particle-size", "fines", "length", "solids")
"""What is brought down by processes after which the material is still what it was, only fit for its use."""


FEEDSTOCK = frozenset(
    (
        *("compost-feedstock", "pellet-raw-material", "charcoal-making", "spirit-raw-material"),
        *("bioethanol-feedstock", "pyrolysis-feedstock"),
    )
)
"""Uses that only say what will be done with a material: whoever seeks what comes out of it names another."""


WORKED = frozenset(("minerals", "paper-board", "plastics", "textiles", "wood"))
"""Families that a process works alike, whichever of them it is: chips of any wood. What is distilled or
pressed gives what was in it, and nobody knows that but by the very material.
"""


@lru_cache(maxsize=4096)
def steps(output: Reading, book: ReferenceBook) -> tuple[Step, ...]:
    """What others could make of an output: one step for each process and use, the surest first.

    Returns:
        Steps of documented ways that lead through a process whose product goes on to somebody else. Where the
        book only knows that the taker does it all (who makes pellets buys sawdust), there is no step.
    """
    best: dict[tuple[str, str], Step] = {}
    for material, sure in named(output, book).items():
        if sure < SURE:
            continue
        for opening in openings(material, book):
            step = _step(opening.pathway.id, sure, book)
            if step is None:
                continue
            key = (step.process_id, step.use_id)
            if key not in best or _order(step) < _order(best[key]):
                best[key] = step
    return tuple(sorted(best.values(), key=_order))


@lru_cache(maxsize=8192)
def fitting(output: Reading, need: Reading, book: ReferenceBook, asked: float = ASKED) -> tuple[Step, ...]:
    """The steps of an output whose use or product a need is after; none where it takes the output as it is.

    Of steps with the same product by the same process, the one for what the need most surely is after.

    Args:
        asked: how sure it must be, at least, that the need is after it.
    """
    way = surest_way(output, need, book)
    if way is not None and way.hop.process_id is None and way.confidence >= SURE:
        return ()
    same = by_material(output, need, book)
    # Who asks for the very thing, whole bottles say, is not after what would be left of it.
    asks_for_itself = same is not None and same.confidence >= ASKED
    best: dict[tuple[str, str | None], tuple[float, Step]] = {}
    for step in steps(output, book):
        if step.product_id is None and asks_for_itself:
            continue
        sure, documented = _after(need, step, book)
        kept = best.get((step.process_id, step.product_id))
        if sure >= asked and (kept is None or documented > kept[0]):
            best[step.process_id, step.product_id] = (documented, step)
    return tuple(sorted((step for _, step in best.values()), key=_order))


@lru_cache(maxsize=16384)
def _step(pathway_id: str, sure: float, book: ReferenceBook) -> Step | None:
    pathway = book.pathways[pathway_id]
    if pathway.strength == "never" or pathway.process_id is None:
        return None
    product = product_of(pathway_id, book)
    if product is None and pathway.process_id not in preparing(book):
        return None
    confidence = round(sure * STRENGTH[pathway.strength], 4)
    return Step(pathway.material_id, pathway.process_id, pathway.use_id, product, pathway_id, confidence)


@lru_cache(maxsize=8)
def preparing(book: ReferenceBook) -> frozenset[str]:
    """The processes after which a material is still what it was."""
    entries = (book.properties.get(name) for name in PREPARED)
    return frozenset(process for entry in entries if entry is not None for process in entry.lowered_by)


@lru_cache(maxsize=8192)
def product_of(pathway_id: str, book: ReferenceBook) -> str | None:
    """What comes out of the process of a way and goes on; None where the book knows no such thing.

    Processes name all that they ever give, what counts first. That, or a narrower kind of it, is meant, where
    the process is known to take such a material: if it serves the use with nothing more done to it, or else
    where the use is but the process by another name (composting makes compost of whatever rots).
    """
    pathway = book.pathways[pathway_id]
    process = book.processes[pathway.process_id or ""]
    if not process.outputs or process.outputs[0] == pathway.material_id:
        return None
    first = process.outputs[0]
    takes_it = not set(process.inputs).isdisjoint(lineage(pathway.material_id, book))
    mine = family(pathway.material_id, book)
    if not takes_it and (mine not in WORKED or family(first, book) != mine):
        return None
    kinds = (name for name in process.outputs if first in lineage(name, book))
    serving = next((name for name in kinds if serves(name, pathway, book)), None)
    return first if serving is None and takes_it and pathway.use_id in FEEDSTOCK else serving


def serves(product: str, pathway: Pathway, book: ReferenceBook) -> bool:
    """Whether a product serves the use of a way with nothing more done to it."""
    return product == pathway.replaces or pathway.use_id in _uses_of(product, book)


@lru_cache(maxsize=8)
def materials_through(book: ReferenceBook) -> dict[str, frozenset[str]]:
    """Process -> the materials for which a third firm could do it, by the documented ways."""
    found: dict[str, set[str]] = {}
    for pathway in book.pathways.values():
        step = _step(pathway.id, 1.0, book)
        if step is not None:
            found.setdefault(step.process_id, set()).add(step.material_id)
    return {process: frozenset(materials) for process, materials in found.items()}


def _uses_of(product: str, book: ReferenceBook) -> frozenset[str]:
    found = _served_as_it_is(book)
    return frozenset(use for name in lineage(product, book) for use in found.get(name, ()))


@lru_cache(maxsize=8)
def _served_as_it_is(book: ReferenceBook) -> dict[str, frozenset[str]]:
    """Material -> the uses that it serves without a process."""
    found: dict[str, set[str]] = {}
    for pathway in book.pathways.values():
        if pathway.process_id is None and pathway.strength != "never":
            found.setdefault(pathway.material_id, set()).add(pathway.use_id)
    return {material: frozenset(uses) for material, uses in found.items()}


def _after(need: Reading, step: Step, book: ReferenceBook) -> tuple[float, float]:
    """How surely a need is after what a step gives, and how surely after the documented use of the way."""
    documented = need.uses.get(step.use_id, 0.0)
    product = step.product_id
    if product is None:
        # That a thing is prepared for a use tells little: the use must surely be meant.
        return (documented, documented) if documented >= SURE else (0.0, 0.0)
    if not serves(product, book.pathways[step.pathway_id], book):
        documented = 0.0
    by_name = (sure * kinship(product, wanted, book) for wanted, sure in need.named.items())
    by_use = (need.uses.get(use, 0.0) for use in _uses_of(product, book))
    return max(documented, *by_name, *by_use, 0.0), documented


def _order(step: Step) -> tuple[float, str, str, str]:
    return (-step.confidence, step.process_id, step.use_id, step.pathway_id)
