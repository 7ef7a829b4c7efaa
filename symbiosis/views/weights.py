"""The weights of the ranker as an administrator looks at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matching.drift import Drift
from matching.weighing import Weights


@dataclass(frozen=True, slots=True)
class OfferView:
    """Weights on offer. `weights` is None when they were learned for another list of evidence."""

    version: str
    created_at: datetime
    weights: Weights | None
    card: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SwitchView:
    """One switch. `version` None: to the defaults; `by` None: a former user."""

    number: int
    version: str | None
    switched_at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class WeightsView:
    """`refused`: the version that was switched to and does not fit the evidence of today, so that the
    defaults count. `number`: of the latest switch, 0 without any. `n_labels`, `dropped`: what there is to
    learn from now.
    """

    defaults: Weights
    present: Weights
    refused: str | None
    number: int
    offers: tuple[OfferView, ...]
    switches: tuple[SwitchView, ...]
    drift: Drift
    n_labels: int
    n_positive: int
    dropped: Mapping[str, int]
