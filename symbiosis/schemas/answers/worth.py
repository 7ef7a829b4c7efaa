"""What a match is worth, as its reader may know it: estimates, each with all that it rests on."""

from __future__ import annotations

from marshmallow import fields

from symbiosis.schemas.answers.parts import a_text, maybe_text
from symbiosis.schemas.base import Answer


class RangeAnswer(Answer):
    low = fields.Float()
    central = fields.Float()
    high = fields.Float()


def _maybe_range(told: str) -> fields.Nested:
    return fields.Nested(RangeAnswer, allow_none=True, metadata={"description": told})


class GainsAnswer(Answer):
    """GEL; below zero is a loss. Null: not known, or not for this reader: a firm sees its own side only."""

    giver = _maybe_range("Before anything is paid for the goods.")
    taker = _maybe_range("Before anything is paid for the goods.")
    joint = _maybe_range("Of both, whatever the price; for coordinators.")
    giver_paid = _maybe_range("At the suggested price; for coordinators.")
    taker_paying = _maybe_range("At the suggested price; for coordinators.")


class PriceAnswer(Answer):
    """GEL for one unit at the giver's gate; for coordinators."""

    least = fields.Nested(RangeAnswer)
    most = fields.Nested(RangeAnswer)
    suggested = fields.Float()


class FigureAnswer(Answer):
    id = a_text()
    about = fields.String(metadata={"enum": ["giver", "taker", "both", "broker"]})
    low = fields.Float()
    central = fields.Float()
    high = fields.Float()
    unit = a_text()
    basis = a_text()
    factor_id = maybe_text()
    year = fields.Integer(allow_none=True)
    source = a_text()


class MissingAnswer(Answer):
    id = a_text()
    unit = a_text()


class ImpactAnswer(Answer):
    """Estimates of what the exchange would bring; see docs/explanation/worth.md for how they are reckoned."""

    is_estimate = fields.Boolean()
    unit = fields.String(metadata={"description": "t, m3 or MWh, of what is given."})
    amount_per_year = _maybe_range("Units exchanged in a year; null: not known.")
    gel_per_unit = fields.Nested(GainsAnswer)
    gel_per_year = fields.Nested(GainsAnswer)
    once_gel = _maybe_range("What coming to terms costs once; in no other figure.")
    price_gel_per_unit = fields.Nested(PriceAnswer, allow_none=True)
    break_even_km = _maybe_range("How far the goods may travel before freight eats the gain.")
    needs_support = fields.Boolean(allow_none=True)
    co2e_reference = fields.String(metadata={"enum": ["landfilled", "sold", "unknown"]})
    co2e_kg_per_unit = _maybe_range("Greenhouse gas saved, for a screening; below zero: emitted.")
    co2e_t_per_year = _maybe_range("As before, in a year.")
    figures = fields.List(fields.Nested(FigureAnswer))
    missing_for_money = fields.List(fields.Nested(MissingAnswer))
    missing_for_co2e = fields.List(fields.Nested(MissingAnswer))
    missing_for_amount = fields.List(fields.Nested(MissingAnswer))
