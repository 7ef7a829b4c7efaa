"""Decides for all firms together which of their matches are shown first. The job does it, for no viewer."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from graph import showing, weights
from graph.showing import Placeable, Placed
from matching.exploring import spread_of
from matching.exposure import WINDOW_DAYS, Pair, Place, Plan, gini, plan
from matching.records import Verdict
from symbiosis.access import Viewer, require
from symbiosis.operations.meaning import today
from symbiosis.views import ShowingView
from symbiosis.wiring import Services

WINDOW = timedelta(days=WINDOW_DAYS)
PUSHED = ("best", "exploring")


def show_first(services: Services, *, now: datetime) -> Plan:
    """Give every match that may be shown its place. Run twice, or late, it ends the same.

    A match keeps its place for four weeks where it may; then its turn is over, and others may come.
    """
    spreads = _spreads(services)
    pairs, before = [], {}
    for one in showing.to_place(services.store, now):
        pairs.append(_pair(one, services, spreads, now))
        if one.slot is not None and one.slot_since is not None:
            before[one.match_id] = Placed(one.match_id, one.slot, one.propensity, one.slot_since)
    made = plan(pairs, today(now).toordinal() // WINDOW_DAYS)
    now_placed = [_placed(place, before.get(place.match_id), now) for place in made.places]
    showing.put_places(services.store, [one for one in now_placed if one != before.get(one.match_id)])
    return made


def how_shown(services: Services, viewer: Viewer) -> ShowingView:
    """How what is shown first is spread, for coordinators."""
    require(viewer, "list_matches")
    found = showing.spread(services.store)
    return ShowingView(found.n_outputs, found.n_outputs_shown, gini(found.expected))


def _pair(one: Placeable, services: Services, spreads: dict[str, float], now: datetime) -> Pair:
    asks: Literal["giver", "taker"] | None = "giver" if one.output_verdict == Verdict.YES else None
    if asks is None and one.need_verdict == Verdict.YES:
        asks = "taker"
    return Pair(
        match_id=one.match_id,
        output_id=one.output_id,
        need_id=one.need_id,
        receiver_id=one.receiver_id,
        probability=one.probability,
        score=one.score,
        spread=spread_of(one.values, services.weights, spreads),
        tonnes=min(one.given, one.sought) if one.given and one.sought else None,
        lacking=None if one.sought is None else max(0.0, one.sought - one.promised),
        said_yes=asks,
        is_held=one.slot in PUSHED and one.slot_since is not None and now - one.slot_since < WINDOW,
    )


def _placed(place: Place, before: Placed | None, now: datetime) -> Placed:
    """Where a match stands from now on: since when it did, where that stays so and its turn is not over."""
    stays = before is not None and before.slot == place.slot
    if before is not None and stays and (place.slot == "further" or now - before.since < WINDOW):
        return Placed(place.match_id, place.slot, place.propensity, before.since)
    return Placed(place.match_id, place.slot, place.propensity, now)


def _spreads(services: Services) -> dict[str, float]:
    """How unsure the learned weights are; nothing for the defaults, which have no answers behind them."""
    offer = weights.offer(services.store, services.weights.version)
    return dict(offer.card.get("spreads", {})) if offer else {}
