"""The processor as the ranker can compare it: a need for what comes in, an output of what goes out."""

from __future__ import annotations

from dataclasses import replace

from matching.chains.records import Link, Step
from matching.hazard import Hazard, hazard_of
from matching.records import Listing, Side
from matching.reference_book import ReferenceBook
from matching.units import MASS


def taking(link: Link, book: ReferenceBook) -> Listing:
    """The processor as one who needs the material, in the words of the output's language."""
    processor, step, output = link.processor, link.step, link.output.listing
    return Listing(
        id=f"{processor.id}:{step.pathway_id}",
        side=Side.NEED,
        text=book.materials[step.material_id].name(output.lang or "en"),
        kind=output.kind,
        nace=processor.nace,
        hazardous=processor.takes_hazardous,
        tonnes_per_year=processor.tonnes_per_year,
        place=processor.place,
        firm_id=processor.firm_id,
        material_ids=(step.material_id,),
        declines=processor.declines,
    )


def giving(link: Link, book: ReferenceBook) -> Listing:
    """What the processor gives on: the product by its name, or the output itself, prepared.

    Nobody has said of a product that it is harmless; that it is follows only where the output surely is.
    """
    processor, step, output = link.processor, link.step, link.output.listing
    prepared = replace(
        output,
        id=f"{processor.id}:{step.pathway_id}:{output.id}",
        place=processor.place,
        firm_id=processor.firm_id,
        declines=processor.declines,
        nace=processor.nace,
        quantity=None,
        tonnes_per_year=_times(most_in(link), yield_of(step, book)),
    )
    if step.product_id is None:
        return prepared
    product = book.materials[step.product_id]
    is_harmless = hazard_of(link.output, book) is Hazard.NO
    lang = link.need.listing.lang or "en"
    return replace(
        prepared,
        text=product.name(lang),
        lang=lang,
        kind=product.kind,
        ewc_code=None,
        hazardous=False if is_harmless else None,
        material_ids=(step.product_id,),
        use_ids=(),
        not_ids=(),
    )


def yield_of(step: Step, book: ReferenceBook) -> float:
    """Tonnes that come out of one tonne; 1 where the book counts the process otherwise than by the tonne."""
    process = book.processes[step.process_id]
    return process.yields[1] if process.yields and process.per == "t" else 1.0


def amounts(link: Link, book: ReferenceBook) -> tuple[float | None, float | None]:
    """Tonnes that go in and come out in a year: as much as there is, can be treated, and is needed."""
    most, out_of_one, need = most_in(link), yield_of(link.step, book), link.need.per_year
    if most is not None and need is not None and need[1] == MASS:
        most = min(most, need[0] / out_of_one)
    return _times(most, 1.0), _times(most, out_of_one)


def most_in(link: Link) -> float | None:
    """Tonnes that can go in, whatever is needed of what comes out; None: the output's amount is not known."""
    there = link.output.per_year
    if there is None or there[1] != MASS:
        return None
    most = link.processor.tonnes_per_year
    return there[0] if most is None else min(there[0], most)


def _times(tonnes: float | None, by: float) -> float | None:
    return None if tonnes is None else round(tonnes * by, 4)
