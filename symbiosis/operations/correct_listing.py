"""One tap corrects what was understood of a listing; it is compared anew at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from graph import listings
from graph.records import ListingState
from matching.meanings import Meaning, meanings_of
from matching.records import Kind, Listing, Side
from symbiosis.access import Viewer, require
from symbiosis.errors import NotPossibleNow, UnknownMaterial
from symbiosis.inputs import CorrectionInput
from symbiosis.operations.corrected import corrections_between, sort_of, tapped
from symbiosis.operations.find_matches import find_matches_soon
from symbiosis.operations.meaning import recognition_of, refuse, tonnes_per_year
from symbiosis.operations.show_firm import require_active_firm
from symbiosis.operations.show_listing import listing_for, shown
from symbiosis.views import ListingView
from symbiosis.wiring import Services

MOST_CONFIRMED = 5
"""Materials, and uses, that one listing may be."""

MOST_LEFT_OUT = 20


def correct_listing(
    services: Services, viewer: Viewer, listing_id: str, given: CorrectionInput, *, now: datetime
) -> ListingView:
    """Keep that a listing is, or is not, a material or use. Said twice it changes nothing more.

    It holds for this listing, also when its text is edited, until somebody takes it back.

    Raises:
        NotFound: the listing does not exist, or is not the viewer's.
        InvalidInput: the book has no such material or use.
        NotPossibleNow: it was withdrawn, or so much was said of it already.
        FirmSuspended: nothing can be changed now.
    """
    before = listing_for(services, viewer, "edit_listing", listing_id)
    require_active_firm(services, viewer, before.firm_id)
    sort = sort_of(given.entry_id, services.book)
    if sort is None:
        refuse(UnknownMaterial(field="entry_id", id=given.entry_id))
    after = tapped(before, sort, given.entry_id, given.meant)
    said = max(len(after.material_ids), len(after.use_ids))
    if before.state is ListingState.WITHDRAWN or said > MOST_CONFIRMED or len(after.not_ids) > MOST_LEFT_OUT:
        raise NotPossibleNow(action="correct", state=before.state.value)
    if after != before:
        recognition = recognition_of(after.text, services.book, after.not_ids, services.synonyms)
        after = replace(
            after, changed_at=now, tonnes_per_year=tonnes_per_year(after, recognition, services.book)
        )
        corrections = corrections_between(before, after, viewer, services.book, now)
        listings.update(services.store, after, recognition, corrections)
        find_matches_soon(services, listing_id, now=now)
    return shown(services, viewer, listing_for(services, viewer, "see_listing", listing_id), now=now)


def meanings_of_listing(services: Services, viewer: Viewer, listing_id: str) -> tuple[Meaning, ...]:
    """What a listing is taken to mean, for its owner or a coordinator.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
    """
    found = listing_for(services, viewer, "see_listing", listing_id)
    return meanings_of(found.for_ranking(), services.book, services.synonyms)


def meanings_of_words(
    services: Services,
    viewer: Viewer,
    text: str,
    *,
    side: Side = Side.OUTPUT,
    kind: Kind = "material",
    material_ids: tuple[str, ...] = (),
    use_ids: tuple[str, ...] = (),
    not_ids: tuple[str, ...] = (),
) -> tuple[Meaning, ...]:
    """What a listing with this text and these corrections would be taken to mean."""
    require(viewer, "see_book")
    asked = Listing("", side, text, kind, material_ids=material_ids, use_ids=use_ids, not_ids=not_ids)
    return meanings_of(asked, services.book, services.synonyms)
