"""What rules a pair out before any score. Unknown is a question, never a refusal and never a yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from matching.hops import banned, by_pathway, dead_ends_of
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

SURE = 0.6
"""From this confidence on, what a text says is taken as said when a rule depends on it."""

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
    """Whether the need also names a use that is allowed: then somebody has to say which one is meant."""
    way = by_pathway(output, need, book)
    return way is not None and way.confidence >= 0.5


def dates(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """There is a day on which both listings hold, not before `today`."""
    one, other = output.listing, need.listing
    starts = [day for day in (one.starts_on, other.starts_on, today) if day is not None]
    ends = [day for day in (one.ends_on, other.ends_on) if day is not None]
    if starts and ends and max(starts) > min(ends):
        return GateResult("dates", "fail", reason="dates.never_together")
    return _passed("dates")


GATES: tuple[Gate, ...] = (kind, self_, scope, hazard, forbidden, dates)


def pass_through(
    output: Reading, need: Reading, book: ReferenceBook, today: date | None
) -> tuple[GateResult, ...]:
    """What every gate says of a pair, in their order. One `fail` rules the pair out."""
    return tuple(gate(output, need, book, today) for gate in GATES)
