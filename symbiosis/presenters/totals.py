"""The network in a few numbers: what could be and what is, never in one tile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from symbiosis.presenters import numbers
from symbiosis.presenters.saying import gettext as _


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    number: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """Empty tuples when there is nothing yet: no row of zeros."""

    potential: tuple[Line, ...]
    realised: tuple[Line, ...]
    is_demo: bool


def tiles(totals: Mapping[str, Any], lang: str) -> Tiles:
    """Takes what `graph.network.totals` counts.

    How many pairs were ranked is left out: it grows with every listing and says nothing of what firms gain.
    """
    potential = (
        (_("firms"), totals["n_firms"]),
        (_("outputs listed"), totals["n_outputs"]),
        (_("needs listed"), totals["n_needs"]),
    )
    realised = ((_("exchanges opened"), totals["n_exchanges"]),)
    return Tiles(_lines(potential, lang), _lines(realised, lang), is_demo=bool(totals.get("n_demo_firms", 0)))


def _lines(counted: tuple[tuple[str, int], ...], lang: str) -> tuple[Line, ...]:
    if not any(number for _label, number in counted):
        return ()
    return tuple(Line(label, numbers.amount(number, lang, 0)) for label, number in counted)
