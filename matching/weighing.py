"""The weights of the evidence: read from `weights/`, refused when they name other evidence than there is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from matching.errors import BadReference
from matching.records import Evidence

DEFAULT = Path(__file__).resolve().parent / "weights" / "default.json"


def prior_spread(weight: float) -> float:
    """How unsure a weight is before any answer: the standard deviation of its prior.

    Source: docs/explanation/learning.md
    """
    return 0.5 * abs(weight) + 0.3


@dataclass(frozen=True, slots=True)
class Weight:
    """How much one kind of evidence counts: `weight` times (value minus `centre`), in log-odds."""

    weight: float
    centre: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a ranker. `prior` is the share of candidate pairs that fit, before any evidence."""

    version: str
    intercept: float
    fitted_at: float
    prior: float
    by_name: Mapping[str, Weight]

    @staticmethod
    def read(names: Sequence[str], path: Path = DEFAULT) -> Weights:
        """The weights in a file.

        Args:
            names: of the evidence that the ranker has, all of which must have a weight, and no other.
        Raises:
            BadReference: the file weighs other evidence than `names`.
        """
        return Weights.of(json.loads(path.read_text(encoding="utf-8")), names, path.name)

    @staticmethod
    def of(raw: Mapping[str, Any], names: Sequence[str], said_in: str = "weights") -> Weights:
        """Weights from the plain values of such a file; `said_in` names it in the error.

        Raises:
            BadReference: they weigh other evidence than `names`.
        """
        weighed = sorted(raw["evidence"])
        if weighed != sorted(names):
            problem = f"weighs {weighed}, but the evidence is {sorted(names)}"
            raise BadReference(file=said_in, line=0, problem=problem)
        return Weights(
            version=str(raw["version"]),
            intercept=float(raw["prior"]["intercept"]),
            fitted_at=float(raw["prior"]["fitted_at"]),
            prior=float(raw["prior"]["share"]),
            by_name={
                name: Weight(float(entry["weight"]), float(entry["centre"]))
                for name, entry in raw["evidence"].items()
            },
        )

    def plain(self) -> dict[str, Any]:
        """The values of such a file, from which `of` makes the same weights."""
        return {
            "version": self.version,
            "prior": {"intercept": self.intercept, "fitted_at": self.fitted_at, "share": self.prior},
            "evidence": {
                name: {"weight": one.weight, "centre": one.centre} for name, one in self.by_name.items()
            },
        }

    def weighed(self, evidence: Evidence) -> Evidence:
        """The evidence with its contribution."""
        return Evidence(evidence.name, evidence.value, self.contribution(evidence))

    def contribution(self, evidence: Evidence) -> float:
        """What a piece of evidence adds, rounded to 4 decimals; exactly 0 for an unknown value."""
        if evidence.value is None:
            return 0.0
        weight = self.by_name[evidence.name]
        return round(weight.weight * (evidence.value - weight.centre), 4) + 0.0

    def prior_evidence(self) -> Evidence:
        """Where every pair starts: the fitted intercept, moved from the share it was fitted at to `prior`."""
        return Evidence("prior", self.prior, round(self.intercept + self.shift, 4))

    @property
    def shift(self) -> float:
        """From the share of pairs that fit where the intercept was fitted to `prior`, in log-odds."""
        return log(self.prior / (1 - self.prior)) - log(self.fitted_at / (1 - self.fitted_at))
