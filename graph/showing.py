"""Where matches stand before their readers: which are shown first, since when, how likely that was."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.store import Store

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Placeable:
    """A pair that may be shown first, with its place so far. Amounts in tonnes a year, None where unknown.

    `values`: of the evidence, by name. `promised`: to exchanges of the need that are open already.
    """

    match_id: str
    output_id: str
    need_id: str
    receiver_id: str
    score: float
    probability: float
    values: dict[str, float | None]
    given: float | None
    sought: float | None
    promised: float
    output_verdict: str | None
    need_verdict: str | None
    slot: str | None
    slot_since: datetime | None
    propensity: float | None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a match stands from now on."""

    match_id: str
    slot: str
    propensity: float | None
    since: datetime


@dataclass(frozen=True, slots=True)
class Spread:
    """`expected`: acceptances that each firm that seeks may expect of what is shown first."""

    expected: tuple[float, ...]
    n_outputs: int
    n_outputs_shown: int


def to_place(store: Store, now: datetime, batch: int = BATCH) -> Iterator[Placeable]:
    """All pairs that may be shown first, by id of the match.

    Read a batch at a time: those of a whole country are more than one transaction should hold.
    """
    promised = {row["need_id"]: row["tonnes"] for row in store.read("showing/promised")}
    after = ""
    while ids := [row["id"] for row in store.read("showing/next_ids", after=after, limit=batch)]:
        for row in store.read("showing/to_place", ids=ids, now=now):
            yield _from_row(row, promised)
        after = ids[-1]


def put_places(store: Store, placed: Sequence[Placed]) -> None:
    """Keeps where matches stand; those that are gone meanwhile are left out. May run twice."""
    rows = [
        {"match_id": one.match_id, "slot": one.slot, "propensity": one.propensity, "since": one.since}
        for one in placed
    ]
    for start in range(0, len(rows), BATCH):
        store.write("showing/put_places", rows=rows[start : start + BATCH])


def spread(store: Store) -> Spread:
    """How what is shown first is spread over the firms that seek and over the outputs."""
    [row] = store.read("showing/spread")
    return Spread(tuple(sorted(row["expected"])), row["n_outputs"], row["n_outputs_shown"])


def _from_row(row: dict[str, Any], promised: Mapping[str, float]) -> Placeable:
    evidence = json.loads(row["evidence_json"])
    rest = {name: value for name, value in row.items() if name != "evidence_json"}
    return Placeable(
        **rest,
        values={one["name"]: one.get("value") for one in evidence},
        promised=promised.get(row["need_id"], 0.0),
    )
