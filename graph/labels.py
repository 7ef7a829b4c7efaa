"""Pairs that somebody answered, with what was shown and what came of them: what the ranker learns from."""

from __future__ import annotations

import json
from typing import Any

from graph.store import Store
from matching.records import Answer, Answered, OutcomeSaid, Side, Verdict

PAGE = 1000


def answered(store: Store) -> list[Answered]:
    """All pairs with an answer, of the demonstration too. Read in pages: what was shown is long."""
    found: list[Answered] = []
    while rows := store.read("labels/answered", skip=len(found), limit=PAGE):
        found.extend(_from_row(row) for row in rows)
    return found


def _from_row(row: dict[str, Any]) -> Answered:
    return Answered(
        output_id=row["output_id"],
        need_id=row["need_id"],
        output_firm_id=row["output_firm_id"],
        need_firm_id=row["need_firm_id"],
        answers=tuple(_answer(node) for node in row["answers"]),
        is_demo=row["is_demo"],
        stage=row["stage"],
        outcomes=tuple(_outcome(node) for node in row["outcomes"]),
    )


def _answer(node: dict[str, Any]) -> Answer:
    shown = json.loads(node["shown_json"])
    return Answer(
        side=Side(node["side"]),
        verdict=Verdict(node["verdict"]),
        decided_at=node["decided_at"],
        reason=node.get("reason"),
        values={one["name"]: one.get("value") for one in shown.get("evidence", ())},
        probability=shown.get("probability"),
        propensity=shown.get("propensity"),
    )


def _outcome(node: dict[str, Any]) -> OutcomeSaid:
    return OutcomeSaid(Side(node["side"]), node["happened"], node["recorded_at"], node.get("reason"))
