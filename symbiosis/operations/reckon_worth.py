"""The worth of pairs, reckoned for one reader with nothing but what this reader may know.

What the other firm stated in private, or a coordinator said of it, is left out before anything is reckoned:
no figure that a firm sees can be turned back into it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import Literal, get_args

from graph import assumption_changes
from graph.change_records import AssumptionChange
from graph.records import StoredListing, StoredMatch
from matching.impact import ROLES, Overrides, impact
from matching.impact.order import benefit, keys
from matching.records import Hop, Side
from symbiosis.access import may_know
from symbiosis.operations.find_matches import on_grid
from symbiosis.reducing import worth_view
from symbiosis.views import MatchView, WorthView
from symbiosis.wiring import Services

Order = Literal["fit", "worth"]
ORDERS: tuple[Order, ...] = get_args(Order)
Changes = Mapping[tuple[str, str], Sequence[AssumptionChange]]


def changes_of(services: Services, found: Sequence[StoredMatch]) -> Changes:
    """What was said of the figures under some matches, oldest first, by (output id, need id)."""
    return assumption_changes.of_pairs(services.store, [(match.output_id, match.need_id) for match in found])


def worth_of(
    services: Services,
    match: StoredMatch,
    pair: tuple[StoredListing, StoredListing],
    side: Side | None,
    said: Changes,
) -> WorthView | None:
    """The worth of a match, read from a side (None: by who sees both); None for shared assets."""
    output, need = pair
    changes = said.get((match.output_id, match.need_id), ())
    found = impact(
        on_grid(output.for_ranking()),
        on_grid(need.for_ranking()),
        services.book,
        _overrides(changes, side),
        hop=Hop(**match.pathway) if match.pathway else None,
        distance_km=match.distance_km,
        reading=services.ranker.reading,
        giver_pays_gel_per_year=output.cost_gel_per_year if may_know("giver", side) else None,
        taker_pays_gel_per_year=need.cost_gel_per_year if may_know("taker", side) else None,
    )
    return None if found is None else worth_view(found, side, changes)


def by_worth(matches: Sequence[MatchView], gel_per_t: float = 0.0) -> list[MatchView]:
    """Matches by probability and worth, equals by score; behind them those that need support, least first.

    Args:
        gel_per_t: what a tonne of greenhouse gas saved is held worth beside the money.
    """
    supported = [one for one in matches if needs_support(one, gel_per_t)]
    worth_it = [one for one in matches if not needs_support(one, gel_per_t)]
    known = [(one.probability, _benefit(one, gel_per_t)) for one in worth_it]
    ordered = sorted(zip(keys(known), worth_it, strict=True), key=lambda one: (-one[0], *_by_score(one[1])))
    supported.sort(key=lambda one: (_support_per_unit(one, gel_per_t), *_by_score(one)))
    return [match for _key, match in ordered] + supported


def needs_support(match: MatchView, gel_per_t: float = 0.0) -> bool:
    """Whether both together gain nothing by a match, not even by the most favourable estimate."""
    if match.worth is None:
        return False
    gain = match.worth.gain_gel_per_year
    if gain is None:
        return match.worth.impact.needs_support is True and not gel_per_t
    return _with_gas(gain[_HIGH], match.worth, gel_per_t) <= 0


_CENTRAL, _HIGH = 1, 2
"""Of a span."""


def _benefit(match: MatchView, gel_per_t: float) -> float | None:
    """What orders a match; None where it is not known, or in doubt whether it gains anything."""
    if match.worth is None or match.worth.gain_gel_per_year is None:
        return None
    gain = _with_gas(match.worth.gain_gel_per_year[_CENTRAL], match.worth, gel_per_t)
    return None if gain <= 0 and not needs_support(match, gel_per_t) else gain


def _with_gas(gel: float, worth: WorthView, gel_per_t: float) -> float:
    saved = worth.impact.co2e_t_per_year
    return benefit(gel, saved[_CENTRAL] if saved else None, gel_per_t)


def _support_per_unit(match: MatchView, gel_per_t: float) -> float:
    """What is lacking for one unit of what is given, in GEL; those without an amount come last."""
    gain = _benefit(match, gel_per_t)
    amount = match.worth.impact.amount if match.worth else None
    return inf if gain is None or amount is None or amount[1] <= 0 else -gain / amount[1]


def _by_score(match: MatchView) -> tuple[float, str]:
    return -match.score, match.id


def _overrides(changes: Sequence[AssumptionChange], side: Side | None) -> Overrides:
    """The latest word on each figure that the side may know; what was put back is as in the book."""
    latest = {change.assumption_id: change.span for change in changes}
    return {
        id: span
        for id, span in latest.items()
        if span is not None and id in ROLES and may_know(ROLES[id].about, side)
    }
