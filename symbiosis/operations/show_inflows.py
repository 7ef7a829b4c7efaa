"""What could come to a firm that offers a process: kinds of outputs, and of nobody anything more."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from graph import chains
from symbiosis.access import Viewer, require_for
from symbiosis.operations.find_chains import WORTH_A_LOOK
from symbiosis.operations.show_firm import firm_of
from symbiosis.reducing_chains import inflow_view
from symbiosis.views import InflowView
from symbiosis.wiring import Services


def show_inflows(
    services: Services, viewer: Viewer, firm_id: str, *, now: datetime
) -> tuple[InflowView, ...]:
    """The kinds of outputs that chains would bring to what a firm offers, the most frequent first.

    Each output counts once for a process at a site, whatever number of needs lie behind it.

    Raises:
        NotFound: the firm does not exist, or is not the viewer's.
    """
    require_for(viewer, "see_inflows", firm_id, what="firm", id=firm_id)
    firm_of(services, firm_id)
    found = chains.inflows_to(services.store, firm_id, now, least=WORTH_A_LOOK)
    counted = Counter(inflow_view(one) for one in found if one.material_id in services.book.materials)
    views = (replace(view, n_outputs=n_outputs) for view, n_outputs in counted.items())
    return tuple(sorted(views, key=lambda view: (-view.n_outputs, str(view))))
