"""Learns weights from all that was answered, and puts them on offer. It never switches to them."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version

from graph import labels as answers
from graph import weights
from graph.ids import new_id
from graph.learning_records import WeightsOffer
from matching.evidence.kinds import NAMES
from matching.labels import labels
from matching.training import fit
from symbiosis.jobs.measuring import measured
from symbiosis.wiring import Services

LEARNED_WITH = ("numpy",)


def retrain(services: Services, *, by: str, now: datetime) -> WeightsOffer:
    """New weights around the defaults, from every answer and outcome there is.

    Args:
        by: kept with the offer.
    Raises:
        TooFewLabels: too little was answered to learn from; nothing is put on offer.
    """
    found = labels(answers.answered(services.store), NAMES)
    fitted = fit(found, services.plain_ranker.weights, now)
    card = {
        **fitted.card,
        "book": services.book.fingerprint,
        "benchmark": measured(
            {
                "defaults": services.plain_ranker,
                "present": services.ranker,
                "offer": services.plain_ranker.weighing(fitted.weights),
            }
        ),
        "versions": {name: version(name) for name in LEARNED_WITH},
    }
    offer = WeightsOffer(new_id(), fitted.weights.version, now, by, fitted.weights.plain(), card)
    weights.put_offer(services.store, offer)
    return offer
