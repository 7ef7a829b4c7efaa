"""A listing as a person corrected what was understood of it, and what of that is kept for good."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from graph.correction_records import Correction, Meant
from graph.ids import new_id
from graph.records import StoredListing
from matching.meanings import Sort, is_named, words_for
from matching.reference_book import ReferenceBook
from symbiosis.access import Viewer
from symbiosis.operations.meaning import language_of

LONGEST_PHRASE = 80
_END_OF_CLAUSE = re.compile(r"[.,;:!?()\n]")


def sort_of(entry_id: str, book: ReferenceBook) -> Sort | None:
    """Whether an id is of a material or a use; None for anything else."""
    if entry_id in book.materials:
        return "material"
    return "use" if entry_id in book.uses else None


def tapped(listing: StoredListing, sort: Sort, entry_id: str, meant: Meant) -> StoredListing:
    """The listing after one tap: it `is` this, is `not` this, or nothing is said of it any more (`open`)."""
    not_ids = _with(listing.not_ids, entry_id, meant == "not")
    if sort == "material":
        return replace(
            listing, not_ids=not_ids, material_ids=_with(listing.material_ids, entry_id, meant == "is")
        )
    return replace(listing, not_ids=not_ids, use_ids=_with(listing.use_ids, entry_id, meant == "is"))


def _with(ids: tuple[str, ...], entry_id: str, is_in: bool) -> tuple[str, ...]:
    others = [id for id in ids if id != entry_id]
    return tuple(sorted([*others, entry_id] if is_in else others))


def corrections_between(
    before: StoredListing | None, after: StoredListing, viewer: Viewer, book: ReferenceBook, now: datetime
) -> tuple[Correction, ...]:
    """What was said of the meaning of a listing that was not said before.

    That it is what its own words surely name corrects nothing and is left out.
    """
    was = (_confirmed(before), set(before.not_ids)) if before else (set(), set())
    confirmed, not_meant = _confirmed(after), set(after.not_ids)
    said: list[tuple[str, Meant]] = [(id, "not") for id in sorted(not_meant - was[1])]
    said += [(id, "is") for id in sorted(confirmed - was[0]) if not is_named(after.text, id, book)]
    gone = (was[0] | was[1]) - confirmed - not_meant
    said += [(id, "open") for id in sorted(gone)]
    return tuple(
        Correction(
            id=new_id(),
            listing_id=after.id,
            sort=sort_of(id, book) or "material",
            entry_id=id,
            meant=meant,
            words=words,
            lang=language_of(words or after.text),
            corrected_at=now,
            user_id=viewer.user_id or "",
        )
        for id, meant in said
        for words in [_phrase(after, book) if meant == "is" else words_for(after.text, id, book)]
    )


def _confirmed(listing: StoredListing) -> set[str]:
    return {*listing.material_ids, *listing.use_ids}


def _phrase(listing: StoredListing, book: ReferenceBook) -> str:
    """The words that a listing says for what was not understood: those that were understood wrongly, else how
    its text begins.
    """
    wrongly = (words_for(listing.text, id, book) for id in listing.not_ids)
    longest = max(wrongly, key=len, default="")
    if longest:
        return longest
    clause = next(part for part in _END_OF_CLAUSE.split(listing.text) if part.strip())
    return " ".join(clause.split())[:LONGEST_PHRASE].strip()
