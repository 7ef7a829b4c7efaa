"""The network in counts, for planners: cells in which a firm could be recognised are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from typing import Any

from graph import network
from symbiosis.access import Viewer, require
from symbiosis.views import MunicipalityCounts, NetworkView
from symbiosis.wiring import Services

FEWEST = 3
Row = Mapping[str, Any]
COUNTS = ("n_firms", "n_outputs", "n_needs", "n_matches", "n_exchanges")


def planner_counts(services: Services, viewer: Viewer, *, now: datetime) -> NetworkView:
    """Counts by municipality, and totals. A number behind which one or two firms stand is not among them."""
    require(viewer, "see_network")
    rows = suppressed(network.counts_by_municipality(services.store, now))
    return NetworkView(municipalities=rows, totals=network.totals(services.store, now))


def suppressed(rows: Sequence[Row]) -> tuple[MunicipalityCounts, ...]:
    """The rows without the numbers behind which fewer than `FEWEST` firms stand.

    A municipality with so few firms loses all its numbers, others lose single ones. Whoever takes what is
    shown from the total learns what the hidden cells of a column hold together; so each column hides cells,
    the next smallest first, until `FEWEST` firms stand behind these.
    """
    whole = _hidden("n_firms", rows, set())
    hidden = {name: _hidden(name, rows, whole) for name in COUNTS}
    return tuple(
        MunicipalityCounts(
            municipality=row["municipality"],
            region=row["region"],
            **{name: None if row["municipality"] in hidden[name] else row[name] for name in COUNTS},
        )
        for row in rows
    )


def _hidden(name: str, rows: Sequence[Row], whole: Set[str]) -> set[str]:
    """Municipalities that lose the number `name`: those in `whole`, those with few firms, and more."""
    firms = {row["municipality"]: frozenset(row["behind"][name]) for row in rows}
    hidden = {place for place, ids in firms.items() if place in whole or 0 < len(ids) < FEWEST}
    rest = [row["municipality"] for row in rows if row["n_firms"] and row["municipality"] not in hidden]
    rest.sort(key=lambda place: (not firms[place], len(firms[place]), place))
    together = frozenset[str]().union(*(firms[place] for place in hidden))
    for place in rest:
        if not together or (len(hidden) > 1 and len(together) >= FEWEST):
            break
        hidden.add(place)
        together |= firms[place]
    return hidden
