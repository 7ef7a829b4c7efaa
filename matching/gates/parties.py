"""Whether the two listings can meet at all: kinds, firms, dates."""

from __future__ import annotations

from datetime import date

from matching.gates.answers import passed, refused
from matching.reading import Reading
from matching.records import GateResult, Listing
from matching.reference_book import ReferenceBook


def kind(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """Both are of one kind: material, energy, water, gas or asset."""
    return passed("kind") if output.listing.kind == need.listing.kind else refused("kind", "kind.differs")


def self_(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """The two listings are of different firms, and neither firm is to be kept apart from the other."""
    mine, theirs = output.listing.firm_id, need.listing.firm_id
    if mine is not None and mine == theirs:
        return refused("self", "self.same_firm")
    if are_apart(output.listing, need.listing):
        return refused("self", "self.declined")
    return passed("self")


def are_apart(one: Listing, other: Listing) -> bool:
    """Whether the firm of either listing is not to be brought together with that of the other."""
    return one.firm_id in other.declines or other.firm_id in one.declines


def dates(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """There is a day on which both listings hold, not before `today`."""
    one, other = output.listing, need.listing
    starts = [day for day in (one.starts_on, other.starts_on, today) if day is not None]
    ends = [day for day in (one.ends_on, other.ends_on) if day is not None]
    if starts and ends and max(starts) > min(ends):
        return refused("dates", "dates.never_together")
    return passed("dates")
