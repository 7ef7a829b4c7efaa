"""What came of an exchange is added, and comes back as it was said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from graph import exchanges, matches, outcomes
from graph.errors import NotFound
from graph.ids import new_id
from graph.learning_records import Outcome
from graph.store import Store
from matching.records import Side
from tests.graph.builders import NOW, a_decision, a_match, posted
from tests.graph.pairs import Pair


@pytest.fixture
def exchange_ids(store: Store) -> list[str]:
    """Two exchanges between two firms."""
    pair = Pair(store)
    ranked = [a_match(pair.output_id, each) for each in (pair.need_id, posted(store, pair.taker, Side.NEED))]
    matches.replace_for(store, pair.output_id, ranked, "1", NOW)
    for match in matches.all_matches(store):
        for side, by in ((Side.OUTPUT, pair.giver), (Side.NEED, pair.taker)):
            matches.decide(store, a_decision(match.id, side, by))
    return [exchange.id for exchange in exchanges.all_exchanges(store)]


@pytest.fixture
def exchange_id(exchange_ids: list[str]) -> str:
    return exchange_ids[0]


def an_outcome(exchange_id: str, **changes: Any) -> Outcome:
    chosen: dict[str, Any] = {
        "id": new_id(),
        "exchange_id": exchange_id,
        "side": Side.OUTPUT,
        "happened": True,
        "recorded_at": NOW,
        "user_id": "somebody",
        "tonnes": 12.5,
        "happened_on": date(2026, 10, 2),
        "cost_gel": 300.0,
    }
    return Outcome(**{**chosen, **changes})


def test_what_was_said_comes_back_newest_first(store: Store, exchange_id: str) -> None:
    first = an_outcome(exchange_id)
    second = an_outcome(
        exchange_id, side=Side.NEED, happened=False, tonnes=None, happened_on=None, cost_gel=None,
        reason="quality", note="სველია", recorded_at=NOW + timedelta(days=1),
    )  # fmt: skip
    for said in (first, second, first):
        outcomes.append(store, said)
    assert outcomes.of_exchange(store, exchange_id) == [second, first]


def test_of_no_exchange_nothing_can_be_said(store: Store) -> None:
    with pytest.raises(NotFound):
        outcomes.append(store, an_outcome("none"))


def test_what_was_said_of_one_exchange_is_never_taken_for_another(
    store: Store, exchange_ids: list[str]
) -> None:
    here, elsewhere = exchange_ids
    said = an_outcome(here)
    outcomes.append(store, said)
    for attempt in (an_outcome(elsewhere, id=said.id), an_outcome(here, id=said.id, side=Side.NEED)):
        with pytest.raises(NotFound):
            outcomes.append(store, attempt)
    assert outcomes.of_exchange(store, elsewhere) == []
    assert outcomes.of_exchange(store, here) == [said]
