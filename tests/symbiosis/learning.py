"""Enough answers to learn from, put straight into the graph: forty firms would take the site minutes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from graph import matches
from graph.ids import new_id
from graph.records import Decision
from matching.evidence.kinds import NAMES
from matching.records import Evidence, Match, Side, Verdict
from symbiosis.wiring import Services
from tests.graph.builders import NOW as GRAPH_NOW
from tests.graph.builders import Enrolled, enrol, posted
from tests.symbiosis.builders import NOW


def answers(services: Services, n: int = 40, *, learns: str = "code", since: datetime = NOW) -> None:
    """`n` pairs of eight givers and takers, answered by the givers: agreed where `learns` is high, else
    refused for the quality.
    """
    store = services.store
    firms = [(enrol(store), enrol(store, municipality="batumi", nace_division="01")) for _ in range(4)]
    for number in range(n):
        giver, taker = firms[number % len(firms)]
        is_high = number // 2 % 2 == 0
        shown = dict.fromkeys(NAMES, 0.5) | {learns: 1.0 if is_high else 0.0}
        _answered(services, (giver, taker), shown, agreed=is_high, at=since + timedelta(hours=number))


def _answered(
    services: Services,
    firms: tuple[Enrolled, Enrolled],
    shown: Mapping[str, float],
    *,
    agreed: bool,
    at: datetime,
) -> None:
    store, (giver, taker) = services.store, firms
    output_id, need_id = posted(store, giver), posted(store, taker, Side.NEED)
    evidence = tuple(Evidence(name, value, 0.0) for name, value in shown.items())
    ranked = Match(output_id, need_id, 0.0, 0.5, evidence, gates=())
    matches.replace_for(store, output_id, [ranked], "test", GRAPH_NOW)
    (match,) = matches.of_listing(store, output_id)
    sides = ((Side.OUTPUT, giver), (Side.NEED, taker)) if agreed else ((Side.OUTPUT, giver),)
    for side, by in sides:
        matches.decide(
            store,
            Decision(
                id=new_id(),
                match_id=match.id,
                side=side,
                verdict=Verdict.YES if agreed else Verdict.NO,
                reason=None if agreed else "quality",
                user_id=by.user.id,
                firm_id=by.firm.id,
                decided_at=at,
                shown={
                    "evidence": [{"name": name, "value": value} for name, value in shown.items()],
                    "probability": 0.5,
                },
            ),
        )
