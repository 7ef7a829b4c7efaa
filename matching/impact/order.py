"""Matches in the order of what is likely and worth it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from matching.reference_book import ReferenceBook

UNKNOWN = 0.1
"""What an unknown worth counts as, in (0, 1], where much counts nearly 1: no known gain counts less."""

CO2E_USD_PER_T = 50.0
"""What a planner may hold a tonne of greenhouse gas saved to be worth; a judgement."""


def keys(likely_and_worth: Sequence[tuple[float, float | None]]) -> list[float]:
    """For each match 100 times its probability times `B / (B + B50)`; the larger, the nearer to the top.

    Args:
        likely_and_worth: probability, and what it brings in a year (B); None where it is not known.
    Returns:
        As many keys, 0 to 100. B50 is the median of the known gains above zero. What is not known counts as
        a tenth, and no known gain counts less, so who leaves a figure out never raises the key of a match;
        where nothing is known probability alone tells. What gains nothing has 0: it needs support.
    Source: docs/explanation/worth.md
    """
    gains = [gain for _likely, gain in likely_and_worth if gain is not None and gain > 0]
    half = median(gains) if gains else 1.0
    return [100 * likely * _share(gain, half) for likely, gain in likely_and_worth]


def benefit(gel: float, co2e_t: float | None, gel_per_t: float = 0.0) -> float:
    """What a match brings in a year: money, and greenhouse gas saved at `gel_per_t`; unknown adds nothing."""
    return gel + gel_per_t * (co2e_t or 0.0)


def co2e_gel_per_t(book: ReferenceBook) -> float:
    """GEL for a tonne of greenhouse gas saved, as a planner may hold it worth; to the next ten."""
    rate = next((one.central for one in book.factors.values() if one.id == "rate-usd"), 0.0)
    return round(CO2E_USD_PER_T * rate, -1)


def _share(gain: float | None, half: float) -> float:
    if gain is None:
        return UNKNOWN
    return max(UNKNOWN, gain / (gain + half)) if gain > 0 else 0.0
