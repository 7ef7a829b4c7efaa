"""Lets some fictional firms answer the best match between them, through the operation that firms use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graph import listings, matches
from graph.records import StoredMatch
from matching.records import Side, Verdict
from symbiosis.access import Viewer
from symbiosis.demo.reading import DemoAnswer
from symbiosis.inputs import DecisionInput
from symbiosis.operations.decide import decide
from symbiosis.wiring import Services


def give_answers(
    services: Services, answers: tuple[DemoAnswer, ...], viewers: Mapping[str, Viewer], *, now: datetime
) -> int:
    """Let the firms say what the file says they say.

    Args:
        viewers: the contact of each firm, by the firm's key.
    Returns:
        How many answers found a match to be given to; where the ranking has none between two firms, none is.
    """
    n_given = 0
    for answer in answers:
        giver, taker = viewers[answer.output_firm], viewers[answer.need_firm]
        match = _best_between(services, giver, taker, now)
        if match is None:
            continue
        n_given += 1
        for viewer, verdict in ((giver, answer.output_says), (taker, answer.need_says)):
            if verdict is not None:
                reason = answer.reason if verdict is Verdict.NO else None
                decide(services, viewer, match.id, DecisionInput(verdict, reason), now=now)
    return n_given


def _best_between(services: Services, giver: Viewer, taker: Viewer, now: datetime) -> StoredMatch | None:
    given = _listed(services, giver, Side.OUTPUT)
    sought = _listed(services, taker, Side.NEED)
    between = [
        match
        for match in matches.of_firm(services.store, str(giver.firm_id), now)
        if match.output_id in given and match.need_id in sought and match.is_current
    ]
    return max(between, key=lambda match: match.score, default=None)


def _listed(services: Services, viewer: Viewer, side: Side) -> set[str]:
    of_firm = listings.of_firm(services.store, str(viewer.firm_id))
    return {listing.id for listing in of_firm if listing.side is side}
