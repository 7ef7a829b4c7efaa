"""The finder: which pairs are worth comparing. It may bring too many, it should miss none.

Counterparts are sought along all leads at once: what they are about, meant for, classified as, whose firms
buy such things, and whose words are alike. What this does not find, the ranker never sees. Listings with
visibility `coordinators` are found like others: `matches` keeps their pairs from the other firm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import numpy as np

from graph.fulltext import to_lucene
from graph.store import Run, Store
from matching.records import LEADING, Candidate, Lead, Leads, Listing, Place, Quantity, Side, Trace

TEXT = "text"
WAYS = (*LEADING, TEXT)
"""The ways of finding, in the order in which `found_by` names them."""

BY_KIND = ("kind",)
"""The last resort."""

VERSION = "finder-4"
"""Changes with what is kept for the finder, so that every listing is read again."""

CELLS = 400
"""So many times a thing in a municipality is looked at."""

WIDE = 1200
"""So many links are followed, those of the best cells first: the bound of the work."""

DEEP = 500
"""So many of what is linked are held beside the listing by their sketches."""

MOST = 40
"""So many leads are followed, those that may be worth most; what a sketch has in common with a listing is
told by all of them.
"""

COLUMNS = (
    *("id", "side", "text", "kind", "nace", "hazardous", "tonnes_per_year"),
    *("quantity_amount", "quantity_unit", "quantity_period", "municipality", "lat", "lon", "lang", "firm_id"),
    *("season_months", "starts_on", "ends_on", "understood", "confirmed", "not_ids", "declines"),
)
"""The values of a listing that `candidates/read` gives, in its order."""

NEWEST = 1000
"""So many of the newest of a kind are looked at when little else is found."""

LEAST_READ = 10
"""So many are read at least, where some were of the same firm or of one that is not verified."""

HITS = 100
"""So many of the likest texts are looked at."""

AT_LEAST_SURE = (0.7, 0.45, 0.0)
"""Where a listing is surely of a thing, it is looked for sooner than where it only may be."""

USUALLY_SURE = (1.0, 0.55, 0.35)
USUAL_USE_SHARE, USUAL_MATERIAL_SHARE = 0.75, 0.45
"""How sure things of each of these usually are, and how much of a counterpart: by this cells are ordered."""


def keep(
    store: Store, listing: Listing, traces: Iterable[Trace], sketch: bytes | None, understood: str | None
) -> None:
    """Writes what a listing is read as, by which the other side finds it; without traces it is not found by
    what it is about.

    Args:
        sketch: of `matching.glance`, by which it is put in its place among what is found.
        understood: what `matching.understood` keeps of its text; None forgets it.
    """
    links = to_links(listing.side, traces)
    store.write("candidates/keep", id=listing.id, sketch=sketch, understood=understood, **links)


def to_links(side: Side, traces: Iterable[Trace]) -> dict[str, list[dict[str, Any]]]:
    """Traces as parameters of the query: `materials`, `uses` and `codes`."""
    found: dict[str, list[dict[str, Any]]] = {"materials": [], "uses": [], "codes": []}
    for trace in traces:
        found[f"{trace.thing}s"].append(_to_link(side.capitalize(), trace))
    return found


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
        found_by = _find(run, listing, leads, now, max(DEEP, limit))
        others = _of_others(run, listing, list(found_by), limit)
        if len(others) < limit:
            rest = _newest(run, listing, list(found_by), now, limit - len(others))
            others += _of_others(run, listing, rest, len(rest))
        return [_pair(listing, other, found_by.get(other.id, BY_KIND)) for other in others]

    return store.reading(work)


def _find(run: Run, listing: Listing, leads: Leads, now: datetime, deep: int) -> dict[str, tuple[str, ...]]:
    """The ids of open counterparts, of whichever firms, with the ways that led to them; most promising
    first.
    """
    label = _label_of_others(listing)
    (met,) = run(
        "candidates/find",
        **_followed(leads, label),
        listing_id=listing.id,
        now=now,
        nearness=dict(leads.nearness),
        index=f"{label.lower()}_text",
        words=to_lucene(listing.text) or "",
        wide=WIDE,
        deep=deep,
        hits=HITS,
        unread=b"",
    )
    return dict(_in_order(leads, **met))


def _of_others(run: Run, listing: Listing, ids: Sequence[str], limit: int) -> list[Listing]:
    """The first listings of other firms that are verified, at most so many."""
    found: list[Listing] = []
    start = 0
    while len(found) < limit and start < len(ids):
        end = start + max(limit - len(found), LEAST_READ)
        rows = run("candidates/read", listing_id=listing.id, ids=ids[start:end])[0]["listings"]
        found += map(_from_row, rows)
        start = end
    return found[:limit]


def _newest(run: Run, listing: Listing, known: Sequence[str], now: datetime, limit: int) -> list[str]:
    """The ids of the newest of its kind that are not yet known, nearest municipality first."""
    rows = run(
        "candidates/by_kind",
        listing_id=listing.id,
        label=_label_of_others(listing),
        known=known,
        kind=listing.kind,
        now=now,
        deep=NEWEST,
        limit=limit,
    )
    return [row["id"] for row in rows]


def _label_of_others(listing: Listing) -> str:
    return "Need" if listing.side == Side.OUTPUT else "Output"


def _in_order(
    leads: Leads, ids: list[str], sketches: list[bytes], hits: list[float]
) -> list[tuple[str, tuple[str, ...]]]:
    """What was found with its ways, what has most in common with the listing first; equal ones by id."""
    seen = leads.glance(sketches)
    worth = [
        all_ + max(hit * leads.wording - worded, 0.0)
        for all_, worded, hit in zip(seen.worth, seen.wording, hits, strict=True)
    ]
    order = sorted((-more, id_, number) for number, (more, id_) in enumerate(zip(worth, ids, strict=True)))
    return [(id_, _named(seen.ways[number], hits[number] > 0)) for _, id_, number in order]


@cache
def _named(found: frozenset[str], is_by_text: bool) -> tuple[str, ...]:
    """Ways as `found_by` names them."""
    return tuple(way for way in WAYS if way in found or (way == TEXT and is_by_text))


def _followed(leads: Leads, label: str) -> dict[str, Any]:
    """Parameters of the query: the leads by thing, and their cells, those that may be worth most first."""
    first, places = leads.leads[:MOST], list(leads.nearness)
    usual = np.array([[sure * _usual_worth(lead) for sure in USUALLY_SURE] for lead in first]).reshape(-1, 1)
    worth = (usual + np.array([leads.nearness[place] for place in places])).ravel()
    # Numbers, thing by thing: to send the names of each cell takes longer than to work it out.
    best = np.argsort(-worth, kind="stable")[:CELLS].tolist()
    things = [_thing(label, lead.thing, lead.id, tier) for lead in first for tier in range(len(USUALLY_SURE))]
    return {
        "leads": {
            thing: [lead.worth + lead.besides, lead.by_use_share, lead.by_material_share]
            for thing, lead in zip(things, (lead for lead in first for _ in USUALLY_SURE), strict=True)
        },
        "things": things,
        "places": places,
        "cells": best,
    }


def _usual_worth(lead: Lead) -> float:
    """What a counterpart adds that surely is that thing."""
    usual_shares = USUAL_USE_SHARE * lead.by_use_share + USUAL_MATERIAL_SHARE * lead.by_material_share
    return lead.worth + lead.besides + usual_shares


def _thing(label: str, thing: str, id_: str, tier: int) -> str:
    """How a link names its side, its thing and how sure it is, so that one index finds them: `Need material
    sawdust 1`.
    """
    return f"{label} {thing} {id_} {tier + 1}"


def _tier(sure: float) -> int:
    return next(number for number, least in enumerate(AT_LEAST_SURE) if sure >= least)


def _pair(mine: Listing, other: Listing, ways: tuple[str, ...]) -> Candidate:
    return Candidate(mine, other, ways) if mine.side == Side.OUTPUT else Candidate(other, mine, ways)


def _to_link(label: str, trace: Trace) -> dict[str, Any]:
    return {
        "id": trace.id,
        "properties": {
            "thing": _thing(label, trace.thing, trace.id, _tier(trace.sure)),
            "sure": trace.sure,
            "use_share": trace.use_share,
            "material_share": trace.material_share,
        },
    }


def _from_row(row: list[Any]) -> Listing:
    """A listing from the values of `candidates/read`, in its order."""
    said = dict(zip(COLUMNS, row, strict=True))
    amount, unit, period = (said.pop(f"quantity_{part}") for part in ("amount", "unit", "period"))
    place = Place(*(said.pop(part) for part in ("municipality", "lat", "lon")))
    confirmed: dict[str, list[str]] = {}
    for link, id_ in sorted(said.pop("confirmed")):
        confirmed.setdefault(link, []).append(id_)
    said["side"] = Side(said["side"])
    lists: dict[str, Any] = {name: tuple(said.pop(name)) for name in ("season_months", "not_ids", "declines")}
    return Listing(
        **said,
        **lists,
        place=place,
        quantity=None if amount is None else Quantity(amount, unit, period),
        ewc_code=next(iter(confirmed.get("CLASSIFIED_AS", ())), None),
        material_ids=tuple(confirmed.get("ABOUT", ())),
        use_ids=tuple(confirmed.get("MEANT_FOR", ())),
    )
