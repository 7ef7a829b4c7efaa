"""The network in counts, for planners: cells in which a firm could be recognised are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from graph import network
from symbiosis.access import Viewer, require
from symbiosis.views import MunicipalityCounts, NetworkView
from symbiosis.wiring import Services

FEWEST = 3
COUNTS = ("n_firms", "n_outputs", "n_needs", "n_matches", "n_exchanges")


def planner_counts(services: Services, viewer: Viewer, *, now: datetime) -> NetworkView:
    """Counts by municipality, and totals. A municipality with one or two firms shows no numbers."""
    require(viewer, "see_network")
    rows = suppressed(network.counts_by_municipality(services.store, now))
    return NetworkView(municipalities=rows, totals=network.totals(services.store, now))


def suppressed(rows: Sequence[Mapping[str, Any]]) -> tuple[MunicipalityCounts, ...]:
    """Rows with fewer than `FEWEST` firms lose their numbers. Where that is a single row, the next smallest
    loses them too, for otherwise the total less the others would tell it."""
    small = [row for row in rows if 0 < row["n_firms"] < FEWEST]
    if len(small) == 1:
        others = [row for row in rows if row["n_firms"] >= FEWEST]
        small += sorted(others, key=lambda row: (row["n_firms"], row["municipality"]))[:1]
    hidden = {row["municipality"] for row in small}
    return tuple(
        MunicipalityCounts(
            municipality=row["municipality"],
            region=row["region"],
            **{name: None if row["municipality"] in hidden else row[name] for name in COUNTS},
        )
        for row in rows
    )
