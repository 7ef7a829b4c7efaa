"""Learned weights on offer, and the log of who switched to which. Both are appended, never overwritten."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import AlreadyThere
from graph.learning_records import WeightsOffer, WeightsSwitch
from graph.store import Store
from graph.values import to_json


def put_offer(store: Store, offer: WeightsOffer) -> str:
    """Keeps an offer. The same version again changes nothing.

    Returns:
        The id under which the version is kept.
    """
    rows = store.write("weights/put_offer", version=offer.version, properties=_offer_to_properties(offer))
    return str(rows[0]["id"])


def offers(store: Store, limit: int = 20) -> list[WeightsOffer]:
    """What is on offer, newest first."""
    return [_offer_from_node(row["offer"]) for row in store.read("weights/offers", limit=limit)]


def offer(store: Store, version: str) -> WeightsOffer | None:
    """The offer of a version."""
    rows = store.read("weights/offer_by_version", version=version)
    return _offer_from_node(rows[0]["offer"]) if rows else None


def switch(store: Store, switched: WeightsSwitch) -> None:
    """Adds the next switch. The same `switched.id` again changes nothing.

    Raises:
        AlreadyThere: `field` is `number`: somebody else switched meanwhile.
    """
    rows = store.write("weights/switch", number=switched.number, properties=_switch_to_properties(switched))
    if rows[0]["id"] != switched.id:
        raise AlreadyThere(field="number", label="WeightsSwitch")


def switches(store: Store, limit: int = 50) -> list[WeightsSwitch]:
    """Who switched, newest first; the first of them counts. Without any, the defaults do."""
    return [_switch_from_node(row["switch"]) for row in store.read("weights/switches", limit=limit)]


def _offer_to_properties(offer: WeightsOffer) -> dict[str, Any]:
    return {
        "id": offer.id,
        "created_at": offer.created_at,
        "created_by": offer.created_by,
        "weights_json": to_json(offer.weights),
        "card_json": to_json(offer.card),
    }


def _offer_from_node(node: dict[str, Any]) -> WeightsOffer:
    return WeightsOffer(
        id=node["id"],
        version=node["version"],
        created_at=node["created_at"],
        created_by=node["created_by"],
        weights=json.loads(node["weights_json"]),
        card=json.loads(node["card_json"]),
    )


def _switch_to_properties(switched: WeightsSwitch) -> dict[str, Any]:
    return {
        "id": switched.id,
        "version": switched.version,
        "switched_at": switched.switched_at,
        "user_id": switched.user_id,
    }


def _switch_from_node(node: dict[str, Any]) -> WeightsSwitch:
    return WeightsSwitch(
        id=node["id"],
        number=node["number"],
        version=node.get("version"),
        switched_at=node["switched_at"],
        user_id=node["user_id"],
        user_email=node["user_email"],
    )
