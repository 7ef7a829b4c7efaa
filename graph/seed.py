"""The reference book as nodes, so that queries can walk from material to use. Safe to repeat.

Every node keeps a hash of its entry (`content_hash`): a second run with the same book writes nothing, and an
edited line touches its own node and links alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import Driver

from graph.errors import StillReferred
from graph.seed_kinds import KINDS, Kind
from graph.store import Run, Store
from matching.reference_book import ReferenceBook


@dataclass(frozen=True, slots=True)
class SeedReport:
    """How many entries were written anew, changed, taken away, and left as they were."""

    n_added: int
    n_changed: int
    n_removed: int
    n_same: int


TIMEOUT_S = 300.0
"""For the whole book in one transaction: 4 s on a warm server, 20 s seen on a cold one and a busy machine."""


def seed_reference(driver: Driver, book: ReferenceBook, database: str | None = None) -> SeedReport:
    """Makes the graph's copy of the reference book equal to `book`, in one transaction.

    What only guesses of the recogniser refer to may go; what a person confirmed, and the municipalities and
    industries of firms, may not.

    Raises:
        StillReferred: an entry that the book no longer has is in use. Nothing is changed then.
    """
    return Store(driver, database).writing(lambda run: _seed(run, book), timeout_s=TIMEOUT_S)


def _seed(run: Run, book: ReferenceBook) -> SeedReport:
    known = {row["label"]: dict(row["hashes"]) for row in run("seed/known")}
    n_added = n_changed = n_removed = n_same = 0
    stale: dict[str, list[dict[str, Any]]] = {}
    for kind in KINDS:
        entries = _rows(kind, book)
        before = known.get(kind.label, {})
        stale[kind.table] = [row for row in entries if before.get(row["id"]) != row["content_hash"]]
        n_new = sum(row["id"] not in before for row in entries)
        n_added += n_new
        n_changed += len(stale[kind.table]) - n_new
        n_same += len(entries) - len(stale[kind.table])
        n_removed += _remove(run, kind.label, sorted(before.keys() - {row["id"] for row in entries}))
    for kind in KINDS:
        if stale[kind.table]:
            run(f"seed/put_{kind.table}", rows=stale[kind.table])
    for kind in KINDS:
        if kind.is_linked and stale[kind.table]:
            run(f"seed/link_{kind.table}", rows=stale[kind.table])
    return SeedReport(n_added, n_changed, n_removed, n_same)


def _remove(run: Run, label: str, ids: list[str]) -> int:
    if not ids:
        return 0
    in_use = run("seed/referring", label=label, ids=ids)
    if in_use:
        raise StillReferred(
            what=label,
            ids=[row["id"] for row in in_use],
            n_listings=sum(row["n_referring"] for row in in_use),
        )
    n_removed: int = run("seed/remove", label=label, ids=ids)[0]["n_removed"]
    return n_removed


def _rows(kind: Kind, book: ReferenceBook) -> list[dict[str, Any]]:
    """A row for each entry of a table: `id`, `properties`, what it links to, and the hash of all of it."""
    table = getattr(book, kind.table)
    rows = []
    for entry in table.values() if isinstance(table, Mapping) else table:
        properties, links = kind.values(entry), kind.targets(entry, book)
        content_hash = hashlib.sha256(repr((properties, links)).encode()).hexdigest()
        row = {"id": properties["id"], "content_hash": content_hash, **links}
        rows.append(row | {"properties": properties | {"content_hash": content_hash}})
    return rows
