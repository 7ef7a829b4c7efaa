"""Learns weights from labels: logistic regression that starts at the present knowledge and moves as far as
the labels carry it.

Each weight has a Gaussian prior around its default with variance (0.5·|default| + 0.3)², the start as well.
Without labels nothing moves; with many, they decide. Source: docs/explanation/learning.md
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import numpy as np

from matching.errors import TooFewLabels
from matching.evaluation import figures, reliability
from matching.folds import Fold, folds
from matching.follow_through import follow_through
from matching.labels import Labels, Row
from matching.regression import Array, Problem, newton, sigmoid, solve, spreads
from matching.weighing import Weight, Weights

LEAST, LEAST_POSITIVE, LEAST_NEGATIVE, LEAST_FIRMS = 30, 8, 8, 5
CALIBRATED_BELOW = 1000
"""With fewer labels, the scores are stretched and moved as the firms held out tell."""


STRETCH = (0.25, 2.0)
"""Scores are never stretched beyond, whatever few labels say."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """New weights on offer. `card`: what they were learned from and how good they are, as plain values."""

    weights: Weights
    card: Mapping[str, Any]


def fit(found: Labels, defaults: Weights, now: datetime) -> Fitted:
    """Weights that the labels carry, and their card.

    Args:
        defaults: the weights around which it learns; centres and the share of pairs that fit stay theirs.
        now: names the version, nothing else.
    Raises:
        TooFewLabels: fewer than 30 labels, 8 of them positive, 8 negative, from 5 firms.
    """
    rows = sorted(found.rows, key=lambda row: (row.output_id, row.need_id))
    _require_enough(rows)
    names = list(defaults.by_name)
    centre = np.array(
        [defaults.intercept + defaults.shift, *(defaults.by_name[name].weight for name in names)]
    )
    problem = _problem(rows, defaults, names, centre)
    beta, flipped = solve(problem, centre)
    splits = folds(rows)
    held_out = _held_out(problem, centre, splits)
    stretch, move = _calibration(held_out, problem) if len(rows) < CALIBRATED_BELOW else (1.0, 0.0)
    beta = stretch * beta
    beta[0] += move
    weights = _weights(beta, defaults, names, now)
    if len(rows) < CALIBRATED_BELOW:
        held_out = _calibrated_held_out(held_out, problem, splits)
    after = [float(each) for each in sigmoid(held_out)]
    before = [probability(row.values, defaults) for row in rows]
    is_positive = [row.is_positive for row in rows]
    card = {
        "n": len(rows),
        "n_positive": sum(is_positive),
        "n_firms": len({firm_id for row in rows for firm_id in row.firm_ids}),
        "n_by_label": {str(label): sum(row.label == label for row in rows) for label in range(5)},
        "follow_through": follow_through(rows, defaults),
        "dropped": dict(found.dropped),
        "first": min(row.decided_at for row in rows).isoformat(),
        "last": max(row.decided_at for row in rows).isoformat(),
        "folds": [{"n_train": len(train), "n_test": len(test)} for train, test in splits],
        "flipped": [names[number - 1] for number in flipped],
        "calibration": {"stretch": round(stretch, 4), "move": round(move, 4)},
        "before": _plain_figures(before, is_positive),
        "after": _plain_figures(after, is_positive),
        "reliability": [asdict(one) for one in reliability(after, is_positive)],
        "means": means(rows, names),
        "spreads": _spreads(problem, beta, centre, names),
        "around": defaults.version,
    }
    return Fitted(weights, card)


def probability(values: Mapping[str, float | None], weights: Weights) -> float:
    """What the weights say of a pair with such evidence: the sum that the ranker makes, as a probability."""
    known = ((weights.by_name[name], value) for name, value in values.items() if value is not None)
    score = weights.intercept + weights.shift
    score += sum(one.weight * (value - one.centre) for one, value in known)
    return float(sigmoid(np.array([score]))[0])


def means(rows: Sequence[Row], names: Sequence[str]) -> dict[str, float | None]:
    """The mean of each evidence over the rows where it is known; None where it never is."""
    found: dict[str, float | None] = {}
    for name in names:
        known = [value for row in rows if (value := row.values.get(name)) is not None]
        found[name] = round(sum(known) / len(known), 4) if known else None
    return found


def _spreads(problem: Problem, beta: Array, centre: Array, names: Sequence[str]) -> dict[str, float]:
    """How unsure the weight of each evidence still is."""
    found = spreads(problem, beta, centre)[1:]
    return {name: round(float(spread), 4) for name, spread in zip(names, found, strict=True)}


def _require_enough(rows: Sequence[Row]) -> None:
    n_positive = sum(row.is_positive for row in rows)
    n_firms = len({firm_id for row in rows for firm_id in row.firm_ids})
    has = (len(rows), n_positive, len(rows) - n_positive, n_firms)
    least = (LEAST, LEAST_POSITIVE, LEAST_NEGATIVE, LEAST_FIRMS)
    if any(mine < needed for mine, needed in zip(has, least, strict=True)):
        raise TooFewLabels(
            n=has[0], n_positive=has[1], n_negative=has[2], n_firms=has[3],
            least=least[0], least_positive=least[1], least_negative=least[2], least_firms=least[3],
        )  # fmt: skip


def _problem(rows: Sequence[Row], defaults: Weights, names: Sequence[str], centre: Array) -> Problem:
    x = np.zeros((len(rows), len(names) + 1))
    fixed = np.zeros(len(rows))
    for i, row in enumerate(rows):
        if row.speaks_of is None:
            x[i, 0] = 1.0
        else:
            fixed[i] = centre[0]
        for j, name in enumerate(names, start=1):
            value = row.values.get(name)
            if value is None:
                continue
            moved = value - defaults.by_name[name].centre
            if row.speaks_of is None or name in row.speaks_of:
                x[i, j] = moved
            else:  # who is too far says nothing of the material: its weight stays as known
                fixed[i] += centre[j] * moved
    y = np.array([float(row.is_positive) for row in rows])
    return Problem(x, fixed, y, np.array([row.weight for row in rows]))


def _held_out(problem: Problem, centre: Array, splits: Sequence[Fold]) -> Array:
    """The score of each row by weights that were learned from none of its firms."""
    scores = np.zeros(len(problem.y))
    for train, test in splits:
        beta, _flipped = solve(problem.of(train), centre)
        tested = problem.of(test)
        scores[test] = tested.scores(beta)
    return scores


def _calibration(scores: Array, problem: Problem) -> tuple[float, float]:
    """Stretch and move of the scores that fit the labels best, held near 1 and 0 while there are few."""
    x = np.column_stack([np.ones_like(scores), scores])
    line = Problem(x, np.zeros_like(scores), problem.y, problem.w)
    found = newton(line, np.array([0.0, 1.0]), np.array([1.0, 4.0]), [])
    return float(np.clip(found[1], *STRETCH)), float(found[0])


def _calibrated_held_out(scores: Array, problem: Problem, splits: Sequence[Fold]) -> Array:
    """Scores moved by what the other folds tell, so that no row is judged by its own label."""
    moved = scores.copy()
    everything = set(range(len(scores)))
    for _train, test in splits:
        others = sorted(everything.difference(test))
        stretch, move = _calibration(scores[others], problem.of(others))
        moved[test] = stretch * scores[test] + move
    return moved


def _weights(beta: Array, defaults: Weights, names: Sequence[str], now: datetime) -> Weights:
    rounded = [round(float(value), 4) + 0.0 for value in beta]
    by_name = {
        name: Weight(value, defaults.by_name[name].centre)
        for name, value in zip(names, rounded[1:], strict=True)
    }
    intercept = round(rounded[0] - defaults.shift, 4)
    digest = hashlib.sha256(json.dumps(rounded).encode()).hexdigest()[:8]
    return Weights(f"{now:%Y-%m-%d}.learned-{digest}", intercept, defaults.fitted_at, defaults.prior, by_name)


def _plain_figures(probabilities: Sequence[float], is_positive: Sequence[bool]) -> dict[str, float]:
    found = figures(probabilities, is_positive)
    return asdict(found) if found else {}
