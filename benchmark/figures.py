"""From rankings to figures: hits, mean reciprocal rank, and how far chance could move them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

CUTS = (1, 5, 10)
DRAWS = 1000
SEED = 20261121

Exchanges = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Figures:
    """hit@1, hit@5, hit@10 and MRR over outputs, and the 95 % interval of the MRR."""

    hits: tuple[float, ...]
    mrr: float
    low: float
    high: float

    def cells(self) -> str:
        """As cells of a markdown table."""
        return (
            " / ".join(f"{hit:.3f}" for hit in self.hits)
            + f" | {self.mrr:.3f} ({self.low:.3f}–{self.high:.3f})"
        )


def first_right(
    ranking: Mapping[str, Sequence[str]], exchanges: Exchanges, *, lenient: bool
) -> dict[str, int]:
    """Output -> the place of the first right need, 0 when it is not there.

    Strict: the need of the documented exchange. Lenient: any need that is interchangeable with it.
    """
    found = {}
    for output_id, needs in ranking.items():
        group = exchanges[output_id]["need_group"]
        right = (
            {need for need, row in exchanges.items() if row["need_group"] == group}
            if lenient
            else {output_id}
        )
        found[output_id] = next((place for place, need in enumerate(needs, 1) if need in right), 0)
    return found


def figures(places: Mapping[str, int], exchanges: Exchanges) -> Figures:
    """The figures for the places of the right needs.

    The interval is a bootstrap over families of cases, or parks and programmes, because exchanges of one
    resemble each other.
    """
    n = len(places)
    values = {output_id: _reciprocal(place) for output_id, place in places.items()}
    low, high = interval(_by_family(values, exchanges))
    return Figures(
        hits=tuple(sum(0 < place <= cut for place in places.values()) / n for cut in CUTS),
        mrr=sum(values.values()) / n,
        low=low,
        high=high,
    )


def ahead(
    places: Mapping[str, int], others: Mapping[str, int], exchanges: Exchanges
) -> tuple[float, float, float]:
    """By how much the MRR of one ranking lies above that of another on the same outputs, and the 95 %
    interval of that difference.
    """
    values = {one: _reciprocal(place) - _reciprocal(others[one]) for one, place in places.items()}
    return sum(values.values()) / len(values), *interval(_by_family(values, exchanges))


def _reciprocal(place: int) -> float:
    return 1 / place if place else 0.0


def _by_family(values: Mapping[str, float], exchanges: Exchanges) -> list[list[float]]:
    found: dict[str, list[float]] = {}
    for output_id, value in values.items():
        row = exchanges[output_id]
        family = str(row.get("family") or row.get("park_or_programme") or output_id)
        found.setdefault(family, []).append(value)
    return list(found.values())


def interval(groups: Sequence[Sequence[float]]) -> tuple[float, float]:
    """The 95 % interval of the mean, by drawing whole groups (what resembles each other) again and again."""
    draw = random.Random(SEED)  # noqa: S311 (a repeatable draw, not a secret)
    means = []
    for _ in range(DRAWS):
        drawn = [value for group in draw.choices(groups, k=len(groups)) for value in group]
        means.append(sum(drawn) / len(drawn))
    means.sort()
    return means[round(0.025 * DRAWS)], means[round(0.975 * DRAWS) - 1]
