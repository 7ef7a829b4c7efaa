"""What listings wait for: a process that nobody does for them. Reckoned and kept with their chains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from graph.store import Run, Store
from matching.records import Wait

ENDS = ("listing_id", "process_id")
KEPT = ("material_id", "product_id", "pathway_id", "tonnes_per_year")


def put(run: Run, listing_id: str, waits: Sequence[Wait]) -> None:
    """Makes those of `waits` that are of a listing all that it waits for, and adds those of others.

    The others, its counterparts, may wait for more; what is known of them stays until it is their turn, but
    that they wait for this one is added.
    """
    mine = sorted(one.process_id for one in waits if one.listing_id == listing_id)
    run("waits/retire", listing_id=listing_id, process_ids=mine)
    if waits:
        run("waits/put", listing_id=listing_id, rows=[_to_row(one) for one in waits])


def all_open(store: Store, now: datetime) -> list[Wait]:
    """What open listings of verified firms wait for, by listing and process.

    Only while one of those named as their counterparts is open and waits for the same.
    """
    return [_from_row(row) for row in store.read("waits/all_open", now=now)]


def _to_row(wait: Wait) -> dict[str, Any]:
    named = asdict(wait)
    ends = {name: named[name] for name in ENDS}
    return ends | {"properties": {name: named[name] for name in KEPT} | {"for_ids": list(wait.for_ids)}}


def _from_row(row: dict[str, Any]) -> Wait:
    kept = {name: row["wait"].get(name) for name in KEPT}
    for_ids = tuple(row["wait"]["for_ids"])
    return Wait(row["listing_id"], row["firm_id"], row["process_id"], for_ids, **kept)
