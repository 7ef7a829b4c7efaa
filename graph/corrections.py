"""What people said of how listings are understood: appended, never overwritten, also when a text is edited.

What counts now stands at the listing itself (`listings.py`); this is who said what, and of which words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from graph.correction_records import Correction
from graph.store import Run, Store

FIELDS = tuple(field.name for field in fields(Correction))
_NOT_KEPT = ("listing_id", "user_email")  # the relationship tells the one, the login the other


def append_in(run: Run, listing_id: str, corrections: Sequence[Correction]) -> None:
    """Adds corrections of a listing, inside the transaction that changes it."""
    if corrections:
        run("corrections/append", listing_id=listing_id, corrections=[_to_properties(c) for c in corrections])


def of_listing(store: Store, listing_id: str) -> list[Correction]:
    """All corrections of a listing, newest first."""
    rows = store.read("corrections/of_listing", listing_id=listing_id)
    return [Correction(**{name: row["correction"].get(name) for name in FIELDS}) for row in rows]


def _to_properties(correction: Correction) -> dict[str, Any]:
    return {name: value for name, value in asdict(correction).items() if name not in _NOT_KEPT}
