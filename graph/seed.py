"""The reference book as nodes, so that queries can walk from material to use. Safe to repeat.

Every node keeps a hash of its entry (`content_hash`): a second run with the same book writes nothing, and an
edited line touches its own node and links alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import Driver

from graph.errors import StillReferred
from graph.store import Run, Store
from graph.values import point
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

NAMES = ("name_ka", "name_en", "name_ru")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What of a table of the book becomes a node with `properties`, and relationships (`links`).

    `properties` are named one by one, so that a new column of the book does not rewrite the graph.
    """

    label: str
    table: str
    queries: str
    properties: tuple[str, ...]
    links: tuple[str, ...] = ()
    has_location: bool = False


KINDS = (
    _Kind("Region", "regions", "regions", NAMES, has_location=True),
    _Kind("Municipality", "municipalities", "municipalities", NAMES, ("region",), has_location=True),
    _Kind("Industry", "nace", "industries", (*NAMES, "section")),
    _Kind(
        "WasteCode",
        "waste_codes",
        "waste_codes",
        (*NAMES, "level", "title_ka", "title_en", "is_hazardous"),
        ("parent", "twins"),
    ),
    _Kind("Process", "processes", "processes", NAMES),
    _Kind("Use", "uses", "uses", (*NAMES, "synonyms", "kind"), ("nace",)),
    _Kind("Material", "materials", "materials", (*NAMES, "synonyms", "kind"), ("parent", "ewc_codes")),
    _Kind("Pathway", "pathways", "pathways", ("strength", "source"), ("material_id", "process_id", "use_id")),
)


def seed_reference(driver: Driver, book: ReferenceBook, database: str | None = None) -> SeedReport:
    """Makes the graph's copy of the reference book equal to `book`, in one transaction.

    What only guesses of the recogniser refer to may go; what a person confirmed, and the municipalities and
    industries of firms, may not.

    Raises:
        StillReferred: an entry that the book no longer has is in use. Nothing is changed then.
    """
    return Store(driver, database).writing(lambda run: _seed(run, book), timeout_s=TIMEOUT_S)


def _seed(run: Run, book: ReferenceBook) -> SeedReport:
    known: dict[str, dict[str, str]] = {kind.label: {} for kind in KINDS}
    for row in run("seed/known"):
        known[row["label"]][row["id"]] = row["content_hash"]

    n_added = n_changed = n_removed = n_same = 0
    stale: dict[str, list[dict[str, Any]]] = {}
    for kind in KINDS:
        entries = _rows(getattr(book, kind.table), kind)
        before = known[kind.label]
        stale[kind.label] = [row for row in entries if before.get(row["id"]) != row["content_hash"]]
        n_new = sum(row["id"] not in before for row in entries)
        n_added += n_new
        n_changed += len(stale[kind.label]) - n_new
        n_same += len(entries) - len(stale[kind.label])
        n_removed += _remove(run, kind.label, sorted(before.keys() - {row["id"] for row in entries}))
    for kind in KINDS:
        if stale[kind.label]:
            run(f"seed/put_{kind.queries}", rows=stale[kind.label])
    for kind in KINDS:
        if kind.links and stale[kind.label]:
            run(f"seed/link_{kind.queries}", rows=stale[kind.label])
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


def _rows(entries: Mapping[str, Any], kind: _Kind) -> list[dict[str, Any]]:
    """A row for each entry: its id, the fields that become links, `properties` and `content_hash`."""
    rows = []
    for entry in entries.values():
        links = {name: getattr(entry, name) for name in kind.links}
        properties = _to_properties(entry, kind)
        text = json.dumps([properties, links], sort_keys=True, ensure_ascii=False)
        content_hash = hashlib.sha256(text.encode()).hexdigest()
        row = {"id": entry.id, "content_hash": content_hash, **links}
        rows.append(row | {"properties": properties | {"content_hash": content_hash}})
    return rows


def _to_properties(entry: Any, kind: _Kind) -> dict[str, Any]:
    properties = {"id": entry.id} | {name: getattr(entry, name) for name in kind.properties}
    if kind.has_location:
        properties["location"] = point(entry.lat, entry.lon)
    return properties
