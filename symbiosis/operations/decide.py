"""A firm answers a match. When both sides said yes, an exchange opens."""

from __future__ import annotations

from datetime import datetime

from graph import matches
from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Decision, StoredMatch
from matching.records import Side, Verdict
from symbiosis.access import Viewer
from symbiosis.errors import ExchangeOpen, ListingEdited, MatchOutdated
from symbiosis.inputs import DecisionInput
from symbiosis.operations.my_matches import match_for
from symbiosis.operations.show_firm import require_active_firm
from symbiosis.reducing import is_open
from symbiosis.views import DecisionView
from symbiosis.wiring import Services


def decide(
    services: Services, viewer: Viewer, match_id: str, given: DecisionInput, *, now: datetime
) -> DecisionView:
    """Append the answer of the viewer's firm, with what the ranker said when it was given.

    The score is the one that is stored; nothing of it is taken from the client. The same yes or later
    twice is one answer, unless the other listing was edited in between.

    Raises:
        NotFound: the match does not exist, or the viewer may not know of it.
        MatchOutdated: a yes to a pair that no longer stands.
        ListingEdited: a yes to what the other listing no longer says.
        ExchangeOpen: both said yes already, and this answer is another.
        FirmSuspended: nothing can be changed now.
    """
    match, pair, side = match_for(services, viewer, "decide", match_id, now=now)
    firm_id, user_id = viewer.firm_id, viewer.user_id
    if side is None or firm_id is None or user_id is None:
        raise NotFound(what="match", id=match_id)
    require_active_firm(services, viewer, firm_id)
    if side is Side.OUTPUT:
        before, has_lapsed, other = match.output_verdict, match.output_lapsed, pair[1]
    else:
        before, has_lapsed, other = match.need_verdict, match.need_lapsed, pair[0]
    if match.exchange_id is not None:
        if given.verdict is Verdict.YES:
            return DecisionView(match_id, Verdict.YES, match.exchange_id)
        raise ExchangeOpen(exchange_id=match.exchange_id)
    if given.verdict is before and given.verdict is not Verdict.NO and not has_lapsed:
        return DecisionView(match_id, given.verdict, None)
    stands = match.is_current and all(is_open(listing, now) for listing in pair)
    if given.verdict is Verdict.YES and not stands:
        raise MatchOutdated
    if given.verdict is Verdict.YES and given.edition not in (None, other.edition):
        raise ListingEdited
    decision = Decision(
        id=given.id or new_id(),
        match_id=match_id,
        side=side,
        verdict=given.verdict,
        user_id=user_id,
        firm_id=firm_id,
        decided_at=now,
        reason=given.reason,
        note=given.note,
        shown=what_was_shown(match, side),
        edition=other.edition,
    )
    exchange = matches.decide(services.store, decision)
    return DecisionView(match_id, given.verdict, exchange.id if exchange else None)


def what_was_shown(match: StoredMatch, side: Side) -> dict[str, object]:
    """The evidence as it stood, to learn from later; with its place where the reader's list has places."""
    is_placed = side is Side.OUTPUT
    return {
        "score": match.score,
        "probability": match.probability,
        "evidence": list(match.evidence),
        "gates": list(match.gates),
        "rule_ids": list(match.rule_ids),
        "distance_km": match.distance_km,
        "ranker_version": match.ranker_version,
        "computed_at": match.computed_at.isoformat(),
        "slot": match.slot if is_placed else None,
        "propensity": match.propensity if is_placed else None,
    }
