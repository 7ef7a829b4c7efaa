"""How what is shown first is spread, in a sentence for coordinators."""

from __future__ import annotations

from symbiosis.presenters import numbers
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import ShowingView


def line(view: ShowingView, lang: str) -> str | None:
    """None while nothing was placed."""
    if not view.n_outputs:
        return None
    return _(
        "%(shown)s of %(all)s outputs have a match shown first. How unequally receivers are reached "
        "(Gini, 0 = all alike): %(gini)s.",
        shown=numbers.amount(view.n_outputs_shown, lang, 0),
        all=numbers.amount(view.n_outputs, lang, 0),
        gini=numbers.amount(view.gini, lang, 2),
    )
