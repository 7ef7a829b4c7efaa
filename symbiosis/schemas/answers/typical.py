"""What is usual in a sector, and what arises in a place by estimate."""

from __future__ import annotations

from marshmallow import fields

from symbiosis.schemas.answers.parts import a_text, maybe_text
from symbiosis.schemas.answers.reference import NamedAnswer
from symbiosis.schemas.base import Answer


class DriverAnswer(NamedAnswer):
    """What a firm knows of its size: how to ask for it, and in which unit."""

    question = a_text()
    unit = a_text()


class TypicalFlowAnswer(Answer):
    """An output (`item` is a material) or a need (a use).

    `per_unit`: low, central, high in `unit` a year for one unit of the driver; `yearly`: for the value that
    was sent, null without one. `nace`: the level it is told of. `basis`: measured, published or judgement.
    `source`: an address, or `practice` for professional judgement without a page.
    """

    side = fields.String(metadata={"enum": ["output", "need"]})
    item = fields.Nested(NamedAnswer)
    nace = a_text()
    driver_id = a_text()
    per_unit = fields.List(fields.Float())
    yearly = fields.List(fields.Float(), allow_none=True)
    unit = a_text()
    months = fields.List(fields.Integer())
    basis = a_text()
    source = a_text()


class SectorAnswer(NamedAnswer):
    """An activity of NACE. `drivers`: the measures by which its amounts are told, most telling first."""

    level = fields.String(metadata={"enum": ["section", "division", "class"]})
    broader = fields.List(fields.String())
    narrower = fields.List(fields.String())
    drivers = fields.List(fields.Nested(DriverAnswer))
    flows = fields.List(fields.Nested(TypicalFlowAnswer))


class GroundAnswer(Answer):
    """A statistic, and the typical amount (a year, for one unit) of an activity that goes with it."""

    indicator_id = a_text()
    indicator = a_text()
    year = fields.Integer()
    value = fields.Float()
    source = a_text()
    nace = a_text()
    per_unit = fields.List(fields.Float())
    basis = a_text()


class EstimateAnswer(Answer):
    """An estimate, never a realised amount: low, central, high in `unit` a year.

    `is_upper_limit`: only what is processed in the place leaves this material. `not_added`: drivers that tell
    of the same material and were left out, so that nothing counts twice.
    """

    material = fields.Nested(NamedAnswer)
    driver_id = a_text()
    amount = fields.List(fields.Float())
    unit = a_text()
    is_upper_limit = fields.Boolean()
    grounds = fields.List(fields.Nested(GroundAnswer))
    not_added = fields.List(fields.String())


class PlaceAnswer(NamedAnswer):
    """A municipality or region. `region`: what a municipality lies in; null for a region.

    A municipality has no part of its region's figures: ask for the region to see them.
    """

    region = maybe_text()
    estimates = fields.List(fields.Nested(EstimateAnswer))
