"""Matches that both sides said yes to, and the log of whose name was shown to whom."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Disclosure, Exchange
from graph.store import Run, Store

FIRST_STAGE = "idea"


def open_exchange(run: Run, match_id: str, opened_at: datetime) -> Exchange:
    """The exchange of a match, opened if there is none yet, inside the transaction that decided it."""
    opened = run("exchanges/open", id=new_id(), match_id=match_id, opened_at=opened_at, stage=FIRST_STAGE)
    return _from_node(run("exchanges/by_ids", ids=[opened[0]["id"]])[0])


def by_id(store: Store, exchange_id: str) -> Exchange | None:
    """The exchange with an id."""
    rows = store.read("exchanges/by_ids", ids=[exchange_id])
    return _from_node(rows[0]) if rows else None


def of_firm(store: Store, firm_id: str) -> list[Exchange]:
    """The exchanges in which a firm gives or takes, newest first."""
    return _read(store, "exchanges/of_firm", firm_id=firm_id)


def before(store: Store, match_id: str) -> list[Exchange]:
    """The exchanges that the two firms of a match have from other matches, whoever gave; newest first."""
    return _read(store, "exchanges/before", match_id=match_id)


def all_exchanges(store: Store, skip: int = 0, limit: int = 100) -> list[Exchange]:
    """All exchanges, newest first."""
    return _read(store, "exchanges/all_exchanges", skip=skip, limit=limit)


def log_disclosure(store: Store, disclosure: Disclosure) -> None:
    """Appends a line to the log. The same id again changes nothing.

    Raises:
        NotFound: the viewer or the firm does not exist.
    """
    if not store.write("exchanges/log_disclosure", **_disclosure_to_properties(disclosure)):
        raise NotFound(what="viewer or firm", id=disclosure.firm_id)


def disclosures(store: Store, firm_id: str | None = None, limit: int = 100) -> list[Disclosure]:
    """Who was shown the name of a firm (of any firm when None), newest first."""
    rows = store.read("exchanges/disclosures", firm_id=firm_id, limit=limit)
    return [_disclosure_from_node(row["disclosure"]) for row in rows]


def _read(store: Store, query: str, **params: Any) -> list[Exchange]:
    def work(run: Run) -> list[Exchange]:
        ids = [row["id"] for row in run(query, **params)]
        rows = run("exchanges/by_ids", ids=ids) if ids else []
        return [_from_node(row) for row in rows]

    return store.reading(work)


def _from_node(row: dict[str, Any]) -> Exchange:
    return Exchange(**row)


def _disclosure_to_properties(disclosure: Disclosure) -> dict[str, Any]:
    return {
        "id": disclosure.id,
        "viewer_user_id": disclosure.viewer_user_id,
        "firm_id": disclosure.firm_id,
        "exchange_id": disclosure.exchange_id,
        "what": disclosure.what,
        "at": disclosure.at,
    }


def _disclosure_from_node(node: dict[str, Any]) -> Disclosure:
    return Disclosure(**node)
