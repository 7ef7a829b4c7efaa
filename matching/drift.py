"""Whether what was learned still holds: what people answer now, beside what was said and learned from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from matching.evaluation import Bin, Figures, figures, reliability
from matching.labels import Row
from matching.training import means, probability
from matching.weighing import Weights

ENOUGH = 20
"""Of fewer pairs no share is told: it would be chance."""

BANDS: Mapping[str, tuple[float, float]] = {"low": (0.0, 0.1), "medium": (0.1, 0.3), "high": (0.3, 1.01)}
"""Of the probability as it was shown: from … up to, but without."""


@dataclass(frozen=True, slots=True)
class BandShare:
    """The share of pairs shown in a band that were worth contacting; None while there are too few to say."""

    month: str
    band: str
    n: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of one evidence among the labels it was learned from, and among those that came later."""

    name: str
    then: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class Drift:
    """`n_since`: labels that came after the weights were learned (all of them, for the defaults). `means` is
    empty for the defaults, `since` None and `table` empty without labels.
    """

    n_since: int
    bands: tuple[BandShare, ...]
    means: tuple[Mean, ...]
    since: Figures | None
    table: tuple[Bin, ...]


def drift(
    rows: Sequence[Row], weights: Weights, names: Sequence[str], card: Mapping[str, Any] | None
) -> Drift:
    """What the labels of today say of the weights.

    Args:
        card: of the weights; None for the defaults, which were learned from none of these labels.
    """
    last = datetime.fromisoformat(card["last"]) if card else None
    later = [row for row in rows if last is None or row.decided_at > last]
    said = [probability(row.values, weights) for row in later]
    came = [row.is_positive for row in later]
    return Drift(
        n_since=len(later),
        bands=_bands(rows),
        means=_means(later, names, card) if card else (),
        since=figures(said, came) if len(later) >= ENOUGH else None,
        table=reliability(said, came) if later else (),
    )


def _bands(rows: Sequence[Row]) -> tuple[BandShare, ...]:
    """By month, newest first, from low to high."""
    found: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows:
        if row.probability is not None:
            band = next(name for name, (low, high) in BANDS.items() if low <= row.probability < high)
            found[f"{row.decided_at:%Y-%m}", band].append(row.is_positive)
    months = sorted({month for month, _band in found}, reverse=True)
    return tuple(
        BandShare(month, band, len(came), _share(came))
        for month in months
        for band in BANDS
        if (came := found.get((month, band)))
    )


def _share(came: Sequence[bool]) -> float | None:
    return round(sum(came) / len(came), 4) if len(came) >= ENOUGH else None


def _means(later: Sequence[Row], names: Sequence[str], card: Mapping[str, Any]) -> tuple[Mean, ...]:
    then = card["means"]
    known = {name: sum(row.values.get(name) is not None for row in later) for name in names}
    now = means(later, names)
    return tuple(Mean(name, then.get(name), now[name] if known[name] >= ENOUGH else None) for name in names)
