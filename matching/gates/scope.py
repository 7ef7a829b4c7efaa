"""Whether waste law speaks of the material at all."""

from __future__ import annotations

from datetime import date

from matching.gates.answers import asked, passed
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook


def scope(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """The material falls under waste law, or goes by rules of its own that somebody must look at.

    Source: Waste Management Code of Georgia, Article 2 (gaseous effluents, waste water and others are
    outside the Code), https://matsne.gov.ge/en/document/view/2676416
    """
    if output.code is None and output.listing.kind in {"gas", "water"}:
        return asked("scope", "scope.permit_for_gas_or_water")
    return passed("scope")
