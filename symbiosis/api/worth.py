"""The worth of a match as plain data."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from matching.impact import Gains, Price
from matching.reference_records import Span
from symbiosis.views import WorthView


def answer_of(view: WorthView | None) -> dict[str, Any] | None:
    """What `ImpactAnswer` sends of it."""
    if view is None:
        return None
    found = view.impact
    return {
        "is_estimate": True,
        "unit": found.unit,
        "amount_per_year": _range(found.amount),
        "gel_per_unit": _gains(found.per_unit),
        "gel_per_year": _gains(found.per_year),
        "once_gel": _range(found.once_gel),
        "price_gel_per_unit": _price(found.price),
        "break_even_km": _range(found.break_even_km),
        "needs_support": found.needs_support,
        "co2e_reference": found.reference,
        "co2e_kg_per_unit": _range(found.co2e_kg_per_unit),
        "co2e_t_per_year": _range(found.co2e_t_per_year),
        "figures": [
            {
                name: getattr(one, name)
                for name in ("id", "about", "unit", "basis", "factor_id", "year", "source")
            }
            | _ends(one.span)
            for one in found.assumptions
        ],
        "missing_for_money": found.missing_money,
        "missing_for_co2e": found.missing_co2e,
        "missing_for_amount": found.missing_amount,
    }


def _gains(gains: Gains) -> dict[str, Any]:
    return {one.name: _range(getattr(gains, one.name)) for one in fields(gains)}


def _price(price: Price | None) -> dict[str, Any] | None:
    if price is None:
        return None
    return {"least": _ends(price.least), "most": _ends(price.most), "suggested": round(price.suggested, 4)}


def _range(span: Span | None) -> dict[str, float] | None:
    return None if span is None else _ends(span)


def _ends(span: Span) -> dict[str, float]:
    return {name: round(value, 4) for name, value in zip(("low", "central", "high"), span, strict=True)}
