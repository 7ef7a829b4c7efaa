"""A coordinator gives a listing its waste code, or settles one of a mirror pair, with the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from graph import code_changes, listings
from graph.correction_records import CodeChange
from graph.ids import new_id
from graph.records import ListingState
from matching.errors import UnknownCode
from matching.records import Side
from symbiosis.access import Viewer, may_see_all, require
from symbiosis.errors import InvalidInput, NotPossibleNow, OnlyForOutputs
from symbiosis.inputs import CodeInput, ListingInput
from symbiosis.operations.find_matches import find_matches_soon
from symbiosis.operations.meaning import recognition_of
from symbiosis.operations.settle_hazard import settle_hazard
from symbiosis.operations.show_listing import listing_for, shown
from symbiosis.views import ListingView
from symbiosis.wiring import Services


def set_code(
    services: Services, viewer: Viewer, listing_id: str, given: CodeInput, *, now: datetime
) -> ListingView:
    """Keep the code of an output, with who gave it, when and why; the listing is compared anew.

    The rules are those by which a firm gives a code itself (`settle_hazard`): of a mirror pair, the answer to
    its question decides which of the two.

    Raises:
        NotFound: no such listing.
        InvalidInput: the code is not in the List of Waste or contradicts what is stated, or it is a need.
        NotPossibleNow: the listing was withdrawn.
    """
    require(viewer, "set_code")
    before = listing_for(services, viewer, "set_code", listing_id)
    if before.state is ListingState.WITHDRAWN:
        raise NotPossibleNow(action="set_code", state=before.state.value)
    if before.side is not Side.OUTPUT:
        raise InvalidInput({"ewc_code": [OnlyForOutputs(field="ewc_code")]})
    try:
        entry = services.book.waste_code(given.ewc_code)
    except UnknownCode as error:
        raise InvalidInput({"ewc_code": [error]}) from None
    said = ListingInput(
        side=before.side,
        text=before.text,
        ewc_code=entry.id,
        hazardous=before.hazardous if given.contains_hazardous is None else None,
        contains_hazardous=given.contains_hazardous,
    )
    settled, problems = settle_hazard(said, entry, services.book)
    if problems:
        raise InvalidInput({problem.field or "ewc_code": [problem] for problem in problems})
    after = replace(before, ewc_code=settled.ewc_code, hazardous=settled.hazardous, changed_at=now)
    change = CodeChange(
        id=new_id(),
        listing_id=listing_id,
        ewc_code=settled.ewc_code or entry.id,
        hazardous=settled.hazardous,
        ewc_code_before=before.ewc_code,
        hazardous_before=before.hazardous,
        why=given.why,
        changed_at=now,
        user_id=viewer.user_id or "",
    )
    recognition = recognition_of(after.text, services.book, after.not_ids, services.synonyms)
    listings.update(services.store, after, recognition, code_change=change)
    find_matches_soon(services, listing_id, now=now)
    return shown(services, viewer, listing_for(services, viewer, "see_listing", listing_id), now=now)


def code_history(services: Services, viewer: Viewer, listing_id: str) -> tuple[CodeChange, ...]:
    """Which codes coordinators gave a listing, newest first; its firm is told when and why, and not by whom.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
    """
    listing_for(services, viewer, "see_listing", listing_id)
    found = code_changes.of_listing(services.store, listing_id)
    if may_see_all(viewer, "set_code"):
        return tuple(found)
    return tuple(replace(change, user_id="", user_email=None) for change in found)
