"""Chains, pools, mixtures and gaps, and what firms offer to do for others."""

from __future__ import annotations

from typing import get_args

from marshmallow import fields

from symbiosis.schemas.answers.listings import CounterpartAnswer
from symbiosis.schemas.answers.matches import GateAnswer
from symbiosis.schemas.answers.parts import a_text, maybe_number, maybe_text
from symbiosis.schemas.answers.worth import RangeAnswer
from symbiosis.schemas.base import Answer
from symbiosis.views import Band


def _maybe_range(told: str) -> fields.Nested:
    return fields.Nested(RangeAnswer, allow_none=True, metadata={"description": told})


class OfferedAnswer(Answer):
    """A process that a firm offers to others; for itself and coordinators."""

    firm_id = a_text()
    site_id = a_text()
    process_id = a_text()
    municipality = a_text()
    tonnes_per_year = maybe_number()
    price_gel_per_t = maybe_number()
    takes_hazardous = fields.Boolean(allow_none=True)
    has_permit = fields.Boolean(allow_none=True)
    treats = fields.List(a_text())


class InflowAnswer(Answer):
    """Outputs of one kind that wait for a process that a firm offers; nothing tells whose they are."""

    site_id = a_text()
    process_id = a_text()
    material_id = a_text()
    product_id = maybe_text()
    region = a_text()
    band = fields.String(metadata={"enum": list(get_args(Band))})
    is_demo = fields.Boolean()
    n_outputs = fields.Integer()


class ProcessorAnswer(Answer):
    """Who offers a process. Names and price are for coordinators."""

    process_id = a_text()
    municipality = a_text()
    nace_division = maybe_text()
    tonnes_per_year = maybe_number()
    firm_id = maybe_text()
    firm_name_ka = maybe_text()
    firm_name_latin = maybe_text()
    price_gel_per_t = maybe_number()


class ChainWorthAnswer(Answer):
    """GEL for one tonne of the output, before anything is paid among the three; estimates."""

    giver = _maybe_range("Gained by the giver.")
    processor = _maybe_range("What the process costs the processor: below zero.")
    processor_paid = _maybe_range("The same with the price that it asks.")
    taker = _maybe_range("Gained by the taker.")
    freight_in = _maybe_range("From the output to the processor.")
    freight_out = _maybe_range("From the processor to the need.")
    joint = _maybe_range("All of it together.")
    joint_per_year = _maybe_range("GEL a year, for the tonnes that go in.")
    co2e_kg = _maybe_range("Greenhouse gas that a tonne of the output saves.")
    missing = fields.List(fields.String())


class ChainAnsweredAnswer(Answer):
    """What a coordinator said of a chain; for coordinators."""

    verdict = a_text()
    reason = maybe_text()
    note = maybe_text()
    said_at = fields.DateTime(format="iso")
    user_email = maybe_text()


class ChainFoundAnswer(Answer):
    """A match that could go through a processor."""

    id = maybe_text()
    match_id = maybe_text()
    output = fields.Nested(CounterpartAnswer)
    need = fields.Nested(CounterpartAnswer)
    processor = fields.Nested(ProcessorAnswer)
    material_id = a_text()
    product_id = maybe_text()
    pathway_id = a_text()
    km_in = maybe_number()
    km_out = maybe_number()
    tonnes_in = maybe_number()
    tonnes_out = maybe_number()
    score = fields.Float(metadata={"description": "Comparable among chains only."})
    gates = fields.List(fields.Nested(GateAnswer))
    worth = fields.Nested(ChainWorthAnswer, allow_none=True, metadata={"description": "For coordinators."})
    is_current = fields.Boolean()
    answers = fields.List(fields.Nested(ChainAnsweredAnswer))


class ShareAnswer(Answer):
    """What one output gives. Null: this reader may not know which."""

    tonnes = fields.Float()
    is_mine = fields.Boolean()
    leg_km = maybe_number()
    output = fields.Nested(CounterpartAnswer, allow_none=True)


class PoolCostAnswer(Answer):
    """GEL for a tonne of the lot; for coordinators."""

    together = fields.Nested(RangeAnswer)
    alone = fields.Nested(RangeAnswer)


class PoolAnswer(Answer):
    """Small lots that fill the smallest lot of a need, in the order of the round."""

    need = fields.Nested(CounterpartAnswer)
    material_id = a_text()
    tonnes = fields.Float()
    km = fields.Float()
    months = fields.List(fields.Integer())
    shares = fields.List(fields.Nested(ShareAnswer))
    gates = fields.List(fields.Nested(GateAnswer))
    cost = fields.Nested(PoolCostAnswer, allow_none=True)


class ReachedAnswer(Answer):
    """A limit of the need, and what the mixture comes to, in the unit of the property."""

    limit = a_text()
    value = fields.Float()


class MixtureAnswer(Answer):
    """Outputs that together keep the limits of a need."""

    need = fields.Nested(CounterpartAnswer)
    tonnes = fields.Float()
    covers = fields.Float(metadata={"description": "So much of what is needed, 0 to 1."})
    reached = fields.List(fields.Nested(ReachedAnswer))
    shares = fields.List(fields.Nested(ShareAnswer))
    gates = fields.List(fields.Nested(GateAnswer))


class ThirdPartiesAnswer(Answer):
    """How others could help: a processor, neighbours with lots as small, a mixture."""

    chains = fields.List(fields.Nested(ChainFoundAnswer))
    pools = fields.List(fields.Nested(PoolAnswer))
    mixtures = fields.List(fields.Nested(MixtureAnswer))
    kept = fields.List(
        fields.Nested(ChainFoundAnswer),
        metadata={"description": "Chains of which coordinators said something; for them."},
    )


class FlowAnswer(Answer):
    """Outputs of one material that would flow through a process that nobody does for them."""

    material_id = a_text()
    product_id = maybe_text()
    n_outputs = fields.Integer()
    n_givers = fields.Integer()
    tonnes_per_year = fields.Float(metadata={"description": "Of the outputs whose amount is known."})


class GapAnswer(Answer):
    """A process that nobody does for the outputs and needs that wait for it.

    A number behind which fewer firms stand than a planner may count is null.
    """

    process_id = a_text()
    tonnes_per_year = maybe_number()
    n_outputs = fields.Integer()
    n_unknown = fields.Integer(
        allow_none=True,
        metadata={"description": "Of the outputs, those of unknown amount; null: some."},
    )
    n_needs = fields.Integer(allow_none=True)
    gel_per_year = _maybe_range("By price and cost of the book, before freight.")
    is_worth_hidden = fields.Boolean(
        metadata={"description": "Too few firms stand behind it; else no price is known."}
    )
    smallest_plant = maybe_number()
    fills_a_plant = fields.Boolean()
    flows = fields.List(fields.Nested(FlowAnswer))
    n_flows_hidden = fields.Integer()


class GapsAnswer(Answer):
    gaps = fields.List(fields.Nested(GapAnswer))
    n_hidden = fields.Integer(metadata={"description": "More of them, behind which too few firms stand."})
    n_to_do = fields.Integer(metadata={"description": "Listings still to be looked at: more may come."})
