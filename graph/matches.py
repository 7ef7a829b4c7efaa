"""Ranked pairs as they are kept, and what people decide about them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graph.errors import AlreadyThere, NotFound
from graph.exchanges import open_exchange
from graph.ids import new_id
from graph.records import Decision, Exchange, StoredMatch
from graph.store import Run, Store
from graph.values import to_json
from matching.records import Evidence, GateResult, Hop, Match, Side, Verdict


def replace_for(
    store: Store, listing_id: str, matches: Sequence[Match], ranker_version: str, computed_at: datetime
) -> None:
    """Makes `matches` the current pairs of a listing.

    A pair that is known keeps its id and decisions. A pair that is not given any more goes away when nobody
    decided on it, else it stays with `is_current` False. Pairs whose listing is gone meanwhile are left out.
    """
    rows = [
        {
            "id": new_id(),
            "output_id": match.output_id,
            "need_id": match.need_id,
            "properties": _to_properties(match, ranker_version, computed_at),
        }
        for match in sorted(matches, key=lambda match: (match.output_id, match.need_id))
    ]
    kept = [row["need_id"] if row["output_id"] == listing_id else row["output_id"] for row in rows]

    def work(run: Run) -> None:
        run("matches/put", rows=rows)
        run("matches/retire", listing_id=listing_id, kept=kept)
        run("matches/pairs_changed", listing_id=listing_id, at=computed_at)

    store.writing(work)


def by_id(store: Store, match_id: str) -> StoredMatch | None:
    """The match with an id, current or not."""
    rows = store.read("matches/by_ids", ids=[match_id])
    return _from_node(rows[0]["match"]) if rows else None


def of_firm(store: Store, firm_id: str, now: datetime) -> list[StoredMatch]:
    """The matches that a firm may see, best first.

    Either an exchange was opened from it; or it is current, both listings are open at `now`, both firms are
    verified, and the other listing is not for coordinators only.
    """
    return _read(store, "matches/of_firm", firm_id=firm_id, now=now)


def of_listing(store: Store, listing_id: str) -> list[StoredMatch]:
    """The matches of a listing for coordinators, those decided on and no longer current too; best first."""
    return _read(store, "matches/of_listing", listing_id=listing_id)


def all_matches(store: Store, skip: int = 0, limit: int = 100) -> list[StoredMatch]:
    """All matches for coordinators, those decided on and no longer current too; best first."""
    return _read(store, "matches/all_matches", skip=skip, limit=limit)


def likeliest(store: Store, now: datetime, *, least: float, limit: int) -> list[StoredMatch]:
    """The likeliest current pairs of open listings of verified firms, at least so probable; best first."""
    return _read(store, "matches/likeliest", now=now, least=least, limit=limit)


def decide(store: Store, decision: Decision) -> Exchange | None:
    """Appends one side's answer and, when both sides' latest answers are yes, opens the exchange.

    A yes counts while the other listing says what it said when the yes was given (`decision.edition`).
    All in one transaction that holds the match, so two people who say yes in the same moment open one
    exchange. The same `decision.id` again changes nothing and returns the same.

    Returns:
        The exchange of the match, opened now or before, while both latest answers are yes and count; else
        None.
    Raises:
        NotFound: no such match, or the firm does not own that side of it, or the other listing is for
            coordinators only.
        AlreadyThere: `field` is `id`: it belongs to an answer of another firm, or to another match.
    """

    def work(run: Run) -> Exchange | None:
        held = run("matches/hold", match_id=decision.match_id, side=decision.side, firm_id=decision.firm_id)
        if not held or not held[0]["is_visible"]:
            raise NotFound(what="match", id=decision.match_id)
        if not run(
            "matches/append_decision",
            id=decision.id,
            match_id=decision.match_id,
            properties=_decision_to_properties(decision),
        ):
            raise AlreadyThere(field="id", label="Decision")
        if run("matches/settle", match_id=decision.match_id)[0]["is_agreed"]:
            return open_exchange(run, decision.match_id, decision.decided_at)
        return None

    return store.writing(work)


def decisions_of(store: Store, match_id: str) -> list[Decision]:
    """All answers to a match, oldest first."""
    rows = store.read("matches/decisions_of", match_id=match_id)
    return [_decision_from_node(row["decision"]) for row in rows]


def _read(store: Store, query: str, **params: Any) -> list[StoredMatch]:
    def work(run: Run) -> list[StoredMatch]:
        ids = [row["id"] for row in run(query, **params)]
        rows = run("matches/by_ids", ids=ids) if ids else []
        return [_from_node(row["match"]) for row in rows]

    return store.reading(work)


def _to_properties(match: Match, ranker_version: str, computed_at: datetime) -> dict[str, Any]:
    return {
        "output_id": match.output_id,
        "need_id": match.need_id,
        "score": match.score,
        "probability": match.probability,
        "evidence_json": to_json(list(map(_plain, match.evidence))),
        "gates_json": to_json(list(map(_plain, match.gates))),
        "pathway_json": to_json(_plain(match.pathway)) if match.pathway else None,
        "distance_km": match.distance_km,
        "rule_ids": list(match.rule_ids),
        "precedent_id": match.precedent_id,
        "ranker_version": ranker_version,
        "computed_at": computed_at,
        "is_current": True,
    }


def _plain(record: Evidence | GateResult | Hop) -> dict[str, Any]:
    """The fields of a flat record; `asdict` would copy each value, of some thirty records for every pair."""
    return {name: getattr(record, name) for name in record.__slots__}


def _from_node(node: dict[str, Any]) -> StoredMatch:
    pathway = node.get("pathway_json")
    verdicts = {
        name: Verdict(node[name]) if node.get(name) else None for name in ("output_verdict", "need_verdict")
    }
    return StoredMatch(
        id=node["id"],
        output_id=node["output_id"],
        need_id=node["need_id"],
        score=node["score"],
        probability=node["probability"],
        evidence=tuple(json.loads(node["evidence_json"])),
        gates=tuple(json.loads(node["gates_json"])),
        pathway=json.loads(pathway) if pathway else None,
        distance_km=node.get("distance_km"),
        ranker_version=node["ranker_version"],
        computed_at=node["computed_at"],
        rule_ids=tuple(node.get("rule_ids", ())),
        precedent_id=node.get("precedent_id"),
        is_current=node["is_current"],
        output_lapsed=node["output_lapsed"],
        need_lapsed=node["need_lapsed"],
        exchange_id=node["exchange_id"],
        slot=node.get("slot"),
        propensity=node.get("propensity"),
        **verdicts,
    )


def _decision_to_properties(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "side": decision.side,
        "verdict": decision.verdict,
        "user_id": decision.user_id,
        "firm_id": decision.firm_id,
        "decided_at": decision.decided_at,
        "reason": decision.reason,
        "note": decision.note,
        "shown_json": to_json(decision.shown),
        "edition": decision.edition,
    }


def _decision_from_node(node: dict[str, Any]) -> Decision:
    return Decision(
        id=node["id"],
        match_id=node["match_id"],
        side=Side(node["side"]),
        verdict=Verdict(node["verdict"]),
        user_id=node["user_id"],
        firm_id=node["firm_id"],
        decided_at=node["decided_at"],
        reason=node.get("reason"),
        note=node.get("note"),
        shown=json.loads(node["shown_json"]),
        edition=node.get("edition", 0),
    )
