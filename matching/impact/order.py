"""Matches in the order of what is likely and worth it."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median


def keys(likely_and_worth: Sequence[tuple[float, float | None]]) -> list[float]:
    """For each match of a listing its probability times `B / (B + B50)`; the larger, the nearer to the top.

    Args:
        likely_and_worth: probability, and GEL a year that both gain (B); None where it is not known.
    Returns:
        As many keys. B50 is the median of the known gains above zero. What is not known counts as B50, and
        where nothing is known only probability tells; what gains nothing has 0.
    Source: docs/explanation/worth.md
    """
    gains = [gain for _likely, gain in likely_and_worth if gain is not None and gain > 0]
    half = median(gains) if gains else 1.0
    return [likely * _share(half if gain is None else gain, half) for likely, gain in likely_and_worth]


def _share(gain: float, half: float) -> float:
    return gain / (gain + half) if gain > 0 else 0.0
