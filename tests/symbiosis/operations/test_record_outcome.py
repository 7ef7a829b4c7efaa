"""Either side tells what came of an exchange; it teaches the ranker once both tell it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from graph import labels as answered_pairs
from graph.errors import NotFound
from graph.records import Role
from matching.evidence.kinds import NAMES
from matching.labels import labels
from matching.records import Side
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import FirmSuspended, InvalidInput, NotAllowed, NotLoggedIn
from symbiosis.inputs import OutcomeInput
from symbiosis.schemas.base import load
from symbiosis.schemas.outcome import OutcomeSchema
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import app_without_graph


def happened(**changes: Any) -> OutcomeInput:
    chosen: dict[str, Any] = {
        "happened": True,
        "tonnes": 12.5,
        "happened_on": date(2026, 9, 10),
        "cost_gel": 300.0,
        "note": "პირველი რეისი",
    }
    return OutcomeInput(**{**chosen, **changes})


def failed(reason: str) -> OutcomeInput:
    return OutcomeInput(happened=False, reason=reason, note="სველია")


def label_of(services: Services) -> int | None:
    rows = labels(answered_pairs.answered(services.store), NAMES).rows
    return rows[0].label if rows else None


def test_what_both_sides_tell_is_confirmed_and_teaches_more_than_a_yes(
    services: Services, town: Town
) -> None:
    giver, taker, exchange_id = town.exchange()
    assert label_of(services) == 2
    operations.record_outcome(services, giver, exchange_id, happened(), now=NOW)
    assert not operations.show_exchange(services, giver, exchange_id, now=NOW).is_confirmed
    assert label_of(services) == 3
    operations.record_outcome(services, taker, exchange_id, happened(tonnes=12.0), now=NOW)
    assert operations.show_exchange(services, giver, exchange_id, now=NOW).is_confirmed
    assert label_of(services) == 4


def test_what_it_cost_and_why_it_failed_stay_with_the_side_and_the_coordinator(
    services: Services, town: Town
) -> None:
    giver, taker, exchange_id = town.exchange()
    operations.record_outcome(services, giver, exchange_id, happened(), now=NOW)
    operations.record_outcome(services, taker, exchange_id, failed("price"), now=NOW)
    seen = {
        name: operations.show_exchange(services, viewer, exchange_id, now=NOW).outcomes
        for name, viewer in {"giver": giver, "taker": taker, "coordinator": town.coordinator()}.items()
    }
    assert [(said.cost_gel, said.reason) for said in seen["giver"]] == [(300.0, None), (None, None)]
    assert [(said.cost_gel, said.reason) for said in seen["taker"]] == [(None, None), (None, "price")]
    assert [said.note for said in seen["taker"]] == [None, "სველია"]
    assert [(said.cost_gel, said.reason) for said in seen["coordinator"]] == [(300.0, None), (None, "price")]
    assert [said.tonnes for said in seen["taker"]] == [12.5, None]


def test_the_latest_word_of_a_side_counts(services: Services, town: Town) -> None:
    giver, _taker, exchange_id = town.exchange()
    operations.record_outcome(services, giver, exchange_id, failed("quality"), now=NOW)
    assert label_of(services) == 0
    later = NOW + timedelta(days=1)
    (said,) = operations.record_outcome(services, giver, exchange_id, happened(), now=later)
    assert said.happened
    assert label_of(services) == 3


def test_a_coordinator_writes_for_either_side_and_says_for_which(services: Services, town: Town) -> None:
    _giver, _taker, exchange_id = town.exchange()
    coordinator = town.coordinator()
    with pytest.raises(InvalidInput) as refused:
        operations.record_outcome(services, coordinator, exchange_id, happened(), now=NOW)
    assert set(refused.value.problems) == {"side"}
    for side in Side:
        operations.record_outcome(services, coordinator, exchange_id, happened(side=side), now=NOW)
    assert operations.show_exchange(services, coordinator, exchange_id, now=NOW).is_confirmed


def test_a_firm_speaks_for_its_own_side_only(services: Services, town: Town) -> None:
    giver, _taker, exchange_id = town.exchange()
    given = happened(side=Side.NEED)
    (said,) = operations.record_outcome(services, giver, exchange_id, given, now=NOW)
    assert said.side is Side.OUTPUT


def test_a_day_to_come_is_refused(services: Services, town: Town) -> None:
    giver, _taker, exchange_id = town.exchange()
    with pytest.raises(InvalidInput) as refused:
        operations.record_outcome(
            services, giver, exchange_id, happened(happened_on=date(2026, 9, 17)), now=NOW
        )
    assert set(refused.value.problems) == {"happened_on"}


def test_nobody_else_tells_anything(services: Services, town: Town) -> None:
    giver, _taker, exchange_id = town.exchange()
    with pytest.raises(NotFound):
        operations.record_outcome(services, town.business(), exchange_id, happened(), now=NOW)
    with pytest.raises(NotFound):
        operations.record_outcome(services, giver, "invented", happened(), now=NOW)
    for role in (Role.PLANNER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            operations.record_outcome(services, town.somebody(role), exchange_id, happened(), now=NOW)
    with pytest.raises(NotLoggedIn):
        operations.record_outcome(services, Viewer(), exchange_id, happened(), now=NOW)
    operations.suspend_firm(services, town.coordinator(), giver.firm_id or "", now=NOW)
    with pytest.raises(FirmSuspended):
        operations.record_outcome(services, giver, exchange_id, happened(), now=NOW)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, {"happened"}),
        ({"happened": "yes"}, {"tonnes", "happened_on"}),
        ({"happened": "yes", "tonnes": 0, "happened_on": "2026-09-01"}, {"tonnes"}),
        ({"happened": "no"}, {"reason"}),
        ({"happened": "no", "reason": "bored"}, {"reason"}),
    ],
)
def test_what_is_missing_is_named(given: dict[str, Any], missing: set[str]) -> None:
    with app_without_graph() as app, app.test_request_context(), pytest.raises(InvalidInput) as refused:
        load(OutcomeSchema(), given)
    assert set(refused.value.problems) == missing


def test_what_does_not_belong_to_the_answer_is_left_out() -> None:
    given = {"happened": "no", "reason": "law", "tonnes": 3.0, "cost_gel": 1.0}
    assert load(OutcomeSchema(), given) == OutcomeInput(happened=False, reason="law")
