"""Type-ahead over the List of Waste."""

from __future__ import annotations

from graph import reference
from symbiosis.access import Viewer, require
from symbiosis.views import CodeView
from symbiosis.wiring import Services

MOST = 20
LONGEST = 200


def search_codes(
    services: Services, viewer: Viewer, words: str, *, limit: int = MOST
) -> tuple[CodeView, ...]:
    """Codes whose number or title has the words, best first, named in the viewer's language."""
    require(viewer, "search_codes")
    wanted = words.strip()[:LONGEST]
    if not wanted:
        return ()
    found = reference.search_waste_codes(services.store, wanted, viewer.language, min(limit, MOST))
    entries = [
        services.book.waste_codes[row["code"]] for row in found if row["code"] in services.book.waste_codes
    ]
    return tuple(CodeView(entry.id, entry.name(viewer.language), entry.is_hazardous) for entry in entries)
