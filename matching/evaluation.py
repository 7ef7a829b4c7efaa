"""How true probabilities are: Brier score, expected calibration error, log-loss, and their table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

N_BINS = 10
ALMOST = 1e-9


@dataclass(frozen=True, slots=True)
class Bin:
    """Pairs whose probability lies in [`low`, `high`): how many, what was said, and what came."""

    low: float
    high: float
    n: int
    said: float | None
    came: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Of `n` pairs; the smaller, the better. Without pairs there are none."""

    n: int
    brier: float
    ece: float
    log_loss: float


def figures(probabilities: Sequence[float], is_positive: Sequence[bool]) -> Figures | None:
    """Brier score, expected calibration error over ten equal bins, and mean log-loss (natural logarithm)."""
    n = len(probabilities)
    if not n:
        return None
    pairs = list(zip(probabilities, is_positive, strict=True))
    brier = sum((p - y) ** 2 for p, y in pairs) / n
    loss = -sum(log(max(p if y else 1 - p, ALMOST)) for p, y in pairs) / n
    table = reliability(probabilities, is_positive)
    ece = sum(
        one.n / n * abs(one.said - one.came) for one in table if one.said is not None and one.came is not None
    )
    return Figures(n, round(brier, 4), round(ece, 4), round(loss, 4))


def reliability(
    probabilities: Sequence[float], is_positive: Sequence[bool], n_bins: int = N_BINS
) -> tuple[Bin, ...]:
    """For each of `n_bins` equal bins of probability: its mean, and the share that was positive."""
    said: list[list[float]] = [[] for _ in range(n_bins)]
    came: list[list[bool]] = [[] for _ in range(n_bins)]
    for probability, positive in zip(probabilities, is_positive, strict=True):
        number = min(int(probability * n_bins), n_bins - 1)
        said[number].append(probability)
        came[number].append(positive)
    return tuple(
        Bin(
            number / n_bins,
            (number + 1) / n_bins,
            len(said[number]),
            _mean(said[number]),
            _mean(came[number]),
        )
        for number in range(n_bins)
    )


def hits(places: Sequence[int | None], cut: int) -> float:
    """The share of rankings whose right answer stands among the first `cut`; None: it is not there."""
    return sum(place is not None and place <= cut for place in places) / len(places) if places else 0.0


def mean_reciprocal_rank(places: Sequence[int | None]) -> float:
    """The mean of one over the place of the right answer, 0 where it is not there."""
    return sum(1 / place for place in places if place) / len(places) if places else 0.0


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
