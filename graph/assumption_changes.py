"""What coordinators said of the figures under the worth of a pair: appended, never overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.change_records import AssumptionChange
from graph.errors import AlreadyThere
from graph.store import Store

Pair = tuple[str, str]
"""The ids of an output and a need."""


def append(store: Store, change: AssumptionChange) -> None:
    """Adds the next change of a pair. The same `change.id` again changes nothing.

    Raises:
        AlreadyThere: `field` is `number`: somebody else made that change of the pair meanwhile.
    """
    rows = store.write(
        "assumption_changes/append",
        output_id=change.output_id,
        need_id=change.need_id,
        number=change.number,
        properties=_to_properties(change),
    )
    if rows[0]["id"] != change.id:
        raise AlreadyThere(field="number", label="AssumptionChange")


def of_pairs(store: Store, pairs: Iterable[Pair]) -> dict[Pair, list[AssumptionChange]]:
    """All changes of some pairs, oldest first; a pair without any is left out."""
    asked = [{"output_id": output_id, "need_id": need_id} for output_id, need_id in sorted(set(pairs))]
    found: dict[Pair, list[AssumptionChange]] = {}
    for row in store.read("assumption_changes/of_pairs", pairs=asked) if asked else ():
        change = _from_node(row["change"])
        found.setdefault((change.output_id, change.need_id), []).append(change)
    return found


def _to_properties(change: AssumptionChange) -> dict[str, Any]:
    low, central, high = change.span or (None, None, None)
    return {
        "id": change.id,
        "assumption_id": change.assumption_id,
        "low": low,
        "central": central,
        "high": high,
        "why": change.why,
        "changed_at": change.changed_at,
        "user_id": change.user_id,
    }


def _from_node(node: dict[str, Any]) -> AssumptionChange:
    return AssumptionChange(
        id=node["id"],
        output_id=node["output_id"],
        need_id=node["need_id"],
        number=node["number"],
        assumption_id=node["assumption_id"],
        span=None if node.get("central") is None else (node["low"], node["central"], node["high"]),
        why=node.get("why"),
        changed_at=node["changed_at"],
        user_id=node["user_id"],
        user_email=node["user_email"],
    )
