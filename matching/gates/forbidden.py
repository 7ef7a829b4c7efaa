"""Whether the book forbids the material altogether, or for the use that is sought."""

from __future__ import annotations

from datetime import date

from matching.bans import banned, dead_ends_of
from matching.gates.answers import SURE, asked, passed, refused
from matching.hops import by_material, by_pathway
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

_LAWFUL = 0.4
"""From this confidence on, an allowed use counts beside a forbidden one."""


def forbidden(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """The material has a lawful use, and no rule forbids it for this one.

    Who asks for a material without any lawful use is asked whether it is to be destroyed.
    """
    doubtful = False
    for material, sure in dead_ends_of(output, book).items():
        if sure >= SURE and not _may_destroy(need, material, book):
            return refused("forbidden", f"forbidden.dead_end.{material}")
        if sure >= SURE:
            return asked("forbidden", "forbidden.is_it_destroyed")
        doubtful = True
    for use, (sure, rule) in banned(output, book).items():
        if use in need.uses:
            if min(sure, need.uses[use]) >= SURE and not _has_lawful_way(output, need, book):
                return refused("forbidden", f"forbidden.{rule}")
            doubtful = True
    if doubtful:
        return asked("forbidden", "forbidden.is_it_this_material")
    return passed("forbidden")


def _may_destroy(need: Reading, material: str, book: ReferenceBook) -> bool:
    """Whether a need asks for this very material and names no use of it: those who destroy it say no more."""
    is_asked_for = any(
        sure >= SURE and material in (name, *book.broader(name)) for name, sure in need.materials.items()
    )
    return is_asked_for and max(need.uses.values(), default=0.0) < SURE


def _has_lawful_way(output: Reading, need: Reading, book: ReferenceBook) -> bool:
    """Whether the need also names a use that is allowed: then somebody has to say which one is meant.

    Who asks for the very material by its name knows what it may be used for, so any allowed use will do.
    """
    way, same = by_pathway(output, need, book), by_material(output, need, book)
    is_asked_for = same is not None and same.confidence >= SURE
    return way is not None and (is_asked_for or way.confidence >= _LAWFUL)
