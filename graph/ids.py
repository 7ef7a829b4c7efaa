"""Our own ids. Neo4j's internal ones may be given again to another node and are never kept."""

from __future__ import annotations

import secrets
import time
import uuid


def new_id() -> str:
    """A UUID version 7: later ids sort after earlier ones, down to a quarter of a microsecond.

    Source: RFC 9562, sections 5.7 and 6.2 (method 3: twelve bits hold the fraction of the millisecond).
    """
    milliseconds, nanoseconds = divmod(time.time_ns(), 1_000_000)
    fraction = nanoseconds * 4096 // 1_000_000
    value = (milliseconds << 80) | (7 << 76) | (fraction << 64) | (0b10 << 62) | secrets.randbits(62)
    return str(uuid.UUID(int=value))
