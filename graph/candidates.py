"""The finder: which pairs are worth comparing. It may bring too many, it should miss none.

Counterparts are sought along all leads at once: what they are about, meant for, classified as, whose firms
buy such things, and whose words are alike. What this does not find, the ranker never sees. Listings with
visibility `coordinators` are found like others: `matches` keeps their pairs from the other firm.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph.fulltext import to_lucene
from graph.listings import read_by_ids
from graph.store import Run, Store
from matching.records import Candidate, Leads, Listing, Side

WAYS = ("material", "pathway", "precedent", "use", "code", "sector", "wording", "text")
"""The ways of finding, in the order in which `found_by` names them; `kind` is the last resort."""

QUOTA = 25
"""So many each way gives at least, so that a way which is worth little by the numbers is still heard."""

WIDE = 3000
"""So many links of each kind are followed, those of the best leads first: the bound of the work."""

DEEP = 1000
"""So many of what is linked are looked at: whether they are open, and where."""


def candidates_for(
    store: Store, listing: Listing, leads: Leads, now: datetime, limit: int = 200
) -> list[Candidate]:
    """Open counterparts of a listing, most promising first.

    Both listings of a pair are active, not expired at `now`, and of two different firms that are verified;
    when this does not hold of the listing itself, or there is no such listing, nothing is found.

    Args:
        leads: where to look (`matching.leads`).
        limit: at most so many. While fewer are found by what the listing is about, the newest of its kind
            follow, nearest municipality first.
    Returns:
        Candidates whose `found_by` holds the ways, of `WAYS`, or `kind` alone.
    """

    def work(run: Run) -> list[Candidate]:
        found_by = find(run, listing, leads, now, limit)
        others = read_by_ids(run, found_by)
        return [_pair(listing, other.for_ranking(), found_by[id_]) for id_, other in others.items()]

    return store.reading(work)


def find(run: Run, listing: Listing, leads: Leads, now: datetime, limit: int) -> dict[str, tuple[str, ...]]:
    """The ids of the candidates with the ways that led to them, most promising first."""
    label = "Need" if listing.side == Side.OUTPUT else "Output"
    common: dict[str, Any] = {"listing_id": listing.id, "label": label, "now": now}
    rows = run(
        "candidates/find",
        **common,
        **{f"{thing}s": _leads(leads, thing) for thing in ("material", "use", "code")},
        activities=_leads(leads, "activity"),
        nearness=dict(leads.nearness),
        index=f"{label.lower()}_text",
        words=to_lucene(listing.text) or "",
        wording=leads.wording,
        wide=WIDE,
        deep=max(DEEP, limit),
        hits=limit,
        limit=limit + len(WAYS) * QUOTA,
    )
    found_by = fairly([(row["id"], row["ways"]) for row in rows], limit)
    if len(found_by) < limit:
        rest = run(
            "candidates/by_kind",
            known=list(found_by),
            kind=listing.kind,
            deep=DEEP,
            limit=limit - len(found_by),
            **common,
        )
        found_by |= {row["id"]: ("kind",) for row in rest}
    return found_by


def fairly(found: list[tuple[str, list[str]]], limit: int) -> dict[str, tuple[str, ...]]:
    """The first so many, but of each way its first `QUOTA`, as far as there is room; in the order given."""
    quota = min(QUOTA, limit // len(WAYS))
    firsts = {id_ for way in WAYS for id_, ways in [one for one in found if way in one[1]][:quota]}
    room = limit - len(firsts)
    others = {id_ for id_, _ in [one for one in found if one[0] not in firsts][:room]}
    return {id_: tuple(way for way in WAYS if way in ways) for id_, ways in found if id_ in firsts | others}


def _leads(leads: Leads, thing: str) -> list[dict[str, Any]]:
    return [
        {"id": lead.id, "worth": lead.worth, "way": lead.way} for lead in leads.leads if lead.thing == thing
    ]


def _pair(mine: Listing, other: Listing, ways: tuple[str, ...]) -> Candidate:
    return Candidate(mine, other, ways) if mine.side == Side.OUTPUT else Candidate(other, mine, ways)
