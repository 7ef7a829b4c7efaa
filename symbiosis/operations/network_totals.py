"""The network in a few numbers, for everybody."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph import network
from symbiosis.access import Viewer, require
from symbiosis.wiring import Services


def network_totals(services: Services, viewer: Viewer, *, now: datetime) -> dict[str, Any]:
    """Counts of the whole network, as `graph.network.totals` gives them; nothing by firm or place."""
    require(viewer, "see_totals")
    return network.totals(services.store, now)
