"""What is asked of a chain as a whole, beside what the gates say of each leg.

That something passes through a third firm's hands makes nothing lawful that is not: hazardous waste is not
diluted, and no forbidden way is open, through a processor either.
"""

from __future__ import annotations

from datetime import date

from matching.chains.records import Link, Processor, Step
from matching.chains.treats import treats
from matching.gates.answers import asked, passed, refused
from matching.gates.dilution import dilution
from matching.gates.forbidden import forbidden
from matching.gates.law import law
from matching.gates.parties import dates, self_
from matching.gates.specification import Fit, fit_of
from matching.law import facts_of_way, rules_holding
from matching.law_in_force import Law
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook
from matching.stated import stated_in


def of_whole(link: Link, book: ReferenceBook, today: date | None, as_now: Law) -> tuple[GateResult, ...]:
    """What every gate says that looks past the processor. One `fail` rules the chain out."""
    output, need, step = link.output, link.need, link.step
    return (
        self_(output, need, book, today),
        dates(output, need, book, today),
        dilution(output, need, book, today),
        forbidden(output, need, book, today),
        *of_processor(link, book),
        limits(output, step, book),
        law(output, need, book, today, as_now, process_id=step.process_id),
    )


def of_processor(link: Link, book: ReferenceBook) -> tuple[GateResult, ...]:
    """What is asked of the processor itself: its permit, what it treats, and that it has room."""
    processor = link.processor
    return permit(processor, link.step, book), treats(link, book), capacity(processor)


def can_do(link: Link, book: ReferenceBook) -> bool:
    """Whether the processor does the step for such a material, as far as anybody has said."""
    if link.processor.process_id != link.step.process_id:
        return False
    return all(gate.result != "fail" for gate in of_processor(link, book))


def permit(processor: Processor, step: Step, book: ReferenceBook) -> GateResult:
    """The processor has the permission that its process needs."""
    if not needs_permit(step.process_id, book) or processor.has_permit:
        return passed("permit")
    if processor.has_permit is None:
        return asked("permit", "permit.has_it")
    return refused("permit", "permit.has_none")


def needs_permit(process_id: str, book: ReferenceBook) -> bool:
    """Whether the book names a permission without which nobody may do a process."""
    return book.processes[process_id].permit_en is not None


def capacity(processor: Processor) -> GateResult:
    """It is known how much the processor can take; the amount of the chain is never above it."""
    if processor.tonnes_per_year is None:
        return asked("capacity", "capacity.how_much")
    return passed("capacity") if processor.tonnes_per_year > 0 else refused("capacity", "capacity.none_left")


def limits(output: Reading, step: Step, book: ReferenceBook) -> GateResult:
    """No figure that is stated lies outside what the way through this very process bears."""
    told = {one.property_id: one for one in stated_in(output.listing.text, book)}
    worst = GateResult("limits", "pass")
    for limit in book.pathways[step.pathway_id].limits:
        fit = fit_of(limit, told, step.process_id, book)
        if fit is Fit.OUTSIDE:
            return refused("limits", f"specification.outside:{limit}")
        if fit is Fit.MENDABLE:
            worst = asked("limits", f"specification.can_it_be_met:{limit}")
    return worst


def rules_of_step(step: Step, book: ReferenceBook) -> tuple[str, ...]:
    """The ids of the rules that hold for what a processor does, in the order of the book."""
    facts = facts_of_way(step.material_id, step.use_id, step.process_id, book)
    return tuple(rule.id for rule in rules_holding(facts, book))
