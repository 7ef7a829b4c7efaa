"""What rules a pair out before any score. Unknown is a question, never a refusal and never a yes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from matching.gates.answers import SURE, Gate
from matching.gates.corrected import of_both
from matching.gates.dilution import dilution
from matching.gates.forbidden import forbidden
from matching.gates.form import form
from matching.gates.hazard import hazard
from matching.gates.law import law
from matching.gates.lot import lot
from matching.gates.parties import dates, kind, self_
from matching.gates.reach import reach
from matching.gates.scope import scope
from matching.gates.specification import specification
from matching.law_in_force import Law, law_of
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

__all__ = ["GATES", "SURE", "Gate", "is_refused", "pass_through"]

GATES: tuple[Gate, ...] = (
    kind,
    self_,
    scope,
    hazard,
    dilution,
    forbidden,
    specification,
    form,
    lot,
    reach,
    dates,
)
"""What is judged by the book alone; `law` comes last, for its rules can be changed while the program runs."""


def pass_through(
    output: Reading, need: Reading, book: ReferenceBook, today: date | None, as_now: Law | None = None
) -> tuple[GateResult, ...]:
    """What every gate says of a pair, in their order. One `fail` rules the pair out.

    Args:
        as_now: the law as it stands; None takes it as the book has it.
    """
    return tuple(_judged(output, need, book, today, as_now))


def is_refused(
    output: Reading, need: Reading, book: ReferenceBook, today: date | None, as_now: Law | None = None
) -> bool:
    """Whether any gate rules a pair out; asks no further than the first that does."""
    return any(gate.result == "fail" for gate in _judged(output, need, book, today, as_now))


def _judged(
    output: Reading, need: Reading, book: ReferenceBook, today: date | None, as_now: Law | None
) -> Iterator[GateResult]:
    results = _results(output, need, book, today, as_now or law_of(book))
    if output.as_worded is None and need.as_worded is None:
        return results
    one, other = output.as_worded or output, need.as_worded or need
    return map(of_both, results, _results(one, other, book, today, as_now or law_of(book)))


def _results(
    output: Reading, need: Reading, book: ReferenceBook, today: date | None, as_now: Law
) -> Iterator[GateResult]:
    for gate in GATES:
        yield gate(output, need, book, today)
    yield law(output, need, book, today, as_now)
