"""Whether what a processor works with includes what a chain would bring it.

A dryer is built for something: who dries sawdust does not dry bread. What a plant treats only its firm knows.
Where it has said so, that holds; where it has not, it is asked, unless the process leaves no choice.
"""

from __future__ import annotations

from functools import lru_cache

from matching.chains.records import Link, Processor, Step
from matching.chains.steps import SURE, WORKED, materials_through
from matching.evidence.precedent import DIVISION
from matching.gates.answers import asked, passed, refused
from matching.hops import named
from matching.impact.lookup import family, lineage
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

EATEN = frozenset({"feed", "food"})
"""What a use ends in (`reference/blending_uses.csv`) where people or animals eat it, or lie on it."""

FOOD_CHAIN = ("01", "03", "10", "11", "12", "56")
"""Divisions of NACE whose plants handle what is eaten: farms, fisheries, makers of food, drink and feed."""

ANYTHING = ("37", "38", "39", "46", "52")
"""Divisions that say nothing of what a plant is built for: waste, wholesale, storage."""

PIECES = frozenset({"granular", "item", "solid"})
"""Forms that the same machines take; powder blows away, and what flows needs pipes or tanks."""


def treats(link: Link, book: ReferenceBook) -> GateResult:
    """The processor works with this material, as it says itself, or as its process leaves no choice."""
    processor, mine = link.processor, material_of(link.output, link.step, book)
    is_eaten = book.blending_uses.get(link.step.use_id) in EATEN
    if processor.treats:
        return _by_own_word(link, mine, is_eaten, book)
    if is_eaten and _is_of_another_trade(processor, link.step.use_id, book):
        return refused("treats", "treats.nothing_eaten")
    if not is_eaten and leaves_no_choice(processor.process_id, mine, book):
        return passed("treats")
    return asked("treats", "treats.which")


def material_of(output: Reading, step: Step, book: ReferenceBook) -> str:
    """What would be brought: the narrowest that the output surely is, of those kin to the step's material."""
    sure = {name for name, confidence in named(output, book).items() if confidence >= SURE}
    kin = [name for name in sure if _are_kin(name, step.material_id, book)]
    return min(kin, key=lambda name: (-len(lineage(name, book)), name), default=step.material_id)


def treatable(process_id: str, book: ReferenceBook) -> tuple[str, ...]:
    """What goes through a process, by id: what the book says of it, and whose ways lead through it."""
    through = materials_through(book).get(process_id, frozenset())
    return tuple(sorted(through | set(book.processes[process_id].inputs)))


@lru_cache(maxsize=4096)
def leaves_no_choice(process_id: str, material_id: str, book: ReferenceBook) -> bool:
    """Whether a process is by its nature one for such things.

    All that the book says it takes is of the material's family, one of those that are worked alike, and of
    such a form.
    """
    mine = _kind(material_id, book)
    kinds = {_kind(name, book) for name in book.processes[process_id].inputs}
    return mine[0] in WORKED and kinds == {mine}


def _by_own_word(link: Link, mine: str, is_eaten: bool, book: ReferenceBook) -> GateResult:
    processor = link.processor
    if set(processor.treats).isdisjoint(lineage(mine, book)):
        is_kind_of_it = any(mine in book.broader(name) for name in processor.treats)
        if is_kind_of_it:
            return asked("treats", "treats.this_kind")
        return refused("treats", "treats.other_things")
    if is_eaten and _is_of_another_trade(processor, link.step.use_id, book):
        return asked("treats", "treats.for_food")
    return passed("treats")


def _is_of_another_trade(processor: Processor, use_id: str, book: ReferenceBook) -> bool:
    """Whether the sector of a firm speaks against its plant being one for what is eaten: it is none of the
    food chain, and none of those that are after this very use, as who makes gases is after food-grade CO2.
    """
    buyers = {nace[:DIVISION] for nace in book.uses[use_id].nace}
    return processor.nace is not None and not processor.nace.startswith((*FOOD_CHAIN, *ANYTHING, *buyers))


def _are_kin(one: str, other: str, book: ReferenceBook) -> bool:
    return one in lineage(other, book) or other in lineage(one, book)


def _kind(material_id: str, book: ReferenceBook) -> tuple[str, str | None]:
    form = book.materials[material_id].form
    return family(material_id, book), "pieces" if form in PIECES else form
