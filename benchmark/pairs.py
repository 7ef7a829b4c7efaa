"""All pairs of some listings compared once, so that other weights need nothing but sums."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from matching.evidence.kinds import EVIDENCE
from matching.ranker import Ranker
from matching.records import Evidence, Listing
from matching.weighing import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

NAMES = tuple(function.__name__ for function in EVIDENCE)


class Pairs:
    """The pairs that are matches: what each kind of evidence says of them, weighed when they are ranked.

    What rules a pair out and what makes it a match does not depend on the weights. `values`: a row per pair,
    a column per kind of evidence in the order of `NAMES`, not a number where it is unknown.
    """

    def __init__(self, ranker: Ranker, outputs: Sequence[Listing], needs: Sequence[Listing]) -> None:
        found = [match for output in outputs for match in ranker.rank(output, needs).matches]
        self.outputs = [output.id for output in outputs]
        self._need_ids = np.array([match.need_id for match in found])
        self.values: NDArray[np.float64] = np.array([_values(match.evidence) for match in found])
        owners = np.array([match.output_id for match in found])
        self._of = {name: np.flatnonzero(owners == name) for name in self.outputs}

    def ranked(self, weights: Weights, top: int) -> dict[str, list[str]]:
        """Output -> the ids of its best needs by these weights, as `Ranker.rank` orders them."""
        weight = np.array([weights.by_name[name].weight for name in NAMES])
        centre = np.array([weights.by_name[name].centre for name in NAMES])
        parts = np.nan_to_num(_rounded(weight * (self.values - centre)))
        scores = np.round(parts.sum(axis=1), 4)
        return {name: self._best(rows, scores, top) for name, rows in self._of.items()}

    def _best(self, rows: NDArray[np.int64], scores: NDArray[np.float64], top: int) -> list[str]:
        order = np.lexsort((self._need_ids[rows], -scores[rows]))[:top]
        return [str(name) for name in self._need_ids[rows[order]]]


def _rounded(parts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Four decimals as the ranker rounds them: numpy puts 0.01715 elsewhere than Python does."""
    found, number = np.unique(parts, return_inverse=True)
    return np.array([round(float(part), 4) for part in found])[number].reshape(parts.shape)


def _values(evidence: Sequence[Evidence]) -> list[float]:
    by_name = {part.name: part.value for part in evidence}
    return [np.nan if (value := by_name[name]) is None else value for name in NAMES]
