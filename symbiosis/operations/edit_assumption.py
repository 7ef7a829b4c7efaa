"""A coordinator says a figure under the worth of a match better than the book does, for this pair alone."""

from __future__ import annotations

from datetime import datetime

from graph import assumption_changes
from graph.change_records import AssumptionChange
from graph.errors import AlreadyThere
from graph.ids import new_id
from symbiosis.access import Viewer
from symbiosis.inputs import AssumptionInput
from symbiosis.operations.my_matches import match_for
from symbiosis.operations.reckon_worth import changes_of
from symbiosis.wiring import Services


class AssumptionsEdited(AlreadyThere):
    """The next change of the pair is there already: somebody else made it since the editor opened it."""

    code = "assumptions_edited"


def edit_assumption(
    services: Services, viewer: Viewer, match_id: str, given: AssumptionInput, *, now: datetime
) -> bool:
    """Keep what a coordinator says of a figure, beside all that was said before.

    Returns:
        Whether anything is now said otherwise than before; else nothing was kept.
    Raises:
        NotFound: no such match.
        AssumptionsEdited: somebody else changed a figure of the pair since.
    """
    match, _pair, _side = match_for(services, viewer, "edit_worth", match_id, now=now)
    pair = (match.output_id, match.need_id)
    changes = changes_of(services, [match]).get(pair, ())
    if len(changes) != given.number:
        raise AssumptionsEdited(id=match_id)
    before = {change.assumption_id: change.span for change in changes}.get(given.assumption_id)
    if before == given.span:
        return False
    change = AssumptionChange(
        id=new_id(),
        output_id=match.output_id,
        need_id=match.need_id,
        number=given.number + 1,
        assumption_id=given.assumption_id,
        span=given.span,
        why=given.why,
        changed_at=now,
        user_id=viewer.user_id or "",
    )
    try:
        assumption_changes.append(services.store, change)
    except AlreadyThere:
        raise AssumptionsEdited(id=match_id) from None
    return True
