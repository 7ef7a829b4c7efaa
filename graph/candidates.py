"""The finder: which pairs are worth comparing. It may bring too many, it should miss none.

Counterparts are sought in several ways at once, and what the ways find is fused; what this does not find, the
ranker never sees. Listings with visibility `coordinators` are found like others: `matches` keeps their pairs
from the other firm.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from graph.fulltext import to_lucene
from graph.listings import read_by_ids
from graph.store import Run, Store
from matching.records import Candidate

RRF_K = 60
"""Flattens the ranks of a way, so that one way's first does not beat what two ways find.

Source: Cormack, Clarke and Buettcher 2009, the value they found best.
"""


def candidates_for(store: Store, listing_id: str, now: datetime, limit: int = 200) -> list[Candidate]:
    """Open counterparts of a listing, most promising first.

    Both listings of a pair are active, not expired at `now`, and of two different firms that are verified;
    when this does not hold of the listing itself, or there is no such listing, nothing is found.

    Args:
        limit: at most so many. While fewer are found by what the listing is about, the others of its kind
            follow, nearest municipality first.
    Returns:
        Candidates whose `found_by` holds the ways: `material` (the same or a relative in the tree), `pathway`
        (documented, from material to use), `use` (the same), `code` (same, mirror, or same four digits),
        `text` (words in common), `kind` (nothing but the kind).
    """

    def work(run: Run) -> list[Candidate]:
        asked = run("candidates/asked", listing_id=listing_id, now=now)
        if not asked:
            return []
        is_output = bool(asked[0]["is_output"])
        words = " ".join([asked[0]["text"], *asked[0]["names"]])
        ways = _find(run, listing_id, is_output=is_output, words=words, now=now, limit=limit)
        found_by = fuse(ways, limit)
        if len(found_by) < limit:
            label = "Need" if is_output else "Output"
            rest = {"label": label, "known": list(found_by), "now": now, "limit": limit - len(found_by)}
            rows = run("candidates/by_kind", listing_id=listing_id, **rest)
            found_by |= {row["id"]: ("kind",) for row in rows}
        listings = read_by_ids(run, [listing_id, *found_by])
        mine = listings.pop(listing_id).for_ranking()
        return [
            Candidate(mine, other.for_ranking(), found_by[id_])
            if is_output
            else Candidate(other.for_ranking(), mine, found_by[id_])
            for id_, other in listings.items()
        ]

    return store.reading(work)


def fuse(ways: dict[str, list[str]], limit: int) -> dict[str, tuple[str, ...]]:
    """The ids that any way found, best reciprocal-rank sum first (equal: by id), each with its ways.

    Args:
        ways: for each way the ids it found, best first.
    """
    scores: dict[str, float] = {}
    for ids in ways.values():
        for rank, id_ in enumerate(ids, start=1):
            scores[id_] = scores.get(id_, 0.0) + 1.0 / (RRF_K + rank)
    best = sorted(scores, key=lambda id_: (-scores[id_], id_))[:limit]
    return {id_: tuple(way for way, ids in ways.items() if id_ in ids) for id_ in best}


def _find(
    run: Run, listing_id: str, *, is_output: bool, words: str, now: datetime, limit: int
) -> dict[str, list[str]]:
    """What each way finds, best first. Ways are tried in the order in which `found_by` names them."""
    common = {"listing_id": listing_id, "now": now, "limit": limit}
    label = "Need" if is_output else "Output"
    walk = "candidates/needs_by_pathway" if is_output else "candidates/outputs_by_pathway"
    query = to_lucene(words)
    by_text = {"index": f"{label.lower()}_text", "words": query, "deep": 5 * limit}
    return {
        "material": _ids(run("candidates/by_material", label=label, **common)),
        "pathway": _ids(run(walk, **common)),
        "use": _ids(run("candidates/by_use", label=label, **common)),
        "code": _ids(run("candidates/by_code", label=label, **common)),
        "text": _ids(run("candidates/by_text", **by_text, **common)) if query else [],
    }


def _ids(rows: Iterable[dict[str, str]]) -> list[str]:
    return [row["id"] for row in rows]
