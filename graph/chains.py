"""Chains as they are kept: an output, a process that a firm offers at one of its sites, a need."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from graph import waits
from graph.store import Run, Store
from graph.values import to_json
from matching.records import GateResult, Wait

ENDS = ("output_id", "need_id", "site_id", "process_id")
"""What makes a chain that chain and no other."""

PLAIN = (
    *("score", "material_id", "product_id", "use_id", "pathway_id", "confidence"),
    *("first_probability", "second_probability", "km_in", "km_out", "tonnes_in", "tonnes_out"),
    *("computed_at", "is_current"),
)
"""Properties that are kept as they are."""


@dataclass(frozen=True, slots=True)
class StoredChain:
    """A chain as it was found. Fields as in `matching.chains.Chain`, its step and legs laid flat.

    `id` is given when it is first kept. `questions`: of all its gates only what must be clarified first.
    `match_id`: of its pair, None when that is no match any more. `is_current` False: it is kept only because
    somebody said something of it.
    """

    id: str
    output_id: str
    need_id: str
    site_id: str
    process_id: str
    score: float
    material_id: str
    product_id: str | None
    use_id: str
    pathway_id: str
    confidence: float
    first_probability: float
    second_probability: float
    km_in: float | None
    km_out: float | None
    tonnes_in: float | None
    tonnes_out: float | None
    questions: tuple[GateResult, ...]
    rule_ids: tuple[str, ...]
    computed_at: datetime
    is_current: bool = True
    match_id: str | None = None


@dataclass(frozen=True, slots=True)
class Inflow:
    """An output that a chain would bring to a process at a site. `tonnes_per_year`: what there is of it."""

    site_id: str
    process_id: str
    output_id: str
    material_id: str
    product_id: str | None
    region: str
    tonnes_per_year: float | None
    is_demo: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A listing whose chains are to be reckoned. `pairs_edition`: of its pairs when that was found out."""

    listing_id: str
    pairs_edition: int


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was reckoned for a listing: its chains, and the counterparts looked at.

    `process_ids`: by which it could go in one of its pairs, offered or not; the node keeps them as `ways`.
    `waits`: for what it and these counterparts wait, since nobody does it for them.
    """

    chains: Sequence[StoredChain]
    looked_at: Collection[str]
    process_ids: Collection[str]
    waits: Sequence[Wait] = ()


def due(store: Store, now: datetime, limit: int) -> list[Due]:
    """The listings whose chains are to be reckoned, longest compared first; not those put off until later."""
    rows = store.read("chains/due", now=now, limit=limit)
    return [Due(row["id"], row["pairs_edition"]) for row in rows]


def pairs_of(store: Store, listing_id: str, now: datetime, *, least: float, limit: int) -> list[str]:
    """The counterparts of a listing in its likeliest current pairs, best first; none when it is not open."""
    rows = store.read("chains/pairs", listing_id=listing_id, now=now, least=least, limit=limit)
    return [row["id"] for row in rows]


def replace_for(store: Store, of: Due, found: Reckoned) -> None:
    """Makes `found.chains` those of a listing, and marks it as reckoned.

    A chain that is known keeps its id and what was said of it. One that is no longer found goes away when
    nobody said anything of it, else it stays with `is_current` False. May run twice, or late.
    """
    rows = [
        {name: getattr(chain, name) for name in ("id", *ENDS)} | {"properties": _to_properties(chain)}
        for chain in found.chains
    ]

    def work(run: Run) -> None:
        kept = [row["id"] for row in run("chains/put", rows=rows)] if rows else []
        run("chains/retire", listing_id=of.listing_id, kept=kept, looked_at=sorted(found.looked_at))
        waits.put(run, of.listing_id, found.waits)
        run(
            "chains/mark",
            listing_id=of.listing_id,
            edition=of.pairs_edition,
            process_ids=sorted(found.process_ids),
        )

    store.writing(work)


def of_pair(store: Store, output_id: str, need_id: str, *, least: float) -> list[StoredChain]:
    """The chains between two listings that hold now, best first. Whether both are open: the caller knows."""
    rows = store.read("chains/of_pair", output_id=output_id, need_id=need_id, least=least)
    return [from_node(row["chain"]) for row in rows]


def by_id(store: Store, chain_id: str) -> StoredChain | None:
    """The chain with an id, whether it still holds or not."""
    rows = store.read("chains/by_id", id=chain_id)
    return from_node(rows[0]["chain"]) if rows else None


def best(store: Store, now: datetime, *, least: float, limit: int) -> list[StoredChain]:
    """The best chain of each open output among those of which nothing was said yet, best first."""
    rows = store.read("chains/best", now=now, least=least, limit=limit)
    return [from_node(row["chain"]) for row in rows]


def inflows_to(store: Store, firm_id: str, now: datetime, *, least: float) -> list[Inflow]:
    """What could come to the sites of a firm; nothing while it is not verified."""
    rows = store.read("chains/inflows", firm_id=firm_id, now=now, least=least)
    return [Inflow(**row) for row in rows]


def _to_properties(chain: StoredChain) -> dict[str, Any]:
    named = {name: getattr(chain, name) for name in PLAIN}
    questions = to_json([asdict(gate) for gate in chain.questions])
    return named | {"questions_json": questions, "rule_ids": list(chain.rule_ids)}


def from_node(node: dict[str, Any]) -> StoredChain:
    """A chain as the store has it; the queries of `chain_answers.py` give it, too."""
    questions = tuple(GateResult(**gate) for gate in json.loads(node["questions_json"]))
    named: dict[str, Any] = {name: node.get(name) for name in ("id", *ENDS, *PLAIN, "match_id")}
    return StoredChain(**named, questions=questions, rule_ids=tuple(node["rule_ids"]))
