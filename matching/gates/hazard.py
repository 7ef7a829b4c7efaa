"""Hazard and permit."""

from __future__ import annotations

from datetime import date

from matching.gates.answers import asked, passed, refused
from matching.hazard import Hazard, hazard_of
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

_QUESTIONS = {
    Hazard.NAMED: "hazard.sounds_hazardous",
    Hazard.MIRROR: "hazard.mirror_entry",
    Hazard.UNSAID: "hazard.is_it_hazardous",
}


def hazard(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """What is hazardous goes to a firm that says it is authorised to take it, and to no other."""
    known = hazard_of(output, book)
    if known is Hazard.NO:
        return passed("hazard")
    if known in _QUESTIONS:
        return asked("hazard", _QUESTIONS[known])
    authorised = need.listing.hazardous
    if authorised is False:
        return refused("hazard", "hazard.not_authorised")
    if known is Hazard.DISPUTED:
        return asked("hazard", "hazard.code_says_hazardous")
    if authorised is None:
        return asked("hazard", "hazard.is_it_authorised")
    return passed("hazard")
