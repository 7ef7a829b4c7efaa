"""Which waste codes coordinators gave listings: appended only. What counts stands at the listing."""

from __future__ import annotations

from dataclasses import asdict, fields

from graph.correction_records import CodeChange
from graph.store import Run, Store

FIELDS = tuple(field.name for field in fields(CodeChange))
_NOT_KEPT = ("id", "listing_id", "user_email")


def append_in(run: Run, change: CodeChange) -> None:
    """Adds a change, inside the transaction that changes the listing."""
    properties = {name: value for name, value in asdict(change).items() if name not in _NOT_KEPT}
    run("code_changes/append", listing_id=change.listing_id, id=change.id, properties=properties)


def of_listing(store: Store, listing_id: str) -> list[CodeChange]:
    """All codes that coordinators gave a listing, newest first."""
    rows = store.read("code_changes/of_listing", listing_id=listing_id)
    found = [{name: row["change"].get(name) for name in FIELDS} for row in rows]
    return [CodeChange(**(one | {"listing_id": listing_id})) for one in found]
