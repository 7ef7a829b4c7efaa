"""What administrators changed of the rules of law: appended, never overwritten. The files stay."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import AlreadyThere
from graph.records import RuleChange
from graph.store import Store
from graph.values import to_json


def append(store: Store, change: RuleChange) -> None:
    """Adds the next change of a rule. The same `change.id` again changes nothing.

    Raises:
        AlreadyThere: `field` is `number`: somebody else made that change of the rule meanwhile.
    """
    rows = store.write(
        "rule_changes/append",
        rule_id=change.rule_id,
        number=change.number,
        properties=_to_properties(change),
    )
    if rows[0]["id"] != change.id:
        raise AlreadyThere(field="number", label="RuleChange")


def count(store: Store) -> int:
    """How many changes there are; it rises with each."""
    return int(store.read("rule_changes/count")[0]["n"])


def latest(store: Store) -> list[RuleChange]:
    """The last change of each rule that was ever changed, by the id of the rule."""
    return [_from_node(row["change"]) for row in store.read("rule_changes/latest")]


def of_rule(store: Store, rule_id: str) -> list[RuleChange]:
    """All changes of a rule, newest first."""
    return [_from_node(row["change"]) for row in store.read("rule_changes/of_rule", rule_id=rule_id)]


def _to_properties(change: RuleChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "changed_at": change.changed_at,
        "user_id": change.user_id,
        "fields_json": to_json(change.fields),
    }


def _from_node(node: dict[str, Any]) -> RuleChange:
    return RuleChange(
        id=node["id"],
        rule_id=node["rule_id"],
        number=node["number"],
        changed_at=node["changed_at"],
        user_id=node["user_id"],
        fields=json.loads(node["fields_json"]),
        user_email=node["user_email"],
    )
