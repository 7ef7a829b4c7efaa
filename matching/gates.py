"""What rules a pair out before any score. Unknown is a question, never a refusal and never a yes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

from matching.evidence.distance import pipe_kilometres
from matching.hops import banned, by_material, by_pathway, dead_ends_of, given, reach_of
from matching.law_gate import law
from matching.law_in_force import Law, law_of
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

SURE = 0.6
"""From this confidence on, what a text says is taken as said when a rule depends on it."""

_LAWFUL = 0.5
"""From this confidence on, an allowed use counts beside a forbidden one."""

Gate = Callable[[Reading, Reading, ReferenceBook, date | None], GateResult]


@cache
def _passed(name: str) -> GateResult:
    return GateResult(name, "pass")


@cache
def _asked(name: str, question: str) -> GateResult:
    return GateResult(name, "unknown", question=question)


def kind(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """Both are of one kind: material, energy, water, gas or asset."""
    if output.listing.kind == need.listing.kind:
        return _passed("kind")
    return GateResult("kind", "fail", reason="kind.differs")


def self_(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """The two listings are of different firms."""
    mine, theirs = output.listing.firm_id, need.listing.firm_id
    if mine is not None and mine == theirs:
        return GateResult("self", "fail", reason="self.same_firm")
    return _passed("self")


def scope(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """The material falls under waste law, or goes by rules of its own that somebody must look at.

    Source: Waste Management Code of Georgia, Article 2 (gaseous effluents, waste water and others are
    outside the Code), https://matsne.gov.ge/en/document/view/2676416
    """
    if output.code is None and output.listing.kind in {"gas", "water"}:
        return _asked("scope", "scope.permit_for_gas_or_water")
    return _passed("scope")


def hazard(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """What is hazardous goes to a firm that says it is authorised to take it, and to no other."""
    entry = book.waste_codes.get(output.code) if output.code else None
    by_code = entry.is_hazardous if entry else None
    stated = output.listing.hazardous
    if stated is True or by_code is True:
        return _authorised(need, is_disputed=stated is False)
    if stated is False:
        return _passed("hazard")
    if entry is None:
        # Heat and a shared truck are not hazardous waste; of everything else somebody has to say it.
        is_question = output.listing.kind not in {"energy", "asset"}
        return _asked("hazard", "hazard.is_it_hazardous") if is_question else _passed("hazard")
    if any(book.waste_codes[twin].is_hazardous for twin in entry.twins):
        return _asked("hazard", "hazard.mirror_entry")
    return _passed("hazard")


def _authorised(need: Reading, *, is_disputed: bool) -> GateResult:
    if need.listing.hazardous is False:
        return GateResult("hazard", "fail", reason="hazard.not_authorised")
    if is_disputed:
        return _asked("hazard", "hazard.code_says_hazardous")
    if need.listing.hazardous is None:
        return _asked("hazard", "hazard.is_it_authorised")
    return _passed("hazard")


def forbidden(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """The material has a lawful use, and no rule forbids it for this one."""
    doubtful = False
    for material, sure in dead_ends_of(output, book).items():
        if sure >= SURE:
            return GateResult("forbidden", "fail", reason=f"forbidden.dead_end.{material}")
        doubtful = True
    for use, (sure, rule) in banned(output, book).items():
        if use in need.uses:
            if min(sure, need.uses[use]) >= SURE and not _has_lawful_way(output, need, book):
                return GateResult("forbidden", "fail", reason=f"forbidden.{rule}")
            doubtful = True
    if doubtful:
        return _asked("forbidden", "forbidden.is_it_this_material")
    return _passed("forbidden")


def _has_lawful_way(output: Reading, need: Reading, book: ReferenceBook) -> bool:
    """Whether the need also names a use that is allowed: then somebody has to say which one is meant.

    Who asks for the very material by its name knows what it may be used for, so any allowed use will do.
    """
    way, same = by_pathway(output, need, book), by_material(output, need, book)
    is_asked_for = same is not None and same.confidence >= SURE
    return way is not None and (is_asked_for or way.confidence >= _LAWFUL)


def dates(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """There is a day on which both listings hold, not before `today`."""
    one, other = output.listing, need.listing
    starts = [day for day in (one.starts_on, other.starts_on, today) if day is not None]
    ends = [day for day in (one.ends_on, other.ends_on) if day is not None]
    if starts and ends and max(starts) > min(ends):
        return GateResult("dates", "fail", reason="dates.never_together")
    return _passed("dates")


def reach(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """What goes by pipe alone, such as heat, does not go farther than pipes for it are laid."""
    likeliest = reach_of(output, need, book)
    if likeliest is None or likeliest.by != "pipe":
        return _passed("reach")
    named = given(output, book)
    reaches = {name: book.reach(name) for name in named}
    piped = [found for found in reaches.values() if found is not None and found.by == "pipe"]
    km = pipe_kilometres(output, need)
    if km is None:
        return _asked("reach", "reach.how_far_apart")
    if km <= max(found.km_high for found in piped):
        return _passed("reach")
    carried = [name for name, found in reaches.items() if found is not None and found.by != "pipe"]
    is_doubtful = any(named[name] >= SURE for name in carried)
    # Who lists energy has said that it is heat or cold; of a material the text must say so surely.
    if is_doubtful or (output.listing.kind != "energy" and max(named.values()) < SURE):
        return _asked("reach", "reach.how_far_apart")
    return GateResult("reach", "fail", reason="reach.too_far_for_a_pipe")


GATES: tuple[Gate, ...] = (kind, self_, scope, hazard, forbidden, reach, dates)
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
    for gate in GATES:
        yield gate(output, need, book, today)
    yield law(output, need, book, today, as_now or law_of(book))
