"""Which firms are not to be matched with each other. Only the firm that asks and coordinators ever read it.

Firms are named by code, so that one can be named before it registers, and nobody learns by naming it whether
it has. What holds stands in the records that the ranker reads (`listings.by_ids`).
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from graph.errors import NotFound
from graph.opt_out_records import OptOut, OptOutState
from graph.store import Store

FIELDS = tuple(field.name for field in fields(OptOut))
_READ_ONLY = ("firm_id", "firm_name_ka", "firm_name_latin", "other_firm_id", "is_demo")


def ask(store: Store, opt_out: OptOut) -> None:
    """Keeps what a firm asks for, or a coordinator for it. The same `opt_out.id` again changes nothing.

    Where it holds, the listings of the firm become due for matching with it, as they do by `decide`.

    Raises:
        NotFound: no such firm.
    """
    properties = {name: value for name, value in asdict(opt_out).items() if name not in _READ_ONLY}
    ids = {"id": opt_out.id, "firm_id": opt_out.firm_id}
    if not store.write("opt_outs/ask", **ids, properties=properties, at=opt_out.asked_at):
        raise NotFound(what="firm", id=opt_out.firm_id)


def decide(store: Store, opt_out_id: str, state: OptOutState, by_user_id: str, at: datetime) -> None:
    """A coordinator's yes or no, or an end that either makes; who and when is kept.

    Raises:
        NotFound: there is none with this id.
    """
    if not store.write("opt_outs/decide", id=opt_out_id, state=state, decided_by=by_user_id, at=at):
        raise NotFound(what="opt-out", id=opt_out_id)


def of_firm(store: Store, firm_id: str) -> list[OptOut]:
    """What a firm asked for and did not take back, newest first."""
    return _read(store, firm_id)


def every(store: Store) -> list[OptOut]:
    """What all firms asked for and did not take back; what waits first, then newest first."""
    return _read(store, None)


def by_id(store: Store, opt_out_id: str) -> OptOut | None:
    """The one with an id, also when it was taken back."""
    return _one(store.read("opt_outs/by_id", id=opt_out_id))


def knows(store: Store, firm_id: str, identification_code: str | None, digest: str | None) -> bool:
    """Whether a firm has, or had, an open exchange with the firm of a code, and so knows who it is."""
    rows = store.read("opt_outs/knows", firm_id=firm_id, code=identification_code, digest=digest)
    return bool(rows)


def _read(store: Store, firm_id: str | None) -> list[OptOut]:
    return [_from_node(row["opt_out"]) for row in store.read("opt_outs/listed", firm_id=firm_id)]


def _one(rows: list[dict[str, Any]]) -> OptOut | None:
    return _from_node(rows[0]["opt_out"]) if rows else None


def _from_node(node: dict[str, Any]) -> OptOut:
    return OptOut(**{name: node[name] for name in FIELDS if name in node})
