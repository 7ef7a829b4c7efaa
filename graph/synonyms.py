"""Phrases that firms proposed by correcting, and what coordinators decided of them: appended only."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from graph.correction_records import Correction, Proposal, SynonymDecision
from graph.store import Store
from matching.text import normalise

FIELDS = tuple(field.name for field in fields(SynonymDecision))


def append(store: Store, decision: SynonymDecision) -> None:
    """Adds a decision. The same `decision.id` again changes nothing."""
    properties = {name: value for name, value in asdict(decision).items() if name != "user_email"}
    properties["phrase_key"] = normalise(decision.phrase)
    store.write("synonyms/append", id=decision.id, properties=properties)


def count(store: Store) -> int:
    """How many decisions there are; it rises with each."""
    return int(store.read("synonyms/count")[0]["n"])


def latest(store: Store) -> list[SynonymDecision]:
    """The last decision of each phrase for each entry, newest first."""
    return [_from_node(row["decision"]) for row in store.read("synonyms/latest")]


def proposed(store: Store, limit: int = 200) -> list[Proposal]:
    """Corrections that say what words mean and that nobody decided on yet, oldest first."""
    return [
        Proposal(
            Correction(**{field.name: row["correction"].get(field.name) for field in fields(Correction)}),
            row["text"],
            row["firm_id"],
            row["firm_name_ka"],
            row["firm_name_latin"],
            row["is_demo"],
        )
        for row in store.read("synonyms/proposed", limit=limit)
    ]


def _from_node(node: dict[str, Any]) -> SynonymDecision:
    known = {name: node.get(name) for name in FIELDS}
    return SynonymDecision(**(known | {"correction_ids": tuple(node["correction_ids"])}))
