"""Whether firms like this one buy for such uses."""

from __future__ import annotations

from functools import lru_cache

from matching.hops import reachable
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook


def sector(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """Whether the sector of the need usually buys for a use that the output can serve.

    Args:
        output, need: listings as read; the need states its activity (NACE).
        book: the pathways from the output, and who usually buys for each use.
    Returns:
        `value` in [0, 1]: the surest way to a use that this sector buys for; 0 where there is none;
        None when the sector or the uses of the output are unknown.
    """
    ways = reachable(output, book)
    if need.nace is None or not ways:
        return Evidence("sector", None, 0.0)
    uses = bought_by(need.nace, book)
    return Evidence(
        "sector", max((way.confidence for use, way in ways.items() if use in uses), default=0.0), 0.0
    )


@lru_cache(maxsize=1024)
def bought_by(nace: str, book: ReferenceBook) -> frozenset[str]:
    """The uses that an activity, or a narrower or broader one, usually buys for."""
    return frozenset(
        use.id
        for use in book.uses.values()
        if any(nace.startswith(buyer) or buyer.startswith(nace) for buyer in use.nace)
    )
