"""What a pair would be if one of its listings stated one thing more, told to who may change that listing."""

from __future__ import annotations

from datetime import datetime

from graph.records import StoredListing, StoredMatch
from matching.counterfactual import best, counterfactuals
from matching.records import Side
from symbiosis.access import may_change
from symbiosis.operations.find_matches import on_grid
from symbiosis.operations.meaning import today
from symbiosis.reducing import what_if_view
from symbiosis.views import WhatIfView
from symbiosis.wiring import Services


def what_ifs(
    services: Services,
    match: StoredMatch,
    pair: tuple[StoredListing, StoredListing],
    side: Side | None,
    *,
    now: datetime,
) -> tuple[WhatIfView, ...]:
    """The most useful changes of the listings that the reader may change (`side` None: of both).

    The pair is compared anew with what the ranker may see of it: no cost, no pin. Nothing is told once an
    exchange is open, nor while the kept match is not what the ranker says now: its figures would not fit.
    """
    if match.exchange_id is not None or not match.is_current:
        return ()
    output, need = (on_grid(listing.for_ranking()) for listing in pair)
    found = counterfactuals(output, need, services.ranker, today=today(now))
    if not found or found[0].before.score != match.score:
        return ()
    return tuple(what_if_view(one) for each in Side if may_change(each, side) for one in best(found, each))
