"""A use with the materials that can serve it, for everybody."""

from __future__ import annotations

from datetime import datetime

from graph.errors import GraphUnavailable, NotFound
from matching.hops import STRENGTH
from matching.openings import Opening
from symbiosis.access import Viewer, require
from symbiosis.operations.count_nearby import seekers_of
from symbiosis.views import Counted, Source, UseView
from symbiosis.wiring import Services


def show_use(services: Services, viewer: Viewer, use_id: str, *, now: datetime) -> UseView:
    """A use, the documented ways that lead to it (surest first, forbidden ones last), and who seeks it.

    What is documented for a broader material is told at that one alone.

    Raises:
        NotFound: the reference book has no such use.
    """
    require(viewer, "see_book")
    book = services.book
    use = book.uses.get(use_id)
    if use is None:
        raise NotFound(what="use", id=use_id)
    ways = [pathway for pathway in book.pathways.values() if pathway.use_id == use_id]
    ways.sort(key=lambda way: (-STRENGTH.get(way.strength, 0.0), way.material_id, way.process_id or ""))
    seekers: Counted | None
    try:
        seekers = seekers_of(services, viewer, use_id, now=now)
    except GraphUnavailable:  # the book is there without it
        seekers = None
    return UseView(use, tuple(Source(way.material_id, Opening(way)) for way in ways), seekers)
