"""What waits for a firm that offers a process: kinds of outputs, and of nobody anything more."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from graph import chains
from graph.chains import Waiting
from symbiosis.access import Viewer, require_for
from symbiosis.operations.find_chains import WORTH_A_LOOK
from symbiosis.operations.show_firm import firm_of
from symbiosis.reducing_chains import Gathered, waiting_view
from symbiosis.views import WaitingView
from symbiosis.wiring import Services

BANDS = ((10.0, "under-10"), (100.0, "10-100"), (1000.0, "100-1000"))
MOST_BAND, UNKNOWN_BAND = "over-1000", "unknown"
"""Amounts are told in bands (t a year): by the exact one a firm could know its neighbours again."""


def show_waiting(
    services: Services, viewer: Viewer, firm_id: str, *, now: datetime
) -> tuple[WaitingView, ...]:
    """The kinds of outputs that chains would bring to what a firm offers, the most frequent first.

    Each output counts once for a process at a site, whatever number of needs lie behind it.

    Raises:
        NotFound: the firm does not exist, or is not the viewer's.
    """
    require_for(viewer, "see_waiting", firm_id, what="firm", id=firm_id)
    firm_of(services, firm_id)
    found = chains.waiting_for(services.store, firm_id, now, least=WORTH_A_LOOK)
    counted = Counter(_kind(one) for one in found if one.material_id in services.book.materials)
    ordered = sorted(counted.items(), key=lambda one: (-one[1], str(one[0])))
    return tuple(waiting_view(Gathered(*kind, n_outputs)) for kind, n_outputs in ordered)


def band_of(tonnes_per_year: float | None) -> str:
    """The band that an amount lies in; its lower end belongs to it."""
    if tonnes_per_year is None:
        return UNKNOWN_BAND
    return next((name for below, name in BANDS if tonnes_per_year < below), MOST_BAND)


def _kind(one: Waiting) -> tuple[str, str, str, str | None, str, str, bool]:
    band = band_of(one.tonnes_per_year)
    return one.site_id, one.process_id, one.material_id, one.product_id, one.region, band, one.is_demo
