"""The weights of the evidence, for administrators: looked at beside what is on offer, switched, put back.

A switch is appended. All processes follow within seconds (`weights_watch.py`); other weights name another
ranker, so the job that compares listings compares all of them again. Decisions stay.
"""

from __future__ import annotations

from datetime import datetime

from graph import labels as answers
from graph import weights
from graph.errors import AlreadyThere, NotFound
from graph.ids import new_id
from graph.learning_records import WeightsOffer, WeightsSwitch
from matching.drift import drift
from matching.errors import BadReference
from matching.evidence.kinds import NAMES
from matching.labels import labels
from matching.weighing import Weights
from symbiosis.access import Viewer, require
from symbiosis.errors import WeightsOutdated, WeightsSwitched
from symbiosis.views import OfferView, SwitchView, WeightsView
from symbiosis.wiring import Services


def show_weights(services: Services, viewer: Viewer, *, now: datetime) -> WeightsView:
    """The weights as they stand, what is on offer, who switched, and whether what was learned still holds."""
    require(viewer, "weigh_evidence")
    services.weights_watch.forget()
    present, switched = services.weights, weights.switches(services.store)
    chosen = switched[0].version if switched else None
    offer = weights.offer(services.store, chosen) if chosen else None
    is_refused = chosen is not None and chosen != present.version
    found = labels(answers.answered(services.store), NAMES)
    return WeightsView(
        defaults=services.plain_ranker.weights,
        present=present,
        refused=chosen if is_refused else None,
        number=switched[0].number if switched else 0,
        offers=tuple(_offer(each) for each in weights.offers(services.store)),
        switches=tuple(SwitchView(s.number, s.version, s.switched_at, s.user_email) for s in switched),
        drift=drift(found.rows, present, NAMES, offer.card if offer and not is_refused else None),
        n_labels=len(found.rows),
        n_positive=sum(row.is_positive for row in found.rows),
        dropped=found.dropped,
    )


def switch_weights(
    services: Services, viewer: Viewer, version: str | None, *, number: int, now: datetime
) -> bool:
    """Let the ranker weigh by an offer, or by the defaults (`version` None).

    Args:
        number: of the latest switch as the administrator saw it; 0 where there was none.
    Returns:
        Whether anything is now weighed otherwise; else nothing was kept.
    Raises:
        NotFound: there is no such offer.
        WeightsOutdated: it was learned for another list of evidence.
        WeightsSwitched: somebody else switched since.
    """
    require(viewer, "weigh_evidence")
    latest = weights.switches(services.store, limit=1)
    if (latest[0].number if latest else 0) != number:
        raise WeightsSwitched
    if version is not None:
        offer = weights.offer(services.store, version)
        if offer is None:
            raise NotFound(what="weights", id=version)
        if _offer(offer).weights is None:
            raise WeightsOutdated(version=version)
    if version == (latest[0].version if latest else None):
        return False
    try:
        weights.switch(
            services.store, WeightsSwitch(new_id(), number + 1, version, now, viewer.user_id or "")
        )
    except AlreadyThere:
        raise WeightsSwitched from None
    services.weights_watch.forget()
    return True


def _offer(offer: WeightsOffer) -> OfferView:
    try:
        read = Weights.of(offer.weights, NAMES, offer.version)
    except BadReference:
        read = None
    return OfferView(offer.version, offer.created_at, read, offer.card)
