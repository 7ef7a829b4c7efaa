"""Either side tells what came of an exchange; a coordinator writes it down for them.

It counts as confirmed when both sides tell that it happened. Appended; the latest word of a side counts.
"""

from __future__ import annotations

from datetime import datetime

from graph import exchanges, outcomes
from graph.errors import NotFound
from graph.ids import new_id
from graph.learning_records import Outcome
from matching.records import Side
from symbiosis.access import Viewer, require, require_for
from symbiosis.errors import DayAhead, InvalidInput, SideMissing
from symbiosis.inputs import OutcomeInput
from symbiosis.operations.meaning import today
from symbiosis.operations.show_firm import require_active_firm
from symbiosis.reducing import side_of
from symbiosis.views import OutcomeView
from symbiosis.wiring import Services


def record_outcome(
    services: Services, viewer: Viewer, exchange_id: str, given: OutcomeInput, *, now: datetime
) -> tuple[OutcomeView, ...]:
    """Append what a side says.

    Returns:
        The latest word of each side, as far as the viewer may read it.
    Raises:
        NotFound: the exchange does not exist, or the viewer's firm has no part in it.
        InvalidInput: the day has not come yet, or a coordinator does not say for which side it is.
        FirmSuspended: nothing can be changed now.
    """
    require(viewer, "record_outcome")
    exchange = exchanges.by_id(services.store, exchange_id)
    if exchange is None:
        raise NotFound(what="exchange", id=exchange_id)
    firms = (exchange.output_firm_id, exchange.need_firm_id)
    require_for(viewer, "record_outcome", *firms, what="exchange", id=exchange_id)
    mine = side_of(exchange, viewer.firm_id)
    if mine is not None and viewer.firm_id is not None:
        require_active_firm(services, viewer, viewer.firm_id)
    side = mine or given.side
    if side is None:
        raise InvalidInput({"side": [SideMissing(field="side")]})
    if given.happened_on is not None and given.happened_on > today(now):
        raise InvalidInput({"happened_on": [DayAhead(field="happened_on")]})
    said = Outcome(
        id=given.id or new_id(),
        exchange_id=exchange_id,
        side=side,
        happened=given.happened,
        recorded_at=now,
        user_id=viewer.user_id or "",
        tonnes=given.tonnes,
        happened_on=given.happened_on,
        cost_gel=given.cost_gel,
        reason=given.reason,
        note=given.note,
    )
    outcomes.append(services.store, said)
    return outcomes_seen(services, exchange_id, mine)


def outcomes_seen(services: Services, exchange_id: str, mine: Side | None) -> tuple[OutcomeView, ...]:
    """The latest word of each side. Cost, reason and note are for the side itself and for coordinators.

    Args:
        mine: the side of the reader's firm; None for a coordinator.
    """
    latest: dict[Side, Outcome] = {}
    for said in outcomes.of_exchange(services.store, exchange_id):
        latest.setdefault(said.side, said)
    return tuple(_view(latest[side], is_private=mine in (None, side)) for side in Side if side in latest)


def _view(said: Outcome, *, is_private: bool) -> OutcomeView:
    return OutcomeView(
        side=said.side,
        happened=said.happened,
        recorded_at=said.recorded_at,
        tonnes=said.tonnes,
        happened_on=said.happened_on,
        cost_gel=said.cost_gel if is_private else None,
        reason=said.reason if is_private else None,
        note=said.note if is_private else None,
    )
