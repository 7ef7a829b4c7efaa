"""What one statement more would change about a match, as plain data."""

from __future__ import annotations

from typing import Any

from matching.records import Quantity
from symbiosis.schemas.listing import HAZARDOUS
from symbiosis.views import WhatIfView


def answer_of(view: WhatIfView) -> dict[str, Any]:
    """What `WhatIfAnswer` sends of it."""
    return {
        "side": view.side,
        "input": view.input,
        "put": put(view),
        "score": view.score,
        "probability": view.probability,
        "gates": view.gates,
        "settles": view.settles,
    }


def put(view: WhatIfView) -> dict[str, Any]:
    """The changed fields as the listing takes them. What follows from an amount is no field of its own."""
    sent: dict[str, Any] = {}
    for name, value in view.fields.items():
        if isinstance(value, Quantity):
            sent |= {"amount": value.amount, "unit": value.unit, "period": value.period}
        elif name == "hazardous":
            sent[name] = next(key for key, meaning in HAZARDOUS.items() if meaning is value)
        elif name != "tonnes_per_year":
            sent[name] = list(value) if isinstance(value, tuple) else value
    return sent
