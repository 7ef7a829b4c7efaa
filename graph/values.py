"""Values on their way into the graph and back: times in UTC, plain lists, plain dates, points.

Kept apart from the store so that it can be tested without a server.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from neo4j.graph import Node
from neo4j.spatial import WGS84Point
from neo4j.time import Date, DateTime

_AS_THEY_ARE = frozenset({str, int, float, bool, bytes, type(None)})
"""Most of what goes and comes back, in rows of hundreds of values."""


def to_graph(value: Any) -> Any:
    """A value as the driver may send it: aware times turned to UTC, enums to their values, tuples to lists.

    Raises:
        ValueError: a time without a zone. Neo4j would keep it as a local time, and every comparison
            with a zoned one would quietly be null.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"a time for the graph needs a zone: {value!r}")
        return value.astimezone(UTC)
    if isinstance(value, dict):
        return {key: to_graph(inner) for key, inner in value.items()}
    if isinstance(value, WGS84Point):  # a tuple by inheritance
        return value
    if isinstance(value, list | tuple | set | frozenset):
        return [inner if type(inner) in _AS_THEY_ARE else to_graph(inner) for inner in value]
    return value


def from_graph(value: Any) -> Any:
    """A value as Python knows it: `datetime` in UTC, `date`, a node as the map of its properties; maps and
    lists are walked, the rest is left.
    """
    if type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, DateTime):
        return value.to_native().astimezone(UTC)
    if isinstance(value, Date):
        native: date = value.to_native()
        return native
    if isinstance(value, dict | Node):
        return {key: from_graph(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [inner if type(inner) in _AS_THEY_ARE else from_graph(inner) for inner in value]
    return value


def to_json(value: Any) -> str:
    """Text of plain JSON values: Neo4j keeps no maps inside properties."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def point(lat: float | None, lon: float | None) -> WGS84Point | None:
    """A WGS 84 point from degrees, None when either is unknown."""
    return None if lat is None or lon is None else WGS84Point((lon, lat))
