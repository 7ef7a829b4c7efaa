"""What coordinators say of chains: appended, never overwritten, and the latest counts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from graph.chains import StoredChain, from_node
from graph.errors import NotFound
from graph.offers import ProcessOffer
from graph.store import Store
from graph.values import to_json

ChainVerdict = Literal["worth_contact", "in_talks", "no"]


@dataclass(frozen=True, slots=True)
class ChainAnswer:
    """One thing said of a chain. `reason`: a key, for a no; `note`: in own words. `shown`: as it stood then.

    It is about three firms at once and says nothing of a pair, so nothing is learned from it.
    """

    id: str
    chain_id: str
    verdict: ChainVerdict
    said_at: datetime
    user_id: str
    reason: str | None = None
    note: str | None = None
    shown: dict[str, Any] = field(default_factory=dict)
    user_email: str | None = None


def append(store: Store, answer: ChainAnswer) -> None:
    """Adds what was said. The same `answer.id` again changes nothing.

    Raises:
        NotFound: there is no such chain, or the id belongs to what was said of another.
    """
    properties = _to_properties(answer)
    if not store.write("chain_answers/append", chain_id=answer.chain_id, id=answer.id, properties=properties):
        raise NotFound(what="chain", id=answer.chain_id)


def of_chains(store: Store, chain_ids: Iterable[str]) -> dict[str, list[ChainAnswer]]:
    """All that was said of some chains, newest first; a chain of which nothing was said is left out."""
    ids = sorted(set(chain_ids))
    found: dict[str, list[ChainAnswer]] = {}
    for row in store.read("chain_answers/of_chains", chain_ids=ids) if ids else ():
        answer = _from_node(row["answer"])
        found.setdefault(answer.chain_id, []).append(answer)
    return found


def answered(store: Store, limit: int) -> list[tuple[StoredChain, ProcessOffer]]:
    """The chains of which something was said, whether they still hold or not; last said first.

    With each comes where it was to be processed, as an offer of which nothing is known: it may be gone.
    """
    rows = store.read("chain_answers/answered", limit=limit)
    return [(from_node(row["chain"]), ProcessOffer(**row["site"])) for row in rows]


def _to_properties(answer: ChainAnswer) -> dict[str, Any]:
    return {
        "verdict": answer.verdict,
        "said_at": answer.said_at,
        "user_id": answer.user_id,
        "reason": answer.reason,
        "note": answer.note,
        "shown_json": to_json(answer.shown),
    }


def _from_node(node: dict[str, Any]) -> ChainAnswer:
    return ChainAnswer(
        id=node["id"],
        chain_id=node["chain_id"],
        verdict=node["verdict"],
        said_at=node["said_at"],
        user_id=node["user_id"],
        reason=node.get("reason"),
        note=node.get("note"),
        shown=json.loads(node["shown_json"]),
        user_email=node["user_email"],
    )
