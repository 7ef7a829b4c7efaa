"""What came of exchanges, as each side says it. Appended, never overwritten."""

from __future__ import annotations

from typing import Any

from graph.errors import NotFound
from graph.learning_records import Outcome
from graph.store import Store
from matching.records import Side


def append(store: Store, outcome: Outcome) -> None:
    """Adds what one side says. The same `outcome.id` again changes nothing.

    Raises:
        NotFound: no such exchange, or the id belongs to what was said of another.
    """
    rows = store.write(
        "outcomes/append",
        id=outcome.id,
        exchange_id=outcome.exchange_id,
        properties=_to_properties(outcome),
    )
    if not rows:
        raise NotFound(what="exchange", id=outcome.exchange_id)


def of_exchange(store: Store, exchange_id: str) -> list[Outcome]:
    """All that was said of an exchange, newest first."""
    rows = store.read("outcomes/of_exchange", exchange_id=exchange_id)
    return [_from_node(row["outcome"]) for row in rows]


def _to_properties(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.id,
        "side": outcome.side,
        "happened": outcome.happened,
        "recorded_at": outcome.recorded_at,
        "user_id": outcome.user_id,
        "tonnes": outcome.tonnes,
        "happened_on": outcome.happened_on,
        "cost_gel": outcome.cost_gel,
        "reason": outcome.reason,
        "note": outcome.note,
    }


def _from_node(node: dict[str, Any]) -> Outcome:
    return Outcome(
        id=node["id"],
        exchange_id=node["exchange_id"],
        side=Side(node["side"]),
        happened=node["happened"],
        recorded_at=node["recorded_at"],
        user_id=node["user_id"],
        tonnes=node.get("tonnes"),
        happened_on=node.get("happened_on"),
        cost_gel=node.get("cost_gel"),
        reason=node.get("reason"),
        note=node.get("note"),
    )
