"""A draw among less certain pairs: each as often as it may be the best of them (Thompson sampling).

The same seed draws the same, so that a job that runs twice changes nothing; and how likely a pair was to be
drawn is told with it, so that learning can make up for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from matching.weighing import Weights, prior_spread

_TRIES = 400


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was drawn, and how likely that was, in (0, 1]."""

    id: str
    propensity: float


def draw(candidates: Sequence[tuple[str, float, float]], seed: str) -> Drawn:
    """One of the candidates.

    Args:
        candidates: id, score and its standard deviation; at least one, in any order.
        seed: the same gives the same; a further candidate moves the draws of the others in nothing.
    """
    ordered = sorted(candidates)
    scores = np.array([score for _id, score, _spread in ordered])
    spreads = np.array([spread for _id, _score, spread in ordered])
    once = np.array([_generator(f"{seed}:{id}").standard_normal() for id, _score, _spread in ordered])
    chosen = int(np.argmax(scores + spreads * once))
    tries = _generator(seed).standard_normal((_TRIES, len(ordered)))
    n_first = int(np.sum(np.argmax(scores + spreads * tries, axis=1) == chosen))
    # Nobody has no chance at all: one try more is given to each.
    return Drawn(ordered[chosen][0], round((n_first + 1) / (_TRIES + len(ordered)), 4))


def spread_of(values: Mapping[str, float | None], weights: Weights, spreads: Mapping[str, float]) -> float:
    """The standard deviation of a score, by how sure the weights are: what is unknown moves nothing.

    Args:
        values: of the evidence, by name.
        spreads: standard deviation of each weight; for what is not there, the one before any answer.
    """
    variance = 0.0
    for name, value in values.items():
        if value is not None and name in weights.by_name:
            one = weights.by_name[name]
            variance += (spreads.get(name, prior_spread(one.weight)) * (value - one.centre)) ** 2
    return sqrt(variance)


def _generator(seed: str) -> np.random.Generator:
    return np.random.default_rng(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]))
