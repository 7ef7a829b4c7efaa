"""How the ranges of several figures become the range of what is reckoned from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot

from matching.reference_records import Span

Values = Mapping[str, float]


def spread(reckon: Callable[[Values], float], spans: Mapping[str, Span]) -> Span:
    """Low, central and high of what `reckon` makes of figures that are each known as a range.

    Central: all figures at their central value. Each figure is then moved alone to either end; the moves
    that make the result smaller, squared, summed and rooted, give the low end, those that make it larger the
    high end. So all figures being wrong in the same direction at once is not taken for likely: it holds for
    figures that know nothing of each other.

    Source: error propagation as in the 2006 IPCC Guidelines, volume 1, chapter 3, with each side apart.
    """
    middle = {name: span[1] for name, span in spans.items()}
    central = reckon(middle)
    downs, ups = [0.0], [0.0]
    for name, (low, _central, high) in spans.items():
        if low == high:
            continue
        moves = [reckon(middle | {name: end}) - central for end in (low, high)]
        downs.append(min(0.0, *moves))
        ups.append(max(0.0, *moves))
    return central - hypot(*downs), central, central + hypot(*ups)
