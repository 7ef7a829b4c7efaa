"""What the weights of the evidence do: each 20 % up and down, all at random, and each switched off.

    python -m benchmark.stability

On all exchanges written by hand, English, with codes, sectors and amounts. Overlap: the share of the first
ten that stays among them, over all outputs. Strict: the need of the exchange itself; lenient: any of its
group.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import fmean

import numpy as np

from benchmark.figures import ahead, figures, first_right
from benchmark.hand_written import ALL_FACTS, ENGLISH, all_exchanges, listings_of, markdown
from benchmark.pairs import NAMES, Pairs
from matching.ranker import Ranker
from matching.reference_book import default_book
from matching.weighing import Weights

TOP = 10
BY = 0.2
DRAWS = 50
SEED = 20261121
Ranking = Mapping[str, Sequence[str]]


def scaled(weights: Weights, factors: Mapping[str, float]) -> Weights:
    """The weights, some of them times a factor."""
    return replace(
        weights,
        by_name={
            name: replace(one, weight=one.weight * factors.get(name, 1.0))
            for name, one in weights.by_name.items()
        },
    )


def overlap(one: Ranking, other: Ranking) -> float:
    """The mean share of the first ones of a ranking that are among those of the other."""
    shares = [len(set(best) & set(other[name])) / len(best) for name, best in one.items() if best]
    return sum(shares) / len(shares)


def draws(names: Sequence[str], n: int, seed: int) -> list[dict[str, float]]:
    """Factors for all weights at once, each evenly between 1 − `BY` and 1 + `BY`."""
    draw = random.Random(seed)  # noqa: S311 (a repeatable draw, not a secret)
    return [{name: draw.uniform(1 - BY, 1 + BY) for name in names} for _ in range(n)]


def _signed(value: float) -> str:
    return f"{round(value, 3) + 0.0:+.3f}".replace("-", "−")


class Study:
    """Rankings of the same pairs by other weights, beside those by the weights that are in use."""

    def __init__(self) -> None:
        ranker, self._rows = Ranker(default_book()), all_exchanges()
        self.pairs = Pairs(ranker, *listings_of(self._rows, ENGLISH, ALL_FACTS))
        self._weights = Weights.read(NAMES)
        self._now = self.pairs.ranked(self._weights, TOP)

    def _with(self, factors: Mapping[str, float]) -> Ranking:
        return self.pairs.ranked(scaled(self._weights, factors), TOP)

    def _places(self, ranking: Ranking, *, lenient: bool = False) -> dict[str, int]:
        return first_right(ranking, self._rows, lenient=lenient)

    def _mrr(self, ranking: Ranking) -> float:
        return figures(self._places(ranking), self._rows).mrr

    def alone(self) -> str:
        """Each weight alone, 20 % down and up."""
        mrr, lines = self._mrr(self._now), []
        for name in NAMES:
            cells = []
            for factor in (1 - BY, 1 + BY):
                ranking = self._with({name: factor})
                cells += [f"{overlap(self._now, ranking):.3f}", _signed(self._mrr(ranking) - mrr)]
            lines.append([name, *cells])
        head = ["weight", "−20 %: overlap", "−20 %: strict MRR", "+20 %: overlap", "+20 %: strict MRR"]
        return markdown(head, lines)

    def together(self) -> str:
        """All weights at random."""
        rankings = [self._with(factors) for factors in draws(NAMES, DRAWS, SEED)]
        shared = [overlap(self._now, ranking) for ranking in rankings]
        mrr = [self._mrr(ranking) for ranking in rankings]
        return (
            f"All weights at once, {DRAWS} draws: overlap {fmean(shared):.3f} in the mean, "
            f"{min(shared):.3f} at worst; strict MRR {min(mrr):.3f} to {max(mrr):.3f} "
            f"(now {self._mrr(self._now):.3f})."
        )

    def without(self) -> str:
        """Each kind of evidence switched off; which pairs are matches at all stays as it is."""
        known, lines = 1 - np.isnan(self.pairs.values).mean(axis=0), []
        for number, name in enumerate(NAMES):
            ranking = self._with({name: 0.0})
            cells = [cell for lenient in (False, True) for cell in self._change(ranking, lenient=lenient)]
            lines.append([name, f"{known[number]:.0%}", *cells])
        head = ("strict hit@10", "strict MRR (95 %)", "lenient hit@10", "lenient MRR (95 %)")
        return markdown(["without", "known in", *head], lines)

    def _change(self, ranking: Ranking, *, lenient: bool) -> tuple[str, str]:
        new, old = (self._places(one, lenient=lenient) for one in (ranking, self._now))
        hits = figures(new, self._rows).hits[-1] - figures(old, self._rows).hits[-1]
        mean, low, high = map(_signed, ahead(new, old, self._rows))
        return _signed(hits), f"{mean} ({low} to {high})"


def report() -> str:
    """All tables."""
    study = Study()
    return "\n\n".join((study.alone(), study.together(), study.without()))


if __name__ == "__main__":
    print(report())
