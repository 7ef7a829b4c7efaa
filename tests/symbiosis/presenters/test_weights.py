"""An offer of weights in words and numbers."""

from __future__ import annotations

from typing import Any

from matching.labels import Labels
from matching.training import fit
from symbiosis.presenters.weights import offer_card
from symbiosis.views import OfferView
from tests.matching.labelled import DEFAULTS, NOW, a_row, as_the_weights_say, spread_values
from tests.symbiosis.presenters.conftest import InLanguage

FIRMS = 40


def _offer(labels: Labels) -> OfferView:
    fitted = fit(labels, DEFAULTS, NOW)
    card: dict[str, Any] = {**fitted.card, "benchmark": None}
    return OfferView(fitted.weights.version, NOW, fitted.weights, card)


def test_what_follows_two_yeses_is_told_only_when_there_are_enough(in_language: InLanguage) -> None:
    few = as_the_weights_say(120, n_firms=FIRMS)
    agreed = [
        a_row(n, positive=n % 4 > 0, label=(0, 2, 2, 3)[n % 4], values=spread_values(n), n_firms=FIRMS)
        for n in range(240)
    ]
    with in_language("en") as lang:
        labels = [fact.label for fact in offer_card(_offer(few), DEFAULTS, lang).facts]
        assert "Worked on, of those both sides said yes to" not in labels
        enough = offer_card(_offer(Labels(tuple(agreed), {})), DEFAULTS, lang)
        [told] = [
            fact.cells[0]
            for fact in enough.facts
            if fact.label == "Worked on, of those both sides said yes to"
        ]
    assert told.startswith("60 of 180; Brier score on other firms:")
