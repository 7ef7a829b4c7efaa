"""Whether there is enough for the least that the need takes."""

from __future__ import annotations

from datetime import date

from matching import units
from matching.gates.answers import asked, passed
from matching.lots import least_lot
from matching.reading import Reading, kept_with_reading
from matching.records import GateResult, Quantity
from matching.reference_book import ReferenceBook


def lot(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """A year of it fills the smallest lot that is taken; less may be pooled with others, so it is asked."""
    least = least_a_year(need, book)
    if least is None:
        return passed("lot")
    if output.per_year is None or output.per_year[1] != least[1]:
        return asked("lot", "lot.how_much_is_there")
    return passed("lot") if output.per_year[0] >= least[0] else asked("lot", "lot.can_several_be_pooled")


@kept_with_reading
def least_a_year(need: Reading, book: ReferenceBook) -> tuple[float, str] | None:
    """The least lot, as an amount of a year with its dimension."""
    least = least_lot(need.listing.text, book)
    if least is None:
        return None
    return units.amount_per_year(Quantity(least.amount, least.unit, least.period), (), book)
