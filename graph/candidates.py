"""The finder: which pairs are worth comparing. It may bring too many, it should miss none.

Counterparts are sought along all leads at once: what they are about, meant for, classified as, whose firms
buy such things, and whose words are alike. What this does not find, the ranker never sees. Listings with
visibility `coordinators` are found like others: `matches` keeps their pairs from the other firm.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from heapq import nsmallest
from typing import Any

from graph.fulltext import to_lucene
from graph.store import Run, Store
from matching.records import Candidate, Lead, Leads, Listing, Place, Quantity, Side, Trace

WAYS = ("material", "pathway", "precedent", "use", "code", "wording", "text")
"""The ways of finding, in the order in which `found_by` names them; `kind` is the last resort."""

VERSION = "finder-2"
"""Changes with what is kept for the finder, so that every listing is read again."""

QUOTA = 10
"""So many each way gives at least, so that a way which is worth little by the numbers is still heard."""

CELLS = 500
"""So many times a thing in a municipality is looked at."""

WIDE = 2500
"""So many links are followed, those of the best cells first: the bound of the work."""

DEEP = 600
"""So many of what is linked are added up over all their links."""

COLUMNS = (
    *("id", "side", "text", "kind", "nace", "hazardous", "tonnes_per_year"),
    *("quantity_amount", "quantity_unit", "quantity_period", "municipality", "lat", "lon", "lang", "firm_id"),
    *("season_months", "starts_on", "ends_on", "understood", "confirmed", "not_ids", "declines"),
)
"""The values of a listing that `candidates/read` gives, in its order."""

NEWEST = 1000
"""So many of the newest of a kind are looked at when little else is found."""

HITS = 100
"""So many of the likest texts are looked at."""

USUAL_USE_SHARE, USUAL_MATERIAL_SHARE = 0.6, 0.4
"""How much of a counterpart a thing usually is: by this cells are put in order."""


def keep(store: Store, listing: Listing, traces: Iterable[Trace], understood: str | None) -> None:
    """Writes what a listing is read as, by which the other side finds it; without traces it is not found by
    what it is about.

    Args:
        understood: what `matching.understood` keeps of its text; None forgets it.
    """
    store.write("candidates/keep", id=listing.id, understood=understood, **to_links(listing.side, traces))


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
        found_by = find(run, listing, leads, now, limit)
        others = [_from_row(row["listing"]) for row in run("candidates/read", ids=list(found_by))]
        return [_pair(listing, other, found_by[other.id]) for other in others]

    return store.reading(work)


def find(run: Run, listing: Listing, leads: Leads, now: datetime, limit: int) -> dict[str, tuple[str, ...]]:
    """The ids of the candidates with the ways that led to them, most promising first."""
    label = "Need" if listing.side == Side.OUTPUT else "Output"
    common: dict[str, Any] = {"listing_id": listing.id, "now": now}
    rows = run(
        "candidates/find",
        **common,
        **_followed(leads, label),
        nearness=dict(leads.nearness),
        index=f"{label.lower()}_text",
        words=to_lucene(listing.text) or "",
        wording=leads.wording,
        wide=WIDE,
        deep=max(DEEP, limit),
        hits=HITS,
        limit=limit + len(WAYS) * QUOTA,
    )
    found_by = fairly([(row["id"], row["ways"]) for row in rows], limit)
    if len(found_by) < limit:
        rest = run(
            "candidates/by_kind",
            label=label,
            known=list(found_by),
            kind=listing.kind,
            deep=NEWEST,
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


def _followed(leads: Leads, label: str) -> dict[str, Any]:
    """Parameters of the query: the leads by thing, and their cells, those that may be worth most first."""
    by_thing = {_thing(label, lead.thing, lead.id): lead for lead in leads.leads}
    cells = [
        (-(_usual_worth(lead) + near), thing, place)
        for thing, lead in by_thing.items()
        for place, near in leads.nearness.items()
    ]
    return {
        "leads": {thing: _to_map(lead) for thing, lead in by_thing.items()},
        "cells": [[thing, place] for _, thing, place in nsmallest(CELLS, cells)],
    }


def _usual_worth(lead: Lead) -> float:
    usual_shares = USUAL_USE_SHARE * lead.by_use_share + USUAL_MATERIAL_SHARE * lead.by_material_share
    return lead.worth + usual_shares


def _thing(label: str, thing: str, id_: str) -> str:
    """How a link names its side and thing, so that one index finds them: `Need material sawdust`."""
    return f"{label} {thing} {id_}"


def _pair(mine: Listing, other: Listing, ways: tuple[str, ...]) -> Candidate:
    return Candidate(mine, other, ways) if mine.side == Side.OUTPUT else Candidate(other, mine, ways)


def _to_map(lead: Lead) -> dict[str, Any]:
    return {
        "sort": lead.thing,
        "way": lead.way,
        "worth": lead.worth,
        "by_use_share": lead.by_use_share,
        "by_material_share": lead.by_material_share,
    }


def _to_link(label: str, trace: Trace) -> dict[str, Any]:
    return {
        "id": trace.id,
        "properties": {
            "thing": _thing(label, trace.thing, trace.id),
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
